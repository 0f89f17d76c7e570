import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import { inOrder, type StepRow, type ToldStep } from './bridge-runs.ts';
import { filterParams, type EmissionFilter, type Narrowed } from './emission-filter.ts';
import { BETWEEN } from './period-groups.ts';
import { ReadScope } from './read-scope.ts';
import { BOOKED_ON } from './summarise-emissions.ts';
import { COUNTING } from './weighing/methods.ts';

/** Some months as a run says them: 2025-01 to 2025-12, both included. */
export interface RunPeriod {
  readonly run: number;
  readonly from: string;
  readonly to: string;
}

export interface PeriodBridge {
  readonly before: RunPeriod & { readonly kg: string };
  readonly after: RunPeriod & { readonly kg: string };
  readonly steps: readonly ToldStep[];
}

/** How many months lie from one to another: 2025-11 to 2026-02 are 3. */
export const monthsBetween = (from: string, to: string): number => (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));

/** Two periods cut to the months that both have, counted from where each was asked to begin, when each is narrowed to what may be seen of it. */
function commonMonths(before: RunPeriod, after: RunPeriod, then: Narrowed, now: Narrowed): [RunPeriod, RunPeriod] {
  const first = Math.max(monthsBetween(before.from, then.from ?? before.from), monthsBetween(after.from, now.from ?? after.from));
  const cut = Math.max(monthsBetween(then.to ?? before.to, before.to), monthsBetween(now.to ?? after.to, after.to));
  const month = (of: string, by: number) => Period.shift(Period.parse(of), by).key;
  const of = ({ run, from, to }: RunPeriod): RunPeriod => ({ run, from: month(from, first), to: month(to, -cut) });
  return first === 0 && cut === 0 ? [before, after] : [of(before), of(after)];
}

const bookedOn = (run: string, from: string, to: string): string => `
  select ${BOOKED_ON} as booked_on from emissions.result r
  where r.from_run <= ${run} and (r.until_run is null or r.until_run > ${run}) and to_char(${BOOKED_ON}, 'YYYY-MM') between ${from} and ${to} and r.method = any (${COUNTING})`;

/**
 * From one period's total to another's, both cut to the months that the later one's books reach, where no line is the same: by groups of goods (category and kind). *Data*: buyers whose books are in one of the
 * periods only. *Volume*: all kroner of the others, at what a krone weighed before. *Mix*: the groups' shares of them. *Supplier*: the kroner that suppliers' own figures weigh
 * afterwards. What is left is told line by line: *method*, it is weighed in a way that none of its group was; *factor*, by another factor; *price*, by the same factor at other prices;
 * *mix*, other goods within the group. Each step is a full total with one more input as it is afterwards, so they add up.
 */
@Injectable()
export class BridgePeriods {
  constructor(
    private readonly database: Database,
    private readonly scope: ReadScope,
  ) {}

  async run(asked: RunPeriod, later: RunPeriod, of: EmissionFilter = {}): Promise<PeriodBridge> {
    const { before, after, params } = await this.between(asked, later, of);
    const rows = await this.database.query<StepRow & { before: string; after: string }>(
      `${BETWEEN}, told as (
         select 'data' as step, null as category_code, null as product_code, b.after - b.before - (coalesce((select sum(e1 - e0) from weighed), 0)) as kg from sums b
         union all select 'volume', category_code, product_code, round(e_volume - e0, 6) from weighed
         union all select 'mix', category_code, product_code, round(s1 * per_krone, 6) - round(e_volume, 6) from weighed
         union all select 'supplier', category_code, product_code, round(e1_own + (s1 - s1_own) * per_krone, 6) - round(s1 * per_krone, 6) from weighed
         -- Rounded as full totals: what the causes of a group come to is what is left of it, to the last digit.
         union all select c.cause, c.category_code, c.product_code, round(w.e1_own + (w.s1 - w.s1_own) * w.per_krone + sum(c.kg) over cause, 6) - round(w.e1_own + (w.s1 - w.s1_own) * w.per_krone + sum(c.kg) over cause - c.kg, 6)
         from caused c join weighed w using (category_code, product_code) window cause as (partition by c.category_code, c.product_code order by c.cause)
       )
       select t.step, sum(t.kg)::text as kg, count(distinct (t.category_code, t.product_code)) filter (where t.kg <> 0)::int as lines, (select before::text from sums) as before, (select after::text from sums) as after
       from told t group by t.step`,
      params,
    );
    const [first] = rows;
    return { before: { ...before, kg: first?.before ?? '0' }, after: { ...after, kg: first?.after ?? '0' }, steps: inOrder(rows.map(({ step, kg, lines: groups }) => ({ step, kg, lines: groups }))) };
  }

  /** The two periods as they are held up, and the parameters of BETWEEN. What whoever asks may see of one is held up against the same of the other. */
  async between(asked: RunPeriod, later: RunPeriod, of: EmissionFilter = {}): Promise<{ before: RunPeriod; after: RunPeriod; params: readonly unknown[] }> {
    const known = await this.database.one<{ count: number }>('select count(*)::int as count from emissions.run where number in ($1, $2)', [asked.run, later.run]);
    if (known?.count !== new Set([asked.run, later.run]).size) throw notFound('run');
    const [then, now] = [await this.scope.narrow({ ...of, ...asked }), await this.scope.narrow({ ...of, ...later })];
    const [before, after] = await this.#alike(...commonMonths(asked, later, then, now));
    // Narrowed by the one and then by the other: what both have published.
    const { run: _, from: _from, to: _to, ...both } = await this.scope.narrow({ ...then, ...after });
    const [, buyers, , categories] = filterParams(after.run, both);
    return { before, after, params: [before.run, before.from, before.to, after.run, after.from, after.to, buyers, categories] };
  }

  /** Both cut to as many months as the books of the later one reach: half a year is not held up against a whole one. */
  async #alike(before: RunPeriod, after: RunPeriod): Promise<[RunPeriod, RunPeriod]> {
    const last = await this.database.one<{ month: string | null }>(`select to_char(max(l.booked_on), 'YYYY-MM') as month from (${bookedOn('$1', '$2', '$3')}) l`, [after.run, after.from, after.to]);
    if (!last?.month || last.month >= after.to) return [before, after];
    const months = monthsBetween(after.from, last.month);
    const cut = Period.shift(Period.parse(before.from), months).key;
    return [{ ...before, to: cut < before.to ? cut : before.to }, { ...after, to: last.month }];
  }
}
