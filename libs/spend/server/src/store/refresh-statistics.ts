import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Growth of a table after which statistics are refreshed. */
const GROWTH = 0.2;

/**
 * Refreshes the planner's statistics when a line table has grown by a fifth. Without it, the planner assumes empty
 * tables until autovacuum runs. Runs in its own transaction, because it blocks other imports.
 */
@Injectable()
export class RefreshStatistics {
  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    const grown = await this.database.one(
      `select 1 from pg_class c
       where c.oid in ('spend.posting'::regclass, 'spend.invoice_line'::regclass, 'spend.matched_invoice_line'::regclass)
         and pg_relation_size(c.oid) > 0 and (c.reltuples < 0 or pg_relation_size(c.oid) > c.relpages * 8192::bigint * ${1 + GROWTH})`,
    );
    if (!grown) return;
    await this.database.query(
      'analyze spend.invoice, spend.invoice_line, spend.posting, spend.ledger_coverage, spend.invoice_match, spend.matched_posting, spend.matched_invoice_line',
    );
  }
}
