-- Published factor sets: the same for every cooperative, so they belong to no tenant. A release is laid down by a
-- migration and never changed; the app may only read it.
create table factor_book.factor_set (
  id text primary key,
  title jsonb not null,
  region text not null,
  data_year int not null,
  revised_year int,
  price_level text not null,
  price_index jsonb,
  currency text not null,
  vat_basis text not null check (vat_basis in ('net', 'gross')),
  vat_basis_stated boolean not null,
  unit text not null,
  boundary jsonb not null,
  licence text not null,
  licence_url text not null,
  source_url text not null,
  repository text,
  repository_path text,
  repository_commit text,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  attributions jsonb not null,
  changes jsonb not null,
  published_at timestamptz not null default now()
);
grant select on factor_book.factor_set to tallgrunn_app;

create table factor_book.factor (
  set_id text not null references factor_book.factor_set (id),
  id text not null,
  name text not null,
  ns4102 text,
  dfo text,
  kind text not null check (kind in ('spend', 'activity')),
  activity text,
  value numeric not null,
  unit text not null,
  source text not null,
  basis text not null,
  data_year int,
  price_level text,
  method text,
  note text,
  -- The publisher's own figure before the price adjustment, tonnes per million kroner in prices of the data year.
  published_value numeric,
  primary key (set_id, id)
);
grant select on factor_book.factor to tallgrunn_app;

-- What an amount in kroner is multiplied by: once per factor, price level and VAT rate inside the amount, and nowhere else.
create table factor_book.multiplier (
  set_id text not null,
  factor_id text not null,
  price_level text not null,
  vat_rate numeric(4, 3) not null,
  value numeric(38, 18) not null,
  primary key (set_id, factor_id, price_level, vat_rate),
  foreign key (set_id, factor_id) references factor_book.factor (set_id, id)
);
grant select on factor_book.multiplier to tallgrunn_app;

-- A reviewed map from accounts to factors, immutable and numbered like a release.
create table factor_book.rule_set (
  id text primary key,
  set_id text not null references factor_book.factor_set (id),
  title jsonb not null,
  published_at timestamptz not null default now()
);
grant select on factor_book.rule_set to tallgrunn_app;

create table factor_book.account_rule (
  rule_set_id text not null references factor_book.rule_set (id),
  account_system text not null,
  account_code text not null,
  name jsonb not null,
  answer text not null check (answer in ('factor', 'ask', 'none', 'not-spend')),
  set_id text not null,
  factor_id text,
  candidates text[] not null default '{}',
  -- The VAT rate taken out when a posting is known to hold VAT.
  gross_vat numeric(4, 3) not null,
  reason jsonb not null,
  primary key (rule_set_id, account_system, account_code),
  foreign key (set_id, factor_id) references factor_book.factor (set_id, id),
  check ((answer = 'factor') = (factor_id is not null))
);
grant select on factor_book.account_rule to tallgrunn_app;
