-- A framework agreement of the cooperative. `ends_on` is its last day; null until further notice.
create table agreements.agreement (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  title text not null,
  cpv text,
  starts_on date not null,
  ends_on date,
  created_at timestamptz not null,
  -- From the contract register: reference to the archive, method of call-off, maximum value.
  case_number text,
  document_number text,
  technique text check (technique in ('single-supplier', 'ranked', 'share', 'reopening', 'mixed')),
  maximum_value numeric check (maximum_value >= 0::numeric),
  maximum_value_currency text,
  notice_id text,
  -- The contract manager who is responsible for the agreement.
  owner_id uuid,
  primary key (cooperative_id, id),
  unique (cooperative_id, number),
  check (ends_on >= starts_on)
);
create index agreement_by_case on agreements.agreement (cooperative_id, case_number);
select platform.protect('agreements.agreement', writers => array['cooperative', 'system']);

create table agreements.lot (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  key text not null,
  title text not null,
  cpv text,
  maximum_value numeric check (maximum_value >= 0::numeric),
  technique text check (technique in ('single-supplier', 'ranked', 'share', 'reopening', 'mixed')),
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, key),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id)
);
select platform.protect('agreements.lot', writers => array['cooperative', 'system'], privileges => 'select, insert');
create policy parties_read on agreements.lot for select using (cooperative_id = platform.cooperative()
  and (platform.side() in ('buyer', 'supplier')) and (agreement_id in ( select a.id from agreements.agreement a)));
grant update (maximum_value, technique) on agreements.lot to tallgrunn_app;

-- A supplier of a lot, or of the whole agreement (lot_id null).
create table agreements.agreement_supplier (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  lot_id uuid,
  valid_from date not null,
  valid_to date,
  -- `share`: 0 to 1. The reporting clause: whether the supplier is bound to report. Most agreements begin without
  -- one.
  rank int check (rank > 0),
  share numeric check (share >= 0::numeric and share <= 1::numeric),
  reporting_clause_status text not null default 'not-stated' check (reporting_clause_status in ('not-stated',
    'in-contract', 'amendment-drafted', 'sent', 'signed', 'missing')),
  reporting_clause_status_on date,
  primary key (cooperative_id, id),
  unique nulls not distinct (cooperative_id, agreement_id, supplier_id, lot_id, valid_from),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id),
  foreign key (cooperative_id, lot_id) references agreements.lot(cooperative_id, id)
);
create index agreement_supplier_by_supplier on agreements.agreement_supplier (cooperative_id, supplier_id);
select platform.protect('agreements.agreement_supplier', supplier => 'supplier_id', writers => array['cooperative',
  'system']);
create policy buyers_read on agreements.agreement_supplier for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'buyer');
select platform.moves_with_organisation('agreements.agreement_supplier', 'supplier_id', 'agreements', 'removed',
  'a.valid_to is not distinct from b.valid_to');

-- A buyer that may call off on the agreement, from the first to the last day.
create table agreements.participation (
  cooperative_id uuid not null default platform.cooperative(),
  agreement_id uuid not null,
  buyer_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (cooperative_id, agreement_id, buyer_id, valid_from),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id)
);
select platform.protect('agreements.participation', buyer => 'buyer_id', writers => array['cooperative', 'system']);
create policy suppliers_read on agreements.participation for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'supplier'
  and (agreement_id in ( select a.id from agreements.agreement a)));
select platform.moves_with_organisation('agreements.participation', 'buyer_id', 'agreements', 'removed',
  'a.valid_to is not distinct from b.valid_to');

-- A numbered price list of a supplier in an agreement. It never changes, and a new version replaces all of it.
create table agreements.price_version (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  number int not null,
  file_name text,
  file_sha256 text,
  item_count int not null,
  published_at timestamptz not null,
  -- In force from this day. Without a day it replaces all versions of its kind. Cost and list prices are numbered
  -- with the agreed prices and replace only their own kind.
  kind text not null default 'agreed' check (kind in ('agreed', 'list', 'cost')),
  valid_from date,
  valid_to date,
  reason text not null default 'imported' check (reason in ('imported', 'adjusted', 'catalogue', 'transferred')),
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, supplier_id, number),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id)
);
select platform.protect('agreements.price_version', supplier => 'supplier_id', writers => array['cooperative',
  'system'], privileges => 'select, insert');
create policy buyers_read on agreements.price_version for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.erasable('agreements.price_version', array['file_name']);
select platform.moves_with_organisation('agreements.price_version', 'supplier_id', 'prices');

-- An item of an agreement, supplier and item number, the same in all price versions.
create table agreements.item (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  number text not null,
  -- The line of the newest version that contains the item, with the latest start. It is set when a version is
  -- published, so that names of items need no search in all versions.
  latest_price_version_id uuid,
  latest_price_line_no int,
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, supplier_id, number),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id)
);
select platform.protect('agreements.item', supplier => 'supplier_id', writers => array['cooperative', 'system'],
  privileges => 'select, insert');
create policy buyers_read on agreements.item for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
grant update (latest_price_version_id, latest_price_line_no) on agreements.item to tallgrunn_app;
select platform.moves_with_organisation('agreements.item', 'supplier_id', 'items');

-- The price of an item in a version. One `unit` (of the price) contains `content_quantity` of `content_unit`; one
-- `pack_unit` contains `pack_quantity` of `unit`. `valid_to` is the last day.
create table agreements.price_line (
  cooperative_id uuid not null default platform.cooperative(),
  price_version_id uuid not null,
  line_no int not null,
  supplier_id uuid not null,
  item_id uuid not null,
  lot_id uuid,
  gtin text,
  name text not null,
  category text,
  previous_item_number text,
  unit text not null,
  content_quantity numeric,
  content_unit text,
  pack_quantity numeric,
  pack_unit text,
  net_weight_kg numeric,
  price numeric,
  currency text not null,
  valid_from date not null,
  valid_to date,
  nobb text,
  labels text[],
  organic_share numeric,
  minimum_quantity numeric,
  primary key (cooperative_id, price_version_id, line_no),
  foreign key (cooperative_id, item_id) references agreements.item(cooperative_id, id),
  foreign key (cooperative_id, lot_id) references agreements.lot(cooperative_id, id),
  foreign key (cooperative_id, price_version_id) references agreements.price_version(cooperative_id, id)
);
create index price_line_by_item on agreements.price_line (cooperative_id, item_id);
create index price_line_by_version_item on agreements.price_line (cooperative_id, price_version_id, item_id);
select platform.protect('agreements.price_line', supplier => 'supplier_id', writers => array['cooperative',
  'system'], privileges => 'select, insert');
create policy buyers_read on agreements.price_line for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.moves_with_organisation('agreements.price_line', 'supplier_id', 'prices');
-- An item and its newest line refer to each other.
alter table agreements.item add foreign key (cooperative_id, latest_price_version_id,
  latest_price_line_no) references agreements.price_line(cooperative_id, price_version_id, line_no);

-- Reporting terms: a versioned document for periods that begin on or after the day. A version never changes.
create table agreements.terms_version (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  version int not null,
  applies_from date not null,
  document jsonb not null,
  sha256 text not null,
  published_at timestamptz not null,
  -- An agreement can have several reports, each with its own terms. A version is written once and cannot be changed
  -- or deleted.
  report text not null default 'deliveries',
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, report, version),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id)
);
select platform.protect('agreements.terms_version', writers => array['cooperative', 'system'],
  privileges => 'select, insert');
create policy parties_read on agreements.terms_version for select using (cooperative_id = platform.cooperative()
  and (platform.side() in ('buyer', 'supplier')) and (agreement_id in ( select a.id from agreements.agreement a)));

-- Organisations related to a supplier: branches and franchisees with their own numbers, payees and predecessors.
create table agreements.related_entity (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('branch', 'franchisee', 'factoring-payee', 'predecessor', 'registration-abroad')),
  name text not null,
  org_number text,
  foreign_number text,
  country text not null default 'NO' check (country ~ '^[A-Z]{2}$'),
  valid_from date,
  valid_to date,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  unique nulls not distinct (cooperative_id, supplier_id, kind, name, valid_from),
  check (valid_to >= valid_from)
);
create index related_entity_by_number on agreements.related_entity (cooperative_id, org_number);
select platform.protect('agreements.related_entity', supplier => 'supplier_id', writers => array['cooperative',
  'system']);
create policy buyers_read on agreements.related_entity for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.moves_with_organisation('agreements.related_entity', 'supplier_id', 'belongings', 'removed',
  '(a.org_number, a.foreign_number, a.country, a.valid_to) is not distinct from (b.org_number, b.foreign_number, b.country, b.valid_to)
   and not exists (select from agreements.reporting_obligation d
     where d.cooperative_id = a.cooperative_id and d.branch_id = a.id)');

-- An obligation of a supplier to report for a period. `period_end` is the day after the last day; part of a period
-- has its own range.
create table agreements.reporting_obligation (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  terms_version_id uuid not null,
  period_key text not null,
  period_start date not null,
  period_end date not null,
  due_on date not null,
  lots text[] not null default '{}',
  opened_at timestamptz not null,
  -- An obligation is for one report of one supplier, or one branch of a chain, for a period or for the part of it
  -- with the same terms and agreement. Parts of a period have its key and their own ranges.
  report text not null default 'deliveries',
  branch_id uuid,
  is_run_off boolean not null default false,
  exempted_at timestamptz,
  exempted_by uuid,
  exemption_reason text,
  primary key (cooperative_id, id),
  constraint reporting_obligation_once unique nulls not distinct (cooperative_id, agreement_id, supplier_id, report,
    branch_id, period_key, period_start),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id),
  foreign key (cooperative_id, branch_id) references agreements.related_entity(cooperative_id, id),
  foreign key (cooperative_id, terms_version_id) references agreements.terms_version(cooperative_id, id),
  check ((exempted_at is null) = (exemption_reason is null))
);
create index reporting_obligation_by_supplier on agreements.reporting_obligation (cooperative_id, supplier_id, due_on);
select platform.protect('agreements.reporting_obligation', supplier => 'supplier_id', writers => array['cooperative',
  'system']);
select platform.erasable('agreements.reporting_obligation', array['exemption_reason']);
select platform.moves_with_organisation('agreements.reporting_obligation', 'supplier_id', 'obligations', 'retained',
  'a.exempted_at is not null', 'An exempt obligation for a period that the other one reports.');

-- A site of a buyer for deliveries, with its own organisation number if it has one.
create table agreements.buyer_site (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid not null,
  name text not null,
  org_number text,
  created_at timestamptz not null,
  -- `parent_id`: the unit the site belongs to. `delivery_names`: its names in delivery addresses.
  parent_id uuid,
  kind text not null default 'site' check (kind in ('site', 'department')),
  cost_centre text,
  delivery_names text[] not null default '{}',
  valid_from date,
  valid_to date,
  primary key (cooperative_id, id),
  unique (cooperative_id, buyer_id, name),
  foreign key (cooperative_id, parent_id) references agreements.buyer_site(cooperative_id, id),
  check (valid_to >= valid_from)
);
create index buyer_site_by_parent on agreements.buyer_site (cooperative_id, parent_id);
select platform.protect('agreements.buyer_site', everyone => true, writers => array['cooperative', 'system']);
select platform.moves_with_organisation('agreements.buyer_site', 'buyer_id', 'sites');

-- A supplier's name of a buyer in its reports.
create table agreements.buyer_alias (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  text text not null,
  buyer_id uuid not null,
  created_at timestamptz not null,
  -- The site, if the name is of one. A revoked rule remains visible and has no effect.
  site_id uuid,
  origin text not null default 'taught' check (origin in ('taught', 'imported', 'decided')),
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, site_id) references agreements.buyer_site(cooperative_id, id)
);
create unique index buyer_alias_in_force on agreements.buyer_alias (cooperative_id, supplier_id, text)
  where revoked_at is null;
select platform.protect('agreements.buyer_alias', supplier => 'supplier_id', writers => array['cooperative', 'system']);
create policy suppliers_undo on agreements.buyer_alias for update using (cooperative_id = platform.cooperative()
  and platform.side() = 'supplier' and supplier_id = platform.organisation()
  and origin = 'decided') with check (cooperative_id = platform.cooperative() and platform.side() = 'supplier'
  and supplier_id = platform.organisation() and revoked_at is not null);
select platform.moves_with_organisation('agreements.buyer_alias', 'supplier_id', 'names', 'retained',
  '(a.buyer_id, a.site_id) is not distinct from (b.buyer_id, b.site_id)', 'The other one calls the buyer the same.');
select platform.moves_with_organisation('agreements.buyer_alias', 'buyer_id', 'names');

-- The data of the agreement that a report was checked against, for one supplier and period. Never changed; identified
-- by its hash.
create table agreements.check_context (
  cooperative_id uuid not null default platform.cooperative(),
  sha256 text not null,
  supplier_id uuid not null,
  agreement_id uuid not null,
  period_key text not null,
  body bytea not null,
  size_bytes int not null,
  made_at timestamptz not null,
  primary key (cooperative_id, sha256),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id)
);
select platform.protect('agreements.check_context', supplier => 'supplier_id', writers => array['cooperative',
  'supplier', 'system'], privileges => 'select, insert');
select platform.moves_with_organisation('agreements.check_context', 'supplier_id', 'other');

-- An option to extend the agreement to a day. Notice must be given by `notice_by`.
create table agreements.agreement_option (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  number int not null,
  notice_by date,
  extends_to date not null,
  decided text check (decided in ('taken', 'left')),
  decided_at timestamptz,
  -- Last day of the agreement before the option was exercised, restored if the exercise is revoked.
  previous_ends_on date,
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, number),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id)
);
select platform.protect('agreements.agreement_option', writers => array['cooperative', 'system'],
  privileges => 'select, insert, update, delete');

-- Contacts of the agreement. `supplier_id` null: the cooperative's own.
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
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id)
);
create index agreement_contact_by_agreement on agreements.agreement_contact (cooperative_id, agreement_id);
select platform.protect('agreements.agreement_contact', writers => array['cooperative', 'system'],
  privileges => 'select, insert, update, delete');
select platform.erasable('agreements.agreement_contact', array['email', 'name', 'phone']);
select platform.moves_with_organisation('agreements.agreement_contact', 'supplier_id', 'contacts');

-- An import of a contract register or notice: file, column mapping and state.
create table agreements.agreement_import (
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
create index agreement_import_by_day on agreements.agreement_import (cooperative_id, made_at);
select platform.protect('agreements.agreement_import', writers => array['cooperative', 'system']);
select platform.erasable('agreements.agreement_import', array['file_name']);

-- A question of an import, for all rows it concerns. `key` identifies its subject, so that an answer applies to later
-- files.
create table agreements.agreement_import_question (
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
  foreign key (cooperative_id, import_id) references agreements.agreement_import(cooperative_id, id)
);
select platform.protect('agreements.agreement_import_question', writers => array['cooperative', 'system']);

-- A supplier's customer number of a buyer or site.
create table agreements.customer_number (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  number text not null,
  buyer_id uuid not null,
  site_id uuid,
  origin text not null check (origin in ('taught', 'imported', 'decided')),
  valid_from date,
  valid_to date,
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, site_id) references agreements.buyer_site(cooperative_id, id),
  check (valid_to >= valid_from)
);
create index customer_number_by_supplier on agreements.customer_number (cooperative_id, supplier_id, number);
select platform.protect('agreements.customer_number', supplier => 'supplier_id', writers => array['cooperative',
  'system']);
select platform.moves_with_organisation('agreements.customer_number', 'buyer_id', 'names');
select platform.moves_with_organisation('agreements.customer_number', 'supplier_id', 'names');

-- Kind of a buyer. A buyer without a row is a municipality. `host_municipality_id`: the municipality that keeps its
-- accounts.
create table agreements.buyer_type (
  cooperative_id uuid not null default platform.cooperative(),
  buyer_id uuid not null,
  kind text not null check (kind in ('municipality', 'iks', 'kf', 'church', 'private-kindergarten',
    'host-cooperation')),
  host_municipality_id uuid,
  primary key (cooperative_id, buyer_id),
  check (host_municipality_id is distinct from buyer_id)
);
select platform.protect('agreements.buyer_type', everyone => true, writers => array['cooperative', 'system']);
select platform.moves_with_organisation('agreements.buyer_type', 'buyer_id', 'bodies', 'removed',
  '(a.kind, a.host_municipality_id) is not distinct from (b.kind, b.host_municipality_id)');
select platform.moves_with_organisation('agreements.buyer_type', 'host_municipality_id', 'bodies');

-- Owners of a body that several share. `share`: 0 to 1.
create table agreements.buyer_owner (
  cooperative_id uuid not null default platform.cooperative(),
  buyer_id uuid not null,
  owner_id uuid not null,
  share numeric check (share > 0::numeric and share <= 1::numeric),
  valid_from date not null,
  valid_to date,
  primary key (cooperative_id, buyer_id, owner_id, valid_from),
  foreign key (cooperative_id, buyer_id) references agreements.buyer_type(cooperative_id, buyer_id) deferrable,
  check (buyer_id <> owner_id),
  check (valid_to >= valid_from)
);
select platform.protect('agreements.buyer_owner', everyone => true, writers => array['cooperative', 'system']);
select platform.moves_with_organisation('agreements.buyer_owner', 'buyer_id', 'bodies', 'removed',
  '(a.share, a.valid_to) is not distinct from (b.share, b.valid_to)');
select platform.moves_with_organisation('agreements.buyer_owner', 'owner_id', 'bodies', 'removed',
  '(a.share, a.valid_to) is not distinct from (b.share, b.valid_to)');

-- Changes of buyers on a day: a merger, a split or a new name.
create table agreements.organisation_change (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null check (kind in ('merged', 'split', 'renamed')),
  effective_on date not null,
  predecessor_ids uuid[] not null,
  successor_ids uuid[] not null,
  note text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  -- The names before and after a change of name.
  former_name text,
  new_name text,
  primary key (cooperative_id, id)
);
select platform.protect('agreements.organisation_change', everyone => true, writers => array['cooperative', 'system']);
select platform.erasable('agreements.organisation_change', array['note']);
select platform.moves_with_organisation('agreements.organisation_change', 'predecessor_ids', 'other');
select platform.moves_with_organisation('agreements.organisation_change', 'successor_ids', 'other');

-- Price model of a lot, from the first to the last day. Percentages are of 100. `document`: mark-up, tiers, duration
-- of lists, rounding, and the clause of index adjustment. Without a model prices are as in the version.
create table agreements.price_model (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  lot_id uuid,
  supplier_id uuid,
  valid_from date not null,
  valid_to date,
  kind text not null check (kind in ('fixed', 'list-discount', 'weekly-list', 'daily-list', 'catch-weight',
    'cost-plus', 'tiers')),
  discount numeric check (discount >= 0::numeric and discount <= 100::numeric),
  tolerance numeric check (tolerance >= 0::numeric and tolerance <= 100::numeric),
  document jsonb not null default '{}',
  clause text,
  made_at timestamptz not null,
  primary key (cooperative_id, id),
  unique nulls not distinct (cooperative_id, agreement_id, lot_id, supplier_id, valid_from),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id),
  foreign key (cooperative_id, lot_id) references agreements.lot(cooperative_id, id)
);
select platform.protect('agreements.price_model', supplier => 'supplier_id', writers => array['cooperative',
  'system'], privileges => 'select, insert, update, delete');
create policy parties_read on agreements.price_model for select using (cooperative_id = platform.cooperative()
  and (platform.side() = 'buyer' or platform.side() = 'supplier' and supplier_id is null)
  and (agreement_id in ( select a.id from agreements.agreement a)));
select platform.moves_with_organisation('agreements.price_model', 'supplier_id', 'prices', 'removed',
  '(a.kind, a.discount, a.tolerance, a.document, a.valid_to) is not distinct from (b.kind, b.discount, b.tolerance, b.document, b.valid_to)');

-- Packaging levels of an item, such as cartons per pallet and packs per carton. `level` counts from the unit of the
-- price upwards.
create table agreements.item_pack (
  cooperative_id uuid not null default platform.cooperative(),
  item_id uuid not null,
  supplier_id uuid not null,
  level int not null,
  unit text not null,
  gtin text,
  contains numeric not null check (contains > 0::numeric),
  of_unit text not null,
  origin text not null check (origin in ('price-form', 'catalogue', 'decided')),
  primary key (cooperative_id, item_id, level),
  foreign key (cooperative_id, item_id) references agreements.item(cooperative_id, id)
);
select platform.protect('agreements.item_pack', supplier => 'supplier_id', writers => array['cooperative', 'system']);
create policy buyers_read on agreements.item_pack for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.moves_with_organisation('agreements.item_pack', 'supplier_id', 'items');

-- A change of item number on a day: both numbers are of one item. A revoked change remains, so that no import repeats
-- it.
create table agreements.item_number_change (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  old_item_id uuid not null,
  new_item_id uuid not null,
  effective_on date not null,
  origin text not null check (origin in ('imported', 'decided', 'reported')),
  made_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  -- Number of the report that contained both numbers.
  source_report_number text,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id),
  foreign key (cooperative_id, new_item_id) references agreements.item(cooperative_id, id),
  foreign key (cooperative_id, old_item_id) references agreements.item(cooperative_id, id),
  check (old_item_id <> new_item_id)
);
create index item_number_change_by_agreement on agreements.item_number_change (cooperative_id, agreement_id,
  supplier_id);
create unique index item_number_change_open on agreements.item_number_change (cooperative_id, old_item_id)
  where revoked_at is null;
select platform.protect('agreements.item_number_change', supplier => 'supplier_id', writers => array['cooperative',
  'system']);
create policy buyers_read on agreements.item_number_change for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'buyer');
select platform.moves_with_organisation('agreements.item_number_change', 'supplier_id', 'items');

-- A price form that was read and is not published. Only the cooperative sees it.
create table agreements.price_draft (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('agreed', 'list', 'cost')),
  valid_from date,
  valid_to date,
  reason text not null check (reason in ('imported', 'catalogue')),
  file_name text not null,
  file_sha256 text not null,
  line_count int not null,
  remarks jsonb not null default '[]',
  made_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id)
);
select platform.protect('agreements.price_draft', writers => array['cooperative', 'system'],
  privileges => 'select, insert, update, delete');
select platform.erasable('agreements.price_draft', array['file_name']);
select platform.moves_with_organisation('agreements.price_draft', 'supplier_id', 'prices');

create table agreements.price_draft_line (
  cooperative_id uuid not null default platform.cooperative(),
  draft_id uuid not null,
  line_no int not null,
  supplier_id uuid not null,
  sheet text,
  row_no int not null,
  item_id uuid not null,
  number text not null,
  previous_item_number text,
  gtin text,
  nobb text,
  name text not null,
  lot_id uuid,
  category text,
  unit text not null,
  content_quantity numeric,
  content_unit text,
  pack_quantity numeric,
  pack_unit text,
  net_weight_kg numeric,
  price numeric,
  currency text not null,
  valid_from date not null,
  valid_to date,
  minimum_quantity numeric,
  labels text[],
  organic_share numeric,
  packs jsonb,
  primary key (cooperative_id, draft_id, line_no)
);
select platform.protect('agreements.price_draft_line', writers => array['cooperative', 'system'],
  privileges => 'select, insert, delete');
select platform.loadable('agreements.price_draft_line', array['draft_id', 'line_no', 'supplier_id', 'sheet',
  'row_no', 'item_id', 'number', 'previous_item_number', 'gtin', 'nobb', 'name', 'lot_id', 'category', 'unit',
  'content_quantity', 'content_unit', 'pack_quantity', 'pack_unit', 'net_weight_kg', 'price', 'currency',
  'valid_from', 'valid_to', 'minimum_quantity', 'labels', 'organic_share', 'packs']);
select platform.moves_with_organisation('agreements.price_draft_line', 'supplier_id', 'prices');

-- An index series as imported by a cooperative. It never changes; a revision is the next version.
create table agreements.index_series (
  cooperative_id uuid not null default platform.cooperative(),
  code text not null,
  version int not null,
  title text not null,
  source text not null,
  licence text not null,
  file_name text not null,
  file_sha256 text not null,
  made_at timestamptz not null,
  primary key (cooperative_id, code, version)
);
select platform.protect('agreements.index_series', everyone => true, writers => array['cooperative', 'system'],
  privileges => 'select, insert');

create table agreements.index_value (
  cooperative_id uuid not null default platform.cooperative(),
  code text not null,
  version int not null,
  period text not null,
  value numeric not null check (value > 0::numeric),
  primary key (cooperative_id, code, version, period),
  foreign key (cooperative_id, code, version) references agreements.index_series(cooperative_id, code, version)
);
select platform.protect('agreements.index_value', everyone => true, writers => array['cooperative', 'system'],
  privileges => 'select, insert');

-- A price adjustment. `clause` and `computed` are stored as they were when it was calculated.
create table agreements.price_adjustment (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  lot_id uuid,
  number text not null,
  requested_on date not null,
  comparison_period text not null,
  requested_from date not null,
  note text,
  clause jsonb not null,
  computed jsonb,
  state text not null check (state in ('requested', 'computed', 'approved', 'refused')),
  decided_on date,
  reason text,
  price_version_id uuid,
  made_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, number),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id),
  foreign key (cooperative_id, lot_id) references agreements.lot(cooperative_id, id),
  foreign key (cooperative_id, price_version_id) references agreements.price_version(cooperative_id, id)
);
select platform.protect('agreements.price_adjustment', supplier => 'supplier_id', writers => array['cooperative',
  'supplier', 'system']);
create policy suppliers_ask on agreements.price_adjustment as restrictive for insert with check (platform.side() <>
  'supplier' or (state in ('requested', 'computed')));
create policy suppliers_change_nothing on agreements.price_adjustment as restrictive for update using
  (platform.side() <> 'supplier');
select platform.erasable('agreements.price_adjustment', array['note', 'reason']);
select platform.moves_with_organisation('agreements.price_adjustment', 'supplier_id', 'prices');

-- Meaning of a unit in a supplier's reports of an agreement: another name of a unit, or a number of one. A revoked
-- rule remains visible and has no effect.
create table agreements.unit_mapping (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  agreement_id uuid not null,
  text text not null,
  unit text not null,
  factor numeric check (factor > 0::numeric),
  to_unit text,
  origin text not null check (origin in ('taught', 'imported', 'decided')),
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id),
  check ((factor is null) = (to_unit is null))
);
create unique index unit_mapping_in_force on agreements.unit_mapping (cooperative_id, supplier_id, agreement_id,
  text) where revoked_at is null;
select platform.protect('agreements.unit_mapping', supplier => 'supplier_id', writers => array['cooperative',
  'system']);
create policy suppliers_undo on agreements.unit_mapping for update using (cooperative_id = platform.cooperative()
  and platform.side() = 'supplier' and supplier_id = platform.organisation()
  and origin = 'decided') with check (cooperative_id = platform.cooperative() and platform.side() = 'supplier'
  and supplier_id = platform.organisation() and revoked_at is not null);
select platform.moves_with_organisation('agreements.unit_mapping', 'supplier_id', 'learned', 'retained',
  '(a.unit, a.factor, a.to_unit) is not distinct from (b.unit, b.factor, b.to_unit)',
  'The other one means the same by the unit.');

-- A person's statement of the content of a unit of an item, which overrides the price form. `contains` null: there is
-- no conversion. The newest of a unit applies; a revoked one remains visible.
create table agreements.pack_override (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  item_id uuid not null,
  supplier_id uuid not null,
  unit text not null,
  contains numeric check (contains > 0::numeric),
  of_unit text,
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, item_id) references agreements.item(cooperative_id, id),
  check ((contains is null) = (of_unit is null))
);
create unique index pack_override_open on agreements.pack_override (cooperative_id, item_id, lower(unit))
  where withdrawn_at is null;
select platform.protect('agreements.pack_override', supplier => 'supplier_id', writers => array['cooperative',
  'system']);
create policy buyers_read on agreements.pack_override for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.erasable('agreements.pack_override', array['reason']);
select platform.moves_with_organisation('agreements.pack_override', 'supplier_id', 'items');

-- Meaning of a column heading in a supplier's reports of an agreement. 'name': the field. 'fill-down': the value of
-- the first row of a group applies to the rows below. 'decimal-char' and 'date-order': for files whose values do not
-- decide it. A revoked rule remains visible and has no effect.
create table agreements.column_rule (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  agreement_id uuid not null,
  kind text not null check (kind in ('name', 'fill-down', 'decimal-char', 'date-order')),
  heading text not null check (length(heading) >= 1 and length(heading) <= 200),
  field text not null,
  value text check (value in (',', '.', 'day-first', 'month-first')),
  origin text not null check (origin in ('taught', 'imported', 'decided')),
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id),
  check ((value is not null) = (kind in ('decimal-char', 'date-order')))
);
create unique index column_rule_in_force on agreements.column_rule (cooperative_id, supplier_id, agreement_id, kind,
  lower(heading)) where revoked_at is null;
select platform.protect('agreements.column_rule', supplier => 'supplier_id', writers => array['cooperative', 'system']);
create policy suppliers_undo on agreements.column_rule for update using (cooperative_id = platform.cooperative()
  and platform.side() = 'supplier' and supplier_id = platform.organisation()
  and origin = 'decided') with check (cooperative_id = platform.cooperative() and platform.side() = 'supplier'
  and supplier_id = platform.organisation() and revoked_at is not null);
select platform.moves_with_organisation('agreements.column_rule', 'supplier_id', 'learned', 'retained',
  '(a.field, a.value) is not distinct from (b.field, b.value)', 'The other one means the same by the heading.');

create function agreements.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update agreements.agreement_import_question q set choices = replace(q.choices::text, from_id::text,
    into_id::text)::jsonb,
    answer = replace(q.answer::text, from_id::text, into_id::text)::jsonb
  from agreements.agreement_import i
  where i.cooperative_id = q.cooperative_id and i.id = q.import_id and i.state = 'asked'
    and position(from_id::text in concat(q.choices, q.answer)) > 0;
end $$;

create function agreements.merge_conflicts(from_id uuid, into_id uuid)
  returns table(code text, found text, expected text, total bigint) language plpgsql as $$
begin
  return query
    select 'agreement-overlaps'::text, min(g.title), null::text, count(*)
    from agreements.agreement_supplier a
    join agreements.agreement_supplier b on (b.cooperative_id = a.cooperative_id) and b.agreement_id = a.agreement_id
      and b.supplier_id = into_id and b.lot_id is not distinct from a.lot_id
      and a.valid_from <> b.valid_from and a.valid_from <= coalesce(b.valid_to, 'infinity')
        and b.valid_from <= coalesce(a.valid_to, 'infinity')
    join agreements.agreement g on (g.cooperative_id = a.cooperative_id) and g.id = a.agreement_id
    where a.supplier_id = from_id having count(*) > 0;
  return query
    select 'participation-overlaps'::text, min(g.title), null::text, count(*)
    from agreements.participation a
    join agreements.participation b on (b.cooperative_id = a.cooperative_id) and b.agreement_id = a.agreement_id
      and b.buyer_id = into_id
      and a.valid_from <> b.valid_from and a.valid_from <= coalesce(b.valid_to, 'infinity')
        and b.valid_from <= coalesce(a.valid_to, 'infinity')
    join agreements.agreement g on (g.cooperative_id = a.cooperative_id) and g.id = a.agreement_id
    where a.buyer_id = from_id having count(*) > 0;
  -- Both have an obligation for the same days. The same period key is a duplicate; other periods are returned with an
  -- example.
  return query
    select 'obligations-overlap'::text, min(g.title), min(a.period_key), count(*)
    from agreements.reporting_obligation a
    join agreements.reporting_obligation b on (b.cooperative_id = a.cooperative_id)
      and b.agreement_id = a.agreement_id and b.supplier_id = into_id
      and b.report = a.report and b.branch_id is not distinct from a.branch_id
      and a.period_start < b.period_end and b.period_start < a.period_end
    join agreements.agreement g on (g.cooperative_id = a.cooperative_id) and g.id = a.agreement_id
    where a.supplier_id = from_id and a.exempted_at is null and (
      b.exempted_at is null or (a.period_key, a.period_start) = (b.period_key, b.period_start)) having count(*) > 0;
  return query
    select 'customer-number-differs'::text, min(a.number), null::text, count(*)
    from agreements.customer_number a
    join agreements.customer_number b on (b.cooperative_id = a.cooperative_id) and b.supplier_id = into_id
      and b.number = a.number
      and b.revoked_at is null
      and (a.buyer_id, a.site_id) is distinct from (b.buyer_id, b.site_id)
      and coalesce(a.valid_from, '-infinity') <= coalesce(b.valid_to, 'infinity') and
        coalesce(b.valid_from, '-infinity') <= coalesce(a.valid_to, 'infinity')
    where a.supplier_id = from_id and a.revoked_at is null having count(*) > 0;
  return query
    select 'part-of-each-other'::text, null::text, null::text, count(*)
    from (select m.buyer_id as one, m.owner_id as other
      from agreements.buyer_owner m union all select h.buyer_id, h.host_municipality_id
      from agreements.buyer_type h where h.host_municipality_id is not null) p
    where (p.one = from_id and p.other = into_id) or (p.one = into_id and p.other = from_id) having count(*) > 0;
end $$;

-- Opening amount: sales of a supplier in an agreement or lot before a month, that is, before the ledgers here begin.
-- The newest of a supplier and lot applies.
create table agreements.opening_amount (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  lot_id uuid,
  before_month text not null check (before_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- Excl. VAT, in the currency of the agreement.
  amount numeric not null check (amount >= 0::numeric),
  source text not null,
  source_on date not null,
  stated_by uuid,
  stated_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id),
  foreign key (cooperative_id, lot_id) references agreements.lot(cooperative_id, id)
);
create index opening_amount_by_agreement on agreements.opening_amount (cooperative_id, agreement_id, supplier_id,
  lot_id, id desc);
select platform.protect('agreements.opening_amount', writers => array['cooperative'], privileges => 'select, insert');
select platform.erasable('agreements.opening_amount', array['source']);
select platform.moves_with_organisation('agreements.opening_amount', 'supplier_id', 'agreements');

-- Terms of a report that are public at an address of their own. A report has one row: withdrawn and published again,
-- it keeps its address.
create table agreements.open_template (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  report text not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) >= 3 and length(slug) <= 60),
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, report),
  foreign key (cooperative_id, agreement_id) references agreements.agreement(cooperative_id, id)
);
-- Addresses are unique in the installation.
create unique index open_template_by_slug on agreements.open_template (slug);
select platform.protect('agreements.open_template', writers => array['cooperative']);
create policy anybody on agreements.open_template for select using (platform.side() = '');

-- Later due dates of obligations, each with the reason that the supplier reads. The newest that is not revoked is in
-- force.
create table agreements.obligation_extension (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  obligation_id uuid not null,
  supplier_id uuid not null,
  previous_due_on date not null,
  due_on date not null,
  reason text not null,
  created_at timestamptz not null,
  created_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, obligation_id) references agreements.reporting_obligation(cooperative_id, id),
  check (due_on > previous_due_on)
);
create index obligation_extension_by_obligation on agreements.obligation_extension (cooperative_id, obligation_id,
  id desc) where revoked_at is null;
select platform.protect('agreements.obligation_extension', supplier => 'supplier_id', writers => array['cooperative',
  'system']);
select platform.erasable('agreements.obligation_extension', array['reason']);
select platform.moves_with_organisation('agreements.obligation_extension', 'supplier_id', 'obligations');

create policy parties_read on agreements.agreement for select using (cooperative_id = platform.cooperative()
  and (platform.side() = 'buyer' or platform.side() = 'supplier'
  and (id in ( select s.agreement_id from agreements.agreement_supplier s
  where s.supplier_id = platform.organisation()))));

create policy anybody on agreements.terms_version for select using (platform.side() = ''
  and (exists ( select from agreements.open_template o
  where o.cooperative_id = terms_version.cooperative_id and o.agreement_id = terms_version.agreement_id
  and o.report = terms_version.report and o.withdrawn_at is null)));
select platform.takes_part_in_merges('agreements.merge_conflicts', 'conflicts');
select platform.takes_part_in_merges('agreements.prepare_merge', 'prepare');
