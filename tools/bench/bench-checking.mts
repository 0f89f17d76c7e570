import { CopyBaseline } from './copy-alone.mts';
import { rounded, type Ratio } from './measure.mts';
import { fastest, ReportTrial, type CheckMeasurement } from './report-bench.mts';

export interface CheckingOptions {
  lines: number;
  runs: number;
}

async function repeatMeasurement(trial: ReportTrial, lines: number, runs: number): Promise<CheckMeasurement> {
  const measurements: CheckMeasurement[] = [];
  for (let run = 0; run < runs; run += 1) measurements.push(await trial.measure(lines));
  return fastest(measurements);
}

/** Alternates our import and COPY, so that other load on the machine affects both. */
async function alternate(
  trial: ReportTrial,
  { lines, runs }: CheckingOptions,
): Promise<{ ours: CheckMeasurement; copySeconds: number; processor: { ours: number; copy: number } }> {
  const measurements: CheckMeasurement[] = [];
  const copies: { seconds: number; processorSeconds: number }[] = [];
  let alone: CopyBaseline | null = null;
  for (let run = 0; run < runs; run += 1) {
    measurements.push(await trial.measure(lines));
    alone ??= await CopyBaseline.of(trial.product.databaseUrl, measurements[0]!.id, trial.folder);
    copies.push(await alone.measure(trial.product.pidOf('postgres')));
    process.stdout.write(
      `  run ${run + 1}: ${rounded(measurements.at(-1)!.seconds)} s (upload ${rounded(measurements.at(-1)!.uploadSeconds)} s), COPY ${rounded(copies.at(-1)!.seconds)} s, processor time ${rounded(measurements.at(-1)!.processorSeconds)} and ${rounded(copies.at(-1)!.processorSeconds)} s, memory grew ${measurements.at(-1)!.grownMB} MB\n`,
    );
  }
  const leastTime = (all: readonly { processorSeconds: number }[]): number =>
    Math.min(...all.map(({ processorSeconds }) => processorSeconds));
  return {
    ours: fastest(measurements),
    copySeconds: Math.min(...copies.map(({ seconds }) => seconds)),
    processor: { ours: leastTime(measurements), copy: leastTime(copies) },
  };
}

/**
 * Sends ten reports of 1,000 lines, one after the other, while a large one is read. Compares the slowest of them with
 * one alone.
 */
async function compareSmallAndLarge(trial: ReportTrial, lines: number): Promise<Ratio> {
  const small = await trial.file(1_000);
  const secondsOfOne = async (): Promise<number> => {
    const began = performance.now();
    await trial.verdictOf(await trial.send(small));
    return (performance.now() - began) / 1000;
  };
  const tenOf = async (): Promise<number[]> => {
    const seconds: number[] = [];
    for (let at = 0; at < 10; at += 1) seconds.push(await secondsOfOne());
    return seconds;
  };
  const alone = Math.min(...(await tenOf()));
  const large = await trial.send(await trial.file(lines));
  const slowest = Math.max(...(await tenOf()));
  const { body } = await trial.supplier.get<{ state: string }>(`/report-versions/${large}`);
  if (body.state !== 'received')
    process.stdout.write('  The large report was done before the small ones: give it more lines.\n');
  await trial.verdictOf(large);
  return {
    what: `1,000 lines while ${lines} are read, slowest of ten / alone`,
    first: `${rounded(slowest)} s`,
    second: `${rounded(alone)} s`,
    ratio: rounded(slowest / alone),
  };
}

/**
 * Measures a wide report with findings in one row of twenty, from the first byte sent until the check result can be
 * read.
 */
export async function benchChecking(options: CheckingOptions): Promise<Ratio[]> {
  const { lines, runs } = options;
  const trial = new ReportTrial();
  try {
    await trial.start();
    await trial.measure(1_000); // warm-up: loads programs and query plans before the measurement
    const small = await repeatMeasurement(trial, Math.min(10_000, lines), runs + 2);
    const middle = await repeatMeasurement(trial, Math.min(100_000, lines), Math.min(2, runs));
    const { ours, copySeconds, processor } = await alternate(trial, options);
    const workbook = await trial.measure(Math.min(210_000, lines), 'xlsx');
    const alongside = await compareSmallAndLarge(trial, lines);
    const perLine = ({ seconds }: CheckMeasurement, of: number): number => (seconds * 1e6) / of;
    return [
      {
        what: `report of ${lines} lines, upload to verdict / COPY alone`,
        first: `${rounded(ours.seconds)} s`,
        second: `${rounded(copySeconds)} s`,
        ratio: rounded(ours.seconds / copySeconds),
      },
      {
        what: `processor time, all processes: report of ${lines} lines / COPY alone`,
        first: `${rounded(processor.ours)} s`,
        second: `${rounded(processor.copy)} s`,
        ratio: rounded(processor.ours / processor.copy),
      },
      {
        what: `a line of the report: of ${lines} / of ${Math.min(10_000, lines)}`,
        first: `${rounded(perLine(ours, lines))} µs`,
        second: `${rounded(perLine(small, Math.min(10_000, lines)))} µs`,
        ratio: rounded(perLine(ours, lines) / perLine(small, Math.min(10_000, lines))),
      },
      {
        what: `memory grown: report of ${lines} lines / of ${Math.min(100_000, lines)}`,
        first: `${ours.grownMB} MB`,
        second: `${middle.grownMB} MB`,
        ratio: rounded(ours.grownMB / middle.grownMB),
      },
      {
        what: `workbook of ${Math.min(210_000, lines)} lines: seconds, memory grown / CSV by the line`,
        first: `${rounded(workbook.seconds)} s`,
        second: `${workbook.grownMB} MB`,
        ratio: rounded(perLine(workbook, Math.min(210_000, lines)) / perLine(ours, lines)),
      },
      alongside,
    ];
  } finally {
    await trial.remove();
  }
}
