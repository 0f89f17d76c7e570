import { inject } from '@angular/core';
import { RedirectCommand, Router } from '@angular/router';
import type { NavigationError } from '@angular/router';
import { PageTrouble } from '../page-trouble.ts';

const path = '/unavailable';

/**
 * Shows the reason for a failed navigation at the requested address. If that page cannot be loaded either, shows the
 * error banner.
 */
export function showUnavailable(failure: NavigationError): RedirectCommand | void {
  const trouble = inject(PageTrouble);
  trouble.remember(failure.error);
  if (failure.url.startsWith(path)) return trouble.tell();
  return new RedirectCommand(inject(Router).parseUrl(path), { skipLocationChange: true });
}
