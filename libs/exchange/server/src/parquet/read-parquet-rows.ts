import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import type { EntitySet } from '../odata/entity-set.ts';
import type { Expression } from '../odata/expression.ts';
import { ExpressionSql } from '../odata/expression-sql.ts';
import { conditionOf, selectedOf } from '../odata/read-rows.ts';
import { sourceSql } from './parquet-columns.ts';
import type { EncoderSetup, FileFacts } from './parquet-encoder.ts';

/** Limits of a read. */
export interface RowSelection {
  readonly select: readonly string[] | null;
  readonly filter: Expression | null;
  /** SQL of a text by which rows are ordered, so that a reader can divide them. It is `divider` of each row. */
  readonly divider?: string;
  /** Rows of a batch. */
  readonly batchRows: number;
}

/** A row as a record of the selected properties, as PostgreSQL writes it. */
export interface RecordRow {
  readonly record: string;
  readonly divider: string | null;
}

/** An open read of a table. */
export interface TableRead {
  /** For the encoders of its rows. */
  readonly setup: EncoderSetup;
  /** Batches of rows from one cursor, that is, of one moment. */
  readonly batches: () => AsyncGenerator<readonly RecordRow[]>;
}

/** Opens reads of the feed's tables for Parquet. Row-level security limits rows to those of the caller. */
@Injectable()
export class ReadParquetRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws QueryError when the selection names something that the table does not have */
  async run(set: EntitySet, { select, filter, divider, batchRows }: RowSelection): Promise<TableRead> {
    const names = selectedOf(set, { select });
    const params: unknown[] = [];
    const where = conditionOf(new ExpressionSql(set, params), filter);
    const byName = new Map(set.properties.map((property) => [property.name, property]));
    const record = `row(${names.map((name) => sourceSql(byName.get(name)!)).join(', ')})::text`;
    const order = divider === undefined ? '' : 'order by divider nulls last';
    const sql = `select ${record} as record, ${divider ?? 'null'} as divider from ${set.source} where ${where} ${order}`;
    const setup = {
      set: { name: set.name, properties: set.properties },
      names,
      facts: await this.#facts(set),
    };
    const { database } = this;
    return {
      setup,
      async *batches() {
        for await (const rows of database.stream<RecordRow & Record<string, unknown>>(sql, params, batchRows)) {
          yield rows;
          await nextTurn();
        }
      },
    };
  }

  async #facts({ name }: EntitySet): Promise<FileFacts> {
    const { cooperativeId } = this.database.actor();
    const row = await this.database.one<{ name: string }>(
      'select name from identity.door_cooperative where cooperative_id = $1',
      [cooperativeId],
    );
    return { table: name, cooperativeId, cooperative: row?.name ?? '', asOf: this.clock.now().toISOString() };
  }
}
