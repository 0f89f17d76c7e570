-- A cooperative's own text of an invitation, instead of the one that comes with the product. Every side reads it: a
-- buyer's and a supplier's administrators invite their colleagues with it.
create table identity.invitation_template (
  cooperative_id uuid not null default platform.cooperative(),
  kind text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  subject text not null,
  body text not null,
  updated_at timestamptz not null,
  updated_by uuid references identity.person (id) on delete set null,
  primary key (cooperative_id, kind, language)
);
select platform.protect('identity.invitation_template', everyone => true, writers => array['cooperative'], privileges => 'select, insert, update, delete');
select platform.erasable('identity.invitation_template', array['subject', 'body']);
