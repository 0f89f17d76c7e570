import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { factorsInUseOn } from './factors-in-use.ts';
import { multipliersSql } from './multipliers.ts';

type LocalText = { readonly nb: string; readonly nn: string; readonly en: string };

/** One source's factor for a product, with the five properties that make sources differ. Decimals are text. */
export interface ComparedFactor {
  readonly setId: string;
  readonly id: string;
  readonly name: string;
  /** The activity measured, when one name has several: district heating under heating of premises. */
  readonly activity: string | null;
  readonly source: string;
  readonly title: LocalText;
  readonly kind: 'spend' | 'activity';
  readonly value: string;
  readonly unit: string;
  readonly per: string;
  /** 1. System boundary. */
  readonly boundary: string;
  readonly stage: 'whole' | 'upstream' | 'direct';
  /** 2. Country. */
  readonly region: string;
  /** 3. Data year. */
  readonly dataYear: number | null;
  /** 4. Calculation method. */
  readonly method: string;
  /** 5. Basis: the unit, or the currency and price level of a spend factor. */
  readonly basis: string;
  readonly gsd: string | null;
  readonly flags: readonly string[];
  readonly licence: string;
  readonly sourceUrl: string;
  readonly copiedFrom: string | null;
  /**
   * kg CO2e of the example: from its quantity, or from its cost at the factor's price level. Null when the units
   * differ.
   */
  readonly kg: string | null;
  /** Multiplier of the example: kg CO2e per unit, or per NOK at the factor's price level. */
  readonly multiplier: string | null;
  /** NOK per unit of the factor's currency in its data year; null for NOK. */
  readonly rate: string | null;
  readonly inForce: boolean;
}

export interface Example {
  /** In `per`, the unit of the factors: a kilogram, a piece, a kilowatt hour. */
  readonly quantity: string;
  readonly per: string;
  /** Cost of the quantity in NOK excl. VAT, for spend factors. */
  readonly kroner: string | null;
}

/** Whole factor sets have hundreds of rows with a word such as diesel in their names. */
const COMPARED_MAX = 200;

/** SQL: a word with every special character of regular expressions escaped. */
const escapedWord = (word: string): string => `regexp_replace(lower(${word}), '([^[:alnum:]])', '\\\\\\1', 'g')`;

/** SQL: true if every word of the text matches a name with the given pattern around it. */
const everyWordMatches = (name: string, before: string, after: string): string =>
  `(select bool_and(lower(${name}) ~ (${before} || w.plain || ${after})) from word w)`;

/**
 * Compares all sources whose factor names match a text. With an example, each row has the emissions of that purchase.
 * Order of name matches:
 * 1. words at the start of words (strøm: Strøm uten opprinnelsesgaranti)
 * 2. words at the end, the head of a Norwegian compound (papir: Kopipapir)
 * 3. words elsewhere (oppstrøms), only if there are no matches of kind 1 or 2
 * With an example, factors per its unit come first, then spend factors if it has a cost. At most 200 rows are returned
 * in this order.
 */
@Injectable()
export class CompareFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(text: string, example: Example | null): Promise<ComparedFactor[]> {
    return this.database.query<ComparedFactor>(
      `with used as materialized (${factorsInUseOn('$5::timestamptz::date')}), word as (
         select ${escapedWord('part')} as plain from regexp_split_to_table(btrim($1), '\\s+') as part
       ), fitting as (
         select f.*, case
           when ${everyWordMatches('f.called', `'\\m'`, `''`)} or ${everyWordMatches(`coalesce(f.source_name, '')`, `'\\m'`, `''`)} then 0
           when (select bool_and(lower(f.called) ~ ('\\m' || w.plain) or lower(f.called) ~ (w.plain || '\\M')) from word w) then 1
           when ${everyWordMatches('f.called', `''`, `''`)} or ${everyWordMatches(`coalesce(f.source_name, '')`, `''`, `''`)} then 2
         end as place
         from (select *, concat_ws(' ', name, activity) as called from factor_book.factor) f
       )
       select f.set_id as "setId", f.id, f.name, f.activity, f.source, s.title, f.kind, f.value::text as value, f.unit, f.per, f.boundary, f.stage, f.region, f.data_year as "dataYear", s.method,
         case when f.kind = 'spend' then s.currency || ' ' || s.price_level else f.per end as basis, f.gsd::text as gsd, f.flags, s.licence, s.source_url as "sourceUrl",
         case when s.repository is not null then concat_ws(' @ ', s.repository, left(s.repository_commit, 8)) end as "copiedFrom",
         case when f.kind = 'activity' and f.per = $3 then round(f.value * $2::numeric, 6)::text when f.kind = 'spend' then round($4::numeric * n.value, 6)::text end as kg,
         case when f.kind = 'activity' and f.per = $3 then f.value::text when f.kind = 'spend' then trim_scale(n.value)::text end as multiplier,
         case when f.kind = 'spend' and s.currency <> 'NOK' then (select trim_scale(q.value)::text from factor_book.door_series q where q.kind = 'exchange-rate' and q.currency = s.currency and q.year = s.data_year) end as rate,
         exists (select from used u where u.set_id = f.set_id and u.factor_id = f.id) as "inForce"
       from fitting f
       join factor_book.factor_set s on s.id = f.set_id
       left join lateral (
         select m.value from (${multipliersSql({ factors: '(select f.set_id, f.id as factor_id)' })}) m where f.kind = 'spend' and $4::numeric is not null and m.price_level = s.price_level and m.vat_rate = 0
       ) n on true
       where f.place < 2 or f.place = 2 and not exists (select from fitting other where other.place < 2)
       order by coalesce(f.kind = 'activity' and f.per = $3, false) desc, f.kind = 'spend' and $4::numeric is not null desc, f.place, f.kind, f.per, f.value limit ${COMPARED_MAX}`,
      [text, example?.quantity ?? null, example?.per ?? null, example?.kroner ?? null, this.clock.now()],
    );
  }
}
