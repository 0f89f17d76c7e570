import { Injectable } from '@nestjs/common';
import { Database, Problem } from '@tallgrunn/platform';
import { loadCalculationInputs } from '../calculation/calculation-inputs.ts';
import { CREATE_CALCULATED } from '../calculation/store-results.ts';
import { CREATE_POLICIES } from '../calculation/methods.ts';
import { loadAffectedParts, AFFECTED_PRODUCTS, type AffectedTargets } from '../calculation/load-line-parts.ts';
import { LOAD_FACTORS } from '../calculation/classify-products.ts';
import { DROP_TABLES, LOAD_PRICES } from '../calculation/calculate-line-parts.ts';

/** Calculation of a line: amount (`basis`, NOK) or quantity in a unit, times a multiplier. Null if it has no figure. */
interface LineCalculation {
  readonly method: string;
  readonly factor: string | null;
  readonly basis: string | null;
  readonly unit: string | null;
  readonly multiplier: string | null;
  readonly kg: string | null;
}

/** A line whose result would change, with its source location. */
export interface PreviewLine {
  readonly batchId: string;
  readonly lineNo: number;
  readonly buyerId: string | null;
  readonly categories: readonly string[];
  readonly seller: string | null;
  readonly text: string | null;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly before: LineCalculation;
  readonly after: LineCalculation;
}

/** Effect of a decision as if it were in force: kg CO2e as decimal text, for the affected lines. */
export interface Preview {
  readonly lines: number;
  readonly changed: number;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  /** Current official total. */
  readonly total: string;
  /** The run of the current figures. */
  readonly run: number | null;
  readonly buyers: readonly {
    readonly buyerId: string;
    readonly name: string;
    readonly lines: number;
    readonly before: string;
    readonly after: string;
  }[];
  /** Amounts that move between categories: NOK and kg CO2e of the affected lines. */
  readonly categories: readonly {
    readonly category: string;
    readonly lines: number;
    readonly amountBefore: string;
    readonly amountAfter: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** The lines with the largest change: overall, per buyer, and per pair of categories between which lines move. */
  readonly largest: readonly PreviewLine[];
}

export interface SqlStep {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** Replacements for steps of the calculation. */
export interface Assumption {
  /** Statements that create the tables `part` and `good`. Default: the affected lines of the last run. */
  readonly parts?: readonly SqlStep[];
  readonly touched?: AffectedTargets;
  /** Statements run after the current assignments are loaded. */
  readonly assigned?: readonly SqlStep[];
  /** Statements that replace the method policies in force. */
  readonly ruled?: readonly SqlStep[];
}

const LINES_MAX = 20;
/** Maximum lines per buyer, and per pair of categories. */
const LINES_OF_MAX = 5;
const LINES_IN_ALL_MAX = 200;

/** SQL: the calculation of a result row `r` as JSON. */
const calculationJson = (
  r: string,
): string => `jsonb_build_object('method', ${r}.method, 'factor', (select f.name from factor_book.door_factor f where f.set_id = ${r}.factor_set_id and f.id = ${r}.factor_id),
  'basis', case when ${r}.kg is null then null when ${r}.method in ('spend-category', 'spend-account') then trim_scale(${r}.base_amount)::text else trim_scale(${r}.quantity)::text end,
  'unit', case when ${r}.kg is not null and ${r}.method not in ('spend-category', 'spend-account') then ${r}.unit end, 'multiplier', trim_scale(${r}.multiplier)::text, 'kg', ${r}.kg::text)`;

/** Builds steps without parameters. */
export const withoutParams = (statements: readonly string[]): SqlStep[] =>
  statements.map((sql) => ({ sql, params: [] }));

/** Returns whether PostgreSQL cancelled a statement because of its timeout (error 57014). */
const isCancelled = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '57014';

/**
 * Previews a calculation: recalculates lines under an assumption and compares them with the current results. Stores
 * nothing; temporary tables are dropped at the end.
 */
@Injectable()
export class PreviewCalculation {
  /** Maximum duration of one statement, ms. A user is waiting for the preview. */
  statementTimeoutMs = 30_000;

  constructor(private readonly database: Database) {}

  /** @throws Problem 'preview-timed-out' (503) if a statement exceeds the limit */
  async run(assumption: Assumption): Promise<Preview> {
    await this.database.query(`select set_config('statement_timeout', $1, true)`, [String(this.statementTimeoutMs)]);
    try {
      return await this.#calculate(assumption);
    } catch (error) {
      if (isCancelled(error))
        throw new Problem(503, 'preview-timed-out', { secondsMax: this.statementTimeoutMs / 1000 });
      throw error;
    }
  }

  async #calculate({ parts, touched = {}, assigned = [], ruled }: Assumption): Promise<Preview> {
    const inputs = await loadCalculationInputs(this.database);
    const [assignToday = '', ...assignRest] = LOAD_FACTORS;
    await this.#query([
      ...(parts ?? [loadAffectedParts(touched), ...withoutParams(['analyze part', AFFECTED_PRODUCTS, 'analyze good'])]),
      ...withoutParams([assignToday]),
      ...assigned,
      ...withoutParams(assignRest),
      ...(ruled ?? withoutParams(CREATE_POLICIES)),
      ...LOAD_PRICES.map(({ sql, needs }) => ({ sql, params: needs ? [inputs.currency] : [] })),
      { sql: CREATE_CALCULATED, params: [inputs.account_map_id, inputs.factor_set_id, inputs.currency] },
    ]);
    const preview = await this.#compared();
    await this.database.query(DROP_TABLES);
    return preview;
  }

  async #query(steps: readonly SqlStep[]): Promise<void> {
    for (const { sql, params } of steps) await this.database.query(sql, params);
  }

  async #compared(): Promise<Preview> {
    const sums = await this.database.one<Omit<Preview, 'buyers' | 'categories' | 'largest'>>(
      `select count(*)::int as lines, count(*) filter (where w.kg is distinct from r.kg or w.method <> r.method or w.category_code <> r.category_code)::int as changed, coalesce(sum(r.kg), 0)::text as before, coalesce(sum(w.kg), 0)::text as after,
         (coalesce(sum(w.kg), 0) - coalesce(sum(r.kg), 0))::text as difference, (select coalesce(sum(kg), 0)::text from emissions.result where closed_by_run is null) as total, (select max(number) from emissions.run) as run
       from weighed w
       join emissions.result r on r.batch_id = w.batch_id and r.line_no = w.line_no and r.part = w.part and r.closed_by_run is null`,
    );
    const buyers = await this.database.query<Preview['buyers'][number]>(
      `select w.buyer_id as "buyerId", o.name, count(*)::int as lines, coalesce(sum(r.kg), 0)::text as before, coalesce(sum(w.kg), 0)::text as after
       from weighed w
       join emissions.result r on r.batch_id = w.batch_id and r.line_no = w.line_no and r.part = w.part and r.closed_by_run is null
       join identity.door_organisation o on o.id = w.buyer_id
       group by w.buyer_id, o.name having coalesce(sum(r.kg), 0) <> coalesce(sum(w.kg), 0)
       order by abs(coalesce(sum(w.kg), 0) - coalesce(sum(r.kg), 0)) desc limit 20`,
    );
    const categories = await this.database.query<Preview['categories'][number]>(
      `with moved as (
         select w.category_code as to_category, r.category_code as from_category, coalesce(w.base_amount, 0) as amount, coalesce(r.kg, 0) as before, coalesce(w.kg, 0) as after
         from weighed w
         join emissions.result r on r.batch_id = w.batch_id and r.line_no = w.line_no and r.part = w.part and r.closed_by_run is null
         where w.category_code <> r.category_code
       )
       select category, count(*)::int as lines, sum(amount_before)::text as "amountBefore", sum(amount_after)::text as "amountAfter", sum(before)::text as before, sum(after)::text as after
       from (select from_category as category, amount as amount_before, 0 as amount_after, before, 0 as after from moved union all select to_category, 0, amount, 0, after from moved) m
       group by category order by sum(abs(amount_before) + abs(amount_after)) desc limit 20`,
    );
    return {
      lines: 0,
      changed: 0,
      before: '0',
      after: '0',
      difference: '0',
      total: '0',
      run: null,
      ...sums,
      buyers,
      categories,
      largest: await this.#largest(),
    };
  }

  /** The lines are looked up one by one (`offset 0`): in a join, the planner may scan the whole ledger for each. */
  #largest(): Promise<PreviewLine[]> {
    return this.database.query<PreviewLine>(
      `with changed as (
         select w.batch_id, w.line_no, w.part, w.buyer_id, r.category_code as category_before, w.category_code as category_after, abs(coalesce(w.kg, 0) - coalesce(r.kg, 0)) as moved, ${calculationJson('r')} as before, ${calculationJson('w')} as after
         from weighed w join emissions.result r on r.batch_id = w.batch_id and r.line_no = w.line_no and r.part = w.part and r.closed_by_run is null
         where w.kg is distinct from r.kg or w.method <> r.method or w.category_code <> r.category_code
       ), placed as (
         select c.*, row_number() over (order by moved desc, batch_id, line_no, part) as place, row_number() over (partition by buyer_id order by moved desc, batch_id, line_no, part) as of_buyer,
           row_number() over (partition by category_before, category_after order by moved desc, batch_id, line_no, part) as of_move
         from changed c
       )
       select t.batch_id as "batchId", t.line_no as "lineNo", t.buyer_id as "buyerId", array[t.category_before, t.category_after] as categories, l.seller_name as seller, coalesce(l.item_name, l.text) as text, l.file_name as file, l.sheet, l.row_no as row, t.before, t.after
       from (select * from placed where place <= ${LINES_MAX} or of_buyer <= ${LINES_OF_MAX} or category_before <> category_after and of_move <= ${LINES_OF_MAX} order by place limit ${LINES_IN_ALL_MAX}) t
       left join lateral (select l.* from spend.door_spend_line l where l.batch_id = t.batch_id and l.line_no = t.line_no offset 0) l on true
       order by t.place`,
    );
  }
}
