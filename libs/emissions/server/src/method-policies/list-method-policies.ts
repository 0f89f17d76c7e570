import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { defaultMethods } from '../calculation/methods.ts';

export interface MethodPolicyRow {
  readonly id: string | null;
  readonly category: string;
  readonly fromOn: string | null;
  readonly methods: readonly string[];
  readonly reason: string | null;
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Whether it is in force today. A category without a policy has the default. */
  readonly holds: boolean;
}

/**
 * Returns the method policies of every category, latest first. A category without a policy has one row with the default
 * methods.
 */
@Injectable()
export class ListMethodPolicies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(): Promise<MethodPolicyRow[]> {
    return this.database.query<MethodPolicyRow>(
      `select r.id, c.code as category, r.valid_from as "fromOn", r.methods, r.reason, a.name as "proposedBy", p.name as "decidedBy", r.decided_at as "decidedAt",
         r.id is not distinct from (
           select n.id from emissions.method_policy n where n.category_code = c.code and n.valid_from <= $2::timestamptz::date order by n.valid_from desc, n.id desc limit 1) as holds
       from catalogue.door_category c
       cross join lateral (
         select n.id, n.valid_from, n.methods, n.reason, n.decided_by, n.decided_at, n.proposal_id from emissions.method_policy n where n.category_code = c.code
         union all
         select null, null, $1::text[], null, null, null, null where not exists (select 1 from emissions.method_policy n where n.category_code = c.code and n.valid_from <= $2::timestamptz::date)
       ) r
       left join emissions.method_policy_proposal q on q.id = r.proposal_id
       left join identity.door_person a on a.id = q.proposed_by
       left join identity.door_person p on p.id = r.decided_by
       order by c.position, r.valid_from desc nulls last, r.id desc`,
      [defaultMethods, this.clock.now()],
    );
  }
}

export interface MethodPolicyProposalRow {
  readonly id: string;
  readonly category: string;
  readonly fromOn: string;
  readonly methods: readonly string[];
  readonly reason: string;
  readonly state: 'proposed' | 'approved' | 'rejected' | 'withdrawn';
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  readonly approver: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  /** Whether the current user may approve or reject it now. */
  readonly mine: boolean;
  /** Whether the current user proposed it. */
  readonly own: boolean;
}

/** Returns the proposed method policies: those awaiting approval first, then the latest, at most 500. */
@Injectable()
export class ListMethodPolicyProposals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(): Promise<MethodPolicyProposalRow[]> {
    return this.database.query<MethodPolicyProposalRow>(
      `select p.id, p.category_code as category, p.valid_from as "fromOn", p.methods, p.reason, p.state, a.name as "proposedBy", p.proposed_at as "proposedAt", b.name as approver, d.name as "decidedBy",
         p.decided_at as "decidedAt", p.decision_note as "decisionNote", p.proposed_by is not distinct from platform.person() as own,
         p.state = 'proposed' and p.proposed_by <> platform.person() and (p.assigned_approver_id = platform.person() or exists (
           select from factor_book.door_approval_delegation t where t.person_id = p.assigned_approver_id and t.delegate_id = platform.person() and $1::timestamptz::date between t.valid_from and t.valid_to))
           and not exists (select from identity.door_inviter_relation r where r.person_id = platform.person() and r.related_person_id = p.proposed_by) as mine
       from emissions.method_policy_proposal p
       left join identity.door_person a on a.id = p.proposed_by
       left join identity.door_person b on b.id = p.assigned_approver_id
       left join identity.door_person d on d.id = p.decided_by
       order by p.state <> 'proposed', p.id desc limit 500`,
      [this.clock.now()],
    );
  }
}
