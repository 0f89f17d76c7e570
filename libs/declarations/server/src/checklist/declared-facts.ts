import type { Footprint } from '@tallgrunn/formats';
import type { Database } from '@tallgrunn/platform';
import type { ReviewOutcome } from './checklist-item.ts';

/** An item linked to a footprint, with its price-list data and the emission factor of its product group. */
export interface LinkedItem {
  readonly number: string;
  readonly how: 'gtin' | 'item-number' | 'decision';
  readonly evidence: string;
  /** No review has been made since the link was made. */
  readonly waits: boolean;
  readonly name: string | null;
  readonly unit: string | null;
  readonly contentUnit: string | null;
  readonly netWeightKg: string | null;
  /** kg CO2e per `per`. `gsd`: geometric standard deviation; null = not stated. */
  readonly factor: {
    readonly name: string;
    readonly value: string;
    readonly per: string;
    readonly gsd: string | null;
  } | null;
}

/** Input to the checklist of one footprint. Decimals are text. */
export interface DeclaredFacts {
  readonly id: string;
  readonly position: number;
  readonly publisherId: string;
  readonly status: 'Active' | 'Deprecated';
  readonly product: string | null;
  readonly company: string | null;
  readonly supplier: string | null;
  readonly gtins: readonly string[];
  readonly declaredUnit: string | null;
  readonly declaredAmount: string | null;
  readonly kgPerUnit: string | null;
  readonly pcfExcluding: string | null;
  readonly pcfIncluding: string | null;
  readonly perUnit: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly validityAssumed: boolean;
  readonly verified: boolean;
  readonly document: Footprint;
  readonly pdfs: number;
  readonly items: readonly LinkedItem[];
  /** Outcome and reviewer of the latest review. `decidedBy` is null when the user may not see the name. */
  readonly verdict: ReviewOutcome | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/**
 * Maximum linked items per footprint that are compared with a factor. Items of one product family share a factor, so a
 * few are enough.
 */
const COMPARED_MAX = 3;

/**
 * Returns the checklist input for the footprints of a declaration, or for given footprints, in file order.
 * @param today Oslo date for which factors are selected
 */
export function readDeclaredFacts(
  database: Database,
  {
    declarationId = null,
    footprintIds = null,
    today,
  }: { declarationId?: string | null; footprintIds?: readonly string[] | null; today: string },
): Promise<DeclaredFacts[]> {
  return database.query<DeclaredFacts & Record<string, unknown>>(
    `with footprint as (
       select f.* from declarations.footprint f where f.declaration_id = $1 or f.id = any ($2::uuid[])
     ), link as (
       select l.*, row_number() over (partition by l.footprint_id order by l.item_number) as nth from declarations.door_item_link l join footprint f on f.id = l.footprint_id
     ), item as (
       select l.footprint_id, l.nth, l.item_number, l.how, l.evidence, l.waits, i.name, i.unit, i.content_unit, i.net_weight_kg,
         case when l.nth <= ${COMPARED_MAX} then coalesce(
           (select d.product_group_code from catalogue.door_item_classification d where d.supplier_id = l.supplier_id and d.item_number = l.item_number),
           (select p.code from catalogue.door_product_group p where lower(i.name) ~ p.pattern and (p.except_pattern is null or lower(i.name) !~ p.except_pattern) order by p.position limit 1)) end as product_group_code
       from link l
       left join lateral (
         select m.name, m.unit, m.content_unit, m.net_weight_kg from agreements.door_item m where m.supplier_id = l.supplier_id and m.number = l.item_number order by m.current desc, m.id desc limit 1
       ) i on true
     ), factor as (
       select a.target, f.name, f.value, f.per, f.gsd from factor_book.door_effective_assignment a
       join factor_book.door_factor f on f.set_id = a.set_id and f.id = a.factor_id
       where a.kind = 'product' and a.target in (select product_group_code from item) and $3::date between a.valid_from and a.valid_to
     ), items as (
       select i.footprint_id, jsonb_agg(jsonb_build_object('number', i.item_number, 'how', i.how, 'evidence', i.evidence, 'waits', i.waits, 'name', i.name, 'unit', i.unit, 'contentUnit', i.content_unit,
           'netWeightKg', trim_scale(i.net_weight_kg)::text,
           'factor', case when k.target is not null then jsonb_build_object('name', k.name, 'value', trim_scale(k.value)::text, 'per', k.per, 'gsd', k.gsd::text) end) order by i.item_number) as list
       from item i left join factor k on k.target = i.product_group_code
       group by i.footprint_id
     )
     select f.id, f.position, f.publisher_id as "publisherId", f.status, f.product_name as product, f.company_name as company, o.name as supplier, f.gtins,
       f.declared_unit as "declaredUnit", trim_scale(f.declared_unit_amount)::text as "declaredAmount",
       trim_scale(case when f.declared_unit = 'kilogram' then 1 when f.declared_unit_amount = 1 then f.product_mass_kg when f.declared_unit_amount > 0 and f.document -> 'epd' <> 'null'::jsonb then round(f.product_mass_kg / f.declared_unit_amount, 9) end)::text as "kgPerUnit",
       f.pcf_excl_biogenic_uptake as "pcfExcluding", f.pcf_incl_biogenic_uptake as "pcfIncluding", trim_scale(f.per_unit)::text as "perUnit", f.valid_from as "validFrom", f.valid_to as "validTo",
       f.is_validity_assumed as "validityAssumed", f.verified, f.document,
       (select count(*)::int from declarations.attachment e where e.declaration_id = f.declaration_id) as pdfs,
       coalesce(i.list, '[]') as items, c.verdict, c.reason, p.name as "decidedBy", c.decided_at as "decidedAt"
     from footprint f
     left join items i on i.footprint_id = f.id
     left join identity.door_organisation o on o.id = f.supplier_id
     left join declarations.door_footprint_review c on c.footprint_id = f.id
     left join identity.door_person p on p.id = c.decided_by
     order by f.position`,
    [declarationId, footprintIds, today],
  );
}
