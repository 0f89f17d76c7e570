import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { withChanges, PartyRecord, rejectParty, requireValidDays } from './party-record.ts';

export interface CustomerNumber {
  readonly number: string;
  readonly buyerId: string;
  readonly siteId?: string | null;
  readonly fromOn?: string | null;
  readonly untilOn?: string | null;
}

export type RuleOrigin = 'taught' | 'imported' | 'decided';

/** Adds a supplier's number for a customer, with its validity. */
@Injectable()
export class AddCustomerNumber {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
    private readonly clock: Clock,
  ) {}

  async run(
    supplierId: string,
    { number, buyerId, siteId = null, fromOn = null, untilOn = null }: CustomerNumber,
    origin: RuleOrigin = 'taught',
  ): Promise<{ id: string }> {
    await this.record.require(supplierId, 'supplier');
    await this.record.require(buyerId, 'buyer');
    if (siteId) await this.record.requireSite(buyerId, siteId);
    requireValidDays(fromOn, untilOn);
    const written = number.trim();
    await this.requireUnused(supplierId, { number: written, fromOn, untilOn }, null);
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.customer_number (id, supplier_id, number, buyer_id, site_id, origin, valid_from, valid_to, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, supplierId, written, buyerId, siteId, origin, fromOn, untilOn, this.clock.now()],
    );
    await this.record.recordChange(
      supplierId,
      'customer-number',
      {},
      { id, number: written, buyerId, siteId, fromOn, untilOn, origin },
    );
    return { id };
  }

  /** Changes the validity. Assigning the number to another customer is a separate rule. */
  async change(
    supplierId: string,
    id: string,
    change: { readonly fromOn?: string | null; readonly untilOn?: string | null },
  ): Promise<void> {
    const before = await this.database.one<{ number: string; fromOn: string | null; untilOn: string | null }>(
      'select number, valid_from as "fromOn", valid_to as "untilOn" from agreements.customer_number where supplier_id = $1 and id = $2 for update',
      [supplierId, id],
    );
    if (!before) throw notFound('customer-number');
    const next = withChanges(before, change);
    requireValidDays(next.fromOn, next.untilOn);
    await this.requireUnused(supplierId, next, id);
    await this.database.query(
      'update agreements.customer_number set valid_from = $3, valid_to = $4 where supplier_id = $1 and id = $2',
      [supplierId, id, next.fromOn, next.untilOn],
    );
    await this.record.recordChange(supplierId, 'customer-number', { id, ...before }, { id, ...next });
  }

  /** Requires that a number belongs to only one customer on a day. */
  async requireUnused(
    supplierId: string,
    {
      number,
      fromOn,
      untilOn,
    }: { readonly number: string; readonly fromOn: string | null; readonly untilOn: string | null },
    id: string | null,
  ): Promise<void> {
    const existing = await this.database.one<{ name: string }>(
      `select o.name from agreements.customer_number n join identity.door_organisation o on o.cooperative_id = n.cooperative_id and o.id = n.buyer_id
       where n.supplier_id = $1 and n.number = $2 and n.revoked_at is null and n.id is distinct from $5
         and coalesce(n.valid_from, '-infinity') <= coalesce($4::date, 'infinity') and coalesce(n.valid_to, 'infinity') >= coalesce($3::date, '-infinity')`,
      [supplierId, number, fromOn, untilOn, id],
    );
    if (existing)
      rejectParty({ code: 'customer-number-held', path: 'number', params: { found: number, expected: existing.name } });
  }
}
