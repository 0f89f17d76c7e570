import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { LinkPreviousNumbers } from './link-imported-numbers.ts';
import { SET_LATEST_LINES_SQL } from './latest-lines-sql.ts';

export interface PublishedPrices {
  readonly id: string;
  readonly number: number;
  readonly items: number;
}

interface DraftRow {
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly line_count: number;
  readonly reason: string;
}

/** Publishes a draft as the next price version. Existing items keep their ids. */
@Injectable()
export class PublishPrices {
  constructor(
    private readonly database: Database,
    private readonly numbers: LinkPreviousNumbers,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, draftId: string): Promise<PublishedPrices> {
    // one version at a time per agreement
    await this.database.one('select 1 from agreements.agreement where id = $1 for update', [agreementId]);
    const draft = await this.database.one<DraftRow>(
      'select agreement_id, supplier_id, line_count, reason from agreements.price_draft where id = $1 and agreement_id = $2',
      [draftId, agreementId],
    );
    if (!draft) throw notFound('price-draft');
    const version = await this.#version(draftId);
    const items = await this.#items(draft, draftId);
    await this.#lines(version.id, draftId, agreementId, draft);
    await this.#packs(draftId, draft);
    await this.numbers.run(version.id);
    await this.database.query('delete from agreements.price_draft_line where draft_id = $1', [draftId]);
    await this.database.query('delete from agreements.price_draft where id = $1', [draftId]);
    const details = { agreementId, supplierId: draft.supplier_id, number: version.number, lines: draft.line_count };
    await this.audit.record({ act: 'prices.published', subject: { kind: 'price-version', id: version.id }, details });
    await this.facts.publish({
      name: 'agreements.prices-published',
      subjectId: version.id,
      payload: { agreementId, supplierId: draft.supplier_id, number: version.number },
    });
    return { ...version, items };
  }

  async #version(draftId: string): Promise<{ id: string; number: number }> {
    const id = uuidv7(this.clock.now());
    const row = await this.database.one<{ number: number }>(
      `insert into agreements.price_version (id, agreement_id, supplier_id, number, kind, valid_from, valid_to, reason, file_name, file_sha256, item_count, published_at)
       select $1, d.agreement_id, d.supplier_id,
         1 + coalesce((select max(v.number) from agreements.price_version v where v.cooperative_id = d.cooperative_id and v.agreement_id = d.agreement_id and v.supplier_id = d.supplier_id), 0),
         d.kind, d.valid_from, d.valid_to, d.reason, d.file_name, d.file_sha256, d.line_count, $3
       from agreements.price_draft d where d.id = $2
       returning number`,
      [id, draftId, this.clock.now()],
    );
    return { id, number: row?.number ?? 1 };
  }

  /** Creates the items with new numbers. Returns the number of items in the list. */
  async #items({ agreement_id, supplier_id }: DraftRow, draftId: string): Promise<number> {
    const made = await this.database.one<{ n: number }>(
      `with made as (
         insert into agreements.item (id, agreement_id, supplier_id, number)
         select distinct on (l.number) l.item_id, $2::uuid, $3::uuid, l.number from agreements.price_draft_line l where l.draft_id = $1 order by l.number, l.line_no
         on conflict (cooperative_id, agreement_id, supplier_id, number) do nothing returning 1)
       select count(*)::int as n from made`,
      [draftId, agreement_id, supplier_id],
    );
    await this.database.analyzeAfterChange('agreements.item', made?.n ?? 0);
    const items = await this.database.one<{ n: number }>(
      'select count(distinct l.number)::int as n from agreements.price_draft_line l where l.draft_id = $1',
      [draftId],
    );
    return items?.n ?? 0;
  }

  /** Copies the lines. A price without an end is valid until the day before the item's next price. */
  async #lines(
    versionId: string,
    draftId: string,
    agreementId: string,
    { supplier_id, line_count }: DraftRow,
  ): Promise<void> {
    await this.database.query(
      `insert into agreements.price_line (price_version_id, supplier_id, line_no, item_id, lot_id, gtin, nobb, name, category, previous_item_number, unit,
         content_quantity, content_unit, pack_quantity, pack_unit, net_weight_kg, price, currency, valid_from, valid_to, minimum_quantity, labels, organic_share)
       select $1, $4, l.line_no, i.id, l.lot_id, l.gtin, l.nobb, l.name, l.category, l.previous_item_number, l.unit,
         l.content_quantity, l.content_unit, l.pack_quantity, l.pack_unit, l.net_weight_kg, l.price, l.currency, l.valid_from,
         coalesce(l.valid_to, lead(l.valid_from) over (partition by l.number, coalesce(l.minimum_quantity, 0) order by l.valid_from, l.line_no) - 1),
         l.minimum_quantity, l.labels, l.organic_share
       from agreements.price_draft_line l
       join agreements.item i on i.cooperative_id = l.cooperative_id and i.agreement_id = $3 and i.supplier_id = $4 and i.number = l.number
       where l.draft_id = $2`,
      [versionId, draftId, agreementId, supplier_id],
    );
    await this.database.analyzeAfterChange('agreements.price_line', line_count);
    await this.database.query(SET_LATEST_LINES_SQL, [versionId]);
  }

  /** Updates pack chains from the latest list; overridden ones remain. */
  async #packs(draftId: string, { agreement_id, supplier_id, reason }: DraftRow): Promise<void> {
    await this.database.query(
      `insert into agreements.item_pack (item_id, supplier_id, level, unit, gtin, contains, of_unit, origin)
       select distinct on (i.id, p.level) i.id, $3::uuid, p.level::int, p.pack ->> 'unit', p.pack ->> 'gtin', (p.pack ->> 'contains')::numeric, p.pack ->> 'of', $4
       from agreements.price_draft_line l
       cross join lateral jsonb_array_elements(l.packs) with ordinality as p (pack, level)
       join agreements.item i on i.cooperative_id = l.cooperative_id and i.agreement_id = $2 and i.supplier_id = $3 and i.number = l.number
       where l.draft_id = $1 and l.packs is not null
       order by i.id, p.level, l.line_no desc
       on conflict (cooperative_id, item_id, level) do update
         set unit = excluded.unit, gtin = excluded.gtin, contains = excluded.contains, of_unit = excluded.of_unit, origin = excluded.origin
         where item_pack.origin <> 'decided'`,
      [draftId, agreement_id, supplier_id, reason === 'catalogue' ? 'catalogue' : 'price-form'],
    );
  }
}
