import { Injectable } from '@nestjs/common';
import { OnFact, type Fact, type Progress } from '@tallgrunn/platform';
import { CompareChargedPrices } from './compare-charged-prices.ts';

/** Compares prices after anything that may change them: a report, prices or invoices. One waiting run serves all that came before it. */
@Injectable()
@OnFact(
  ['reporting.version-accepted', 'agreements.prices-published', 'spend.batch-posted', 'follow-up.comparison-missing'],
  { lane: 'long', waiting: 'one' },
)
export class ComparePricesAfter {
  constructor(private readonly compare: CompareChargedPrices) {}

  async run(_fact: Fact, progress: Progress): Promise<void> {
    await this.compare.run(progress);
  }
}
