import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { Instance, readConfig, WorkJobs } from '@tallgrunn/platform';
import { followClock } from './follow-clock.ts';
import { ServerModule } from './server.module.ts';
import { keepProving } from './prove-nightly.ts';
import { keepLooking } from './watch-inbox.ts';
import { keepSwept } from './sweep-leftovers.ts';

// The worker: takes jobs from the queue.
const config = readConfig();
const app = await NestFactory.createApplicationContext(ServerModule.with(config, { works: true }), { bufferLogs: true });
app.useLogger(app.get(Logger));
app.enableShutdownHooks();
await followClock(app.get(Instance)); // before anything is judged by its age: a demo's is not ours
await keepSwept(app, (error) => app.get(Logger).error({ error: String(error) }, 'sweep'));
await app.get(WorkJobs).start();
keepLooking(app, config);
keepProving(app, (error) => app.get(Logger).error({ error: String(error) }, 'nightly proof'));
process.send?.({ working: true });
