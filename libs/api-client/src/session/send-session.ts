import { HttpErrorResponse } from '@angular/common/http';
import type { HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Session } from './session.ts';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Puts the session's CSRF token on every request that changes something, and notices when the server has forgotten us. */
export const sendSession: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const session = inject(Session);
  const send = (ready: HttpRequest<unknown>) =>
    next(ready).pipe(
      catchError((error: unknown) => {
        if (error instanceof HttpErrorResponse && error.status === 401 && session.person()) session.forget();
        return throwError(() => error);
      }),
    );
  if (!unsafe.has(request.method)) return send(request);
  return from(session.known()).pipe(switchMap((view) => send(request.clone({ setHeaders: { 'x-csrf-token': view.csrfToken } }))));
};
