import type { LoggerService } from '@nestjs/common';

/**
 * Logs a promise that was rejected and that nobody waited for, instead of ending the process with every request in it.
 */
export function keepRunning(log: LoggerService): void {
  process.on('unhandledRejection', (reason) =>
    log.error({ error: reason instanceof Error ? reason.stack : String(reason) }, 'unhandled rejection'),
  );
}
