import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { inForceOn } from './in-force.ts';
import { multipliersOf } from './multipliers.ts';

type Said = { readonly nb: string; readonly nn: string; readonly en: string };

/** What one source says of goods, with the five things that make sources differ. Decimals are text. */
export interface ComparedFactor {
  readonly setId: string;
  readonly id: string;
  readonly name: string;
  /** What of it is measured, where one name has several: district heating of the heating of premises. */
  readonly activity: string | null;
  readonly source: string;
  readonly title: Said;
  readonly kind: 'spend' | 'activity';
  readonly value: string;
  readonly unit: string;
  readonly per: string;
  /** 1. where the count ends */
  readonly boundary: string;
  readonly stage: 'whole' | 'upstream' | 'direct';
  /** 2. which country */
  readonly region: string;
  /** 3. which year */
  readonly dataYear: number | null;
  /** 4. how it was made */
  readonly method: string;
  /** 5. per what: the unit, and for kroner the prices */
  readonly basis: string;
  readonly gsd: string | null;
  readonly flags: readonly string[];
  readonly licence: string;
  readonly sourceUrl: string;
  readonly copiedFrom: string | null;
  /** kg CO2e of the example: its quantity, or its price at the factor's own prices; null where the unit is another. */
  readonly kg: string | null;
  /** What the example was multiplied by to get there: kg per unit, or per krone at the factor's own prices. */
  readonly multiplier: string | null;
  /** Kroner per unit of the factor's currency in its data year, where it is another than kroner. */
  readonly rate: string | null;
  readonly inForce: boolean;
}

export interface Example {
  /** In the unit of the factors: a kilogram, a piece, a kilowatt hour. */
  readonly quantity: string;
  readonly per: string;
  /** What the quantity costs, kroner without VAT, for factors per krone. */
  readonly kroner: string | null;
}

/** Whole releases have hundreds of rows with a word such as diesel in their names. */
const COMPARED_MAX = 200;

/** A word in a regular expression, with nothing in it that means something there. */
const PLAIN = (word: string): string => `regexp_replace(lower(${word}), '([^[:alnum:]])', '\\\\\\1', 'g')`;

/** Every word of the text where a name fits a pattern around it. */
const EVERY = (name: string, before: string, after: string): string =>
  `(select bool_and(lower(${name}) ~ (${before} || w.plain || ${after})) from word w)`;

/**
 * All sources for the goods whose names a text fits, side by side; with an example, what each makes of the same purchase. Names with the words at the start of theirs come first
 * (strøm: Strøm uten opprinnelsesgaranti), then those where a word ends in one, which is what a compound is of (Kopipapir). Names with them elsewhere (oppstrøms) only where nothing else fits. With an example, what is per its unit, or per krone where it has a price, comes before all: of more than 200 that is what is told.
 */
@Injectable()
export class CompareFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(text: string, example: Example | null): Promise<ComparedFactor[]> {
    return this.database.query<ComparedFactor>(
      `with used as materialized (${inForceOn('$5::timestamptz::date')}), word as (
         select ${PLAIN('part')} as plain from regexp_split_to_table(btrim($1), '\\s+') as part
       ), fitting as (
         select f.*, case
           when ${EVERY('f.called', `'\\m'`, `''`)} or ${EVERY(`coalesce(f.source_name, '')`, `'\\m'`, `''`)} then 0
           when (select bool_and(lower(f.called) ~ ('\\m' || w.plain) or lower(f.called) ~ (w.plain || '\\M')) from word w) then 1
           when ${EVERY('f.called', `''`, `''`)} or ${EVERY(`coalesce(f.source_name, '')`, `''`, `''`)} then 2
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
         select m.value from (${multipliersOf({ factors: '(select f.set_id, f.id as factor_id)' })}) m where f.kind = 'spend' and $4::numeric is not null and m.price_level = s.price_level and m.vat_rate = 0
       ) n on true
       where f.place < 2 or f.place = 2 and not exists (select from fitting other where other.place < 2)
       order by coalesce(f.kind = 'activity' and f.per = $3, false) desc, f.kind = 'spend' and $4::numeric is not null desc, f.place, f.kind, f.per, f.value limit ${COMPARED_MAX}`,
      [text, example?.quantity ?? null, example?.per ?? null, example?.kroner ?? null, this.clock.now()],
    );
  }
}
