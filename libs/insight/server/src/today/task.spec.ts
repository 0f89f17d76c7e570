import { orderTasks, type Task } from './task.ts';

const task = (subjectId: string, changes: Partial<Task>): Task => ({ kind: 'overdue', subjectId, agreement: null, supplier: null, periodKey: null, dueOn: null, amount: null, currency: null, count: 1, days: null, number: null, note: null, ...changes });

describe('the order of what needs somebody', () => {
  it('puts what is late or nearly due first, and among that the most kroner', () => {
    const days: Record<string, number> = { '2026-04-01': -13, '2026-04-20': 6, '2026-07-01': 78 };
    const list = [
      task('far and large', { kind: 'option', dueOn: '2026-07-01', amount: '9000000' }),
      task('late and small', { dueOn: '2026-04-01', amount: '10' }),
      task('soon and large', { kind: 'option', dueOn: '2026-04-20', amount: '500' }),
      task('to decide', { kind: 'decide', amount: '200' }),
      task('no day', { kind: 'register' }),
    ];
    expect(orderTasks(list, (day) => days[day] ?? 0).map(({ subjectId }) => subjectId)).toEqual(['soon and large', 'to decide', 'late and small', 'far and large', 'no day']);
  });
});
