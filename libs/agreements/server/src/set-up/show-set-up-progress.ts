import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';

/** Progress of a cooperative's set-up before suppliers can report. Ended agreements and parties are not counted. */
export interface SetUpProgress {
  readonly contractManagers: number;
  readonly buyers: number;
  /** Buyers without a user and without an open invitation. */
  readonly buyersNotInvited: number;
  readonly agreements: number;
  readonly withoutTerms: number;
  readonly withoutPrices: number;
  readonly suppliers: number;
  readonly suppliersNotInvited: number;
  readonly suppliersWithUsers: number;
}

const PROGRESS = `
  with running as (
    select a.cooperative_id, a.id from agreements.agreement a where a.ends_on is null or a.ends_on >= $1::date
  ), served as (
    select m.cooperative_id, m.organisation_id from identity.door_membership m where m.ended_at is null and (m.ends_at is null or m.ends_at > $2)
  ), reached as (
    select cooperative_id, organisation_id from served
    union select i.cooperative_id, i.organisation_id from identity.door_invitation i where i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $2
  ), supplier as (
    select distinct s.cooperative_id, s.supplier_id as id from agreements.agreement_supplier s
    join running r on r.cooperative_id = s.cooperative_id and r.id = s.agreement_id where s.valid_to is null or s.valid_to >= $1::date
  ), buyer as (
    select o.cooperative_id, o.id from identity.door_current_organisation o where o.kind = 'buyer'
  )
  select
    (select count(distinct m.person_id)::int from identity.door_membership m where m.role = 'contract-manager' and m.ended_at is null and (m.ends_at is null or m.ends_at > $2)) as "contractManagers",
    (select count(*)::int from buyer) as buyers,
    (select count(*)::int from buyer b where not exists (select from reached x where x.cooperative_id = b.cooperative_id and x.organisation_id = b.id)) as "buyersNotInvited",
    (select count(*)::int from running) as agreements,
    (select count(*)::int from running r where not exists (select from agreements.terms_version t where t.cooperative_id = r.cooperative_id and t.agreement_id = r.id)) as "withoutTerms",
    (select count(*)::int from running r where not exists (select from agreements.price_version p where p.cooperative_id = r.cooperative_id and p.agreement_id = r.id)) as "withoutPrices",
    (select count(*)::int from supplier) as suppliers,
    (select count(*)::int from supplier s where not exists (select from reached x where x.cooperative_id = s.cooperative_id and x.organisation_id = s.id)) as "suppliersNotInvited",
    (select count(*)::int from supplier s where exists (select from served x where x.cooperative_id = s.cooperative_id and x.organisation_id = s.id)) as "suppliersWithUsers"`;

/** Counts what is set up and what is missing before suppliers can report. */
@Injectable()
export class ShowSetUpProgress {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<SetUpProgress> {
    const [progress] = await this.database.query<SetUpProgress & Record<string, unknown>>(PROGRESS, [
      osloDate(this.clock.now()),
      this.clock.now(),
    ]);
    return progress as SetUpProgress;
  }
}
