import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { CanActivateFn } from '@angular/router';
import { Session } from '@tallgrunn/api-client';

/**
 * Guard of every page behind sign-in. Who is not signed in goes there and comes back; who belongs to several
 * organisations chooses one first. A personal link in the address (`?invitation=…`) admits its holder without an account.
 */
export const admitted: CanActivateFn = async (route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  const invitation = route.queryParamMap.get('invitation');
  const view = await session.known();
  if (view.person && view.acting) return true;
  if (invitation) session.invitation.set(invitation);
  if (!view.person && session.invitation()) return true;
  const target = view.person ? '/acting-for' : '/sign-in';
  const next = state.url.replace(/[?&]lang=\w+/, '');
  return router.createUrlTree([target], { queryParams: next === '/' || next === '' ? {} : { next } });
};

/** Only addresses on this site are followed after sign-in. */
export function safeNext(next: string | null): string {
  return next && next.startsWith('/') && !next.startsWith('//') ? next : '/';
}
