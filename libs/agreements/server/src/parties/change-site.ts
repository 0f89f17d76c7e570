import { Injectable } from '@nestjs/common';
import { normaliseSite } from './add-site.ts';
import { withChanges, PartyRecord } from './party-record.ts';
import { SiteStore, type BuyerSite } from './site-row.ts';

/** Changes or ends a site of a buyer; the audit log has the previous values. Changes only the given fields. */
@Injectable()
export class ChangeSite {
  constructor(
    private readonly record: PartyRecord,
    private readonly units: SiteStore,
  ) {}

  async run(buyerId: string, unitId: string, change: Partial<BuyerSite>): Promise<void> {
    await this.record.require(buyerId, 'buyer');
    const before = await this.units.read(buyerId, unitId);
    const number =
      change.orgNumber === undefined || change.orgNumber === before.orgNumber
        ? before.orgNumber
        : await this.record.parseOrgNumber(change.orgNumber);
    const next = normaliseSite(withChanges(before, { ...change, orgNumber: number }));
    await this.units.requireValid(buyerId, next, unitId);
    await this.units.write(buyerId, unitId, next);
    await this.record.recordChange(buyerId, 'site', { id: unitId, ...before }, { id: unitId, ...next });
  }
}
