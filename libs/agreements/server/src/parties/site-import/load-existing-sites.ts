import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { PartyRecord } from '../party-record.ts';
import type { BuyerSite } from '../site-row.ts';
import { siteKey, type ExistingCustomerNumber, type ExistingSites } from './existing-sites.ts';
import { LoadParties } from './load-parties.ts';

interface SiteRecord extends BuyerSite, Record<string, unknown> {
  readonly id: string;
  readonly buyerId: string;
}

/** Loads every party, site and customer number in force. */
@Injectable()
export class LoadExistingSites {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
    private readonly parties: LoadParties,
  ) {}

  async run(): Promise<ExistingSites> {
    const parties = await this.parties.run();
    const units = await this.database.query<SiteRecord>(
      `select id, buyer_id as "buyerId", parent_id as "parentId", kind, name, org_number as "orgNumber", cost_centre as "costCentre", delivery_names as "deliveryNames", valid_from as "fromOn", valid_to as "untilOn"
       from agreements.buyer_site order by name, id`,
    );
    const keys = new Map(units.map(({ id, buyerId, name }) => [id, siteKey(buyerId, name)]));
    const numbers = await this.database.query<
      Omit<ExistingCustomerNumber, 'unit'> & { readonly siteId: string | null }
    >(
      `select supplier_id as "supplierId", number, buyer_id as "buyerId", site_id as "siteId", valid_from as "fromOn", valid_to as "untilOn" from agreements.customer_number where revoked_at is null order by id`,
    );
    return {
      parties,
      units: new Map(
        units.map(({ id, buyerId, ...unit }) => [
          keys.get(id) ?? '',
          {
            key: keys.get(id) ?? '',
            buyerId,
            id,
            before: unit,
            next: unit,
            parent: unit.parentId && (keys.get(unit.parentId) ?? null),
          },
        ]),
      ),
      numbers: numbers.map(({ siteId, ...number }) => ({ ...number, unit: siteId && (keys.get(siteId) ?? null) })),
      testNumbers: await this.record.acceptsTestNumbers(),
    };
  }
}
