/**
 * SQL fragments of the lists of decisions and answers. They find all lines by key at once: one scan per side, however
 * many decisions there are.
 */

/** CTE: the requested line by its key. $1: report version or spend batch, $2: line number. */
export const ONE_LINE = `one as (
  select 'reported' as side, l.line_key from reporting.door_report_line l where l.version_id = $1 and l.line_no = $2
  union all select 'booked', l.line_key from spend.door_spend_line l where l.batch_id = $1 and l.line_no = $2
)`;

/** CTE: the newest line per supplier, buyer and key among the keys in `wanted`, each with its side. */
export const REQUESTED_LINES = `reported_line as materialized (
  select distinct on (l.supplier_id, l.buyer_id, l.line_key) l.supplier_id, l.buyer_id, l.line_key, l.version_id,
    jsonb_build_object('documentId', l.version_id, 'lineNo', l.line_no, 'itemName', l.item_name, 'amount', l.amount::text) as line
  from reporting.door_report_line l where l.line_key in (select w.line_key from wanted w where w.side = 'reported') order by l.supplier_id, l.buyer_id, l.line_key, l.version_id desc
), booked_line as materialized (
  select distinct on (l.supplier_id, l.buyer_id, l.line_key) l.supplier_id, l.buyer_id, l.line_key,
    jsonb_build_object('documentId', l.batch_id, 'lineNo', l.line_no, 'itemName', coalesce(l.item_name, l.text), 'amount', l.compared_amount::text) as line
  from spend.door_spend_line l where l.line_key in (select w.line_key from wanted w where w.side = 'booked') order by l.supplier_id, l.buyer_id, l.line_key, l.batch_id desc
)`;

/** SQL: name of the decision-maker, and of the organisation they decided for. */
export const DECISION_MAKER_COLUMNS = `p.name as "decidedBy", coalesce(o.name, c.name) as "decidedFor"`;

/**
 * SQL joins for `DECISION_MAKER_COLUMNS`. Users see their own and their colleagues' names; all others decided for the cooperative, because
 * decisions of other municipalities are not visible.
 */
export const decisionMakerJoins = (
  alias: string,
): string => `left join identity.door_person p on p.cooperative_id = ${alias}.cooperative_id and p.id = ${alias}.decided_by
  left join lateral (
    select o.name from identity.door_membership m join identity.door_organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id
    where m.cooperative_id = ${alias}.cooperative_id and m.person_id = ${alias}.decided_by order by m.ended_at nulls first limit 1
  ) o on true
  left join identity.door_organisation c on c.cooperative_id = ${alias}.cooperative_id and c.kind = 'cooperative' and ${alias}.decided_by is not null`;
