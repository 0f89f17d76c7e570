import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { declarations } from '@tallgrunn/declarations-server';
import { submitFootprints, type TestFootprint } from '@tallgrunn/declarations-server/testing';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import type { CheckContext, Finding, FindingGroup } from '@tallgrunn/checks';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { reporting } from '../room.ts';
import { acceptedReport, marchLines, receivedReport, reportCsv } from '../testing.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, declarations, spend, reporting]);
});
afterAll(() => stand.close());

const finnskog = '311047116';
const solglott = '311082272';

type Posting = readonly [invoice: string, month: string, amount: string, orgNumber?: string, day?: string];
/** Builds a ledger without VAT, one posting per row. */
function ledger(postings: readonly Posting[]): string {
  const rows = postings.map(
    ([invoice, month, amount, orgNumber = finnskog, day = '25'], at) =>
      `${at + 1};${day}.${month}.2026;2026${month};115;4010;253;50012;Leverandør;${orgNumber};${invoice};${amount};Faktura`,
  );
  return [
    'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst',
    ...rows,
    '',
  ].join('\n');
}

interface World {
  readonly parties: Parties;
  readonly agreement: TestAgreement;
  readonly supplier: SignedIn;
}

async function world(): Promise<World> {
  const parties = await setUpParties(stand);
  return {
    parties,
    agreement: await setUpAgreement(stand, parties),
    supplier: await signIn(stand, parties.suppliers[0]!.email),
  };
}

const march = ({ agreement }: World): string => agreement.obligations['2026-03']!;
const post = ({ parties }: World, buyer: number, postings: readonly Posting[]) =>
  postBatch(stand, parties.buyers[buyer]!.actor, 'hovedbok.csv', ledger(postings));
const contextOf = async (who: SignedIn, obligationId: string): Promise<CheckContext> =>
  (await who.get(`/obligations/${obligationId}/context`).expect(200)).body as CheckContext;
const bookedIn = ({ buyers, booked, bookedInvoices }: CheckContext) => ({
  sums: booked?.buyer.map((buyer, at) => [
    buyers!.name[buyer],
    booked.amount[at],
    booked.invoices?.[at],
    booked.until?.[at],
  ]),
  invoices: bookedInvoices?.buyer.map((buyer, at) => [
    buyers!.name[buyer],
    bookedInvoices.number[at],
    bookedInvoices.on[at],
    bookedInvoices.amount[at],
  ]),
});
const findingsOf = async (of: World, text = reportCsv(marchLines)): Promise<Finding[]> => {
  const { verdict } = await receivedReport(stand, of.parties.suppliers[0]!.actor, march(of), text);
  return (verdict!.groups as unknown as readonly FindingGroup[]).map(({ example }) => example);
};

describe('booked spend in the check context', () => {
  let here: World;
  beforeAll(async () => {
    here = await world();
    await post(here, 0, [
      ['F1', '03', '9000,00'],
      ['F2', '03', '1000,00'],
      ['F2', '03', '-200,00'],
      ['F8', '02', '777,00'],
      ['F9', '04', '555,00'],
      ['S1', '03', '4321,00', solglott],
    ]);
    await post(here, 1, [['N1', '03', '592,00']]);
  });

  it('contains totals by buyer and invoices of the supplier', async () => {
    expect(bookedIn(await contextOf(here.supplier, march(here)))).toEqual({
      sums: [
        ['Kongsvinger kommune', '9800.00', 2, '2026-04-14'],
        ['Nord-Odal kommune', '592.00', 1, '2026-03-31'],
      ],
      invoices: [
        ['Kongsvinger kommune', 'F1', '2026-03-25', '9000.00'],
        ['Nord-Odal kommune', 'N1', '2026-03-25', '592.00'],
        ['Kongsvinger kommune', 'F2', '2026-03-25', '800.00'],
      ],
    });
  });

  it('is checked equally by server and browser, and raises a question when the report has less', async () => {
    const version = await receivedReport(stand, here.parties.suppliers[0]!.actor, march(here), reportCsv(marchLines));
    const { headers } = await here.supplier.get(`/obligations/${march(here)}/context`).expect(200);
    expect(headers['etag']).toContain(version.verdict!.contextSha256);
    const [said, more] = (await findingsOf(here)).filter(({ code }) => code === 'reported-below-booked');
    expect(more).toBeUndefined();
    expect(said).toMatchObject({
      class: 65,
      severity: 'confirm',
      found: '3125.00',
      expected: '9800.00',
      amount: '6675.00',
      params: {
        buyer: 'Kongsvinger kommune',
        count: 2,
        until: '2026-04-14',
        invoices: 'F1|9000.00|2026-03-25; F2|800.00|2026-03-25',
      },
    });
  });

  it('never contains data of another supplier, period or cooperative', async () => {
    const other = await signIn(stand, here.parties.suppliers[1]!.email);
    const { body: obligations } = await other.get('/obligations?periodKey=2026-03').expect(200);
    const text = JSON.stringify(await contextOf(other, obligations[0].id));
    expect(bookedIn(JSON.parse(text))).toEqual({
      sums: [['Kongsvinger kommune', '4321.00', 1, '2026-04-14']],
      invoices: [['Kongsvinger kommune', 'S1', '2026-03-25', '4321.00']],
    });
    for (const secret of ['F1', '9800', '9000.00', 'N1']) expect(text).not.toContain(`"${secret}"`);
    await other.get(`/obligations/${march(here)}/context`).expect(404);
    const elsewhere = await world();
    await post(elsewhere, 0, [['X1', '03', '123456,00']]);
    expect(JSON.stringify(await contextOf(here.supplier, march(here)))).not.toContain('123456');
    expect(bookedIn(await contextOf(elsewhere.supplier, march(elsewhere)))).toMatchObject({
      sums: [['Kongsvinger kommune', '123456.00', 1, '2026-03-31']],
    });
  });
});

describe('agreement of a booked amount', () => {
  const paper = {
    buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
    seller: { orgNumber: finnskog, name: 'Finnskog Storkjøkken Engros' },
  };
  const invoice = (id: string, net: string, contract: string | null) =>
    sampleUbl({
      ...paper,
      id,
      issuedOn: '2026-03-22',
      lines: [{ quantity: '1', unit: 'EA', net, price: net, name: 'Kjøttdeig' }],
      lineExtensionAmount: net,
      payableAmount: (Number(net) * 1.25).toFixed(2),
      ...(contract !== null && {
        headXml: `<cac:ContractDocumentReference><cbc:ID>${contract}</cbc:ID></cac:ContractDocumentReference>`,
      }),
    });

  it('is taken from the invoice, or from the buyer and supplier when they have only one agreement', async () => {
    const here = await world();
    for (const [id, net, contract] of [
      ['E1', '1000.00', 'A-1'],
      ['E2', '2000.00', null],
      ['E3', '4000.00', 'B-9'],
    ] as const)
      await postBatch(stand, here.parties.manager.actor, `${id}.xml`, invoice(id, net, contract));
    const sums = async () => bookedIn(await contextOf(here.supplier, march(here))).sums;
    expect(await sums()).toEqual([['Kongsvinger kommune', '7000.00', 3, null]]);
    await setUpAgreement(stand, here.parties, { number: 'B-9' });
    expect(await sums()).toEqual([['Kongsvinger kommune', '1000.00', 1, null]]);
  });
});

describe('nil return against booked spend', () => {
  it('is accepted at once when nothing or next to nothing is booked', async () => {
    const here = await world();
    await post(here, 0, [['F1', '03', '250,00']]);
    const { body } = await here.supplier.post(`/obligations/${march(here)}/report-nil`).expect(201);
    expect((await here.supplier.get(`/report-versions/${body.id}`).expect(200)).body).toMatchObject({
      state: 'accepted',
      kind: 'nil',
      verdict: { ok: true, groups: [] },
      confirmations: [],
    });
  });

  it('is blocked with evidence until it is explained; then the manager decides', async () => {
    const here = await world();
    await post(here, 0, [
      ['F1', '03', '80000,00'],
      ['F2', '03', '1500,50'],
    ]);
    const refused = await here.supplier.post(`/obligations/${march(here)}/report-nil`).expect(422);
    expect(refused.body).toMatchObject({
      code: 'nil-but-booked',
      params: { buyers: 1 },
      issues: [
        {
          code: 'nil-but-booked',
          params: {
            buyer: 'Kongsvinger kommune',
            booked: 81500.5,
            count: 2,
            until: '2026-03-31',
            invoices: 'F1|80000.00|2026-03-25; F2|1500.50|2026-03-25',
          },
        },
      ],
    });
    await here.supplier.post(`/obligations/${march(here)}/report-nil`, { reason: '   ' }).expect(422);
    expect((await here.supplier.get(`/obligations/${march(here)}`).expect(200)).body).toMatchObject({ version: null });
    const { body } = await here.supplier
      .post(`/obligations/${march(here)}/report-nil`, { reason: 'Fakturaene gjelder en annen avtale.' })
      .expect(201);
    const manager = await signIn(stand, here.parties.manager.email);
    const { body: version } = await manager.get(`/report-versions/${body.id}`).expect(200);
    expect(version).toMatchObject({
      state: 'submitted',
      needsDecision: true,
      verdict: { ok: false, groups: [{ code: 'nil-but-booked', class: 66 }] },
      confirmations: [{ code: 'nil-but-booked', reason: 'Fakturaene gjelder en annen avtale.' }],
    });
    await manager.post(`/report-versions/${body.id}/accept`).expect(204);
    expect((await here.supplier.get(`/obligations/${march(here)}`).expect(200)).body).toMatchObject({ state: 'nil' });
  });
});

describe('nil return against invoices of the first days of a period', () => {
  it('is blocked with a reservation, unless the previous report contains those invoices', async () => {
    const here = await world();
    await post(here, 0, [
      ['7001', '03', '4000,00', finnskog, '05'],
      ['7009', '03', '6000,00', finnskog, '13'],
    ]);
    const refused = await here.supplier.post(`/obligations/${march(here)}/report-nil`).expect(422);
    expect(refused.body.issues).toEqual([
      expect.objectContaining({
        params: {
          buyer: 'Kongsvinger kommune',
          early: 10_000,
          earlyCount: 2,
          earlyInvoices: '7009|6000.00|2026-03-13; 7001|4000.00|2026-03-05',
          until: '2026-03-31',
        },
      }),
    ]);
    await acceptedReport(stand, here.parties, here.agreement, {
      periodKey: '2026-02',
      lines: marchLines.map((line) => ({ ...line, deliveredOn: '17.02.2026' })),
    });
    const again = await here.supplier.post(`/obligations/${march(here)}/report-nil`).expect(422);
    expect(again.body.issues).toEqual([
      expect.objectContaining({
        params: {
          buyer: 'Kongsvinger kommune',
          early: 6000,
          earlyCount: 1,
          earlyInvoices: '7009|6000.00|2026-03-13',
          until: '2026-03-31',
        },
      }),
    ]);
    expect((await findingsOf(here)).map(({ code }) => code)).not.toContain('reported-below-booked');
  });
});

describe('declared value of the supplier', () => {
  const declared = async (...footprints: readonly TestFootprint[]) => {
    const here = await world();
    await submitFootprints(
      stand,
      here.parties.suppliers[0]!.actor,
      here.parties.suppliers[0]!.organisationId,
      footprints,
    );
    return here;
  };
  const of = async (here: World, ...codes: readonly string[]) =>
    (await findingsOf(here)).filter(
      ({ code }) => code.startsWith('declaration-') && (codes.length === 0 || codes.includes(code)),
    );

  it('is in the context by item, with its subject', async () => {
    const here = await declared({ productIds: ['urn:pact:finnskog:00512'], unit: 'piece', amount: '4', value: '50' });
    expect((await contextOf(here.supplier, march(here))).declarations).toMatchObject({
      number: ['D-2026-00001'],
      product: ['Testvare'],
      validTo: ['2028-12-31'],
      unit: ['4 stk'],
      value: ['50'],
    });
    const other = await signIn(stand, here.parties.suppliers[1]!.email);
    const { body: obligations } = await other.get('/obligations?periodKey=2026-03').expect(200);
    expect((await contextOf(other, obligations[0].id)).declarations?.number ?? []).toEqual([]);
  });

  it.each([
    ['declaration-expired', 68, { periodEnd: '2022-12-31' }],
    ['declaration-product', 69, {}],
    ['declaration-negative', 71, { value: '-3' }],
    ['declaration-scale', 72, { value: '12500' }],
    ['declaration-per-pack', 73, { unit: 'piece', amount: '12' }],
  ] as const)('raises a question: %s', async (code, errorClass, footprint) => {
    const here = await declared({ productIds: ['urn:pact:finnskog:30118'], ...footprint });
    expect(await of(here, code)).toMatchObject([
      { class: errorClass, severity: 'confirm', params: { number: 'D-2026-00001' } },
    ]);
  });

  it('raises a question when the components do not sum to the total', async () => {
    const parts = { biogenicNonCO2Emissions: '1', landUseChangeGhgEmissions: '2' };
    expect(
      await of(await declared({ productIds: ['urn:pact:finnskog:30118'], more: parts }), 'declaration-sum'),
    ).toMatchObject([{ class: 70, params: { total: 12.5, sum: 15.5 } }]);
    expect(
      await of(
        await declared({ productIds: ['urn:pact:finnskog:30118'], more: { ...parts, fossilGhgEmissions: '9.5' } }),
        'declaration-sum',
      ),
    ).toEqual([]);
  });
});
