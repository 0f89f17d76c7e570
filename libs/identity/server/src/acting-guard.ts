import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import {
  allows,
  CONFIG,
  PERMISSION,
  Problem,
  RECENT_SIGN_IN,
  type ActingRequest,
  type Config,
  type RouteAccess,
} from '@tallgrunn/platform';
import { actorOf } from './actor-of.ts';
import { SecondFactorPolicy } from './factors/second-factor-policy.ts';
import { FindInvitation, invitedActor } from './invitations/find-invitation.ts';
import { InvitationRate } from './invitations/invitation-rate.ts';
import { AdmitKey, FEED_CHALLENGE } from './keys/admit-key.ts';
import { isFeed, keyOf } from './keys/bearer.ts';
import { ListMemberships } from './list-memberships.ts';
import { VisitorToken } from './sessions/visitor-token.ts';
import './session-data.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets a request in: a declared permission, a living session, the right token on unsafe requests, and one membership acted for; or a machine key. */
@Injectable()
export class ActingGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly memberships: ListMemberships,
    private readonly invitations: FindInvitation,
    private readonly keys: AdmitKey,
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
    const request = context.switchToHttp().getRequest<ActingRequest>();
    if (keyOf(request) !== null) {
      await this.keys.run(context, access);
      return true;
    }
    this.#requireToken(request);
    if (access.kind === 'public') return true;
    const { personId } = request.session;
    const token = request.headers['x-invitation'];
    if (!personId && typeof token === 'string' && access.kind === 'permission' && allows('invited', access.name)) {
      await this.invitationRate.check(token);
      const invited = invitedActor(await this.invitations.run(token));
      // A supplier's duty can be seen before there is an account; nothing of the other sides can.
      if (invited.side !== 'supplier') throw new Problem(401, 'not-signed-in');
      request.actor = invited;
      return true;
    }
    if (!personId) {
      this.#challenge(context);
      throw new Problem(401, 'not-signed-in');
    }
    if (access.kind === 'signed-in') {
      this.#requireRecentSignIn(context, request);
      return true;
    }
    const acting = (await this.memberships.run(personId)).find(
      (membership) => membership.id === request.session.membershipId,
    );
    if (!acting) throw new Problem(403, 'acting-for-nobody');
    if (!allows(acting.role, access.name))
      throw new Problem(403, 'not-permitted', { permission: access.name, role: acting.role });
    if (!request.session.hasSecondFactor && (await this.secondFactor.isRequiredFor(acting.role)))
      throw new Problem(403, 'second-factor-required');
    this.#requireRecentSignIn(context, request);
    request.actor = actorOf(personId, acting);
    return true;
  }

  /** Tells a tool that reads the data feed that it may come with a key. */
  #challenge(context: ExecutionContext): void {
    const { method, originalUrl } = context.switchToHttp().getRequest<ActingRequest>();
    if (isFeed(method, originalUrl))
      context.switchToHttp().getResponse<Response>().setHeader('WWW-Authenticate', FEED_CHALLENGE);
  }

  /** An unsafe request must carry the token of its session or visitor, which another site cannot read. @throws Problem 'csrf-token-missing' */
  #requireToken(request: ActingRequest): void {
    if (!SAFE.has(request.method) && !this.visitorToken.isCarried(request))
      throw new Problem(403, 'csrf-token-missing');
  }

  /** @throws Problem 'recent-sign-in-required' where the route asks for a recent sign-in and the session's is older. */
  #requireRecentSignIn(context: ExecutionContext, { session }: ActingRequest): void {
    if (
      !this.reflector.getAllAndOverride<boolean | undefined>(RECENT_SIGN_IN, [context.getHandler(), context.getClass()])
    )
      return;
    const { recentMinutes } = this.config.signIn;
    if (Date.now() - (session.signedInAt ?? 0) > recentMinutes * 60_000)
      throw new Problem(403, 'recent-sign-in-required', { minutes: recentMinutes });
  }
}
