import { Injectable } from '@nestjs/common';
import { SecurityLog, type AuthenticatedRequest } from '@tallgrunn/platform';
import { Factors, hasFactor } from '../factors/factors.ts';
import { awaitSecondFactor, beginSession } from '../session-lifecycle.ts';
import type { Person } from '../store/person.ts';

const SECOND_FACTOR_MINUTES = 10;

/** Starts the session of a person who gave a correct password, or awaits their second factor if they have one. */
@Injectable()
export class StartSession {
  constructor(
    private readonly factors: Factors,
    private readonly securityLog: SecurityLog,
  ) {}

  async run(request: AuthenticatedRequest, { id }: Pick<Person, 'id'>, membershipId?: string): Promise<void> {
    if (hasFactor(await this.factors.of(id)))
      return awaitSecondFactor(request, id, membershipId, SECOND_FACTOR_MINUTES);
    await beginSession(request, id, membershipId);
    await this.securityLog.record({ event: 'sign-in-succeeded', personId: id, details: { method: 'password' } });
  }
}
