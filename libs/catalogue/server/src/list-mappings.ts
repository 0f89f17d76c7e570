import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { MappingSystem } from './correct-mappings.ts';
import { categoryOfCpv } from './cpv-category.ts';

type LocalText = { readonly nb: string; readonly nn: string; readonly en: string };

/** Meaning of a code, account or item, its source and its confidence. */
export interface Mapping {
  readonly system: MappingSystem;
  readonly code: string;
  /** Null when the list has no name, and for accounts, whose names are in the emission factors room. */
  readonly name: LocalText | null;
  /** For an item: its seller and agreement. */
  readonly seller: string | null;
  readonly agreement: string | null;
  readonly category: string | null;
  readonly product: string | null;
  readonly how: 'person' | 'reviewed' | 'name' | 'agreement' | 'nothing';
  /** 0 to 1; null when unknown. 1 for a correction by a person. */
  readonly confidence: string | null;
  readonly correctionId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

export interface MappingFilter {
  readonly system: MappingSystem;
  readonly category: string | null;
  readonly text: string | null;
  /** Only mappings with a lower confidence, 0 to 1. */
  readonly below: string | null;
  /** Last code of the previous page. */
  readonly after: string | null;
}

const PAGE = 200;

const CODES = `
  select m.code, m.category_code, m.product_group_code, m.confidence from (
    select 'unspsc' as system, u.code, null::text as category_code, u.product_group_code, u.confidence from catalogue.code_product_group u
    union all select 'unspsc', unspsc_prefix, category_code, null, confidence from catalogue.unspsc_category
    union all select 'cpv', cpv_prefix, category_code, null, confidence from catalogue.cpv_category
    union all select account_system, account_code, category_code, null, confidence from catalogue.account_category
  ) m
  where m.system = $1 and not exists (select 1 from catalogue.door_mapping_override d where d.system = $1 and d.code = m.code)
  union all select d.code, d.category_code, d.product_group_code, 1.00 from catalogue.door_mapping_override d where d.system = $1`;

/** Returns a page of the mappings to categories: codes of the lists and agreed items, each with its confidence. */
@Injectable()
export class ListMappings {
  constructor(private readonly database: Database) {}

  run({ system, category, text, below, after }: MappingFilter): Promise<Mapping[]> {
    const params = [system, category, text, below, after];
    return system === 'item' ? this.#items(params) : this.#codes(params);
  }

  #codes(params: readonly unknown[]): Promise<Mapping[]> {
    return this.database.query<Mapping>(
      `with code as (${CODES})
       select $1 as system, m.code, case when n.code is not null then jsonb_build_object('nb', n.name_nb, 'nn', n.name_nn, 'en', n.name_en) end as name, null as seller, null as agreement,
         coalesce(m.category_code, p.category_code) as category, m.product_group_code as product, case when c.id is not null then 'person' else 'reviewed' end as how, m.confidence::text as confidence,
         c.id as "correctionId", a.name as "decidedBy", c.decided_at as "decidedAt", c.reason
       from code m
       left join catalogue.product_group p on p.code = m.product_group_code
       left join catalogue.code_name n on n.system = $1 and n.code = m.code
       left join catalogue.door_mapping_override d on d.system = $1 and d.code = m.code
       left join catalogue.mapping_correction c on c.id = d.correction_id
       left join identity.door_person a on a.id = c.decided_by
       where ($2::text is null or coalesce(m.category_code, p.category_code) = $2) and ($4::numeric is null or m.confidence < $4::numeric) and ($5::text is null or m.code > $5)
         and ($3::text is null or m.code like $3 || '%' or concat_ws(' ', n.name_nb, n.name_nn, n.name_en) ilike '%' || $3 || '%')
       order by m.code limit ${PAGE}`,
      params,
    );
  }

  /**
   * The meaning of an item comes from a person, otherwise from its name, otherwise from the CPV code of its agreement.
   */
  #items(params: readonly unknown[]): Promise<Mapping[]> {
    return this.database.query<Mapping>(
      `with item as (
         select distinct on (i.supplier_id, i.number) i.supplier_id, i.number, i.name, a.number as agreement, a.cpv
         from agreements.door_item i join agreements.door_agreement a on a.id = i.agreement_id
         where i.current and ($3::text is null or i.name ilike '%' || $3 || '%' or i.number = $3) and $1 = 'item'
         order by i.supplier_id, i.number, a.number desc
       ), told as (
         select i.supplier_id::text || ':' || i.number as code, i.name, o.name as seller, i.agreement, d.id as correction_id,
           coalesce(case when d.id is not null then d.category_code else p.category_code end, k.category_code) as category, case when d.id is not null then d.product_group_code else p.code end as product,
           case when coalesce(d.category_code, d.product_group_code) is not null then 'person' when p.code is not null then 'name' when k.category_code is not null then 'agreement' else 'nothing' end as how,
           case when coalesce(d.category_code, d.product_group_code) is not null then 1.00 when p.code is not null then p.confidence else k.confidence end as confidence
         from item i
         left join identity.door_organisation o on o.id = i.supplier_id
         left join catalogue.door_item_classification d on d.supplier_id = i.supplier_id and d.item_number = i.number
         left join lateral (
           select p.code, p.category_code, p.confidence from catalogue.product_group p
           where d.id is null and lower(i.name) ~ p.pattern and (p.except_pattern is null or lower(i.name) !~ p.except_pattern) order by p.position limit 1
         ) p on true
         left join lateral (
           ${categoryOfCpv('i.cpv')}
         ) k on true
       )
       select 'item' as system, t.code, jsonb_build_object('nb', t.name, 'nn', t.name, 'en', t.name) as name, t.seller, t.agreement, t.category, t.product, t.how, t.confidence::text as confidence,
         c.id as "correctionId", a.name as "decidedBy", c.decided_at as "decidedAt", c.reason
       from told t
       left join catalogue.mapping_correction c on c.id = t.correction_id
       left join identity.door_person a on a.id = c.decided_by
       where ($2::text is null or t.category = $2) and ($4::numeric is null or coalesce(t.confidence, 0) < $4::numeric) and ($5::text is null or t.code > $5)
       order by t.code limit ${PAGE}`,
      params,
    );
  }
}

export interface MappingCorrectionRow {
  readonly id: string;
  readonly system: MappingSystem;
  readonly codes: number;
  readonly some: readonly string[];
  readonly category: string | null;
  readonly product: string | null;
  readonly undoes: string | null;
  readonly undone: boolean;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
}

/** Returns the latest 100 corrections, newest first, with author, time, reason and number of codes. */
@Injectable()
export class ListMappingCorrections {
  constructor(private readonly database: Database) {}

  run(): Promise<MappingCorrectionRow[]> {
    return this.database.query<MappingCorrectionRow>(
      `select c.id, c.system, m.codes, m.some, coalesce(c.category_code, p.category_code) as category, c.product_group_code as product, c.undoes, exists (select 1 from catalogue.mapping_correction u where u.undoes = c.id) as undone,
         c.reason, a.name as "decidedBy", c.decided_at as "decidedAt"
       from (select * from catalogue.mapping_correction order by place desc limit 100) c
       cross join lateral (
         select count(*)::int as codes, (array_agg(d.code order by d.code))[1:5] as some from catalogue.mapping_override d where d.correction_id = c.id
       ) m
       left join catalogue.product_group p on p.code = c.product_group_code
       left join identity.door_person a on a.id = c.decided_by
       order by c.place desc`,
    );
  }
}
