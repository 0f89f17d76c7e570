import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem, type Issue } from '@tallgrunn/platform';
import { isDecimal, osloDate, signOf, uuidv7 } from '@tallgrunn/values';
import { AgreementRecord } from './agreement-record.ts';

/** Sales of a supplier before the month, excluding VAT, in the currency of the agreement. */
export interface OpeningAmount {
  readonly supplierId: string;
  /** Null for the whole agreement. */
  readonly lotId: string | null;
  readonly amount: string;
}

export interface OpeningAmounts {
  /** YYYY-MM: the amounts cover everything called off before it. */
  readonly beforeMonth: string;
  readonly source: string;
  /** Date of the source. */
  readonly sourceOn: string;
  readonly amounts: readonly OpeningAmount[];
}

/**
 * Stores the amounts called off an agreement before the ledger here begins. Earlier statements for the same supplier
 * and lot are retained but no longer count.
 */
@Injectable()
export class StateOpeningAmounts {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404); 'agreement-invalid' (422) with each invalid amount */
  async run(agreementId: string, { beforeMonth, source, sourceOn, amounts }: OpeningAmounts): Promise<void> {
    const { startsOn } = await this.record.lockForUpdate(agreementId);
    const now = this.clock.now();
    const holdings = await this.database.query<{ supplierId: string; lotId: string | null }>(
      'select supplier_id as "supplierId", lot_id as "lotId" from agreements.agreement_supplier where agreement_id = $1',
      [agreementId],
    );
    const issues: Issue[] = [];
    if (beforeMonth <= startsOn.slice(0, 7) || beforeMonth > osloDate(now).slice(0, 7))
      issues.push({
        code: 'month-outside-agreement',
        path: 'beforeMonth',
        params: { found: beforeMonth, expected: startsOn },
      });
    for (const [at, { supplierId, lotId, amount }] of amounts.entries()) {
      if (!holdings.some((each) => each.supplierId === supplierId && (lotId === null || each.lotId === lotId)))
        issues.push({ code: 'supplier-not-on-agreement', path: `amounts.${at}.supplierId` });
      if (!isDecimal(amount) || signOf(amount) < 0)
        issues.push({ code: 'amount', path: `amounts.${at}.amount`, params: { found: amount } });
    }
    if (issues.length > 0) throw new Problem(422, 'agreement-invalid', {}, issues);
    const before = await this.#read(agreementId);
    const rows = amounts.map((each) => ({ ...each, id: uuidv7(now) }));
    await this.database.query(
      `insert into agreements.opening_amount (id, agreement_id, supplier_id, lot_id, before_month, amount, source, source_on, stated_by, stated_at)
       select x.id, $1, x."supplierId", x."lotId", $3, x.amount, $4, $5, platform.person(), $6
       from jsonb_to_recordset($2::jsonb) as x (id uuid, "supplierId" uuid, "lotId" uuid, amount numeric)`,
      [agreementId, JSON.stringify(rows), beforeMonth, source.trim(), sourceOn, now],
    );
    await this.record.recordChange(
      agreementId,
      'opening-amounts',
      { amounts: before },
      { amounts: await this.#read(agreementId) },
    );
  }

  #read(agreementId: string): Promise<object[]> {
    return this.database.query(
      `select distinct on (supplier_id, lot_id) supplier_id as "supplierId", lot_id as "lotId", before_month as "beforeMonth", amount::text as amount, source, source_on as "sourceOn"
       from agreements.opening_amount where agreement_id = $1 order by supplier_id, lot_id, id desc`,
      [agreementId],
    );
  }
}
