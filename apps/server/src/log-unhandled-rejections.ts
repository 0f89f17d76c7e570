import type { LoggerService } from '@nestjs/common';

/** Logs unhandled promise rejections, which would otherwise end the process with all its requests. */
export function logUnhandledRejections(log: LoggerService): void {
  process.on('unhandledRejection', (reason) =>
    log.error({ error: reason instanceof Error ? reason.stack : String(reason) }, 'unhandled rejection'),
  );
}
