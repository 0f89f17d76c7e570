import 'reflect-metadata';
import { Logger } from 'nestjs-pino';
import { Instance, readConfig } from '@tallgrunn/platform';
import { followClock } from './follow-clock.ts';
import { makeServer } from './make-server.ts';

// The web server: pages and API on one port.
const config = readConfig();
const app = await makeServer(config);
app.useLogger(app.get(Logger));
app.enableShutdownHooks();
await followClock(app.get(Instance));
await app.listen(config.port, config.host);
process.send?.({ listening: config.port });
