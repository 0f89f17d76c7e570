import type { Room } from '../room.ts';
import { stepHash, stepsOf } from '../migration/steps.ts';

/** How the steps of a database compare with those of this program. */
export interface SchemaState {
  readonly state: 'ok' | 'missing' | 'older' | 'newer' | 'changed';
  /** Steps that the database lacks, or that this program does not have, or whose text differs. */
  readonly steps: readonly string[];
}

type Query = (sql: string) => Promise<readonly { readonly name: string; readonly sha256: string }[]>;

/** No such table or schema: nobody has migrated. */
const NOT_THERE = new Set(['42P01', '3F000']);
/** From before this program could look. */
const NOT_READABLE = '42501';

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

/**
 * Compares the steps that the database was made by with those of this program.
 * @throws Error when the database does not answer
 */
export async function compareSchema(query: Query, rooms: readonly Room[]): Promise<SchemaState> {
  const expected = expectedSteps(rooms);
  let rows: Awaited<ReturnType<Query>>;
  try {
    rows = await query('select name, sha256 from platform.migration');
  } catch (error) {
    if (NOT_THERE.has(codeOf(error))) return { state: 'missing', steps: [...expected.keys()] };
    if (codeOf(error) === NOT_READABLE) return { state: 'older', steps: [] };
    throw error;
  }
  const taken = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  const missing = [...expected.keys()].filter((name) => !taken.has(name));
  if (missing.length > 0) return { state: 'older', steps: missing };
  const unknown = [...taken.keys()].filter((name) => !expected.has(name));
  if (unknown.length > 0) return { state: 'newer', steps: unknown };
  const changed = [...expected].filter(([name, sha256]) => taken.get(name) !== sha256).map(([name]) => name);
  return { state: changed.length > 0 ? 'changed' : 'ok', steps: changed };
}

const hashes = new WeakMap<readonly Room[], ReadonlyMap<string, string>>();

/** The steps of this program with the hash of each, made once: readiness asks every few seconds. */
function expectedSteps(rooms: readonly Room[]): ReadonlyMap<string, string> {
  const made = hashes.get(rooms) ?? new Map(stepsOf(rooms).map(([name, sql]) => [name, stepHash(sql)]));
  hashes.set(rooms, made);
  return made;
}

/** What keeps a program from starting on such a database, as one sentence; null when it may start. */
export function schemaFault({ state, steps }: SchemaState): string | null {
  if (state === 'missing') return 'The database has not been migrated: run `migrate` first.';
  if (state === 'older')
    return `The database is older than this program${steps.length > 0 ? `: ${steps.length} step(s) are missing (${steps[0]})` : ''}. Run \`migrate\` first.`;
  if (state === 'newer')
    return `The database is newer than this program: it has ${steps.length} step(s) this version does not know (${steps[0]}). Start the version that made them.`;
  return null;
}
