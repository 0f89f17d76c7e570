import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface ProposedEnding {
  readonly id: string;
  readonly person: string;
  readonly organisation: string;
  readonly organisationId: string;
  readonly reason: string;
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  /** Whether the reader made the proposal and therefore cannot approve it. */
  readonly isOwn: boolean;
}

/** Lists proposals to end the access of an organisation's last administrator that await approval. */
@Injectable()
export class ListEndings {
  constructor(private readonly database: Database) {}

  run(): Promise<ProposedEnding[]> {
    return this.database.query<ProposedEnding>(
      `select e.id, p.name as person, o.name as organisation, o.id as "organisationId", e.reason, b.name as "proposedBy", e.proposed_at as "proposedAt",
         e.proposed_by is not distinct from platform.person() as "isOwn"
       from identity.membership_ending e
       join identity.membership m on m.cooperative_id = e.cooperative_id and m.id = e.membership_id
       join identity.person p on p.id = m.person_id
       join identity.organisation o on o.cooperative_id = e.cooperative_id and o.id = e.organisation_id
       left join identity.person b on b.id = e.proposed_by
       where e.decision is null order by e.proposed_at`,
    );
  }
}
