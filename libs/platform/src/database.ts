import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from './actor.ts';
import type { EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';
import { currentUnit } from './current-unit.ts';
import { CopyIn } from './copy-in.ts';
import { CopyRounds } from './copy-rounds.ts';
import { copyText, type CopyValue } from './copy-text.ts';

/** Access to the database. Every call needs a current unit of work. */
@Injectable()
export class Database {
  /** Runs a statement and returns its rows. Decimals and bigints are strings, dates are 'YYYY-MM-DD'. */
  async query<R = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const runner = await currentUnit().runner();
    const result: unknown = await runner.query(sql, [...params], true).then((r) => r.records ?? r.raw);
    return result as R[];
  }

  /** Returns the first row, or undefined. */
  async one<R = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<R | undefined> {
    return (await this.query<R>(sql, params))[0];
  }

  /** Returns TypeORM's entity manager of this unit, for entities of the caller's own room. */
  async manager(): Promise<EntityManager> {
    return (await currentUnit().runner()).manager;
  }

  /**
   * Returns the actor of the unit.
   * @throws Error when the unit has no actor
   */
  actor(): Actor {
    const { context } = currentUnit();
    if (!('actor' in context)) throw new Error('This unit of work acts for nobody yet.');
    return context.actor;
  }

  /** Runs `act` after this unit has committed. An error or a rejected promise is logged. */
  afterCommit(act: () => unknown): void {
    currentUnit().afterCommit(act);
  }

  /** Yields the rows of a long result in batches, through a cursor, so that memory stays constant. */
  async *stream<R = Record<string, unknown>>(
    sql: string,
    params: readonly unknown[] = [],
    batch = 2000,
  ): AsyncGenerator<R[]> {
    const runner = await currentUnit().runner();
    await runner.query(`declare long_answer no scroll cursor for ${sql}`, [...params]);
    for (;;) {
      const rows: R[] = await runner.query(`fetch ${batch} from long_answer`);
      if (rows.length > 0) yield rows;
      if (rows.length < batch) break;
    }
    await runner.query('close long_answer');
  }

  /**
   * Inserts rows by COPY, as the loader role, in this unit, and updates the planner statistics. Returns the row count.
   * The tenant is set by the column default. If the loader role lacks BYPASSRLS, the rows go through a temporary table.
   */
  async copyLines(
    table: string,
    columns: readonly string[],
    rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
  ): Promise<number> {
    const count = await this.copyBytes(
      table,
      columns,
      Readable.from(copyPieces(rows), { objectMode: false, highWaterMark: 2 * PIECE_CHARACTERS }),
    );
    await this.analyzeAfterChange(table, count);
    return count;
  }

  /**
   * Inserts bytes that are already COPY text, as a subprocess writes them. Returns the row count. The bytes pass
   * through unparsed, at the pace of PostgreSQL. Planner statistics are not updated.
   */
  async copyBytes(table: string, columns: readonly string[], bytes: Readable): Promise<number> {
    const list = columns.map((column) => `"${column}"`).join(', ');
    const [role] = await this.query<{ direct: boolean }>(
      `select rolbypassrls as direct from pg_roles where rolname = 'tallgrunn_loader'`,
    );
    if (role?.direct) {
      await this.query('select platform.require_not_moving()');
      await this.query('set local role tallgrunn_loader');
      const count = await this.#copy(`copy ${table} (${list}) from stdin`, bytes);
      await this.query('reset role');
      return count;
    }
    await this.query(`create temporary table loading on commit drop as select ${list} from ${table} with no data`);
    const count = await this.#copy(`copy loading (${list}) from stdin`, bytes);
    await this.query(`insert into ${table} (${list}) select ${list} from loading`);
    await this.query('drop table loading');
    return count;
  }

  /**
   * Analyses a table after a large change. Autovacuum would do it up to a minute later, and until then plans assume the
   * old size. Does nothing for fewer than 500 rows or less than 30 % of the table: the planner scales by the size on
   * disk, and an analysis takes about a second.
   */
  async analyzeAfterChange(table: string, changed: number): Promise<void> {
    const statistics = await this.one<{ rows: number }>(
      'select reltuples::float8 as rows from pg_class where oid = $1::regclass',
      [table],
    );
    if (changed >= 500 && changed > 0.3 * (statistics?.rows ?? 0)) await this.query(`analyze ${table}`);
  }

  async #copy(statement: string, bytes: Readable): Promise<number> {
    const runner = await currentUnit().runner();
    const client = (await runner.connect()) as PoolClient;
    const rounds = new CopyRounds(bytes);
    let count = 0;
    while (!rounds.isOver) {
      const copy = new CopyIn(statement, rounds);
      client.query(copy as never); // a custom query object, which the types do not include
      count += await copy.done;
    }
    return count;
  }
}

const PIECE_CHARACTERS = 64 * 1024;

/** Yields rows as COPY text, many rows per chunk. */
async function* copyPieces(
  rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
): AsyncGenerator<string> {
  let piece = '';
  for await (const row of rows) {
    piece += copyText(row);
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
