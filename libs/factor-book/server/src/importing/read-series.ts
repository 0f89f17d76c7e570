import { isDecimal, normalise, divide } from '@tallgrunn/values';
import type { ByteSource } from '@tallgrunn/tabular';
import { recordsOf, FactorSetProblem, type RowReader } from './factor-set-file.ts';

export interface SeriesPoint {
  readonly year: number;
  /** Decimal text, greater than zero. */
  readonly value: string;
}

const firstOf = (of: RowReader, headings: readonly string[]): string =>
  headings.map(of).find((text) => text !== '') ?? '';

/**
 * Reads a series by year from one of two formats: a table with the headings `year` and `value`, or Norges Bank's file of
 * yearly averages (`TIME_PERIOD`, `OBS_VALUE`, `BASE_CUR`, `UNIT_MULT`). From the latter it reads the rows of
 * `currency`, converted to one unit of it. Accepts decimal comma and point.
 * @throws FactorSetProblem with the row
 */
export async function readSeries(
  source: ByteSource,
  fileName: string,
  currency: string | null,
): Promise<SeriesPoint[]> {
  const points = new Map<number, string>();
  for await (const { row, of } of recordsOf(source, fileName, [], { delimiter: null })) {
    if (currency !== null && of('BASE_CUR') !== '' && of('BASE_CUR') !== currency) continue;
    const [year, value] = [firstOf(of, ['year', 'TIME_PERIOD']), firstOf(of, ['value', 'OBS_VALUE'])];
    if (year === '' && value === '')
      throw new FactorSetProblem(
        1,
        'no such headings',
        'the headings “year” and “value”, or “TIME_PERIOD” and “OBS_VALUE”',
      );
    if (!/^(19|20)\d\d$/.test(year)) throw new FactorSetProblem(row, year, 'a year of four digits');
    if (points.has(Number(year))) throw new FactorSetProblem(row, year, 'each year once');
    points.set(Number(year), parsePositive(value.replace(',', '.'), of('UNIT_MULT'), row));
  }
  if (points.size === 0)
    throw new FactorSetProblem(
      1,
      'no years',
      currency === null ? 'at least one year' : `at least one year of ${currency}`,
    );
  return [...points].map(([year, value]) => ({ year, value }));
}

function parsePositive(text: string, power: string, row: number): string {
  if (!isDecimal(text) || Number(text) <= 0) throw new FactorSetProblem(row, text, 'a number above zero');
  if (power !== '' && !/^\d$/.test(power)) throw new FactorSetProblem(row, power, 'a power of ten, 0 to 9');
  return normalise(power === '' || power === '0' ? text : divide(text, `1${'0'.repeat(Number(power))}`, 12));
}
