import {
  cutName,
  openTable,
  openZip,
  readEntry,
  writeCut,
  type ByteSource,
  type Cell,
  type Cutting,
  type ReadLimits,
  type Row,
  type TableFile,
} from '@tallgrunn/tabular';
import { isNationalId, mask, withoutPersonalNumbers } from '@tallgrunn/values';
import { redactText, redactXml } from './redact-texts.ts';

/** Whom one asks is stated by name, and by address: these stay in columns that are for them, and nothing else about a person does. */
export type Stated = 'name' | 'mail';

/** Says by a heading what its column states; null where it states nobody. */
export type StatedBy = (heading: string) => Stated | null;

export interface RedactTableOptions {
  readonly limits?: Partial<ReadLimits> | undefined;
  readonly stated?: StatedBy | undefined;
}

/** A copy of a file without persons: what it is called and its bytes. */
export interface RedactedFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Headings are above this row. */
const HEADING_ROWS_MAX = 30;
const address = /^[^\s@,;]{1,64}@[^\s@,;]{1,190}$/;

function redactStated(text: string, stated: Stated | null): string {
  if (stated === null) return redactText(text);
  return stated === 'mail' && address.test(text.trim()) ? text : withoutPersonalNumbers(text);
}

function redactCell(cell: Cell, stated: Stated | null): Cell {
  if (cell.kind === 'number')
    return cell.text.length === 11 && isNationalId(cell.text) ? { kind: 'text', text: mask } : cell;
  if (cell.kind !== 'text') return cell;
  const text = redactStated(cell.text, stated);
  return text === cell.text ? cell : { kind: 'text', text };
}

/** Takes every row as it is, without persons in its cells. */
class RedactCells implements Cutting {
  changed = 0;
  readonly #statedBy: StatedBy;
  #sheet = '';
  #stated = new Map<number, Stated>();

  constructor(statedBy: StatedBy) {
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

/** Returns a copy of a table without persons in its cells and its names of sheets, as it is written; null when it holds none. Throws ReadProblem. */
export async function redactTable(
  source: ByteSource,
  name: string,
  { limits, stated = () => null }: RedactTableOptions = {},
): Promise<RedactedFile | null> {
  const open = (): Promise<TableFile> => openTable(source, name, limits ? { limits } : {});
  const table = await open();
  const found = new RedactCells(stated);
  for await (const batch of table.batches()) for (const row of batch) found.take(row);
  if (found.changed === 0 && (table.renamedSheets ?? 0) === 0 && !(await namesMakers(source))) return null;
  return { name: cutName(name, table.format), bytes: writeCut(await open(), new RedactCells(stated)) };
}

/** Parts of a workbook that are no cells: what it says of who made it, and remarks on its cells. A copy has none of them. */
const besideCells = /(?:^|\/)(?:docProps\/[^/]+|meta|(?:threaded)?comments[^/]*|persons?[^/]*)\.xml$/i;
const PART_BYTES_MAX = 4 * 1024 * 1024;

/** Whether a workbook names a person beside its cells. */
async function namesMakers(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, Math.min(2, source.size));
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false;
  const zip = await openZip(source);
  for (const entry of zip.entries) {
    if (!besideCells.test(entry.name)) continue;
    const text = new TextDecoder().decode(await readEntry(zip, entry, PART_BYTES_MAX));
    if (redactXml(text) !== text) return true;
  }
  return false;
}
