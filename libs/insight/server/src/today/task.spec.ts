import type { ComplianceRow } from '@tallgrunn/reporting-server';
import { reportTasks } from './report-tasks.ts';
import { orderTasks, type Task } from './task.ts';

const task = (subjectId: string, changes: Partial<Task>): Task => ({
  kind: 'overdue',
  subjectId,
  agreement: null,
  isMine: false,
  supplier: null,
  versionId: null,
  periodKey: null,
  dueOn: null,
  amount: null,
  currency: null,
  count: 1,
  days: null,
  number: null,
  note: null,
  ...changes,
});

describe('task order', () => {
  it('puts overdue and soon-due tasks first, and sorts them by amount', () => {
    const days: Record<string, number> = { '2026-04-01': -13, '2026-04-20': 6, '2026-07-01': 78 };
    const list = [
      task('far and large', { kind: 'option', dueOn: '2026-07-01', amount: '9000000' }),
      task('late and small', { dueOn: '2026-04-01', amount: '10' }),
      task('soon and large', { kind: 'option', dueOn: '2026-04-20', amount: '500' }),
      task('to decide', { kind: 'decide', amount: '200' }),
      task('no day', { kind: 'register' }),
    ];
    expect(orderTasks(list, (day) => days[day] ?? 0).map(({ subjectId }) => subjectId)).toEqual([
      'soon and large',
      'to decide',
      'late and small',
      'far and large',
      'no day',
    ]);
  });
});

describe('overdue tasks', () => {
  const cell = (id: string, changes: object) => ({
    id,
    period: { key: '2026-03' },
    dueOn: '2026-04-20',
    state: 'overdue',
    daysLate: 3,
    version: null,
    ...changes,
  });
  const tasksOf = (...cells: object[]) =>
    reportTasks([{ agreement: { id: 'a1' }, supplier: { id: 's1' }, cells } as unknown as ComplianceRow], new Map());

  it('name a report to open only when the oldest has been partly received', () => {
    expect(tasksOf(cell('d1', {}))).toMatchObject([{ kind: 'overdue', subjectId: 'd1', versionId: null }]);
    expect(
      tasksOf(cell('d2', { dueOn: '2026-05-20' }), cell('d1', { state: 'partly', version: { id: 'v1' } })),
    ).toMatchObject([{ subjectId: 'd1', versionId: 'v1', count: 2 }]);
  });
});

describe('nil return with contradicting later purchases', () => {
  const cell = (nilQuestion?: object) => ({
    id: 'd1',
    period: { key: '2026-03' },
    dueOn: '2026-04-20',
    state: 'accepted',
    daysLate: 0,
    version: { id: 'v1', kind: 'nil', currency: null, nilQuestion },
  });
  const kinds = (nilQuestion?: object) =>
    reportTasks(
      [{ agreement: { id: 'a1' }, supplier: { id: 's1' }, cells: [cell(nilQuestion)] } as unknown as ComplianceRow],
      new Map(),
    );

  it('is pending until the supplier has explained it', () => {
    const question = { amount: '12400.00', invoices: 3, isOpen: true };
    expect(kinds(question)).toMatchObject([
      { kind: 'nil-question', subjectId: 'd1', periodKey: '2026-03', count: 3, amount: '12400.00', currency: 'NOK' },
    ]);
    expect(kinds({ ...question, isOpen: false })).toEqual([]);
    expect(kinds()).toEqual([]);
  });
});
