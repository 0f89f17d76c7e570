import { Injectable } from '@nestjs/common';
import type { Months } from '@tallgrunn/emissions-server';
import { Database } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import type { CombinedFilter } from '../combined-filter.ts';
import { EstimateMeasureEffect } from './estimate-effect.ts';
import { goodsSql } from './measure-products.ts';
import { shiftCandidates, substitutedKinds, type KindOnAgreement, type ShiftCandidate } from './substitutions.ts';

/** A shift that the data propose, with its effect in a year. Decimals are text. */
export interface ProposedShift {
  readonly agreementId: string;
  readonly agreement: string;
  readonly category: string;
  readonly from: string;
  readonly to: string;
  /** Share of the quantity that is shifted, 0 to 1. */
  readonly share: string;
  readonly shiftedMass: string;
  /** kg CO2e a year; negative = less. */
  readonly kg: string;
  readonly low: string;
  readonly high: string;
  /** NOK a year at the prices per kg paid; negative = cheaper. */
  readonly cost: string;
}

/** A tenth: large enough to matter, small enough to be possible in a year. */
const SHARE = '0.1';
const SHIFTS_MAX = 5;

/** Proposes shifts of quantity within agreements, and calculates what each would change in a year. */
@Injectable()
export class ListShifts {
  constructor(
    private readonly database: Database,
    private readonly estimate: EstimateMeasureEffect,
  ) {}

  /** @param months complete months of the buyers, from which a year is calculated */
  async run(filter: CombinedFilter, months: Months, buyers: readonly string[]): Promise<ProposedShift[]> {
    const shifts: ProposedShift[] = [];
    for (const candidate of shiftCandidates(await this.#bought(filter, months, buyers), SHIFTS_MAX)) {
      const shift = await this.#estimated(candidate, filter.buyerId ?? null, months);
      if (shift) shifts.push(shift);
    }
    return shifts.toSorted((a, b) => Number(a.kg) - Number(b.kg));
  }

  async #estimated(
    { from, to }: ShiftCandidate,
    buyerId: string | null,
    months: Months,
  ): Promise<ProposedShift | null> {
    const { agreementId, agreement, category } = from;
    const query = {
      ...{ buyerId, supplierId: null, agreementId, category },
      fromProducts: [from.code],
      toProducts: [to.code],
    };
    const startsOn = Period.next(Period.parse(months.to)).start;
    const { kg, low, high, shiftedMass } = await this.estimate.run(query, Number(SHARE), months, startsOn);
    if (kg === null || low === null || high === null || shiftedMass === null) return null;
    const cost = Number(shiftedMass) * (to.amount / to.mass - from.amount / from.mass);
    return {
      ...{ agreementId, agreement, category, from: from.code, to: to.code, share: SHARE },
      ...{ shiftedMass, kg, low, high, cost: cost.toFixed(2) },
    };
  }

  #bought(filter: CombinedFilter, { from, to }: Months, buyers: readonly string[]): Promise<KindOnAgreement[]> {
    const goods = goodsSql(filter, substitutedKinds);
    const at = goods.params.length;
    return this.database.query<KindOnAgreement & Record<string, unknown>>(
      `select g.agreement_id as "agreementId", a.number || ' ' || a.title as agreement, g.category_code as category, g.product_group_code as code, sum(g.s)::float8 as mass, sum(g.e)::float8 as "kgCo2e", sum(g.amount)::float8 as amount
       from (${goods.sql}) g join agreements.door_agreement a on a.id = g.agreement_id
       where g.s is not null and g.buyer_id = any ($${at + 3}::uuid[]) and g.month between $${at + 1} and $${at + 2}
       group by g.agreement_id, a.number, a.title, g.category_code, g.product_group_code having sum(g.s) > 0`,
      [...goods.params, from, to, buyers],
    );
  }
}
