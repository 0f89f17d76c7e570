import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '@tallgrunn/platform';

/** What stands before every route: headers, the API's prefix, the web application's files. */
export function setUpHttp(app: NestExpressApplication, config: Config): void {
  app.set('trust proxy', config.https ? 1 : false);
  app.disable('x-powered-by');
  app.use(securityHeaders(config));
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.setGlobalPrefix('api/v1');
  // Lines that a program sends are taken by their own door, which tells of its limits.
  app.useBodyParser('json', { limit: '2mb', type: (request) => /^application\/json\b/i.test(request.headers['content-type'] ?? '') && !/^\/api\/v1\/spend\/lines(?:\?|$)/.test(request.url ?? '') });
  serveWeb(app, config);
}

function securityHeaders(config: Config) {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: config.https ? [] : null,
      },
    },
    strictTransportSecurity: config.https,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** The web application: hashed files are kept by browsers for a year, its first page is read anew; every other path is a page of it. */
function serveWeb(app: NestExpressApplication, config: Config): void {
  const first = path.join(config.webFolder, 'index.html');
  if (!existsSync(first)) return;
  app.useStaticAssets(config.webFolder, { index: false, immutable: true, maxAge: '365d' });
  const page = readFileSync(first, 'utf8');
  app.use((request: Request, response: Response, next: NextFunction) => {
    const wantsPage = (request.method === 'GET' || request.method === 'HEAD') && !request.path.startsWith('/api/') && !path.extname(request.path);
    if (!wantsPage) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(page);
  });
}
