import { Injectable } from '@nestjs/common';
import {
  SummariseEmissions,
  EstimateUncertainty,
  UNCLASSIFIED_SHARE_MAX,
  type EmissionFilter,
  type SummaryTotals,
} from '@tallgrunn/emissions-server';
import { Database } from '@tallgrunn/platform';
import { divide, signOf } from '@tallgrunn/values';
import { monthsBetween } from '../completeness/month-completeness.ts';
import { ReadChartData } from '../chart-data.ts';
import { populationSql, type Population } from './read-population.ts';

/** Figures of one municipality: spend excl. VAT (NOK) and kg CO2e as decimal text, shares 0 to 1. */
export interface MunicipalityFigures {
  readonly spend: string;
  readonly kg: string;
  readonly low: string;
  readonly high: string;
  /** Shares of the spend on agreed items, and with a factor. Null without purchases. */
  readonly shareByItem: string | null;
  readonly shareWithFactor: string | null;
}

/**
 * A municipality in the comparison. `missing`: months (YYYY-MM) for which its ledger is incomplete; with any, its
 * figures are not comparable.
 */
export interface MunicipalityRow {
  readonly buyerId: string;
  readonly name: string;
  readonly missing: readonly string[];
  readonly population: Population | null;
  /**
   * Unclassified spend, neither operating nor investment. If it is more than 1 %, the operating figures are not
   * comparable.
   */
  readonly classUnknown: string;
  readonly isClassKnown: boolean;
  /** Null if there are no data. */
  readonly figures: MunicipalityFigures | null;
}

interface BuyerRow extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly complete: readonly string[];
  readonly inhabitants: number | null;
  readonly year: number | null;
  readonly source: string | null;
}

/** $1: the year of the population. */
const BUYERS = `
  with ledger as materialized (
    select m.buyer_id, m.month from spend.door_ledger_month m where m.is_complete
  )
  select o.id, o.name, p.inhabitants, p.year, p.source, coalesce((select array_agg(m.month) from ledger m where m.buyer_id = o.id), '{}') as complete
  from identity.door_current_organisation o
  left join lateral (${populationSql('o', '$1')}) p on true
  where o.kind = 'buyer' and (platform.side() <> 'buyer' or o.id = platform.organisation())
  order by o.name`;

const SHARE_SCALE = 6;
/** Figures of a municipality without spend in the requested accounts, or without emissions. */
const NO_FIGURES: MunicipalityFigures = {
  spend: '0',
  kg: '0.000000',
  low: '0.000',
  high: '0.000',
  shareByItem: null,
  shareWithFactor: null,
};

/** Account classes of the figures. */
export const accountsCompared = ['operating', 'all'] as const;
export type Accounts = (typeof accountsCompared)[number];

/** Compares municipalities over a period. The figures equal those of each municipality's own page. */
@Injectable()
export class CompareMunicipalities {
  constructor(
    private readonly database: Database,
    private readonly emissions: SummariseEmissions,
    private readonly uncertainty: EstimateUncertainty,
    private readonly basis: ReadChartData,
  ) {}

  /**
   * @param from first month, YYYY-MM
   * @param to last month, inclusive
   * @param accounts the operating accounts only, or all accounts
   */
  async run(from: string, to: string, accounts: Accounts = 'all'): Promise<MunicipalityRow[]> {
    const months = monthsBetween(from, to);
    const buyers = await this.database.query<BuyerRow>(BUYERS, [Number(to.slice(0, 4))]);
    const [all, own] = [
      await this.#figures({ from, to }),
      accounts === 'operating' ? await this.#figures({ from, to, accountClass: 'operating' }) : null,
    ];
    return buyers.map(({ id, name, complete, inhabitants, year, source }) => {
      const whole = all.get(id);
      return {
        buyerId: id,
        name,
        missing: months.filter((month) => !complete.includes(month)),
        population: inhabitants === null || year === null || source === null ? null : { inhabitants, year, source },
        figures: whole ? (own ? (own.get(id)?.figures ?? NO_FIGURES) : whole.figures) : null,
        classUnknown: whole?.totals.classUnknown ?? '0',
        isClassKnown: whole ? isClassKnown(whole.totals) : true,
      };
    });
  }

  /** Returns the figures by buyer, for buyers with data. */
  async #figures(
    filter: EmissionFilter,
  ): Promise<ReadonlyMap<string, { readonly figures: MunicipalityFigures; readonly totals: SummaryTotals }>> {
    const byBuyer = await this.emissions.byBuyer(filter);
    const intervals = await this.uncertainty.byBuyer(filter);
    const byItem = await this.basis.byItem(filter);
    return new Map(
      [...byBuyer].map(([buyerId, totals]) => {
        const { spend, kg, shareKnown } = totals;
        const { low, high } = intervals.get(buyerId) ?? NO_FIGURES;
        return [
          buyerId,
          {
            totals,
            figures: {
              spend,
              kg,
              low,
              high,
              shareByItem: signOf(spend) > 0 ? divide(byItem.get(buyerId) ?? '0', spend, SHARE_SCALE) : null,
              shareWithFactor: shareKnown,
            },
          },
        ] as const;
      }),
    );
  }
}

/** Returns whether at most 1 % of the spend is unclassified, as in the comparison of periods. */
function isClassKnown({ operating, investment, classUnknown }: SummaryTotals): boolean {
  const [unknown, ...known] = [classUnknown, operating, investment].map((amount) => Math.abs(Number(amount))) as [
    number,
    ...number[],
  ];
  return unknown <= UNCLASSIFIED_SHARE_MAX * known.reduce((total, amount) => total + amount, unknown);
}
