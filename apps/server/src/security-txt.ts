import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { ROUTE, type Config } from '@tallgrunn/platform';

const DAY_MS = 24 * 3_600_000;
const VALID_DAYS = 180;

/** Returns the text of security.txt (RFC 9116): contact for vulnerabilities, expiry, and languages. */
export function securityTxt(
  { securityContact, publicUrl }: { readonly securityContact: string; readonly publicUrl: string },
  now: Date,
): string {
  const expires = new Date(now.getTime() + VALID_DAYS * DAY_MS);
  expires.setUTCHours(0, 0, 0, 0);
  const address = new URL('/.well-known/security.txt', publicUrl);
  return [
    `Contact: ${securityContact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: nb, nn, en',
    `Canonical: ${address.href}`,
    '',
  ].join('\n');
}

/** Serves security.txt when the operator has configured a contact; otherwise 404. */
export function serveSecurityTxt(
  app: NestExpressApplication,
  { securityContact, publicUrl }: Pick<Config, 'securityContact' | 'publicUrl'>,
): void {
  app.use('/.well-known/security.txt', (request: Request, response: Response) => {
    response.locals[ROUTE] = '/.well-known/security.txt';
    if (securityContact === null || !['GET', 'HEAD'].includes(request.method)) {
      response
        .status(securityContact === null ? 404 : 405)
        .type('text/plain')
        .send('');
      return;
    }
    response.setHeader('Cache-Control', 'public, max-age=3600');
    response.type('text/plain; charset=utf-8').send(securityTxt({ securityContact, publicUrl }, new Date()));
  });
}
