import 'reflect-metadata';
import path from 'node:path';
import { Logger } from 'nestjs-pino';
import { FileStore, Instance, keepFilesPrivate, keepLease, readConfig, Uptime } from '@tallgrunn/platform';
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
await keepLease(app.get(FileStore).spoolFolder);
await followClock(app.get(Instance));
await tellUptime(app.get(Uptime));
if (config.smtpUrl === null)
  app
    .get(Logger)
    .warn(`E-mail is not sent: SMTP_URL is not set. E-mails are stored in ${path.join(config.dataFolder, 'outbox')}.`);
await app.listen(config.port, config.host);
process.send?.({ listening: config.port });
