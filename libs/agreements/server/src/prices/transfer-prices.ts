import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { SET_LATEST_LINES_SQL } from './latest-lines-sql.ts';

export interface PriceTransfer {
  readonly agreementId: string;
  readonly fromId: string;
  readonly intoId: string;
  /** First day of the successor. */
  readonly day: string;
  /** Lots taken over; null: the whole agreement. */
  readonly lotIds: readonly string[] | null;
}

interface ValidLine extends Record<string, unknown> {
  readonly kind: 'agreed' | 'list';
  readonly versionId: string;
  readonly lineNo: number;
  readonly from: string;
  readonly to: string | null;
}

/** SQL: the lines of both suppliers in force on the day or later; the successor's own price of a number counts. */
const VALID_LINES_SQL = `
  select p.basis as kind, p.price_version_id as "versionId", p.line_no as "lineNo", greatest(p.valid_from, $4::date) as "from", p.valid_to as "to"
  from agreements.door_price_line p
  join agreements.price_line l on l.cooperative_id = p.cooperative_id and l.price_version_id = p.price_version_id and l.line_no = p.line_no
  join agreements.item i on i.cooperative_id = p.cooperative_id and i.id = p.item_id
  where p.agreement_id = $1 and p.basis in ('agreed', 'list') and (p.valid_to is null or p.valid_to >= $4::date)
    and (p.supplier_id = $3 or (p.supplier_id = $2 and ($5::uuid[] is null or l.lot_id is null or l.lot_id = any ($5)) and not exists (
      select from agreements.door_price_line o join agreements.item j on j.cooperative_id = o.cooperative_id and j.id = o.item_id
      where o.cooperative_id = p.cooperative_id and o.agreement_id = p.agreement_id and o.supplier_id = $3 and o.basis = p.basis and j.number = i.number
        and (o.valid_to is null or o.valid_to >= $4::date))))
  order by i.number, "from", p.line_no`;

const ITEMS_SQL = `
  insert into agreements.item (id, agreement_id, supplier_id, number)
  select gen_random_uuid(), $1, $2, n.number from (
    select distinct i.number from unnest($3::uuid[], $4::int[]) as u (version_id, line_no)
    join agreements.price_line l on l.price_version_id = u.version_id and l.line_no = u.line_no
    join agreements.item i on i.cooperative_id = l.cooperative_id and i.id = l.item_id) n
  on conflict (cooperative_id, agreement_id, supplier_id, number) do nothing`;

const LINES_SQL = `
  insert into agreements.price_line (price_version_id, supplier_id, line_no, item_id, lot_id, gtin, nobb, name, category, previous_item_number, unit,
    content_quantity, content_unit, pack_quantity, pack_unit, net_weight_kg, price, currency, valid_from, valid_to, minimum_quantity, labels, organic_share)
  select $1, $2, u.at::int, j.id, l.lot_id, l.gtin, l.nobb, l.name, l.category, l.previous_item_number, l.unit,
    l.content_quantity, l.content_unit, l.pack_quantity, l.pack_unit, l.net_weight_kg, l.price, l.currency, u.begins, u.ends, l.minimum_quantity, l.labels, l.organic_share
  from unnest($4::uuid[], $5::int[], $6::date[], $7::date[]) with ordinality as u (version_id, line_no, begins, ends, at)
  join agreements.price_line l on l.price_version_id = u.version_id and l.line_no = u.line_no
  join agreements.item i on i.cooperative_id = l.cooperative_id and i.id = l.item_id
  join agreements.item j on j.cooperative_id = i.cooperative_id and j.agreement_id = $3 and j.supplier_id = $2 and j.number = i.number`;

/**
 * Gives a successor the prices of its predecessor from a day on, as a price version of its own. Prices that the
 * successor already has are kept.
 */
@Injectable()
export class TransferPrices {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(transfer: PriceTransfer): Promise<void> {
    const { agreementId, fromId, intoId, day, lotIds } = transfer;
    const lines = await this.database.query<ValidLine>(VALID_LINES_SQL, [agreementId, fromId, intoId, day, lotIds]);
    for (const [kind, ofKind] of Map.groupBy(lines, (line) => line.kind)) await this.#publish(transfer, kind, ofKind);
    await this.database.query(
      `insert into agreements.price_model (id, agreement_id, lot_id, supplier_id, valid_from, valid_to, kind, discount, tolerance, document, clause, made_at)
       select gen_random_uuid(), m.agreement_id, m.lot_id, $3, greatest(m.valid_from, $4::date), m.valid_to, m.kind, m.discount, m.tolerance, m.document, m.clause, $6
       from agreements.price_model m
       where m.agreement_id = $1 and m.supplier_id = $2 and (m.valid_to is null or m.valid_to >= $4::date) and ($5::uuid[] is null or m.lot_id is null or m.lot_id = any ($5))
       on conflict do nothing`,
      [agreementId, fromId, intoId, day, lotIds, this.clock.now()],
    );
  }

  async #publish(
    { agreementId, intoId, day }: PriceTransfer,
    kind: ValidLine['kind'],
    lines: readonly ValidLine[],
  ): Promise<void> {
    const id = uuidv7(this.clock.now());
    const [versions, lineNos] = [lines.map(({ versionId }) => versionId), lines.map(({ lineNo }) => lineNo)];
    await this.database.query(ITEMS_SQL, [agreementId, intoId, versions, lineNos]);
    const version = await this.database.one<{ number: number }>(
      `insert into agreements.price_version (id, agreement_id, supplier_id, number, kind, valid_from, reason, item_count, published_at)
       select $1, $2, $3, coalesce(max(v.number), 0) + 1, $7, $4, 'transferred', $5, $6
       from agreements.price_version v where v.agreement_id = $2 and v.supplier_id = $3 returning number`,
      [id, agreementId, intoId, day, lines.length, this.clock.now(), kind],
    );
    await this.database.query(LINES_SQL, [
      ...[id, intoId, agreementId, versions, lineNos],
      ...[lines.map(({ from }) => from), lines.map(({ to }) => to)],
    ]);
    await this.database.analyzeAfterChange('agreements.price_line', lines.length);
    await this.database.query(SET_LATEST_LINES_SQL, [id]);
    const number = version?.number ?? 1;
    await this.audit.record({
      act: 'prices.published',
      subject: { kind: 'price-version', id },
      details: { agreementId, supplierId: intoId, number, lines: lines.length, from: day },
    });
    await this.facts.publish({
      name: 'agreements.prices-published',
      subjectId: id,
      payload: { agreementId, supplierId: intoId, number },
    });
  }
}
