import { DELIVER_MAIL } from '../mail/deliver-mail.ts';
import type { PartHealth } from './installation-health.ts';
import type { QueueLength } from './queue-state.ts';
import type { ProgramName, ServiceProcess } from './service-processes.ts';

/** Every fault that is reported. The names are stable, because webhook receivers filter by them. */
export const ALERTS = [
  'database-unreachable',
  'schema-missing',
  'schema-older',
  'schema-changed',
  'files-not-writable',
  'disk-low',
  'disk-full-soon',
  'store-unavailable',
  'scanner-unreachable',
  'mail-unreachable',
  'mail-stuck',
  'queue-late',
  'jobs-failing',
  'program-absent',
] as const;
export type AlertNameDto = (typeof ALERTS)[number];

/** A fault and its subject: a program on a machine, a queue, a program, or the installation. */
export interface AlertCondition {
  readonly name: AlertNameDto;
  readonly subject: string;
}

export const INSTALLATION_SUBJECT = 'installation';
/** More jobs than this of one queue that finally fail within an hour raise an alert. */
export const FAILED_JOBS_MAX = 2;

/** Faults of the whole installation, which every machine observes alike. */
const OF_INSTALLATION = new Set<string>(['mail-stuck', 'queue-late']);
const OTHER_PROGRAM: Record<ProgramName, ProgramName> = { serve: 'work', work: 'serve' };
const isAlert = (name: string | null): name is AlertNameDto => ALERTS.some((each) => each === name);

/**
 * Returns the faults that a program observes in itself and in the installation. An unreachable database is handled
 * separately, because alerts are stored in it.
 */
export function alertConditions(
  program: ProgramName,
  host: string,
  observed: {
    readonly parts: readonly PartHealth[];
    readonly lengths: readonly QueueLength[];
    readonly processes: readonly ServiceProcess[];
    /** Whether the disk of the data folder is full within three months, if growth goes on. */
    readonly isFullSoon?: boolean;
  },
): AlertCondition[] {
  const ownConditions = observed.parts.flatMap(({ reason }) =>
    isAlert(reason) && reason !== 'database-unreachable'
      ? [{ name: reason, subject: OF_INSTALLATION.has(reason) ? INSTALLATION_SUBJECT : `${program}@${host}` }]
      : [],
  );
  const failing = observed.lengths
    .filter(({ queue, failedLately }) => queue !== DELIVER_MAIL && failedLately > FAILED_JOBS_MAX)
    .map(({ queue }): AlertCondition => ({ name: 'jobs-failing', subject: queue }));
  const otherProgram = OTHER_PROGRAM[program];
  const isOtherAlive = observed.processes.some((each) => each.program === otherProgram && each.isAlive);
  return [
    ...ownConditions,
    ...failing,
    // both programs of a machine see the same disk: one reports it
    ...(observed.isFullSoon && program === 'work'
      ? [{ name: 'disk-full-soon' as const, subject: `${program}@${host}` }]
      : []),
    ...(isOtherAlive ? [] : [{ name: 'program-absent' as const, subject: otherProgram }]),
  ];
}
