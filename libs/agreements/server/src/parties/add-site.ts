import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { PartyRecord } from './party-record.ts';
import { SiteStore, type BuyerSite } from './site-row.ts';

export type NewSite = Pick<BuyerSite, 'name'> & Partial<BuyerSite>;

/**
 * Adds a site or department to a buyer. Its organisation number must be a sub-entity (underenhet); the buyer's main
 * number is rejected.
 */
@Injectable()
export class AddSite {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
    private readonly units: SiteStore,
    private readonly clock: Clock,
  ) {}

  async run(buyerId: string, given: NewSite): Promise<{ id: string }> {
    await this.record.require(buyerId, 'buyer');
    const unit = normaliseSite({
      parentId: null,
      kind: 'site',
      costCentre: null,
      deliveryNames: [],
      fromOn: null,
      untilOn: null,
      ...given,
      orgNumber: await this.record.parseOrgNumber(given.orgNumber),
    });
    await this.units.requireValid(buyerId, unit, null);
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.buyer_site (id, buyer_id, name, created_at) values ($1, $2, $3, $4)',
      [id, buyerId, unit.name, this.clock.now()],
    );
    await this.units.write(buyerId, id, unit);
    await this.record.recordChange(buyerId, 'site', {}, { id, ...unit });
    return { id };
  }
}

/** Removes extra spaces and duplicate delivery names. */
export function normaliseSite(unit: BuyerSite): BuyerSite {
  const names = unit.deliveryNames.map((name) => name.trim()).filter((name) => name !== '');
  return {
    ...unit,
    name: unit.name.trim(),
    costCentre: unit.costCentre?.trim() || null,
    deliveryNames: [...new Set(names)],
  };
}
