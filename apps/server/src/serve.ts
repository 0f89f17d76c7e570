import 'reflect-metadata';
import { Logger } from 'nestjs-pino';
import { Instance, keepFilesPrivate, readConfig, Uptime } from '@tallgrunn/platform';
import { followClock } from './follow-clock.ts';
import { keepRunning } from './keep-running.ts';
import { makeServer } from './make-server.ts';
import { tellUptime } from './tell-uptime.ts';

// The web server: pages and API on one port.
const config = readConfig();
keepFilesPrivate(config.dataFolder);
const app = await makeServer(config);
app.useLogger(app.get(Logger));
keepRunning(app.get(Logger));
app.enableShutdownHooks();
await followClock(app.get(Instance));
await tellUptime(app.get(Uptime));
await app.listen(config.port, config.host);
process.send?.({ listening: config.port });
