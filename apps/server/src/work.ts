import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { FileStore, maintainLease, schemaFault, schemaState, JobWorker } from '@tallgrunn/platform';
import { endOnSignal } from './end-on-signal.ts';
import { queueUpgradeJobs } from './follow-upgrade.ts';
import { logUnhandledRejections } from './log-unhandled-rejections.ts';
import { scheduleHealthChecks } from './operations/schedule-health-checks.ts';
import { listenForProbes } from './operations/listen-for-probes.ts';
import { scheduleStorageMeasurement } from './measure-storage.ts';
import { requireFileStorage } from './require-file-storage.ts';
import { rooms } from './rooms.ts';
import { requireDatabase, runProgram } from './run-program.ts';
import { ServerModule } from './server.module.ts';
import { scheduleAuditSealing } from './seal-audit.ts';
import { scheduleNightlyVerification } from './schedule-nightly-verification.ts';
import { watchInbox } from './watch-inbox.ts';
import { scheduleSpoolCleanUp, scheduleCleanUp } from './clean-up.ts';
import { watchLostWork } from './watch-lost-work.ts';
import { watchNotifications } from './watch-notifications.ts';

// The worker: processes jobs from the queue.
await runProgram(async (config) => {
  await requireDatabase('APP_DATABASE_URL', config.appUrl, async (client) =>
    schemaFault(await schemaState(client, rooms)),
  );
  await requireFileStorage(config);
  const app = await NestFactory.createApplicationContext(ServerModule.with(config, { works: true }), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  logUnhandledRejections(app.get(Logger));
  endOnSignal(app, await listenForProbes(app));
  const failedAt = (what: string) => (error: unknown) => app.get(Logger).error({ error: String(error) }, what);
  await maintainLease(app.get(FileStore).spoolFolder);
  await scheduleCleanUp(app, failedAt('sweep'));
  await app.get(JobWorker).start();
  void queueUpgradeJobs(app).catch(failedAt('figures after an upgrade'));
  scheduleSpoolCleanUp(app, (names) => app.get(Logger).warn({ leftByKilled: names }, 'spool'));
  watchLostWork(app, (ended) => app.get(Logger).warn({ ended }, 'lost work'), failedAt('lost work'));
  watchInbox(app, config);
  watchNotifications(app, config);
  scheduleAuditSealing(app, config, failedAt('audit chain'));
  scheduleNightlyVerification(app, failedAt('nightly proof'));
  scheduleStorageMeasurement(app, failedAt('storage measurement'));
  scheduleHealthChecks(app, 'work');
  process.send?.({ working: true });
});
