-- How often such a code means its category, 0 to 1: judged when the lists were reviewed. A longer code says more; arts that hold many things say less.
alter table catalogue.cpv_category add column confidence numeric(3, 2) not null default 0.85 check (confidence between 0 and 1);
update catalogue.cpv_category set confidence = 0.75 where length(cpv_prefix) = 2;
alter table catalogue.account_category add column confidence numeric(3, 2) not null default 0.80 check (confidence between 0 and 1);
update catalogue.account_category set confidence = 0.70 where account_system <> 'kostra';
update catalogue.account_category set confidence = 0.50 where account_system = 'kostra' and account_code in ('120', '165', '170', '195', '200', '270', '370');

-- UNSPSC by prefix: the longest that fits decides. What names a kind of goods outright stands in catalogue.product_code.
create table catalogue.unspsc_category (
  unspsc_prefix text primary key check (unspsc_prefix ~ '^[0-9]{2,8}$'),
  category_code text not null references catalogue.category (code),
  confidence numeric(3, 2) not null check (confidence between 0 and 1)
);
grant select on catalogue.unspsc_category to tallgrunn_app;
insert into catalogue.unspsc_category (unspsc_prefix, category_code, confidence)
select u ->> 'code', u ->> 'category', (u ->> 'confidence')::numeric from jsonb_array_elements('{{unspsc}}'::jsonb) as list (u);

-- What codes are called, shortly. Accounts have their names in the factor book.
create table catalogue.code_name (
  system text not null check (system in ('cpv', 'unspsc')),
  code text not null,
  name_nb text not null,
  name_nn text not null,
  name_en text not null,
  primary key (system, code)
);
grant select on catalogue.code_name to tallgrunn_app;
insert into catalogue.code_name (system, code, name_nb, name_nn, name_en)
select n ->> 'system', n ->> 'code', n ->> 'nb', n ->> 'nn', n ->> 'en' from jsonb_array_elements('{{names}}'::jsonb) as list (n);

-- A correction: one person says of many codes, accounts or items at once what they mean, or takes an earlier correction back. Rows are added, never changed.
create table catalogue.correction (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  system text not null check (system in ('unspsc', 'cpv', 'kostra', 'ns4102', 'dfo', 'item')),
  category_code text references catalogue.category (code),
  product_code text references catalogue.product (code),
  undoes uuid,
  reason text not null check (btrim(reason) <> ''),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, undoes) references catalogue.correction (cooperative_id, id)
);
select platform.protect('catalogue.correction', writers => array['cooperative', 'system'], privileges => 'select, insert');
create policy buyers_read on catalogue.correction for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');
create unique index correction_undone_once on catalogue.correction (cooperative_id, undoes);

-- What a correction says of each: a prefix of CPV or UNSPSC, an account, or `supplier:number`. The newest on a code holds; `stands` false: as the reviewed list says.
create table catalogue.mapping_decision (
  cooperative_id uuid not null default platform.cooperative(),
  correction_id uuid not null,
  system text not null,
  code text not null,
  stands boolean not null default true,
  category_code text references catalogue.category (code),
  product_code text references catalogue.product (code),
  primary key (cooperative_id, correction_id, system, code),
  foreign key (cooperative_id, correction_id) references catalogue.correction (cooperative_id, id),
  check (stands or (category_code is null and product_code is null)),
  check (not stands or system = 'item' or category_code is not null or product_code is not null)
);
create index mapping_decision_newest on catalogue.mapping_decision (cooperative_id, system, code, correction_id desc);
select platform.protect('catalogue.mapping_decision', writers => array['cooperative', 'system'], privileges => 'select, insert');
create policy buyers_read on catalogue.mapping_decision for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- What people said of items before corrections were: each becomes one.
insert into catalogue.correction (cooperative_id, id, system, product_code, reason, decided_by, decided_at)
select cooperative_id, id, 'item', product_code, coalesce(nullif(btrim(reason), ''), '–'), decided_by, decided_at from catalogue.item_decision;
insert into catalogue.mapping_decision (cooperative_id, correction_id, system, code, product_code)
select cooperative_id, id, 'item', supplier_id::text || ':' || item_number, product_code from catalogue.item_decision;
drop table catalogue.item_decision;
