import type { Room } from '../room.ts';
import { stepHash, stepsOf } from './steps.ts';

/** The steps of a database beside those of a program. */
export interface SchemaState {
  /** `ready`: the same steps. `missing`: run migrate. `newer` and `changed`: this program must not run on it. */
  readonly state: 'ready' | 'missing' | 'newer' | 'changed';
  /** Steps that the program has and the database lacks. */
  readonly missing: readonly string[];
  /** Steps that the database has and the program does not know. */
  readonly unknown: readonly string[];
  /** Steps that were taken from a different text. */
  readonly changed: readonly string[];
}

/** A step as `platform.migration` has it. */
export interface TakenStep {
  readonly name: string;
  readonly sha256: string;
}

interface Queryable {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

/** Compares the steps of a database with those of this program. A database without our tables lacks all. Any of our roles may ask. */
export async function schemaState(client: Queryable, rooms: readonly Room[]): Promise<SchemaState> {
  return compareSteps(await takenSteps(client), rooms);
}

/** The steps that were taken in a database, in that order. */
export async function takenSteps(client: Queryable): Promise<TakenStep[]> {
  const { rows: found } = await client.query(`select to_regclass('platform.migration') is not null as exists`);
  if (!(found[0] as { exists: boolean }).exists) return [];
  const { rows } = await client.query('select name, sha256 from platform.migration order by taken_at, name');
  return rows as TakenStep[];
}

export function compareSteps(taken: readonly TakenStep[], rooms: readonly Room[]): SchemaState {
  const program = new Map(stepsOf(rooms).map(([name, sql]) => [name, stepHash(sql)]));
  const names = new Set(taken.map(({ name }) => name));
  const missing = [...program.keys()].filter((name) => !names.has(name));
  const unknown = taken.filter(({ name }) => !program.has(name)).map(({ name }) => name);
  const changed = taken
    .filter(({ name, sha256 }) => program.has(name) && program.get(name) !== sha256)
    .map(({ name }) => name);
  const state =
    unknown.length > 0 ? 'newer' : changed.length > 0 ? 'changed' : missing.length > 0 ? 'missing' : 'ready';
  return { state, missing, unknown, changed };
}
