import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';

interface Owner {
  readonly supplierId: string;
  readonly agreementId: string;
}

/** Customers that suppliers have marked as outside the cooperative, by the hash of their names. */
@Injectable()
export class ExcludedCustomerStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({ supplierId, agreementId }: Owner): Promise<string[]> {
    const rows = await this.database.query<{ hash: string }>(
      'select customer_hash as hash from reporting.excluded_customer where supplier_id = $1 and agreement_id = $2 and revoked_at is null order by customer_hash',
      [supplierId, agreementId],
    );
    return rows.map(({ hash }) => hash);
  }

  /** Adds the excluded customers and revokes those now included. */
  async save(
    { supplierId, agreementId }: Owner,
    { excluded = [], included = [] }: { readonly excluded?: readonly string[]; readonly included?: readonly string[] },
  ): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `insert into reporting.excluded_customer (supplier_id, agreement_id, customer_hash, created_at)
       select $1, $2, hash, $4 from unnest($3::text[]) as hash
       on conflict (cooperative_id, supplier_id, agreement_id, customer_hash) do update set revoked_at = null`,
      [supplierId, agreementId, [...new Set(excluded)], now],
    );
    await this.database.query(
      'update reporting.excluded_customer set revoked_at = $4 where supplier_id = $1 and agreement_id = $2 and customer_hash = any($3) and revoked_at is null',
      [supplierId, agreementId, [...included], now],
    );
  }
}
