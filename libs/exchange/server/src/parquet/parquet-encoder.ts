import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ParquetColumn, SourceValue } from './parquet-columns.ts';

export type SourceRow = Readonly<Record<string, SourceValue>>;

/** Facts about a file, in its metadata. */
export interface FileFacts {
  readonly table: string;
  readonly cooperativeId: string;
  readonly cooperative: string;
  /** ISO instant at which the rows were read. */
  readonly asOf: string;
}

/** Property with the number of the run that a row is of. */
const RUN = 'RunNumber';

/**
 * Encodes rows as a Parquet file, one row group per batch. Only the batch is in memory; of earlier ones, positions and
 * bounds for the end of the file are.
 */
export class ParquetEncoder {
  readonly #bytes = new ByteWriter(1 << 20);
  readonly #file: ParquetWriter;
  #rowCount = 0;
  #newestRun = 0;

  /** @param aliases name of each property in the rows */
  constructor(
    private readonly columns: readonly ParquetColumn[],
    private readonly aliases: ReadonlyMap<string, string>,
    private readonly facts: FileFacts,
  ) {
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

  /** Encodes a batch of rows and returns its bytes. */
  async add(rows: readonly SourceRow[]): Promise<Uint8Array> {
    const columnData = this.columns.map(({ name, property, convert }) => {
      const alias = this.aliases.get(property.name)!;
      const data = rows.map((row) => {
        const value = row[alias];
        return value === null || value === undefined ? null : convert(value);
      });
      return { name, data };
    });
    await this.#file.write({ columnData, rowGroupSize: Math.max(rows.length, 1) });
    this.#rowCount += rows.length;
    const run = this.aliases.get(RUN);
    if (run !== undefined) for (const row of rows) this.#newestRun = Math.max(this.#newestRun, Number(row[run] ?? 0));
    return this.#take();
  }

  /** Ends the file with its metadata and returns the last bytes. */
  async finish(): Promise<Uint8Array> {
    const facts: Record<string, string> = {
      'tallgrunn.table': this.facts.table,
      'tallgrunn.cooperativeId': this.facts.cooperativeId,
      'tallgrunn.cooperative': this.facts.cooperative,
      'tallgrunn.asOf': this.facts.asOf,
      ...(this.newestRun === null ? {} : { 'tallgrunn.newestRun': String(this.newestRun) }),
    };
    this.#file.kvMetadata = Object.entries(facts).map(([key, value]) => ({ key, value }));
    await this.#file.finish();
    return this.#take();
  }

  #take(): Uint8Array {
    const bytes = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return bytes;
  }
}
