import { isDecimal, Period } from '@tallgrunn/values';
import type { TableFile } from '@tallgrunn/tabular';
import { normaliseHeading } from './assortment-columns.ts';
import type { AssortmentFinding } from './assortment-line.ts';
import { readDecimal } from './read-cell.ts';

export interface IndexRequest {
  readonly path: string;
  readonly name: string;
}

export interface IndexSeriesOutput {
  readonly values: readonly { readonly period: string; readonly value: string }[];
  readonly findings: readonly AssortmentFinding[];
}

const VALUES_MAX = 5000;
const HEADING_ROWS_MAX = 30;
const periodHeadings = ['periode', 'period', 'måned', 'month', 'kvartal', 'quarter', 'år', 'year', 'tid', 'time'];
const valueHeadings = [
  'verdi',
  'value',
  'indeks',
  'index',
  'indeksverdi',
  'kpi',
  'i44',
  'i 44',
  'konsumprisindeks',
  'månedsgjennomsnitt',
  'kurs',
  'obs value',
  'time period',
];

/**
 * Parses a period: "2025M10" as written by Statistics Norway, "2025K4", "10/2025" or "2025-10". Returns its key; null
 * when it is none.
 */
export function readIndexPeriod(text: string): string | null {
  const bare = text.trim().toUpperCase();
  const [, year, month] = /^(\d{4})M(\d{2})$/.exec(bare) ?? /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(bare) ?? [];
  const [, monthFirst, yearBehind] = /^(\d{1,2})[./](\d{4})$/.exec(bare) ?? [];
  const [, ofYear, quarter] = /^(\d{4})-?[KQ]([1-4])$/.exec(bare) ?? [];
  const key = year
    ? `${year}-${month}`
    : yearBehind
      ? `${yearBehind}-${(monthFirst ?? '').padStart(2, '0')}`
      : ofYear
        ? `${ofYear}-Q${quarter}`
        : bare;
  return Period.tryParse(key)?.key ?? null;
}

/** Reads a table of periods and values, below any text above it. Returns all findings. */
export async function readIndexSeries(table: TableFile): Promise<IndexSeriesOutput> {
  const values = new Map<string, string>();
  const findings: AssortmentFinding[] = [];
  let columns: { period: number; value: number } | null = null;
  const addFinding = (
    code: string,
    row: number | null,
    column: string | null,
    found: string | null,
    expected: string | null,
  ) => findings.push({ code, row, column, found, expected });
  for await (const batch of table.batches()) {
    for (const { row, cells } of batch) {
      if (columns === null) {
        if (row <= HEADING_ROWS_MAX) columns = columnsOf(cells.map(({ text }) => normaliseHeading(text)));
        continue;
      }
      const [periodCell, valueCell] = [cells[columns.period], cells[columns.value]];
      const written = periodCell?.text.trim() ?? '';
      if (!valueCell || written === '' || valueCell.text.trim() === '') continue;
      const period = readIndexPeriod(written);
      const value = readDecimal(valueCell) ?? (isDecimal(valueCell.text) ? valueCell.text : null);
      if (period === null) addFinding('not-a-period', row, 'period', written, '2025M10, 2025-10, 2025K4, 2025');
      else if (value === null || !(Number(value) > 0))
        addFinding('not-a-number', row, 'value', valueCell.text, '136,9');
      else if (values.has(period)) addFinding('period-repeated', row, 'period', written, null);
      else values.set(period, value);
    }
  }
  if (columns === null) addFinding('column-missing', null, 'period', null, 'periode, verdi');
  else if (values.size === 0 && findings.length === 0) addFinding('no-values', null, null, null, null);
  if (values.size > VALUES_MAX) addFinding('too-many-values', null, null, String(values.size), String(VALUES_MAX));
  return { values: [...values].map(([period, value]) => ({ period, value })), findings };
}

function columnsOf(titles: readonly string[]): { period: number; value: number } | null {
  const period = titles.findIndex((title) => periodHeadings.includes(title));
  const value = titles.findIndex((title, at) => at !== period && valueHeadings.includes(title));
  const second =
    titles.filter((title) => title !== '').length === 2 && period >= 0
      ? titles.findIndex((title, at) => at !== period && title !== '')
      : -1;
  const at = value >= 0 ? value : second;
  return period >= 0 && at >= 0 ? { period, value: at } : null;
}
