import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { ROUTE, type Config } from '@tallgrunn/platform';
import { nonceOf } from './security-headers.ts';

/** Start of the application's root element, which passes the nonce to the component styles. */
const ROOT_ELEMENT = '<tg-shell';

/** A file name that contains the hash of its content, so that the content never changes. */
const HASHED_NAME = /-[A-Z0-9]{8}\.\w+$/;

/**
 * Serves the web application. Hashed files are cached for a year, other files are revalidated, and the first page is
 * never cached. All other paths return the first page.
 */
export function serveWeb(app: NestExpressApplication, config: Pick<Config, 'webFolder'>): void {
  const first = path.join(config.webFolder, 'index.html');
  if (!existsSync(first)) return;
  const page = readFileSync(first, 'utf8');
  if (!page.includes(ROOT_ELEMENT))
    throw new Error(`${first} holds no ${ROOT_ELEMENT}>: its styles could not be allowed.`);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = request.path === '/index.html' || !path.extname(request.path);
    if (!['GET', 'HEAD'].includes(request.method) || /^\/(?:api|\.well-known)\//.test(request.path) || !isPage)
      return next();
    response.locals[ROUTE] = 'page';
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page.replace(ROOT_ELEMENT, `${ROOT_ELEMENT} ngCspNonce="${nonceOf(response)}"`));
  });
  app.useStaticAssets(config.webFolder, {
    index: false,
    setHeaders: (response: Response, file: string) => {
      response.locals[ROUTE] = 'asset';
      response.setHeader('Cache-Control', HASHED_NAME.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
