import { HttpErrorResponse } from '@angular/common/http';
import type { HttpEvent, HttpHandlerFn, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { problemOf } from '../problem/problem.ts';
import { Session } from './session.ts';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Puts the session's CSRF token on every request that changes something, and notices when the server has forgotten us. */
export const sendSession: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const session = inject(Session);
  const invitation = session.invitation();
  const invited =
    invitation && !session.person() ? request.clone({ setHeaders: { 'x-invitation': invitation } }) : request;
  const sent = unsafe.has(request.method) ? sendWithToken(session, invited, next) : next(invited);
  return sent.pipe(
    catchError((error: unknown) => {
      if (error instanceof HttpErrorResponse && error.status === 401 && session.person()) session.forget();
      return throwError(() => error);
    }),
  );
};

/** A token that went stale with its session is fetched anew, once. */
function sendWithToken(
  session: Session,
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
): Observable<HttpEvent<unknown>> {
  const send = (csrfToken: string) => next(request.clone({ setHeaders: { 'x-csrf-token': csrfToken } }));
  return from(session.known()).pipe(
    switchMap((view) => send(view.csrfToken)),
    catchError((error: unknown) => {
      if (problemOf(error).code !== 'csrf-token-missing') return throwError(() => error);
      return from(session.refresh()).pipe(switchMap((view) => send(view.csrfToken)));
    }),
  );
}
