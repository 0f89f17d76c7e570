-- What purchases are: a short, reviewed list that every cooperative shares. It belongs to no tenant.
create table catalogue.category (
  code text primary key,
  position int not null unique,
  name_nb text not null,
  name_nn text not null,
  name_en text not null
);
grant select on catalogue.category to tallgrunn_app;

-- CPV codes by prefix: the longest prefix that fits decides.
create table catalogue.cpv_category (
  cpv_prefix text primary key check (cpv_prefix ~ '^[0-9]{2,8}$'),
  category_code text not null references catalogue.category (code)
);
grant select on catalogue.cpv_category to tallgrunn_app;

-- Accounts by {system, code}: KOSTRA 115 is food, DFØ 115 is a building plot, and the two never meet.
create table catalogue.account_category (
  account_system text not null,
  account_code text not null,
  category_code text not null references catalogue.category (code),
  primary key (account_system, account_code)
);
grant select on catalogue.account_category to tallgrunn_app;
