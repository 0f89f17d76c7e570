import { Injectable } from '@nestjs/common';
import type { CheckContext } from '@tallgrunn/checks';
import { composePrices } from './compose-context.ts';
import { ContextRows } from './context-rows.ts';

export interface AgreedPrices {
  readonly context: Pick<CheckContext, 'items' | 'prices' | 'units' | 'priceModels'>;
  /** The index of each item in the context, by its id. */
  readonly itemAt: ReadonlyMap<string, number>;
}

/**
 * Reads the agreed prices of one supplier in a period, as reports are checked against them: items, prices, packs and
 * price models.
 */
@Injectable()
export class ReadAgreedPrices {
  constructor(private readonly rows: ContextRows) {}

  /** @param until exclusive */
  async run(agreementId: string, supplierId: string, from: string, until: string): Promise<AgreedPrices> {
    const scope = { agreement_id: agreementId, supplier_id: supplierId, period_start: from, period_end: until };
    return composePrices({
      prices: await this.rows.prices(scope),
      models: await this.rows.models(scope),
      packs: await this.rows.packs(scope),
    });
  }
}
