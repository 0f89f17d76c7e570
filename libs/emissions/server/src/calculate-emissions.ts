import { Injectable } from '@nestjs/common';
import { Clock, Database, Facts, type Progress } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { CLOSE_BESIDES, COUNT_BESIDES, DROP_BESIDES, OPEN_BESIDES, READ_BESIDES, WEIGH_BESIDE } from './weigh-beside.ts';
import { CLOSE_RESULTS, COUNT_SPEND, DROP_SPEND, OPEN_RESULTS, READ_SPEND, TOTAL_RUN, WEIGH_SPEND } from './weigh-spend.ts';

/** Goes up when the same inputs would give other numbers. */
export const ENGINE = 'emissions/1';

/** A run reads whole tables, some loaded a moment ago: the planner, not yet told how large they are, must not walk one for each row of another. */
const WHOLE_TABLES = `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`;
const ORDINARY = `select set_config('enable_nestloop', 'on', true), set_config('jit', 'on', true)`;

export interface RunOutcome {
  readonly number: number;
  readonly opened: number;
  readonly closed: number;
  /** False when everything stood as the last run left it: no run was added. */
  readonly changed: boolean;
}

interface Basis {
  readonly rule_set_id: string;
  readonly factor_set_id: string;
  readonly currency: string;
  readonly price_level: string;
}

/**
 * One emission run over all that is open in the cooperative: exactly one method a krone line, and suppliers' footprints beside.
 * Only what changed is closed and opened. One run at a time per cooperative; stands in a unit of the system.
 */
@Injectable()
export class CalculateEmissions {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async run(cause: string, progress?: Progress): Promise<RunOutcome> {
    const startedAt = this.clock.now();
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('emissions.run' || platform.cooperative(), 0))`);
    await this.database.query(WHOLE_TABLES);
    const basis = await this.#basis();
    const last = await this.#last();
    await progress?.tell('weighing', 0, 3);
    await this.database.query(WEIGH_SPEND, [basis.rule_set_id, basis.factor_set_id, basis.currency, basis.price_level]);
    await this.database.query(COUNT_SPEND);
    await progress?.tell('beside', 1, 3);
    await this.database.query(WEIGH_BESIDE, [basis.currency]);
    await this.database.query(COUNT_BESIDES);
    await progress?.tell('writing', 2, 3);
    const number = last.number + 1;
    const touched = await this.#write(number);
    const read = JSON.stringify(await this.#whatWasRead());
    for (const ending of [DROP_SPEND, DROP_BESIDES, ORDINARY]) await this.database.query(ending);
    const changed = touched.opened + touched.closed > 0 || !sameBasis(last, basis) || (await this.#readDiffers(last.number, read));
    if (!changed) return { number: last.number, opened: 0, closed: 0, changed };
    await this.database.query(
      `insert into emissions.run (number, engine, factor_set_id, rule_set_id, currency, cause, started_at, finished_at, read, opened, closed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [number, ENGINE, basis.factor_set_id, basis.rule_set_id, basis.currency, cause, startedAt, this.clock.now(), read, touched.opened, touched.closed],
    );
    await this.database.query(TOTAL_RUN, [number]);
    await this.facts.announce({ name: 'emissions.run-finished', subjectId: uuidv7(this.clock.now()), payload: { number, buyerIds: touched.buyerIds } });
    return { number, opened: touched.opened, closed: touched.closed, changed };
  }

  async #basis(): Promise<Basis> {
    const basis = await this.database.one<Basis>(
      `select r.id as rule_set_id, s.id as factor_set_id, s.currency, s.price_level
       from factor_book.door_rule_set r join factor_book.door_factor_set s on s.id = r.set_id
       where r.in_force`,
    );
    if (!basis) throw new Error('The factor book holds no release: migrate has not run.');
    return basis;
  }

  async #last(): Promise<{ number: number; engine: string | null; factor_set_id: string | null; rule_set_id: string | null }> {
    const last = await this.database.one<{ number: number; engine: string; factor_set_id: string; rule_set_id: string }>(
      'select number, engine, factor_set_id, rule_set_id from emissions.run order by number desc limit 1',
    );
    return last ?? { number: 0, engine: null, factor_set_id: null, rule_set_id: null };
  }

  async #write(number: number): Promise<{ opened: number; closed: number; buyerIds: string[] }> {
    const rows = async (sql: string) => this.database.query<{ buyer_id: string | null; lines: number }>(sql, [number]);
    const closed = [...(await rows(CLOSE_RESULTS)), ...(await rows(CLOSE_BESIDES))];
    const opened = [...(await rows(OPEN_RESULTS)), ...(await rows(OPEN_BESIDES))];
    const count = (list: readonly { lines: number }[]) => list.reduce((sum, { lines }) => sum + lines, 0);
    const buyerIds = new Set([...closed, ...opened].flatMap(({ buyer_id }) => buyer_id ?? []));
    return { opened: count(opened), closed: count(closed), buyerIds: [...buyerIds] };
  }

  async #whatWasRead(): Promise<Record<string, unknown>> {
    return { ...(await this.database.one(READ_SPEND)), ...(await this.database.one(READ_BESIDES)) };
  }

  async #readDiffers(number: number, read: string): Promise<boolean> {
    const row = await this.database.one<{ same: boolean }>('select read = $2::jsonb as same from emissions.run where number = $1', [number, read]);
    return !row ? false : !row.same;
  }
}

/** Whether the last run stood on the same engine, factors and rules; before the first there is nothing to differ from. */
function sameBasis(last: { number: number; engine: string | null; factor_set_id: string | null; rule_set_id: string | null }, basis: Basis): boolean {
  return last.number === 0 || (last.engine === ENGINE && last.factor_set_id === basis.factor_set_id && last.rule_set_id === basis.rule_set_id);
}
