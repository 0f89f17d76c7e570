import { Problem } from '@tallgrunn/platform';
import type { Cell, Row, TableFile } from '@tallgrunn/tabular';
import { columnsOf, siteFields, type SiteField } from './site-fields.ts';

/** A row of a list of sites, by field. */
export interface SiteFileRow {
  readonly sheet: string;
  /** Row number in the file, 1-based. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<SiteField, Cell>>>;
}

export interface SiteFileContent {
  readonly columns: Partial<Record<SiteField, number>>;
  readonly rows: readonly SiteFileRow[];
}

const HEADING_ROWS_MAX = 20;
const ROWS_MAX = 5_000;

/** Reads a list of sites and customer numbers from the first sheet with headings for a site or a customer number. */
export async function readSiteFile(table: TableFile): Promise<SiteFileContent> {
  const rows: Row[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch);
    if (rows.length > ROWS_MAX) throw new Problem(422, 'site-file-too-many-rows', { rowsMax: ROWS_MAX });
  }
  const candidates = rows
    .filter(({ row }) => row <= HEADING_ROWS_MAX)
    .map((row) => ({ row, columns: columnsOf(row.cells.map(({ text }) => text.trim())) }));
  const head = candidates.find(
    ({ columns }) =>
      (columns.unit !== undefined || columns.customerNumber !== undefined) && Object.keys(columns).length > 1,
  );
  if (!head)
    throw new Problem(422, 'site-file-no-header-row', {
      expected: [siteFields.unit[0], siteFields.orgNumber[0], siteFields.customerNumber[0]].join(', '),
    });
  const body = rows.filter(
    ({ sheet, row, cells }) =>
      sheet === head.row.sheet && row > head.row.row && cells.some(({ text }) => text.trim() !== ''),
  );
  return { columns: head.columns, rows: body.map((row) => pick(row, head.columns)) };
}

function pick({ sheet, row, cells }: Row, columns: Partial<Record<SiteField, number>>): SiteFileRow {
  const picked = Object.entries(columns).flatMap(([field, column]) => {
    const cell = cells[column];
    return cell && cell.text.trim() !== '' ? [[field, cell] as const] : [];
  });
  return { sheet, row, cells: Object.fromEntries(picked) };
}

/** Returns the text of a cell with spaces trimmed and collapsed. */
export function cellText({ cells }: SiteFileRow, field: SiteField): string {
  return cells[field]?.text.replace(/[\s\u00a0\u202f]+/g, ' ').trim() ?? '';
}
