import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { CanActivateFn } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { firstPageOf } from './navigation.ts';
import { pages } from './pages.ts';

/** Redirects to the first page of the active role. */
export const redirectToFirstPage: CanActivateFn = () => {
  const role = inject(Session).role();
  return inject(Router).createUrlTree([role ? `/${pages[firstPageOf(role)].path}` : '/acting-for']);
};
