import type { ComplianceRow } from '@tallgrunn/reporting-server';
import type { Task } from './task.ts';

type Cell = ComplianceRow['cells'][number];

const emptyTask = { isMine: false, versionId: null, number: null, note: null, count: 1 } as const;

/**
 * Returns one task for each report in review, each returned report and each open question about a nil return. Overdue
 * reports become one task per supplier and agreement.
 */
export function reportTasks(
  rows: readonly ComplianceRow[],
  lastAmounts: ReadonlyMap<string, { amount: string; currency: string | null }>,
): Task[] {
  return rows.flatMap((row) => [
    ...row.cells.flatMap((cell) => [...ofVersion(row, cell), ...nilQuestions(row, cell)]),
    ...overdue(row, lastAmounts),
  ]);
}

function ofVersion({ agreement, supplier }: ComplianceRow, { state, period, dueOn, version, daysLate }: Cell): Task[] {
  if (!version || (state !== 'submitted' && state !== 'returned')) return [];
  const { id, amount, currency, daysInQueue, returnReason } = version;
  const common = { ...emptyTask, subjectId: id, agreement, supplier, periodKey: period.key, amount, currency };
  if (state === 'submitted') return [{ ...common, kind: 'decide', dueOn: null, days: daysInQueue }];
  return [{ ...common, kind: 'returned', dueOn, days: daysLate, note: returnReason }];
}

/**
 * Returns a task for a nil return contradicted by later purchases, while the supplier has not explained it. The
 * contract manager may remind the supplier, or ask the buyer.
 */
function nilQuestions({ agreement, supplier }: ComplianceRow, { id, period, version }: Cell): Task[] {
  const question = version?.nilQuestion;
  if (!question?.isOpen) return [];
  const { amount, invoices } = question;
  return [
    {
      ...emptyTask,
      kind: 'nil-question',
      subjectId: id,
      agreement,
      supplier,
      periodKey: period.key,
      dueOn: null,
      days: null,
      count: invoices,
      amount,
      currency: version?.currency ?? 'NOK',
    },
  ];
}

function overdue(
  { agreement, supplier, cells }: ComplianceRow,
  lastAmounts: ReadonlyMap<string, { amount: string; currency: string | null }>,
): Task[] {
  const late = cells
    .filter(({ state, daysLate }) => state === 'overdue' || (state === 'partly' && daysLate > 0))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const [oldest] = late;
  if (!oldest) return [];
  const usual = lastAmounts.get(`${agreement.id} ${supplier.id}`);
  return [
    {
      ...emptyTask,
      kind: 'overdue',
      subjectId: oldest.id,
      versionId: oldest.version?.id ?? null,
      agreement,
      supplier,
      periodKey: oldest.period.key,
      dueOn: oldest.dueOn,
      days: oldest.daysLate,
      count: late.length,
      amount: usual?.amount ?? null,
      currency: usual?.currency ?? null,
    },
  ];
}
