import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Growth since the last look after which the planner is told anew. */
const GROWTH = 0.2;

/**
 * Tells the planner what the line tables hold, when they have grown by a fifth: it would otherwise take them for empty until the
 * database's own housekeeping comes by. In a unit of its own, because it holds other imports back while it lasts.
 */
@Injectable()
export class RefreshStatistics {
  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    const grown = await this.database.one(
      `select 1 from pg_class c
       where c.oid in ('spend.posting'::regclass, 'spend.invoice_line'::regclass, 'spend.tied_line'::regclass)
         and pg_relation_size(c.oid) > 0 and (c.reltuples < 0 or pg_relation_size(c.oid) > c.relpages * 8192::bigint * ${1 + GROWTH})`,
    );
    if (!grown) return;
    await this.database.query(
      'analyze spend.invoice, spend.invoice_line, spend.posting, spend.coverage, spend.tie, spend.tied_posting, spend.tied_line',
    );
  }
}
