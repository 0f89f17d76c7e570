import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { CorrectMappings } from './correct-mappings.ts';

/** Classification of some items by a person. */
export interface ItemClassificationInput {
  readonly items: readonly { readonly supplierId: string; readonly itemNumber: string }[];
  /** A product group; null = none applies. */
  readonly product: string | null;
  readonly reason: string;
}

/**
 * Classifies many items as one product group, as a mapping correction.
 * @throws Problem 'item-classification-invalid' (422), and the errors of CorrectMappings
 */
@Injectable()
export class ClassifyItems {
  constructor(
    private readonly database: Database,
    private readonly correct: CorrectMappings,
  ) {}

  async run({ items, product, reason }: ItemClassificationInput): Promise<{ told: number }> {
    if (
      product !== null &&
      !(await this.database.one('select from catalogue.product_group where code = $1', [product]))
    ) {
      throw new Problem(422, 'item-classification-invalid', {}, [
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
