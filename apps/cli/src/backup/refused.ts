import { BackupRefused, MigrationRefused } from '@tallgrunn/platform';
import { exit, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';

/** Tables whose rows are excluded from backups: a session that was ended must not return with a restore. */
export const tablesExcludedFromBackup: readonly string[] = ['identity.session'];

/** Prints the message of a rejected backup or migration and returns exit code 1. Other errors are rethrown. */
export async function printRejection(output: Output, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackupRefused) && !(error instanceof MigrationRefused)) throw error;
    output.log(error.message);
    return exit.blocked;
  }
}
