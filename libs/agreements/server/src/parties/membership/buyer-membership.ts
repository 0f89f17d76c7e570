import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { AddParticipation } from '../../register/add-participation.ts';
import { EndParticipation } from '../../register/end-participation.ts';
import { PartyRecord } from '../party-record.ts';

export interface MembershipAgreement {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly lastDay: string | null;
}

/** The effect of a buyer joining or leaving on a day. */
export interface MembershipEffect {
  readonly agreements: readonly MembershipAgreement[];
  /** Participations that begin after the day; they must be ended individually. */
  readonly later: readonly MembershipAgreement[];
  /** Users who keep access until an administrator ends it. */
  readonly users: readonly string[];
}

const LEAVING_SQL = `
  select a.id, a.number, a.title, p.valid_to as "lastDay", p.valid_from > $2::date as later
  from agreements.participation p join agreements.agreement a on a.cooperative_id = p.cooperative_id and a.id = p.agreement_id
  where p.buyer_id = $1 and (p.valid_to is null or p.valid_to > $2::date) order by a.number`;

const JOINING_SQL = `
  select a.id, a.number, a.title, a.ends_on as "lastDay" from agreements.agreement a
  where (a.ends_on is null or a.ends_on >= $2::date) and not exists (
    select from agreements.participation p where p.cooperative_id = a.cooperative_id and p.agreement_id = a.id and p.buyer_id = $1 and coalesce(p.valid_to, 'infinity') >= $2::date)
  order by a.number`;

/** Agreements whose latest participation of the buyer ends before the agreement does. */
const LEFT_SQL = `
  select a.id, a.number, a.title, p.last_day as "lastDay", a.ends_on as "endsOn" from agreements.agreement a
  join lateral (
    select p.valid_to as last_day from agreements.participation p where p.cooperative_id = a.cooperative_id and p.agreement_id = a.id and p.buyer_id = $1
    order by p.valid_from desc limit 1) p on p.last_day is not null and p.last_day < coalesce(a.ends_on, 'infinity')
  where a.ends_on is null or a.ends_on >= $2::date order by p.last_day desc, a.number`;

const USERS_SQL = `
  select distinct p.name from identity.door_membership m join identity.door_person p on p.cooperative_id = m.cooperative_id and p.id = m.person_id
  where m.organisation_id = $1 and m.ended_at is null and (m.ends_at is null or m.ends_at > $2) order by p.name`;

/** Lets a buyer join or leave all agreements on a day, in one step. Earlier participations remain. */
@Injectable()
export class BuyerMembership {
  constructor(
    private readonly database: Database,
    private readonly parties: PartyRecord,
    private readonly endings: EndParticipation,
    private readonly beginnings: AddParticipation,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404) */
  async previewLeave(buyerId: string, lastDay: string): Promise<MembershipEffect> {
    await this.parties.require(buyerId, 'buyer');
    const rows = await this.database.query<MembershipAgreement & { later: boolean }>(LEAVING_SQL, [buyerId, lastDay]);
    const bare = ({ id, number, title, lastDay: until }: MembershipAgreement) => ({
      id,
      number,
      title,
      lastDay: until,
    });
    return {
      agreements: rows.filter(({ later }) => !later).map(bare),
      later: rows.filter(({ later }) => later).map(bare),
      users: await this.#users(buyerId),
    };
  }

  /** @throws Problem 'not-found' (404); 'agreement-invalid' (422) when the buyer participates in nothing on that day */
  async leave(buyerId: string, lastDay: string): Promise<MembershipEffect> {
    const effect = await this.previewLeave(buyerId, lastDay);
    if (effect.agreements.length === 0) rejectMembership('nothing-to-leave', lastDay);
    for (const { id } of effect.agreements) await this.endings.run(id, buyerId, lastDay);
    await this.parties.recordChange(buyerId, 'membership', {}, { lastDay, agreements: effect.agreements.length });
    return effect;
  }

  /**
   * Returns the current and future agreements in which the buyer does not participate from the day on.
   * @throws Problem 'not-found' (404)
   */
  async previewJoin(buyerId: string, firstDay: string): Promise<MembershipEffect> {
    await this.parties.require(buyerId, 'buyer');
    const agreements = await this.database.query<MembershipAgreement & Record<string, unknown>>(JOINING_SQL, [
      buyerId,
      firstDay,
    ]);
    return { agreements, later: [], users: await this.#users(buyerId) };
  }

  /** @throws Problem 'not-found' (404); 'agreement-invalid' (422) for an agreement that the buyer cannot join */
  async join(buyerId: string, firstDay: string, agreementIds: readonly string[]): Promise<MembershipEffect> {
    const effect = await this.previewJoin(buyerId, firstDay);
    const chosen = effect.agreements.filter(({ id }) => agreementIds.includes(id));
    if (chosen.length === 0 || chosen.length < new Set(agreementIds).size)
      rejectMembership('nothing-to-join', firstDay);
    for (const { id } of chosen) await this.beginnings.run(id, { buyerId, fromOn: await this.#firstDay(id, firstDay) });
    await this.parties.recordChange(buyerId, 'membership', {}, { firstDay, agreements: chosen.length });
    return { ...effect, agreements: chosen };
  }

  /** Returns the first day of the participation: that of the agreement when it starts later. */
  async #firstDay(agreementId: string, firstDay: string): Promise<string> {
    const row = await this.database.one<{ starts_on: string }>(
      'select starts_on from agreements.agreement where id = $1',
      [agreementId],
    );
    return row && row.starts_on > firstDay ? row.starts_on : firstDay;
  }

  /**
   * Returns the agreements in force that the buyer leaves, or has left, before they end.
   * @throws Problem 'not-found' (404)
   */
  async listLeft(buyerId: string): Promise<(MembershipAgreement & { readonly endsOn: string | null })[]> {
    await this.parties.require(buyerId, 'buyer');
    return this.database.query(LEFT_SQL, [buyerId, osloDate(this.clock.now())]);
  }

  /**
   * Undoes a leave: the buyer takes part until the agreements end, as if it had not left.
   * @throws Problem 'not-found' (404); 'agreement-invalid' (422) when the buyer leaves nothing on that day
   */
  async undoLeave(buyerId: string, lastDay: string): Promise<void> {
    const left = (await this.listLeft(buyerId)).filter((each) => each.lastDay === lastDay);
    if (left.length === 0) rejectMembership('nothing-to-leave', lastDay);
    for (const { id, endsOn } of left) await this.endings.run(id, buyerId, endsOn);
    await this.parties.recordChange(buyerId, 'membership', { lastDay }, { lastDay: null, agreements: left.length });
  }

  async #users(buyerId: string): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(USERS_SQL, [buyerId, this.clock.now()]);
    return rows.map(({ name }) => name);
  }
}

function rejectMembership(code: string, day: string): never {
  throw new Problem(422, 'agreement-invalid', {}, [{ code, path: 'day', params: { found: day } }]);
}
