import type { OnboardingDto } from '@tallgrunn/api-client/shapes';
import { stageColumns, weakestClause } from './stage-columns.ts';

const row = (
  supplierId: string,
  stage: OnboardingDto['stage'],
  nudge: boolean,
  dueOn: string | null = null,
): OnboardingDto => ({
  ...{ supplierId, name: supplierId, orgNumber: null, stage, since: null, email: null, agreements: [], nudge },
  obligation: dueOn ? { id: 'd', agreementId: 'a', dueOn } : null,
});

describe('onboarding board', () => {
  it('has every stage, and sorts suppliers that need a reminder first, then by due date', () => {
    const columns = stageColumns([
      row('a', 'invited', false),
      row('b', 'invited', true, '2026-05-10'),
      row('c', 'invited', true, '2026-05-08'),
      row('d', 'accepted', false),
    ]);
    expect(columns).toHaveLength(7);
    expect(columns.find(({ stage }) => stage === 'invited')?.suppliers.map(({ supplierId }) => supplierId)).toEqual([
      'c',
      'b',
      'a',
    ]);
    expect(columns.find(({ stage }) => stage === 'opened')?.suppliers).toEqual([]);
  });

  it('shows the clause that is least complete', () => {
    const agreements = (['in-contract', 'sent', 'signed'] as const).map((clauseStatus) => ({
      id: clauseStatus,
      number: '1',
      title: 'x',
      clauseStatus,
    }));
    expect(weakestClause({ agreements })).toBe('sent');
    const unknown = { ...agreements[0]!, clauseStatus: 'not-stated' as const };
    expect(weakestClause({ agreements: [...agreements, unknown] })).toBe('not-stated');
    expect(weakestClause({ agreements: [] })).toBe('not-stated');
  });
});
