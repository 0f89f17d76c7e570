import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { BESIDES_DIFFERING, COUNT_BESIDES, DROP_BESIDES, weighBeside } from './weigh-beside.ts';
import { ORDINARY, readBasis, WHOLE_TABLES } from './weighing/basis.ts';
import { SAMPLE_DIFFERING, WEIGHED } from './weighing/keep-results.ts';
import { RULE } from './weighing/methods.ts';
import { readParts } from './weighing/read-parts.ts';
import { ASSIGN, TELL_GOODS } from './weighing/tell-goods.ts';
import { DROP_TABLES, PRICE } from './weighing/weigh-parts.ts';

/** Result of recalculating the lines of a sample of buyers. */
export interface SampleTried {
  readonly buyers: number;
  readonly buyersTried: number;
  readonly linesTried: number;
  readonly differing: number;
}

/**
 * SQL: draws buyers of run $1 in a pseudo-random order by seed $2, until they have $3 lines; the last buyer is included
 * in full. The same seed draws the same buyers.
 */
const DRAW = `
  create temporary table sampled on commit drop as
  with buyer as (select t.buyer_id, sum(t.lines) as lines from emissions.run_total t where t.run_number = $1 group by t.buyer_id),
  drawn as (select b.buyer_id, coalesce(sum(b.lines) over (order by md5($2 || b.buyer_id), b.buyer_id rows between unbounded preceding and 1 preceding), 0) as before from buyer b)
  select d.buyer_id from drawn d where d.before < $3`;

/**
 * Recalculates all lines of a sample of buyers from the ledgers and compares them with the stored results. Stores
 * nothing. Requires a unit of work of the system actor that has taken the lock of calculations.
 */
@Injectable()
export class TrySample {
  constructor(private readonly database: Database) {}

  async run(run: number, seed: string, lines: number): Promise<SampleTried> {
    const basis = await readBasis(this.database);
    await this.#ask([WHOLE_TABLES]);
    await this.database.query(DRAW, [run, seed, lines]);
    for (const { sql, needs } of weighBeside('sampled')) await this.database.query(sql, needs ? [basis.currency] : []);
    await this.#ask([COUNT_BESIDES]);
    const besides = await this.database.one<{ differing: number }>(BESIDES_DIFFERING);
    await this.#ask([DROP_BESIDES, ...readParts('sampled'), ...TELL_GOODS, ...ASSIGN, ...RULE]);
    for (const { sql, needs } of PRICE) await this.database.query(sql, needs ? [basis.currency] : []);
    await this.database.query(WEIGHED, [basis.rule_set_id, basis.factor_set_id, basis.currency]);
    await this.#ask(['analyze weighed']);
    const tried = await this.database.one<{ lines: number; differing: number }>(SAMPLE_DIFFERING);
    const counts = await this.database.one<{ buyers: number; tried: number }>(
      'select (select count(distinct t.buyer_id)::int from emissions.run_total t where t.run_number = $1) as buyers, (select count(*)::int from sampled) as tried',
      [run],
    );
    await this.#ask([DROP_TABLES, 'drop table sampled', ORDINARY]);
    return {
      buyers: counts?.buyers ?? 0,
      buyersTried: counts?.tried ?? 0,
      linesTried: tried?.lines ?? 0,
      differing: (tried?.differing ?? 0) + (besides?.differing ?? 0),
    };
  }

  async #ask(statements: readonly string[]): Promise<void> {
    for (const sql of statements) await this.database.query(sql);
  }
}
