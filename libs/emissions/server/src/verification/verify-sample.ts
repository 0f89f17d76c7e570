import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import {
  SUPPLIER_RESULTS_DIFFERING,
  ANALYSE_SUPPLIER_RESULTS,
  DROP_SUPPLIER_RESULTS,
  calculateSupplierResults,
} from '../calculation/calculate-supplier-results.ts';
import {
  RESTORE_PLANNER_SETTINGS,
  loadCalculationInputs,
  FULL_RUN_PLANNER_SETTINGS,
} from '../calculation/calculation-inputs.ts';
import { SAMPLE_DIFFERING, CREATE_CALCULATED } from '../calculation/store-results.ts';
import { CREATE_POLICIES } from '../calculation/methods.ts';
import { loadParts } from '../calculation/load-line-parts.ts';
import { LOAD_FACTORS, CLASSIFY_ITEMS } from '../calculation/classify-products.ts';
import { DROP_TABLES, LOAD_PRICES } from '../calculation/calculate-line-parts.ts';

/** Result of recalculating the lines of a sample of buyers. */
export interface SampleVerification {
  readonly buyers: number;
  readonly buyersTried: number;
  readonly linesTried: number;
  readonly differing: number;
}

/**
 * SQL: draws buyers of run $1 in a pseudo-random order by seed $2, until they have $3 lines; the last buyer is included
 * in full. The same seed draws the same buyers.
 */
const DRAW_SAMPLE = `
  create temporary table sampled on commit drop as
  with buyer as (select t.buyer_id, sum(t.lines) as lines from emissions.run_total t where t.run_number = $1 group by t.buyer_id),
  drawn as (select b.buyer_id, coalesce(sum(b.lines) over (order by md5($2 || b.buyer_id), b.buyer_id rows between unbounded preceding and 1 preceding), 0) as before from buyer b)
  select d.buyer_id from drawn d where d.before < $3`;

/**
 * Recalculates all lines of a sample of buyers from the ledgers and compares them with the stored results. Stores
 * nothing. Requires a unit of work of the system actor that has taken the lock of calculations.
 */
@Injectable()
export class VerifySample {
  constructor(private readonly database: Database) {}

  async run(run: number, seed: string, lines: number): Promise<SampleVerification> {
    const inputs = await loadCalculationInputs(this.database);
    await this.#query([FULL_RUN_PLANNER_SETTINGS]);
    await this.database.query(DRAW_SAMPLE, [run, seed, lines]);
    for (const { sql, needs } of calculateSupplierResults('sampled'))
      await this.database.query(sql, needs ? [inputs.currency] : []);
    await this.#query([ANALYSE_SUPPLIER_RESULTS]);
    const supplierResults = await this.database.one<{ differing: number }>(SUPPLIER_RESULTS_DIFFERING);
    await this.#query([
      DROP_SUPPLIER_RESULTS,
      ...loadParts('sampled'),
      ...CLASSIFY_ITEMS,
      ...LOAD_FACTORS,
      ...CREATE_POLICIES,
    ]);
    for (const { sql, needs } of LOAD_PRICES) await this.database.query(sql, needs ? [inputs.currency] : []);
    await this.database.query(CREATE_CALCULATED, [inputs.account_map_id, inputs.factor_set_id, inputs.currency]);
    await this.#query(['analyze weighed']);
    const verified = await this.database.one<{ lines: number; differing: number }>(SAMPLE_DIFFERING);
    const counts = await this.database.one<{ buyers: number; tried: number }>(
      'select (select count(distinct t.buyer_id)::int from emissions.run_total t where t.run_number = $1) as buyers, (select count(*)::int from sampled) as tried',
      [run],
    );
    await this.#query([DROP_TABLES, 'drop table sampled', RESTORE_PLANNER_SETTINGS]);
    return {
      buyers: counts?.buyers ?? 0,
      buyersTried: counts?.tried ?? 0,
      linesTried: verified?.lines ?? 0,
      differing: (verified?.differing ?? 0) + (supplierResults?.differing ?? 0),
    };
  }

  async #query(statements: readonly string[]): Promise<void> {
    for (const sql of statements) await this.database.query(sql);
  }
}
