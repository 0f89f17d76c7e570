import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import type { AssignmentKind } from './draft-assignment.ts';

type LocalText = { readonly nb: string; readonly nn: string; readonly en: string };

export interface AssignmentRow {
  readonly id: string;
  readonly kind: AssignmentKind;
  readonly target: string;
  readonly targetName: LocalText | null;
  readonly setId: string;
  readonly setTitle: LocalText;
  readonly factorId: string;
  readonly factor: string;
  readonly value: string;
  readonly unit: string;
  readonly region: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly reason: string;
  readonly foreignDecision: string | null;
  readonly state: string;
  /** The state; an approved assignment is `coming`, `in-force` or `replaced` by a newer one. */
  readonly standing: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly proposedBy: string | null;
  readonly proposedAt: Date | null;
  readonly approver: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly withdrawnAt: Date | null;
  readonly retiredBy: string | null;
  readonly retiredAt: Date | null;
  /** Whether the current user may approve or reject it now. */
  readonly mine: boolean;
  /** Whether the current user created or proposed it. */
  readonly own: boolean;
}

/** Returns the factor assignments of the cooperative: proposals first, then drafts, at most 500. */
@Injectable()
export class ListAssignments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(): Promise<AssignmentRow[]> {
    return this.database.query<AssignmentRow>(
      `with standing as (select choice_id from factor_book.door_effective_assignment where choice_id is not null and $1::timestamptz::date between valid_from and valid_to)
       select c.id, c.kind, c.target,
         coalesce((select jsonb_build_object('nb', p.name_nb, 'nn', p.name_nn, 'en', p.name_en) from catalogue.door_product_group p where c.kind = 'product' and p.code = c.target),
                  (select jsonb_build_object('nb', k.name_nb, 'nn', k.name_nn, 'en', k.name_en) from catalogue.door_category k where c.kind = 'category' and k.code = c.target)) as "targetName",
         c.set_id as "setId", s.title as "setTitle", c.factor_id as "factorId", f.name as factor, f.value::text as value, f.unit, f.region, c.valid_from as "fromOn", c.valid_to as "untilOn", c.reason, c.foreign_factor_justification as "foreignDecision", c.state,
         case when c.state in ('approved', 'retired') and exists (select from standing a where a.choice_id = c.id) then 'in-force'
              when c.state = 'approved' and c.valid_from > $1::timestamptz::date then 'coming' when c.state = 'approved' then 'replaced' else c.state end as standing,
         (select p.name from identity.door_person p where p.id = c.created_by) as "createdBy", c.created_at as "createdAt",
         (select p.name from identity.door_person p where p.id = c.proposed_by) as "proposedBy", c.proposed_at as "proposedAt",
         (select p.name from identity.door_person p where p.id = c.assigned_approver_id) as approver, (select p.name from identity.door_person p where p.id = c.decided_by) as "decidedBy",
         c.decided_at as "decidedAt", c.decision_note as "decisionNote", c.withdrawn_at as "withdrawnAt", (select p.name from identity.door_person p where p.id = c.retired_by) as "retiredBy", c.retired_at as "retiredAt",
         (platform.person() = c.created_by or platform.person() is not distinct from c.proposed_by) as own,
         c.state = 'proposed' and platform.person() not in (c.created_by, c.proposed_by) and (c.assigned_approver_id = platform.person() or exists (
           select from factor_book.door_approval_delegation d where d.person_id = c.assigned_approver_id and d.delegate_id = platform.person() and $1::timestamptz::date between d.valid_from and d.valid_to))
           and not exists (select from identity.door_inviter_relation r where r.person_id = platform.person() and r.related_person_id in (c.created_by, c.proposed_by)) as mine
       from factor_book.factor_assignment c
       join factor_book.factor f on f.set_id = c.set_id and f.id = c.factor_id
       join factor_book.factor_set s on s.id = c.set_id
       order by array_position(array['proposed', 'draft', 'approved', 'retired', 'rejected', 'withdrawn'], c.state), c.id desc limit 500`,
      [this.clock.now()],
    );
  }
}

export interface Approver {
  readonly id: string;
  readonly name: string;
}

/**
 * Returns the possible approvers: contract managers and administrators of the cooperative, except the current user and
 * anyone in an invitation relation with them.
 */
@Injectable()
export class ListApprovers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(): Promise<Approver[]> {
    return this.database.query<Approver>(
      `select distinct p.id, p.name from identity.door_membership m
       join identity.door_organisation o on o.id = m.organisation_id and o.kind = 'cooperative'
       join identity.door_person p on p.id = m.person_id
       where m.ended_at is null and (m.ends_at is null or m.ends_at > $1) and m.role in ('contract-manager', 'administrator') and m.person_id is distinct from platform.person()
         and not exists (select from identity.door_inviter_relation r where r.person_id = m.person_id and r.related_person_id = platform.person())
       order by p.name`,
      [this.clock.now()],
    );
  }
}
