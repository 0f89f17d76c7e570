import { dutyStanding, type DutyFacts } from './duty-state.ts';

const march: DutyFacts = { periodEnd: '2026-04-01', dueOn: '2026-04-20', standing: null, deliveredAt: null };

describe('how a duty stands', () => {
  it.each([
    ['2026-03-31', 'running', 0],
    ['2026-04-01', 'open', 0],
    ['2026-04-06', 'due-soon', 0],
    ['2026-04-20', 'due-soon', 0],
    ['2026-04-21', 'overdue', 1],
    ['2026-05-04', 'overdue', 9],
  ])('on %s without a report is %s, %i days late', (today, state, daysLate) => {
    expect(dutyStanding(march, today)).toEqual({ state, daysLate });
  });

  it('counts lateness to the delivery, not to the decision', () => {
    const delivered = {
      ...march,
      standing: { state: 'accepted', kind: 'lines' } as const,
      deliveredAt: new Date('2026-04-22T21:59:00Z'),
    };
    expect(dutyStanding(delivered, '2026-06-01')).toEqual({ state: 'accepted', daysLate: 2 });
  });

  it('is in time until midnight in Oslo', () => {
    const delivered = {
      ...march,
      standing: { state: 'submitted', kind: 'nil' } as const,
      deliveredAt: new Date('2026-04-20T21:59:00Z'),
    };
    expect(dutyStanding(delivered, '2026-06-01').daysLate).toBe(0);
  });

  it('goes on being late while rows wait that must be there', () => {
    const partly = { ...march, standing: { state: 'accepted', kind: 'lines', isPart: true } as const };
    expect(dutyStanding(partly, '2026-04-22')).toEqual({ state: 'partly', daysLate: 2 });
  });

  it('goes on being late while what was delivered has been returned', () => {
    const returned = { ...march, standing: { state: 'returned', kind: 'lines' } as const };
    expect(dutyStanding(returned, '2026-04-22')).toEqual({ state: 'returned', daysLate: 2 });
  });

  it('does not count the days on which a returned report waited for the buyer', () => {
    // 21 and 22 April were the buyer's, 23 and 24 April the supplier's.
    const replaced = {
      ...march,
      standing: { state: 'accepted', kind: 'lines' } as const,
      deliveredAt: new Date('2026-04-24T08:00:00Z'),
      reviews: [{ from: '2026-04-20', to: '2026-04-22' }],
    };
    expect(dutyStanding(replaced, '2026-06-01')).toEqual({ state: 'accepted', daysLate: 2 });
    const waiting = { ...march, reviews: [{ from: '2026-04-21', to: null }] };
    expect(dutyStanding(waiting, '2026-04-24').daysLate).toBe(1);
  });

  it('is in time where a returned report counts from its first submission', () => {
    const returned = {
      ...march,
      standing: { state: 'returned', kind: 'lines' } as const,
      deliveredAt: new Date('2026-04-20T08:00:00Z'),
    };
    expect(dutyStanding(returned, '2026-04-24')).toEqual({ state: 'returned', daysLate: 0 });
  });
});
