import { group } from '../testing.ts';
import { hasSameResult, type ReportCheckResult } from './report-check-result.ts';

const verdict = (changes: Partial<ReportCheckResult> = {}): ReportCheckResult => ({
  by: 'browser',
  rows: 2,
  accepted: 2,
  quarantined: 0,
  groups: [],
  columns: [],
  sheets: [],
  totals: { currency: 'NOK', amount: '240.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] },
  ...changes,
});

describe('comparison of two check results of one file', () => {
  it('is equal when lines, amounts, questions and blocks are equal, whatever the notes are', () => {
    expect(
      hasSameResult(
        verdict({ groups: [group({ cause: 'a' }), group({ cause: 'b' })] }),
        verdict({ by: 'server', groups: [group({ cause: 'b' }), group({ cause: 'a' }), group({ severity: 'info' })] }),
      ),
    ).toBe(true);
  });

  it.each([
    ['fewer lines', { accepted: 1 }],
    ['another sum', { totals: { ...verdict().totals, amount: '241.00' } }],
    ['one more question', { groups: [group({ cause: 'a' })] }],
  ])('differs by %s', (_what, changes) => {
    expect(hasSameResult(verdict(), verdict(changes))).toBe(false);
  });
});
