-- A membership that ends by itself: after this moment nothing opens. An auditor always has one.
alter table identity.membership add column ends_at timestamptz,
  add constraint auditor_ends check (role <> 'auditor' or ends_at is not null);
alter table identity.invitation add column ends_at timestamptz,
  add constraint auditor_ends check (role <> 'auditor' or ends_at is not null);
