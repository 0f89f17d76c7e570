import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { filterParams, hasAccountClassSql, type EmissionFilter, type ScopedFilter } from './emission-filter.ts';
import { ReadPublicationScope } from './publication/publication-scope.ts';
import { BOOKED_ON, storedSums, linesAsSums } from './calculation/store-sums.ts';
import { ALL_METHODS, METHODS_WITH_FIGURE, isPurchaseSql, METHODS_WITH_AMOUNT } from './calculation/methods.ts';
import { inForceAt } from './at-run.ts';
import { ReadSummaryScope, type SummaryScope } from './read-summary-scope.ts';

/**
 * Spend and emissions of one category by one method. `share`: of all purchases whose amount is known, with other
 * currencies converted. Decimals are text.
 */
export interface SummaryRow {
  readonly category: string | null;
  readonly method: string;
  readonly currency: string;
  readonly lines: number;
  /** Excl. VAT. */
  readonly amount: string;
  /** Ledger amounts of lines with unknown VAT; not included in any amount. */
  readonly outside: string;
  /** `amount` in the cooperative's currency; null if no exchange rate is known. */
  readonly ownAmount: string | null;
  readonly kg: string | null;
  /** Combustion emissions (scope 1), never included in kg. */
  readonly directKg: string | null;
  readonly share: string | null;
}

export interface SummaryTotals {
  readonly lines: number;
  /**
   * Purchases in the cooperative's currency: with a factor, without one, and awaiting a decision. Other currencies are
   * included if there is an exchange rate.
   */
  readonly spend: string;
  /** The part of `spend` converted from other currencies; the combined table shows it separately. */
  readonly converted: string;
  readonly withFactor: string;
  readonly ask: string;
  readonly noFactor: string;
  readonly notSpend: string;
  /** Ledger amounts with unknown VAT, and their number of lines; not included in any total. */
  readonly vatUnknown: string;
  readonly vatUnknownLines: number;
  /** Spend calculated from the amount, by category or by account. */
  readonly fromKroner: string;
  /** Spend in years without a price index, calculated at the factor's price level. */
  readonly notDeflated: string;
  readonly notAtPurchaserPrice: string;
  /** Spend on lines for which reports exceed the ledger. */
  readonly overReported: string;
  /** Spend by account class: operating, investment and unclassified. */
  readonly operating: string;
  readonly investment: string;
  readonly classUnknown: string;
  readonly kg: string;
  readonly kgFromKroner: string;
  /** Combustion emissions (scope 1), never included in kg. */
  readonly directKg: string;
  /** Share of the spend with a factor, 0 to 1; null without spend. */
  readonly shareKnown: string | null;
  /** Data quality score, 1 (best) to 5, weighted by spend and by emissions. */
  readonly qualityBySpend: string | null;
  readonly qualityByKg: string | null;
}

export interface SupplierResultSummary {
  readonly standing: string;
  readonly lines: number;
  readonly amount: string;
  readonly kg: string | null;
  readonly verifiedKg: string | null;
}

export interface Summary {
  readonly run: {
    readonly number: number;
    readonly finishedAt: Date;
    readonly engine: string;
    readonly factorSet: string;
    readonly ruleSet: string;
    readonly currency: string;
    readonly attributions: readonly string[];
    readonly licence: string;
  } | null;
  readonly totals: SummaryTotals | null;
  readonly rows: readonly SummaryRow[];
  readonly beside: readonly SupplierResultSummary[];
  /** Null without purchases. */
  readonly scope: SummaryScope | null;
}

/** SQL: the filter parameters $1 to $4. */
const WITHIN_FILTER = `
  ${inForceAt('$1')}
  and ($2::uuid[] is null or buyer_id = any ($2::uuid[])) and ($3::uuid is null or supplier_id = $3::uuid) and ($4::text[] is null or category_code = any ($4::text[]))`;

/**
 * SQL: the first day of a month. It is constant for the planner, which would calculate `to_date` for each row. There is
 * no year 0.
 */
const firstDayOf = (month: string): string =>
  `make_date(greatest(left(${month}, 4)::int, 1), right(${month}, 2)::int, 1)`;

/**
 * SQL: true if a day is within the months $5 to $6 of a filter; parameters as in filterParams. It can use an index on a
 * column, but none on an expression, because of row-level security.
 */
export const isWithinMonthsSql = (day: string): string =>
  `($5::text is null or ${day} >= ${firstDayOf('$5')}) and ($6::text is null or ${day} < (${firstDayOf('$6')} + interval '1 month')::date)`;

/** SQL: the result lines of a run within a filter; parameters as in filterParams. Months are by the given day of a line. */
export const resultLinesSql = (day: string): string => `
  select * from emissions.result
  where ${WITHIN_FILTER}
    and ${isWithinMonthsSql(day)} and ($7::text is null or method = $7)`;

export const RESULT_LINES = resultLinesSql(BOOKED_ON);

/**
 * SQL: the lines with combustion emissions, with their combustion factor and emissions in place of those of the
 * purchase.
 */
const combustionLinesSql = (lines: string): string => `
  select batch_id, line_no, part, buyer_id, supplier_id, version_id, item_number, category_code, product_group_code, account_system, account_code, account_class, method, currency, amount, outside_amount, net_basis, base_amount, purchased_on, booked_on, data_quality_score, is_over_reported,
    price_standing, price_basis_conversion, null::uuid as footprint_id, quantity, per_unit, combustion_set_id as factor_set_id, combustion_factor_id as factor_id, combustion_multiplier as multiplier, combustion_kg_co2e as kg, combustion_kg_co2e
  from (${lines}) l where combustion_kg_co2e is not null`;

export const filteredLinesSql = ({ by, of, accountClass }: EmissionFilter): string => {
  const lines = `${by === 'delivery' ? resultLinesSql('purchased_on') : RESULT_LINES} and ${hasAccountClassSql(accountClass)}`;
  return of === 'burning' ? combustionLinesSql(lines) : lines;
};

/**
 * SQL: the rows from which the figures are summed. These are the sums stored by runs, or the lines for combustion
 * emissions. Both have the same columns.
 */
export const sumSourceSql = (filter: EmissionFilter): string => {
  if (filter.of === 'burning') return linesAsSums(filteredLinesSql(filter));
  const month = filter.by === 'delivery' ? 'purchase_month' : 'month';
  return storedSums(
    filter.supplierId === undefined ? 'buyer' : 'supplier',
    `${WITHIN_FILTER} and ($5::text is null or ${month} >= $5) and ($6::text is null or ${month} <= $6) and ($7::text is null or method = $7) and ${hasAccountClassSql(filter.accountClass)}`,
  );
};

/** SQL: totals over sums. $8: the cooperative's currency. */
const TOTALS = `
              coalesce(sum(line_count), 0)::int as lines,
              coalesce(sum(base_amount) filter (where ${isPurchaseSql('method')}), 0)::text as spend,
              coalesce(sum(base_amount) filter (where ${isPurchaseSql('method')} and currency <> $8), 0)::text as converted,
              coalesce(sum(base_amount) filter (where ${isPurchaseSql('method')} and account_class = 'operating'), 0)::text as operating,
              coalesce(sum(base_amount) filter (where ${isPurchaseSql('method')} and account_class = 'investment'), 0)::text as investment,
              coalesce(sum(base_amount) filter (where ${isPurchaseSql('method')} and account_class is null), 0)::text as "classUnknown",
              coalesce(sum(base_amount) filter (where method = any (${METHODS_WITH_FIGURE})), 0)::text as "withFactor",
              coalesce(sum(base_amount) filter (where method = 'ask'), 0)::text as ask,
              coalesce(sum(base_amount) filter (where method = 'no-factor'), 0)::text as "noFactor",
              coalesce(sum(base_amount) filter (where not (${isPurchaseSql('method')})), 0)::text as "notSpend",
              coalesce(sum(outside_amount) filter (where ${isPurchaseSql('method')} and currency = $8), 0)::text as "vatUnknown",
              coalesce(sum(outside_count) filter (where ${isPurchaseSql('method')}), 0)::int as "vatUnknownLines",
              coalesce(sum(base_amount) filter (where method in ('spend-category', 'spend-account')), 0)::text as "fromKroner",
              coalesce(sum(base_amount) filter (where price_standing = 'not-deflated'), 0)::text as "notDeflated",
              coalesce(sum(base_amount) filter (where price_basis_conversion = 'not-converted'), 0)::text as "notAtPurchaserPrice",
              coalesce(sum(base_amount) filter (where is_over_reported), 0)::text as "overReported",
              round(coalesce(sum(kg), 0), 6)::text as kg,
              round(coalesce(sum(kg) filter (where method in ('spend-category', 'spend-account')), 0), 6)::text as "kgFromKroner",
              round(coalesce(sum(combustion_kg_co2e), 0), 6)::text as "directKg",
              round(sum(base_amount) filter (where method = any (${METHODS_WITH_FIGURE})) / nullif(sum(base_amount) filter (where ${isPurchaseSql('method')}), 0), 6)::text as "shareKnown",
              round(sum(size_amount * data_quality_score) / nullif(sum(size_amount) filter (where data_quality_score is not null), 0), 2)::text as "qualityBySpend",
              round(sum(size_kg * data_quality_score) / nullif(sum(size_kg), 0), 2)::text as "qualityByKg"`;

/** Returns whether the filter includes report lines, which have no account class. */
const includesReportLines = ({ accountClass }: EmissionFilter): boolean =>
  accountClass === undefined || accountClass === 'unknown';

/** Summarises a run within a filter by category and method, including spend without an emission figure. */
@Injectable()
export class SummariseEmissions {
  constructor(
    private readonly database: Database,
    private readonly publications: ReadPublicationScope,
    private readonly scope: ReadSummaryScope,
  ) {}

  async run(requested: ScopedFilter): Promise<Summary> {
    const filter = await this.publications.narrow(requested);
    const run = await this.#run(filter.run ?? null);
    if (!run) return { run: null, totals: null, rows: [], beside: [], scope: null };
    const params = filterParams(run.number, filter);
    const sums = sumSourceSql(filter);
    return {
      run,
      totals: (await this.#totals(sums, [...params, run.currency])) ?? null,
      rows: await this.#rows(sums, params),
      beside: includesReportLines(filter) ? await this.#supplierResults([...params.slice(0, 6), run.currency]) : [],
      scope: await this.scope.run(sums, params),
    };
  }

  /** Returns the totals of each buyer with lines within the filter. */
  async byBuyer(requested: ScopedFilter): Promise<ReadonlyMap<string, SummaryTotals>> {
    const filter = await this.publications.narrow(requested);
    const run = await this.#run(filter.run ?? null);
    if (!run) return new Map();
    const rows = await this.database.query<SummaryTotals & { buyerId: string }>(
      `with line as (${sumSourceSql(filter)}) select buyer_id as "buyerId", ${TOTALS} from line where buyer_id is not null group by buyer_id`,
      [...filterParams(run.number, filter), run.currency],
    );
    return new Map(rows.map(({ buyerId, ...totals }) => [buyerId, totals]));
  }

  #run(number: number | null): Promise<NonNullable<Summary['run']> | undefined> {
    return this.database.one(
      `select r.number, r.finished_at as "finishedAt", r.engine, r.factor_set_id as "factorSet", r.account_map_id as "ruleSet", r.currency, s.attributions, s.licence
       from emissions.run r join factor_book.door_factor_set s on s.id = r.factor_set_id
       where $1::int is null or r.number = $1::int
       order by r.number desc limit 1`,
      [number],
    );
  }

  #rows(from: string, params: readonly unknown[]): Promise<SummaryRow[]> {
    return this.database.query(
      `with line as (${from}), sums as (
         select category_code, method, currency, sum(line_count)::int as lines, coalesce(sum(amount), 0) as amount, coalesce(sum(outside_amount), 0) as outside, sum(base_amount) as base_amount, sum(kg) as kg, sum(combustion_kg_co2e) as combustion_kg_co2e from line group by category_code, method, currency
       )
       select nullif(s.category_code, 'unsorted') as category, s.method, s.currency, s.lines, s.amount::text as amount, s.outside::text as outside, s.base_amount::text as "ownAmount", s.kg::text as kg, s.combustion_kg_co2e::text as "directKg",
              case when s.method = any (${METHODS_WITH_AMOUNT}) then round(s.base_amount / nullif(
                (select sum(base_amount) from sums where method = any (${METHODS_WITH_AMOUNT})), 0), 6)::text end as share
       from sums s
       left join catalogue.door_category c on c.code = s.category_code
       order by c.position nulls last, array_position(${ALL_METHODS}, s.method), s.currency`,
      params,
    );
  }

  #totals(sums: string, params: readonly unknown[]): Promise<SummaryTotals | undefined> {
    return this.database.one<SummaryTotals & Record<string, unknown>>(
      `with line as (${sums}) select ${TOTALS} from line`,
      params,
    );
  }

  #supplierResults(params: readonly unknown[]): Promise<SupplierResultSummary[]> {
    return this.database.query(
      `select standing, count(*)::int as lines, coalesce(sum(amount) filter (where currency = $7), 0)::text as amount, sum(kg)::text as kg, (sum(kg) filter (where data_quality_score = 1))::text as "verifiedKg"
       from emissions.supplier_footprint_result
       where ${WITHIN_FILTER} and ($5::text is null or to_char(happened_on, 'YYYY-MM') >= $5) and ($6::text is null or to_char(happened_on, 'YYYY-MM') <= $6)
       group by standing
       order by array_position(array['counted', 'not-valid-then', 'unit-not-convertible', 'quantity-missing', 'implausible'], standing)`,
      params,
    );
  }
}
