import { inject } from '@angular/core';
import { RedirectCommand, Router } from '@angular/router';
import type { NavigationError } from '@angular/router';
import { PageTrouble } from '../page-trouble.ts';

const path = '/unavailable';

/** A navigation that fails shows why, at the address asked for. When even that page cannot be fetched, the shell tells. */
export function showUnavailable(failure: NavigationError): RedirectCommand | void {
  const trouble = inject(PageTrouble);
  trouble.remember(failure.error);
  if (failure.url.startsWith(path)) return trouble.tell();
  return new RedirectCommand(inject(Router).parseUrl(path), { skipLocationChange: true });
}
