-- Later due dates of obligations, each with the reason that the supplier reads. The newest that is not revoked is in force.
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
  foreign key (cooperative_id, obligation_id) references agreements.duty (cooperative_id, id),
  check (due_on > previous_due_on)
);
create index obligation_extension_by_obligation on agreements.obligation_extension (cooperative_id, obligation_id, id desc) where revoked_at is null;
select platform.protect('agreements.obligation_extension', supplier => 'supplier_id', writers => array['cooperative', 'system']);
select platform.erasable('agreements.obligation_extension', array['reason']);
select platform.moves_with_organisation('agreements.obligation_extension', 'supplier_id', 'obligations');

-- The contract manager who is responsible for the agreement.
alter table agreements.agreement add column owner_id uuid;
