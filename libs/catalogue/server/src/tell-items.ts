import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { CorrectMappings } from './correct-mappings.ts';

/** What a person says that some items are. */
export interface ItemsTold {
  readonly items: readonly { readonly supplierId: string; readonly itemNumber: string }[];
  /** A kind of goods, or null: none of them fits. */
  readonly product: string | null;
  readonly reason: string;
}

/** Many items at once are told to be one kind of goods: a correction of what items mean. */
@Injectable()
export class TellItems {
  constructor(
    private readonly database: Database,
    private readonly correct: CorrectMappings,
  ) {}

  async run({ items, product, reason }: ItemsTold): Promise<{ told: number }> {
    if (product !== null && !(await this.database.one('select from catalogue.product where code = $1', [product]))) {
      throw new Problem(422, 'items-refused', {}, [
        { code: 'product-unknown', path: 'product', params: { found: product } },
      ]);
    }
    const { corrected } = await this.correct.run({
      system: 'item',
      codes: items.map(({ supplierId, itemNumber }) => `${supplierId}:${itemNumber}`),
      category: null,
      product,
      reason,
    });
    return { told: corrected };
  }
}
