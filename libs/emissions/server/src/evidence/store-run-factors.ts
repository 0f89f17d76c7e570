import { inForceAt } from '../at-run.ts';

const COLUMNS = ['valid_to', 'choice_id', 'set_id', 'factor_id', 'combustion_set_id', 'combustion_factor_id'] as const;
const of = (alias: string): string => COLUMNS.map((column) => `${alias}.${column}`).join(', ');
const SAME_ASSIGNMENT = `n.kind = a.kind and n.target = a.target and n.valid_from = a.valid_from and (${of('n')}) is not distinct from (${of('a')})`;

/**
 * Stores the factor assignments in force when a run was calculated, as intervals of runs. Parameter $1: the run. Closes
 * those no longer in force, then opens the new ones.
 */
export const STORE_RUN_FACTORS: readonly string[] = [
  `update emissions.run_factor_assignment a set closed_by_run = $1 where a.closed_by_run is null and not exists (select 1 from factor_book.door_effective_assignment n where ${SAME_ASSIGNMENT})`,
  `insert into emissions.run_factor_assignment (kind, target, valid_from, opened_by_run, ${COLUMNS.join(', ')})
  select n.kind, n.target, n.valid_from, $1, ${of('n')} from factor_book.door_effective_assignment n
  where not exists (select 1 from emissions.run_factor_assignment a where a.closed_by_run is null and ${SAME_ASSIGNMENT})`,
];

/** SQL: the assignments in force at run $1. For runs before they were stored, the current assignments. */
export const RUN_FACTORS = `(
  select a.kind, a.target, a.valid_from, a.valid_to, a.choice_id, a.set_id, a.factor_id, a.combustion_set_id, a.combustion_factor_id
  from emissions.run_factor_assignment a where ${inForceAt('$1', 'a')}
  union all
  select n.kind, n.target, n.valid_from, n.valid_to, n.choice_id, n.set_id, n.factor_id, n.combustion_set_id, n.combustion_factor_id
  from factor_book.door_effective_assignment n where not exists (select 1 from emissions.run_factor_assignment a where a.opened_by_run <= $1)
)`;
