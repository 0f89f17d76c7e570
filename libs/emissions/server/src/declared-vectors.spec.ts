import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { reviewFootprints, submitEpd, submitFootprints } from '@tallgrunn/declarations-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines, type TestLine } from '@tallgrunn/reporting-server/testing';
import {
  calculate,
  matchAndCalculate,
  postLedger,
  roomsOfEmissions,
  putPolicyInForce,
  currentParts,
} from './testing.ts';
import type { MethodWithFigure } from './calculation/methods.ts';

const opened: readonly MethodWithFigure[] = [
  'declared-verified',
  'declared-unverified',
  'physical-average',
  'spend-category',
  'spend-account',
];

/** Figures calculated by hand, from a declaration to the kilograms of a line. */
describe('declarations calculated by hand', () => {
  let stand: TestApp;
  let parties: Parties;
  let agreement: TestAgreement;
  let manager: SignedIn;
  let batchId: string;
  const ids: string[] = [];
  const line = (change: Partial<TestLine>): TestLine => ({ ...marchLines[0]!, ...change });

  beforeAll(async () => {
    stand = await setUpTestApp(roomsOfEmissions);
    parties = await setUpParties(stand);
    agreement = await setUpAgreement(stand, parties);
    manager = await signIn(stand, parties.manager.email);
    for (const { code } of await stand.asOwner<{ code: string }>('select code from catalogue.category'))
      await putPolicyInForce(stand, parties, {
        category: code,
        fromOn: '2026-01-01',
        methods: opened,
        reason: 'Åpnet.',
      });
    const { actor, organisationId } = parties.suppliers[0]!;
    const gloves = await submitFootprints(stand, actor, organisationId, [
      {
        id: '11111111-1111-4111-8111-111111111111',
        productIds: ['urn:pact:finnskog:8801'],
        product: 'Hansker',
        unit: 'piece',
        amount: '100',
        value: '3',
        verifiedBy: 'Kontroll AS',
      },
    ]);
    // Expires on 4 March 2026, five years after publication.
    const beef = await submitEpd(stand, actor, organisationId, {
      id: '22222222-2222-4222-8222-222222222222',
      name: 'Storfekjøtt',
      unit: 'kg',
      amount: '1000',
      fossil: { 'A1-A3': '960' },
      luluc: { 'A1-A3': '2.5' },
      published: '2021-03-04',
      validUntil: '2026',
    });
    const salmon = await submitEpd(stand, actor, organisationId, {
      id: '33333333-3333-4333-8333-333333333333',
      name: 'Laks',
      unit: 'm3',
      massKg: '1050',
      fossil: { A1: '4000', A2: '100', A3: '100' },
      luluc: { A1: '0', A2: '0', A3: '0' },
    });
    ids.push(gloves.id, beef.id, salmon.id);
    for (const [declaration, itemNumber] of [
      [beef.id, '00512'],
      [salmon.id, '77120'],
    ] as const) {
      const { body } = await manager.get(`/declarations/${declaration}`).expect(200);
      await manager
        .post(`/footprints/${body.footprints[0].id}/item-links`, {
          itemNumber,
          verdict: 'linked',
          reason: 'Samme vare.',
        })
        .expect(204);
    }
    await acceptedReport(stand, parties, agreement, {
      lines: [
        line({ deliveredOn: '03.03.2026', invoiceNumber: '7001' }),
        line({ deliveredOn: '05.03.2026', invoiceNumber: '7002' }),
        line({
          itemNumber: '77120',
          itemName: 'Laks 1 kg',
          quantity: '2',
          unit: 'kg',
          unitPrice: '189,90',
          amount: '379,80',
          invoiceNumber: '7003',
          deliveredOn: '05.03.2026',
        }),
        line({
          itemNumber: '8801',
          itemName: 'Hansker',
          quantity: '5',
          unit: 'eske',
          unitPrice: '98,00',
          amount: '490,00',
          invoiceNumber: '7004',
          deliveredOn: '20.03.2026',
        }),
      ],
    });
    batchId = await postLedger(stand, parties, [
      { account: '115', amount: '3125.00', invoice: '7001', orgNumber: '311047116' },
      { account: '115', amount: '3125.00', invoice: '7002', orgNumber: '311047116' },
      { account: '115', amount: '379.80', invoice: '7003', orgNumber: '311047116' },
      { account: '115', amount: '490.00', invoice: '7004', orgNumber: '311047116' },
    ]);
    await matchAndCalculate(stand, parties);
  });
  afterAll(() => stand.close());

  const methods = async () =>
    (await currentParts(stand, parties, batchId)).map(({ line_no, method, kg }) => [line_no, method, kg]);
  const why = async (lineNo: number, language = 'en') =>
    (await manager.get(`/emissions/explanations/spend-lines/${batchId}/${lineNo}?language=${language}`).expect(200))
      .body as {
      steps: string[];
      formula: string;
      sources: { label: string }[];
      versions: { label: string }[];
    };

  it('are supplier-specific alternatives and not in the total until accepted', async () => {
    expect((await methods()).filter(([, method]) => String(method).startsWith('declared'))).toEqual([]);
    expect(
      (await manager.get('/emissions/summary').expect(200)).body.beside.find(
        ({ standing }: { standing: string }) => standing === 'counted',
      ),
    ).toMatchObject({ lines: 3 });
    expect((await why(1)).steps.join('\n')).toMatch(/“Storfekjøtt” \(D-2026-\d{5}\) has not been approved/);
  });

  it('use unit conversions per 1,000 kg, per 100 pieces and per cubic metre', async () => {
    for (const id of ids) await reviewFootprints(stand, parties.manager.actor, id);
    await calculate(stand, parties);
    expect(await methods()).toEqual([
      [1, 'declared-verified', '24.0625'], // 10 packs × 2.5 kg × 962.5 / 1,000
      [2, 'physical-average', '832.5'], // the EPD had expired: 10 packs × 2.5 kg × 33.3
      [3, 'declared-verified', '8'], // 2 kg / 1,050 kg per m³ × 4,200
      [4, 'declared-verified', '15'], // 5 boxes × 100 pieces × 3 / 100
    ]);
  });

  it('fall back and explain it when they had expired on the delivery date', async () => {
    const counted = await why(1);
    expect(counted.formula).toBe('10 pk × 2.40625 = 24.0625 kg CO₂e');
    // States the date that its validity is compared with, and names only the supplier as its source.
    expect(counted.steps.join('\n')).toMatch(/Valid .* to .*\nThe goods are taken as delivered on \d+ March 2026\./);
    expect(counted.sources).toEqual([{ label: expect.stringMatching(/^The supplier's declaration/) }]);
    expect(counted.versions.some(({ label }) => label === 'Data year')).toBe(false);
    expect((await why(2)).steps.join('\n')).toMatch(
      /“Storfekjøtt” \(D-2026-\d{5}\) was valid from 4 March 2021 to 4 March 2026, but the goods were delivered on 5 March 2026/,
    );
    expect((await why(2, 'nn')).steps.join('\n')).toMatch(/Difor blir han ikkje brukt her/);
    expect((await why(3)).steps.join('\n')).toMatch(
      /EPD of “Laks” \(D-2026-\d{5}\): 4,200 kg CO₂e per m³ for modules A1–A3, without biogenic carbon/,
    );
    expect((await why(3)).steps.join('\n')).toMatch(/1 kg = 0\.000952\d+ m³, by the mass the publisher states/);
    expect((await manager.get('/emissions/runs/2/verification')).body).toMatchObject({ holds: true });
  });

  it('exclude an item linked after the acceptance until the next acceptance', async () => {
    const supplier = await signIn(stand, parties.suppliers[0]!.email);
    const { actor, organisationId } = parties.suppliers[0]!;
    const { id } = await submitEpd(stand, actor, organisationId, {
      id: '44444444-4444-4444-8444-444444444444',
      name: 'Svinekjøtt',
      unit: 'kg',
      fossil: { 'A1-A3': '8' },
      luluc: { 'A1-A3': '0' },
    });
    await reviewFootprints(stand, parties.manager.actor, id);
    const { body } = await supplier.get(`/declarations/${id}`).expect(200);
    await supplier
      .post(`/footprints/${body.footprints[0].id}/item-links`, {
        itemNumber: '00512',
        verdict: 'linked',
        reason: 'Samme vare.',
      })
      .expect(204);
    await calculate(stand, parties);
    expect((await methods())[1]).toEqual([2, 'physical-average', '832.5']);
    expect((await why(2)).steps.join('\n')).toMatch(
      /“Svinekjøtt” \(D-2026-\d{5}\) has been approved, but not for this item, which was linked to it later/,
    );
    const [line] = await stand.asOwner<{ version_id: string; line_no: number }>(
      `select version_id, line_no from emissions.supplier_footprint_result where closed_by_run is null and standing = 'counted' and not accepted`,
    );
    expect(
      (
        await manager
          .get(`/emissions/explanations/reported-lines/${line?.version_id}/${line?.line_no}?language=en`)
          .expect(200)
      ).body.caveats,
    ).toContainEqual(expect.stringMatching(/approved, but not for this item/));
    await reviewFootprints(stand, parties.manager.actor, id);
    await calculate(stand, parties);
    expect((await methods())[1]).toEqual([2, 'declared-verified', '200']); // 10 packs × 2.5 kg × 8
  });

  it('are excluded after the acceptance is revoked', async () => {
    await reviewFootprints(stand, parties.manager.actor, ids[2]!, 'to-clarify');
    await calculate(stand, parties);
    expect((await methods())[2]).toEqual([3, 'physical-average', '27.26']);
  });
});
