import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { measureUtilisation, type Utilisation } from './measure-utilisation.ts';
import { nextDecision, type NextDecision } from './next-decision.ts';
import { ReadAgreement, type AgreementRead, type LotRead, type OptionRead } from './read-agreement.ts';
import { ReadCallOffs, type CallOffs } from './read-call-offs.ts';
import { ReadCompleteMonths } from './read-complete-months.ts';
import { ReadConsumption, type ExcludedAmount } from './read-consumption.ts';
import { openingsOf, ReadOpeningAmounts, type OpeningHolding } from './read-opening-amounts.ts';
import { ReadPriceVersions, type PriceVersionRead } from './read-price-versions.ts';
import { ReadCommitments, type DeclarationRequirementRow, type CommitmentRow } from './read-commitments.ts';

export interface AgreementUtilisation {
  readonly agreement: AgreementRead;
  readonly today: string;
  readonly use: Utilisation;
  readonly lots: readonly (LotRead & { readonly use: Utilisation })[];
  /** Utilisation outside all lots; null if there are no lots or no such lines. */
  readonly withoutLot: Utilisation | null;
  /** Stated call-offs before the ledgers start, by supplier and lot. */
  readonly openings: readonly OpeningHolding[];
  readonly beside: readonly ExcludedAmount[];
  readonly missingReports: number;
  readonly options: readonly OptionRead[];
  readonly nextDecision: NextDecision | null;
  readonly callOffs: readonly CallOffs[];
  readonly priceVersions: readonly PriceVersionRead[];
  readonly promises: readonly CommitmentRow[];
  readonly demands: readonly DeclarationRequirementRow[];
}

/**
 * Planner settings. All sums of an agreement are read: with underestimated row counts, the planner might scan the items
 * once per sum, or sort rows that are to be aggregated.
 */
const WHOLE_AGREEMENT = `select set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true), set_config('jit', 'off', true)`;

/** Returns an agreement's utilisation, its next decision, and whether its commitments are met. */
@Injectable()
export class ShowUtilisation {
  constructor(
    private readonly agreements: ReadAgreement,
    private readonly consumption: ReadConsumption,
    private readonly months: ReadCompleteMonths,
    private readonly callOffs: ReadCallOffs,
    private readonly prices: ReadPriceVersions,
    private readonly commitments: ReadCommitments,
    private readonly openings: ReadOpeningAmounts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string): Promise<AgreementUtilisation> {
    const today = osloDate(this.clock.now());
    await this.database.query(WHOLE_AGREEMENT);
    const agreement = await this.agreements.run(agreementId);
    const { currency, startsOn, endsOn } = agreement;
    const { consumed, beside } = await this.consumption.run(agreementId, currency);
    const complete = await this.months.run(agreementId);
    const openings = await this.openings.run(agreementId);
    const stated = openingsOf(openings);
    const use = measureUtilisation(consumed, {
      maximum: agreement.maximumValue,
      startsOn,
      endsOn,
      today,
      complete,
      openings: stated,
      holders: openings.map(({ supplierId }) => supplierId),
    });
    const useOf = (lotId: string | null, maximum: string | null) =>
      measureUtilisation(
        consumed.filter((each) => each.lotId === lotId),
        {
          maximum,
          startsOn,
          endsOn,
          today,
          complete,
          openings: lotId === null ? [] : stated.filter((each) => each.lotId === lotId),
          holders: openings.filter((each) => each.lotId === lotId).map(({ supplierId }) => supplierId),
        },
      );
    const lots = (await this.agreements.lots(agreementId)).map((lot) => ({
      ...lot,
      use: useOf(lot.id, lot.maximumValue),
    }));
    const withoutLot = useOf(null, null);
    const options = await this.agreements.options(agreementId);
    return {
      ...{ agreement, today, use, lots, options, openings },
      withoutLot: lots.length > 0 && withoutLot.reportedLines + withoutLot.bookedLines > 0 ? withoutLot : null,
      beside,
      missingReports: await this.consumption.missingReports(agreementId, today),
      nextDecision: nextDecision(options, use, endsOn, today),
      callOffs: await this.callOffs.run(agreementId, consumed),
      priceVersions: await this.prices.run(agreementId),
      ...(await this.commitments.run(agreementId, currency, today)),
    };
  }
}
