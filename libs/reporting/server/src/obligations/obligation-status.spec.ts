import { obligationStatus, type ObligationFacts } from './obligation-status.ts';

const march: ObligationFacts = { periodEnd: '2026-04-01', dueOn: '2026-04-20', standing: null, deliveredAt: null };

describe('status of an obligation', () => {
  it.each([
    ['2026-03-31', 'running', 0],
    ['2026-04-01', 'open', 0],
    ['2026-04-06', 'due-soon', 0],
    ['2026-04-20', 'due-soon', 0],
    ['2026-04-21', 'overdue', 1],
    ['2026-05-04', 'overdue', 9],
  ])('is for %s without a report: %s, %i days late', (today, state, daysLate) => {
    expect(obligationStatus(march, today)).toEqual({ state, daysLate });
  });

  it('counts lateness up to the submission, not up to the decision', () => {
    const delivered = {
      ...march,
      standing: { state: 'accepted', kind: 'lines' } as const,
      deliveredAt: new Date('2026-04-22T21:59:00Z'),
    };
    expect(obligationStatus(delivered, '2026-06-01')).toEqual({ state: 'accepted', daysLate: 2 });
  });

  it('is on time until midnight in Oslo', () => {
    const delivered = {
      ...march,
      standing: { state: 'submitted', kind: 'nil' } as const,
      deliveredAt: new Date('2026-04-20T21:59:00Z'),
    };
    expect(obligationStatus(delivered, '2026-06-01').daysLate).toBe(0);
  });

  it('stays late while quarantined rows are required', () => {
    const partly = { ...march, standing: { state: 'accepted', kind: 'lines', isPart: true } as const };
    expect(obligationStatus(partly, '2026-04-22')).toEqual({ state: 'partly', daysLate: 2 });
  });

  it('stays late while the submitted version is returned', () => {
    const returned = { ...march, standing: { state: 'returned', kind: 'lines' } as const };
    expect(obligationStatus(returned, '2026-04-22')).toEqual({ state: 'returned', daysLate: 2 });
  });

  it('does not count the days on which a returned report waited for the buyer', () => {
    // 21 and 22 April count for the buyer, 23 and 24 April for the supplier.
    const replaced = {
      ...march,
      standing: { state: 'accepted', kind: 'lines' } as const,
      deliveredAt: new Date('2026-04-24T08:00:00Z'),
      reviews: [{ from: '2026-04-20', to: '2026-04-22' }],
    };
    expect(obligationStatus(replaced, '2026-06-01')).toEqual({ state: 'accepted', daysLate: 2 });
    const waiting = { ...march, reviews: [{ from: '2026-04-21', to: null }] };
    expect(obligationStatus(waiting, '2026-04-24').daysLate).toBe(1);
  });

  it('is on time when a returned report counts from its first submission', () => {
    const returned = {
      ...march,
      standing: { state: 'returned', kind: 'lines' } as const,
      deliveredAt: new Date('2026-04-20T08:00:00Z'),
    };
    expect(obligationStatus(returned, '2026-04-24')).toEqual({ state: 'returned', daysLate: 0 });
  });
});
