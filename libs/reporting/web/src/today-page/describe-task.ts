import type { TaskDto } from '@tallgrunn/api-client/shapes';
import { formatMoney, formatPeriod, Period, type Language } from '@tallgrunn/values';
import type { ReportingTexts } from '../texts/nb.ts';

/** Texts of a task: what it is, why now, and a button with its link. */
export interface TaskText {
  readonly what: string;
  readonly about: string;
  readonly why: string;
  readonly amount: string;
  readonly act: string;
  readonly link: readonly string[];
}

/**
 * Describes a task.
 * @param days days from today until its deadline; negative when it has passed
 */
export function describeTask(
  task: TaskDto,
  days: number | null,
  t: ReportingTexts['today'],
  language: Language,
): TaskText {
  const { kind, agreement, supplier, periodKey } = task;
  const known = periodKey === null ? null : Period.tryParse(periodKey);
  const period = known ? formatPeriod(known, language) : (periodKey ?? '');
  const amount =
    task.amount === null || task.currency === null
      ? ''
      : t.amounts[kind]({ amount: formatMoney(task.amount, task.currency, language, 0) });
  const about = [supplier?.name ?? '', agreement ? `${agreement.number} ${agreement.title}` : '']
    .filter(Boolean)
    .join(', ');
  return {
    what: t.what[kind]({
      period,
      count: task.count,
      number: task.number ?? 1,
      note: task.note ?? '',
      days: days ?? 0,
    }),
    about,
    why: describeUrgency(task, days, t),
    amount,
    act: isMissing(task) ? t.actMissing : t.act[kind],
    link: linkOf(task),
  };
}

function describeUrgency(
  { kind, dueOn, days: waited, note }: TaskDto,
  days: number | null,
  t: ReportingTexts['today'],
): string {
  if (kind === 'decide') return t.why.decide({ days: waited ?? 0 });
  if (kind === 'overdue') return t.why.overdue({ days: waited ?? 0, due: dueOn ?? '' });
  if (kind === 'returned') return t.why.returned({ note: note ?? '' });
  if (kind === 'register') return t.why.register;
  if (kind === 'checks') return t.why.checks;
  if (kind === 'declarations') return t.why.declarations;
  if (kind === 'factors' || kind === 'rulings' || kind === 'figures') return t.why.proposals;
  if (kind === 'case') return t.why.case({ due: dueOn ?? '' });
  if (kind === 'nil-question') return t.why['nil-question'];
  return t.why[kind]({ days: days ?? 0, due: dueOn ?? '' });
}

/** An overdue report can be opened only when a part of it has been submitted. */
const isMissing = ({ kind, versionId }: TaskDto): boolean => kind === 'overdue' && versionId === null;

function linkOf({ kind, subjectId, versionId, agreement }: TaskDto): readonly string[] {
  const parts: Record<TaskDto['kind'], readonly string[]> = {
    decide: ['/reports/versions', subjectId],
    returned: ['/reports/versions', subjectId],
    overdue: versionId === null ? ['/reports', subjectId] : ['/reports/versions', versionId],
    option: ['/agreements', agreement?.id ?? '', 'utilisation'],
    maximum: ['/agreements', agreement?.id ?? '', 'utilisation'],
    'price-case': ['/agreements', agreement?.id ?? '', 'items'],
    register: ['/agreements/import', subjectId],
    checks: ['/compliance', 'checks'],
    declarations: ['/declarations', subjectId],
    factors: ['/emission-factors/assignments'],
    rulings: ['/emissions/method-policies'],
    figures: ['/emissions'],
    'nil-question': ['/reports', subjectId],
    case: ['/cases', subjectId],
  };
  return parts[kind];
}
