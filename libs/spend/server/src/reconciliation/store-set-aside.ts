import { Injectable } from '@nestjs/common';
import type { ExcludedRows, StatedBalanceChange } from '@tallgrunn/formats';
import { Clock, Database } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import { uuidv7 } from '@tallgrunn/values';
import type { Batch } from '../batch.ts';

/** Stores the excluded rows of a ledger file by account and month, and the balance changes stated in the file. */
@Injectable()
export class StoreExcludedRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param month month of the file as stated by the sender, for rows without one */
  async run(
    batch: Pick<Batch, 'id' | 'buyer_id' | 'file_name'>,
    month: string | null,
    excluded: readonly ExcludedRows[],
    stated: readonly StatedBalanceChange[],
  ): Promise<void> {
    const rows = excluded.map(({ account, period, ...one }) => ({
      ...one,
      period: period ?? month,
      system: account?.system ?? null,
      code: account?.code ?? null,
    }));
    await this.database.query(
      `insert into spend.set_aside (batch_id, sequence_no, buyer_id, reason, account_system, account_code, account_name, period, closing, currency, row_count, unread_count, amount, sheet, first_row, last_row)
       select $1, row_number() over ()::int, $2, s.reason, s.system, s.code, s."accountName", s.period, s.closing, s.currency, s.rows, s.unread, s.amount, s.sheet, s."firstRow", s."lastRow"
       from jsonb_to_recordset($3::jsonb) as s (reason text, system text, code text, "accountName" text, period text, closing boolean, currency text, rows int, unread int, amount numeric, sheet text, "firstRow" int, "lastRow" int)`,
      [batch.id, batch.buyer_id, jsonbText(rows)],
    );
    if (batch.buyer_id === null) return;
    const now = this.clock.now();
    const totals = stated.map(({ account, ...one }) => ({ ...one, ...account, id: uuidv7(now) }));
    await this.database.query(
      `insert into spend.ledger_total (id, buyer_id, batch_id, account_system, account_code, account_name, from_period, to_period, amount, currency, source, stated_at)
       select t.id, $2, $1, t.system, t.code, t.name, t."from", t."to", t.amount, t.currency, $4, $5
       from jsonb_to_recordset($3::jsonb) as t (id uuid, system text, code text, name text, "from" text, "to" text, amount numeric, currency text)`,
      [batch.id, batch.buyer_id, jsonbText(totals), batch.file_name, now],
    );
  }
}
