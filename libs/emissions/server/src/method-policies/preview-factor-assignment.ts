import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { LOAD_FACTORS_AS_IF } from '../calculation/classify-products.ts';
import { PreviewCalculation, type Preview } from './preview-calculation.ts';

/** Previews the effect of a factor assignment as if it were in force. */
@Injectable()
export class PreviewFactorAssignment {
  constructor(
    private readonly database: Database,
    private readonly calculation: PreviewCalculation,
  ) {}

  async run(assignmentId: string): Promise<Preview> {
    const assignment = await this.database.one<{ kind: 'product' | 'category' | 'account'; target: string }>(
      'select c.kind, c.target from factor_book.door_all_assignment c where c.id = $1',
      [assignmentId],
    );
    if (!assignment) throw notFound('factor-assignment');
    const only = (kind: string) => (assignment.kind === kind ? [assignment.target] : []);
    return this.calculation.run({
      touched: { categories: only('category'), products: only('product'), accounts: only('account') },
      assigned: LOAD_FACTORS_AS_IF.map((sql) => ({ sql, params: [assignmentId] })),
    });
  }
}
