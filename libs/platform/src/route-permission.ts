import { SetMetadata } from '@nestjs/common';
import type { PermissionName } from './permissions.ts';

export const PERMISSION = 'tallgrunn:permission';

/** What a route asks of whoever calls it. A route without a declaration does not boot. */
export type RouteAccess = { kind: 'permission'; name: PermissionName } | { kind: 'public' } | { kind: 'signed-in' };

/** The route needs this permission of the membership one acts for. */
export const Permission = (name: PermissionName) => SetMetadata(PERMISSION, { kind: 'permission', name } satisfies RouteAccess);

/** Anyone may call the route: sign-in, health, an invitation's own page. */
export const Public = () => SetMetadata(PERMISSION, { kind: 'public' } satisfies RouteAccess);

/** Anyone signed in, whoever they act for: choosing whom to act for. */
export const SignedIn = () => SetMetadata(PERMISSION, { kind: 'signed-in' } satisfies RouteAccess);
