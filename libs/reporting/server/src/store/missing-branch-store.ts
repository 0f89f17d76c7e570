import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';

/** The chain's statement that the report of a branch comes later. */
export interface MissingBranch {
  readonly obligationId: string;
  readonly reason: string;
  readonly saidBy: string | null;
  readonly saidAt: Date;
}

@Injectable()
export class MissingBranchStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  byObligations(obligationIds: readonly string[]): Promise<MissingBranch[]> {
    return this.database.query<MissingBranch>(
      `select m.obligation_id as "obligationId", m.reason, p.name as "saidBy", m.said_at as "saidAt"
       from reporting.missing_branch m left join identity.door_person p on p.cooperative_id = m.cooperative_id and p.id = m.said_by
       where m.obligation_id = any ($1::uuid[])`,
      [obligationIds],
    );
  }

  async declare(obligationId: string, supplierId: string, reason: string): Promise<void> {
    await this.database.query(
      `insert into reporting.missing_branch (obligation_id, supplier_id, reason, said_by, said_at) values ($1, $2, $3, $4, $5)
       on conflict (cooperative_id, obligation_id) do update set reason = excluded.reason, said_by = excluded.said_by, said_at = excluded.said_at`,
      [obligationId, supplierId, reason, this.database.actor().personId, this.clock.now()],
    );
  }
}
