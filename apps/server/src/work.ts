import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { keepFilesPrivate, readConfig, WorkJobs } from '@tallgrunn/platform';
import { followUpgrade } from './follow-upgrade.ts';
import { keepRunning } from './keep-running.ts';
import { ServerModule } from './server.module.ts';
import { keepSealed } from './seal-audit.ts';
import { keepProving } from './prove-nightly.ts';
import { keepLooking } from './watch-inbox.ts';
import { keepNotifying } from './watch-notifications.ts';
import { keepSwept } from './sweep-leftovers.ts';

// The worker: takes jobs from the queue.
const config = readConfig();
keepFilesPrivate(config.dataFolder);
const app = await NestFactory.createApplicationContext(ServerModule.with(config, { works: true }), {
  bufferLogs: true,
});
app.useLogger(app.get(Logger));
keepRunning(app.get(Logger));
app.enableShutdownHooks();
await keepSwept(app, (error) => app.get(Logger).error({ error: String(error) }, 'sweep'));
await app.get(WorkJobs).start();
void followUpgrade(app).catch((error: unknown) =>
  app.get(Logger).error({ error: String(error) }, 'figures after an upgrade'),
);
keepLooking(app, config);
keepNotifying(app, config);
keepSealed(app, config, (error) => app.get(Logger).error({ error: String(error) }, 'audit chain'));
keepProving(app, (error) => app.get(Logger).error({ error: String(error) }, 'nightly proof'));
process.send?.({ working: true });
