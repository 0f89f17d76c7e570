import { addDays, compare, isWorkingDay, multiply } from '@tallgrunn/values';
import fc from 'fast-check';
import { calculatePenalty, type PenaltyFacts } from './calculate-penalty.ts';
import type { PenaltyClause } from './penalty-clause.ts';

const DUE = '2026-04-20';
const clauses: fc.Arbitrary<PenaltyClause> = fc.record({
  kind: fc.constant('day-fine' as const),
  amount: fc.integer({ min: 1, max: 5000 }).map(String),
  per: fc.constantFrom('working-day' as const, 'week' as const),
  capAmount: fc.option(fc.integer({ min: 0, max: 30_000 }).map(String)),
  capUnits: fc.option(fc.integer({ min: 1, max: 30 })),
  startsAfterDays: fc.integer({ min: 0, max: 10 }),
  returnedReport: fc.constantFrom('delivered' as const, 'not-delivered' as const),
  failures: fc.constant(null),
  currency: fc.constant('NOK'),
});
const days = (most: number) => fc.integer({ min: 0, max: most }).map((late) => addDays(DUE, late));
const exclusions = fc.array(
  fc.record({ from: days(90), days: fc.integer({ min: 0, max: 10 }) }).map(({ from, days: count }) => ({
    from,
    to: addDays(from, count),
    reason: 'drawn',
  })),
  { maxLength: 3 },
);
const facts: fc.Arbitrary<PenaltyFacts> = fc.record({
  dueOn: fc.constant(DUE),
  extension: fc.option(days(20).map((dueOn) => ({ dueOn, reason: 'drawn' }))),
  createdOn: fc.integer({ min: -30, max: 0 }).map((before) => addDays(DUE, before)),
  invitedOn: fc.option(fc.integer({ min: -200, max: 40 }).map((offset) => addDays(DUE, offset))),
  isExempt: fc.boolean(),
  submissions: fc.array(
    fc
      .record({ submittedOn: days(100), review: fc.option(fc.integer({ min: 0, max: 20 })), isReturned: fc.boolean() })
      .map(({ submittedOn, review, isReturned }) => ({
        submittedOn,
        decidedOn: review === null ? null : addDays(submittedOn, review),
        isReturned,
        isComplete: true,
      })),
    { maxLength: 3 },
  ),
  exclusions,
  downtimeDays: fc.array(days(90), { maxLength: 5 }),
  today: fc.constant(addDays(DUE, 120)),
});

describe('calculatePenalty', () => {
  it('is never above its cap and never negative', () => {
    fc.assert(
      fc.property(clauses, facts, (clause, of) => {
        const { amount, uncappedAmount, unitCount } = calculatePenalty(clause, of);
        if (clause.capAmount !== null) expect(compare(amount, clause.capAmount)).not.toBe(1);
        if (clause.capUnits !== null) expect(unitCount).toBeLessThanOrEqual(clause.capUnits);
        expect(compare(amount, '0')).not.toBe(-1);
        expect(compare(amount, uncappedAmount)).not.toBe(1);
        expect(compare(amount, multiply(clause.amount ?? '0', String(unitCount)))).not.toBe(1);
      }),
    );
  });

  it('never decreases when the report arrives a day later', () => {
    fc.assert(
      fc.property(clauses, facts, days(100), (clause, of, on) => {
        const delivered = (submittedOn: string): PenaltyFacts => ({
          ...of,
          submissions: [{ submittedOn, decidedOn: submittedOn, isReturned: false, isComplete: true }],
        });
        const now = calculatePenalty(clause, delivered(on)).amount;
        expect(compare(calculatePenalty(clause, delivered(addDays(on, 1))).amount, now)).not.toBe(-1);
      }),
    );
  });

  it('counts no excluded day', () => {
    fc.assert(
      fc.property(clauses, facts, (clause, of) => {
        const down = new Set(of.downtimeDays);
        for (const { on, isCounted, amount } of calculatePenalty(clause, of).days) {
          const isExcluded =
            of.isExempt ||
            of.invitedOn === null ||
            on <= of.invitedOn ||
            down.has(on) ||
            of.exclusions.some(({ from, to }) => from <= on && on <= to) ||
            of.submissions.some(
              ({ submittedOn, decidedOn }) => on > submittedOn && (decidedOn === null || on <= decidedOn),
            ) ||
            (clause.per === 'working-day' && !isWorkingDay(on));
          if (isExcluded) expect({ on, isCounted, amount }).toEqual({ on, isCounted: false, amount: '0' });
        }
      }),
    );
  });

  it('does not increase when a period is excluded', () => {
    fc.assert(
      fc.property(clauses, facts, exclusions, (clause, of, more) => {
        const before = calculatePenalty(clause, of).amount;
        const after = calculatePenalty(clause, { ...of, exclusions: [...of.exclusions, ...more] }).amount;
        expect(compare(after, before)).not.toBe(1);
      }),
    );
  });

  it('lists every day after the due date once', () => {
    fc.assert(
      fc.property(clauses, facts, (clause, of) => {
        const penalty = calculatePenalty(clause, of);
        const last = penalty.deliveredOn ?? of.today;
        expect(penalty.days.map(({ on }) => on)).toEqual(daysAfter(penalty.dueOn, last));
      }),
    );
  });
});

function daysAfter(from: string, to: string): string[] {
  const list: string[] = [];
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) list.push(on);
  return list;
}
