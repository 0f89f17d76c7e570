import type { Database } from '@tallgrunn/platform';

/** What every weighing stands on: the account map in force, its factors, and the currency they are in. */
export interface Basis {
  readonly rule_set_id: string;
  readonly factor_set_id: string;
  readonly currency: string;
}

/** The basis in force. Throws where the factor book is empty. */
export async function readBasis(database: Database): Promise<Basis> {
  const basis = await database.one<Basis>(
    `select r.id as rule_set_id, s.id as factor_set_id, s.currency
     from factor_book.door_rule_set r join factor_book.door_factor_set s on s.id = r.set_id
     where r.in_force`,
  );
  if (!basis) throw new Error('The factor book holds no release: migrate has not run.');
  return basis;
}

/** One run at a time per cooperative: waits for its turn, which lasts to the end of the transaction. */
export const TAKE_TURN = `select pg_advisory_xact_lock(hashtextextended('emissions.run' || platform.cooperative(), 0)), set_config('emissions.work_mem', current_setting('work_mem'), true)`;

/**
 * A run reads whole tables, some loaded a moment ago: the planner, not yet told how large they are, must not walk one for each row of another, nor sort wide rows for a small table.
 * How many rows there are is enough for that: a large sample of every column costs more than it tells.
 */
export const WHOLE_TABLES = `select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true), set_config('default_statistics_target', '10', true)`;
/** Few lines are looked up: of what is walled in the planner takes a whole index to be short, and would read it through. */
export const LOOKED_UP = `select set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true), set_config('default_statistics_target', '10', true)`;
export const ORDINARY = `select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('jit', 'on', true), set_config('work_mem', current_setting('emissions.work_mem', true), true), set_config('default_statistics_target', '100', true)`;
