import type { Cell, TableFile } from '@tallgrunn/tabular';
import { Problem, type Issue } from '@tallgrunn/platform';
import { normaliseName, type Language } from '@tallgrunn/values';
import { adviceFor, type AdviceCode } from '../remedies.ts';
import { expectedTexts, type ExpectedTexts } from './expected-texts.ts';

/**
 * Tables for setting up parties: the parties, their predecessors, host municipalities, and suppliers' names for buyers.
 */
export const partyTables = {
  parties: { needed: ['kind', 'name'], also: ['orgNumber', 'municipalityNumber'] },
  predecessors: { needed: ['supplier', 'name'], also: ['orgNumber', 'fromOn', 'untilOn'] },
  hosts: { needed: ['buyer', 'kind'], also: ['host'] },
  names: { needed: ['supplier', 'name', 'buyer'], also: [] },
} as const satisfies Record<string, { readonly needed: readonly TableField[]; readonly also: readonly TableField[] }>;
export type PartyTable = keyof typeof partyTables;
export const partyTableNames = Object.keys(partyTables) as readonly PartyTable[];

/** Columns with their possible headings; the first is the one we ask for. */
export const tableFields = {
  kind: ['kind', 'slag', 'type'],
  name: ['name', 'navn', 'namn', 'kalles', 'blir kalla'],
  orgNumber: ['orgNumber', 'org number', 'organisation number', 'organisasjonsnummer', 'orgnr', 'org nr'],
  municipalityNumber: ['municipalityNumber', 'municipality number', 'kommunenummer', 'kommunenr'],
  supplier: ['supplier', 'leverandør', 'leverandor'],
  buyer: ['buyer', 'kjøper', 'kjøpar', 'kunde'],
  host: ['host', 'vert', 'vertskommune'],
  fromOn: ['fromOn', 'from', 'fra', 'frå', 'gyldig fra'],
  untilOn: ['untilOn', 'until', 'to', 'til', 'til og med', 'gyldig til'],
} as const satisfies Record<string, readonly string[]>;
export type TableField = keyof typeof tableFields;

const ROWS_MAX = 5_000;
const ISSUES_MAX = 1_000;
const HEADING_ROWS_MAX = 20;
const normaliseHeading = (text: string): string =>
  normaliseName(text.replace(/kommune/gi, 'kommun')).replaceAll(' ', '');

/** A row by field, as written. */
export interface TableRow {
  readonly row: number;
  readonly values: Readonly<Partial<Record<TableField, string>>>;
}

/** A table as read, with its issues: file, row, heading, value found, value expected, and advice. */
export class PartyTableContent {
  readonly rows: readonly TableRow[];
  readonly issues: Issue[] = [];
  readonly #file: string;
  readonly #titles: Readonly<Partial<Record<TableField, string>>>;
  readonly #language: Language;

  constructor(
    file: string,
    rows: readonly TableRow[],
    titles: Readonly<Partial<Record<TableField, string>>>,
    language: Language,
  ) {
    this.#file = file;
    this.rows = rows;
    this.#titles = titles;
    this.#language = language;
  }

  /** Descriptions of expected values, in the language of the request. */
  get expected(): ExpectedTexts {
    return expectedTexts[this.#language];
  }

  report(
    row: number | null,
    field: TableField | null,
    code: AdviceCode | string,
    found: string | null,
    expected: string | null,
  ): void {
    if (this.issues.length >= ISSUES_MAX) return;
    const column = field === null ? null : (this.#titles[field] ?? tableFields[field][0]);
    this.issues.push({
      code,
      ...(row !== null && { path: `row ${row}` }),
      params: {
        file: this.#file,
        row,
        column,
        found,
        expected,
        ...(adviceFor(code, this.#language).todo
          ? adviceFor(code, this.#language)
          : adviceFor('refused', this.#language)),
      },
    });
  }

  /**
   * Rejects the table with all its issues.
   * @throws Problem 'party-table-invalid' (422)
   */
  requireValid(): void {
    if (this.issues.length > 0)
      throw new Problem(422, 'party-table-invalid', { file: this.#file, count: this.issues.length }, this.issues);
  }
}

/** Reads the first sheet with the headings of a table. */
export async function readPartyTable(
  table: TableFile,
  kind: PartyTable,
  file: string,
  language: Language,
): Promise<PartyTableContent> {
  const { needed, also } = partyTables[kind];
  const fields: readonly TableField[] = [...needed, ...also];
  let at: {
    readonly sheet: string;
    readonly columns: ReadonlyMap<TableField, number>;
    readonly titles: Partial<Record<TableField, string>>;
  } | null = null;
  const best = { count: -1, missing: needed as readonly TableField[] };
  const rows: TableRow[] = [];
  for await (const batch of table.batches()) {
    for (const { sheet, row, cells } of batch) {
      if (at === null && row <= HEADING_ROWS_MAX) {
        const columns = columnsOf(cells, fields);
        const missing = needed.filter((field) => !columns.has(field));
        if (columns.size > best.count) Object.assign(best, { count: columns.size, missing });
        if (missing.length === 0)
          at = {
            sheet,
            columns,
            titles: Object.fromEntries(
              [...columns].map(([field, column]) => [field, cells[column]?.text.trim() ?? field]),
            ),
          };
      } else if (at?.sheet === sheet) {
        const values = Object.fromEntries(
          [...at.columns].map(([field, column]) => [field, textOf(cells[column])]).filter(([, text]) => text !== ''),
        );
        if (Object.keys(values).length > 0) rows.push({ row, values });
        if (rows.length > ROWS_MAX) throw new Problem(422, 'party-table-too-long', { file, rowsMax: ROWS_MAX });
      }
    }
  }
  const read = new PartyTableContent(file, rows, at?.titles ?? {}, language);
  if (at === null)
    for (const field of best.missing) read.report(null, field, 'column-missing', null, tableFields[field].join(', '));
  else if (rows.length === 0) read.report(null, null, 'no-rows', null, null);
  read.requireValid();
  return read;
}

function columnsOf(cells: readonly Cell[], fields: readonly TableField[]): Map<TableField, number> {
  const folded = cells.map(({ text }) => normaliseHeading(text));
  const found = new Map<TableField, number>();
  for (const field of fields) {
    const at = tableFields[field]
      .map((name) =>
        folded.findIndex(
          (heading, column) =>
            heading !== '' && heading === normaliseHeading(name) && ![...found.values()].includes(column),
        ),
      )
      .find((column) => column >= 0);
    if (at !== undefined) found.set(field, at);
  }
  return found;
}

/** Returns the text of a cell; a number shown with leading zeros is read as shown. */
function textOf(cell: Cell | undefined): string {
  if (!cell) return '';
  return (cell.kind === 'number' && /^\d+$/.test(cell.shown ?? '') ? (cell.shown ?? '') : cell.text)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}
