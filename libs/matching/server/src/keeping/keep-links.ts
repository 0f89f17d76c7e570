import type { Asked } from '../linking/asked.ts';

export interface Kept {
  readonly opened: number;
  readonly closed: number;
  /** Buyers in whose combined table something is otherwise than before. */
  readonly buyerIds: readonly string[];
}

/** What a link saw: the report's invoice number, and the sums where more lines than the two hang together. The amounts of the two stand on them. */
const EVIDENCE = `case when p.evidence is null then jsonb_build_object('invoice', r.invoice_number) else jsonb_strip_nulls(jsonb_build_object('invoice', r.invoice_number) || p.evidence) end`;

const PROPOSED = `create temporary table proposed on commit drop as
  select b.supplier_id, b.buyer_id, r.buyer_id as report_buyer, r.version_id, r.line_no as report_line_no, r.line_key as report_line_key, b.batch_id, b.line_no as spend_line_no, b.line_key as spend_line_key,
    p.step, p.ore / 100.0 as amount, p.score,
    ${EVIDENCE} as evidence
  from pair p join reported r on r.id = p.report join booked b on b.id = p.booked`;

const same = 'p.version_id = l.version_id and p.report_line_no = l.report_line_no and p.batch_id = l.batch_id and p.spend_line_no = l.spend_line_no';

/** The open links of the lines the run looked at. */
const STANDING = 'create temporary table standing on commit drop as select l.* from matching.link l where l.until_run is null';

const COLUMNS = 'supplier_id, buyer_id, version_id, report_line_no, report_line_key, batch_id, spend_line_no, spend_line_key, step, amount, score, evidence';

/** Links that no longer hold are closed, new ones opened; the rest stand untouched. `first`: there are none yet. */
export async function keepLinks(database: Asked, number: number, { whole, first }: { readonly whole: boolean; readonly first: boolean }): Promise<Kept> {
  const buyers = new Set<string>();
  const count = async (sql: string): Promise<number> => {
    const rows = await database.query<{ buyer_id: string; lines: number }>(sql, [number]);
    for (const { buyer_id } of rows) buyers.add(buyer_id);
    return rows.reduce((total, { lines }) => total + lines, 0);
  };
  if (first) {
    const opened = await count(`with opened as (
        insert into matching.link (from_run, supplier_id, buyer_id, version_id, report_line_no, report_line_key, batch_id, spend_line_no, spend_line_key, step, amount, score, evidence)
        select $1, b.supplier_id, b.buyer_id, r.version_id, r.line_no, r.line_key, b.batch_id, b.line_no, b.line_key, p.step, p.ore / 100.0, p.score,
          ${EVIDENCE}
        from pair p join reported r on r.id = p.report join booked b on b.id = p.booked
        order by r.id
        returning buyer_id)
      select buyer_id, count(*)::int as lines from opened group by buyer_id`);
    return { opened, closed: 0, buyerIds: [...buyers] };
  }
  await database.query(PROPOSED);
  if (whole) await database.query(STANDING);
  for (const sql of ['analyze proposed, standing', `create temporary table kept on commit drop as
      select l.version_id, l.report_line_no, l.batch_id, l.spend_line_no from standing l join proposed p on ${same} and p.step = l.step and p.amount = l.amount and p.evidence = l.evidence`, 'analyze kept'])
    await database.query(sql);
  const closed = await count(`with gone as materialized (
      select l.version_id, l.report_line_no, l.batch_id, l.spend_line_no, l.from_run from standing l where not exists (select 1 from kept p where ${same})
    ), closed as (
      update matching.link l set until_run = $1 from gone p where ${same} and p.from_run = l.from_run returning l.buyer_id
    ) select buyer_id, count(*)::int as lines from closed group by buyer_id`);
  const opened = await count(`with opened as (
      insert into matching.link (from_run, ${COLUMNS}) select $1, ${COLUMNS} from proposed l where not exists (select 1 from kept p where ${same}) returning buyer_id
    ) select buyer_id, count(*)::int as lines from opened group by buyer_id`);
  return { opened, closed, buyerIds: [...buyers] };
}
