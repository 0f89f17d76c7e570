import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import type { PriceBasis } from './charged-lines.ts';
import type { CompareDocument } from './compare-document.ts';

/** One document of one supplier and agreement. */
export interface ComparedDocument {
  readonly basis: PriceBasis;
  readonly document_id: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
}

const DEVIATIONS_AT_ONCE = 1000;

/** Stores comparisons; each replaces the earlier one of the same document. */
@Injectable()
export class StoreComparison {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async replace(of: ComparedDocument, { sums, deviations }: CompareDocument): Promise<void> {
    const key = [of.basis, of.document_id, of.agreement_id, of.supplier_id];
    for (const table of ['price_deviation', 'price_comparison_month'])
      await this.database.query(
        `delete from follow_up.${table} where basis = $1 and document_id = $2 and agreement_id = $3 and supplier_id = $4`,
        key,
      );
    for (const { month, currency, comparedCount, charged, agreed, uncompared } of sums.byKey.values())
      await this.database.query(
        `insert into follow_up.price_comparison_month (basis, document_id, agreement_id, supplier_id, month, currency, compared_count, charged_amount, agreed_amount,
           unknown_count, unknown_amount, other_count, other_amount, currency_count, currency_amount, vat_unknown_count, vat_unknown_amount, off_assortment_count, off_assortment_amount)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
        [
          ...key,
          ...[month, currency, comparedCount, charged, agreed],
          ...[
            uncompared.unknown,
            uncompared.other,
            uncompared.currency,
            uncompared.vat,
            uncompared.off_assortment,
          ].flatMap(({ count, amount }) => [count, amount]),
        ],
      );
    for (let from = 0; from < deviations.length; from += DEVIATIONS_AT_ONCE)
      await this.database.query(
        `insert into follow_up.price_deviation (basis, document_id, agreement_id, supplier_id, line_no, line_key, buyer_id, item_id, charged_on, month, quantity, unit, price, agreed_price, agreed_from, amount, currency)
         select $1, $2, $3, $4, d.line_no, d.line_key, d.buyer_id, d.item_id, d.charged_on, d.month, d.quantity, d.unit, d.price, d.agreed_price, d.agreed_from, d.amount, d.currency
         from jsonb_to_recordset($5::jsonb) as d (line_no int, line_key text, buyer_id uuid, item_id uuid, charged_on date, month text, quantity numeric, unit text, price numeric, agreed_price numeric, agreed_from date, amount numeric, currency text)`,
        [...key, JSON.stringify(deviations.slice(from, from + DEVIATIONS_AT_ONCE))],
      );
  }

  /**
   * Deletes comparisons of report versions that are no longer in force. After the reversal of a batch, all batches are
   * compared again, because others may count instead.
   */
  async removeReplaced(): Promise<void> {
    await this.database.query(
      `delete from follow_up.compared_version c where not exists (select from reporting.door_report_version v where v.cooperative_id = c.cooperative_id and v.id = c.version_id and v.state = 'accepted')`,
    );
    for (const table of ['price_deviation', 'price_comparison_month'])
      await this.database.query(
        `delete from follow_up.${table} d where d.basis = 'reported' and not exists (select from follow_up.compared_version c where c.cooperative_id = d.cooperative_id and c.version_id = d.document_id)`,
      );
    const reversals = await this.database.query<{ id: string }>(
      `select b.id from spend.door_batch b where b.reverses is not null and b.posted_at is not null
         and not exists (select from follow_up.compared_batch c where c.cooperative_id = b.cooperative_id and c.batch_id = b.id)`,
    );
    if (reversals.length === 0) return;
    for (const table of ['price_deviation', 'price_comparison_month'])
      await this.database.query(`delete from follow_up.${table} where basis = 'invoiced'`);
    await this.database.query(
      'delete from follow_up.compared_batch c where exists (select from spend.door_batch b where b.cooperative_id = c.cooperative_id and b.id = c.batch_id and b.reverses is null)',
    );
    for (const { id } of reversals) await this.markBatch(id);
  }

  async removeInvoiced(agreementId: string, supplierId: string): Promise<void> {
    for (const table of ['price_deviation', 'price_comparison_month'])
      await this.database.query(
        `delete from follow_up.${table} where basis = 'invoiced' and agreement_id = $1 and supplier_id = $2`,
        [agreementId, supplierId],
      );
  }

  async markVersion(versionId: string, priceKey: string): Promise<void> {
    await this.database.query('delete from follow_up.compared_version where version_id = $1', [versionId]);
    await this.database.query(
      'insert into follow_up.compared_version (version_id, price_key, compared_at) values ($1, $2, $3)',
      [versionId, priceKey, this.clock.now()],
    );
  }

  async markBatch(batchId: string): Promise<void> {
    await this.database.query('insert into follow_up.compared_batch (batch_id, compared_at) values ($1, $2)', [
      batchId,
      this.clock.now(),
    ]);
  }

  async markPrices(agreementId: string, supplierId: string, priceKey: string): Promise<void> {
    await this.database.query('delete from follow_up.compared_prices where agreement_id = $1 and supplier_id = $2', [
      agreementId,
      supplierId,
    ]);
    await this.database.query(
      'insert into follow_up.compared_prices (agreement_id, supplier_id, price_key, compared_at) values ($1, $2, $3, $4)',
      [agreementId, supplierId, priceKey, this.clock.now()],
    );
  }
}
