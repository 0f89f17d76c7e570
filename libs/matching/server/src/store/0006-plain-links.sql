-- Nearly all links are of two lines that agree, and of which neither is tied to anything else. What a run says of two such lines, and the keys
-- they are found by, stand on their link alone; only lines that stand apart, open, tied to several or with a difference, have a row of their own.

alter table matching.report_line rename to report_line_apart;
alter table matching.spend_line rename to spend_line_apart;

-- What a line of the books says itself of its agreement; beside it stands what the last run said, which may be by a link or an answer that is gone tomorrow.
alter table matching.spend_line_apart add column read_agreement_id uuid, add column read_lot_id uuid, add column read_why text;

alter table matching.link
  add column plain boolean not null default false,
  add column report_line_key text,
  add column report_agreement_id uuid,
  add column report_lot_id uuid,
  add column report_why text,
  add column report_day date,
  add column report_month int,
  add column report_invoice_number text,
  add column report_invoice bigint,
  add column report_item bigint,
  add column report_mark bigint,
  add column report_site bigint,
  add column report_ordered bigint,
  add column report_same_order bigint,
  add column report_same_trip bigint,
  add column report_same_day bigint,
  add column report_same_month bigint,
  add column report_quantity numeric,
  add column report_nature text,
  add column report_listed boolean,
  add column report_again boolean,
  add column report_also text[],
  add column spend_line_key text,
  add column spend_agreement_id uuid,
  add column spend_lot_id uuid,
  add column spend_why text,
  add column spend_day date,
  add column spend_month int,
  add column spend_invoice bigint,
  add column spend_item bigint,
  add column spend_mark bigint,
  add column spend_cost_centre bigint,
  add column spend_ordered bigint,
  add column spend_account text,
  add column spend_quantity numeric,
  add column spend_nature text,
  add column spend_payee boolean,
  add column spend_also text[],
  add column spend_read_agreement_id uuid,
  add column spend_read_lot_id uuid,
  add column spend_read_why text;
create index link_plain_by_pair on matching.link (cooperative_id, supplier_id, buyer_id, report_day) where plain and until_run is null;

-- The lines of plain links, under the names that lines apart have.
create view matching.report_line_plain with (security_invoker) as
  select cooperative_id, version_id, report_line_no as line_no, report_line_key as line_key, supplier_id, buyer_id, buyer_id as books_id, report_agreement_id as agreement_id, report_lot_id as lot_id, report_why as why,
    report_day as day, report_month as month, report_invoice_number as invoice_number, report_invoice as invoice, report_item as item, report_mark as mark, report_site as site, report_ordered as ordered,
    report_same_order as same_order, report_same_trip as same_trip, report_same_day as same_day, report_same_month as same_month, report_quantity as quantity, amount, report_nature as nature, report_listed as listed,
    report_again as again, 'matched'::text as state, null::text as cause, report_also as also, amount as linked
  from matching.link
  where plain and until_run is null;

create view matching.spend_line_plain with (security_invoker) as
  select cooperative_id, batch_id, spend_line_no as line_no, spend_line_key as line_key, supplier_id, buyer_id, spend_agreement_id as agreement_id, spend_lot_id as lot_id, spend_why as why,
    spend_day as day, spend_month as month, spend_invoice as invoice, spend_item as item, spend_mark as mark, spend_cost_centre as cost_centre, spend_ordered as ordered, spend_account as account,
    spend_quantity as quantity, amount, spend_nature as nature, spend_payee as payee, 'matched'::text as state, null::text as cause, spend_also as also, amount as linked,
    spend_read_agreement_id as read_agreement_id, spend_read_lot_id as read_lot_id, spend_read_why as read_why
  from matching.link
  where plain and until_run is null;

-- Every line that a run has read, of either kind. For reading by what is known beforehand: PostgreSQL looks up no joined rows in a union.
create view matching.report_line with (security_invoker) as
  select cooperative_id, version_id, line_no, line_key, supplier_id, buyer_id, books_id, agreement_id, lot_id, why, day, month, invoice_number, invoice, item, mark,
    site, ordered, same_order, same_trip, same_day, same_month, quantity, amount, nature, listed, again, state, cause, also, linked
  from matching.report_line_apart
  union all
  select * from matching.report_line_plain;

create view matching.spend_line with (security_invoker) as
  select cooperative_id, batch_id, line_no, line_key, supplier_id, buyer_id, agreement_id, lot_id, why, day, month, invoice, item, mark,
    cost_centre, ordered, account, quantity, amount, nature, payee, state, cause, also, linked, read_agreement_id, read_lot_id, read_why
  from matching.spend_line_apart
  union all
  select * from matching.spend_line_plain;

grant select on matching.report_line_plain, matching.spend_line_plain, matching.report_line, matching.spend_line to tallgrunn_app;
