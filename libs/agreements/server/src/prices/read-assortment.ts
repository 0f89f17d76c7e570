import { Gtin } from '@tallgrunn/values';
import type { Cell, Row, TableFile } from '@tallgrunn/tabular';
import { headings, mapHeadings, requiredFields, type AssortmentField } from './assortment-columns.ts';
import { readDate, readDecimal, readNumberText } from './read-cell.ts';

/** One line of a price list, read. Decimals as text, days as YYYY-MM-DD. */
export interface AssortmentLine {
  readonly row: number;
  readonly number: string;
  readonly formerNumber: string | null;
  readonly gtin: string | null;
  readonly name: string;
  readonly lot: string | null;
  readonly category: string | null;
  readonly unit: string;
  readonly contentQuantity: string | null;
  readonly contentUnit: string | null;
  readonly packQuantity: string | null;
  readonly packUnit: string | null;
  readonly netWeightKg: string | null;
  readonly price: string | null;
  readonly currency: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Something wrong with a price list, and where. */
export interface AssortmentFinding {
  readonly code: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly found: string | null;
  readonly expected: string | null;
}

export interface AssortmentReading {
  readonly lines: readonly AssortmentLine[];
  /** What stops the import. */
  readonly findings: readonly AssortmentFinding[];
  /** What was read all the same, and how. */
  readonly remarks: readonly AssortmentFinding[];
}

const HEADING_ROWS_MAX = 30;
const FINDINGS_MAX = 1000;
const empty: Cell = { kind: 'empty', text: '' };

/** Reads a price list. Everything that is wrong is said at once, with its place. */
export async function readAssortment(table: TableFile): Promise<AssortmentReading> {
  const reader = new AssortmentReader();
  for await (const batch of table.batches()) for (const row of batch) reader.take(row);
  return reader.finish();
}

class AssortmentReader {
  #columns: Map<AssortmentField, number> | null = null;
  #sheet: string | null = null;
  #titles: string[] = [];
  #looked = 0;
  #lines: AssortmentLine[] = [];
  #findings: AssortmentFinding[] = [];
  #remarks: AssortmentFinding[] = [];

  take(row: Row): void {
    if (this.#columns === null) return this.#look(row);
    if (row.sheet !== this.#sheet || row.cells.every((cell) => cell.text.trim() === '')) return;
    this.#read(row);
  }

  finish(): AssortmentReading {
    if (this.#columns === null) {
      return { lines: [], remarks: [], findings: requiredFields.map((field) => ({ code: 'column-missing', row: null, column: headings[field][0] ?? field, found: null, expected: headings[field].slice(0, 3).join(', ') })) };
    }
    if (this.#lines.length === 0 && this.#findings.length === 0) this.#find('no-items', null, null, null, null);
    return { lines: this.#lines, findings: this.#findings, remarks: this.#remarks };
  }

  #look(row: Row): void {
    if (this.#looked >= HEADING_ROWS_MAX) return;
    this.#looked += 1;
    const titles = row.cells.map((cell) => cell.text);
    const found = mapHeadings(titles);
    if (!found.has('number') || found.size < 2) return;
    this.#columns = found;
    this.#sheet = row.sheet;
    this.#titles = titles;
    for (const field of requiredFields) if (!found.has(field)) this.#find('column-missing', row.row, headings[field][0] ?? field, null, headings[field].slice(0, 3).join(', '));
  }

  #read(row: Row): void {
    const text = (field: AssortmentField) => this.#cell(row, field).text.trim() || null;
    const number = this.#need(row, 'number', readNumberText(this.#cell(row, 'number')), 'number-lost-digits');
    const name = this.#need(row, 'name', text('name'), 'name-missing');
    const unit = this.#need(row, 'unit', text('unit'), 'unit-missing');
    const quantities = { contentQuantity: this.#decimal(row, 'contentQuantity'), packQuantity: this.#decimal(row, 'packQuantity'), netWeightKg: this.#decimal(row, 'netWeightKg'), price: this.#decimal(row, 'price') };
    const days = { validFrom: this.#day(row, 'validFrom'), validTo: this.#day(row, 'validTo') };
    if (days.validFrom && days.validTo && days.validTo < days.validFrom) this.#find('price-ends-before-it-begins', row.row, this.#title('validTo'), days.validTo, days.validFrom);
    if (!number || !name || !unit) return;
    const texts = { formerNumber: text('formerNumber'), lot: text('lot'), category: text('category'), contentUnit: text('contentUnit'), packUnit: text('packUnit'), currency: text('currency') };
    this.#lines.push({ row: row.row, number, name, unit, gtin: this.#gtin(row), ...texts, ...quantities, ...days });
  }

  #gtin(row: Row): string | null {
    const cell = this.#cell(row, 'gtin');
    if (cell.text.trim() === '') return null;
    const reading = Gtin.parse(readNumberText(cell) ?? cell.text);
    if (!reading.ok) this.#remarks.push({ code: `gtin-${reading.problem}`, row: row.row, column: this.#title('gtin'), found: cell.text, expected: null });
    return reading.ok ? reading.value : null;
  }

  #decimal(row: Row, field: AssortmentField): string | null {
    const cell = this.#cell(row, field);
    if (cell.text.trim() === '') return null;
    const value = readDecimal(cell);
    if (value === null || value.startsWith('-')) this.#find(value === null ? 'not-a-number' : 'number-negative', row.row, this.#title(field), cell.text, '1234,50');
    return value;
  }

  #day(row: Row, field: AssortmentField): string | null {
    const cell = this.#cell(row, field);
    if (cell.text.trim() === '') return null;
    const value = readDate(cell);
    if (value === null) this.#find('not-a-day', row.row, this.#title(field), cell.text, '31.12.2026');
    return value;
  }

  #need(row: Row, field: AssortmentField, value: string | null, code: string): string | null {
    if (!this.#columns?.has(field) || value) return value;
    this.#find(value === null && field === 'number' ? code : `${field}-missing`, row.row, this.#title(field), this.#cell(row, field).text, null);
    return null;
  }

  #cell(row: Row, field: AssortmentField): Cell {
    return row.cells[this.#columns?.get(field) ?? -1] ?? empty;
  }

  #title(field: AssortmentField): string {
    return this.#titles[this.#columns?.get(field) ?? -1] ?? field;
  }

  #find(code: string, row: number | null, column: string | null, found: string | null, expected: string | null): void {
    if (this.#findings.length < FINDINGS_MAX) this.#findings.push({ code, row, column, found, expected });
  }
}
