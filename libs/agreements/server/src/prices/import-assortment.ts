import { Injectable } from '@nestjs/common';
import type { SpooledFile } from '@tallgrunn/platform';
import type { AssortmentFinding } from './assortment-line.ts';
import { DraftPrices, type PriceListOptions } from './draft-prices.ts';
import { PublishPrices } from './publish-prices.ts';

export interface AssortmentReceived {
  readonly priceVersionId: string;
  readonly number: number;
  readonly items: number;
  readonly remarks: readonly AssortmentFinding[];
}

/** Reads a supplier's price list straight into the next numbered price version. A list with anything wrong in it is refused whole, and all that is wrong is said. */
@Injectable()
export class ImportAssortment {
  constructor(
    private readonly drafts: DraftPrices,
    private readonly publish: PublishPrices,
  ) {}

  async run(agreementId: string, supplierId: string, file: SpooledFile, options: PriceListOptions = {}): Promise<AssortmentReceived> {
    const draft = await this.drafts.run(agreementId, supplierId, file, options);
    const { id, number, items } = await this.publish.run(agreementId, draft.id);
    return { priceVersionId: id, number, items, remarks: draft.remarks };
  }
}
