import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** Spend lines, each with its reported counterpart when exactly one line answers exactly this one. */
const BOOKED = `
  insert into insight.combined_line (
    buyer_id, key, side, state, supplier_id, seller_name, agreement_id, category, spent_on, month, invoice_number, account_system, account_code,
    item_number, item_name, quantity, unit, booked_amount, reported_amount, currency, method, kg, factor_id, quality, beside_kg, basis,
    batch_id, spend_line_no, spend_file, spend_sheet, spend_row, version_id, report_line_no, report_file, report_sheet, report_row, parts, net_basis, outside_amount)
  select s.buyer_id, 's' || s.batch_id || ':' || s.line_no, case when r.version_id is null then 'booked' else 'both' end, st.state,
    s.supplier_id, s.seller_name, r.agreement_id, coalesce(e.category, r.category), s.spent_on, to_char(coalesce(s.booked_on, s.spent_on), 'YYYY-MM'), s.invoice_number, s.account_system, s.account_code,
    coalesce(r.item_number, s.item_number), coalesce(r.item_name, s.item_name, s.text), coalesce(r.quantity, s.quantity), coalesce(r.unit, s.unit),
    s.net_amount, r.amount, s.currency, e.method, e.kg, e.factor_id, e.quality, r.beside_kg,
    case when r.item_id is not null then 'item' when coalesce(r.quantity, s.quantity) is not null then 'quantity' when s.account_code is not null then 'account' else 'none' end,
    s.batch_id, s.line_no, s.file_name, s.sheet, s.row_no, r.version_id, r.line_no, r.file_name, r.sheet, r.row_no, y.parts, s.net_basis, case when s.net_amount is null then s.ledger_amount end
  from booked s
  join booked_state st on st.batch_id = s.batch_id and st.line_no = s.line_no
  left join weighed e on e.batch_id = s.batch_id and e.line_no = s.line_no
  left join partly y on y.batch_id = s.batch_id and y.line_no = s.line_no
  left join only_pair p on p.batch_id = s.batch_id and p.spend_line_no = s.line_no
  left join reported r on r.version_id = p.version_id and r.line_no = p.report_line_no`;

/** Reported lines that are not one half of a pair: alone, or among several that share an invoice. */
const REPORTED = `
  insert into insight.combined_line (
    buyer_id, key, side, state, supplier_id, seller_name, agreement_id, category, spent_on, month, invoice_number,
    item_number, item_name, quantity, unit, reported_amount, currency, beside_kg, basis,
    version_id, report_line_no, report_file, report_sheet, report_row)
  select r.buyer_id, 'r' || r.version_id || ':' || r.line_no, 'reported', st.state, r.supplier_id, o.name, r.agreement_id, r.category, r.spent_on, to_char(r.spent_on, 'YYYY-MM'), r.invoice_number,
    r.item_number, r.item_name, r.quantity, r.unit, r.amount, r.currency, r.beside_kg,
    case when r.item_id is not null then 'item' when r.quantity is not null then 'quantity' else 'none' end,
    r.version_id, r.line_no, r.file_name, r.sheet, r.row_no
  from reported r
  join reported_state st on st.version_id = r.version_id and st.line_no = r.line_no
  left join identity.door_organisation o on o.id = r.supplier_id
  where not exists (select 1 from only_pair p where p.version_id = r.version_id and p.report_line_no = r.line_no)`;

/** What the doors say of one buyer ($1), each read once into a table of this transaction. */
const READINGS: Readonly<Record<string, string>> = {
  booked: 'create temporary table booked on commit drop as select * from spend.door_line where buyer_id = $1',
  booked_state: 'create temporary table booked_state on commit drop as select batch_id, line_no, state from matching.door_spend_state where buyer_id = $1',
  reported_state: 'create temporary table reported_state on commit drop as select version_id, line_no, state from matching.door_report_state where buyer_id = $1',
  weighed: 'create temporary table weighed on commit drop as select batch_id, line_no, category, method, kg, factor_id, quality from emissions.door_result where buyer_id = $1',
  partly: `create temporary table partly on commit drop as select batch_id, line_no, array_agg(distinct coalesce(category, '') || '/' || method) as parts from emissions.door_result_part where buyer_id = $1
    group by batch_id, line_no having count(distinct coalesce(category, '') || '/' || method) > 1`,
  reported: `create temporary table reported on commit drop as select r.version_id, r.line_no, r.supplier_id, r.buyer_id, r.agreement_id, r.item_id, r.item_number, r.item_name, r.quantity, r.unit, r.amount, r.currency, r.invoice_number,
      coalesce(r.delivered_on, r.invoiced_on, r.ordered_on) as spent_on, r.file_name, r.sheet, r.row_no, b.kg as beside_kg, c.category_code as category
    from reporting.door_line r
    left join emissions.door_beside b on b.cooperative_id = r.cooperative_id and b.version_id = r.version_id and b.line_no = r.line_no
    left join agreements.door_agreement a on a.cooperative_id = r.cooperative_id and a.id = r.agreement_id
    left join lateral (
      select p.category_code from catalogue.door_cpv_category p where a.cpv like p.cpv_prefix || '%' order by length(p.cpv_prefix) desc limit 1
    ) c on true
    where r.buyer_id = $1`,
  only_pair: `create temporary table only_pair on commit drop as select l.version_id, l.report_line_no, l.batch_id, l.spend_line_no
    from (
      select l.*, count(*) over (partition by l.version_id, l.report_line_no) as by_report, count(*) over (partition by l.batch_id, l.spend_line_no) as by_spend
      from matching.door_link l where l.buyer_id = $1
    ) l
    where l.by_report = 1 and l.by_spend = 1`,
};

/** Makes the combined rows of one buyer anew, in one transaction, from the doors of the rooms to the left. */
@Injectable()
export class RefreshCombined {
  constructor(private readonly database: Database) {}

  async run(buyerId: string): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('insight.combined_line' || $1::text, 0))`, [buyerId]);
    await this.database.query('delete from insight.combined_line where buyer_id = $1', [buyerId]);
    for (const [name, sql] of Object.entries(READINGS)) {
      await this.database.query(sql, [buyerId]);
      await this.database.query(`analyze ${name}`);
    }
    await this.database.query(BOOKED);
    await this.database.query(REPORTED);
    const made = await this.database.one<{ n: number }>('select count(*)::int as n from insight.combined_line where buyer_id = $1', [buyerId]);
    await this.database.tellPlanner('insight.combined_line', made?.n ?? 0);
    await this.database.query(`drop table ${Object.keys(READINGS).join(', ')}`);
  }
}
