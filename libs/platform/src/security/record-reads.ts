import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { tap, type Observable } from 'rxjs';
import type { AuthenticatedRequest } from '../request-transaction.ts';
import { SecurityLog, type SecurityEvent } from './security-log.ts';

/** A response with at least this many rows counts as bulk reading. */
const BULK_ROWS = 100;

/** Metadata key under which Nest stores the headers of a route. */
const HEADERS = '__headers__';

type ReadRequest = AuthenticatedRequest & {
  readonly session?: { readonly personId?: string; readonly membershipId?: string };
};

/**
 * Records every file download and every response of a hundred rows or more in the security log, with route and actor.
 * It covers all routes, so a new export is recorded without extra code.
 */
@Injectable()
export class RecordReads implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly securityLog: SecurityLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<ReadRequest>();
    return next.handle().pipe(
      tap((answer: unknown) => {
        const isFile = this.#isFile(context, answer, http.getResponse<Response>());
        const rows = rowsOf(answer);
        if (isFile)
          this.securityLog.recordInBackground({
            event: 'data-exported',
            ...originOf(request),
            details: { route: routeOf(request) },
          });
        else if (request.method === 'GET' && rows >= BULK_ROWS)
          this.securityLog.recordInBackground({
            event: 'data-read-in-bulk',
            ...originOf(request),
            details: { route: routeOf(request), rows },
          });
      }),
    );
  }

  #isFile(context: ExecutionContext, answer: unknown, response: Response): boolean {
    const set = this.reflector.get<{ name: string; value: unknown }[] | undefined>(HEADERS, context.getHandler()) ?? [];
    const declared = set.find(({ name }) => name.toLowerCase() === 'content-disposition')?.value;
    const stated = [
      declared,
      response.getHeader('content-disposition'),
      answer instanceof StreamableFile ? answer.getHeaders().disposition : undefined,
    ];
    return stated.some((value) => typeof value === 'string' && value.startsWith('attachment'));
  }
}

const routeOf = ({ route, method }: Request): string =>
  `${method} ${typeof route?.path === 'string' ? route.path : 'unknown'}`;

function originOf({ actor, session }: ReadRequest): Omit<SecurityEvent, 'event'> {
  return {
    personId: actor?.personId ?? session?.personId ?? null,
    membershipId: actor?.membershipId ?? session?.membershipId ?? null,
    organisationId: actor?.organisationId ?? null,
    cooperativeId: actor?.cooperativeId ?? null,
    apiKeyId: actor?.apiKeyId ?? null,
  };
}

/** Returns the number of rows in a response: the length of the list, or of the longest list in a page object. */
function rowsOf(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  if (answer === null || typeof answer !== 'object' || answer instanceof StreamableFile) return 0;
  return Math.max(0, ...Object.values(answer).map((value) => (Array.isArray(value) ? value.length : 0)));
}
