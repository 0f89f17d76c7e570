import { createHash } from 'node:crypto';
import type { Room, RoomMigration } from '../room.ts';
import ground from '../store/0001-ground.sql';
import uptime from '../store/0002-uptime.sql';
import forgetFile from '../store/0003-forget-file.sql';
import auditKey from '../store/0004-audit-key.sql';
import auditors from '../store/0005-auditors.sql';
import moment from '../store/0006-moment.sql';
import demoRunsOn from '../store/0007-demo-runs-on.sql';
import securityEvent from '../store/0020-security-event.sql';
import auditBinding from '../store/0021-audit-binding.sql';
import auditChain from '../store/0022-audit-chain.sql';
import erasure from '../store/0023-erasure.sql';
import securityEventDoor from '../store/0033-security-event-door.sql';
import organisationReferences from '../store/0034-organisation-references.sql';
import mailDelivery from '../store/0040-mail-delivery.sql';
import operations from '../store/0050-operations.sql';
import readers from '../store/0060-readers.sql';
import cooperativeMove from '../store/0070-cooperative-move.sql';
import renamedActions from '../store/0071-renamed-actions.sql';
import storageMeasurement from '../store/0080-storage-measurement.sql';
import standardNames from '../store/0081-standard-names.sql';

export const platformSteps: readonly RoomMigration[] = [
  ['0001-ground', ground],
  ['0002-uptime', uptime],
  ['0003-forget-file', forgetFile],
  ['0004-audit-key', auditKey],
  ['0005-auditors', auditors],
  ['0006-moment', moment],
  ['0007-demo-runs-on', demoRunsOn],
  ['0020-security-event', securityEvent],
  ['0021-audit-binding', auditBinding],
  ['0022-audit-chain', auditChain],
  ['0023-erasure', erasure],
  ['0033-security-event-door', securityEventDoor],
  ['0034-organisation-references', organisationReferences],
  ['0040-mail-delivery', mailDelivery],
  ['0050-operations', operations],
  ['0060-readers', readers],
  ['0070-cooperative-move', cooperativeMove],
  ['0071-renamed-actions', renamedActions],
  ['0080-storage-measurement', storageMeasurement],
  ['0081-standard-names', standardNames],
];

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
