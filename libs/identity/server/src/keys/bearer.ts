import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { Strategy } from 'passport';

const scheme = /^Bearer(?:\s+(.*))?$/i;

/** What stands behind "Authorization: Bearer"; null when a request does not come that way. */
export function bearerOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const found = scheme.exec(headers.authorization ?? '');
  return found ? (found[1] ?? '').trim() : null;
}

type Verify = (token: string, done: (error: unknown, found: unknown) => void) => void;

/** Passport's part of RFC 6750: takes the token from the header, and from nowhere else. */
export class BearerStrategy extends Strategy {
  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: Request): void {
    const token = bearerOf(request);
    if (token === null) return this.fail(401);
    this.verify(token, (error, found) => (error || !found ? this.error(error) : this.success(found as Express.User)));
  }
}
