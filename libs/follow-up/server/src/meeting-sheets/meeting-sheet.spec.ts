import { testTerms } from '@tallgrunn/agreements-server/testing';
import { signIn, type SignedIn } from '@tallgrunn/identity-server/testing';
import { readPdf } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { CompareChargedPrices } from '../price-deviations/compare-charged-prices.ts';
import { agreeOnSanction, setUpFollowUp, type FollowUpTestApp } from '../testing.ts';

/** A column that the reports do not have. */
const organic = { name: 'organic', type: 'boolean' as const, title: { nb: 'Økologisk' } };

let made: FollowUpTestApp;
let manager: SignedIn;
let supplierId: string;

beforeAll(async () => {
  made = await setUpFollowUp('2026-02-02');
  const { stand, parties } = made;
  const obligations = await agreeOnSanction(
    made,
    { kind: 'none' },
    {
      tables: testTerms.tables.map((table) => ({ ...table, fields: [...table.fields, organic] })),
      promises: [
        { attribute: 'Ordre 7001', field: 'invoiceNumber', value: '7001', share: 0.9 },
        { attribute: 'Økologisk', field: 'organic', share: 0.3 },
      ],
    },
  );
  supplierId = parties.suppliers[0]!.organisationId;
  stand.clock.runFrom(new Date('2026-04-20T10:00:00Z')); // the report for March was due on Friday 17 April
  const [meat, milk] = marchLines;
  const dear = { ...meat!, unitPrice: '330,00', amount: '3300,00' }; // 10 × 17.50 above the agreed price
  await acceptedReport(stand, parties, { ...made.made, obligations }, { periodKey: '2026-03', lines: [dear, milk!] });
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(CompareChargedPrices).run());
  manager = await signIn(stand, parties.manager.email);
  const opened = await manager
    .post('/cases', { kind: 'overcharging', supplierId, title: 'Pris på kjøttdeig' })
    .expect(201);
  await manager
    .post(`/cases/${opened.body.id}/entries`, {
      kind: 'meeting',
      body: 'Enige om ny prisliste.',
      happenedOn: '2026-04-14',
    })
    .expect(201);
});
afterAll(() => made.stand.close());

const sheet = async (query = '') =>
  manager.get(`/suppliers/${supplierId}/meeting-sheet${query}`).responseType('blob').expect(200);
const textIn = async (query: string) => readPdf((await sheet(query)).body as Buffer).text.replaceAll('\u00a0', ' ');

describe('a meeting sheet', () => {
  it('is a tagged PDF in the language that is asked for', async () => {
    const { body, headers } = await sheet('?from=2026-01&to=2026-03&language=nn');
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toMatch(/moteark-\d{9}-2026-01-2026-03\.pdf/);
    expect(readPdf(body as Buffer)).toMatchObject({ language: 'nn-NO', isTagged: true, uaPart: '1' });
  });

  it('has the figures of the period, the same months a year before, cases and meetings', async () => {
    const text = await textIn('?from=2026-03&to=2026-04&language=en');
    for (const part of [
      'Figures for March 2026 to April 2026, as of 20 April 2026.',
      'Measure March 2026 to April 2026 March 2025 to April 2025',
      'Approved reports for the period 1 0',
      'Reported lines 2 not known',
      'ledgers 0 of 4 0 of 4',
      'Booked by the buyers not known not known',
      'Due 2 0',
      'Received late 1 0',
      'Reported NOK 175.00',
      'Pris på kjøttdeig',
      '14 April 2026',
      'Enige om ny prisliste.',
    ])
      expect(text).toContain(part);
  });

  it('has what the supplier offered next to what it delivered, and says what cannot be measured', async () => {
    const text = await textIn('?from=2026-03&to=2026-04&language=en');
    for (const part of [
      'Promised and delivered',
      'Ordre 7001, 7001 90% 84.8% of NOK 3,892 no lines',
      'Økologisk 30% the column is not in the reports no lines',
    ])
      expect(text).toContain(part);
    // The report is of March: in another period nothing was delivered.
    expect(await textIn('?from=2026-01&to=2026-02&language=en')).not.toContain('84.8%');
  });

  it('has nothing that only the cooperative may see when it is for the supplier', async () => {
    const text = await textIn('?language=en&audience=supplier');
    expect(text).not.toContain('Pris på kjøttdeig');
    expect(text).not.toContain('Enige om ny prisliste.');
    expect(text).not.toContain('Internal');
    expect(await textIn('?language=en')).toContain('Internal to the cooperative');
  });

  it('is of the twelve months before this one when none are named', async () => {
    expect(await textIn('?language=en')).toContain('Figures for April 2025 to March 2026');
  });

  it('says what is wrong with a period, and is no supplier’s', async () => {
    const path = `/suppliers/${supplierId}/meeting-sheet`;
    expect((await manager.get(`${path}?from=2026-04&to=2026-03`).expect(422)).body.code).toBe('period-reversed');
    expect((await manager.get(`${path}?from=2020-01&to=2026-03`).expect(422)).body.code).toBe('period-too-long');
    await manager.get(`${path}?from=2026-13`).expect(400);
    const supplier = await signIn(made.stand, made.parties.suppliers[0]!.email);
    await supplier.get(path).expect(403);
    await manager.get(`/suppliers/${made.parties.buyers[0]!.organisationId}/meeting-sheet`).expect(404);
  });
});
