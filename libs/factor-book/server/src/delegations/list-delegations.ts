import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';

export interface DelegationRow {
  readonly id: string;
  readonly personId: string;
  readonly person: string | null;
  readonly deputyId: string;
  readonly deputy: string | null;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly endedOn: string | null;
  readonly namedBy: string | null;
  readonly namedAt: Date;
  readonly standing: 'coming' | 'now' | 'over';
  /** Whether the current user may end it. */
  readonly mine: boolean;
}

/** Returns the approval delegations: current first, then future, then past, at most 200. */
@Injectable()
export class ListDelegations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(): Promise<DelegationRow[]> {
    return this.database.query<DelegationRow>(
      `select d.id, d.person_id as "personId", a.name as person, d.delegate_id as "deputyId", b.name as deputy, d.valid_from as "fromOn", d.valid_to as "untilOn", d.ended_on as "endedOn", c.name as "namedBy", d.decided_at as "namedAt",
         s.standing, s.standing <> 'over' and platform.person() in (d.person_id, d.delegate_id, d.decided_by) as mine
       from factor_book.approval_delegation d
       cross join lateral (
         select case when d.ended_on is not null or d.valid_to < $1::timestamptz::date then 'over' when d.valid_from > $1::timestamptz::date then 'coming' else 'now' end as standing
       ) s
       left join identity.door_person a on a.id = d.person_id
       left join identity.door_person b on b.id = d.delegate_id
       left join identity.door_person c on c.id = d.decided_by
       order by array_position(array['now', 'coming', 'over'], s.standing), d.valid_from desc, d.id desc limit 200`,
      [this.clock.now()],
    );
  }
}
