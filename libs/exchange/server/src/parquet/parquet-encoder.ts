import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { parquetColumns, type ParquetColumn, type TableProperties } from './parquet-columns.ts';
import { splitRecord } from './split-record.ts';

/** Facts about a file, in its metadata. */
export interface FileFacts {
  readonly table: string;
  readonly cooperativeId: string;
  readonly cooperative: string;
  /** ISO instant at which the rows were read. */
  readonly asOf: string;
}

/** Everything that an encoder needs before the first row. It is plain data, so that a thread can receive it. */
export interface EncoderSetup {
  readonly set: TableProperties;
  /** Properties to write, in the order of the records. */
  readonly names: readonly string[];
  readonly facts: FileFacts;
}

/** Rows of a row group. Larger ones are smaller on disk and faster to read, and need more memory. */
export const GROUP_ROWS = 5000;

/** Different values of a column that are converted once; its memory is bounded by them. */
const REMEMBERED_MAX = 10_000;

/** Property with the number of the run that a row is of. */
const RUN = 'RunNumber';

interface SourceColumn extends Pick<ParquetColumn, 'name' | 'convert'> {
  /** Place of its value in a record. */
  readonly place: number;
}

/** Converts a value that comes again once: amounts and dates of reports recur. */
function rememberingConversion(convert: ParquetColumn['convert']): ParquetColumn['convert'] {
  const converted = new Map<string, ReturnType<ParquetColumn['convert']>>();
  return (value) => {
    const existing = converted.get(value);
    if (existing !== undefined) return existing;
    if (converted.size >= REMEMBERED_MAX) converted.clear();
    const made = convert(value);
    converted.set(value, made);
    return made;
  };
}

/**
 * Encodes rows as a Parquet file, one row group per batch. Only the batch is in memory; of earlier ones, positions and
 * bounds for the end of the file are.
 */
export class ParquetEncoder {
  readonly #bytes = new ByteWriter(1 << 20);
  readonly #setup: EncoderSetup;
  readonly #columns: readonly SourceColumn[];
  readonly #file: ParquetWriter;
  #rowCount = 0;
  #newestRun = 0;

  constructor(setup: EncoderSetup) {
    this.#setup = setup;
    const columns = parquetColumns(setup.set, setup.names);
    this.#columns = columns.map((column) => ({
      name: column.name,
      place: setup.names.indexOf(column.property.name),
      convert: column.type === 'VARCHAR' ? column.convert : rememberingConversion(column.convert),
    }));
    const root = { name: 'schema', num_children: columns.length };
    this.#file = new ParquetWriter({
      writer: this.#bytes,
      schema: [root, ...columns.map(({ element }) => element)],
      createdBy: 'Tallgrunn',
    });
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** The highest run number of the rows; null when the table has none. */
  get newestRun(): number | null {
    return this.#newestRun || null;
  }

  /** Encodes a batch of records, as PostgreSQL writes them, and returns its bytes. */
  async add(records: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
    const rows = records.map(splitRecord);
    const columnData = this.#columns.map(({ name, place, convert }) => ({
      name,
      data: rows.map((row) => {
        const value = row[place]!;
        return value === null ? null : convert(value);
      }),
    }));
    await this.#file.write({ columnData, rowGroupSize: Math.max(rows.length, 1) });
    this.#rowCount += rows.length;
    const run = this.#setup.names.indexOf(RUN);
    if (run >= 0) for (const row of rows) this.#newestRun = Math.max(this.#newestRun, Number(row[run] ?? 0));
    return this.#take();
  }

  /** Ends the file with its metadata and returns the last bytes. */
  async finish(): Promise<Uint8Array<ArrayBuffer>> {
    const { table, cooperativeId, cooperative, asOf } = this.#setup.facts;
    const facts: Record<string, string> = {
      'tallgrunn.table': table,
      'tallgrunn.cooperativeId': cooperativeId,
      'tallgrunn.cooperative': cooperative,
      'tallgrunn.asOf': asOf,
      ...(this.newestRun === null ? {} : { 'tallgrunn.newestRun': String(this.newestRun) }),
    };
    this.#file.kvMetadata = Object.entries(facts).map(([key, value]) => ({ key, value }));
    await this.#file.finish();
    return this.#take();
  }

  #take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return bytes;
  }
}
