import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor } from './actor.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** A request that a guard has authorised, with its actor. */
export interface AuthenticatedRequest extends Request {
  actor?: Actor;
}

/** Runs each handler in a unit of work. It opens at the first query and commits before the response body is sent. */
@Injectable()
export class RequestTransaction implements NestInterceptor {
  constructor(private readonly units: UnitOfWork) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!actor) return next.handle();
    return from(this.units.run(actor, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
