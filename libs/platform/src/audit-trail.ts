import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import { Clock } from './clock.ts';
import { Database } from './database.ts';

/** Something someone did. People are named by id only, so that erasing the person's row erases the name everywhere. */
export interface Act {
  readonly act: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details?: Record<string, unknown>;
}

/** The append-only record of who did what, acting for whom; written in the transaction of the deed itself. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record({ act, subject, details }: Act): Promise<void> {
    const actor = this.database.actor();
    await this.database.query(
      `insert into platform.audit_entry (id, at, person_id, membership_id, organisation_id, side, via, act, subject_kind, subject_id, details, api_key_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        uuidv7(this.clock.now()),
        this.clock.now(),
        actor.personId,
        actor.membershipId,
        actor.organisationId,
        actor.side,
        actor.via,
        act,
        subject.kind,
        subject.id,
        JSON.stringify(details ?? {}),
        actor.apiKeyId ?? null,
      ],
    );
  }
}
