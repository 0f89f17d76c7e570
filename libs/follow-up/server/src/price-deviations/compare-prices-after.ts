import { Injectable } from '@nestjs/common';
import { OnDomainEvent, type DomainEvent, type Progress } from '@tallgrunn/platform';
import { CompareChargedPrices } from './compare-charged-prices.ts';

/**
 * Compares prices after events that may change the result: a report, new prices or invoices. One queued run covers all
 * earlier events.
 */
@Injectable()
@OnDomainEvent(
  ['reporting.version-accepted', 'agreements.prices-published', 'spend.batch-posted', 'follow-up.comparison-missing'],
  { lane: 'long', waiting: 'one', yieldsSeconds: 300 },
)
export class ComparePricesAfter {
  constructor(private readonly compare: CompareChargedPrices) {}

  async run(_fact: DomainEvent, progress: Progress): Promise<void> {
    await this.compare.run(progress);
  }
}
