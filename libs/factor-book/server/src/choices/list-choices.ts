import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { ChoiceKind } from './draft-choice.ts';

type Said = { readonly nb: string; readonly nn: string; readonly en: string };

export interface ChoiceRow {
  readonly id: string;
  readonly kind: ChoiceKind;
  readonly target: string;
  readonly targetName: Said | null;
  readonly setId: string;
  readonly setTitle: Said;
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
  readonly createdBy: string | null;
  readonly proposedBy: string | null;
  readonly approver: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  /** Whether whoever asks may decide on it now. */
  readonly mine: boolean;
}

/** Every choice of factor of the cooperative, what waits first. */
@Injectable()
export class ListChoices {
  constructor(private readonly database: Database) {}

  run(): Promise<ChoiceRow[]> {
    return this.database.query<ChoiceRow>(
      `select c.id, c.kind, c.target,
         coalesce((select jsonb_build_object('nb', p.name_nb, 'nn', p.name_nn, 'en', p.name_en) from catalogue.door_product p where c.kind = 'product' and p.code = c.target),
                  (select jsonb_build_object('nb', k.name_nb, 'nn', k.name_nn, 'en', k.name_en) from catalogue.door_category k where c.kind = 'category' and k.code = c.target)) as "targetName",
         c.set_id as "setId", s.title as "setTitle", c.factor_id as "factorId", f.name as factor, f.value::text as value, f.unit, f.region, c.from_on as "fromOn", c.until_on as "untilOn", c.reason, c.foreign_decision as "foreignDecision", c.state,
         (select p.name from identity.door_person p where p.id = c.created_by) as "createdBy", (select p.name from identity.door_person p where p.id = c.proposed_by) as "proposedBy",
         (select p.name from identity.door_person p where p.id = c.approver_id) as approver, (select p.name from identity.door_person p where p.id = c.decided_by) as "decidedBy",
         c.decided_at as "decidedAt", c.decision_note as "decisionNote",
         c.state = 'proposed' and platform.person() not in (c.created_by, c.proposed_by) and (c.approver_id = platform.person() or exists (
           select from factor_book.deputy d where d.person_id = c.approver_id and d.deputy_id = platform.person() and current_date between d.from_on and d.until_on)) as mine
       from factor_book.choice c
       join factor_book.factor f on f.set_id = c.set_id and f.id = c.factor_id
       join factor_book.factor_set s on s.id = c.set_id
       order by array_position(array['proposed', 'draft', 'approved', 'retired', 'rejected'], c.state), c.id desc limit 500`,
    );
  }
}

export interface Approver {
  readonly id: string;
  readonly name: string;
}

/** Who can be asked to be the second person: those of the cooperative who may, but for whoever asks. */
@Injectable()
export class ListApprovers {
  constructor(private readonly database: Database) {}

  run(): Promise<Approver[]> {
    return this.database.query<Approver>(
      `select distinct p.id, p.name from identity.door_membership m
       join identity.door_organisation o on o.id = m.organisation_id and o.kind = 'cooperative'
       join identity.door_person p on p.id = m.person_id
       where m.ended_at is null and m.role in ('contract-manager', 'administrator') and m.person_id is distinct from platform.person()
       order by p.name`,
    );
  }
}
