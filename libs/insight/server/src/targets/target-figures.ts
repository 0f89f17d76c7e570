import { Injectable } from '@nestjs/common';
import { EstimateUncertainty, SummariseEmissions, type Months } from '@tallgrunn/emissions-server';
import { divide, signOf, sum } from '@tallgrunn/values';
import { ReadChartData } from '../chart-data.ts';
import { CompareMunicipalities, type MunicipalityRow } from '../municipalities/compare-municipalities.ts';
import type { TargetKind } from './target.ts';

/** A figure with its 95 % interval, decimal text. Shares are exact for the data and have none. */
export interface TargetFigure {
  readonly value: string;
  readonly low: string | null;
  readonly high: string | null;
}

/** A municipality with the months for which its ledger is incomplete. */
export interface MissingData {
  readonly id: string;
  readonly name: string;
  readonly missing: readonly string[];
}

export interface BaseFigure {
  /** Null if there is no figure. */
  readonly figure: TargetFigure | null;
  readonly reason: FigureReason | null;
  /** Municipalities without a complete ledger of the base year. */
  readonly incomplete: readonly MissingData[];
}

/** Reasons why there is no figure, or none that can be compared. */
export const figureReasons = ['incomplete', 'no-purchases', 'no-population'] as const;
export type FigureReason = (typeof figureReasons)[number];

const SCALE = 9;
const DECLARED = ['declared-verified', 'declared-unverified'];

/** Reads the figures of targets from the same sources as the pages that show them. */
@Injectable()
export class ReadTargetFigures {
  constructor(
    private readonly municipalities: CompareMunicipalities,
    private readonly emissions: SummariseEmissions,
    private readonly uncertainty: EstimateUncertainty,
    private readonly basis: ReadChartData,
  ) {}

  /** Returns the figure of a whole year, with the municipalities whose ledgers lack months of it. */
  async ofYear(kind: TargetKind, year: number, buyerId: string | null): Promise<BaseFigure> {
    const months = { from: `${year}-01`, to: `${year}-12` };
    const rows = (await this.municipalities.run(months.from, months.to)).filter(
      (row) => buyerId === null || row.buyerId === buyerId,
    );
    const incomplete = rows
      .filter(({ missing }) => missing.length > 0)
      .map(({ buyerId: id, name, missing }) => ({ id, name, missing }));
    const withFigures = rows.filter(({ figures }) => figures !== null);
    if (withFigures.length === 0) return { figure: null, reason: 'no-purchases', incomplete };
    const ids = withFigures.map((row) => row.buyerId);
    const share = await this.share(kind, months, ids);
    if (share !== undefined) return { figure: share, reason: share === null ? 'no-purchases' : null, incomplete };
    const { kg, low, high } = await this.uncertainty.run({ ...months, ...(buyerId ? { buyerId } : {}) });
    const size = sizeOf(kind, withFigures);
    if (size === null) return { figure: null, reason: 'no-population', incomplete };
    if (signOf(size) <= 0) return { figure: null, reason: 'no-purchases', incomplete };
    const per = (amount: string) => divide(amount, size, SCALE);
    return { figure: { value: per(kg), low: per(low), high: per(high) }, reason: null, incomplete };
  }

  /**
   * Returns the share that a target is of, for some buyers and months. Undefined if the target is not of a share, null
   * without purchases.
   */
  async share(
    kind: TargetKind,
    { from, to }: Months,
    buyers: readonly string[],
  ): Promise<TargetFigure | null | undefined> {
    if (kind !== 'share-by-item' && kind !== 'share-declared') return undefined;
    const { totals, rows } = await this.emissions.run({ from, to, buyers });
    if (totals === null || signOf(totals.spend) <= 0) return null;
    const byItem = kind === 'share-by-item' ? await this.basis.byItem({ from, to }) : new Map<string, string>();
    const part =
      kind === 'share-by-item'
        ? sum(buyers.map((id) => byItem.get(id) ?? '0'))
        : sum(rows.flatMap(({ method, ownAmount }) => (DECLARED.includes(method) && ownAmount ? [ownAmount] : [])));
    return { value: divide(part, totals.spend, SCALE), low: null, high: null };
  }

  /** Returns the inhabitants of some buyers in a year; null if one of them has no statement. */
  async inhabitants(year: number, buyers: readonly string[]): Promise<string | null> {
    const rows = await this.municipalities.run(`${year}-01`, `${year}-12`);
    return inhabitantsOf(rows.filter(({ buyerId }) => buyers.includes(buyerId)));
  }
}

/** Returns what emissions are divided by: 1, NOK or inhabitants; null if it is not known. */
function sizeOf(kind: TargetKind, rows: readonly MunicipalityRow[]): string | null {
  if (kind === 'emissions-per-krone') return sum(rows.map(({ figures }) => figures?.spend ?? '0'));
  return kind === 'emissions-per-inhabitant' ? inhabitantsOf(rows) : '1';
}

const inhabitantsOf = (rows: readonly MunicipalityRow[]): string | null =>
  rows.length === 0 || rows.some(({ population }) => population === null)
    ? null
    : String(rows.reduce((total, { population }) => total + (population?.inhabitants ?? 0), 0));
