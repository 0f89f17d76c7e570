import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { KeyScope, PermissionName } from './permissions.ts';

export const PERMISSION = 'tallgrunn:permission';

/** Access requirement of a route. The server does not start with a route that declares none. */
export type RouteAccess =
  { kind: 'permission'; name: PermissionName } | { kind: 'public'; hasSecretAddress?: boolean } | { kind: 'signed-in' };

/** Requires a permission of the active membership. */
export const Permission = (name: PermissionName) =>
  SetMetadata(PERMISSION, { kind: 'permission', name } satisfies RouteAccess);

/**
 * Allows everyone: sign-in, health, the page of an invitation. `hasSecretAddress`: the address carries a secret that no
 * other site knows, so that unsafe methods need no token of session or visitor. Used by mail programs.
 */
export const Public = ({ hasSecretAddress = false }: { readonly hasSecretAddress?: boolean } = {}) =>
  SetMetadata(PERMISSION, { kind: 'public', ...(hasSecretAddress && { hasSecretAddress }) } satisfies RouteAccess);

/** Allows every signed-in user, with any active membership or none; used to choose the membership. */
export const SignedIn = () => SetMetadata(PERMISSION, { kind: 'signed-in' } satisfies RouteAccess);

export const KEY_SCOPES = 'tallgrunn:key-scopes';

/** Allows API keys with one of these scopes. Without this declaration no API key may call the route. */
export const AllowApiKeys = (...scopes: [KeyScope, ...KeyScope[]]) =>
  applyDecorators(
    SetMetadata(KEY_SCOPES, scopes),
    ApiCookieAuth('cookie'),
    ApiBearerAuth('apiKey'),
    ApiExtension('x-scopes', scopes),
  );

export const RECENT_SIGN_IN = 'tallgrunn:recent-sign-in';

/**
 * Requires a sign-in, or its confirmation, within `SignInPolicy.recentMinutes`. API keys are exempt. Otherwise the
 * response is problem 'recent-sign-in-required' (403): the web client then asks for the password and repeats the
 * request.
 */
export const RequiresRecentSignIn = () =>
  applyDecorators(SetMetadata(RECENT_SIGN_IN, true), ApiExtension('x-requires-recent-sign-in', true));
