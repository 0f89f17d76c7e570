import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { CanActivateFn } from '@angular/router';
import { Session } from '@tallgrunn/api-client';

/**
 * Guard of all pages behind sign-in. Redirects to sign-in and back; a user with several organisations chooses one
 * first. A personal link in the URL (`?invitation=…`) grants access without an account.
 */
export const authGuard: CanActivateFn = async (route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  const invitation = route.queryParamMap.get('invitation');
  const view = await session.known();
  if (view.person && view.acting && view.requiresSecondFactor)
    return router.createUrlTree(['/account'], { queryParams: { next: withoutLanguage(state.url) } });
  if (view.person && view.acting) return true;
  if (invitation) session.invitation.set(invitation);
  if (!view.person && session.invitation()) return true;
  const target = view.person ? '/acting-for' : '/sign-in';
  const next = withoutLanguage(state.url);
  return router.createUrlTree([target], { queryParams: next === '/' || next === '' ? {} : { next } });
};

/** Guard of the account page: requires a sign-in, but neither an active membership nor a required second factor. */
export const signedInGuard: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const { person } = await inject(Session).known();
  return person ? true : router.createUrlTree(['/sign-in'], { queryParams: { next: withoutLanguage(state.url) } });
};

/** Removes the language from a URL, because it is added to every URL again. */
const withoutLanguage = (url: string) => url.replace(/[?&]lang=\w+/, '');

/** Returns the target after sign-in; only paths on this site are allowed. */
export function safeNext(next: string | null): string {
  return next && next.startsWith('/') && !next.startsWith('//') ? next : '/';
}
