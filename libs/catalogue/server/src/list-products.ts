import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** A product group below a category. Factors per quantity refer to product groups. */
export interface ProductGroup {
  readonly code: string;
  readonly category: string;
  readonly name: { readonly nb: string; readonly nn: string; readonly en: string };
  readonly confidence: string;
  readonly unspsc: readonly string[];
}

/** Returns the product groups in display order of category and group. */
@Injectable()
export class ListProductGroups {
  constructor(private readonly database: Database) {}

  run(): Promise<ProductGroup[]> {
    return this.database.query<ProductGroup>(
      `select p.code, p.category_code as category, jsonb_build_object('nb', p.name_nb, 'nn', p.name_nn, 'en', p.name_en) as name, p.confidence::text as confidence,
         array(select u.code from catalogue.code_product_group u where u.product_group_code = p.code and u.system = 'unspsc' order by 1) as unspsc
       from catalogue.product_group p join catalogue.category c on c.code = p.category_code
       order by c.position, p.position`,
    );
  }
}
