import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { factorsInUseOn } from './factors-in-use.ts';

type LocalText = { readonly nb: string; readonly nn: string; readonly en: string };

/** A factor set with its publisher, region, year, licence and source. */
export interface FactorSetRow {
  readonly id: string;
  readonly title: LocalText;
  readonly boundary: LocalText;
  readonly region: string;
  readonly dataYear: number;
  readonly method: string;
  readonly currency: string;
  /** The price basis of its factors; null when none is a spend factor. */
  readonly priceBasis: 'purchaser' | 'producer' | 'basic' | null;
  /** Whether the publisher states the price basis; false = our interpretation. */
  readonly priceBasisStated: boolean;
  readonly priceLevel: string;
  readonly unit: string;
  readonly licence: string;
  readonly licenceUrl: string;
  readonly sourceUrl: string;
  readonly copiedFrom: string | null;
  readonly sha256: string;
  readonly attributions: readonly string[];
  readonly factors: number;
  /** Number of its factors in use today. */
  readonly inForce: number;
}

/** A price index or an exchange rate with its years. */
export interface SeriesRow {
  readonly id: string;
  readonly kind: 'price-index' | 'exchange-rate';
  readonly currency: string;
  readonly title: LocalText;
  readonly source: string;
  readonly sourceUrl: string;
  readonly licence: string;
  readonly note: string | null;
  readonly points: readonly { readonly year: number; readonly value: string }[];
}

/** A version of the price margins that convert a set's factors to purchaser's prices. */
export interface PriceMarginsRow {
  readonly id: string;
  readonly setId: string;
  readonly title: LocalText;
  readonly source: string;
  readonly sourceUrl: string;
  readonly licence: string;
  readonly factors: number;
}

/** Returns all factor sets, and the versions in force of the price indices, exchange rates and price margins. */
@Injectable()
export class ListSets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{ sets: FactorSetRow[]; series: SeriesRow[]; priceShares: PriceMarginsRow[] }> {
    const sets = await this.database.query<FactorSetRow>(
      `with used as (${factorsInUseOn('$1::timestamptz::date')})
       select s.id, s.title, s.boundary, s.region, s.data_year as "dataYear", s.method, s.currency, s.price_basis as "priceBasis", s.price_basis_stated as "priceBasisStated", s.price_level as "priceLevel", s.unit, s.licence, s.licence_url as "licenceUrl", s.source_url as "sourceUrl",
         case when s.repository is not null then concat_ws(' @ ', concat_ws('/', s.repository, s.repository_path), left(s.repository_commit, 8)) end as "copiedFrom", s.sha256, s.attributions,
         (select count(*)::int from factor_book.factor f where f.set_id = s.id) as factors,
         (select count(*)::int from used u where u.set_id = s.id) as "inForce"
       from factor_book.factor_set s order by s.region <> 'NO', s.id`,
      [this.clock.now()],
    );
    const series = await this.database.query<SeriesRow>(
      `select s.id, s.kind, s.currency, s.title, s.source, s.source_url as "sourceUrl", s.licence, s.note, jsonb_agg(jsonb_build_object('year', s.year, 'value', s.value::text) order by s.year) as points
       from factor_book.door_series s group by s.id, s.kind, s.currency, s.title, s.source, s.source_url, s.licence, s.note order by s.kind, s.currency`,
    );
    const priceShares = await this.database.query<PriceMarginsRow>(
      `select margin_set_id as id, set_id as "setId", title, source, source_url as "sourceUrl", licence, count(*)::int as factors
       from factor_book.door_price_margin group by margin_set_id, set_id, title, source, source_url, licence order by set_id`,
    );
    return { sets, series, priceShares };
  }
}
