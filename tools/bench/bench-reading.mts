import { createRequire } from 'node:module';
import { checkReport, exampleTerms } from '@tallgrunn/checks';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { largeReport } from '../trial/large-report.mts';
import { rounded, secondsOf, type Ratio } from './measure.mts';

const { parse } = createRequire(import.meta.url)('csv-parse') as typeof import('csv-parse');
const bytesOfReport = async (lines: number): Promise<Uint8Array> =>
  new Uint8Array(await largeReport(lines).file.arrayBuffer());

async function scan(bytes: Uint8Array): Promise<number> {
  let rows = 0;
  const table = await openTable(bytesOf(bytes), 'rapport.csv');
  for await (const batch of table.batches()) rows += batch.length;
  return rows;
}

async function parseWithCsvParse(bytes: Uint8Array): Promise<number> {
  let rows = 0;
  const parser = parse({ delimiter: ';', bom: true });
  parser.end(bytes);
  for await (const row of parser) rows += (row as string[]).length > 0 ? 1 : 0;
  return rows;
}

/** Compares our scanner, which retains positions and cell types, with csv-parse, which retains texts. */
export async function benchScan(lines = 100_000): Promise<Ratio> {
  const bytes = await bytesOfReport(lines);
  const ours = await secondsOf(() => scan(bytes));
  const theirs = await secondsOf(() => parseWithCsvParse(bytes));
  return {
    what: `CSV of ${lines} rows: ours / csv-parse`,
    first: `${rounded(ours)} s`,
    second: `${rounded(theirs)} s`,
    ratio: rounded(ours / theirs),
  };
}

async function microsecondsPerLine(lines: number): Promise<number> {
  const bytes = await bytesOfReport(lines);
  const terms = exampleTerms['monthly-food']();
  const seconds = await secondsOf(async () => {
    const { rows, accepted } = await checkReport(await openTable(bytesOf(bytes), 'rapport.csv'), { terms });
    if (rows !== lines || accepted !== lines)
      throw new Error(`Of ${lines} lines ${rows} were read and ${accepted} accepted: nothing to compare.`);
  }, 2);
  return (seconds * 1e6) / lines;
}

/** Measures reading and checking per line: ten times the lines must not make a line slower. */
export async function benchCheck(few = 10_000, many = 100_000): Promise<Ratio> {
  await microsecondsPerLine(few); // warm-up: compiles before the measurement
  const small = await microsecondsPerLine(few);
  const large = await microsecondsPerLine(many);
  return {
    what: `check a line: of ${many} / of ${few}`,
    first: `${rounded(large)} µs`,
    second: `${rounded(small)} µs`,
    ratio: rounded(large / small),
  };
}
