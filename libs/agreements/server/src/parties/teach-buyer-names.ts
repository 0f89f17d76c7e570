import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

export interface BuyerSite {
  readonly name: string;
  readonly orgNumber?: string | null;
}

/** Teaches the checks what buyers are called: a supplier's own name for one, and the places that belong to one. Acts on the next check. */
@Injectable()
export class TeachBuyerNames {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async addAlias(supplierId: string, text: string, buyerId: string): Promise<void> {
    await this.#requireBuyer(buyerId);
    await this.database.query(
      `insert into agreements.buyer_alias (id, supplier_id, text, buyer_id, created_at) values ($1, $2, $3, $4, $5)
       on conflict (cooperative_id, supplier_id, text) where undone_at is null do update set buyer_id = excluded.buyer_id`,
      [uuidv7(this.clock.now()), supplierId, text.trim(), buyerId, this.clock.now()],
    );
    await this.audit.record({ act: 'buyer-alias.taught', subject: { kind: 'organisation', id: buyerId }, details: { supplierId } });
  }

  async addSites(buyerId: string, sites: readonly BuyerSite[]): Promise<void> {
    await this.#requireBuyer(buyerId);
    for (const { name, orgNumber } of sites) {
      await this.database.query(
        `insert into agreements.buyer_site (id, buyer_id, name, org_number, created_at) values ($1, $2, $3, $4, $5)
         on conflict (cooperative_id, buyer_id, name) do update set org_number = excluded.org_number`,
        [uuidv7(this.clock.now()), buyerId, name.trim(), orgNumber ?? null, this.clock.now()],
      );
    }
    await this.audit.record({ act: 'buyer-sites.taught', subject: { kind: 'organisation', id: buyerId }, details: { sites: sites.length } });
  }

  async #requireBuyer(buyerId: string): Promise<void> {
    if (!(await this.database.one(`select 1 from identity.door_organisation where id = $1 and kind = 'buyer'`, [buyerId]))) throw notFound('buyer');
  }
}
