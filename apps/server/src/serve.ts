import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { Instance, readConfig } from '@tallgrunn/platform';
import { describeApi } from './describe-api.ts';
import { followClock } from './follow-clock.ts';
import { requirePermissions } from './require-permissions.ts';
import { ServerModule } from './server.module.ts';
import { setUpHttp } from './set-up-http.ts';

// The web server: pages and API on one port.
const config = readConfig();
const app = await NestFactory.create<NestExpressApplication>(ServerModule.with(config, { works: false }), { bodyParser: false, bufferLogs: true });
app.useLogger(app.get(Logger));
app.enableShutdownHooks();
setUpHttp(app, config);
SwaggerModule.setup('api/docs', app, () => describeApi(app));
requirePermissions(app);
await followClock(app.get(Instance));
await app.listen(config.port, config.host);
process.send?.({ listening: config.port });
