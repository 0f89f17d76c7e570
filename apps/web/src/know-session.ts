import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Session } from '@tallgrunn/api-client';

/** Asks once who is signed in. A silent server stops no page here: pages behind sign-in ask again and say what is wrong. */
export const knowSession: CanActivateFn = async (_route, state) => {
  if (state.url.startsWith('/unavailable')) return true;
  await inject(Session)
    .known()
    .catch(() => undefined);
  return true;
};
