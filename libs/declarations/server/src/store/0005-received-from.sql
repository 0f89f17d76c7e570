-- Who handed a declaration in, and whether the cooperative did so for the supplier: that person does not accept it. Null for what came before.
alter table declarations.declaration add column handed_in_by uuid, add column is_on_behalf boolean not null default false;
