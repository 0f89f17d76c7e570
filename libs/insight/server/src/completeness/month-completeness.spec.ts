import { addReport, ledgerState, monthsBetween, noReports, reportsState } from './month-completeness.ts';

describe('ledgerState', () => {
  const month = { month: '2026-03', isComplete: false, isPartial: false };

  it('distinguishes a complete month from one with more to come and from a few postings', () => {
    expect(ledgerState('2026-03', { ...month, isComplete: true }, '2026-01', '2026-08')).toBe('complete');
    expect(ledgerState('2026-03', month, '2026-01', '2026-08')).toBe('open');
    expect(ledgerState('2026-03', { ...month, isPartial: true }, '2026-01', '2026-08')).toBe('partial');
  });

  it('expects no ledger for the current month, nor for months before the first', () => {
    expect(ledgerState('2026-08', undefined, '2026-01', '2026-08')).toBe('not-expected');
    expect(ledgerState('2025-12', undefined, '2026-01', '2026-08')).toBe('not-expected');
  });

  it('returns every month as missing for a buyer without a ledger, and a month between two others', () => {
    expect(ledgerState('2026-03', undefined, null, '2026-08')).toBe('missing');
    expect(ledgerState('2026-03', undefined, '2026-01', '2026-08')).toBe('missing');
  });
});

describe('reportsState', () => {
  const of = (...states: Parameters<typeof addReport>[1][]) => reportsState(states.reduce(addReport, noReports));

  it('returns the state that needs action most', () => {
    expect(of()).toBe('not-expected');
    expect(of('accepted', 'nil', 'exempt')).toBe('complete');
    expect(of('accepted', 'submitted')).toBe('waiting');
    expect(of('submitted', 'partly')).toBe('partial');
    expect(of('accepted', 'partly', 'overdue')).toBe('late');
    expect(of('accepted', 'due-soon')).toBe('open');
  });
});

describe('monthsBetween', () => {
  it('returns both ends and the months between, across a new year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-02')).toEqual(['2026-02']);
  });
});
