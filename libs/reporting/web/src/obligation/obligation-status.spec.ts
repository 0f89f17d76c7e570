import { nb } from '../texts/nb.ts';
import { byUrgency, describeDue, describeObligation, isDue } from './obligation-status.ts';

describe('obligation status on the supplier pages', () => {
  it('sorts overdue first, then returned, then by due date', () => {
    const obligation = (state: 'overdue' | 'returned' | 'due-soon' | 'accepted', dueOn: string) => ({
      state,
      dueOn,
      daysLate: 0,
    });
    const sorted = byUrgency([
      obligation('accepted', '2026-01-01'),
      obligation('due-soon', '2026-04-22'),
      obligation('due-soon', '2026-04-20'),
      obligation('returned', '2026-05-01'),
      obligation('overdue', '2026-04-01'),
    ]);
    expect(sorted.map(({ state, dueOn }) => `${state} ${dueOn}`)).toEqual([
      'overdue 2026-04-01',
      'returned 2026-05-01',
      'due-soon 2026-04-20',
      'due-soon 2026-04-22',
      'accepted 2026-01-01',
    ]);
    expect(sorted.filter(isDue)).toHaveLength(4);
  });

  it.each([
    ['2026-04-14', 0, 'Om 6 dager'],
    ['2026-04-19', 0, 'Frist i morgen'],
    ['2026-04-20', 0, 'Frist i dag'],
    ['2026-04-19', 0, 'Frist i morgen'],
    ['2026-04-23', 3, '3 virkedager for sent'],
    ['2026-04-25', 0, 'Fristen er ute'],
  ])('formats on %s, %i working days late: %s', (today, daysLate, words) => {
    expect(describeDue({ dueOn: '2026-04-20', daysLate }, today, nb)).toBe(words);
  });

  it.each([
    ['due-soon', '2026-04-14', 'Finnskog. Frist mandag 20. april: om 6 dager.'],
    ['running', '2026-03-20', 'Finnskog. Frist mandag 20. april.'],
    ['submitted', '2026-04-20', 'Finnskog. Frist mandag 20. april.'],
    ['submitted', '2026-04-21', 'Finnskog. Fristen var mandag 20. april.'],
  ] as const)('formats the due date of one that is %s on %s: %s', (state, today, words) => {
    expect(
      describeObligation({ state, dueOn: '2026-04-20', daysLate: 0, supplier: { name: 'Finnskog' } }, today, nb),
    ).toBe(words);
  });
});
