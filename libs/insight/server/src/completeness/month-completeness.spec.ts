import { addReport, ledgerState, monthsBetween, noReports, reportsState } from './month-completeness.ts';

describe('ledgerState', () => {
  const month = { month: '2026-03', isComplete: false, isPartial: false };

  it('tells a complete month from one that more may come to, and from a few postings', () => {
    expect(ledgerState('2026-03', { ...month, isComplete: true }, '2026-01', '2026-08')).toBe('complete');
    expect(ledgerState('2026-03', month, '2026-01', '2026-08')).toBe('open');
    expect(ledgerState('2026-03', { ...month, isPartial: true }, '2026-01', '2026-08')).toBe('partial');
  });

  it('expects no ledger of this month, nor of months before the first', () => {
    expect(ledgerState('2026-08', undefined, '2026-01', '2026-08')).toBe('not-expected');
    expect(ledgerState('2025-12', undefined, '2026-01', '2026-08')).toBe('not-expected');
  });

  it('misses every month of a buyer whose ledger never came, and a month between two', () => {
    expect(ledgerState('2026-03', undefined, null, '2026-08')).toBe('missing');
    expect(ledgerState('2026-03', undefined, '2026-01', '2026-08')).toBe('missing');
  });
});

describe('reportsState', () => {
  const of = (...states: Parameters<typeof addReport>[1][]) => reportsState(states.reduce(addReport, noReports));

  it('is the state that most needs somebody', () => {
    expect(of()).toBe('not-expected');
    expect(of('accepted', 'nil', 'exempt')).toBe('complete');
    expect(of('accepted', 'submitted')).toBe('waiting');
    expect(of('submitted', 'partly')).toBe('partial');
    expect(of('accepted', 'partly', 'overdue')).toBe('late');
    expect(of('accepted', 'due-soon')).toBe('open');
  });
});

describe('monthsBetween', () => {
  it('returns both ends and what lies between, over a new year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-02')).toEqual(['2026-02']);
  });
});
