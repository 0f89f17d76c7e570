import { Injectable } from '@nestjs/common';
import { SummariseEmissions, TellUncertainty } from '@tallgrunn/emissions-server';
import { Database } from '@tallgrunn/platform';
import { divide, signOf } from '@tallgrunn/values';
import { monthsBetween } from '../completeness/month-completeness.ts';
import { DrawBasis } from '../draw-basis.ts';

/** Inhabitants of a municipality by the newest statement of the newest year that is not after the period. */
export interface Population {
  readonly inhabitants: number;
  readonly year: number;
  readonly source: string;
}

/** Figures of one municipality: kroner without VAT and kg CO2e as decimal text, shares 0 to 1. */
export interface MunicipalityFigures {
  readonly spend: string;
  readonly kg: string;
  readonly low: string;
  readonly high: string;
  /** Of the kroner: with an item of an agreement, and with a factor. Null without purchases. */
  readonly shareByItem: string | null;
  readonly shareWithFactor: string | null;
}

/** A municipality beside the others. `missing`: months, YYYY-MM, that its ledger is not complete for; with one of them its figures compare with nobody's. */
export interface MunicipalityRow {
  readonly buyerId: string;
  readonly name: string;
  readonly missing: readonly string[];
  readonly population: Population | null;
  /** Null where nothing of it is here. */
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

/** $1: the year that inhabitants are asked for. */
const BUYERS = `
  select o.id, o.name, p.inhabitants, p.year, p.source,
    coalesce((select array_agg(m.month) from spend.door_ledger_month m where m.cooperative_id = o.cooperative_id and m.buyer_id = o.id and m.is_complete), '{}') as complete
  from identity.door_current_organisation o
  left join lateral (
    select i.inhabitants, i.year, i.source from insight.population i
    where i.cooperative_id = o.cooperative_id and i.buyer_id = o.id and i.year <= $1 order by i.year desc, i.id desc limit 1
  ) p on true
  where o.kind = 'buyer' and (platform.side() <> 'buyer' or o.id = platform.organisation())
  order by o.name`;

const SHARE_SCALE = 6;
/** Where nothing weighs. */
const NO_INTERVAL = { low: '0.000', high: '0.000' };

/** The municipalities beside each other over some months: each figure is the one that its own page has. */
@Injectable()
export class CompareMunicipalities {
  constructor(
    private readonly database: Database,
    private readonly emissions: SummariseEmissions,
    private readonly uncertainty: TellUncertainty,
    private readonly basis: DrawBasis,
  ) {}

  /** @param from first month, YYYY-MM @param to last month, included */
  async run(from: string, to: string): Promise<MunicipalityRow[]> {
    const months = monthsBetween(from, to);
    const buyers = await this.database.query<BuyerRow>(BUYERS, [Number(to.slice(0, 4))]);
    const figures = await this.#figures(from, to);
    return buyers.map(({ id, name, complete, inhabitants, year, source }) => ({
      buyerId: id,
      name,
      missing: months.filter((month) => !complete.includes(month)),
      population: inhabitants === null || year === null || source === null ? null : { inhabitants, year, source },
      figures: figures.get(id) ?? null,
    }));
  }

  /** By buyer; of those that nothing is of there are none. */
  async #figures(from: string, to: string): Promise<ReadonlyMap<string, MunicipalityFigures>> {
    const totals = await this.emissions.byBuyer({ from, to });
    const intervals = await this.uncertainty.byBuyer({ from, to });
    const byItem = await this.basis.byItem({ from, to });
    return new Map(
      [...totals].map(([buyerId, { spend, kg, shareKnown }]) => {
        const { low, high } = intervals.get(buyerId) ?? NO_INTERVAL;
        return [buyerId, { spend, kg, low, high, shareByItem: signOf(spend) > 0 ? divide(byItem.get(buyerId) ?? '0', spend, SHARE_SCALE) : null, shareWithFactor: shareKnown }] as const;
      }),
    );
  }
}
