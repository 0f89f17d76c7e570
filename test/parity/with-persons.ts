import {
  bytesOf,
  redactedFileName,
  openTable,
  writeRedacted,
  type Cell,
  type Redactor,
  type Row,
} from '@tallgrunn/tabular';
import type { CheckedCase } from './corpus.ts';

/** A test number that belongs to no person. */
const person = '13097248022';
const text = (written: string): Cell => ({ kind: written === '' ? 'empty' : 'text', text: written });

/**
 * Adds three columns of personal data at the right: recognisable by heading, by content, and by an adjacent personal
 * column.
 */
class PersonsAdded implements Redactor {
  readonly #headingRow: number;
  readonly #sheet: string;
  readonly #width: number;

  constructor({
    headingRow,
    sheet,
    width,
  }: {
    readonly headingRow: number;
    readonly sheet: string;
    readonly width: number;
  }) {
    [this.#headingRow, this.#sheet, this.#width] = [headingRow, sheet, width];
  }

  takesSheet(): boolean {
    return true;
  }

  take(row: Row): Row {
    const below = row.row - this.#headingRow;
    if (row.sheet !== this.#sheet || below < 0) return row;
    const more =
      below === 0
        ? ['Ansattnavn', 'Referanse', 'Navn']
        : ['Kari Nordmann', below === 2 ? `ringte ${person}` : '', 'Ola Nordmann'];
    const cells = Array.from({ length: this.#width }, (_, at) => row.cells[at] ?? text(''));
    return { ...row, cells: [...cells, ...more.map(text)] };
  }
}

async function addColumns(
  bytes: Uint8Array,
  name: string,
  { verdict }: CheckedCase,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const table = await openTable(bytesOf(bytes), name);
  const [{ sheet, headingRow }] = verdict.columns as [CheckedCase['verdict']['columns'][number]];
  let width = 0;
  for await (const batch of table.batches())
    for (const row of batch) if (row.sheet === sheet) width = Math.max(width, row.cells.length);
  const pieces: Uint8Array[] = [];
  for await (const piece of writeRedacted(table, new PersonsAdded({ headingRow, sheet, width }))) pieces.push(piece);
  return { name: `persons-in--${redactedFileName(name, table.format)}`, bytes: Buffer.concat(pieces) };
}

/**
 * Adds columns of personal data to correct files, one text file and one workbook. `read` returns the bytes of a file.
 */
export async function withPersons(
  judged: readonly CheckedCase[],
  read: (name: string) => Uint8Array,
): Promise<{ readonly of: CheckedCase; readonly name: string; readonly bytes: Uint8Array }[]> {
  const right = judged.filter(({ verdict }) => verdict.ok && verdict.rows > 2 && verdict.columns.length === 1);
  const chosen = ['.csv', '.xlsx'].flatMap((ending) => right.find(({ name }) => name.endsWith(ending)) ?? []);
  return Promise.all(chosen.map(async (of) => ({ of, ...(await addColumns(read(of.name), of.name, of)) })));
}
