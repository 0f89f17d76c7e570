import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from '@tallgrunn/spend-server';
import { postBatch, reverseBatch } from '@tallgrunn/spend-server/testing';
import { reporting } from '../room.ts';
import { acceptedReport, marchLines } from '../testing.ts';
import { CompareNilReturns } from './compare-nil-returns.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, declarations, spend, reporting]);
});
afterAll(() => stand.close());

type Posting = readonly [invoice: string, amount: string, month?: string];

function ledger(postings: readonly Posting[]): string {
  const head =
    'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst';
  const account = '115;4010;253;50012;Leverandør;311047116';
  const rows = postings.map(
    ([invoice, amount, month = '03'], at) =>
      `${at + 1};25.${month}.2026;2026${month};${account};${invoice};${amount};Faktura`,
  );
  return [head, ...rows, ''].join('\n');
}

describe('CompareNilReturns', () => {
  let parties: Parties;
  let agreement: TestAgreement;
  let supplier: SignedIn;
  let manager: SignedIn;
  beforeEach(async () => {
    parties = await setUpParties(stand);
    agreement = await setUpAgreement(stand, parties);
    supplier = await signIn(stand, parties.suppliers[0]!.email);
    manager = await signIn(stand, parties.manager.email);
  });

  const march = () => agreement.obligations['2026-03']!;
  /** Posts through the use case of spend and compares as the worker would, with the event that was published. */
  const compare = (subjectId: string) =>
    stand
      .get(UnitOfWork)
      .run({ ...parties.system }, () =>
        stand.get(CompareNilReturns).run({ name: 'spend.batch-posted', subjectId, payload: {} }),
      );
  const lastPosted = async () => {
    const select = `select subject_id from platform.domain_event where name = 'spend.batch-posted' and cooperative_id = $1 order by id desc limit 1`;
    const rows = await stand.asOwner<{ subject_id: string }>(select, [parties.system.cooperativeId]);
    return rows[0]!.subject_id;
  };
  const post = async (buyer: number, ...postings: readonly Posting[]) => {
    const { id } = await postBatch(stand, parties.buyers[buyer]!.actor, 'hovedbok.csv', ledger(postings));
    await compare(await lastPosted());
    return id;
  };
  const questionTo = async (who: SignedIn) =>
    (await who.get(`/obligations/${march()}`).expect(200)).body.version?.nilQuestion;

  it('subscribes to posted batches', async () => {
    const listeners = await stand.asOwner(
      `select job_name from platform.event_subscription where fact_name = 'spend.batch-posted'`,
    );
    expect(listeners).toContainEqual({ job_name: 'on-fact.CompareNilReturns' });
  });

  it('asks supplier and manager once about purchases posted after a nil return, and closes when they are reversed', async () => {
    await supplier.post(`/obligations/${march()}/report-nil`).expect(201);
    await post(0, ['A1', '9000,00', '01']);
    expect(await questionTo(supplier)).toBeUndefined();
    const batchId = await post(0, ['F1', '80000,00'], ['F2', '1500,50']);
    const asked = {
      amount: '81500.50',
      invoices: 2,
      noticedAt: expect.any(String),
      isOpen: true,
      reason: null,
      reasonAt: null,
    };
    const first = await questionTo(supplier);
    expect(first).toEqual(asked);
    await compare(await lastPosted());
    expect(await questionTo(manager)).toEqual(first);
    const { body: matrix } = await manager.get('/compliance').expect(200);
    const cells = (matrix.rows as { cells: { id: string; version: { nilQuestion?: object } | null }[] }[]).flatMap(
      (row) => row.cells,
    );
    expect(cells.filter(({ version }) => version?.nilQuestion).map(({ id }) => id)).toEqual([march()]);
    await reverseBatch(stand, parties.buyers[0]!.actor, batchId);
    await compare(await lastPosted());
    expect(await questionTo(supplier)).toBeUndefined();
    await supplier.post(`/obligations/${march()}/report-nil/explain`, { reason: 'For sent.' }).expect(404);
  });

  it('is closed by a reason that the manager sees, until more is booked', async () => {
    await supplier.post(`/obligations/${march()}/report-nil`).expect(201);
    await post(0, ['F1', '80000,00']);
    await supplier.post(`/obligations/${march()}/report-nil/explain`, { reason: '  ' }).expect(400);
    const other = await signIn(stand, parties.suppliers[1]!.email);
    await other.post(`/obligations/${march()}/report-nil/explain`, { reason: 'Ikke vår.' }).expect(404);
    await manager.post(`/obligations/${march()}/report-nil/explain`, { reason: 'Ikke vår.' }).expect(403);
    await supplier
      .post(`/obligations/${march()}/report-nil/explain`, { reason: 'Fakturaen gjelder en annen avtale.' })
      .expect(204);
    expect(await questionTo(manager)).toMatchObject({
      isOpen: false,
      reason: 'Fakturaen gjelder en annen avtale.',
      reasonAt: expect.any(String),
    });
    await post(1, ['N1', '4000,00']);
    expect(await questionTo(manager)).toMatchObject({
      isOpen: true,
      amount: '84000.00',
      invoices: 2,
      reason: 'Fakturaen gjelder en annen avtale.',
    });
  });

  it('is closed by a report that replaces the nil return', async () => {
    await supplier.post(`/obligations/${march()}/report-nil`).expect(201);
    await post(0, ['F1', '80000,00']);
    expect(await questionTo(supplier)).toMatchObject({ isOpen: true });
    await acceptedReport(stand, parties, agreement, { lines: marchLines });
    expect(await questionTo(supplier)).toBeUndefined();
  });

  it('does not ask about what the supplier explained with the nil return', async () => {
    await post(0, ['F1', '80000,00']);
    await supplier.post(`/obligations/${march()}/report-nil`, { reason: 'Annen avtale.' }).expect(201);
    await post(1, ['N1', '50,00']);
    expect(await questionTo(manager)).toBeUndefined();
    await post(1, ['N2', '7000,00']);
    expect(await questionTo(manager)).toMatchObject({ amount: '7050.00', invoices: 2, isOpen: true });
  });
});
