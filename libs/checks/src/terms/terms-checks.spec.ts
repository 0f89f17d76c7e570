import fc from 'fast-check';
import { allChecks } from '../checks/all-checks.ts';
import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { TermsCheck } from '../terms.ts';
import { lintTerms } from './lint-terms.ts';
import { currentCheckId, currentCheckIds } from './terms-checks.ts';

const renamed = Object.entries(currentCheckIds);
const goods = quarterlyGoods();
const withChecks = (checks: readonly TermsCheck[]) => ({ ...goods, checks });

const severities = ['blocksFile', 'blocksRow', 'confirm', 'info', 'off'] as const;
const settings = fc.uniqueArray(
  fc.record({ pair: fc.constantFrom(...renamed), severity: fc.constantFrom(...severities) }),
  { selector: ({ pair: [former] }) => former, minLength: 1 },
);

describe('ids of checks in terms', () => {
  it('names a check by every current id, and none by a former id', () => {
    const ids = allChecks.map(({ id }) => id);
    expect(renamed.map(([, id]) => id).filter((id) => !ids.includes(id))).toEqual([]);
    expect(renamed.map(([former]) => former).filter((former) => ids.includes(former))).toEqual([]);
  });

  it('leaves any other id as it is', () => {
    for (const id of ['amount-differs', 'price-too-nice', 'constructor', '']) expect(currentCheckId(id)).toBe(id);
  });

  it('plans former ids as the current ones', () => {
    fc.assert(
      fc.property(settings, (drawn) => {
        const planned = (id: (pair: readonly [string, string]) => string) =>
          compilePlan(withChecks(drawn.map(({ pair, severity }) => ({ id: id(pair), severity })))).checks;
        expect(planned(([former]) => former)).toEqual(planned(([, current]) => current));
      }),
    );
  });

  it('accepts former ids, but not a check under both of its ids', () => {
    fc.assert(
      fc.property(settings, (drawn) => {
        const former = drawn.map(({ pair, severity }) => ({ id: pair[0], severity }));
        const current = drawn.map(({ pair, severity }) => ({ id: pair[1], severity }));
        const codes = (checks: readonly TermsCheck[]) => lintTerms(withChecks(checks)).map(({ code }) => code);
        expect(codes(former)).toEqual(codes(current));
        expect(codes([...former, current[0]!])).toContain('check-twice');
      }),
    );
  });
});
