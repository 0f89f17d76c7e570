import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport } from '@tallgrunn/reporting-server/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { limits } from '@tallgrunn/values';
import fc from 'fast-check';
import { DecidePair } from '../decide-pair.ts';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';
import { GiveBulkAnswer } from './give-bulk-answer.ts';
import type { StoredBulkAnswer } from './list-bulk-answers.ts';
import type { Question } from './list-questions.ts';
import type { BulkPreview } from './preview-bulk-answer.ts';

type Agent = Awaited<ReturnType<typeof signIn>>;

const columns = {
  voucherNumber: 'Nr',
  voucherDate: 'Dag',
  account: 'Konto',
  amount: 'Sum',
  invoiceNumber: 'Faktura',
  supplierOrgNumber: 'Orgnr',
  text: 'Tekst',
};
const books = {
  id: 'books',
  name: 'Books',
  columns,
  required: ['voucherNumber'],
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  vat: { amounts: 'net' },
  currency: 'NOK',
};
const kroner = (ore: number) => (ore / 100).toFixed(2);
const dayOf = (at: number) => new Date(Date.UTC(2026, 2, 1 + at)).toISOString().slice(0, 10);

/**
 * A supplier that reports with VAT, with item names instead of numbers, without invoice numbers and a fixed number of
 * days before the ledger. It also delivers items that no report names. All amounts differ, and none is another's with
 * VAT.
 */
const drawn = fc.record({
  pairs: fc.integer({ min: 5, max: 9 }),
  days: fc.integer({ min: 2, max: 12 }),
  first: fc.integer({ min: 300_000, max: 400_000 }),
  step: fc.integer({ min: 1_000, max: 3_000 }).map((ore) => ore * 4),
  others: fc.integer({ min: 5, max: 8 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
});
afterAll(() => stand.close());

async function load(
  parties: Parties,
  agreement: TestAgreement,
  { pairs, days, first, step, others }: Drawn,
): Promise<void> {
  const ore = Array.from({ length: pairs }, (_, at) => first * 4 + at * step * 7);
  await acceptedReport(stand, parties, agreement, {
    lines: ore.map((booked, at) => ({
      itemNumber: `R${at}X`,
      itemName: `Levering uke ${at + 1}`,
      buyer: 'Kongsvinger kommune',
      quantity: '1',
      unit: 'pk',
      unitPrice: kroner(booked * 1.25).replace('.', ','),
      amount: kroner(booked * 1.25).replace('.', ','),
      deliveredOn: dayOf(at).split('-').toReversed().join('.'),
    })),
  });
  const { id: profileId } = await stand
    .get(UnitOfWork)
    .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(books, null));
  const rows = [
    ...ore.map((booked, at) => `${at + 1};${dayOf(at + days)};115;${kroner(booked)};${5000 + at};311047116;Kjøp ${at}`),
    ...Array.from(
      { length: others },
      (_, at) =>
        `${100 + at};${dayOf((at % 10) + 15)};120;${kroner(100_100 + at * 1_700)};${9000 + at};311047116;Varer til kantine ${at}`,
    ),
  ];
  await postBatch(
    stand,
    parties.manager.actor,
    'bok.csv',
    ['Nr;Dag;Konto;Sum;Faktura;Orgnr;Tekst', ...rows, ''].join('\n'),
    { kind: 'ledger', buyerId: parties.buyers[0]!.organisationId, profileId },
  );
}

const match = (parties: Parties) => stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
const linkCount = async (parties: Parties) =>
  Number(
    (
      await stand
        .get(UnitOfWork)
        .run({ ...parties.system }, () =>
          stand.get(Database).query<{ n: number }>('select count(*)::int as n from matching.door_link'),
        )
    )[0]!.n,
  );
const questions = async (who: Agent) => (await who.get('/matching/questions').expect(200)).body as Question[];
const given = async (who: Agent) => (await who.get('/matching/bulk-answers').expect(200)).body as StoredBulkAnswer[];
const preview = async (who: Agent, { supplierId, key }: Question, answer: object) =>
  (await who.post('/matching/bulk-answers/preview', { supplierId, key, ...answer }).expect(200)).body as BulkPreview;
const give = (who: Agent, { supplierId, key }: Question, answer: object, basis: string) =>
  who.post('/matching/bulk-answers', { supplierId, key, ...answer, basis, reason: 'Sett på alle.' });

async function world(made: Drawn) {
  const parties = await setUpParties(stand);
  await load(parties, await setUpAgreement(stand, parties), made);
  await match(parties);
  return { parties, manager: await signIn(stand, parties.manager.email) };
}

/**
 * Runs `second` while `first` has done its work but not committed. `first` ends once `second` waits for it, or has
 * ended without waiting.
 */
async function meanwhile<T>(
  second: () => Promise<T>,
  first: (wait: (done: unknown) => Promise<void>) => Promise<void>,
): Promise<T> {
  const done = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const begun = first(async () => {
    done.resolve();
    await go.promise;
  });
  await Promise.race([done.promise, begun]);
  let isOver = false;
  const answer = second().finally(() => (isOver = true));
  const waits = `select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`;
  while (!isOver && (await stand.asOwner(waits)).length === 0) await new Promise((resolve) => setImmediate(resolve));
  go.resolve();
  await begun;
  return answer;
}

describe('a bulk question', () => {
  it('links all pairs of a regularity with one answer, and unlinks them with one revocation', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (made) => {
        const { parties, manager } = await world(made);
        const buyer = await signIn(stand, parties.buyers[0]!.email);
        const before = await linkCount(parties);
        const pairs = (await questions(manager)).find(({ isPairs }) => isPairs)!;
        expect(pairs).toMatchObject({
          regularity: 'days',
          ratio: '1.25',
          days: made.days,
          lineCount: made.pairs,
          buyerCount: 1,
        });
        expect(pairs.samples).toHaveLength(3);
        const seen = await preview(manager, pairs, { verdict: 'same' });
        expect(seen).toMatchObject({
          lineCount: made.pairs,
          amount: pairs.amount,
          counts: { tied: 0, 'tied-with-difference': made.pairs, named: 0, 'stays-open': 0, 'several-fit': 0 },
        });
        expect(await linkCount(parties)).toBe(before);
        const { needsSecond } = (await give(manager, pairs, { verdict: 'same' }, seen.basis).expect(201)).body as {
          needsSecond: boolean;
        };
        expect(needsSecond).toBe(Number(pairs.amount) >= limits.secondApproval.amount);
        const [act] = await given(buyer);
        expect(act).toMatchObject({
          verdict: 'same',
          lineCount: made.pairs,
          inForceCount: made.pairs,
          waits: needsSecond,
        });
        if (needsSecond) {
          const waiting = (await buyer.get('/matching/pair-decisions?waiting=yes').expect(200)).body as {
            id: string;
            together: { lines: number; amount: string };
          }[];
          expect(waiting).toMatchObject([{ together: { lines: made.pairs, amount: pairs.amount } }]);
          expect(
            (await manager.post(`/matching/pair-decisions/${waiting[0]!.id}/approve`, {}).expect(409)).body.code,
          ).toBe('second-approver-required');
          await match(parties);
          expect(await linkCount(parties)).toBe(before);
          await buyer.post(`/matching/pair-decisions/${waiting[0]!.id}/approve`, {}).expect(201);
        }
        await match(parties);
        expect(await linkCount(parties)).toBe(before + made.pairs);
        expect((await questions(manager)).filter(({ isPairs }) => isPairs)).toEqual([]);
        expect(
          (await buyer.post(`/matching/bulk-answers/${act!.id}/revoke`, { reason: 'Feil.' }).expect(201)).body,
        ).toMatchObject({ lineCount: made.pairs });
        await match(parties);
        expect(await linkCount(parties)).toBe(before);
        expect(await given(manager)).toMatchObject([{ id: act!.id, inForceCount: 0, waits: false }]);
        expect(
          (await buyer.post(`/matching/bulk-answers/${act!.id}/revoke`, { reason: 'Feil.' }).expect(409)).body.code,
        ).toBe('bulk-answer-already-revoked');
        expect((await questions(manager)).find(({ key }) => key === pairs.key)).toMatchObject({
          lineCount: made.pairs,
        });
      }),
      { numRuns: 3 },
    );
  });

  it('explains lines of equal text with one answer, raises no further question, and requires the preview', async () => {
    const { parties, manager } = await world({ pairs: 5, days: 4, first: 300_000, step: 4_000, others: 6 });
    const open = (await questions(manager)).find(({ regularity }) => regularity === 'text')!;
    expect(open).toMatchObject({ side: 'booked', state: 'booked-not-reported', lineCount: 6 });
    expect(open.value).toMatch(/^varer til/);
    await manager
      .post('/matching/bulk-answers/preview', { supplierId: open.supplierId, key: open.key, verdict: 'same' })
      .expect(404);
    const seen = await preview(manager, open, { cause: 'off-assortment' });
    expect(seen.counts).toMatchObject({ named: 6 });
    expect((await give(manager, open, { cause: 'off-assortment' }, '0'.repeat(64)).expect(409)).body.code).toBe(
      'question-changed',
    );
    await give(manager, open, { cause: 'off-assortment' }, seen.basis).expect(201);
    await give(manager, open, { cause: 'off-assortment' }, seen.basis).expect(404);
    await match(parties);
    const named = (
      await manager.get('/matching/lines?side=booked&state=booked-not-reported&cause=off-assortment').expect(200)
    ).body as unknown[];
    expect(named).toHaveLength(6);
    expect(await given(manager)).toMatchObject([
      { cause: 'off-assortment', verdict: null, lineCount: 6, inForceCount: 6 },
    ]);
  });

  it('leaves pairs open that a user rejects, and does not ask again', async () => {
    const { parties, manager } = await world({ pairs: 6, days: 3, first: 310_000, step: 4_000, others: 5 });
    const pairs = (await questions(manager)).find(({ isPairs }) => isPairs)!;
    const seen = await preview(manager, pairs, { verdict: 'not-same' });
    expect(seen.counts).toMatchObject({ 'stays-open': 6, tied: 0, 'tied-with-difference': 0 });
    await give(manager, pairs, { verdict: 'not-same' }, seen.basis).expect(201);
    await match(parties);
    expect((await questions(manager)).filter(({ key }) => key === pairs.key)).toEqual([]);
  });

  it('covers the 500 largest lines, and asks about the others afterwards', async () => {
    const { manager } = await world({ pairs: 5, days: 4, first: 300_000, step: 4_000, others: 505 });
    const open = (await questions(manager)).find(({ regularity }) => regularity === 'text')!;
    expect(open).toMatchObject({ lineCount: 505 });
    const seen = await preview(manager, open, { cause: 'off-assortment' });
    expect(seen).toMatchObject({ lineCount: 500, leftCount: 5, counts: { named: 500 } });
    expect((await give(manager, open, { cause: 'off-assortment' }, seen.basis).expect(201)).body).toMatchObject({
      lineCount: 500,
    });
    expect((await questions(manager)).find(({ key }) => key === open.key)).toMatchObject({ lineCount: 5 });
    expect(await preview(manager, open, { cause: 'off-assortment' })).toMatchObject({ lineCount: 5, leftCount: 0 });
  });

  it.each([
    [20, [20]],
    [21, []],
  ])('compares lines that few others resemble: %i of the same amount', async (pairs, asked) => {
    const { manager } = await world({ pairs, days: 4, first: 300_000, step: 0, others: 5 });
    expect(
      (await questions(manager)).filter(({ isPairs, days }) => isPairs && days === 4).map(({ lineCount }) => lineCount),
    ).toEqual(asked);
  });

  it('serialises with parallel decisions on its lines, and sees their result', async () => {
    const { parties, manager } = await world({ pairs: 6, days: 3, first: 310_000, step: 4_000, others: 5 });
    const units = stand.get(UnitOfWork);
    const pairs = (await questions(manager)).find(({ isPairs }) => isPairs)!;
    const { basis } = await preview(manager, pairs, { verdict: 'same' });
    const pairOf = ({ samples }: Question) => ({
      versionId: samples[0]!.reported!.documentId,
      reportLineNo: samples[0]!.reported!.lineNo,
      batchId: samples[0]!.booked!.documentId,
      spendLineNo: samples[0]!.booked!.lineNo,
    });
    const decide = (of: Question, verdict: 'same' | 'not-same') =>
      stand.get(DecidePair).run({ ...pairOf(of), verdict, reason: 'Sett på.', seen: null });
    const bulk = (of: Question, seen: string) =>
      stand.get(GiveBulkAnswer).run({
        supplierId: of.supplierId,
        key: of.key,
        verdict: 'same',
        cause: null,
        basis: seen,
        reason: 'Sett på alle.',
      });
    const decisions = () =>
      stand.asOwner<{ id: string }>('select id from matching.pair_decision where cooperative_id = $1', [
        parties.cooperativeId,
      ]);

    const said = await meanwhile(
      () =>
        units.run({ ...parties.manager.actor }, () => bulk(pairs, basis).catch(({ code }: { code: string }) => code)),
      (wait) => units.run({ ...parties.manager.actor }, async () => wait(await decide(pairs, 'not-same'))),
    );
    expect(said).toBe('question-changed');
    expect(await decisions()).toHaveLength(1);

    const left = (await questions(manager)).find(({ isPairs }) => isPairs)!;
    const seen = await preview(manager, left, { verdict: 'same' });
    expect(seen.lineCount).toBe(5);
    await meanwhile(
      () => units.run({ ...parties.manager.actor }, () => decide(left, 'same')),
      (wait) => units.run({ ...parties.manager.actor }, async () => wait(await bulk(left, seen.basis))),
    );
    expect(await decisions()).toHaveLength(6);
  });

  it('hides the lines of other buyers', async () => {
    const { parties, manager } = await world({ pairs: 5, days: 4, first: 300_000, step: 4_000, others: 6 });
    const other = await signIn(stand, parties.buyers[1]!.email);
    expect((await questions(manager)).length).toBeGreaterThan(0);
    expect(await questions(other)).toEqual([]);
    const [open] = await questions(manager);
    await other
      .post('/matching/bulk-answers/preview', {
        supplierId: open!.supplierId,
        key: open!.key,
        cause: 'timing',
        verdict: 'same',
      })
      .expect(404);
  });
});
