import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { KeyScope, PermissionName } from './permissions.ts';

export const PERMISSION = 'tallgrunn:permission';

/** What a route asks of whoever calls it. A route without a declaration does not boot. */
export type RouteAccess = { kind: 'permission'; name: PermissionName } | { kind: 'public' } | { kind: 'signed-in' };

/** The route needs this permission of the membership one acts for. */
export const Permission = (name: PermissionName) =>
  SetMetadata(PERMISSION, { kind: 'permission', name } satisfies RouteAccess);

/** Anyone may call the route: sign-in, health, an invitation's own page. */
export const Public = () => SetMetadata(PERMISSION, { kind: 'public' } satisfies RouteAccess);

/** Anyone signed in, whoever they act for: choosing whom to act for. */
export const SignedIn = () => SetMetadata(PERMISSION, { kind: 'signed-in' } satisfies RouteAccess);

export const KEY_SCOPES = 'tallgrunn:key-scopes';

/** A machine key with one of these scopes may call the route. Without this declaration no key may. */
export const WithKey = (...scopes: [KeyScope, ...KeyScope[]]) =>
  applyDecorators(
    SetMetadata(KEY_SCOPES, scopes),
    ApiCookieAuth('cookie'),
    ApiBearerAuth('apiKey'),
    ApiExtension('x-scopes', scopes),
  );

export const RECENT_SIGN_IN = 'tallgrunn:recent-sign-in';

/**
 * The route needs a sign-in, or a confirmation of it, within `SignInPolicy.recentMinutes`. API keys are exempt.
 * An older sign-in is answered with problem `recent-sign-in-required` (403); the web then asks and repeats the request.
 */
export const RequiresRecentSignIn = () =>
  applyDecorators(SetMetadata(RECENT_SIGN_IN, true), ApiExtension('x-requires-recent-sign-in', true));
