import os from 'node:os';
import { bySize, describeDueDay, quantile } from './due-day/describe-due-day.mts';
import { DueDayTrial, type DueDayOptions } from './due-day/due-day-bench.mts';
import { rounded, type Ratio } from './measure.mts';

const load = (): string =>
  os
    .loadavg()
    .map((each) => each.toFixed(1))
    .join(', ');

/**
 * Measures many suppliers that report within two minutes: check results, queue, fairness by size, and refused or lost
 * reports.
 */
export async function benchDueDay(options: DueDayOptions): Promise<Ratio[]> {
  const trial = new DueDayTrial(options);
  try {
    process.stdout.write(`  load of the machine before (1, 5, 15 minutes): ${load()}\n`);
    const figures = await trial.run();
    process.stdout.write(`${describeDueDay(figures)}  load of the machine after: ${load()}\n`);
    const verdicts = figures.experiences.map(({ verdictMs }) => verdictMs / 1000);
    const [p50, p95] = [quantile(verdicts, 0.5), quantile(verdicts, 0.95)];
    return [
      {
        what: `verdict of ${options.suppliers} suppliers in ${options.seconds} s, p95 / p50`,
        first: `${rounded(p95)} s`,
        second: `${rounded(p50)} s`,
        ratio: rounded(p95 / p50),
      },
      ...bySize(figures).map(({ name, medianSeconds, slowestSeconds }) => ({
        what: `slowest / median verdict, ${name}`,
        first: `${rounded(slowestSeconds)} s`,
        second: `${rounded(medianSeconds)} s`,
        ratio: rounded(slowestSeconds / medianSeconds),
      })),
    ];
  } finally {
    await trial.product.stop();
  }
}
