import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { obligation } from './testing.ts';
import { sortObligations } from './sort-obligations.ts';

const ids = (rows: readonly ObligationDto[]) => rows.map(({ id }) => id);

describe('sortObligations', () => {
  it('lists late obligations by working days of lateness, without exempt ones', () => {
    const { late, exempt } = sortObligations(
      [
        obligation({ id: 'one', dueOn: '2026-04-10', state: 'overdue', daysLate: 2 }),
        obligation({ id: 'exempt', dueOn: '2026-03-10', state: 'exempt', exemptReason: 'Ingen leveranser' }),
        obligation({ id: 'two', dueOn: '2026-03-10', state: 'returned', daysLate: 9 }),
        obligation({ id: 'today', dueOn: '2026-04-14', state: 'due-soon' }),
      ],
      '2026-04-14',
    );
    expect(ids(late)).toEqual(['two', 'one']);
    expect(exempt).toBe(1);
  });

  it('does not call a returned report late that came in time, and puts those created after the date last', () => {
    const { late, next } = sortObligations(
      [
        obligation({ id: 'returned', dueOn: '2026-04-10', state: 'returned', deliveredOn: '2026-04-09' }),
        obligation({ id: 'after', dueOn: '2026-03-10', state: 'overdue', daysLate: 20, isCreatedAfterDueDate: true }),
        obligation({ id: 'late', dueOn: '2026-04-10', state: 'returned', deliveredOn: '2026-04-13', daysLate: 1 }),
        obligation({ id: 'next' }),
      ],
      '2026-04-14',
    );
    expect(ids(late)).toEqual(['late', 'after']);
    expect(ids(next)).toEqual(['returned', 'next']);
  });

  it('takes the next obligation of each supplier, report and branch', () => {
    const branch = { id: 'b1', name: 'Avdeling nord', orgNumber: null };
    const other = { id: 's2', name: 'Granli' };
    const { next } = sortObligations(
      [
        obligation({ id: 'june', dueOn: '2026-06-10' }),
        obligation({ id: 'may', dueOn: '2026-05-10' }),
        obligation({ id: 'branch', dueOn: '2026-05-20', part: branch }),
        obligation({ id: 'other', dueOn: '2026-05-15', supplier: other, state: 'exempt' }),
        obligation({ id: 'transport', dueOn: '2026-05-30', report: { key: 'transport', title: null } }),
      ],
      '2026-04-14',
    );
    expect(ids(next)).toEqual(['may', 'other', 'branch', 'transport']);
  });
});
