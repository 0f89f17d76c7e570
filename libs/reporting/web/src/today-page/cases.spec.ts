import type { ComplianceRowShape } from '@tallgrunn/api-client/shapes';
import { casesOf } from './cases.ts';

const cell = (state: 'submitted' | 'overdue', amount: string, daysLate: number): ComplianceRowShape['cells'][number] => ({
  id: `${state} ${amount} ${daysLate}`,
  period: { key: '2026-03', start: '2026-03-01', end: '2026-04-01' },
  dueOn: '2026-04-20',
  state,
  daysLate,
  exemptReason: null,
  runOff: false,
  version: state === 'overdue' ? null : { id: amount, number: 'R-2026-00001/1', state, kind: 'lines', lines: 1, amount, currency: 'NOK', needsDecision: true, receivedAt: null, submittedAt: null, acceptedAt: null, daysInQueue: 0, returnReason: null },
});

describe('what needs the manager', () => {
  const row = { agreement: { id: 'a', number: 'A', title: 'A' }, supplier: { id: 's', name: 'S' }, report: { key: 'deliveries', title: null }, part: null, cells: [cell('submitted', '90.00', 0), cell('overdue', '', 2), cell('submitted', '1000.00', 0), cell('overdue', '', 12)] };

  it('is decisions by kroner, and what is overdue by how late it is', () => {
    expect(casesOf([row], 'submitted').map(({ version }) => version?.amount)).toEqual(['1000.00', '90.00']);
    expect(casesOf([row], 'overdue').map(({ daysLate }) => daysLate)).toEqual([12, 2]);
    expect(casesOf([row], 'returned')).toEqual([]);
  });
});
