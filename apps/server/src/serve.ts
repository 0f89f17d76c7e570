import 'reflect-metadata';
import path from 'node:path';
import { Logger } from 'nestjs-pino';
import {
  FileStore,
  Instance,
  maintainLease,
  requireHttps,
  schemaFault,
  schemaState,
  Heartbeat,
  type Config,
} from '@tallgrunn/platform';
import { endOnSignal } from './end-on-signal.ts';
import { syncDemoClock } from './sync-demo-clock.ts';
import { logUnhandledRejections } from './log-unhandled-rejections.ts';
import { createWebServer } from './create-server.ts';
import { scheduleHealthChecks } from './operations/schedule-health-checks.ts';
import { rooms } from './rooms.ts';
import { requireFileStorage } from './require-file-storage.ts';
import { listenError, requireDatabase, runProgram, StartFault } from './run-program.ts';
import { scheduleSpoolCleanUp } from './clean-up.ts';
import { runHeartbeat } from './run-heartbeat.ts';

/** Requires https beyond this machine. @throws StartFault */
function requireEncryption(config: Config): void {
  try {
    requireHttps(config);
  } catch (error) {
    throw new StartFault((error as Error).message);
  }
}

// The web server: pages and API on one port.
await runProgram(async (config) => {
  requireEncryption(config);
  await requireDatabase('APP_DATABASE_URL', config.appUrl, async (client) =>
    schemaFault(await schemaState(client, rooms)),
  );
  await requireFileStorage(config);
  const app = await createWebServer(config);
  app.useLogger(app.get(Logger));
  logUnhandledRejections(app.get(Logger));
  endOnSignal(app, app.getHttpServer());
  await maintainLease(app.get(FileStore).spoolFolder);
  await syncDemoClock(app.get(Instance));
  await runHeartbeat(app.get(Heartbeat));
  if (config.smtpUrl === null)
    app
      .get(Logger)
      .warn(
        `E-mail is not sent: SMTP_URL is not set. E-mails are stored in ${path.join(config.dataFolder, 'outbox')}.`,
      );
  await app.listen(config.port, config.host).catch((error: NodeJS.ErrnoException) => {
    throw listenError(error, 'PORT', 'HOST', config.port, config.host);
  });
  scheduleHealthChecks(app, 'serve');
  // A machine of its own has a spool of its own, and perhaps no worker.
  if (app.get(FileStore).isShared)
    scheduleSpoolCleanUp(app, (names) => app.get(Logger).warn({ leftByKilled: names }, 'spool'));
  process.send?.({ listening: config.port });
});
