import type { DueDayFigures, QueuedCheck } from './due-day-bench.mts';

const CLASS_LINES = 500;

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

const seconds = (values: readonly number[], from = 1): string =>
  [0.5, 0.95, 1].map((share) => (quantile(values, share) / from).toFixed(2)).join(' / ');

export interface SizeClass {
  readonly name: string;
  readonly reports: number;
  readonly medianSeconds: number;
  readonly slowestSeconds: number;
}

/**
 * Groups reports by size, 500 lines per class, with the time from arrival to check result according to the database.
 */
export function bySize({ checks }: Pick<DueDayFigures, 'checks'>): SizeClass[] {
  const classes = new Map<number, number[]>();
  for (const { lines, waitSeconds, checkSeconds } of checks) {
    const of = Math.min(3, Math.floor(lines / CLASS_LINES));
    classes.set(of, [...(classes.get(of) ?? []), waitSeconds + checkSeconds]);
  }
  return [...classes]
    .toSorted(([a], [b]) => a - b)
    .map(([of, waits]) => ({
      name: `${of * CLASS_LINES} to ${(of + 1) * CLASS_LINES} lines`,
      reports: waits.length,
      medianSeconds: quantile(waits, 0.5),
      slowestSeconds: quantile(waits, 1),
    }));
}

const SPAN_SECONDS = 15;
const COMPARED_MIN = 3;

/**
 * Returns the largest ratio of the slowest to the median among reports of one size that arrived within the same 15
 * seconds. Whoever arrives in a rush waits longer than whoever arrives before it; this compares only those who met the
 * same queue.
 */
export function unfairness({ checks }: Pick<DueDayFigures, 'checks'>): number {
  const spans = new Map<number, QueuedCheck[]>();
  for (const check of checks) {
    const span = Math.floor(check.arrivedSeconds / SPAN_SECONDS);
    spans.set(span, [...(spans.get(span) ?? []), check]);
  }
  const classes = [...spans.values()].flatMap((span) => bySize({ checks: span }));
  return Math.max(
    0,
    ...classes
      .filter(({ reports }) => reports >= COMPARED_MIN)
      .map(({ slowestSeconds, medianSeconds }) => slowestSeconds / medianSeconds),
  );
}

/** Returns how long checks waited by the time of their arrival, and which other work ran at that time, a line each. */
function describeCourse({ checks, otherJobs }: Pick<DueDayFigures, 'checks' | 'otherJobs'>): string[] {
  const last = Math.max(0, ...checks.map(({ arrivedSeconds }) => arrivedSeconds));
  return Array.from({ length: Math.floor(last / SPAN_SECONDS) + 1 }, (_, at) => {
    const [from, until] = [at * SPAN_SECONDS, (at + 1) * SPAN_SECONDS];
    const arrived = checks.filter(({ arrivedSeconds }) => arrivedSeconds >= from && arrivedSeconds < until);
    const work = new Map<string, number>();
    for (const { name, startedSeconds, tookSeconds } of otherJobs) {
      const within = Math.min(until, startedSeconds + tookSeconds) - Math.max(from, startedSeconds);
      if (within > 0) work.set(name, (work.get(name) ?? 0) + within);
    }
    const busiest = [...work]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 5)
      .map(([name, took]) => `${name} ${took.toFixed(1)} s`);
    const waits = arrived.map(({ waitSeconds }) => waitSeconds);
    return `  from ${String(from).padStart(3)} s: ${arrived.length} arrived, waited ${seconds(waits)}; ${busiest.join(', ')}`;
  });
}

/** Describes the figures of a due day as lines of text. */
export function describeDueDay(figures: DueDayFigures): string {
  const { experiences, checks, broken, lost } = figures;
  const of = (channel: string) => experiences.filter((each) => each.way === channel);
  const refusals = experiences.flatMap((each) => each.refusals);
  const waits = (key: 'verdictMs' | 'uploadMs' | 'submitMs' | 'signInMs', channel: string) =>
    seconds(
      of(channel).map((each) => each[key]),
      1000,
    );
  const ofQueue = (key: keyof Pick<QueuedCheck, 'waitSeconds' | 'checkSeconds'>) =>
    seconds(checks.map((each) => each[key]));
  return [
    `reports submitted            ${experiences.filter(({ isSubmitted }) => isSubmitted).length} in ${figures.wholeSeconds.toFixed(1)} s; quiet ${figures.quietAfterSeconds.toFixed(1)} s later`,
    `refused, broken off, lost    ${refusals.length}, ${broken.length}, ${lost.length}`,
    `seconds, p50 / p95 / max`,
    `  verdict                    ${seconds(
      experiences.map(({ verdictMs }) => verdictMs),
      1000,
    )}`,
    `  verdict on the page        ${waits('verdictMs', 'page')}`,
    `  verdict over the API       ${waits('verdictMs', 'key')}`,
    `  sign-in, upload, submit    ${waits('signInMs', 'page')}, ${waits('uploadMs', 'page')}, ${waits('submitMs', 'page')}`,
    `  wait in the queue          ${ofQueue('waitSeconds')}`,
    `  a check                    ${ofQueue('checkSeconds')}`,
    ...bySize(figures).map(
      ({ name, reports, medianSeconds, slowestSeconds }) =>
        `  ${name.padEnd(26)} ${reports} reports, median ${medianSeconds.toFixed(2)}, slowest ${slowestSeconds.toFixed(2)}, ratio ${(slowestSeconds / medianSeconds).toFixed(2)}`,
    ),
    `slowest / median of those of a size that arrived within the same ${SPAN_SECONDS} s, at most ${unfairness(figures).toFixed(2)}`,
    `by arrival: wait in the queue p50 / p95 / max; seconds of other work meanwhile`,
    ...describeCourse(figures),
    `memory at most, MB           ${JSON.stringify(figures.mostMB)}`,
    `connections at most          ${figures.connectionsMax}`,
    `processor seconds            ${JSON.stringify(figures.processorSeconds)}`,
    ...[...new Set(refusals), ...broken.slice(0, 5), ...lost.slice(0, 5)].map((each) => `  ! ${each}`),
    '',
  ].join('\n');
}
