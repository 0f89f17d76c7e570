import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface SupplierLedgerNumbers {
  readonly buyerId: string;
  readonly buyer: string;
  /** The buyer's ledger numbers of organisations. */
  readonly numbers: readonly string[];
}

/** Returns the ledger numbers of suppliers known to be organisations, from ledgers and supplier masters. */
@Injectable()
export class ListSupplierMaster {
  constructor(private readonly database: Database) {}

  run(): Promise<SupplierLedgerNumbers[]> {
    return this.database.query<SupplierLedgerNumbers & Record<string, unknown>>(
      `select n.buyer_id as "buyerId", o.name as buyer, array_agg(n.seller_number order by n.seller_number) as numbers
       from spend.supplier_ledger_number n
       join identity.door_organisation o on o.cooperative_id = n.cooperative_id and o.id = n.buyer_id
       group by n.buyer_id, o.name order by o.name`,
    );
  }
}
