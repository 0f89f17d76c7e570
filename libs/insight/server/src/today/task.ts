/** A task of the contract manager. */
export interface Task {
  readonly kind:
    | 'decide'
    | 'overdue'
    | 'returned'
    | 'option'
    | 'maximum'
    | 'price-case'
    | 'register'
    | 'checks'
    | 'declarations'
    | 'factors'
    | 'rulings'
    | 'figures'
    | 'nil-question'
    | 'case';
  /**
   * Id of the subject that the task opens: a report version, an obligation, an agreement, a price adjustment, an
   * import, a declaration, a proposal or a case.
   */
  readonly subjectId: string;
  readonly agreement: { readonly id: string; readonly number: string; readonly title: string } | null;
  /** The current user owns the case, or for other tasks the agreement. */
  readonly isMine: boolean;
  readonly supplier: { readonly id: string; readonly name: string } | null;
  /** Only for overdue reports: the latest version of the oldest report, if there is one. */
  readonly versionId: string | null;
  /** Only for reports: the period; of several, the oldest. */
  readonly periodKey: string | null;
  /** Due date; a date before today is overdue. Null = no due date. */
  readonly dueOn: string | null;
  /**
   * Amount concerned, decimal text: of the report; of the last report, if one is overdue; of the last twelve months,
   * for an option; above the maximum value.
   */
  readonly amount: string | null;
  readonly currency: string | null;
  /**
   * Number of items in the task. Depending on the kind: overdue periods of one supplier, questions of an import, or a
   * supplier's declarations awaiting review. Or proposals awaiting the user's approval, or invoices that may contradict
   * a nil return.
   */
  readonly count: number;
  /** Working days in review or overdue. */
  readonly days: number | null;
  /** Number of the option. */
  readonly number: number | null;
  /** Reason for returning a report, or file name of an import. */
  readonly note: string | null;
}

/** Days before the due date from which a task is urgent. */
const SOON_DAYS = 14;

/**
 * Sorts tasks: urgent ones first, then by amount (largest first), then by due date. Urgent = a report in review,
 * overdue, or due within two weeks.
 */
export function orderTasks(tasks: readonly Task[], soon: (day: string) => number): Task[] {
  const pressing = ({ dueOn, kind }: Task) =>
    kind === 'decide' || (dueOn !== null && soon(dueOn) <= SOON_DAYS) ? 0 : 1;
  const kroner = ({ amount }: Task) => Math.abs(Number(amount ?? '0'));
  return [...tasks].sort(
    (a, b) =>
      pressing(a) - pressing(b) ||
      kroner(b) - kroner(a) ||
      (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') ||
      a.subjectId.localeCompare(b.subjectId),
  );
}
