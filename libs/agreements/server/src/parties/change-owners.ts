import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { PartyRecord, rejectParty, requireValidDays } from './party-record.ts';

export interface BuyerOwner {
  readonly memberId: string;
  /** 0 to 1, decimal text. */
  readonly share?: string | null;
  readonly fromOn: string;
  readonly untilOn?: string | null;
}

/**
 * Changes the owners or members of an inter-municipal body. A new share begins a new period; earlier ones keep their
 * dates.
 */
@Injectable()
export class ChangeOwners {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
  ) {}

  async add(bodyId: string, { memberId, share = null, fromOn, untilOn = null }: BuyerOwner): Promise<void> {
    await this.record.require(bodyId, 'buyer');
    await this.record.require(memberId, 'buyer');
    requireValidDays(fromOn, untilOn);
    if (memberId === bodyId) rejectParty({ code: 'member-of-itself', path: 'memberId' });
    if (share !== null && Number(share) === 0) rejectParty({ code: 'share-is-nothing', path: 'share' });
    const same = await this.database.one<{ valid_from: string }>(
      `select valid_from from agreements.buyer_owner where buyer_id = $1 and owner_id = $2 and valid_from <= coalesce($4::date, 'infinity') and coalesce(valid_to, 'infinity') >= $3::date`,
      [bodyId, memberId, fromOn, untilOn],
    );
    if (same)
      rejectParty({ code: 'member-already', path: 'fromOn', params: { found: fromOn, expected: same.valid_from } });
    await this.#requireShares(bodyId, share, fromOn, untilOn);
    await this.database.query(
      `insert into agreements.buyer_type (buyer_id, kind) values ($1, 'iks') on conflict do nothing`,
      [bodyId],
    );
    await this.database.query(
      'insert into agreements.buyer_owner (buyer_id, owner_id, share, valid_from, valid_to) values ($1, $2, $3, $4, $5)',
      [bodyId, memberId, share, fromOn, untilOn],
    );
    await this.record.recordChange(bodyId, 'owner', {}, { memberId, share, fromOn, untilOn });
  }

  /** Sets the last day of an owner's latest period; null: until further notice. */
  async end(bodyId: string, memberId: string, untilOn: string | null): Promise<void> {
    const row = await this.database.one<{ fromOn: string; untilOn: string | null }>(
      `select valid_from as "fromOn", valid_to as "untilOn" from agreements.buyer_owner where buyer_id = $1 and owner_id = $2 order by valid_from desc limit 1 for update`,
      [bodyId, memberId],
    );
    if (!row) throw notFound('member');
    requireValidDays(row.fromOn, untilOn);
    await this.database.query(
      'update agreements.buyer_owner set valid_to = $4 where buyer_id = $1 and owner_id = $2 and valid_from = $3',
      [bodyId, memberId, row.fromOn, untilOn],
    );
    await this.record.recordChange(bodyId, 'owner', { memberId, ...row }, { memberId, ...row, untilOn });
  }

  /** Requires that the known shares never exceed 1 on any day. */
  async #requireShares(bodyId: string, share: string | null, fromOn: string, untilOn: string | null): Promise<void> {
    if (share === null) return;
    const days = await this.database.query<{ held: string }>(
      `select sum(m.share)::text as held
       from (select $2::date as day union select valid_from from agreements.buyer_owner where buyer_id = $1 and valid_from > $2::date and valid_from <= coalesce($3::date, 'infinity')) d
       join agreements.buyer_owner m on m.buyer_id = $1 and m.valid_from <= d.day and coalesce(m.valid_to, 'infinity') >= d.day
       group by d.day having sum(m.share) + $4::numeric > 1`,
      [bodyId, fromOn, untilOn, share],
    );
    if (days[0])
      rejectParty({ code: 'shares-over-whole', path: 'share', params: { found: share, held: days[0].held } });
  }
}
