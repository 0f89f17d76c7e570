import type { Language } from '@tallgrunn/values';
import { explanationTexts } from '../texts/explanation-texts.ts';
import type { allMethods } from '../calculation/methods.ts';

export type LocalText = Readonly<Record<Language, string>>;

/** A part of a spend line with the data that explain its figure. Decimals are text. */
export interface LinePartRow {
  readonly run: number;
  readonly finished_at: Date;
  readonly engine: string;
  readonly account_map_id: string;
  readonly factor_set_id: string;
  readonly part_set_id: string | null;
  readonly source: 'posting' | 'invoice-line' | 'remainder';
  readonly part: number;
  /** Excl. VAT; the ledger's amount if VAT is unknown. */
  readonly amount: string;
  readonly currency: string;
  readonly base_amount: string | null;
  /** Basis of the amount excl. VAT, and the VAT rate removed. Null for older runs, which have `vat_status`. */
  readonly net_basis: 'as-stated' | 'on-invoice' | 'vat-on-row' | 'rate-on-row' | 'rate-of-account' | 'unknown' | null;
  readonly net_rate: string | null;
  readonly vat_status: 'net' | 'gross' | 'unknown' | null;
  readonly vat_rate: string | null;
  readonly purchased_on: string | null;
  readonly account_system: string | null;
  readonly account_code: string | null;
  readonly method: (typeof allMethods)[number];
  readonly reason: string;
  readonly data_quality_score: number | null;
  readonly price_level: string | null;
  readonly price_standing: 'same-year' | 'deflated' | 'not-deflated' | null;
  readonly price_basis_conversion: 'converted' | 'not-converted' | null;
  /** The margins that converted the factor to purchaser's prices, per unit of its currency. */
  readonly price_share: {
    readonly tax: string;
    readonly margin: string;
    readonly tradeName: string | null;
    readonly trade: string | null;
    readonly value: string;
    readonly id: string;
    readonly source: string;
    readonly sourceUrl: string;
    readonly licence: string;
  } | null;
  /**
   * Values in the run's versions of the series. `base` and `year`: price index of the factor's data year and of the
   * year of purchase. `rate`: NOK per unit of the factor's currency in its data year. `own`: NOK per unit of the
   * amount's currency in the year of purchase.
   */
  readonly prices: {
    readonly base: string | null;
    readonly year: string | null;
    readonly rate: string | null;
    readonly own: string | null;
  };
  /** Sources of these values. */
  readonly price_sources: readonly { readonly source: string; readonly sourceUrl: string; readonly licence: string }[];
  readonly is_over_reported: boolean;
  readonly category_code: string;
  readonly item_number: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly conversion:
    'same-kind' | 'content' | 'pack' | 'net-weight' | 'mass-per-declared-unit' | 'density' | 'content-density' | null;
  readonly per_unit: string | null;
  readonly kg_co2e_per_unit: string | null;
  readonly multiplier: string | null;
  readonly kg: string | null;
  readonly combustion_kg_co2e: string | null;
  readonly rule_name: LocalText | null;
  readonly rule_reason: LocalText | null;
  readonly factor: {
    readonly name: string;
    readonly value: string;
    readonly unit: string;
    readonly per: string;
    readonly region: string;
    readonly kind: 'spend' | 'activity';
    readonly published: string | null;
  } | null;
  readonly direct_factor: { readonly name: string; readonly value: string; readonly unit: string } | null;
  readonly product: LocalText | null;
  readonly category: LocalText | null;
  readonly declaration: {
    readonly product: string;
    readonly company: string | null;
    readonly number: string;
    readonly file: string;
    readonly value: string;
    readonly unit: string;
    readonly from: string;
    readonly to: string;
    readonly basis: string | null;
  } | null;
  /** The supplier's declaration that was not used, and why; null if there is none or it was used. */
  readonly passed_over: UnusedDeclaration | null;
  readonly factors: FactorSetRow;
  readonly file_name: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
}

export interface UnusedDeclaration {
  readonly why:
    | 'not-valid-then'
    | 'unit-not-convertible'
    | 'quantity-missing'
    | 'implausible'
    | 'not-accepted'
    | 'link-not-accepted'
    | 'not-open';
  readonly number: string;
  readonly product: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly day: string | null;
}

export interface FactorSetRow {
  readonly title: LocalText;
  readonly boundary: LocalText;
  readonly attributions: readonly string[];
  readonly licence: string;
  readonly licenceUrl: string;
  readonly sourceUrl: string;
  readonly dataYear: number;
  readonly priceLevel: string;
  readonly currency: string;
  readonly vatBasisStated: boolean;
  readonly priceBasis: 'purchaser' | 'producer' | 'basic' | null;
  readonly priceBasisStated: boolean;
  /** The publisher's price index of the data year and of the price level; null = unknown. */
  readonly priceIndex: { readonly dataYear: string; readonly priceLevel: string } | null;
  /** Price rise from the data year to the price level, 0.1513 for 15.13 %; null = unknown. */
  readonly rise: string | null;
}

/** SQL: the factor set of a line as JSON for explanations; `s` is factor_book.door_factor_set. */
export const FACTOR_SET = `jsonb_build_object('title', s.title, 'boundary', s.boundary, 'attributions', s.attributions, 'licence', s.licence, 'licenceUrl', s.licence_url,
  'sourceUrl', s.source_url, 'dataYear', s.data_year, 'priceLevel', s.price_level, 'currency', s.currency, 'vatBasisStated', s.vat_basis_stated, 'priceBasis', s.price_basis, 'priceBasisStated', s.price_basis_stated,
  'priceIndex', s.price_index, 'rise', round((s.price_index ->> 'priceLevel')::numeric / (s.price_index ->> 'dataYear')::numeric - 1, 4)::text)`;

/**
 * SQL: true if a footprint had been accepted when the run began, for any item. `w` is declarations.door_decision, `u`
 * the run.
 */
export const WAS_ACCEPTED = '(w.accepted and w.decided_at <= u.started_at)';

/** Returns attributions and licence, which must be shown with every figure based on the factors. */
export function sourcesOf(
  { attributions, sourceUrl, licence, licenceUrl }: FactorSetRow,
  language: Language,
): { label: string; link?: string }[] {
  return [
    ...attributions.map((label, index) => (index === 0 ? { label, link: sourceUrl } : { label })),
    { label: explanationTexts(language).source.licence({ licence }), link: licenceUrl },
  ];
}
