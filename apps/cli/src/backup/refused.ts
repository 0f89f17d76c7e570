import { BackupRefused, MigrationRefused } from '@tallgrunn/platform';
import { exit, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';

/** Tables whose rows stay out of backups: a session that was ended must not come back with a restore. */
export const leftOut: readonly string[] = ['identity.session'];

/** Prints the sentence of an act that cannot be done, with exit code 1; other errors go on. */
export async function orSentence(output: Output, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackupRefused) && !(error instanceof MigrationRefused)) throw error;
    output.log(error.message);
    return exit.blocked;
  }
}
