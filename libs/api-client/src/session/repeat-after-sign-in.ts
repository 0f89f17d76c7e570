import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { problemOf } from '../problem/problem.ts';
import { RecentSignIn } from './recent-sign-in.ts';

/** Repeats a request that needs a recent sign-in once the person has confirmed who they are. When they cancel, the page gets the problem. */
export const repeatAfterSignIn: HttpInterceptorFn = (request, next) => {
  const recentSignIn = inject(RecentSignIn);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (problemOf(error).code !== 'recent-sign-in-required') return throwError(() => error);
      return from(recentSignIn.request()).pipe(
        switchMap((isConfirmed) => (isConfirmed ? next(request) : throwError(() => error))),
      );
    }),
  );
};
