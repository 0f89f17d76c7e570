import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { getStorageToken, type ThrottlerStorage } from '@nestjs/throttler';
import type { Response } from 'express';
import {
  roleHasPermission,
  currentAddress,
  KEY_SCOPES,
  networkOf,
  scopeGrantsPermission,
  Problem,
  type AuthenticatedRequest,
  type KeyScope,
  type RouteAccess,
} from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { isFeed } from './bearer.ts';
import type { ValidApiKey } from './find-api-key.ts';

const MINUTE_MS = 60_000;

/** Challenge that makes Excel and browsers prompt for a user name and password. */
export const FEED_CHALLENGE = 'Basic realm="tallgrunn data feed", charset="UTF-8"';

@Injectable()
export class ApiKeyPassportGuard extends AuthGuard('api-key') {
  override handleRequest<T>(error: unknown, key: T): T {
    if (error || !key) throw error ?? new Problem(401, 'api-key-rejected', { reason: 'unknown' });
    return key;
  }
}

/**
 * Authorises requests with an API key. Requires a valid key, the rate limit, a route that accepts keys, and a scope of
 * that route which grants the required permission. No session and no CSRF token are needed, because browsers never send
 * a key on their own. Sets `request.actor`.
 */
@Injectable()
export class ApiKeyGuard {
  constructor(
    private readonly guard: ApiKeyPassportGuard,
    private readonly reflector: Reflector,
    @Inject(getStorageToken()) private readonly counts: ThrottlerStorage,
  ) {}

  async run(context: ExecutionContext, access: RouteAccess): Promise<void> {
    const response = context.switchToHttp().getResponse<Response>();
    const key = await this.#key(context, response);
    await this.#count(`api-key ${key.id}`, limits.apiKey.callsPerMinuteMax, response);
    const scopes = this.reflector.getAllAndOverride<readonly KeyScope[] | undefined>(KEY_SCOPES, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!scopes || access.kind !== 'permission') throw new Problem(403, 'route-not-available-to-api-keys');
    if (!scopes.some((scope) => key.scopes.includes(scope) && scopeGrantsPermission(scope, access.name))) {
      response.setHeader(
        'WWW-Authenticate',
        `Bearer realm="tallgrunn", error="insufficient_scope", scope="${scopes.join(' ')}"`,
      );
      throw new Problem(403, 'api-key-scope-missing', { scopes });
    }
    if (!roleHasPermission(key.actor.role, access.name))
      throw new Problem(403, 'permission-denied', { permission: access.name, role: key.actor.role });
    context.switchToHttp().getRequest<AuthenticatedRequest>().actor = key.actor;
  }

  async #key(context: ExecutionContext, response: Response): Promise<ValidApiKey> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest & { user?: ValidApiKey }>();
    try {
      await this.guard.canActivate(context);
    } catch (error) {
      response.setHeader(
        'WWW-Authenticate',
        isFeed(request.method, request.originalUrl)
          ? FEED_CHALLENGE
          : 'Bearer realm="tallgrunn", error="invalid_token"',
      );
      await this.#count(
        `refused from ${networkOf(currentAddress() ?? String(request.ip))}`,
        limits.apiKey.refusedPerMinuteMax,
        response,
      );
      throw error;
    }
    if (!request.user) throw new Problem(401, 'api-key-rejected', { reason: 'unknown' });
    return request.user;
  }

  async #count(counterKey: string, limit: number, response: Response): Promise<void> {
    const { totalHits, timeToExpire } = await this.counts.increment(counterKey, MINUTE_MS, limit, 0, 'api-key');
    if (totalHits <= limit) return;
    response.setHeader('Retry-After', String(Math.max(1, timeToExpire)));
    throw new Problem(429, 'too-many-requests', { perMinuteMax: limit });
  }
}
