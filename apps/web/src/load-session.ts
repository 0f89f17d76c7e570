import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Session } from '@tallgrunn/api-client';

/**
 * Loads the session once. An unreachable server does not block a page here: pages behind sign-in retry and report the
 * error.
 */
export const loadSession: CanActivateFn = async (_route, state) => {
  if (state.url.startsWith('/unavailable')) return true;
  await inject(Session)
    .known()
    .catch(() => undefined);
  return true;
};
