-- Categories of purchases: a short, reviewed list for all cooperatives, without a tenant.
create table catalogue.category (
  code text primary key,
  position int not null,
  name_nb text not null,
  name_nn text not null,
  name_en text not null,
  unique ("position")
);
grant select on catalogue.category to tallgrunn_app;

-- Categories of CPV codes. The longest matching prefix applies.
create table catalogue.cpv_category (
  cpv_prefix text primary key check (cpv_prefix ~ '^[0-9]{2,8}$'),
  category_code text not null,
  -- Confidence, 0 to 1: how often the code means its category, as judged in the review of the lists.
  confidence numeric(3,2) not null default 0.85 check (confidence >= 0::numeric and confidence <= 1::numeric),
  foreign key (category_code) references catalogue.category(code)
);
grant select on catalogue.cpv_category to tallgrunn_app;

-- Categories of accounts, by system and code: KOSTRA 115 is food, DFØ 115 is a building plot.
create table catalogue.account_category (
  account_system text not null,
  account_code text not null,
  category_code text not null,
  confidence numeric(3,2) not null default 0.80 check (confidence >= 0::numeric and confidence <= 1::numeric),
  primary key (account_system, account_code),
  foreign key (category_code) references catalogue.category(code)
);
grant select on catalogue.account_category to tallgrunn_app;

-- Product groups within categories, for which there are physical factors. Reviewed and shared, without a tenant.
-- `pattern`: a PostgreSQL regular expression for item names in lower case. `confidence`: how often such a name means
-- the group, 0 to 1.
create table catalogue.product_group (
  code text,
  category_code text not null,
  position int not null,
  name_nb text not null,
  name_nn text not null,
  name_en text not null,
  pattern text not null,
  except_pattern text,
  confidence numeric(3,2) not null check (confidence >= 0::numeric and confidence <= 1::numeric),
  -- Kilograms per litre, where the factor is per kilogram and the goods are sold by the litre.
  kg_per_litre numeric,
  primary key (code),
  unique ("position"),
  foreign key (category_code) references catalogue.category(code)
);
grant select on catalogue.product_group to tallgrunn_app;

-- Codes of other lists that mean a product group.
create table catalogue.code_product_group (
  system text not null check (system = 'unspsc'),
  code text not null,
  product_group_code text not null,
  confidence numeric(3,2) not null check (confidence >= 0::numeric and confidence <= 1::numeric),
  primary key (system, code),
  foreign key (product_group_code) references catalogue.product_group(code)
);
grant select on catalogue.code_product_group to tallgrunn_app;

-- Categories of UNSPSC codes. The longest matching prefix applies.
create table catalogue.unspsc_category (
  unspsc_prefix text primary key check (unspsc_prefix ~ '^[0-9]{2,8}$'),
  category_code text not null,
  confidence numeric(3,2) not null check (confidence >= 0::numeric and confidence <= 1::numeric),
  foreign key (category_code) references catalogue.category(code)
);
grant select on catalogue.unspsc_category to tallgrunn_app;

-- Short names of codes. Names of accounts are in the factor book.
create table catalogue.code_name (
  system text not null check (system in ('cpv', 'unspsc')),
  code text not null,
  name_nb text not null,
  name_nn text not null,
  name_en text not null,
  primary key (system, code)
);
grant select on catalogue.code_name to tallgrunn_app;

-- A correction of what codes, accounts or items mean, by one person, or the revocation of an earlier correction. Rows
-- are only added.
create table catalogue.mapping_correction (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  system text not null check (system in ('unspsc', 'cpv', 'kostra', 'ns4102', 'dfo', 'item')),
  category_code text,
  product_group_code text,
  undoes uuid,
  reason text not null check (btrim(reason) <> ''),
  decided_by uuid not null,
  decided_at timestamptz not null,
  -- Order of corrections, independent of the clock: that of a demo is set back when it restarts.
  place bigint generated always as identity,
  primary key (cooperative_id, id),
  foreign key (category_code) references catalogue.category(code),
  foreign key (cooperative_id, undoes) references catalogue.mapping_correction(cooperative_id, id),
  foreign key (product_group_code) references catalogue.product_group(code)
);
create unique index mapping_correction_undone_once on catalogue.mapping_correction (cooperative_id, undoes);
select platform.protect('catalogue.mapping_correction', writers => array['cooperative', 'system'],
  privileges => 'select, insert');
create policy buyers_read on catalogue.mapping_correction for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'buyer');
select platform.erasable('catalogue.mapping_correction', array['reason']);

-- What a correction assigns: to a prefix of CPV or UNSPSC, an account, or `supplier:number`. The newest of a code
-- applies. `stands` false: the reviewed list applies again.
create table catalogue.mapping_override (
  cooperative_id uuid not null default platform.cooperative(),
  correction_id uuid not null,
  system text not null,
  code text not null,
  stands boolean not null default true,
  category_code text,
  product_group_code text,
  place bigint generated always as identity,
  primary key (cooperative_id, correction_id, system, code),
  foreign key (category_code) references catalogue.category(code),
  foreign key (cooperative_id, correction_id) references catalogue.mapping_correction(cooperative_id, id),
  foreign key (product_group_code) references catalogue.product_group(code),
  check (stands or category_code is null and product_group_code is null),
  check (not stands or system = 'item' or category_code is not null or product_group_code is not null)
);
create index mapping_override_newest on catalogue.mapping_override (cooperative_id, system, code, place desc);
select platform.protect('catalogue.mapping_override', writers => array['cooperative', 'system'],
  privileges => 'select, insert');
create policy buyers_read on catalogue.mapping_override for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
create policy merges on catalogue.mapping_override for update using (cooperative_id = platform.cooperative()
  and platform.side() = 'system');
grant update (code) on catalogue.mapping_override to tallgrunn_app;

create function catalogue.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update catalogue.mapping_override d set code = into_id::text || substr(d.code, 37)
  where d.system = 'item' and d.code like from_id::text || ':%'
    and not exists (
      select from catalogue.mapping_override o
      where o.cooperative_id = d.cooperative_id and o.correction_id = d.correction_id and o.system = 'item'
        and o.code = into_id::text || substr(d.code, 37));
end $$;

create trigger only_merge_code before update of code on catalogue.mapping_override
  for each row
  when (new.code is distinct from old.code and (old.system <> 'item'
    or new.code is distinct from (platform.merged_into(split_part(old.code, ':', 1)::uuid)::text || substr(old.code,
    37))))
  execute function platform.refuse_reference();
select platform.takes_part_in_merges('catalogue.prepare_merge', 'prepare');
