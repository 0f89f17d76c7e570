import { administrator, setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { createHash } from 'node:crypto';
import { VerifyNightly } from './verification/verify-nightly.ts';
import { calculate, postLedger, roomsOfEmissions, putPolicyInForce, recordExternalFigures } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let buyer: SignedIn;
let approver: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
  approver = await administrator(stand, parties, 'godkjenner@example.no');
});
afterAll(() => stand.close());

describe('external figures', () => {
  const statedBy = {
    madeBy: 'Et konsulentselskap',
    method: 'Kroner ganger faktorer for hver art',
    source: 'Rapport 2021, sak 22/417',
  };
  const propose = (figures: object[], more: object = {}) =>
    manager.post('/emissions/external-figure-proposals', { figures, ...statedBy, ...more });
  const record = (figures: object[], more: object = {}) =>
    recordExternalFigures(manager, approver, { figures, ...statedBy, ...more });

  it('are stored with author and method; a correction is a new row and the latest is in force', async () => {
    const buyerId = parties.buyers[0]!.organisationId;
    await record([
      { year: 2019, kg: '1250000' },
      { year: 2019, buyerId, category: 'food', kg: '41000.5' },
      { year: 2019, buyerId: parties.buyers[1]!.organisationId, kg: '9' },
    ]);
    await record([{ year: 2019, kg: '1260000' }], { source: 'Rettet rapport, sak 22/418' });
    const { body } = await manager.get('/emissions/external-figures').expect(200);
    expect(
      body.map(({ year, buyer: whose, category, kg, source }: Record<string, unknown>) => [
        year,
        whose,
        category,
        kg,
        source,
      ]),
    ).toEqual([
      [2019, null, null, '1260000.000000', 'Rettet rapport, sak 22/418'],
      [2019, 'Kongsvinger kommune', 'food', '41000.500000', statedBy.source],
      [2019, 'Nord-Odal kommune', null, '9.000000', statedBy.source],
    ]);
    expect(body[0]).toMatchObject({
      madeBy: statedBy.madeBy,
      method: statedBy.method,
      by: 'Samkjøp',
      approvedBy: 'godkjenner@example.no',
    });
    // The recorded content as one text that anyone can hash.
    expect(body[0].sealed).toBe(
      `2019 | * | * | 1260000.000000 kg | ${statedBy.madeBy} | ${statedBy.method} | Rettet rapport, sak 22/418`,
    );
    for (const { sealed, sha256 } of body) expect(sha256).toBe(createHash('sha256').update(sealed).digest('hex'));
    expect(
      (await buyer.get('/emissions/external-figures').expect(200)).body.map(({ kg }: { kg: string }) => kg),
    ).toEqual(['1260000.000000', '41000.500000']);
    expect(await stand.asOwner('select count(*)::int as rows from emissions.external_figure')).toEqual([{ rows: 4 }]);
  });

  it('return findings with their locations', async () => {
    const { body } = await propose([
      { year: 2020, category: 'nowhere', kg: '1' },
      { year: 2099, kg: '1' },
    ]).expect(422);
    expect(body.issues.map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual([
      ['category-unknown', 'figures.0.category'],
      ['year-not-been', 'figures.1.year'],
    ]);
    await propose([{ year: 2020, kg: '-1' }]).expect(400);
    await propose([]).expect(400);
    const blank = await propose([{ year: 2020, kg: '1' }], { madeBy: ' ', method: '\t', source: '  ' }).expect(400);
    expect(blank.body.issues.map(({ path }: { path: string }) => path)).toEqual(['madeBy', 'method', 'source']);
    await buyer
      .post('/emissions/external-figure-proposals', { figures: [{ year: 2020, kg: '1' }], ...statedBy })
      .expect(403);
  });
});

describe('nightly verification', () => {
  const verify = () => stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(VerifyNightly).run());

  it('recalculates everything and equals the incremental runs', async () => {
    expect(await verify()).toBeNull();
    await postLedger(stand, parties, [
      { account: '200', amount: '1000' },
      { account: '115', amount: '500' },
      { account: '230', amount: '70' },
    ]);
    await calculate(stand, parties);
    await putPolicyInForce(stand, parties, {
      category: 'food',
      fromOn: '2026-01-01',
      methods: ['physical-average', 'spend-account'],
      reason: 'Bare mengde.',
    });
    await calculate(stand, parties, 'emissions.ruled', { categories: ['food'] });
    const proof = await verify();
    expect(proof).toMatchObject({ lines: 3, differing: 0, madeRun: null, overtaken: false });
    expect((await buyer.get('/emissions/nightly-verifications').expect(200)).body).toMatchObject([
      { run: proof!.run, differing: 0 },
    ]);
  });

  it('counts differences and corrects them with a separate run', async () => {
    await stand.asOwner(`update emissions.result set kg = kg + 1 where account_code = '200' and closed_by_run is null`);
    const proof = await verify();
    expect(proof).toMatchObject({ lines: 3, differing: 1, madeRun: proof!.run + 1, overtaken: false });
    expect(await verify()).toMatchObject({ run: proof!.madeRun, differing: 0 });
  });

  it('uses a seeded sample of buyers when there are many lines, and recalculates everything when the sample differs', async () => {
    await postLedger(
      stand,
      parties,
      [
        { account: '200', amount: '10' },
        { account: '230', amount: '20' },
      ],
      { buyer: 1 },
    );
    await calculate(stand, parties);
    const night = stand.get(VerifyNightly);
    const usual = [night.wholeLinesMax, night.sampleLines] as const;
    Object.assign(night, { wholeLinesMax: 4, sampleLines: 1 });
    try {
      const proof = await verify();
      expect(proof).toMatchObject({
        lines: 5,
        differing: 0,
        madeRun: null,
        overtaken: false,
        sample: { buyers: 2, buyersTried: 1, seed: expect.stringMatching(/^\d{4}-\d\d-\d\d\/\d+$/) },
      });
      expect([2, 3]).toContain(proof!.linesTried);
      expect((await verify())!.sample).toEqual(proof!.sample);
      expect((await verify())!.linesTried).toBe(proof!.linesTried);
      const [listed] = (await buyer.get('/emissions/nightly-verifications').expect(200)).body;
      expect(listed).toMatchObject({ run: proof!.run, linesTried: proof!.linesTried, sample: proof!.sample });
      // An error in the other buyer's lines is not in this sample; an error in these lines triggers a full calculation.
      const other = parties.buyers[proof!.linesTried === 2 ? 0 : 1]!.organisationId;
      const slip = (of: string) =>
        stand.asOwner(
          `update emissions.result set kg = kg + 1 where kg is not null and closed_by_run is null and buyer_id = '${of}'`,
        );
      await slip(other);
      expect(await verify()).toMatchObject({ differing: 0, sample: { buyersTried: 1 } });
      await slip(parties.buyers[proof!.linesTried === 2 ? 1 : 0]!.organisationId);
      const whole = await verify();
      expect(whole).toMatchObject({ linesTried: 5, sample: null, madeRun: proof!.run + 1 });
      expect(whole!.differing).toBeGreaterThan(1);
      expect(await verify()).toMatchObject({ run: whole!.madeRun, differing: 0 });
    } finally {
      Object.assign(night, { wholeLinesMax: usual[0], sampleLines: usual[1] });
    }
  });

  it('is flagged as overtaken when new data has arrived', async () => {
    await postLedger(stand, parties, [{ account: '200', amount: '5' }]);
    expect(await verify()).toMatchObject({ differing: 0, overtaken: true, madeRun: expect.any(Number) });
  });
});
