import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from './actor.ts';
import type { EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';
import { standingUnit } from './current-unit.ts';
import { CopyIn } from './copy-in.ts';
import { CopyRounds } from './copy-rounds.ts';
import { copyText, type CopyValue } from './copy-text.ts';

/** The one handle to the database. Every call needs a unit of work around it. */
@Injectable()
export class Database {
  /** Rows of one statement. Decimals and bigints arrive as strings, dates as 'YYYY-MM-DD'. */
  async query<R = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const runner = await standingUnit().runner();
    const result: unknown = await runner.query(sql, [...params], true).then((r) => r.records ?? r.raw);
    return result as R[];
  }

  /** The first row, or undefined. */
  async one<R = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<R | undefined> {
    return (await this.query<R>(sql, params))[0];
  }

  /** TypeORM's manager of this unit, for entities of one's own room. */
  async manager(): Promise<EntityManager> {
    return (await standingUnit().runner()).manager;
  }

  /** Who the unit acts for. */
  actor(): Actor {
    const { standing } = standingUnit();
    if (!('actor' in standing)) throw new Error('This unit of work acts for nobody yet.');
    return standing.actor;
  }

  /** Runs after this unit has committed. An error, of a promise too, is logged. */
  afterCommit(act: () => unknown): void {
    standingUnit().afterCommit(act);
  }

  /** Rows of a long answer in batches, through a cursor: memory does not grow with the answer. */
  async *stream<R = Record<string, unknown>>(
    sql: string,
    params: readonly unknown[] = [],
    batch = 2000,
  ): AsyncGenerator<R[]> {
    const runner = await standingUnit().runner();
    await runner.query(`declare long_answer no scroll cursor for ${sql}`, [...params]);
    for (;;) {
      const rows: R[] = await runner.query(`fetch ${batch} from long_answer`);
      if (rows.length > 0) yield rows;
      if (rows.length < batch) break;
    }
    await runner.query('close long_answer');
  }

  /**
   * Fills a line table by COPY, as the loader role inside this unit. The tenant comes from the table's default.
   * Where the loader lacks BYPASSRLS, the rows go through a temporary table instead.
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
    await this.tellPlanner(table, count);
    return count;
  }

  /** The same from bytes that are COPY's text already, as a process apart writes them. They pass through unread, as fast as PostgreSQL takes them; the planner is not told. */
  async copyBytes(table: string, columns: readonly string[], bytes: Readable): Promise<number> {
    const list = columns.map((column) => `"${column}"`).join(', ');
    const [role] = await this.query<{ direct: boolean }>(
      `select rolbypassrls as direct from pg_roles where rolname = 'tallgrunn_loader'`,
    );
    if (role?.direct) {
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
   * Tells the planner of many new rows now, instead of a minute later: until then it plans as if the table were as small as before.
   * Does nothing when the change is less than a third of the table: the planner goes by its size on disk, and looking costs a second.
   */
  async tellPlanner(table: string, changed: number): Promise<void> {
    const known = await this.one<{ rows: number }>(
      'select reltuples::float8 as rows from pg_class where oid = $1::regclass',
      [table],
    );
    if (changed >= 500 && changed > 0.3 * (known?.rows ?? 0)) await this.query(`analyze ${table}`);
  }

  async #copy(statement: string, bytes: Readable): Promise<number> {
    const runner = await standingUnit().runner();
    const client = (await runner.connect()) as PoolClient;
    const rounds = new CopyRounds(bytes);
    let count = 0;
    while (!rounds.isOver) {
      const copy = new CopyIn(statement, rounds);
      client.query(copy as never); // a query of its own kind, which the types do not know
      count += await copy.done;
    }
    return count;
  }
}

const PIECE_CHARACTERS = 64 * 1024;

/** Rows as COPY's text, many in a piece. */
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
