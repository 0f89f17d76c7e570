import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { WEIGHED } from './weighing/keep-results.ts';
import { RULE } from './weighing/methods.ts';
import { READ_TOUCHED, TOUCHED_GOODS } from './weighing/read-parts.ts';
import { ASSIGN_AS_IF, ASSIGN } from './weighing/tell-goods.ts';
import { DROP_TABLES, PRICE } from './weighing/weigh-parts.ts';

/** What a choice of factor would change, were it in force: kg CO2e as decimal text, of the lines it touches. */
export interface Preview {
  readonly lines: number;
  readonly changed: number;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  /** The official total now. */
  readonly total: string;
  readonly buyers: readonly { readonly buyerId: string; readonly name: string; readonly before: string; readonly after: string }[];
}

/** Weighs the lines that a choice touches as if it were in force, beside what they weigh now. Writes nothing. */
@Injectable()
export class PreviewChoice {
  constructor(private readonly database: Database) {}

  async run(choiceId: string): Promise<Preview> {
    const choice = await this.database.one<{ kind: 'product' | 'category' | 'account'; target: string; set_id: string; currency: string; rule_set_id: string; book: string }>(
      `select c.kind, c.target, c.set_id, s.currency, r.id as rule_set_id, s.id as book
       from factor_book.door_written_choice c, factor_book.door_rule_set r join factor_book.door_factor_set s on s.id = r.set_id
       where c.id = $1 and r.in_force`,
      [choiceId],
    );
    if (!choice) throw notFound('factor-choice');
    const only = (kind: string) => (choice.kind === kind ? [choice.target] : []);
    await this.database.query(READ_TOUCHED, [only('category'), only('product'), only('account')]);
    for (const sql of ['analyze part', TOUCHED_GOODS, 'analyze good']) await this.database.query(sql);
    const [assigned = '', ...rest] = ASSIGN;
    await this.database.query(assigned);
    for (const sql of ASSIGN_AS_IF) await this.database.query(sql, [choiceId]);
    for (const sql of [...rest, ...RULE]) await this.database.query(sql);
    for (const { sql, needs } of PRICE) await this.database.query(sql, needs ? [choice.currency] : []);
    await this.database.query(WEIGHED, [choice.rule_set_id, choice.book, choice.currency]);
    const preview = await this.#compared();
    await this.database.query(DROP_TABLES);
    return preview;
  }

  async #compared(): Promise<Preview> {
    const sums = await this.database.one<Omit<Preview, 'buyers'>>(
      `select count(*)::int as lines, count(*) filter (where w.kg is distinct from r.kg or w.method <> r.method)::int as changed, coalesce(sum(r.kg), 0)::text as before, coalesce(sum(w.kg), 0)::text as after,
         (coalesce(sum(w.kg), 0) - coalesce(sum(r.kg), 0))::text as difference, (select coalesce(sum(kg), 0)::text from emissions.result where until_run is null) as total
       from weighed w
       join emissions.result r on r.batch_id = w.batch_id and r.line_no = w.line_no and r.part = w.part and r.until_run is null`,
    );
    const buyers = await this.database.query<Preview['buyers'][number]>(
      `select w.buyer_id as "buyerId", o.name, coalesce(sum(r.kg), 0)::text as before, coalesce(sum(w.kg), 0)::text as after
       from weighed w
       join emissions.result r on r.batch_id = w.batch_id and r.line_no = w.line_no and r.part = w.part and r.until_run is null
       join identity.door_organisation o on o.id = w.buyer_id
       group by w.buyer_id, o.name having coalesce(sum(r.kg), 0) <> coalesce(sum(w.kg), 0)
       order by abs(coalesce(sum(w.kg), 0) - coalesce(sum(r.kg), 0)) desc limit 20`,
    );
    return { lines: 0, changed: 0, before: '0', after: '0', difference: '0', total: '0', ...sums, buyers };
  }
}
