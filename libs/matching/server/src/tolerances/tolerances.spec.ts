import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport } from '@tallgrunn/reporting-server/testing';
import { spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import fc from 'fast-check';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';
import type { Variance } from '../variances/sum-variances.ts';
import type { Tolerance } from './list-tolerances.ts';
import type { TolerancePreview, ToleranceMoves } from './preview-tolerance.ts';
import { firstPreviewDay } from './tolerance-draft.ts';

const kroner = (ore: number): string => (ore / 100).toFixed(2);
const ore = (amount: string): number => Math.round(Number(amount) * 100);
const comma = (ore: number): string => kroner(ore).replace('.', ',');

/** A line of an invoice and of its report: quantities, prices in øre, and the week of the invoice in March 2026. */
const drawnLine = fc.record({
  booked: fc.integer({ min: 4, max: 40 }),
  more: fc.integer({ min: -3, max: 3 }),
  price: fc.integer({ min: 2_000, max: 90_000 }),
  dearer: fc.integer({ min: -900, max: 900 }),
  isOtherUnit: fc.nat({ max: 5 }).map((n) => n === 0),
  week: fc.integer({ min: 0, max: 2 }),
});
type DrawnLine = typeof drawnLine extends fc.Arbitrary<infer T> ? T : never;

const percent = fc.option(
  fc.integer({ min: 0, max: 300 }).map((tenths) => (tenths / 10).toFixed(1)),
  { nil: null },
);
const amount = fc.option(fc.integer({ min: 0, max: 60_000 }).map(kroner), { nil: null });
const drawnLimits = fc.record({
  pricePercent: percent,
  priceAmount: amount,
  quantityPercent: percent,
  quantityAmount: amount,
});
const firstDays = ['2026-01-01', '2026-03-05', '2026-03-06', '2026-03-12', '2026-03-15', '2026-03-19', '2026-04-01'];
const drawnVersion = fc.record({
  isOfAgreement: fc.boolean(),
  isInherited: fc.nat({ max: 4 }).map((n) => n === 0),
  validFrom: fc.constantFrom(...firstDays),
  limits: drawnLimits,
});
type DrawnVersion = typeof drawnVersion extends fc.Arbitrary<infer T> ? T : never;

const dayOf = ({ week }: DrawnLine) => `2026-03-${String(5 + 7 * week).padStart(2, '0')}`;
const deliveredOn = ({ week }: DrawnLine) => `${String(3 + 7 * week).padStart(2, '0')}.03.2026`;
const reportedOf = (line: DrawnLine) => (line.booked + line.more) * (line.price + line.dearer);
const bookedOf = (line: DrawnLine) => line.booked * line.price;

/** The rule of the limits, in whole øre and thousandths of per cent; written without looking at the SQL. */
function isWithin(line: DrawnLine, { limits }: Pick<DrawnVersion, 'limits'>): boolean {
  const fits = (part: number, basis: number, per: string | null, kr: string | null): boolean => {
    if (part === 0) return true;
    if (per === null && kr === null) return false;
    return (
      (per === null || Math.abs(part) * 1000 <= Math.round(Number(per) * 10) * Math.abs(basis)) &&
      (kr === null || Math.abs(part) <= ore(kr))
    );
  };
  const quantity = line.more * line.price;
  return (
    fits(quantity, bookedOf(line), limits.quantityPercent, limits.quantityAmount) &&
    fits(
      reportedOf(line) - bookedOf(line) - quantity,
      bookedOf(line) + quantity,
      limits.pricePercent,
      limits.priceAmount,
    )
  );
}

const TODAY = new Date('2026-05-20T08:00:00Z');
let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
});
afterAll(() => stand.close());

/** Posts invoices of each week, reports them, and links the lines. */
async function load(parties: Parties, lines: readonly DrawnLine[]): Promise<string> {
  const agreement = await setUpAgreement(stand, parties);
  const numbered = lines.map((line, at) => ({
    line,
    number: `88${at}1`,
    name: `Vare ${at}`,
    invoice: `700${line.week}`,
  }));
  for (const [invoice, own] of Map.groupBy(numbered, (each) => each.invoice)) {
    const xml = sampleUbl({
      id: invoice,
      issuedOn: dayOf(own[0]!.line),
      seller: { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' },
      buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
      lines: own.map(({ line, number, name }) => ({
        quantity: String(line.booked),
        unit: 'KGM',
        net: kroner(bookedOf(line)),
        price: kroner(line.price),
        name,
        sellerNumber: number,
      })),
    });
    await postBatch(stand, parties.manager.actor, `faktura-${invoice}.xml`, xml, {
      kind: 'invoices',
      buyerId: parties.buyers[0]!.organisationId,
    });
  }
  await acceptedReport(stand, parties, agreement, {
    lines: numbered.map(({ line, number, name, invoice }) => ({
      itemNumber: number,
      itemName: name,
      buyer: 'Kongsvinger kommune',
      quantity: String(line.booked + line.more),
      unit: line.isOtherUnit ? 'stk' : 'kg',
      unitPrice: comma(line.price + line.dearer),
      amount: comma(reportedOf(line)),
      deliveredOn: deliveredOn(line),
      invoiceNumber: invoice,
    })),
  });
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
  // reports set the clock to their own day
  stand.clock.runFrom(TODAY);
  return agreement.agreementId;
}

interface AssessedLine {
  readonly itemNumber: string | null;
  readonly amount: string;
  readonly tolerance: string | null;
}

describe('tolerance limits', () => {
  it('move what the preview shows, whatever limits and days are drawn; earlier days keep their result', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawnLine, { minLength: 5, maxLength: 9 }),
        fc.array(drawnVersion, { minLength: 2, maxLength: 5 }),
        async (lines, versions) => {
          const parties = await setUpParties(stand);
          const agreementId = await load(parties, lines);
          const manager = await signIn(stand, parties.manager.email);
          const results = async (): Promise<Map<string, AssessedLine>> => {
            const query = '/matching/lines?side=booked&state=matched';
            const rows = (await manager.get(query).expect(200)).body as AssessedLine[];
            return new Map(
              rows.filter(({ tolerance }) => tolerance !== null).map((row) => [row.itemNumber ?? '', row]),
            );
          };
          const sums = async (): Promise<Variance[]> => (await manager.get('/matching/variances').expect(200)).body;
          const stored: DrawnVersion[] = [];
          let before = await results();
          expect([...before.values()].every(({ tolerance }) => tolerance === 'to-follow-up')).toBe(true);
          expect(new Set(before.keys())).toEqual(
            new Set(lines.flatMap((line, at) => (reportedOf(line) === bookedOf(line) ? [] : [`88${at}1`]))),
          );
          for (const version of versions) {
            const { isOfAgreement, validFrom, limits } = version;
            const isInherited = isOfAgreement && version.isInherited;
            const draft = { agreementId: isOfAgreement ? agreementId : null, validFrom, isInherited, limits };
            const shown: TolerancePreview = (await manager.post('/matching/tolerances/preview', draft).expect(200))
              .body;
            const { body: refused } = await manager
              .post('/matching/tolerances', { ...draft, reason: 'Øre.', basis: '0'.repeat(64) })
              .expect(409);
            expect(refused).toMatchObject({ code: 'tolerance-effect-changed' });
            await manager
              .post('/matching/tolerances', { ...draft, reason: 'Øreavrunding.', basis: shown.basis })
              .expect(201);
            stored.push({ ...version, isInherited });
            const after = await results();
            const moved = (from: string): { lineCount: number; amount: string } => {
              const own = [...after.values()].filter(
                ({ itemNumber, tolerance }) => tolerance !== from && before.get(itemNumber ?? '')?.tolerance === from,
              );
              const sizes = own.map(({ itemNumber }) => sizeOf(lines, itemNumber));
              return { lineCount: own.length, amount: kroner(sizes.reduce((all, size) => all + size, 0)) };
            };
            const moves: ToleranceMoves = { toWithin: moved('to-follow-up'), toFollowUp: moved('within-tolerance') };
            expect(shown.total.onSaving).toEqual(moves);
            expect(shown.suppliers.map(({ onSaving }) => onSaving)).toEqual(before.size > 0 ? [moves] : []);
            for (const [number, { tolerance }] of after)
              if (dayOf(lineOf(lines, number)) < validFrom)
                expect({ number, tolerance }).toEqual({ number, tolerance: before.get(number)?.tolerance });
            before = after;
          }
          compareWithRule(lines, stored, before, await sums());
          const list: Tolerance[] = (await manager.get('/matching/tolerances').expect(200)).body;
          expect(list).toHaveLength(versions.length);
        },
      ),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('would move in the whole period what they move if they begin with it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawnLine, { minLength: 5, maxLength: 8 }), drawnLimits, async (lines, limits) => {
        const parties = await setUpParties(stand);
        await load(parties, lines);
        const manager = await signIn(stand, parties.manager.email);
        const preview = async (validFrom: string): Promise<TolerancePreview> =>
          (await manager.post('/matching/tolerances/preview', { validFrom, limits }).expect(200)).body;
        const first = await preview('2025-05-01');
        expect(first.from).toBe('2025-05-01');
        expect(first.total.onSaving).toEqual(first.total.wholePeriod);
        const later = await preview('2027-01-01');
        expect(later.total.wholePeriod).toEqual(first.total.onSaving);
        expect(later.total.onSaving.toWithin).toEqual({ lineCount: 0, amount: '0.00' });
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('are set by the cooperative, visible to buyers, and hidden from suppliers', async () => {
    const parties = await setUpParties(stand);
    const { agreementId } = await setUpAgreement(stand, parties);
    stand.clock.runFrom(TODAY);
    const manager = await signIn(stand, parties.manager.email);
    const limits = { pricePercent: '2', priceAmount: '100' };
    const set = async (draft: object) => {
      const { basis } = (await manager.post('/matching/tolerances/preview', draft).expect(200))
        .body as TolerancePreview;
      return manager
        .post('/matching/tolerances', { ...draft, basis, reason: 'Avrunding hos leverandøren.' })
        .expect(201);
    };
    await set({ validFrom: '2026-01-01', limits });
    await set({ validFrom: '2026-04-01', limits: { pricePercent: '1' } });
    await set({ validFrom: '2026-04-01', limits: { pricePercent: '1.5' } });
    await set({ agreementId, validFrom: '2026-02-01', limits: {} });
    await set({ agreementId, validFrom: '2026-07-01', isInherited: true, limits: { pricePercent: '9' } });

    const list: Tolerance[] = (await manager.get('/matching/tolerances').expect(200)).body;
    const none = { pricePercent: null, priceAmount: null, quantityPercent: null, quantityAmount: null };
    expect(
      list.map(({ agreementId: of, validFrom, validTo, isInForce, isReplaced, isInherited, limits: own }) => [
        of,
        validFrom,
        validTo,
        isInForce,
        isReplaced,
        isInherited,
        own,
      ]),
    ).toEqual([
      [null, '2026-04-01', null, true, false, false, { ...none, pricePercent: '1.5' }],
      [null, '2026-04-01', null, false, true, false, { ...none, pricePercent: '1' }],
      [null, '2026-01-01', '2026-03-31', false, false, false, { ...none, pricePercent: '2', priceAmount: '100.00' }],
      [agreementId, '2026-07-01', null, false, false, true, none],
      [agreementId, '2026-02-01', '2026-06-30', true, false, false, none],
    ]);
    expect(list[0]).toMatchObject({ reason: 'Avrunding hos leverandøren.', byYou: true });

    const draft = { validFrom: '2026-01-01', limits };
    const { body: early } = await manager
      .post('/matching/tolerances/preview', { ...draft, validFrom: '2025-04-30' })
      .expect(422);
    expect(early).toMatchObject({ code: 'tolerance-too-early', params: { from: '2025-05-01' } });
    await manager.post('/matching/tolerances/preview', { ...draft, isInherited: true }).expect(422);
    await manager.post('/matching/tolerances/preview', { ...draft, agreementId: parties.cooperativeId }).expect(404);
    await manager.post('/matching/tolerances/preview', { ...draft, limits: { pricePercent: '-1' } }).expect(400);

    const counted = (actor: Parties['manager']['actor']) =>
      stand
        .get(UnitOfWork)
        .run(actor, () => stand.get(Database).one<{ n: number }>('select count(*)::int as n from matching.tolerance'));
    expect(await counted(parties.buyers[0]!.actor)).toEqual({ n: 5 });
    expect(await counted(parties.suppliers[0]!.actor)).toEqual({ n: 0 });
    const buyer = await signIn(stand, parties.buyers[0]!.email);
    expect((await buyer.get('/matching/tolerances').expect(200)).body).toHaveLength(5);
    await buyer.post('/matching/tolerances/preview', draft).expect(403);
    const acts = await stand.asOwner<{ n: number }>(
      `select count(*)::int as n from platform.audit_entry where cooperative_id = $1 and act = 'matching.tolerance-set'`,
      [parties.cooperativeId],
    );
    expect(acts).toEqual([{ n: 5 }]);
  });

  it('are previewed from the first of the month a year ago', () => {
    expect(firstPreviewDay('2026-05-20')).toBe('2025-05-01');
    expect(firstPreviewDay('2028-02-29')).toBe('2027-02-01');
  });
});

const lineOf = (lines: readonly DrawnLine[], number: string): DrawnLine => lines[Number(number.slice(2, -1))]!;
const sizeOf = (lines: readonly DrawnLine[], number: string | null): number => {
  const line = lineOf(lines, number ?? '');
  return Math.abs(reportedOf(line) - bookedOf(line));
};

/** The version in force for a line of the agreement on its day: the agreement's, else the cooperative's. */
function versionOf(line: DrawnLine, stored: readonly DrawnVersion[]): Pick<DrawnVersion, 'limits'> {
  const newest = (isOfAgreement: boolean) =>
    stored
      .map((version, at) => ({ ...version, at }))
      .filter((version) => version.isOfAgreement === isOfAgreement && version.validFrom <= dayOf(line))
      .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom) || b.at - a.at)[0];
  const own = newest(true);
  const inForce = own && !own.isInherited ? own : newest(false);
  return inForce ?? { limits: { pricePercent: null, priceAmount: null, quantityPercent: null, quantityAmount: null } };
}

/** Compares the results with the rule, and both shares of the sums with the results. */
function compareWithRule(
  lines: readonly DrawnLine[],
  stored: readonly DrawnVersion[],
  results: ReadonlyMap<string, AssessedLine>,
  sums: readonly Variance[],
): void {
  for (const [number, { tolerance }] of results) {
    const line = lineOf(lines, number);
    const isMeasured = !line.isOtherUnit;
    if (!isMeasured) expect({ number, tolerance }).toEqual({ number, tolerance: 'to-follow-up' });
    else if (tolerance === 'within-tolerance' || !isVat(line))
      expect({ line, tolerance }).toEqual({
        line,
        tolerance: isWithin(line, versionOf(line, stored)) ? 'within-tolerance' : 'to-follow-up',
      });
  }
  const total = (of: (sum: Variance) => number) => sums.reduce((all, sum) => all + of(sum), 0);
  const share = (result: string) => [...results.values()].filter(({ tolerance }) => tolerance === result);
  const sizes = (result: string) => share(result).reduce((all, { itemNumber }) => all + sizeOf(lines, itemNumber), 0);
  expect(total(({ withinTolerance }) => withinTolerance.lineCount)).toBe(share('within-tolerance').length);
  expect(total(({ toFollowUp }) => toFollowUp.lineCount)).toBe(share('to-follow-up').length);
  expect(total(({ withinTolerance }) => ore(withinTolerance.amount))).toBe(sizes('within-tolerance'));
  expect(total(({ toFollowUp }) => ore(toFollowUp.amount))).toBe(sizes('to-follow-up'));
  for (const { difference, lineCount, withinTolerance, toFollowUp } of sums) {
    expect(ore(withinTolerance.difference) + ore(toFollowUp.difference)).toBe(ore(difference));
    expect(withinTolerance.lineCount + toFollowUp.lineCount).toBe(lineCount);
  }
}

/** A difference near a VAT rate has no known parts. */
const isVat = (line: DrawnLine): boolean =>
  [1.25, 1.15, 1.12].some((rate) =>
    [reportedOf(line) - bookedOf(line) * rate, reportedOf(line) * rate - bookedOf(line)].some(
      (rest) => Math.abs(rest) <= Math.max(100, 0.005 * bookedOf(line)),
    ),
  );
