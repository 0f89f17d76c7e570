-- What a supplier says of a line that its buyer has booked and no report tells of. It ties nothing and explains nothing by itself: a reviewer
-- reads it, and may take it as an answer. Kept by the line's key and never changed: the newest on a line holds; one without a kind takes it back.
create table matching.statement (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  -- Lines that were answered at once have it in common.
  given_id uuid not null,
  duty_id uuid not null,
  supplier_id uuid not null,
  buyer_id uuid not null,
  line_key text not null,
  invoice_number text,
  kind text check (kind in ('next-report', 'in-report', 'left-out', 'other-agreement', 'other-seller', 'other')),
  reason text not null,
  amount numeric(18, 2) not null,
  said_by uuid,
  said_at timestamptz not null,
  primary key (cooperative_id, id)
);
create index statement_by_line on matching.statement (cooperative_id, supplier_id, line_key, id desc);
select platform.protect('matching.statement', supplier => 'supplier_id', buyer => 'buyer_id', writers => array['supplier'], privileges => 'select, insert');

-- The statement that a reviewer took as the answer.
alter table matching.answer add column statement_id uuid;
create index answer_by_statement on matching.answer (cooperative_id, statement_id) where statement_id is not null;
