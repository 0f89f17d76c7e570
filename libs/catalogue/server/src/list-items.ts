import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Classification of an agreed item, with its confidence. */
export interface ClassifiedItem {
  readonly supplierId: string;
  readonly supplier: string | null;
  readonly itemNumber: string;
  readonly name: string;
  readonly agreement: string;
  /** Null when unknown, or when a person states that no product group applies. */
  readonly product: string | null;
  readonly how: 'person' | 'name' | 'nothing';
  /** 0 to 1; null when unknown. 1 for a classification by a person. */
  readonly confidence: string | null;
}

export interface ItemFilter {
  /** Only items that no person has classified. */
  readonly unsure: boolean;
  readonly text: string | null;
  /** Last item of the previous page, as `supplier:number`. */
  readonly after: string | null;
}

const PAGE = 200;

/**
 * Returns a page of agreed items with their product group, from a person or from their name. Ordered by supplier id and
 * item number.
 */
@Injectable()
export class ListItems {
  constructor(private readonly database: Database) {}

  run({ unsure, text, after }: ItemFilter): Promise<ClassifiedItem[]> {
    return this.database.query<ClassifiedItem>(
      `with item as (
         select distinct on (i.supplier_id, i.number) i.supplier_id, i.number, i.name, a.number as agreement
         from agreements.door_item i join agreements.door_agreement a on a.id = i.agreement_id
         where i.current and ($1::text is null or i.name ilike '%' || $1 || '%' or i.number = $1)
         order by i.supplier_id, i.number, a.number desc
       )
       select i.supplier_id as "supplierId", o.name as supplier, i.number as "itemNumber", i.name, i.agreement,
         case when d.id is not null then d.product_group_code else p.code end as product,
         case when d.id is not null then 'person' when p.code is not null then 'name' else 'nothing' end as how,
         case when d.id is not null then '1.00' else p.confidence::text end as confidence
       from item i
       left join identity.door_organisation o on o.id = i.supplier_id
       left join catalogue.door_item_classification d on d.supplier_id = i.supplier_id and d.item_number = i.number
       left join lateral (
         select p.code, p.confidence from catalogue.door_product_group p
         where d.id is null and lower(i.name) ~ p.pattern and (p.except_pattern is null or lower(i.name) !~ p.except_pattern)
         order by p.position limit 1
       ) p on true
       where (not $2 or d.id is null) and ($3::text is null or (i.supplier_id::text || ':' || i.number) > $3)
       order by i.supplier_id::text || ':' || i.number limit ${PAGE}`,
      [text, unsure, after],
    );
  }
}
