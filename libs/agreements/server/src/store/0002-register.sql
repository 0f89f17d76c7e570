-- What a contract register says of an agreement beyond its dates: where its papers are, how call-offs are made, how far it may be used.
alter table agreements.agreement
  add column case_number text,
  add column document_number text,
  add column technique text check (technique in ('single-supplier', 'ranked', 'share', 'reopening', 'mixed')),
  add column maximum_value numeric check (maximum_value >= 0),
  add column maximum_currency text,
  add column notice_id text;
create index agreement_by_case on agreements.agreement (cooperative_id, case_number);

alter table agreements.lot
  add column cpv text,
  add column maximum_value numeric check (maximum_value >= 0),
  add column technique text check (technique in ('single-supplier', 'ranked', 'share', 'reopening', 'mixed'));

-- `share` is 0 to 1. `clause_status`: how far the supplier is bound to report; most running agreements begin without it.
alter table agreements.agreement_supplier
  add column rank int check (rank > 0),
  add column share numeric check (share >= 0 and share <= 1),
  add column clause_status text not null default 'in-contract' check (clause_status in ('in-contract', 'amendment-drafted', 'sent', 'signed', 'missing')),
  add column clause_noted_on date;

-- A supplier that left and came back holds the lot a second time, with dates of its own.
alter table agreements.agreement_supplier drop constraint agreement_supplier_cooperative_id_agreement_id_supplier_id__key;
alter table agreements.agreement_supplier add constraint agreement_supplier_once unique nulls not distinct (cooperative_id, agreement_id, supplier_id, lot_id, from_on);

-- A right to extend the agreement to a day, to be used before `notice_by`.
create table agreements.agreement_option (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  number int not null,
  notice_by date,
  extends_to date not null,
  decided text check (decided in ('taken', 'left')),
  decided_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, number),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
select platform.protect('agreements.agreement_option', writers => array['cooperative', 'system'], privileges => 'select, insert, update, delete');

-- Whom one asks about the agreement: the cooperative's own person where `supplier_id` is null.
create table agreements.agreement_contact (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid,
  name text not null,
  email text,
  phone text,
  role text not null check (role in ('contract', 'reporting', 'invoice')),
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
create index agreement_contact_by_agreement on agreements.agreement_contact (cooperative_id, agreement_id);
select platform.protect('agreements.agreement_contact', writers => array['cooperative', 'system'], privileges => 'select, insert, update, delete');

-- A register or a notice that was brought in: its file, how its columns are read, and where it stands.
create table agreements.register_import (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null check (kind in ('workbook', 'notice')),
  file_name text not null,
  file_sha256 text not null,
  profile jsonb not null,
  state text not null check (state in ('asked', 'applied', 'dropped')),
  counts jsonb not null default '{}',
  made_by uuid,
  made_at timestamptz not null,
  applied_at timestamptz,
  primary key (cooperative_id, id)
);
create index register_import_by_day on agreements.register_import (cooperative_id, made_at);
select platform.protect('agreements.register_import', writers => array['cooperative', 'system']);

-- One doubt of an import, however many rows it stands on. `key` is what it is about, so that the same doubt in a later file finds its answer.
create table agreements.register_question (
  cooperative_id uuid not null default platform.cooperative(),
  import_id uuid not null,
  number int not null,
  kind text not null,
  key text not null,
  row_no int,
  found jsonb not null,
  choices jsonb not null,
  answer jsonb,
  answered_by uuid,
  answered_at timestamptz,
  primary key (cooperative_id, import_id, number),
  unique (cooperative_id, import_id, kind, key),
  foreign key (cooperative_id, import_id) references agreements.register_import (cooperative_id, id)
);
select platform.protect('agreements.register_question', writers => array['cooperative', 'system']);
