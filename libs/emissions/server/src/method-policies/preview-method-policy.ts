import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { CREATE_POLICIES_AS_IF, type MethodWithFigure } from '../calculation/methods.ts';
import { PreviewCalculation, type Preview } from './preview-calculation.ts';

/**
 * Previews the effect of a method policy: the lines of the category are calculated by its methods from its first day.
 * @throws Problem 'method-policy-invalid' (422) if the category is unknown
 */
@Injectable()
export class PreviewMethodPolicy {
  constructor(
    private readonly database: Database,
    private readonly calculation: PreviewCalculation,
  ) {}

  async run(category: string, fromOn: string, methods: readonly MethodWithFigure[]): Promise<Preview> {
    const existing = await this.database.one('select from catalogue.door_category where code = $1', [category]);
    if (!existing)
      throw new Problem(422, 'method-policy-invalid', {}, [
        { code: 'category-unknown', path: 'category', params: { found: category } },
      ]);
    const [policySql = '', ...rest] = CREATE_POLICIES_AS_IF;
    return this.calculation.run({
      touched: { categories: [category] },
      ruled: [{ sql: policySql, params: [category, fromOn, methods] }, ...rest.map((sql) => ({ sql, params: [] }))],
    });
  }
}
