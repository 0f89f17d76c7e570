import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import {
  roleHasPermission,
  CONFIG,
  PERMISSION,
  Problem,
  RECENT_SIGN_IN,
  type AuthenticatedRequest,
  type Config,
  type RouteAccess,
} from '@tallgrunn/platform';
import { buildActor } from './build-actor.ts';
import { SecondFactorPolicy } from './factors/second-factor-policy.ts';
import { FindInvitation, invitedActor } from './invitations/find-invitation.ts';
import { InvitationRate } from './invitations/invitation-rate.ts';
import { ApiKeyGuard, FEED_CHALLENGE } from './keys/api-key.guard.ts';
import { isFeed, apiKeyFrom } from './keys/bearer.ts';
import { ListMemberships, requireNotMoved } from './list-memberships.ts';
import { VisitorToken } from './sessions/visitor-token.ts';
import './session-data.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Authorises every request. Requires a declared permission, a valid session, a CSRF token on unsafe methods, and an
 * active membership; or an API key. Sets `request.actor`.
 */
@Injectable()
export class ActiveMembershipGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly memberships: ListMemberships,
    private readonly invitations: FindInvitation,
    private readonly keys: ApiKeyGuard,
    private readonly visitorToken: VisitorToken,
    private readonly secondFactor: SecondFactorPolicy,
    private readonly invitationRate: InvitationRate,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(PERMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no permission.`);
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (apiKeyFrom(request) !== null) {
      await this.keys.run(context, access);
      return true;
    }
    if (access.kind !== 'public' || !access.hasSecretAddress) this.#requireToken(request);
    if (access.kind === 'public') return true;
    const { personId } = request.session;
    const token = request.headers['x-invitation'];
    if (
      !personId &&
      typeof token === 'string' &&
      access.kind === 'permission' &&
      roleHasPermission('invited', access.name)
    ) {
      await this.invitationRate.check(token);
      const invited = invitedActor(await this.invitations.run(token));
      // Without an account only a supplier may view its obligation; other kinds of organisation must sign in.
      if (invited.side !== 'supplier') throw new Problem(401, 'not-authenticated');
      request.actor = invited;
      return true;
    }
    if (!personId) {
      this.#challenge(context);
      throw new Problem(401, 'not-authenticated');
    }
    if (access.kind === 'signed-in') {
      this.#requireRecentSignIn(context, request);
      return true;
    }
    const activeMembership = (await this.memberships.run(personId)).find(
      (membership) => membership.id === request.session.membershipId,
    );
    if (!activeMembership) throw new Problem(403, 'no-active-membership');
    requireNotMoved(activeMembership);
    if (!roleHasPermission(activeMembership.role, access.name))
      throw new Problem(403, 'permission-denied', { permission: access.name, role: activeMembership.role });
    if (!request.session.hasSecondFactor && (await this.secondFactor.isRequiredFor(activeMembership.role)))
      throw new Problem(403, 'second-factor-required');
    this.#requireRecentSignIn(context, request);
    request.actor = buildActor(personId, activeMembership);
    return true;
  }

  /** Tells a client of the data feed that it may authenticate with an API key. */
  #challenge(context: ExecutionContext): void {
    const { method, originalUrl } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (isFeed(method, originalUrl))
      context.switchToHttp().getResponse<Response>().setHeader('WWW-Authenticate', FEED_CHALLENGE);
  }

  /**
   * Requires the token of the session or visitor on unsafe methods; another site cannot read it.
   * @throws Problem 'csrf-token-missing' (403)
   */
  #requireToken(request: AuthenticatedRequest): void {
    if (!SAFE.has(request.method) && !this.visitorToken.isPresentIn(request))
      throw new Problem(403, 'csrf-token-missing');
  }

  /**
   * Requires a recent sign-in when the route declares it.
   * @throws Problem 'recent-sign-in-required' (403)
   */
  #requireRecentSignIn(context: ExecutionContext, { session }: AuthenticatedRequest): void {
    if (
      !this.reflector.getAllAndOverride<boolean | undefined>(RECENT_SIGN_IN, [context.getHandler(), context.getClass()])
    )
      return;
    const { recentMinutes } = this.config.signIn;
    if (Date.now() - (session.signedInAt ?? 0) > recentMinutes * 60_000)
      throw new Problem(403, 'recent-sign-in-required', { minutes: recentMinutes });
  }
}
