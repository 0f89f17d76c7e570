import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { ROUTE, type Config } from '@tallgrunn/platform';
import { nonceOf } from './security-headers.ts';

/** Where the application's own element begins: it reads the nonce of its styles from there. */
const ROOT_ELEMENT = '<tg-shell';

/** A name with the hash of its content in it: what it names never changes. */
const HASHED_NAME = /-[A-Z0-9]{8}\.\w+$/;

/** Serves the web application: hashed files stay in browsers for a year, others are asked for anew, its first page is never kept; every other path is a page of it. */
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
