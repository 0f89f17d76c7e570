import { Injectable } from '@nestjs/common';
import { DROP_TOUCHED, matchedSince, touchMatched, widenTouched } from '@tallgrunn/matching-server';
import { Clock, Database, Facts, type Progress } from '@tallgrunn/platform';
import { negate, uuidv7 } from '@tallgrunn/values';
import { KEEP_ASSIGNMENTS } from './evidence/keep-assignments.ts';
import {
  closeBesides,
  COUNT_BESIDES,
  DROP_BESIDES,
  OPEN_BESIDES,
  READ_BESIDES,
  READ_STANDING_BESIDES,
  weighBeside,
} from './weigh-beside.ts';
import { LOOKED_UP, ORDINARY, readBasis, TAKE_TURN, WHOLE_TABLES, type Basis } from './weighing/basis.ts';
import {
  closeResults,
  OPEN_FIRST,
  openResults,
  READ_BATCHES,
  READ_DECISIONS,
  READ_SERIES,
  TOTAL_MOVED,
  TOTAL_RUN,
  WEIGHED,
  type Moved,
  type Scope,
} from './weighing/keep-results.ts';
import { DROP_EMPTY_SUMS, DROP_SUMS, SUM_ALL, SUMS_AGREE } from './weighing/keep-sums.ts';
import { RULE } from './weighing/methods.ts';
import { readParts, readTouched, TOUCHED_GOODS, type Touched } from './weighing/read-parts.ts';
import { ASSIGN, TELL_GOODS } from './weighing/tell-goods.ts';
import { DROP_TABLES, PRICE } from './weighing/weigh-parts.ts';

/** Version of the engine. Increment it when the same inputs give other figures. */
export const ENGINE = 'emissions/4';

export interface RunOutcome {
  readonly number: number;
  readonly opened: number;
  readonly closed: number;
  /** False if nothing changed since the last run; then no run was inserted. */
  readonly changed: boolean;
}

interface LastRun {
  readonly number: number;
  readonly engine: string | null;
  readonly factor_set_id: string | null;
  readonly rule_set_id: string | null;
  readonly read: Readonly<Record<string, unknown>>;
}

/**
 * Calculates one emission run: one method per amount, and the supplier-specific results alongside.
 * A full run reads all open data of the cooperative. A run after a decision on a factor or a method policy recalculates
 * the affected lines. A run after a match run recalculates the lines with a changed match. Only changed results are
 * closed and opened.
 * Takes a lock, so that a cooperative has one run at a time, and publishes `emissions.run-finished`. Requires a unit of
 * work of the system actor.
 */
@Injectable()
export class CalculateEmissions {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async run(cause: string, progress?: Progress, touched?: Touched | 'matched'): Promise<RunOutcome> {
    const startedAt = this.clock.now();
    await this.#ask(TAKE_TURN);
    const basis = await readBasis(this.database);
    const last = await this.#last();
    const number = last.number + 1;
    const matched = await matchedSince(
      this.database,
      typeof last.read['matchRun'] === 'number' ? last.read['matchRun'] : null,
    );
    const scope =
      touched && last.number > 0 && sameBasis(last, basis) && (await this.#samePrices(last)) ? touched : null;
    const kept =
      scope === 'matched' && matched.isListed
        ? await this.#matched(number, basis, last)
        : scope && scope !== 'matched'
          ? await this.#again(number, basis, scope, last)
          : await this.#whole(number, basis, last, progress);
    for (const ending of [DROP_TABLES, ORDINARY]) await this.#ask(ending);
    const read = {
      ...kept.read,
      matchRun: kept.scope === 'parts' ? last.read['matchRun'] : matched.number,
      ...(await this.database.one<Record<string, unknown>>(READ_DECISIONS)),
    };
    const changed =
      kept.opened + kept.closed > 0 ||
      (last.number > 0 && (!sameBasis(last, basis) || (await this.#readDiffers(last.number, read))));
    if (!changed) return { number: last.number, opened: 0, closed: 0, changed };
    await this.database.query(
      `insert into emissions.run (number, engine, factor_set_id, rule_set_id, currency, cause, started_at, finished_at, read, opened, closed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        number,
        ENGINE,
        basis.factor_set_id,
        basis.rule_set_id,
        basis.currency,
        cause,
        startedAt,
        this.clock.now(),
        JSON.stringify(read),
        kept.opened,
        kept.closed,
      ],
    );
    if (kept.moved) await this.database.query(TOTAL_MOVED, [number, last.number, JSON.stringify(kept.moved)]);
    else await this.database.query(TOTAL_RUN, [number]);
    for (const sql of KEEP_ASSIGNMENTS) await this.database.query(sql, [number]);
    await this.facts.announce({
      name: 'emissions.run-finished',
      subjectId: uuidv7(this.clock.now()),
      payload: { number, buyerIds: kept.buyerIds },
    });
    return { number, opened: kept.opened, closed: kept.closed, changed };
  }

  /** Recalculates everything from the door views. */
  async #whole(number: number, basis: Basis, last: LastRun, progress?: Progress) {
    await this.#ask(WHOLE_TABLES);
    await progress?.tell('beside', 0, 3);
    for (const { sql, needs } of weighBeside()) await this.database.query(sql, needs ? [basis.currency] : []);
    await this.#ask(COUNT_BESIDES);
    const besides = await this.#count([number]);
    const readBesides = await this.database.one<Record<string, unknown>>(READ_BESIDES);
    await this.#ask(DROP_BESIDES);
    await this.database.tellPlanner('emissions.beside', besides.opened + besides.closed);
    await progress?.tell('weighing', 1, 3);
    for (const sql of [...readParts(), ...TELL_GOODS]) await this.#ask(sql);
    await this.#prepare(basis);
    await progress?.tell('writing', 2, 3);
    const results = last.number === 0 ? await this.#first(number, basis) : await this.#compared(number, basis, 'all');
    await this.#checkSums();
    await this.database.tellPlanner('emissions.result_sum', results.opened + results.closed);
    const readSpend = await this.database.one<Record<string, unknown>>(READ_BATCHES);
    // `moved` is null after a comparison with earlier results, so that the totals are summed from all lines. This also
    // corrects a total that disagreed with its lines.
    return {
      ...together(besides, results),
      scope: 'all' as const,
      moved: last.number === 0 ? results.moved : null,
      read: { ...readSpend, ...readBesides },
    };
  }

  /**
   * Recalculates the lines whose match changed since the last run, and the lines that depend on them. No ledger batch
   * was added or reversed.
   */
  async #matched(number: number, basis: Basis, last: LastRun) {
    await touchMatched(this.database, last.read['matchRun'] as number);
    await widenTouched(this.database);
    await this.#ask(LOOKED_UP);
    for (const { sql, needs } of weighBeside('touched')) await this.database.query(sql, needs ? [basis.currency] : []);
    await this.#ask(COUNT_BESIDES);
    const besides = await this.#count([number], true);
    const readBesides = await this.database.one<Record<string, unknown>>(READ_STANDING_BESIDES);
    await this.#ask(DROP_BESIDES);
    for (const sql of [...readParts('touched'), ...TELL_GOODS]) await this.#ask(sql);
    await this.#prepare(basis);
    const results = await this.#compared(number, basis, 'lines');
    await this.#ask(DROP_TOUCHED);
    return {
      ...together(besides, results),
      scope: 'lines' as const,
      moved: results.moved,
      read: { batches: last.read['batches'], ...readBesides },
    };
  }

  /** Recalculates the lines affected by a decision, from the inputs stored by the last run. */
  async #again(number: number, basis: Basis, touched: Touched, last: LastRun) {
    const { sql: read, params } = readTouched(touched);
    await this.database.query(read, params);
    for (const sql of ['analyze part', TOUCHED_GOODS, 'analyze good']) await this.#ask(sql);
    await this.#prepare(basis);
    const { batches, versions, footprints } = last.read;
    return {
      ...(await this.#compared(number, basis, 'parts')),
      scope: 'parts' as const,
      read: { batches, versions, footprints },
    };
  }

  async #prepare(basis: Basis): Promise<void> {
    for (const sql of [...ASSIGN, ...RULE]) await this.#ask(sql);
    for (const { sql, needs } of PRICE) await this.database.query(sql, needs ? [basis.currency] : []);
  }

  #first(number: number, { rule_set_id, factor_set_id, currency }: Basis) {
    return this.#move([{ sql: OPEN_FIRST, sign: 1 }], [rule_set_id, factor_set_id, currency, number]);
  }

  /** Recalculates all sums if they are missing or disagree with the lines. */
  async #checkSums(): Promise<void> {
    if ((await this.database.one<{ agree: boolean }>(SUMS_AGREE))?.agree) return;
    for (const sql of [DROP_SUMS, SUM_ALL]) await this.#ask(sql);
  }

  async #compared(number: number, { rule_set_id, factor_set_id, currency }: Basis, scope: Scope) {
    await this.database.query(WEIGHED, [rule_set_id, factor_set_id, currency]);
    await this.#ask('analyze weighed');
    const moved = await this.#move(
      [
        { sql: closeResults(scope), sign: -1 },
        { sql: openResults(scope), sign: 1 },
      ],
      [number],
    );
    await this.#ask(DROP_EMPTY_SUMS);
    return moved;
  }

  /** Closes and opens results. `moved` has the closed ones with a negative sign. */
  async #move(
    statements: readonly { readonly sql: string; readonly sign: 1 | -1 }[],
    params: readonly unknown[],
  ): Promise<Kept & { readonly moved: readonly Moved[] }> {
    const moved: Moved[] = [];
    for (const { sql, sign } of statements) {
      for (const row of await this.database.query<Moved>(sql, params))
        moved.push(sign === 1 ? row : { ...row, lines: -row.lines, amount: negate(row.amount), kg: negate(row.kg) });
    }
    const lines = moved.map((row) => row.lines);
    return {
      opened: sumOf(lines.filter((count) => count > 0)),
      closed: Math.abs(sumOf(lines.filter((count) => count < 0))),
      buyerIds: buyersOf(moved),
      moved,
    };
  }

  /** Closes and opens supplier-specific results. */
  async #count(params: readonly unknown[], touched = false): Promise<Kept> {
    const closed = await this.database.query<{ buyer_id: string | null; lines: number }>(closeBesides(touched), params);
    const opened = await this.database.query<{ buyer_id: string | null; lines: number }>(OPEN_BESIDES, params);
    return {
      opened: sumOf(opened.map(({ lines }) => lines)),
      closed: sumOf(closed.map(({ lines }) => lines)),
      buyerIds: buyersOf([...closed, ...opened]),
    };
  }

  async #ask(sql: string): Promise<void> {
    await this.database.query(sql);
  }

  async #last(): Promise<LastRun> {
    const last = await this.database.one<LastRun>(
      'select number, engine, factor_set_id, rule_set_id, read from emissions.run order by number desc limit 1',
    );
    return last ?? { number: 0, engine: null, factor_set_id: null, rule_set_id: null, read: {} };
  }

  /** Returns whether the series and price margins in force are those of the last run. */
  async #samePrices({ read }: LastRun): Promise<boolean> {
    const now = await this.database.one<{ series: readonly string[] }>(READ_SERIES);
    return JSON.stringify(now?.series) === JSON.stringify(read['series']);
  }

  async #readDiffers(number: number, read: Record<string, unknown>): Promise<boolean> {
    const row = await this.database.one<{ same: boolean }>(
      `select read - 'matchRun' = $2::jsonb - 'matchRun' as same from emissions.run where number = $1`,
      [number, JSON.stringify(read)],
    );
    return !row ? false : !row.same;
  }
}

interface Kept {
  readonly opened: number;
  readonly closed: number;
  readonly buyerIds: readonly string[];
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const buyersOf = (rows: readonly { readonly buyer_id: string | null }[]): string[] => [
  ...new Set(rows.flatMap(({ buyer_id }) => (buyer_id ? [buyer_id] : []))),
];

const together = (a: Kept, b: Kept): Kept => ({
  opened: a.opened + b.opened,
  closed: a.closed + b.closed,
  buyerIds: [...new Set([...a.buyerIds, ...b.buyerIds])],
});

/** Returns whether the last run used the same engine, factor set and account map. */
const sameBasis = (last: LastRun, basis: Basis): boolean =>
  last.engine === ENGINE && last.factor_set_id === basis.factor_set_id && last.rule_set_id === basis.rule_set_id;
