import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { SET_LATEST_LINES_SQL } from './latest-lines-sql.ts';

export interface AdjustmentOfPrices {
  readonly agreementId: string;
  readonly supplierId: string;
  /** null: every lot without a price model of its own */
  readonly lotId: string | null;
  readonly fromOn: string;
  /** prices are multiplied by `up`, divided by `down` and rounded once, half away from zero */
  readonly up: string;
  readonly down: string;
  readonly decimals: number;
}

/**
 * Copies the agreed prices into the next version from a day on, adjusting those of the lots concerned. Prices that
 * begin later are copied unchanged.
 */
@Injectable()
export class PublishAdjustedPrices {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(adjustment: AdjustmentOfPrices): Promise<{ id: string; number: number }> {
    const { agreementId, supplierId, fromOn } = adjustment;
    await this.database.one('select 1 from agreements.agreement where id = $1 for update', [agreementId]);
    const id = uuidv7(this.clock.now());
    // read the lines before inserting the version, which would hide them
    const lines = await this.database.query<{
      price_version_id: string;
      line_no: number;
      from: string;
      to: string | null;
    }>(
      `select p.price_version_id, p.line_no, greatest(p.valid_from, $3::date) as "from", p.valid_to as "to" from agreements.door_price_line p
       where p.agreement_id = $1 and p.supplier_id = $2 and p.basis = 'agreed' and (p.valid_to is null or p.valid_to >= $3::date) order by p.item_id, p.valid_from, p.line_no`,
      [agreementId, supplierId, fromOn],
    );
    if (lines.length === 0) throw new Problem(409, 'no-prices-to-adjust', { from: fromOn });
    const version = await this.database.one<{ number: number }>(
      `insert into agreements.price_version (id, agreement_id, supplier_id, number, kind, valid_from, reason, item_count, published_at)
       select $1, $2, $3, coalesce(max(v.number), 0) + 1, 'agreed', $4, 'adjusted', $5, $6
       from agreements.price_version v where v.agreement_id = $2 and v.supplier_id = $3 returning number`,
      [id, agreementId, supplierId, fromOn, lines.length, this.clock.now()],
    );
    await this.#lines(id, adjustment, lines);
    const number = version?.number ?? 1;
    await this.audit.record({
      act: 'prices.published',
      subject: { kind: 'price-version', id },
      details: { agreementId, supplierId, number, lines: lines.length, from: fromOn },
    });
    await this.facts.publish({
      name: 'agreements.prices-published',
      subjectId: id,
      payload: { agreementId, supplierId, number },
    });
    return { id, number };
  }

  async #lines(
    versionId: string,
    { agreementId, lotId, fromOn, up, down, decimals }: AdjustmentOfPrices,
    lines: readonly { price_version_id: string; line_no: number; from: string; to: string | null }[],
  ): Promise<void> {
    await this.database.query(
      `insert into agreements.price_line (price_version_id, supplier_id, line_no, item_id, lot_id, gtin, nobb, name, category, previous_item_number, unit,
         content_quantity, content_unit, pack_quantity, pack_unit, net_weight_kg, price, currency, valid_from, valid_to, minimum_quantity, labels, organic_share)
       select $1, l.supplier_id, u.at::int, l.item_id, l.lot_id, l.gtin, l.nobb, l.name, l.category, l.previous_item_number, l.unit,
         l.content_quantity, l.content_unit, l.pack_quantity, l.pack_unit, l.net_weight_kg,
         case when u.begins = $6::date and (l.lot_id = $7::uuid or ($7::uuid is null and not exists (
           select 1 from agreements.price_model m where m.cooperative_id = l.cooperative_id and m.agreement_id = $11 and m.lot_id = l.lot_id)))
           then round(l.price * $8::numeric / $9::numeric, $10::int) else l.price end,
         l.currency, u.begins, u.ends, l.minimum_quantity, l.labels, l.organic_share
       from unnest($2::uuid[], $3::int[], $4::date[], $5::date[]) with ordinality as u (version_id, line_no, begins, ends, at)
       join agreements.price_line l on l.price_version_id = u.version_id and l.line_no = u.line_no`,
      [
        versionId,
        lines.map((line) => line.price_version_id),
        lines.map((line) => line.line_no),
        lines.map((line) => line.from),
        lines.map((line) => line.to),
        fromOn,
        lotId,
        up,
        down,
        decimals,
        agreementId,
      ],
    );
    await this.database.analyzeAfterChange('agreements.price_line', lines.length);
    await this.database.query(SET_LATEST_LINES_SQL, [versionId]);
  }
}
