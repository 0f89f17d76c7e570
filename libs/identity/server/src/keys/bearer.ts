import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { Strategy } from 'passport';

const bearer = /^Bearer(?:\s+(.*))?$/i;
const basic = /^Basic\s+([A-Za-z0-9+/=_-]{1,2000})$/i;
/** The data feed, which is read-only, accepts Basic authentication, because Excel and Power BI support nothing else. */
const feedPath = /^(?:\/api\/v1)?\/odata(?:[/?]|$)/;

type Incoming = Pick<IncomingMessage, 'headers' | 'method' | 'url'> & { readonly originalUrl?: string };

/**
 * Returns the API key of a request: the token of "Authorization: Bearer", or, for the data feed, the password of
 * "Authorization: Basic" (RFC 7617) with any user name. Null when there is neither.
 */
export function apiKeyFrom({ headers, method, url, originalUrl }: Incoming): string | null {
  const authorization = headers.authorization ?? '';
  const token = bearer.exec(authorization);
  if (token) return (token[1] ?? '').trim();
  const basicMatch = isFeed(method, originalUrl ?? url) ? basic.exec(authorization) : null;
  if (!basicMatch) return null;
  const text = Buffer.from(basicMatch[1]!, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1).trim();
}

/** Returns whether a request reads the data feed. */
export function isFeed(method: string | undefined, url: string | undefined): boolean {
  return (method === 'GET' || method === 'HEAD') && feedPath.test(url ?? '');
}

type Verify = (token: string, done: (error: unknown, key: unknown) => void) => void;

/** Passport strategy for RFC 6750 and 7617. Reads the key from the Authorization header only. */
export class BearerStrategy extends Strategy {
  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: Request): void {
    const token = apiKeyFrom(request);
    if (token === null) return this.fail(401);
    this.verify(token, (error, key) => (error || !key ? this.error(error) : this.success(key as Express.User)));
  }
}
