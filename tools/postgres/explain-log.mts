import { describeFullDisk } from '../user-error.mts';

const causes: [RegExp, (folder: string) => string][] = [
  [/No space left on device|Disk quota exceeded/, describeFullDisk],
  [
    /could not bind .*Address already in use|could not create any TCP\/IP sockets/s,
    () => 'The port for PostgreSQL is taken: start again, or set TALLGRUNN_DATABASE_PORT to a free port.',
  ],
  [
    /recovery ended before configured recovery target was reached/,
    () => 'The archived log ends before that moment: name an earlier one, or leave --at out to restore all there is.',
  ],
  [
    /database files are incompatible with server/,
    (folder) =>
      `The database in ${folder} was made by another major version of PostgreSQL: use the Tallgrunn that made it, or move the folder away to start with an empty one.`,
  ],
  [/[Pp]ermission denied|has wrong ownership|invalid permissions/, unreadable],
  [
    /lock file "postmaster.pid" already exists|pre-existing shared memory block/,
    (folder) => `Another PostgreSQL still holds ${folder}: stop it, or wait a few seconds and start again.`,
  ],
  [
    /could not locate a valid checkpoint|invalid checkpoint|PANIC|is not a valid data directory|could not open file|could not open directory|invalid data in file|contains wrong .* instead of/,
    damaged,
  ],
];

export function unreadable(folder: string): string {
  return `The data folder ${folder} may not be read by this user: give it to the user who starts Tallgrunn (chown -R), or set TALLGRUNN_DATA to another folder.`;
}

export function damaged(folder: string): string {
  return `The database in ${folder} is damaged and does not start: restore it from a copy, or move the folder away to start with an empty one (details in postgres.log there).`;
}

/** Explains in one sentence why PostgreSQL did not start, from its log. */
export function explainLog(log: string, folder: string): string {
  const cause = causes.find(([pattern]) => pattern.test(log));
  return cause
    ? cause[1](folder)
    : `PostgreSQL did not start: ${log.trim().split('\n').at(-1) || `see postgres.log in ${folder}`}.`;
}
