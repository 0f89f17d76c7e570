import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { RULE_AS_IF, type CountingMethod } from '../weighing/methods.ts';
import { WeighAsIf, type Preview } from './weigh-as-if.ts';

/**
 * Previews the effect of a method policy: the lines of the category are calculated by its methods from its first day.
 * @throws Problem 'ruling-refused' (422) if the category is unknown
 */
@Injectable()
export class PreviewRuling {
  constructor(
    private readonly database: Database,
    private readonly weigh: WeighAsIf,
  ) {}

  async run(category: string, fromOn: string, methods: readonly CountingMethod[]): Promise<Preview> {
    const known = await this.database.one('select from catalogue.door_category where code = $1', [category]);
    if (!known)
      throw new Problem(422, 'ruling-refused', {}, [
        { code: 'category-unknown', path: 'category', params: { found: category } },
      ]);
    const [ruled = '', ...rest] = RULE_AS_IF;
    return this.weigh.run({
      touched: { categories: [category] },
      ruled: [{ sql: ruled, params: [category, fromOn, methods] }, ...rest.map((sql) => ({ sql, params: [] }))],
    });
  }
}
