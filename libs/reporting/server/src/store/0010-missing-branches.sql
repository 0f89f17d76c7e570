-- Branches whose report a chain said would come later when it sent the others: who said so, when and why. It stands until the branch has delivered.
create table reporting.missing_branch (
  cooperative_id uuid not null default platform.cooperative(),
  duty_id uuid not null,
  supplier_id uuid not null,
  reason text not null,
  said_by uuid,
  said_at timestamptz not null,
  primary key (cooperative_id, duty_id)
);
select platform.protect('reporting.missing_branch', supplier => 'supplier_id', writers => array['supplier', 'system']);
