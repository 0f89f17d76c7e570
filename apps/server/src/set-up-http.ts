import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { Config } from '@tallgrunn/platform';
import { securityHeaders } from './security-headers.ts';
import { serveSecurityTxt } from './security-txt.ts';
import { serveWeb } from './serve-web.ts';

/** What stands before every route: headers, the API's prefix, the web application's files. */
export function setUpHttp(app: NestExpressApplication, config: Config): void {
  app.set('trust proxy', config.https ? 1 : false);
  app.disable('x-powered-by');
  for (const handler of securityHeaders(config)) app.use(handler);
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.setGlobalPrefix('api/v1');
  // Lines that a program sends are taken by their own door, which tells of its limits.
  app.useBodyParser('json', { limit: '2mb', type: (request) => /^application\/json\b/i.test(request.headers['content-type'] ?? '') && !/^\/api\/v1\/spend\/lines(?:\?|$)/.test(request.url ?? '') });
  app.use(/^\/api\/docs\/?$/, (_request: Request, response: Response) => response.redirect(308, '/api/v1/docs'));
  serveSecurityTxt(app, config);
  serveWeb(app, config);
}
