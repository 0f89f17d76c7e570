import { inject } from '@angular/core';
import { RedirectCommand, Router } from '@angular/router';
import type { NavigationError } from '@angular/router';
import { ErrorBanner } from '../error-banner.ts';

const path = '/unavailable';

/**
 * Shows the reason for a failed navigation at the requested address. If that page cannot be loaded either, shows the
 * error banner.
 */
export function showUnavailable(failure: NavigationError): RedirectCommand | void {
  const banner = inject(ErrorBanner);
  banner.remember(failure.error);
  if (failure.url.startsWith(path)) return banner.show();
  return new RedirectCommand(inject(Router).parseUrl(path), { skipLocationChange: true });
}
