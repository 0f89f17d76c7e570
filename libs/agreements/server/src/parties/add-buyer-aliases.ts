import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { PartyRecord } from './party-record.ts';
import type { RuleOrigin } from './add-customer-number.ts';

export interface BuyerSiteName {
  readonly name: string;
  readonly orgNumber?: string | null;
}

/**
 * Adds names of buyers for the checks: a supplier's name for a buyer, and a buyer's sites. Takes effect from the next
 * check.
 */
@Injectable()
export class AddBuyerAliases {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly record: PartyRecord,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a supplier's name for a buyer. A different rule for the same text is revoked and stays listed. A rule that a
   * person revoked is not learned from reports again.
   */
  async addAlias(
    supplierId: string,
    text: string,
    buyerId: string,
    { siteId = null, origin = 'taught' }: { siteId?: string | null; origin?: RuleOrigin } = {},
  ): Promise<{ id: string }> {
    await this.record.require(supplierId, 'supplier');
    await this.record.require(buyerId, 'buyer');
    if (siteId) await this.record.requireSite(buyerId, siteId);
    const alias = text.trim();
    const current = await this.database.one<{ id: string; buyerId: string; siteId: string | null }>(
      'select id, buyer_id as "buyerId", site_id as "siteId" from agreements.buyer_alias where supplier_id = $1 and text = $2 and revoked_at is null for update',
      [supplierId, alias],
    );
    if (current?.buyerId === buyerId && current.siteId === siteId) return { id: current.id };
    if (origin === 'decided') {
      const undone = await this.database.one<{ id: string }>(
        'select id from agreements.buyer_alias where supplier_id = $1 and text = $2 and buyer_id = $3 and revoked_at is not null limit 1',
        [supplierId, alias, buyerId],
      );
      if (undone) return undone;
    }
    if (current)
      await this.database.query(
        'update agreements.buyer_alias set revoked_at = $2, revoked_by = platform.person() where id = $1',
        [current.id, this.clock.now()],
      );
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.buyer_alias (id, supplier_id, text, buyer_id, site_id, origin, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, supplierId, alias, buyerId, siteId, origin, this.clock.now()],
    );
    await this.record.recordChange(supplierId, 'alias', current ? { ...current, text: alias } : {}, {
      id,
      text: alias,
      buyerId,
      siteId,
      origin,
    });
    return { id };
  }

  async addSites(buyerId: string, sites: readonly BuyerSiteName[]): Promise<void> {
    await this.record.require(buyerId, 'buyer');
    for (const { name, orgNumber } of sites) {
      await this.database.query(
        `insert into agreements.buyer_site (id, buyer_id, name, org_number, created_at) values ($1, $2, $3, $4, $5)
         on conflict (cooperative_id, buyer_id, name) do update set org_number = excluded.org_number`,
        [uuidv7(this.clock.now()), buyerId, name.trim(), orgNumber ?? null, this.clock.now()],
      );
    }
    await this.audit.record({
      act: 'buyer-sites.added',
      subject: { kind: 'organisation', id: buyerId },
      details: { sites: sites.length },
    });
  }
}
