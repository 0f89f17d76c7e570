import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { Strategy } from 'passport';

const bearer = /^Bearer(?:\s+(.*))?$/i;
const basic = /^Basic\s+([A-Za-z0-9+/=_-]{1,2000})$/i;
/** Excel and Power BI can send nothing but Basic, and the data feed only reads. */
const feed = /^(?:\/api\/v1)?\/odata(?:[/?]|$)/;

type Incoming = Pick<IncomingMessage, 'headers' | 'method' | 'url'> & { readonly originalUrl?: string };

/**
 * Returns the key of a request: what stands behind "Authorization: Bearer", or, where the data feed is read, the password of
 * "Authorization: Basic" (RFC 7617), whatever the name beside it. Null when a request comes with neither.
 */
export function keyOf({ headers, method, url, originalUrl }: Incoming): string | null {
  const authorization = headers.authorization ?? '';
  const token = bearer.exec(authorization);
  if (token) return (token[1] ?? '').trim();
  const pair = isFeed(method, originalUrl ?? url) ? basic.exec(authorization) : null;
  if (!pair) return null;
  const text = Buffer.from(pair[1]!, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1).trim();
}

/** Whether a request reads the data feed. */
export function isFeed(method: string | undefined, url: string | undefined): boolean {
  return (method === 'GET' || method === 'HEAD') && feed.test(url ?? '');
}

type Verify = (token: string, done: (error: unknown, found: unknown) => void) => void;

/** Passport's part of RFC 6750 and 7617: takes the key from the header, and from nowhere else. */
export class BearerStrategy extends Strategy {
  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: Request): void {
    const token = keyOf(request);
    if (token === null) return this.fail(401);
    this.verify(token, (error, found) => (error || !found ? this.error(error) : this.success(found as Express.User)));
  }
}
