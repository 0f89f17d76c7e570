/** One thing that needs the contract manager. */
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
  /** What the button opens: a report version, a duty, an agreement, a price case, an import, a declaration, a proposal or a case. */
  readonly subjectId: string;
  readonly agreement: { readonly id: string; readonly number: string; readonly title: string } | null;
  /** Whoever asks is responsible: owns the case, or else the agreement. */
  readonly isMine: boolean;
  readonly supplier: { readonly id: string; readonly name: string } | null;
  /** Of reports that are overdue: the newest version of the oldest, where something of it is here. */
  readonly versionId: string | null;
  /** Of a report: its period; of several, the oldest. */
  readonly periodKey: string | null;
  /** The day by which it should be done; passed when it is before today. Null when it waits without a day. */
  readonly dueOn: string | null;
  /** Kroner at stake, decimal text: the report's, the last report's for what is overdue, the last twelve months' for an option, what goes past a maximum. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** How many things are in it: overdue periods of one supplier, questions of an import, declarations of one supplier that wait for a decision, proposals that ask whoever looks, invoices that may contradict a nil return. */
  readonly count: number;
  /** Working days it has waited or is late. */
  readonly days: number | null;
  /** An option's number. */
  readonly number: number | null;
  /** The reason a report was sent back, or an import's file name. */
  readonly note: string | null;
}

/** How much a deadline presses: what is late or due within two weeks, then the rest. */
const SOON_DAYS = 14;

/** By how the deadline presses, then by kroner, then by deadline: what is late or nearly so comes first, and among that the largest. */
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
