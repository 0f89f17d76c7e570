/** One deterministic step of a match run: SQL that fills `proposed` from the lines no earlier step has taken. */
export interface Step {
  readonly name: 'decision' | 'invoice-item' | 'invoice-amount' | 'invoice-sum' | 'invoice-difference' | 'period-item';
  readonly sql: string;
}

/** Invoice numbers as both sides mean them: without punctuation, spaces and leading zeros, which one of them may have dropped. */
const invoiceKey = (column: string) => `nullif(ltrim(regexp_replace(lower(${column}), '[^a-z0-9æøå]', '', 'g'), '0'), '')`;

/** Two amounts are the same within a krone, or within half a per cent where the sum is larger. */
const near = (a: string, b: string) => `abs(${a} - ${b}) <= greatest(1, 0.005 * abs(${b}))`;

const notRefused = (report: string, spend: string) =>
  `not exists (select 1 from verdict v where v.report_line_key = ${report}.line_key and v.spend_line_key = ${spend}.line_key and v.verdict = 'not-same')`;

/** The open lines of both sides, and the newest decision on each pair; temporary, for this run only. */
export const prepare: readonly string[] = [
  `create temporary table proposed (
    supplier_id uuid, buyer_id uuid, version_id uuid, report_line_no int, report_line_key text,
    batch_id uuid, spend_line_no int, spend_line_key text, step text, amount numeric, evidence jsonb
  ) on commit drop`,
  `create temporary table reported on commit drop as
    select r.supplier_id, r.buyer_id, r.version_id, r.line_no, r.line_key, r.amount, r.item_number,
      ${invoiceKey('r.invoice_number')} as invoice,
      to_char(coalesce(r.delivered_on, r.invoiced_on, r.ordered_on), 'YYYY-MM') as month
    from reporting.door_line r
    where r.buyer_id is not null and r.amount is not null`,
  'create index on reported (supplier_id, buyer_id, invoice)',
  `create temporary table booked on commit drop as
    select s.supplier_id, s.buyer_id, s.batch_id, s.line_no, s.line_key, s.amount, s.item_number,
      ${invoiceKey('s.invoice_number')} as invoice,
      to_char(s.spent_on, 'YYYY-MM') as month
    from spend.door_line s
    where s.supplier_id is not null and s.buyer_id is not null`,
  'create index on booked (supplier_id, buyer_id, invoice)',
  `create temporary table verdict on commit drop as
    select distinct on (d.report_line_key, d.spend_line_key) d.report_line_key, d.spend_line_key, d.verdict, d.id
    from matching.decision d
    order by d.report_line_key, d.spend_line_key, d.id desc`,
  'create index on verdict (report_line_key, spend_line_key)',
  'analyze reported, booked, verdict',
];

/** Lines a step has taken are out of the later ones. */
export const takeOut: readonly string[] = [
  'delete from reported r using proposed p where p.version_id = r.version_id and p.report_line_no = r.line_no',
  'delete from booked b using proposed p where p.batch_id = b.batch_id and p.spend_line_no = b.line_no',
];

const decision: Step = {
  name: 'decision',
  sql: `insert into proposed
    select r.supplier_id, r.buyer_id, r.version_id, r.line_no, r.line_key, b.batch_id, b.line_no, b.line_key, 'decision', r.amount,
      jsonb_build_object('decision', v.id, 'reported', r.amount, 'booked', b.amount)
    from verdict v
    join reported r on r.line_key = v.report_line_key
    join booked b on b.line_key = v.spend_line_key and b.supplier_id = r.supplier_id and b.buyer_id = r.buyer_id
    where v.verdict = 'same'`,
};

/** Pairs the nth line of one side with the nth of the other within the same key, in the order of the amounts. */
function oneToOne(name: 'invoice-item' | 'invoice-amount', keys: readonly string[]): Step {
  const nth = (lines: string, order: string) =>
    `(select *, row_number() over (partition by ${keys.join(', ')} order by amount, ${order}) as nth from ${lines} where ${keys.map((key) => `${key} is not null`).join(' and ')})`;
  return {
    name,
    sql: `insert into proposed
      select r.supplier_id, r.buyer_id, r.version_id, r.line_no, r.line_key, b.batch_id, b.line_no, b.line_key, '${name}', r.amount,
        jsonb_build_object('invoice', r.invoice, 'item', r.item_number, 'reported', r.amount, 'booked', b.amount)
      from ${nth('reported', 'version_id, line_no')} r
      join ${nth('booked', 'batch_id, line_no')} b on ${keys.map((key) => `b.${key} = r.${key}`).join(' and ')} and b.nth = r.nth
      where ${near('r.amount', 'b.amount')} and ${notRefused('r', 'b')}`,
  };
}

/**
 * All lines of a key on one side against all of the other, by their sums. Each reported line is linked to the largest booked one with
 * its own amount; further booked lines hang on the first reported line with amount 0, so that amounts add up to what was reported.
 */
function byTheSum(name: 'invoice-sum' | 'invoice-difference' | 'period-item', keys: readonly string[], where: string, extra = 'true'): Step {
  const side = (lines: string, order: string) =>
    `(select *, row_number() over (partition by ${keys.join(', ')} order by abs(amount) desc, ${order}) as rank,
        sum(amount) over (partition by ${keys.join(', ')}) as total, count(*) over (partition by ${keys.join(', ')}) as lines
      from ${lines} where ${keys.map((key) => `${key} is not null`).join(' and ')})`;
  return {
    name,
    sql: `insert into proposed
      select r.supplier_id, r.buyer_id, r.version_id, r.line_no, r.line_key, b.batch_id, b.line_no, b.line_key, '${name}',
        case when b.rank = 1 then r.amount else 0 end,
        jsonb_build_object('invoice', r.invoice, 'item', r.item_number, 'month', r.month, 'reported', r.total, 'booked', b.total, 'reportedLines', r.lines, 'bookedLines', b.lines)
      from ${side('reported', 'version_id, line_no')} r
      join ${side('booked', 'batch_id, line_no')} b on ${keys.map((key) => `b.${key} = r.${key}`).join(' and ')} and (b.rank = 1 or r.rank = 1)
      where (${where}) and (${extra}) and ${notRefused('r', 'b')}`,
  };
}

const invoiceKeys = ['supplier_id', 'buyer_id', 'invoice'] as const;

/** The steps in order, the surest first. */
export const steps: readonly Step[] = [
  decision,
  oneToOne('invoice-item', [...invoiceKeys, 'item_number']),
  oneToOne('invoice-amount', invoiceKeys),
  byTheSum('invoice-sum', invoiceKeys, near('r.total', 'b.total')),
  byTheSum('invoice-difference', invoiceKeys, 'true'),
  byTheSum('period-item', ['supplier_id', 'buyer_id', 'item_number', 'month'], near('r.total', 'b.total'), 'r.invoice is null'),
];
