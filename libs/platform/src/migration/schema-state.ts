import type { Room } from '../room.ts';
import { UnsupportedDatabase } from './refusals.ts';
import { FIRST_STEP, programHashes } from './steps.ts';

/** How the steps of a database compare with those of this program. */
export interface SchemaState {
  /**
   * `ready`: the same steps. `missing`: never migrated. `older`: run migrate. `unsupported`: made before the first
   * step of this program. `newer` and `changed`: a different program migrated it; a running program goes on with a
   * newer one, so that an upgrade has no break.
   */
  readonly state: 'ready' | 'missing' | 'older' | 'unsupported' | 'newer' | 'changed';
  /** Steps that the program has and the database lacks; empty where the database does not let the app read its steps. */
  readonly missing: readonly string[];
  /** Steps that the database has and the program does not know. */
  readonly unknown: readonly string[];
  /** Steps that were taken from a different text. */
  readonly changed: readonly string[];
}

/** A step as `platform.migration` has it. */
export interface AppliedStep {
  readonly name: string;
  readonly sha256: string;
}

interface Queryable {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

/** PostgreSQL's code for a missing right: databases from before 0.2 did not let the app read the steps. */
const NOT_PERMITTED = '42501';

/**
 * Compares the steps of a database with those of this program. Any of the program's roles may ask.
 * @throws Error when the database does not answer
 */
export async function schemaState(client: Queryable, rooms: readonly Room[]): Promise<SchemaState> {
  try {
    return compareSteps(await appliedSteps(client), rooms);
  } catch (error) {
    if ((error as { code?: string }).code !== NOT_PERMITTED) throw error;
    return { state: 'unsupported', missing: [], unknown: [], changed: [] };
  }
}

/** Returns the steps that were taken in a database, in that order; none where it was never migrated. */
export async function appliedSteps(client: Queryable): Promise<AppliedStep[]> {
  const { rows: tables } = await client.query(`select to_regclass('platform.migration') is not null as exists`);
  if (!(tables[0] as { exists: boolean }).exists) return [];
  const { rows } = await client.query('select name, sha256 from platform.migration order by taken_at, name');
  return rows as AppliedStep[];
}

export function compareSteps(applied: readonly AppliedStep[], rooms: readonly Room[]): SchemaState {
  const program = programHashes(rooms);
  const names = new Set(applied.map(({ name }) => name));
  const missing = [...program.keys()].filter((name) => !names.has(name));
  const unknown = applied.filter(({ name }) => !program.has(name)).map(({ name }) => name);
  const changed = applied
    .filter(({ name, sha256 }) => program.has(name) && program.get(name) !== sha256)
    .map(({ name }) => name);
  const result = { missing, unknown, changed };
  if (applied.length === 0) return { state: 'missing', ...result };
  if (!names.has(FIRST_STEP)) return { state: 'unsupported', ...result };
  // Without a step that it needs the program cannot work, whatever else the database has.
  if (missing.length > 0) return { state: 'older', ...result };
  if (unknown.length > 0) return { state: 'newer', ...result };
  return { state: changed.length > 0 ? 'changed' : 'ready', ...result };
}

/** Returns the sentence that keeps a program from starting on such a database; null when it may start. */
export function schemaFault({ state, missing, unknown }: SchemaState): string | null {
  if (state === 'missing') return 'The database has not been migrated: run `migrate` first.';
  if (state === 'unsupported') return new UnsupportedDatabase().message;
  if (state === 'older')
    return `The database is older than this program${missing.length > 0 ? `: ${missing.length} step(s) are missing (${missing[0]})` : ''}. Run \`migrate\` first.`;
  if (state === 'newer')
    return `The database is newer than this program: it has ${unknown.length} step(s) this version does not know (${unknown[0]}). Start the version that made them.`;
  return null;
}
