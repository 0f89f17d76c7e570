import { json, type NextFunction, type Request, type Response } from 'express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { IncomingMessage } from 'node:http';
import { isNestedDeeper, JSON_DEPTH_MAX, Problem, type Config } from '@tallgrunn/platform';
import { serveSecurityTxt } from './security-txt.ts';
import { serveWeb } from './serve-web.ts';

/** Installs the handlers before all routes: API prefix, bodies, and the web application's files. */
export function configureHttp(app: NestExpressApplication, config: Config): void {
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.setGlobalPrefix('api/v1');
  readJsonBodies(app);
  app.use(/^\/api\/docs\/?$/, (_request: Request, response: Response) => response.redirect(308, '/api/v1/docs'));
  serveSecurityTxt(app, config);
  serveWeb(app, config);
}

/** Documents that may be larger than those from forms. */
const largeBody = /^\/api\/v1\/agreements\/[^/]+\/terms(?:-trials)?(?:[/?]|$)/;
/** Spend lines from programs have a separate parser, which reads them as they arrive. */
const streamedBody = /^\/api\/v1\/spend\/lines(?:\?|$)/;
const isJson = (request: IncomingMessage): boolean =>
  /^application\/json\b/i.test(request.headers['content-type'] ?? '');

/**
 * Parses JSON bodies with limits: 1 MB, 2 MB for terms documents, and a maximum depth. @throws Problem 'json-too-deep'
 * (400)
 */
function readJsonBodies(app: NestExpressApplication): void {
  const refuseDepth = (_request: IncomingMessage, _response: unknown, body: Buffer): void => {
    if (isNestedDeeper(body)) throw new Problem(400, 'json-too-deep', { depthMax: JSON_DEPTH_MAX });
  };
  const isLarge = ({ url }: IncomingMessage): boolean => largeBody.test(url ?? '');
  app.use(
    json({
      limit: '2mb',
      verify: refuseDepth,
      type: (request: IncomingMessage) => isJson(request) && isLarge(request),
    }),
  );
  app.use(
    json({
      limit: '1mb',
      verify: refuseDepth,
      type: (request: IncomingMessage) => isJson(request) && !isLarge(request) && !streamedBody.test(request.url ?? ''),
    }),
  );
}
