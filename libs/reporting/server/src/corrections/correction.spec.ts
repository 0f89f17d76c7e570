import { reviewReasons, closesOn, reasonRejections, type CorrectionFacts } from './correction.ts';

const facts: CorrectionFacts = {
  standing: true,
  baseAmount: 100_000,
  movement: 0,
  dueOn: '2026-04-20',
  today: '2026-04-15',
};

describe('review requirement of a correction', () => {
  it.each<[string, Partial<CorrectionFacts>, string[]]>([
    ['nothing for a small one in time', { movement: 400 }, []],
    ['nothing at exactly a tenth', { movement: 10_000 }, []],
    ['a look at more than a tenth', { movement: 10_000.01 }, ['large-effect']],
    ['a look at more than 25 000 of a large report', { baseAmount: 10_000_000, movement: 25_000.01 }, ['large-effect']],
    ['a look at anything of a report of nothing', { baseAmount: 0, movement: 1 }, ['large-effect']],
    ['a look once the period is closed', { today: '2026-04-21' }, ['period-closed']],
    ['nothing on the last day', { today: '2026-04-20' }, []],
    ['both', { today: '2026-05-01', movement: 50_000 }, ['large-effect', 'period-closed']],
    ['nothing of a report that was returned', { standing: false, today: '2026-05-01', movement: 50_000 }, []],
  ])('%s', (_, changes, asked) => expect(reviewReasons({ ...facts, ...changes }, {})).toEqual(asked));

  it('follows the terms when they define it', () => {
    expect(reviewReasons({ ...facts, movement: 2_000 }, { corrections: { percent: 1 } })).toEqual(['large-effect']);
    expect(reviewReasons({ ...facts, movement: 9_000 }, { corrections: { percent: 100, amount: 8_000 } })).toEqual([
      'large-effect',
    ]);
    expect(reviewReasons({ ...facts, today: '2026-04-25' }, { graceDays: 5 })).toEqual([]);
    expect(closesOn('2026-04-20', { graceDays: 5 })).toBe('2026-04-26');
  });
});

describe('reason for a correction', () => {
  it('is required, with a text when the list has no matching reason', () => {
    expect(reasonRejections(undefined)).toHaveLength(1);
    expect(reasonRejections({ code: 'other', text: ' ' })).toHaveLength(1);
    expect(reasonRejections({ code: 'other', text: 'Feil måned' })).toEqual([]);
    expect(reasonRejections({ code: 'wrong-price' })).toEqual([]);
  });
});
