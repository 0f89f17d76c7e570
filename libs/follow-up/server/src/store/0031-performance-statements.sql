-- A decided performance statement of one supplier in one agreement and year. Every decision is a new revision; none changes.
-- `figures`, `proposed`: the key figures and the ratings by rule that the person saw. `ratings`: the decided rating of each key figure.
create table follow_up.performance_statement (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  year int not null check (year between 2000 and 2100),
  revision int not null check (revision > 0),
  figures jsonb not null,
  proposed jsonb not null,
  ratings jsonb not null,
  overall_rating text not null check (overall_rating in ('good', 'approaching-target', 'requires-improvement', 'inadequate', 'other')),
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, number)
);
create index performance_statement_by_supplier on follow_up.performance_statement (cooperative_id, supplier_id, agreement_id, year, revision);
select platform.protect('follow_up.performance_statement', supplier => 'supplier_id', writers => array['cooperative'], privileges => 'select, insert');
select platform.erasable('follow_up.performance_statement', array['reason']);
select platform.moves_with_organisation('follow_up.performance_statement', 'supplier_id', 'decisions');

-- Comments of the supplier on a statement.
create table follow_up.performance_statement_comment (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  statement_id uuid not null,
  supplier_id uuid not null,
  body text not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, statement_id) references follow_up.performance_statement (cooperative_id, id)
);
create index performance_statement_comment_by_statement on follow_up.performance_statement_comment (cooperative_id, statement_id);
select platform.protect('follow_up.performance_statement_comment', supplier => 'supplier_id', writers => array['supplier'], privileges => 'select, insert');
select platform.erasable('follow_up.performance_statement_comment', array['body']);
select platform.moves_with_organisation('follow_up.performance_statement_comment', 'supplier_id', 'decisions');
