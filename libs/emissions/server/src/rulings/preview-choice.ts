import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { ASSIGN_AS_IF } from '../weighing/tell-goods.ts';
import { WeighAsIf, type Preview } from './weigh-as-if.ts';

/** Previews the effect of a factor assignment as if it were in force. */
@Injectable()
export class PreviewChoice {
  constructor(
    private readonly database: Database,
    private readonly weigh: WeighAsIf,
  ) {}

  async run(choiceId: string): Promise<Preview> {
    const choice = await this.database.one<{ kind: 'product' | 'category' | 'account'; target: string }>(
      'select c.kind, c.target from factor_book.door_written_choice c where c.id = $1',
      [choiceId],
    );
    if (!choice) throw notFound('factor-choice');
    const only = (kind: string) => (choice.kind === kind ? [choice.target] : []);
    return this.weigh.run({
      touched: { categories: only('category'), products: only('product'), accounts: only('account') },
      assigned: ASSIGN_AS_IF.map((sql) => ({ sql, params: [choiceId] })),
    });
  }
}
