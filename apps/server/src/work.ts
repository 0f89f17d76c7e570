import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { FileStore, keepLease, schemaFault, schemaState, WorkJobs } from '@tallgrunn/platform';
import { endOnSignal } from './end-on-signal.ts';
import { followUpgrade } from './follow-upgrade.ts';
import { keepRunning } from './keep-running.ts';
import { keepWatching } from './operations/keep-watching.ts';
import { listenForProbes } from './operations/listen-for-probes.ts';
import { rooms } from './rooms.ts';
import { requireDatabase, runProgram } from './run-program.ts';
import { ServerModule } from './server.module.ts';
import { keepSealed } from './seal-audit.ts';
import { keepProving } from './prove-nightly.ts';
import { keepLooking } from './watch-inbox.ts';
import { keepSpoolSwept, keepSwept } from './sweep-leftovers.ts';
import { keepNotifying } from './watch-notifications.ts';

// The worker: processes jobs from the queue.
await runProgram(async (config) => {
  await requireDatabase('APP_DATABASE_URL', config.appUrl, async (client) =>
    schemaFault(await schemaState(client, rooms)),
  );
  const app = await NestFactory.createApplicationContext(ServerModule.with(config, { works: true }), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  keepRunning(app.get(Logger));
  endOnSignal(app, await listenForProbes(app));
  const failedAt = (what: string) => (error: unknown) => app.get(Logger).error({ error: String(error) }, what);
  await keepLease(app.get(FileStore).spoolFolder);
  await keepSwept(app, failedAt('sweep'));
  await app.get(WorkJobs).start();
  void followUpgrade(app).catch(failedAt('figures after an upgrade'));
  keepSpoolSwept(app, (names) => app.get(Logger).warn({ leftByKilled: names }, 'spool'));
  keepLooking(app, config);
  keepNotifying(app, config);
  keepSealed(app, config, failedAt('audit chain'));
  keepProving(app, failedAt('nightly proof'));
  keepWatching(app, 'work');
  process.send?.({ working: true });
});
