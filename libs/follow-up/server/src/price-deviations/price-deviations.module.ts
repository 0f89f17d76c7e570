import { Module } from '@nestjs/common';
import { AgreementsModule } from '@tallgrunn/agreements-server';
import { AcceptDeviations, RevokeAcceptedDeviation } from './accept-deviations.ts';
import { CompareChargedPrices } from './compare-charged-prices.ts';
import { ComparePricesAfter } from './compare-prices-after.ts';
import { TriggerFirstComparison } from './compare-prices-once.ts';
import { ListDeviationLines } from './list-deviation-lines.ts';
import { ListPriceDeviations } from './list-price-deviations.ts';
import { PriceDeviationsController } from './price-deviations.controller.ts';
import { StoreComparison } from './store-comparison.ts';
import { WritePriceWorkbook } from './write-price-workbook.ts';

/** Deviations from agreed prices and assortments. */
@Module({
  imports: [AgreementsModule],
  controllers: [PriceDeviationsController],
  providers: [
    CompareChargedPrices,
    ComparePricesAfter,
    TriggerFirstComparison,
    StoreComparison,
    ListPriceDeviations,
    ListDeviationLines,
    AcceptDeviations,
    RevokeAcceptedDeviation,
    WritePriceWorkbook,
  ],
  exports: [CompareChargedPrices, TriggerFirstComparison, ListPriceDeviations],
})
export class PriceDeviationsModule {}
