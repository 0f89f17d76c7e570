import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { reviewFootprints, submitFootprints } from '@tallgrunn/declarations-server/testing';
import { sampleUbl, type SampleLine } from '@tallgrunn/formats/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines, type TestLine } from '@tallgrunn/reporting-server/testing';
import { postBatch } from '@tallgrunn/spend-server/testing';
import {
  calculate,
  closeLedgers,
  matchAndCalculate,
  postLedger,
  roomsOfEmissions,
  putPolicyInForce,
  currentParts,
} from './testing.ts';
import type { MethodWithFigure } from './calculation/methods.ts';
import { seller, buyer, short, co2e, unspsc } from './testing-methods.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let manager: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  manager = await signIn(stand, parties.manager.email);
});
afterAll(() => stand.close());

let invoices = 800;

/** Imports an invoice of the first buyer that is in no ledger, so that its lines are spend lines. */
async function loadInvoice(lines: readonly SampleLine[], issuedOn = '2026-05-04', currency = 'NOK'): Promise<string> {
  const { id } = await postBatch(
    stand,
    parties.manager.actor,
    'faktura.xml',
    sampleUbl({ id: String((invoices += 1)), issuedOn, seller, buyer, lines, currency }),
    { kind: 'invoices', buyerId: parties.buyers[0]?.organisationId ?? null },
  );
  return id;
}

describe('method policy per amount, in the order of the category', () => {
  const line = (change: Partial<TestLine>): TestLine => ({ ...marchLines[0]!, ...change });
  let batchId: string;

  beforeAll(async () => {
    await acceptedReport(stand, parties, agreement, {
      lines: [
        line({}),
        line({
          itemNumber: '30118',
          itemName: 'Lettmelk 10 l',
          quantity: '4',
          unit: 'stk',
          unitPrice: '148,00',
          amount: '592,00',
          invoiceNumber: '7002',
          deliveredOn: '05.03.2026',
        }),
        line({
          itemNumber: '77120',
          itemName: 'Laks 1 kg',
          quantity: '2',
          unit: 'kg',
          unitPrice: '189,90',
          amount: '379,80',
          invoiceNumber: '7002',
          deliveredOn: '05.03.2026',
        }),
      ],
    });
    batchId = await postLedger(stand, parties, [
      { account: '115', amount: '3125.00', invoice: '7001', orgNumber: seller.orgNumber },
      { account: '115', amount: '971.80', invoice: '7002', orgNumber: seller.orgNumber },
      { account: '200', amount: '500.00', orgNumber: seller.orgNumber },
    ]);
    await matchAndCalculate(stand, parties);
  });

  it('calculates reported amounts by quantity and unreported amounts by spend', async () => {
    // 10 packs of 2.5 kg × 33.3; 4 of 10.3 kg × 3.15; 2 kg × 13.63; NOK 500 × 0.027239265700483094
    expect((await currentParts(stand, parties, batchId)).map(short)).toEqual([
      [1, 'physical-average', '3125', '10', 'pk', 'pn18-beef-dairy-herd', '832.5'],
      [1, 'physical-average', '592', '4', 'stk', 'pn18-milk', '129.78'],
      [2, 'physical-average', '379.8', '2', 'kg', 'pn18-fish-farmed', '27.26'],
      [0, 'spend-account', '500', null, null, 'spend_6540_654', '13.619633'],
    ]);
    const { body } = await manager.get('/emissions/summary').expect(200);
    expect(body.totals).toMatchObject({
      spend: '4596.80',
      withFactor: '4596.80',
      kg: '1003.159633',
      fromKroner: '500.00',
      qualityBySpend: '3.22',
      qualityByKg: '3.03',
    });
  });

  it('explains a line in parts with the values of the formula', async () => {
    const { body } = await manager.get(`/emissions/explanations/spend-lines/${batchId}/2?language=en`).expect(200);
    expect(body.formula).toBe('4 stk × 32.445 = 129.78 kg CO₂e; 2 kg × 13.63 = 27.26 kg CO₂e. Together 157.04 kg CO₂e');
    expect(body.steps).toContain('1 stk weighs 10.3 kg net according to the price list.');
    expect(body.caveats).toContain('The factor is for the whole world, not Norway.');
    expect(body.figure).toMatchObject({ kg: '157.040000', method: 'physical-average', amount: '971.80' });
    expect(body.sources[0].label).toContain('Poore');
  });

  it('accepts supplier declarations in a category from a date, and in no other category', async () => {
    const { id } = await submitFootprints(stand, parties.suppliers[0]!.actor, parties.suppliers[0]!.organisationId, [
      {
        id: '11111111-1111-4111-8111-111111111111',
        productIds: ['urn:pact:finnskog:00512'],
        unit: 'kilogram',
        amount: '1000',
        value: '27300',
        verifiedBy: 'Kontroll AS',
      },
      {
        id: '22222222-2222-4222-8222-222222222222',
        productIds: ['urn:pact:finnskog:77120'],
        unit: 'kilogram',
        value: '4.1',
      },
      // Expired the day before the milk was delivered.
      {
        id: '33333333-3333-4333-8333-333333333333',
        productIds: ['urn:pact:finnskog:30118'],
        unit: 'kilogram',
        value: '0.9',
        periodEnd: '2023-03-04',
      },
    ]);
    await reviewFootprints(stand, parties.manager.actor, id);
    await calculate(stand, parties);
    const methods = async () => (await currentParts(stand, parties, batchId)).map(({ method, kg }) => [method, kg]);
    expect((await methods()).map(([method]) => method)).toEqual([
      'physical-average',
      'physical-average',
      'physical-average',
      'spend-account',
    ]);
    const rule = (fromOn: string, methodsOf: readonly MethodWithFigure[]) =>
      putPolicyInForce(stand, parties, {
        category: 'food',
        fromOn,
        methods: methodsOf,
        reason: 'Leverandørene er kontrollert.',
      });
    await rule('2026-03-05', [
      'declared-verified',
      'declared-unverified',
      'physical-average',
      'spend-category',
      'spend-account',
    ]);
    await calculate(stand, parties, 'test', { categories: ['food'] });
    // Beef was delivered on the 3rd, before the policy of the category applied.
    expect(await methods()).toEqual([
      ['physical-average', '832.5'],
      ['physical-average', '129.78'],
      ['declared-unverified', '8.2'],
      ['spend-account', '13.619633'],
    ]);
    await rule('2026-01-01', ['declared-verified', 'physical-average', 'spend-account']);
    expect(await calculate(stand, parties, 'test', { categories: ['food'] })).toMatchObject({ opened: 1, closed: 1 });
    // 10 × 2.5 kg × 27.3, declared per 1,000 kg.
    expect((await methods())[0]).toEqual(['declared-verified', '682.5']);
    // Of two policies that had started, the later one applies.
    const { body: fish } = await manager
      .get(`/emissions/explanations/spend-lines/${batchId}/2?language=en`)
      .expect(200);
    expect(fish.steps.filter((step: string) => step.startsWith('The methods of the category'))).toHaveLength(1);
    // A total names supplier-specific figures next to the factors, and who decided that they are used: the parts add
    // up.
    const { body: why } = await manager.get('/emissions/explanations/totals?category=food&language=en').expect(200);
    expect(
      why.parts.map(({ factor, value, kg }: { factor: string; value: string | null; kg: string }) => [
        factor,
        value,
        Number(kg),
      ]),
    ).toEqual([
      ['Suppliers’ declarations, checked by a third party', null, 682.5],
      ['Melk (kg)', '3.15', 129.78],
      ['Suppliers’ declarations, not checked', null, 8.2],
    ]);
    expect(why.figure.kg).toBe('820.480000');
    // Milk was delivered between the first days of the two policies, fish after both: each policy is named with its
    // number, first day and both persons.
    const rules = (steps: readonly string[]) => steps.filter((step) => step.includes(': rule '));
    expect(rules(why.steps)).toEqual([
      expect.stringMatching(
        /^Food and \S+: rule 2, for goods delivered from 1 Jan\w* 2026\. .*: verified declaration, average data, spend-based, by account\. “Leverandørene er kontrollert”\. Proposed by (.+), approved by (?!\1).+ on \d/,
      ),
      expect.stringMatching(/^Food and \S+: rule 1, for goods delivered from 5 Mar\w* 2026\./),
    ]);
    // A policy with the same first day replaces the earlier one in the next run; the run that used the earlier one
    // still names it.
    await rule('2026-03-05', ['declared-unverified', 'physical-average', 'spend-account']);
    await calculate(stand, parties, 'test', { categories: ['food'] });
    const rulesOf = async (query: string) =>
      rules(
        (await manager.get(`/emissions/explanations/totals?category=food&language=en${query}`).expect(200)).body.steps,
      ).map((step) => /rule \d/.exec(step)?.[0]);
    expect([await rulesOf(''), await rulesOf('&run=4')]).toEqual([
      ['rule 3', 'rule 2'],
      ['rule 2', 'rule 1'],
    ]);
    expect(why.versions.map(({ label }: { label: string }) => label)).toEqual(
      expect.arrayContaining([
        'Data quality, weighted by spend (1 best, 5 weakest)',
        'Data quality, weighted by emissions',
      ]),
    );
    expect(await calculate(stand, parties)).toMatchObject({ changed: false });
    expect((await manager.get('/emissions/runs/3/verification')).body).toMatchObject({ holds: true, lines: 4 });
  });

  it('does not offset unreported amounts with an excess reported elsewhere', async () => {
    // The voucher of 7004 is booked at 250, reported at 379.80 and matched by a decision; 7005 is booked but not
    // reported.
    await acceptedReport(stand, parties, agreement, {
      periodKey: '2026-02',
      lines: [
        line({
          itemNumber: '77120',
          itemName: 'Laks 1 kg',
          quantity: '2',
          unit: 'kg',
          unitPrice: '189,90',
          amount: '379,80',
          invoiceNumber: '7004',
          deliveredOn: '05.02.2026',
        }),
      ],
    });
    const id = await postLedger(stand, parties, [
      { account: '200', amount: '250.00', invoice: '7004', orgNumber: seller.orgNumber, on: '2026-04-02' },
      { account: '200', amount: '1000.00', invoice: '7005', orgNumber: seller.orgNumber, on: '2026-02-10' },
    ]);
    await stand.asOwner(
      `insert into matching.link (cooperative_id, opened_by_run, supplier_id, buyer_id, version_id, report_line_no, batch_id, spend_line_no, step, amount, evidence)
       select r.cooperative_id, 1, r.supplier_id, r.buyer_id, r.version_id, r.line_no, '${id}', 1, 'decision', 379.80, '{}' from reporting.report_line r where r.invoice_number = '7004' limit 1`,
    );
    await calculate(stand, parties);
    const parts = await currentParts(stand, parties, id);
    expect(
      parts.map(({ line_no, part, method, amount, quantity, kg, is_over_reported }) => [
        line_no,
        part,
        method,
        amount,
        quantity,
        kg,
        is_over_reported,
      ]),
    ).toEqual([
      [1, 1, 'physical-average', '250', '2', '27.26', true],
      [2, 0, 'spend-account', '1000', null, '27.239266', false],
    ]);
    expect((await manager.get('/emissions/summary').expect(200)).body.totals.overReported).toBe('250.00');
  });

  it('counts by the month of the ledger although the delivery was in another', async () => {
    // The salmon of 7004 was delivered in February and booked in April.
    const totals = async (month: string) =>
      (await manager.get(`/emissions/summary?from=${month}&to=${month}`).expect(200)).body.totals;
    expect([await totals('2026-02'), await totals('2026-04')]).toMatchObject([
      { spend: '1000.00', kg: '27.239266' },
      { spend: '250.00', kg: '27.260000' },
    ]);
    expect((await manager.get('/emissions/years').expect(200)).body).toEqual([2026]);
    // By delivery date it counts in February. A change by delivery date also requires the ledger of the following
    // month, which may contain deliveries of April.
    const delivered = async (month: string) =>
      (await manager.get(`/emissions/summary?from=${month}&to=${month}&by=delivery`).expect(200)).body.totals;
    expect([await delivered('2026-02'), await delivered('2026-04')]).toMatchObject([
      { spend: '1250.00', kg: '54.499266' },
      { spend: '0', kg: '0.000000' },
    ]);
    await closeLedgers(stand, parties);
    const change = async (by: string) =>
      (
        await manager
          .get(`/emissions/change?beforeFrom=2026-02&beforeTo=2026-02&from=2026-04&to=2026-04&by=${by}`)
          .expect(200)
      ).body;
    expect([await change('books'), await change('delivery')]).toMatchObject([
      { before: '27.239', after: '27.260', verdict: null, comparison: { standing: 'other-season' } },
      { before: null, after: null, verdict: null, comparison: { standing: 'incomplete' } },
    ]);
    await manager.get('/emissions/summary?by=order').expect(400);
    expect(
      (await manager.get('/emissions/explanations/totals?from=2026-04&to=2026-04').expect(200)).body.figure,
    ).toMatchObject({
      kg: '27.260000',
      amount: '250.00',
    });
  });
});

describe('unit conversions', () => {
  let batch: string;
  beforeAll(async () => {
    batch = await loadInvoice([
      { name: 'Lettmelk 1 l', quantity: '10', unit: 'LTR', net: '200.00', price: '20.00' },
      { name: 'Diesel', quantity: '100', unit: 'LTR', net: '1800.00', price: '18.00' },
      { name: 'Bærbar PC 14"', quantity: '2', unit: 'EA', net: '18000.00', price: '9000.00' },
      { name: 'Poteter', quantity: '1', unit: 'TNE', net: '9000.00', price: '9000.00' },
      { name: 'Egg', quantity: '500', unit: 'GRM', net: '30.00', price: '0.06' },
      { name: 'Kaffe', quantity: '3', unit: 'XBX', net: '300.00', price: '100.00' },
      { name: 'Vare 1', itemXml: unspsc('43211503'), quantity: '1', unit: 'EA', net: '9000.00', price: '9000.00' },
      { name: 'Kyllingfilet', quantity: '100', unit: 'KGM', net: '100.00', price: '1.00' },
      { name: 'Seminar', quantity: '1', unit: 'EA', net: '50.00', price: '50.00', itemXml: co2e('0.75') },
    ]);
    await calculate(stand, parties);
  });

  it('convert from the sold unit to the unit of the factor and never guess', async () => {
    expect(
      (await currentParts(stand, parties, batch)).map(({ method, quantity, multiplier, kg, combustion_kg_co2e }) => [
        method,
        quantity,
        multiplier,
        kg,
        combustion_kg_co2e,
      ]),
    ).toEqual([
      ['physical-average', '10', '3.2445', '32.445', null], // 1 litre weighs 1.03 kg
      ['physical-average', '100', '0.61101', '61.101', '266'], // production in category 3, combustion in scope 1
      ['physical-average', '2', '182.6', '365.2', null],
      ['physical-average', '1', '460', '460', null],
      ['physical-average', '500', '0.00467', '2.335', null],
      ['no-factor', '3', null, null, null], // the content of a box is unknown
      ['physical-average', '1', '182.6', '182.6', null], // by its code, independent of its name
      ['no-factor', '100', null, null, null], // 987 kg of CO2e for NOK 100 is implausible: wrong unit
      ['no-factor', '1', null, null, null], // the invoice's own figure is shown alongside until a policy uses it
    ]);
  });

  it('exclude combustion emissions from the total', async () => {
    const { body } = await manager.get('/emissions/summary?category=fuel').expect(200);
    expect(body.totals).toMatchObject({ kg: '61.101000', directKg: '266.000000' });
    const why = await manager.get(`/emissions/explanations/spend-lines/${batch}/2?language=en`).expect(200);
    expect(why.body.steps.join(' ')).toMatch(/emits a further 266 kg CO₂.*scope 1/);
  });

  it('use the figure on the invoice line where the category allows it', async () => {
    const [, ...rest] = await currentParts(stand, parties, batch);
    expect(rest.at(-1)).toMatchObject({ category: null });
    const furnished = await loadInvoice([
      { name: 'Pinnestol', quantity: '4', unit: 'EA', net: '4000.00', price: '1000.00', itemXml: co2e('11') },
    ]);
    await calculate(stand, parties);
    expect((await currentParts(stand, parties, furnished))[0]).toMatchObject({
      method: 'physical-average',
      kg: '74.4',
    });
    await putPolicyInForce(stand, parties, {
      category: 'furniture',
      fromOn: '2026-01-01',
      methods: [
        'declared-verified',
        'declared-unverified',
        'invoice-co2e',
        'physical-average',
        'spend-category',
        'spend-account',
      ],
      reason: 'Åpnet.',
    });
    await calculate(stand, parties, 'test', { categories: ['furniture'] });
    expect((await currentParts(stand, parties, furnished))[0]).toMatchObject({
      method: 'invoice-co2e',
      kg: '44',
      quality: 2,
    });
  });
});

describe('amounts of other years, with VAT, in other currencies', () => {
  it('are adjusted where index and rate exist, and flagged where one is missing', async () => {
    const id = await postLedger(stand, parties, [
      { account: '200', amount: '1000', on: '2024-06-01' },
      { account: '200', amount: '1000', on: '2023-06-01' },
      { account: '200', amount: '1250', on: '2024-06-01', vat: 'gross' },
      { account: '200', amount: '100', on: '2022-06-01', currency: 'USD' },
      { account: '200', amount: '100', on: '2022-06-01', currency: 'SEK' },
    ]);
    await calculate(stand, parties);
    // 31.36 t per million in 2022 prices, × 122.8 / 133.6; USD 100 × NOK 9.62.
    expect(
      (await currentParts(stand, parties, id)).map(({ method, price_level, price_standing, kg }) => [
        method,
        price_level,
        price_standing,
        kg,
      ]),
    ).toEqual([
      ['spend-account', '2024', 'deflated', '28.82491'],
      ['spend-account', '2026M08', 'not-deflated', '27.239266'],
      ['spend-account', '2024', 'deflated', '28.82491'],
      ['spend-account', '2022', 'deflated', '30.16832'],
      ['not-converted', null, null, null],
    ]);
    const why = (await manager.get(`/emissions/explanations/spend-lines/${id}/2?language=en`)).body;
    expect(why.caveats.join(' ')).toMatch(/not adjusted/);
    expect((await manager.get(`/emissions/explanations/spend-lines/${id}/1?language=en`)).body.steps.join(' ')).toMatch(
      /adjusted with the consumer price index/,
    );
  });
});

describe('uncertainty', () => {
  it('is returned for a total and for a change', async () => {
    const { body } = await manager.get('/emissions/uncertainty').expect(200);
    expect(Number(body.low)).toBeLessThan(Number(body.kg));
    expect(Number(body.high)).toBeGreaterThan(Number(body.kg));
    expect(Number(body.naiveHigh) - Number(body.naiveLow)).toBeLessThan(Number(body.high) - Number(body.low));
    await closeLedgers(stand, parties);
    const change = await manager
      .get('/emissions/change?from=2026-03&to=2026-03&beforeFrom=2026-02&beforeTo=2026-02')
      .expect(200);
    expect(change.body).toMatchObject({ verdict: null, comparison: { standing: 'other-season' } }); // other months of the year
    expect(Number(change.body.difference)).toBeCloseTo(Number(change.body.after) - Number(change.body.before), 2);
  });
});
