import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface CoverageRow {
  readonly buyerId: string;
  readonly buyer: string;
  readonly month: string;
  readonly postings: number;
}

/** Returns the loaded ledger months per buyer. */
@Injectable()
export class ListLedgerCoverage {
  constructor(private readonly database: Database) {}

  run(): Promise<CoverageRow[]> {
    return this.database.query<CoverageRow>(
      `select c.buyer_id as "buyerId", o.name as buyer, c.month, c.postings
       from spend.door_ledger_coverage c
       join identity.door_organisation o on o.cooperative_id = c.cooperative_id and o.id = c.buyer_id
       order by o.name, c.month`,
    );
  }
}
