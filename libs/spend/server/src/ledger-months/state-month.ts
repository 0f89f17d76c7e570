import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { osloDate, uuidv7 } from '@tallgrunn/values';

export interface MonthStatement {
  readonly isComplete: boolean;
  readonly reason: string;
}

/**
 * Stores a statement that a month of a buyer's ledger is complete or incomplete. The newest statement applies and
 * overrides what follows from the files.
 */
@Injectable()
export class StoreMonthStatement {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param month YYYY-MM, an accounting period that has begun
   * @throws Problem 'not-found' (404) · 'body-invalid' (400) · 'month-not-loaded' (409) when no ledger of the month is
   * loaded
   */
  async run(buyerId: string | null, month: string, { isComplete, reason }: MonthStatement): Promise<{ id: string }> {
    if (buyerId === null) throw new Problem(400, 'body-invalid', {}, [{ code: 'buyerId', path: 'buyerId' }]);
    const now = this.clock.now();
    const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && month <= osloDate(now).slice(0, 7);
    if (!isMonth)
      throw new Problem(400, 'body-invalid', {}, [
        { code: 'month', path: 'month', params: { found: month.slice(0, 20) } },
      ]);
    const buyer = await this.database.one(
      `select 1 from identity.door_current_organisation where id = $1 and kind = 'buyer'`,
      [buyerId],
    );
    if (!buyer) throw notFound('buyer');
    const loaded = await this.database.one(
      'select 1 from spend.ledger_coverage where buyer_id = $1 and month = $2 limit 1',
      [buyerId, month],
    );
    if (!loaded) throw new Problem(409, 'month-not-loaded', { month });
    const id = uuidv7(now);
    await this.database.query(
      `insert into spend.month_statement (id, buyer_id, month, is_complete, reason, stated_by, stated_at)
       values ($1, $2, $3, $4, $5, platform.person(), $6)`,
      [id, buyerId, month, isComplete, reason.trim(), now],
    );
    const act = isComplete ? 'spend.month-stated-complete' : 'spend.month-stated-incomplete';
    await this.audit.record({
      act,
      subject: { kind: 'buyer', id: buyerId },
      details: { month, reason: reason.trim() },
    });
    return { id };
  }
}
