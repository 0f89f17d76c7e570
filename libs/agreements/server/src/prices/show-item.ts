import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { priceModelOn, priceOn, type PriceBasis, type PriceRecord } from '@tallgrunn/checks';
import { osloDate } from '@tallgrunn/values';
import { priceModel, type StoredPriceModel } from './price-models.ts';
import type { ItemPackDto, ItemPriceDto, ItemDto, NumberStepDto, PackDecisionDto } from './prices.dto.ts';

type ItemDescription = Omit<ItemDto, 'prices' | 'packs' | 'packDecisions' | 'numbers' | 'model' | 'today'> & {
  agreementId: string;
};

/** Returns one item: its description, price history, packs and item numbers. */
@Injectable()
export class ShowItem {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, itemId: string): Promise<ItemDto> {
    const item = await this.#described(agreementId, itemId);
    if (!item) throw notFound('item');
    const prices = await this.#prices(itemId);
    const models = (await this.#models(agreementId, item.supplierId)).map(priceModel);
    const today = osloDate(this.clock.now());
    const model = priceModelOn(models, item.lot, today);
    const records = prices.map(({ basis, price, unit, validFrom, validTo, fromQuantity }): PriceRecord => ({
      basis: basis as PriceBasis,
      price,
      unit,
      from: validFrom,
      to: validTo,
      fromQuantity,
    }));
    // price of one price unit
    const answer = priceOn(model, records, { date: today, quantity: '1', weighed: true });
    const { agreementId: _agreement, ...view } = item;
    return {
      ...view,
      prices,
      packs: await this.#packs(itemId),
      packDecisions: await this.#packDecisions(itemId),
      numbers: await this.#numbers(itemId),
      model: model?.kind ?? null,
      today: answer.known ? { price: answer.price, reason: null } : { price: null, reason: answer.reason },
    };
  }

  #described(agreementId: string, itemId: string): Promise<ItemDescription | undefined> {
    return this.database.one<ItemDescription>(
      `select i.id, i.agreement_id as "agreementId", i.supplier_id as "supplierId", i.number, i.gtin, i.nobb, i.name, i.lot_key as lot, i.category, i.unit, i.content_quantity::text as "contentQuantity", i.content_unit as "contentUnit",
         i.pack_quantity::text as "packQuantity", i.pack_unit as "packUnit", i.net_weight_kg::text as "netWeightKg", coalesce(i.labels, '{}') as labels, i.organic_share::text as "organicShare", i.current
       from agreements.door_item i where i.agreement_id = $1 and i.id = $2`,
      [agreementId, itemId],
    );
  }

  #prices(itemId: string): Promise<ItemPriceDto[]> {
    return this.database.query<ItemPriceDto>(
      `select p.basis, p.price::text as price, p.currency, p.unit, p.minimum_quantity::text as "fromQuantity", p.valid_from as "validFrom", p.valid_to as "validTo", v.number as version, v.reason
       from agreements.door_price_line p
       join agreements.price_version v on v.cooperative_id = p.cooperative_id and v.id = p.price_version_id
       where p.item_id = $1 and p.price is not null order by p.valid_from, v.number, p.line_no`,
      [itemId],
    );
  }

  #models(agreementId: string, supplierId: string): Promise<StoredPriceModel[]> {
    return this.database.query<StoredPriceModel>(
      `select m.kind, t.key as lot, m.valid_from, m.valid_to, m.discount, m.tolerance, m.document from agreements.price_model m
       left join agreements.lot t on t.cooperative_id = m.cooperative_id and t.id = m.lot_id
       where m.agreement_id = $1 and (m.supplier_id is null or m.supplier_id = $2) order by m.supplier_id nulls last`,
      [agreementId, supplierId],
    );
  }

  #packs(itemId: string): Promise<ItemPackDto[]> {
    return this.database.query<ItemPackDto>(
      'select k.level, k.unit, k.gtin, k.contains::text as contains, k.of_unit as "of", k.origin from agreements.item_pack k where k.item_id = $1 order by k.level',
      [itemId],
    );
  }

  #packDecisions(itemId: string): Promise<PackDecisionDto[]> {
    return this.database.query<PackDecisionDto>(
      `select d.id, d.unit, d.contains::text as contains, d.of_unit as "of", d.reason, p.name as "decidedBy", d.decided_at as "decidedAt"
       from agreements.pack_override d left join identity.door_person p on p.cooperative_id = d.cooperative_id and p.id = d.decided_by
       where d.item_id = $1 and d.withdrawn_at is null order by d.decided_at, d.id`,
      [itemId],
    );
  }

  /** Returns all previous and later numbers of the item. */
  #numbers(itemId: string): Promise<NumberStepDto[]> {
    return this.database.query<NumberStepDto>(
      `with recursive step (id, old_item_id, new_item_id, effective_on, origin, source_report_number) as (
         select c.id, c.old_item_id, c.new_item_id, c.effective_on, c.origin, c.source_report_number from agreements.item_number_change c where c.revoked_at is null and (c.old_item_id = $1 or c.new_item_id = $1)
         union
         select c.id, c.old_item_id, c.new_item_id, c.effective_on, c.origin, c.source_report_number from agreements.item_number_change c join step s on c.revoked_at is null and (c.new_item_id = s.old_item_id or c.old_item_id = s.new_item_id)
       )
       select o.number as "oldNumber", n.number as "newNumber", s.effective_on as "onDate", s.origin, s.source_report_number as "reportedIn"
       from step s join agreements.item o on o.id = s.old_item_id join agreements.item n on n.id = s.new_item_id order by s.effective_on, o.number`,
      [itemId],
    );
  }
}
