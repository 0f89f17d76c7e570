import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { isNestedDeeper, JSON_DEPTH_MAX, Problem, type Config } from '@tallgrunn/platform';

/** What stands before every route: headers, the API's prefix, the web application's files. */
export function setUpHttp(app: NestExpressApplication, config: Config): void {
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  app.use(securityHeaders(config));
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.setGlobalPrefix('api/v1');
  readJsonBodies(app);
  serveWeb(app, config);
}

/** Documents that may be larger than what forms send. */
const largeBody = /^\/api\/v1\/agreements\/[^/]+\/terms(?:-trials)?(?:[/?]|$)/;
/** Lines that a program sends are taken by their own door, which parses them as they arrive. */
const ownBody = /^\/api\/v1\/spend\/lines(?:\?|$)/;
const isJson = (request: IncomingMessage): boolean => /^application\/json\b/i.test(request.headers['content-type'] ?? '');

/** Parses JSON bodies within bounds: 1 MB, 2 MB for documents of terms, and no deeper than any document of ours. */
function readJsonBodies(app: NestExpressApplication): void {
  const refuseDepth = (_request: IncomingMessage, _response: unknown, body: Buffer): void => {
    if (isNestedDeeper(body)) throw new Problem(400, 'json-too-deep', { depthMax: JSON_DEPTH_MAX });
  };
  const isLarge = ({ url }: IncomingMessage): boolean => largeBody.test(url ?? '');
  app.use(json({ limit: '2mb', verify: refuseDepth, type: (request: IncomingMessage) => isJson(request) && isLarge(request) }));
  app.use(json({ limit: '1mb', verify: refuseDepth, type: (request: IncomingMessage) => isJson(request) && !isLarge(request) && !ownBody.test(request.url ?? '') }));
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
