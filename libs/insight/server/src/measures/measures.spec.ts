import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { closeLedgers, matchAndCalculate, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { sampleUbl, type SampleLine } from '@tallgrunn/formats/testing';
import { administrator, setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { Period } from '@tallgrunn/values';
import { RefreshCombined } from '../refresh-combined.ts';
import { insight } from '../room.ts';
import { linesOf, planted, type Planted, type Scenario } from './testing-planted.ts';
import type { BoughtKindsDto, MeasureDto, MeasureEffectDto, MeasureProposedDto } from './measure.dto.ts';

const seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let second: SignedIn;
let municipality: SignedIn;
const measures = new Map<Scenario, MeasureProposedDto>();
let invoiceCount = 0;

/**
 * Loads an invoice with its posting. The first is booked in the month after, which changes no quantity. Without
 * an invoice, the posting has the date of the goods.
 */
async function load(lines: readonly SampleLine[], on: string, orgNumber: string, hasInvoice = true): Promise<void> {
  const number = String(9000 + (invoiceCount += 1));
  const total = lines.reduce((sum, { net }) => sum + Number(net), 0).toFixed(2);
  const booked = invoiceCount === 1 ? `${monthAfter(on)}-03` : on;
  await postLedger(stand, parties, [{ account: '115', amount: total, on: booked, invoice: number, orgNumber }]);
  if (hasInvoice)
    await postBatch(
      stand,
      parties.manager.actor,
      'faktura.xml',
      sampleUbl({
        id: number,
        issuedOn: on,
        seller: { ...seller, orgNumber },
        buyer,
        lines,
        lineExtensionAmount: total,
      }),
      { kind: 'invoices', buyerId: parties.buyers[0]!.organisationId },
    );
}

const monthAfter = (on: string) => Period.next(Period.parse(on.slice(0, 7))).key;

/** Loads something else in the month after, because goods of a month may be booked until then, and calculates. */
async function run(month: string): Promise<void> {
  await postLedger(stand, parties, [{ account: '430', amount: '100.00', on: `${monthAfter(month)}-15` }]);
  await closeLedgers(stand, parties);
  await matchAndCalculate(stand, parties);
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run());
}

const proposal = (scenario: Scenario) => ({
  title: `Tiltak ${scenario}`,
  category: 'food',
  ownerId: parties.manager.actor.personId,
  startsIn: '2025-05',
  fromProducts: [planted[scenario].from],
  toProducts: [planted[scenario].to],
  share: '0.3',
  reason: 'Vedtak i sak 25/14.',
});
const effectOf = async (scenario: Scenario): Promise<MeasureEffectDto> =>
  (await manager.get(`/measures/${measures.get(scenario)!.id}/effects`).expect(200)).body[0];

/** Returns kg CO2e per kg of a kind before the measure. */
async function intensityOf(product: string): Promise<number> {
  const [row] = await stand.asOwner<{ value: string }>(
    `select f.value from factor_book.default_factor s join factor_book.factor f on f.set_id = s.set_id and f.id = s.factor_id where s.kind = 'product' and s.target = $1 order by s.default_set_id desc limit 1`,
    [product],
  );
  return Number(row!.value);
}

/** Returns the effect of the planted mix at the quantity after and the factors before, kg CO2e. */
async function trueEffect({ from, to, before, after }: Planted): Promise<number> {
  const share = ([a, b]: readonly [number, number]) => b / (a + b);
  const moved = (share(after) - share(before)) * (after[0] + after[1]);
  return moved * ((await intensityOf(to)) - (await intensityOf(from)));
}

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
  manager = await signIn(stand, parties.manager.email);
  second = await administrator(stand, parties, 'annen@example.no');
  municipality = await signIn(stand, parties.buyers[0]!.email);
  const [other] = await stand.asOwner<{ number: string }>(
    'select e.org_number as number from identity.organisation o join identity.legal_entity e on e.id = o.legal_entity_id where o.id = $1',
    [parties.suppliers[1]!.organisationId],
  );
  const { shift, price, factor, data } = planted;
  const ofFirst = (at: 'before' | 'after') => [
    ...[shift, price, factor].flatMap((each) => linesOf(each, at)),
    linesOf(data, at)[1]!,
  ];
  await load(ofFirst('before'), '2024-05-14', seller.orgNumber);
  await load([linesOf(data, 'before')[0]!], '2024-05-20', other!.number);
  await run('2024-05');
  for (const scenario of Object.keys(planted) as Scenario[])
    measures.set(scenario, (await manager.post('/measures', proposal(scenario)).expect(201)).body);
  // The same factor for beef until May 2025, then another.
  const { body: approvers } = await manager.get('/factor-assignments/approvers').expect(200);
  const approverId = (approvers as { id: string; name: string }[]).find(({ name }) => name === 'annen@example.no')!.id;
  const { id } = (
    await manager
      .post('/factor-assignments', {
        kind: 'product',
        target: 'beef',
        setId: 'poore-nemecek-2018',
        factorId: 'pn18-cheese',
        fromOn: '2025-05-01',
        reason: 'Ny faktor.',
      })
      .expect(201)
  ).body;
  await manager.post(`/factor-assignments/${id}/propose`, { approverId }).expect(204);
  await second.post(`/factor-assignments/${id}/decide`, { verdict: 'approved' }).expect(204);
  await load(ofFirst('after'), '2025-05-14', seller.orgNumber);
  // The second supplier's invoices are missing: its fish is in the ledger only.
  await load([linesOf(data, 'after')[0]!], '2025-05-20', other!.number, false);
  await run('2025-05');
});
afterAll(() => stand.close());

describe('expected effect', () => {
  it('is a share of the quantity of a year times the difference of the factors in force, with an interval', async () => {
    const { from, to, before } = planted.shift;
    const { expected } = measures.get('shift')!;
    const truth = 0.3 * before[0] * 12 * ((await intensityOf(to)) - (await intensityOf(from)));
    expect(Number(expected.kg)).toBeCloseTo(truth, 0);
    expect(Number(expected.low)).toBeLessThan(truth);
    expect(Number(expected.high)).toBeGreaterThan(truth);
    expect(expected).toMatchObject({ reason: null, months: { from: '2024-05', to: '2024-05' } });
  });

  it('uses the factor in force for a kind that was not bought, and says why where there is nothing to shift', async () => {
    const notBought = (await manager.post('/measures', { ...proposal('shift'), toProducts: ['oats'] }).expect(201))
      .body as MeasureProposedDto;
    const { from, before } = planted.shift;
    const truth = 0.3 * before[0] * 12 * ((await intensityOf('oats')) - (await intensityOf(from)));
    expect(Number(notBought.expected.kg)).toBeCloseTo(truth, 0);
    const nothing = (
      await manager
        .post('/measures', { ...proposal('shift'), fromProducts: ['oats'], toProducts: ['milk'] })
        .expect(201)
    ).body as MeasureProposedDto;
    expect(nothing.expected).toMatchObject({ reason: 'nothing-bought', kg: null });
    const early = (await manager.post('/measures', { ...proposal('shift'), startsIn: '2020-01' }).expect(201)).body;
    expect(early.expected).toMatchObject({ reason: 'incomplete', kg: null });
  });
});

describe('realised effect', () => {
  it.each(Object.keys(planted) as Scenario[])('of %s: the causes add up to the difference', async (scenario) => {
    const { before, after, steps } = await effectOf(scenario);
    const moved = steps.reduce((total, { kg }) => total + Number(kg), 0);
    if (steps.length > 0) expect(Number(before) + moved).toBeCloseTo(Number(after), 3);
  });

  it('equals the planted shift, with a change of volume and of prices at the same time', async () => {
    const truth = await trueEffect(planted.shift);
    const { effect, steps, reason } = await effectOf('shift');
    expect(reason).toBeNull();
    expect(Number(effect?.kg)).toBeCloseTo(truth, 2);
    expect(Number(effect?.low)).toBeLessThanOrEqual(truth);
    expect(Number(effect?.high)).toBeGreaterThanOrEqual(truth);
    const { before, after } = planted.shift;
    const growth = (after[0] + after[1]) / (before[0] + before[1]) - 1;
    const start =
      before[0] * (await intensityOf(planted.shift.from)) + before[1] * (await intensityOf(planted.shift.to));
    expect(Number(steps.find(({ step }) => step === 'volume')?.kg)).toBeCloseTo(growth * start, 2);
  });

  it('does not count a fall by volume and higher prices', async () => {
    const { effect, before, after } = await effectOf('price');
    expect(Number(after)).toBeLessThan(Number(before) * 0.75);
    expect(Number(effect?.kg)).toBeCloseTo(0, 3);
    expect(effect?.direction).toBe('unclear');
  });

  it('does not count a fall by another factor', async () => {
    const { effect, steps, before, after } = await effectOf('factor');
    expect(Number(after)).toBeLessThan(Number(before));
    expect(Number(effect?.kg)).toBeCloseTo(0, 3);
    expect(effect?.direction).toBe('unclear');
    expect(Number(steps.find(({ step }) => step === 'factor')?.kg)).toBeCloseTo(Number(after) - Number(before), 3);
  });

  it('does not count a fall by missing data of a supplier, and names the supplier', async () => {
    const { effect, steps, before, after, excludedSuppliers } = await effectOf('data');
    expect(Number(after)).toBeLessThan(Number(before));
    expect(Number(effect?.kg)).toBeCloseTo(0, 3);
    expect(effect?.direction).toBe('unclear');
    expect(excludedSuppliers).toHaveLength(1);
    expect(Number(steps.find(({ step }) => step === 'data')?.kg)).toBeCloseTo(Number(after) - Number(before), 3);
  });

  it('is not calculated while months are incomplete', async () => {
    const { id } = (await manager.post('/measures', { ...proposal('shift'), startsIn: '2026-02' }).expect(201)).body;
    const [first] = (await manager.get(`/measures/${id}/effects`).expect(200)).body as MeasureEffectDto[];
    expect(first).toMatchObject({ reason: 'incomplete', effect: null, before: null });
  });
});

describe('measures', () => {
  it('are decided in order by people with reasons, and recorded', async () => {
    const { id } = measures.get('shift')!;
    const decide = (state: string, status: number) =>
      manager.post(`/measures/${id}/decide`, { state, reason: 'Vedtatt i rådet.' }).expect(status);
    expect((await decide('under-way', 409)).body.code).toBe('measure-state-invalid');
    await decide('decided', 200);
    await decide('under-way', 200);
    const listed = ((await manager.get('/measures').expect(200)).body as MeasureDto[]).find((each) => each.id === id)!;
    expect(listed.state).toBe('under-way');
    expect(listed.decisions.map(({ state, reason }) => [state, reason])).toEqual([
      ['proposed', 'Vedtak i sak 25/14.'],
      ['decided', 'Vedtatt i rådet.'],
      ['under-way', 'Vedtatt i rådet.'],
    ]);
    const acts = await stand.asOwner<{ act: string }>(
      `select act from platform.audit_entry where subject_id = $1 order by at, id`,
      [id],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'insight.measure-proposed',
      'insight.measure-decided',
      'insight.measure-decided',
    ]);
  });

  it('of the cooperative are not shown to a municipality, which can propose none', async () => {
    expect((await municipality.get('/measures').expect(200)).body).toEqual([]);
    await municipality.get(`/measures/${measures.get('shift')!.id}/effects`).expect(404);
    await municipality.post('/measures', proposal('shift')).expect(403);
    const own = { ...proposal('shift'), buyerId: parties.buyers[0]!.organisationId };
    const { id } = (await manager.post('/measures', own).expect(201)).body;
    expect(((await municipality.get('/measures').expect(200)).body as MeasureDto[]).map((each) => each.id)).toEqual([
      id,
    ]);
    const [own0] = (await municipality.get(`/measures/${id}/effects`).expect(200)).body as MeasureEffectDto[];
    expect(Number(own0?.effect?.kg)).toBeCloseTo(await trueEffect(planted.shift), 2);
  });

  it('name only what the cooperative has', async () => {
    const { body } = await manager
      .post('/measures', {
        ...proposal('shift'),
        ownerId: parties.suppliers[0]!.actor.personId,
        buyerId: parties.suppliers[0]!.organisationId,
        toProducts: ['lamb', 'nothing'],
      })
      .expect(400);
    expect(body.issues.map(({ path }: { path: string }) => path)).toEqual(['ownerId', 'buyerId', 'toProducts']);
  });

  it('can shift between the kinds bought by mass in the newest complete months', async () => {
    const { months, kinds } = (await manager.get('/measures/kinds?category=food').expect(200)).body as BoughtKindsDto;
    expect(months).toEqual({ from: '2025-05', to: '2025-05' });
    const pork = kinds.find(({ code }) => code === 'pork')!;
    expect(Number(pork.mass)).toBe(planted.shift.after[1]);
    expect(kinds.map(({ code }) => code)).not.toContain('fish');
  });

  it('are seen against the same months of the year before', async () => {
    const { changes } = (await manager.get('/measures/kinds?category=food').expect(200)).body as BoughtKindsDto;
    expect(changes).toMatchObject({
      before: { from: '2024-05', to: '2024-05' },
      after: { from: '2025-05', to: '2025-05' },
    });
    const { from, before, after } = planted.shift;
    const change = changes?.kinds.find(({ code }) => code === from);
    expect([Number(change?.massBefore), Number(change?.massAfter)]).toEqual([before[0], after[0]]);
    for (const share of [changes?.knownBefore, changes?.knownAfter]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    // The fish of the second supplier has a quantity in the first year only.
    expect(changes!.knownAfter).toBeLessThan(changes!.knownBefore);
  });
});
