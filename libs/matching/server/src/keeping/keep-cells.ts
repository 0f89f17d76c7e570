import type { Asked } from '../linking/asked.ts';

const INTO = 'insert into matching.cell (side, supplier_id, buyer_id, month, agreement_id, state, cause, lines, amount, linked)';
const month = `coalesce(l.booked, to_char(l.day, 'YYYY-MM'))`;
const reported = (from: string) => `${INTO} select 'reported', l.supplier_id, l.buyer_id, to_char(l.day, 'YYYY-MM'), l.agreement_id, l.state, l.cause, count(*), sum(l.amount), sum(l.linked) from ${from} group by 1, 2, 3, 4, 5, 6, 7`;
const booked = (from: string, agreement: string) => `${INTO} select 'booked', l.supplier_id, l.buyer_id, ${month}, ${agreement}, l.state, l.cause, count(*), sum(l.amount), sum(l.linked) from ${from} group by 1, 2, 3, 4, 5, 6, 7`;

/** The sums that pages show, of the suppliers and buyers whose lines the run looked at. */
export async function keepCells(database: Asked, { whole, first }: { readonly whole: boolean; readonly first: boolean }): Promise<void> {
  if (whole || first) {
    if (!first) await database.query('delete from matching.cell where true');
    await database.query(reported('said_r l'));
    await database.query(booked('said_b l', 'l.said_agreement'));
    return;
  }
  await database.query(`create temporary table looked_at on commit drop as
    select supplier_id, buyer_id from said_r union select supplier_id, buyer_id from gone_r union select supplier_id, buyer_id from said_b union select supplier_id, buyer_id from gone_b`);
  await database.query('analyze looked_at');
  const its = (alias: string) => `(c.supplier_id = ${alias}.supplier_id and c.buyer_id = ${alias}.buyer_id)`;
  await database.query(`delete from matching.cell c using looked_at a where ${its('a')}`);
  await database.query(`delete from matching.cell c using looked_at a where c.supplier_id is null and a.supplier_id is null and c.buyer_id = a.buyer_id`);
  await database.query(reported('(select c.* from matching.report_line c join looked_at a on c.supplier_id = a.supplier_id and c.buyer_id is not distinct from a.buyer_id) l'));
  await database.query(booked('(select c.* from matching.spend_line c join looked_at a on c.supplier_id = a.supplier_id and c.buyer_id = a.buyer_id union all select c.* from matching.spend_line c join looked_at a on c.supplier_id is null and a.supplier_id is null and c.buyer_id = a.buyer_id) l', 'l.agreement_id'));
}
