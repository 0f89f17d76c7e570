import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DestinationStream } from 'pino';
import { requireHttps, type Config } from '@tallgrunn/platform';
import { ApiDescription } from './api-docs/api-description.ts';
import { requirePermissions } from './require-permissions.ts';
import { setUpOperations } from './operations/set-up-operations.ts';
import { limitConnections } from './limit-connections.ts';
import { securityHeaders } from './security-headers.ts';
import { ServerModule } from './server.module.ts';
import { configureHttp } from './configure-http.ts';

/** Creates the web server, not yet listening: pages, API, security headers, and API description. */
export async function createWebServer(config: Config, logTo?: DestinationStream): Promise<NestExpressApplication> {
  requireHttps(config);
  const app = await NestFactory.create<NestExpressApplication>(
    ServerModule.with(config, { works: false, ...(logTo && { logTo }) }),
    { bodyParser: false, bufferLogs: true, abortOnError: false },
  );
  limitConnections(app.getHttpServer());
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  for (const handler of securityHeaders(config)) app.use(handler);
  setUpOperations(app);
  configureHttp(app, config);
  app.get(ApiDescription).of(app);
  requirePermissions(app);
  return app;
}
