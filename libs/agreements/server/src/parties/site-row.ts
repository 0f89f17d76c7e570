import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { rejectParty, requireValidDays } from './party-record.ts';

/** A site or department of a buyer. `untilOn` is the last day. */
export interface BuyerSite {
  readonly parentId: string | null;
  readonly kind: 'site' | 'department';
  readonly name: string;
  readonly orgNumber: string | null;
  readonly costCentre: string | null;
  readonly deliveryNames: readonly string[];
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

const READ_SITE_SQL = `select parent_id as "parentId", kind, name, org_number as "orgNumber", cost_centre as "costCentre", delivery_names as "deliveryNames", valid_from as "fromOn", valid_to as "untilOn"
  from agreements.buyer_site where buyer_id = $1 and id = $2`;

/** Reads, writes and validates sites of buyers. */
@Injectable()
export class SiteStore {
  constructor(private readonly database: Database) {}

  async read(buyerId: string, unitId: string): Promise<BuyerSite> {
    const row = await this.database.one<BuyerSite & Record<string, unknown>>(`${READ_SITE_SQL} for update`, [
      buyerId,
      unitId,
    ]);
    if (!row) throw notFound('site');
    return row;
  }

  async write(
    buyerId: string,
    unitId: string,
    { parentId, kind, name, orgNumber, costCentre, deliveryNames, fromOn, untilOn }: BuyerSite,
  ): Promise<void> {
    await this.database.query(
      `update agreements.buyer_site set parent_id = $3, kind = $4, name = $5, org_number = $6, cost_centre = $7, delivery_names = $8, valid_from = $9, valid_to = $10 where buyer_id = $1 and id = $2`,
      [buyerId, unitId, parentId, kind, name, orgNumber, costCentre, deliveryNames, fromOn, untilOn],
    );
  }

  /**
   * Requires that name and number are unused by other sites, and that the parent is another site of the same buyer, not
   * one below it.
   */
  async requireValid(buyerId: string, unit: BuyerSite, unitId: string | null): Promise<void> {
    requireValidDays(unit.fromOn, unit.untilOn);
    const other = await this.database.one<{ name: string }>(
      'select name from agreements.buyer_site where buyer_id = $1 and lower(name) = lower($2) and id is distinct from $3',
      [buyerId, unit.name, unitId],
    );
    if (other) rejectParty({ code: 'unit-known', path: 'name', params: { found: unit.name, expected: other.name } });
    if (unit.orgNumber) await this.#requireOwnNumber(unit.orgNumber, unitId);
    if (unit.parentId) await this.#requireAbove(buyerId, unit, unit.parentId, unitId);
  }

  async #requireOwnNumber(number: string, unitId: string | null): Promise<void> {
    const owner = await this.database.one<{ name: string; main: boolean }>(
      `select name, true as main from identity.door_current_organisation where org_number = $1
       union all select name, false from agreements.buyer_site where org_number = $1 and id is distinct from $2 limit 1`,
      [number, unitId],
    );
    if (owner)
      rejectParty({
        code: owner.main ? 'org-number-of-organisation' : 'org-number-of-unit',
        path: 'orgNumber',
        params: { found: number, expected: owner.name },
      });
  }

  async #requireAbove(buyerId: string, unit: BuyerSite, parentId: string, unitId: string | null): Promise<void> {
    const above = await this.database.query<{ id: string }>(
      `with recursive above as (
         select id, parent_id from agreements.buyer_site where buyer_id = $1 and id = $2
         union select s.id, s.parent_id from agreements.buyer_site s join above a on s.id = a.parent_id)
       select id from above`,
      [buyerId, parentId],
    );
    if (above.length === 0) throw notFound('site');
    if (above.some(({ id }) => id === unitId))
      rejectParty({ code: 'unit-above-itself', path: 'parentId', params: { found: unit.name } });
  }
}
