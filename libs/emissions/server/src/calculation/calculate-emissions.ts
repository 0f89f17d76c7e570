import { Injectable } from '@nestjs/common';
import {
  DROP_CHANGED_TABLES,
  matchingChangesSince,
  loadChangedLines,
  addConnectedLines,
} from '@tallgrunn/matching-server';
import { Clock, Database, DomainEvents, type Progress } from '@tallgrunn/platform';
import { negate, uuidv7 } from '@tallgrunn/values';
import { STORE_RUN_FACTORS } from '../evidence/store-run-factors.ts';
import {
  closeSupplierResults,
  ANALYSE_SUPPLIER_RESULTS,
  DROP_SUPPLIER_RESULTS,
  OPEN_SUPPLIER_RESULTS,
  READ_SUPPLIER_INPUTS,
  READ_CURRENT_SUPPLIER_INPUTS,
  calculateSupplierResults,
} from './calculate-supplier-results.ts';
import {
  PARTIAL_RUN_PLANNER_SETTINGS,
  RESTORE_PLANNER_SETTINGS,
  loadCalculationInputs,
  LOCK_CALCULATIONS,
  FULL_RUN_PLANNER_SETTINGS,
  type CalculationInputs,
} from './calculation-inputs.ts';
import {
  closeResults,
  OPEN_FIRST,
  openResults,
  READ_BATCHES,
  READ_DECISIONS,
  READ_SERIES,
  TOTALS_FROM_CHANGES,
  TOTALS_FROM_LINES,
  CREATE_CALCULATED,
  type TotalChange,
  type RecalculationScope,
} from './store-results.ts';
import { DROP_EMPTY_SUMS, DROP_SUMS, SUM_ALL, SUMS_AGREE } from './store-sums.ts';
import { CREATE_POLICIES } from './methods.ts';
import { loadParts, loadAffectedParts, AFFECTED_PRODUCTS, type AffectedTargets } from './load-line-parts.ts';
import { LOAD_FACTORS, CLASSIFY_ITEMS } from './classify-products.ts';
import { DROP_TABLES, LOAD_PRICES } from './calculate-line-parts.ts';

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
  readonly account_map_id: string | null;
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
    private readonly facts: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async run(cause: string, progress?: Progress, affected?: AffectedTargets | 'matched'): Promise<RunOutcome> {
    const startedAt = this.clock.now();
    await this.#query(LOCK_CALCULATIONS);
    const inputs = await loadCalculationInputs(this.database);
    const last = await this.#last();
    const number = last.number + 1;
    const matched = await matchingChangesSince(
      this.database,
      typeof last.read['matchRun'] === 'number' ? last.read['matchRun'] : null,
    );
    const scope =
      affected && last.number > 0 && hasSameInputs(last, inputs) && (await this.#samePrices(last)) ? affected : null;
    const changes =
      scope === 'matched' && matched.isListed
        ? await this.#matched(number, inputs, last)
        : scope && scope !== 'matched'
          ? await this.#recalculate(number, inputs, scope, last)
          : await this.#whole(number, inputs, last, progress);
    for (const ending of [DROP_TABLES, RESTORE_PLANNER_SETTINGS]) await this.#query(ending);
    const read = {
      ...changes.read,
      matchRun: changes.scope === 'parts' ? last.read['matchRun'] : matched.number,
      ...(await this.database.one<Record<string, unknown>>(READ_DECISIONS)),
    };
    const changed =
      changes.opened + changes.closed > 0 ||
      (last.number > 0 && (!hasSameInputs(last, inputs) || (await this.#readDiffers(last.number, read))));
    if (!changed) return { number: last.number, opened: 0, closed: 0, changed };
    await this.database.query(
      `insert into emissions.run (number, engine, factor_set_id, account_map_id, currency, cause, started_at, finished_at, read, opened, closed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        number,
        ENGINE,
        inputs.factor_set_id,
        inputs.account_map_id,
        inputs.currency,
        cause,
        startedAt,
        this.clock.now(),
        JSON.stringify(read),
        changes.opened,
        changes.closed,
      ],
    );
    if (changes.moved)
      await this.database.query(TOTALS_FROM_CHANGES, [number, last.number, JSON.stringify(changes.moved)]);
    else await this.database.query(TOTALS_FROM_LINES, [number]);
    for (const sql of STORE_RUN_FACTORS) await this.database.query(sql, [number]);
    await this.facts.publish({
      name: 'emissions.run-finished',
      subjectId: uuidv7(this.clock.now()),
      payload: { number, buyerIds: changes.buyerIds },
    });
    return { number, opened: changes.opened, closed: changes.closed, changed };
  }

  /** Recalculates everything from the door views. */
  async #whole(number: number, inputs: CalculationInputs, last: LastRun, progress?: Progress) {
    await this.#query(FULL_RUN_PLANNER_SETTINGS);
    await progress?.tell('beside', 0, 3);
    for (const { sql, needs } of calculateSupplierResults())
      await this.database.query(sql, needs ? [inputs.currency] : []);
    await this.#query(ANALYSE_SUPPLIER_RESULTS);
    const supplierResults = await this.#count([number]);
    const supplierInputs = await this.database.one<Record<string, unknown>>(READ_SUPPLIER_INPUTS);
    await this.#query(DROP_SUPPLIER_RESULTS);
    await this.database.analyzeAfterChange(
      'emissions.supplier_footprint_result',
      supplierResults.opened + supplierResults.closed,
    );
    await progress?.tell('weighing', 1, 3);
    for (const sql of [...loadParts(), ...CLASSIFY_ITEMS]) await this.#query(sql);
    await this.#prepare(inputs);
    await progress?.tell('writing', 2, 3);
    const results = last.number === 0 ? await this.#first(number, inputs) : await this.#compared(number, inputs, 'all');
    await this.#checkSums();
    for (const table of ['emissions.result', 'emissions.result_sum'])
      await this.database.analyzeAfterChange(table, results.opened + results.closed);
    const readSpend = await this.database.one<Record<string, unknown>>(READ_BATCHES);
    // `moved` is null after a comparison with earlier results, so that the totals are summed from all lines. This also
    // corrects a total that disagreed with its lines.
    return {
      ...combineChanges(supplierResults, results),
      scope: 'all' as const,
      moved: last.number === 0 ? results.moved : null,
      read: { ...readSpend, ...supplierInputs },
    };
  }

  /**
   * Recalculates the lines whose match changed since the last run, and the lines that depend on them. No ledger batch
   * was added or reversed.
   */
  async #matched(number: number, inputs: CalculationInputs, last: LastRun) {
    await loadChangedLines(this.database, last.read['matchRun'] as number);
    await addConnectedLines(this.database);
    await this.#query(PARTIAL_RUN_PLANNER_SETTINGS);
    for (const { sql, needs } of calculateSupplierResults('touched'))
      await this.database.query(sql, needs ? [inputs.currency] : []);
    await this.#query(ANALYSE_SUPPLIER_RESULTS);
    const supplierResults = await this.#count([number], true);
    const supplierInputs = await this.database.one<Record<string, unknown>>(READ_CURRENT_SUPPLIER_INPUTS);
    await this.#query(DROP_SUPPLIER_RESULTS);
    for (const sql of [...loadParts('touched'), ...CLASSIFY_ITEMS]) await this.#query(sql);
    await this.#prepare(inputs);
    const results = await this.#compared(number, inputs, 'lines');
    await this.#query(DROP_CHANGED_TABLES);
    return {
      ...combineChanges(supplierResults, results),
      scope: 'lines' as const,
      moved: results.moved,
      read: { batches: last.read['batches'], ...supplierInputs },
    };
  }

  /** Recalculates the lines affected by a decision, from the inputs stored by the last run. */
  async #recalculate(number: number, inputs: CalculationInputs, affected: AffectedTargets, last: LastRun) {
    const { sql: read, params } = loadAffectedParts(affected);
    await this.database.query(read, params);
    for (const sql of ['analyze part', AFFECTED_PRODUCTS, 'analyze good']) await this.#query(sql);
    await this.#prepare(inputs);
    const { batches, versions, footprints } = last.read;
    return {
      ...(await this.#compared(number, inputs, 'parts')),
      scope: 'parts' as const,
      read: { batches, versions, footprints },
    };
  }

  async #prepare(inputs: CalculationInputs): Promise<void> {
    for (const sql of [...LOAD_FACTORS, ...CREATE_POLICIES]) await this.#query(sql);
    for (const { sql, needs } of LOAD_PRICES) await this.database.query(sql, needs ? [inputs.currency] : []);
  }

  #first(number: number, { account_map_id, factor_set_id, currency }: CalculationInputs) {
    return this.#move([{ sql: OPEN_FIRST, sign: 1 }], [account_map_id, factor_set_id, currency, number]);
  }

  /** Recalculates all sums if they are missing or disagree with the lines. */
  async #checkSums(): Promise<void> {
    if ((await this.database.one<{ agree: boolean }>(SUMS_AGREE))?.agree) return;
    for (const sql of [DROP_SUMS, SUM_ALL]) await this.#query(sql);
  }

  async #compared(
    number: number,
    { account_map_id, factor_set_id, currency }: CalculationInputs,
    scope: RecalculationScope,
  ) {
    await this.database.query(CREATE_CALCULATED, [account_map_id, factor_set_id, currency]);
    await this.#query('analyze weighed');
    const moved = await this.#move(
      [
        { sql: closeResults(scope), sign: -1 },
        { sql: openResults(scope), sign: 1 },
      ],
      [number],
    );
    await this.#query(DROP_EMPTY_SUMS);
    return moved;
  }

  /** Closes and opens results. `moved` has the closed ones with a negative sign. */
  async #move(
    statements: readonly { readonly sql: string; readonly sign: 1 | -1 }[],
    params: readonly unknown[],
  ): Promise<ChangedRows & { readonly moved: readonly TotalChange[] }> {
    const moved: TotalChange[] = [];
    for (const { sql, sign } of statements) {
      for (const row of await this.database.query<TotalChange>(sql, params))
        moved.push(sign === 1 ? row : { ...row, lines: -row.lines, amount: negate(row.amount), kg: negate(row.kg) });
    }
    const lines = moved.map((row) => row.lines);
    return {
      opened: sumOf(lines.filter((count) => count > 0)),
      closed: Math.abs(sumOf(lines.filter((count) => count < 0))),
      buyerIds: buyerIdsOf(moved),
      moved,
    };
  }

  /** Closes and opens supplier-specific results. */
  async #count(params: readonly unknown[], affected = false): Promise<ChangedRows> {
    const closed = await this.database.query<{ buyer_id: string | null; lines: number }>(
      closeSupplierResults(affected),
      params,
    );
    const opened = await this.database.query<{ buyer_id: string | null; lines: number }>(OPEN_SUPPLIER_RESULTS, params);
    return {
      opened: sumOf(opened.map(({ lines }) => lines)),
      closed: sumOf(closed.map(({ lines }) => lines)),
      buyerIds: buyerIdsOf([...closed, ...opened]),
    };
  }

  async #query(sql: string): Promise<void> {
    await this.database.query(sql);
  }

  async #last(): Promise<LastRun> {
    const last = await this.database.one<LastRun>(
      'select number, engine, factor_set_id, account_map_id, read from emissions.run order by number desc limit 1',
    );
    return last ?? { number: 0, engine: null, factor_set_id: null, account_map_id: null, read: {} };
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

interface ChangedRows {
  readonly opened: number;
  readonly closed: number;
  readonly buyerIds: readonly string[];
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const buyerIdsOf = (rows: readonly { readonly buyer_id: string | null }[]): string[] => [
  ...new Set(rows.flatMap(({ buyer_id }) => (buyer_id ? [buyer_id] : []))),
];

const combineChanges = (a: ChangedRows, b: ChangedRows): ChangedRows => ({
  opened: a.opened + b.opened,
  closed: a.closed + b.closed,
  buyerIds: [...new Set([...a.buyerIds, ...b.buyerIds])],
});

/** Returns whether the last run used the same engine, factor set and account map. */
const hasSameInputs = (last: LastRun, inputs: CalculationInputs): boolean =>
  last.engine === ENGINE &&
  last.factor_set_id === inputs.factor_set_id &&
  last.account_map_id === inputs.account_map_id;
