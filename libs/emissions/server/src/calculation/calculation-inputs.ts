import type { Database } from '@tallgrunn/platform';

/** Inputs of every calculation: the account map in force, its factor set and its currency. */
export interface CalculationInputs {
  readonly account_map_id: string;
  readonly factor_set_id: string;
  readonly currency: string;
}

/**
 * Returns the inputs in force.
 * @throws Error if no factor set is imported
 */
export async function loadCalculationInputs(database: Database): Promise<CalculationInputs> {
  const inputs = await database.one<CalculationInputs>(
    `select r.id as account_map_id, s.id as factor_set_id, s.currency
     from factor_book.door_account_map r join factor_book.door_factor_set s on s.id = r.set_id
     where r.in_force`,
  );
  if (!inputs) throw new Error('The factor book holds no release: migrate has not run.');
  return inputs;
}

/** SQL: takes the lock that limits a cooperative to one run at a time, until the transaction ends. */
export const LOCK_CALCULATIONS = `select pg_advisory_xact_lock(hashtextextended('emissions.run' || platform.cooperative(), 0)), set_config('emissions.work_mem', current_setting('work_mem'), true)`;

/**
 * Planner settings of a full run. It reads whole tables, some without statistics yet. The planner must not scan one
 * table for each row of another, nor sort wide rows for a small table. Row counts are sufficient; larger samples of
 * every column cost more than they save.
 */
export const FULL_RUN_PLANNER_SETTINGS = `select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true), set_config('default_statistics_target', '10', true)`;
/**
 * Planner settings of a partial run, which looks up few lines. With row-level security the planner underestimates the
 * size of an index and would scan it in full.
 */
export const PARTIAL_RUN_PLANNER_SETTINGS = `select set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true), set_config('default_statistics_target', '10', true)`;
export const RESTORE_PLANNER_SETTINGS = `select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('jit', 'on', true), set_config('work_mem', current_setting('emissions.work_mem', true), true), set_config('default_statistics_target', '100', true)`;
