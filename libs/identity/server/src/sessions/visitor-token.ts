import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, splitSecrets, type AuthenticatedRequest, type Config } from '@tallgrunn/platform';
import '../session-data.ts';

/**
 * CSRF token of unsafe requests, which another site cannot read. For a signed-in person it is stored in the session.
 * For a visitor it is derived from a separate cookie, so that nothing is stored on the server.
 */
@Injectable()
export class VisitorToken {
  readonly #cookie: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.#cookie = config.https ? '__Host-tallgrunn-visitor' : 'tallgrunn-visitor';
  }

  /** Returns the token of the session or visitor. Sets the cookie of a new visitor. */
  issue(request: AuthenticatedRequest): string {
    if (request.session.personId) return (request.session.csrfToken ??= randomBytes(24).toString('base64url'));
    const visitor = this.#visitorOf(request) ?? this.#welcome(request);
    return this.#sign(visitor, splitSecrets(this.config.sessionSecret)[0] ?? '');
  }

  /** Returns whether the request carries the token of its session or visitor. */
  isPresentIn(request: AuthenticatedRequest): boolean {
    const carried = request.headers['x-csrf-token'];
    if (typeof carried !== 'string') return false;
    if (request.session.personId) return isSame(carried, request.session.csrfToken ?? '');
    const visitor = this.#visitorOf(request);
    return (
      visitor !== null &&
      splitSecrets(this.config.sessionSecret).some((secret) => isSame(carried, this.#sign(visitor, secret)))
    );
  }

  #visitorOf({ headers }: AuthenticatedRequest): string | null {
    const cookies = (headers.cookie ?? '').split(/;\s*/);
    const value = cookies.find((each) => each.startsWith(`${this.#cookie}=`))?.slice(this.#cookie.length + 1);
    return value && /^[\w-]{32}$/.test(value) ? value : null;
  }

  #welcome(request: AuthenticatedRequest): string {
    const visitor = randomBytes(24).toString('base64url');
    // A Secure cookie needs https: browsers reject it over http, and so does Express behind a proxy that is not
    // trusted.
    if (!this.config.https || request.secure) {
      request.res?.cookie(this.#cookie, visitor, {
        httpOnly: true,
        sameSite: 'lax',
        secure: this.config.https,
        path: '/',
      });
    }
    return visitor;
  }

  #sign(visitor: string, secret: string): string {
    return createHmac('sha256', secret).update(`visitor-token\n${visitor}`).digest('base64url');
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}
