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
  if (view.person && view.acting && view.requiresSecondFactor)
    return router.createUrlTree(['/account'], { queryParams: { next: nextOf(state.url) } });
  if (view.person && view.acting) return true;
  if (invitation) session.invitation.set(invitation);
  if (!view.person && session.invitation()) return true;
  const target = view.person ? '/acting-for' : '/sign-in';
  const next = nextOf(state.url);
  return router.createUrlTree([target], { queryParams: next === '/' || next === '' ? {} : { next } });
};

/** Guard of the account page: signed in, whoever one acts for, and also before a required second factor is added. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const { person } = await inject(Session).known();
  return person ? true : router.createUrlTree(['/sign-in'], { queryParams: { next: nextOf(state.url) } });
};

/** The language is written into every address anew. */
const nextOf = (url: string) => url.replace(/[?&]lang=\w+/, '');

/** Only addresses on this site are followed after sign-in. */
export function safeNext(next: string | null): string {
  return next && next.startsWith('/') && !next.startsWith('//') ? next : '/';
}
