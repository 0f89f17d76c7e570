import { createHash } from 'node:crypto';
import type { Room, RoomMigration } from '../room.ts';
import baseline from '../store/0001-baseline.sql';

export const platformSteps: readonly RoomMigration[] = [['0001-baseline', baseline]];

/** The step that every database of this program has. */
export const FIRST_STEP = `platform/${platformSteps[0]![0]}`;

/** Returns every migration step, the platform's first: `room/step` and its SQL. */
export const stepsOf = (rooms: readonly Room[]): (readonly [name: string, sql: string])[] =>
  [{ name: 'platform', migrations: platformSteps }, ...rooms].flatMap(({ name, migrations }) =>
    migrations.map(([step, sql]) => [`${name}/${step}`, sql] as const),
  );

/** Returns the hash of a step as stored in `platform.migration`. */
export const stepHash = (sql: string): string => createHash('sha256').update(sql).digest('hex');

const hashes = new WeakMap<readonly Room[], ReadonlyMap<string, string>>();

/** Returns the hash of each step of this program by name, computed once: readiness asks every few seconds. */
export function programHashes(rooms: readonly Room[]): ReadonlyMap<string, string> {
  const ofRooms = hashes.get(rooms) ?? new Map(stepsOf(rooms).map(([name, sql]) => [name, stepHash(sql)]));
  hashes.set(rooms, ofRooms);
  return ofRooms;
}
