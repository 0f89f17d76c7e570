import {
  redactedFileName,
  openTable,
  openZip,
  readEntry,
  writeRedacted,
  type ByteSource,
  type Cell,
  type Redactor,
  type ReadLimits,
  type Row,
  type TableFile,
} from '@tallgrunn/tabular';
import { isNationalId, IDENTITY_MASK, withoutPersonalNumbers } from '@tallgrunn/values';
import { redactText, redactXml } from './redact-texts.ts';

/**
 * Contact data that may remain in a column meant for it: a name or an e-mail address. Other personal data is removed
 * there too.
 */
export type ContactKind = 'name' | 'mail';

/** Returns the contact data that a column may contain, by its heading; null for none. */
export type ContactKindOf = (heading: string) => ContactKind | null;

export interface RedactTableOptions {
  readonly limits?: Partial<ReadLimits> | undefined;
  readonly stated?: ContactKindOf | undefined;
}

/** A redacted copy of a file: name and bytes. */
export interface RedactedFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Headings are searched for up to this row. */
const HEADING_ROWS_MAX = 30;
const address = /^[^\s@,;]{1,64}@[^\s@,;]{1,190}$/;

function redactContact(text: string, stated: ContactKind | null): string {
  if (stated === null) return redactText(text);
  return stated === 'mail' && address.test(text.trim()) ? text : withoutPersonalNumbers(text);
}

function redactCell(cell: Cell, stated: ContactKind | null): Cell {
  if (cell.kind === 'number')
    return cell.text.length === 11 && isNationalId(cell.text) ? { kind: 'text', text: IDENTITY_MASK } : cell;
  if (cell.kind !== 'text') return cell;
  const text = redactContact(cell.text, stated);
  return text === cell.text ? cell : { kind: 'text', text };
}

/** Passes every row on, with personal data removed from its cells. */
class RedactCells implements Redactor {
  changed = 0;
  readonly #statedBy: ContactKindOf;
  #sheet = '';
  #stated = new Map<number, ContactKind>();

  constructor(statedBy: ContactKindOf) {
    this.#statedBy = statedBy;
  }

  takesSheet(): boolean {
    return true;
  }

  take(row: Row): Row {
    if (row.sheet !== this.#sheet) {
      this.#sheet = row.sheet;
      this.#stated = new Map();
    }
    let cells: Cell[] | null = null;
    row.cells.forEach((cell, column) => {
      const next = redactCell(cell, this.#stated.get(column) ?? null);
      if (next !== cell) (cells ??= [...row.cells])[column] = next;
    });
    if (row.row <= HEADING_ROWS_MAX) this.#noteHeadings(row);
    if (!cells) return row;
    this.changed += 1;
    return { ...row, cells };
  }

  #noteHeadings({ cells }: Row): void {
    cells.forEach(({ kind, text }, column) => {
      const stated = kind === 'text' && !this.#stated.has(column) ? this.#statedBy(text) : null;
      if (stated) this.#stated.set(column, stated);
    });
  }
}

/**
 * Returns a copy of a table without personal data in cells and sheet names; null when there is none.
 * @throws ReadProblem when the table cannot be read
 */
export async function redactTable(
  source: ByteSource,
  name: string,
  { limits, stated = () => null }: RedactTableOptions = {},
): Promise<RedactedFile | null> {
  const open = (): Promise<TableFile> => openTable(source, name, limits ? { limits } : {});
  const table = await open();
  const found = new RedactCells(stated);
  for await (const batch of table.batches()) for (const row of batch) found.take(row);
  if (found.changed === 0 && (table.renamedSheets ?? 0) === 0 && !(await namesPerson(source))) return null;
  return { name: redactedFileName(name, table.format), bytes: writeRedacted(await open(), new RedactCells(stated)) };
}

/** Workbook parts that are not cells: document properties and comments. A copy omits them. */
const metadataParts = /(?:^|\/)(?:docProps\/[^/]+|meta|(?:threaded)?comments[^/]*|persons?[^/]*)\.xml$/i;
const PART_BYTES_MAX = 4 * 1024 * 1024;

/** Returns whether a workbook names a person outside its cells. */
async function namesPerson(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, Math.min(2, source.size));
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false;
  const zip = await openZip(source);
  for (const entry of zip.entries) {
    if (!metadataParts.test(entry.name)) continue;
    const text = new TextDecoder().decode(await readEntry(zip, entry, PART_BYTES_MAX));
    if (redactXml(text) !== text) return true;
  }
  return false;
}
