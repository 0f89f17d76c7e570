-- Which price a spend factor is per. A buyer pays purchaser's prices; a set in basic or producer's prices knows nothing of what trade, transport and taxes on
-- products add on the way, and is converted by shares of a version of its own.
alter table factor_book.factor_set
  add column price_basis text check (price_basis in ('purchaser', 'producer', 'basic')),
  add column price_basis_stated boolean not null default false;
update factor_book.factor_set s set price_basis = 'purchaser', price_basis_stated = s.attributions::text like '%purchaser price%'
where exists (select from factor_book.factor f where f.set_id = s.id and f.kind = 'spend');

-- Of what a buyer pays for the goods of a factor, how much is taxes on products and how much trade and transport: versioned, with source. The newest of a set is in force.
create table factor_book.price_shares (
  id text primary key,
  set_id text not null references factor_book.factor_set (id),
  title jsonb not null,
  source text not null,
  source_url text not null,
  licence text not null,
  note text,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null default clock_timestamp(),
  unique (id, set_id)
);
grant select on factor_book.price_shares to tallgrunn_app;

create table factor_book.price_share (
  shares_id text not null,
  set_id text not null,
  factor_id text not null,
  tax_share numeric not null check (tax_share >= 0),
  margin_share numeric not null check (margin_share >= 0),
  -- The factor of the same set that a krone of trade and transport takes.
  trade_factor_id text,
  primary key (shares_id, factor_id),
  foreign key (shares_id, set_id) references factor_book.price_shares (id, set_id),
  foreign key (set_id, factor_id) references factor_book.factor (set_id, id),
  foreign key (set_id, trade_factor_id) references factor_book.factor (set_id, id),
  check (tax_share + margin_share < 1),
  check (margin_share = 0 or trade_factor_id is not null)
);
grant select on factor_book.price_share to tallgrunn_app;

-- What kroner are multiplied by follows from a factor, the series and the shares: with series that come in versions it is made of those that a run names, not kept beside them.
drop table factor_book.multiplier;

-- Two versions laid down in one transaction have an order too.
alter table factor_book.series
  alter column published_at set default clock_timestamp(),
  add column sha256 text check (sha256 ~ '^[0-9a-f]{64}$');
