import type { SqlClient } from '../linking/sql-client.ts';
import { EVIDENCE, ONE_TO_ONE_ASSESSMENT } from '../explaining/assign-causes.ts';
import { bookedOnLink, reportedOnLink } from '../loading/load-line-tables.ts';
import type { RunScope } from '../partitioning/partition.ts';

export interface StoredLinksResult {
  readonly opened: number;
  readonly closed: number;
  /** Buyers with changes in their combined table. */
  readonly buyerIds: readonly string[];
}

const LINK_COLUMNS = [
  'supplier_id',
  'buyer_id',
  'version_id',
  'report_line_no',
  'batch_id',
  'spend_line_no',
  'step',
  'amount',
  'score',
  'evidence',
];
const LINE_COLUMNS = [
  'plain',
  ...reportedOnLink.map((name) => `report_${name}`),
  ...bookedOnLink.map((name) => `spend_${name}`),
];

const REMOVE_STANDALONE_LINES = `select t.supplier_id, t.buyer_id, t.version_id, t.report_line_no, t.batch_id, t.spend_line_no, t.step, t.ore / 100.0 as amount, t.score, ${EVIDENCE} as evidence from tie t where not t.plain`;

const all = (columns: readonly string[], alias?: string) =>
  columns.map((name) => (alias ? `${alias}.${name}` : name)).join(', ');
const insert = (columns: readonly string[]) =>
  `insert into matching.link (cooperative_id, opened_by_run, ${all(columns)}) select (select platform.cooperative()), $1, ${all(columns, 'l')}`;

const isSameLink =
  'p.version_id = l.version_id and p.report_line_no = l.report_line_no and p.batch_id = l.batch_id and p.spend_line_no = l.spend_line_no';

/** SQL: in the past, evidence with only the report's invoice number was stored too. */
const sameEvidence = `coalesce(p.evidence, '{}') = case when p.evidence is null then coalesce(l.evidence - 'invoice', '{}') else l.evidence end`;

/**
 * Closes links that no longer exist and opens new ones. Of the others, updates the content of their lines where it has
 * changed. `first`: no links are stored yet.
 */
export async function storeLinks(
  database: SqlClient,
  number: number,
  { whole, first, share }: RunScope,
): Promise<StoredLinksResult> {
  const buyers = new Set<string>();
  const count = async (sql: string, params: readonly unknown[] = [number]): Promise<number> => {
    const rows = await database.query<{ buyer_id: string; lines: number }>(sql, params);
    for (const { buyer_id } of rows) buyers.add(buyer_id);
    return rows.reduce((total, { lines }) => total + lines, 0);
  };
  if (first) {
    await database.query(`${insert([...LINK_COLUMNS, ...LINE_COLUMNS])} from (${ONE_TO_ONE_ASSESSMENT}) l`, [number]);
    await database.query(`${insert(LINK_COLUMNS)} from (${REMOVE_STANDALONE_LINES}) l`, [number]);
    const [pairs] = await database.query<{ lines: number }>('select count(*)::int as lines from pair');
    const opened = pairs?.lines ?? 0;
    return { opened, closed: 0, buyerIds: [] }; // all buyers are returned when lines are stored
  }
  await database.query(`create temporary table proposed on commit drop as ${ONE_TO_ONE_ASSESSMENT}`);
  await database.query(
    `insert into proposed (${all(LINK_COLUMNS)}, plain) select ${all(LINK_COLUMNS)}, false from (${REMOVE_STANDALONE_LINES}) a`,
  );
  if (whole)
    await database.query(
      `create temporary table standing on commit drop as select l.* from matching.link l where l.closed_by_run is null and ${share.takes('l.buyer_id')}`,
    );
  for (const sql of [
    'analyze proposed, standing',
    `create temporary table kept on commit drop as
      select l.version_id, l.report_line_no, l.batch_id, l.spend_line_no, l.opened_by_run, (${all(['evidence', ...LINE_COLUMNS], 'l')}) is distinct from (${all(['evidence', ...LINE_COLUMNS], 'p')}) as otherwise
      from standing l join proposed p on ${isSameLink} and p.step = l.step and p.amount = l.amount and ${sameEvidence}`,
    'analyze kept',
  ])
    await database.query(sql);
  const closed = await count(`with gone as materialized (
      select l.version_id, l.report_line_no, l.batch_id, l.spend_line_no, l.opened_by_run from standing l where not exists (select 1 from kept p where ${isSameLink})
    ), closed as (
      update matching.link l set closed_by_run = $1 from gone p where ${isSameLink} and p.opened_by_run = l.opened_by_run returning l.buyer_id
    ) select buyer_id, count(*)::int as lines from closed group by buyer_id`);
  await count(
    `with told as (
      update matching.link l set ${['evidence', ...LINE_COLUMNS].map((name) => `${name} = p.${name}`).join(', ')}
      from kept k join proposed p on k.otherwise and p.version_id = k.version_id and p.report_line_no = k.report_line_no and p.batch_id = k.batch_id and p.spend_line_no = k.spend_line_no
      where ${isSameLink} and l.opened_by_run = k.opened_by_run returning l.buyer_id
    ) select buyer_id, count(*)::int as lines from told group by buyer_id`,
    [],
  );
  const opened = await count(`with opened as (
      ${insert([...LINK_COLUMNS, ...LINE_COLUMNS])} from proposed l where not exists (select 1 from kept p where ${isSameLink}) returning buyer_id
    ) select buyer_id, count(*)::int as lines from opened group by buyer_id`);
  return { opened, closed, buyerIds: [...buyers] };
}
