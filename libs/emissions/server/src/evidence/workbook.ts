import { columnName, type WriteSheet, type WriteValue } from '@tallgrunn/tabular';
import { LINES, MULTIPLIERS, packTables, type Formula, type PackTable } from './pack-tables.ts';
import type { PackedRun } from './readme/readme.ts';

/** A worksheet has at most 1,048,576 rows; a run with more lines than this has only CSV tables. */
export const workbookLinesMax = 1_000_000;

type Rows = (table: PackTable) => AsyncIterable<readonly WriteValue[]>;

const FIRST_ROW = 2;
const cellsOf = ({ columns }: PackTable) => {
  const indexOf = (name: string) => columns.findIndex((column) => column.name === name);
  return { indexOf, cell: (name: string, row: number) => `${columnName(indexOf(name) + 1)}${row}` };
};
const line = cellsOf(LINES);
const multiplier = cellsOf(MULTIPLIERS);
const textOf = (value: WriteValue | undefined): string | null => (typeof value === 'string' ? value : null);

/** Returns the spreadsheet formula of a multiplier, from the cells of its row; null if the stored value is used. */
export function multiplierFormula(formula: Formula, row: number): string | null {
  const at = (name: string) => multiplier.cell(name, row);
  const [factor, vat, base, year] = ['factorValue', 'vat', 'indexBase', 'indexYear'].map(at);
  switch (formula) {
    case 'price-level':
      return `${factor}/(1+${vat})`;
    case 'own-prices':
      return `${at('published')}/1000*${base}/${year}/(1+${vat})`;
    case 'foreign-prices':
      return `${factor}/${at('rate')}*${base}/${year}/(1+${vat})`;
    case 'foreign-level':
      return `${factor}/${at('rate')}/(1+${vat})`;
    case 'other-year':
      return `${factor}*${base}/${year}/(1+${vat})`;
    case 'quantity':
      return `${factor}*${at('perUnit')}`;
    case 'declared':
      return `${at('declared')}*${at('perUnit')}`;
    case 'stated':
      return at('stated');
    case 'stored':
      return null;
  }
}

/** Returns the formula of a factor per purchaser's price, from the shares in its row; null if it was not converted. */
function factorFormula(concept: WriteValue | undefined, row: number): string | null {
  const at = (name: string) => multiplier.cell(name, row);
  return concept === 'converted'
    ? `(1-${at('taxShare')}-${at('marginShare')})*${at('basicPrice')}+${at('marginShare')}*${at('tradeValue')}`
    : null;
}

/** Returns the row with one cell replaced by a formula with the same value. */
function withFormula(row: readonly WriteValue[], index: number, formula: string | null): readonly WriteValue[] {
  const value = textOf(row[index]);
  return formula === null || value === null ? row : row.with(index, { formula, value });
}

async function* withRowNumbers(
  rows: AsyncIterable<readonly WriteValue[]>,
  change: (row: readonly WriteValue[], at: number) => readonly WriteValue[],
): AsyncGenerator<readonly WriteValue[]> {
  let at = FIRST_ROW;
  for await (const row of rows) {
    yield change(row, at);
    at += 1;
  }
}

const sheetOf = ({ name, columns }: PackTable, rows: AsyncIterable<readonly WriteValue[]>): WriteSheet => ({
  name,
  columns: columns.map((column) => ({ header: column.name, kind: column.kind, width: 14 })),
  rows,
});

/**
 * Returns the sheets of a pack's workbook. Formulas calculate the multipliers from their values, each line from its
 * multiplier, and the total from the lines.
 */
export function workbookSheets(run: PackedRun, rows: Rows): WriteSheet[] {
  const kg = line.indexOf('kg');
  const column = columnName(kg + 1);
  const last = run.lines + FIRST_ROW - 1;
  const lines = withRowNumbers(rows(LINES), (row, at) => {
    const number = textOf(row[line.indexOf('multiplierNumber')]);
    const of =
      number === null ? null : `'${MULTIPLIERS.name}'!${multiplier.cell('multiplier', Number(number) + FIRST_ROW - 1)}`;
    return withFormula(row, kg, of && `ROUND(${line.cell('basis', at)}*${of},6)`);
  });
  const multipliers = withRowNumbers(rows(MULTIPLIERS), (row, at) => {
    const atPurchaserPrice = withFormula(
      row,
      multiplier.indexOf('factorValue'),
      factorFormula(row[multiplier.indexOf('priceConcept')], at),
    );
    return withFormula(
      atPurchaserPrice,
      multiplier.indexOf('multiplier'),
      multiplierFormula(textOf(row[multiplier.indexOf('formula')]) as Formula, at),
    );
  });
  const total: WriteSheet = {
    name: 'total',
    columns: [
      { header: 'what', width: 40 },
      { header: 'value', kind: 'number', width: 24 },
    ],
    rows: [
      ['run', String(run.number)],
      ['lines', String(run.lines)],
      [
        'kg CO2e, reckoned here from the lines',
        run.lines === 0
          ? '0'
          : { formula: `SUM('${LINES.name}'!${column}${FIRST_ROW}:${column}${last})`, value: run.kg },
      ],
      ['kg CO2e, as the run says', run.kg],
      ['difference', { formula: 'B4-B5', value: '0' }],
    ],
  };
  const others = packTables
    .filter((table) => table !== LINES && table !== MULTIPLIERS)
    .map((table) => sheetOf(table, rows(table)));
  return [total, sheetOf(LINES, lines), sheetOf(MULTIPLIERS, multipliers), ...others];
}
