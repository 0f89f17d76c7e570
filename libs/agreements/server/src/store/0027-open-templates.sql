-- The terms of a report that anybody may read, without signing in, under an address of their own. One row for each report: published, withdrawn and published again under the same address.
create table agreements.open_template (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  report text not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, report),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
-- An address leads to one template of the whole installation.
create unique index open_template_by_slug on agreements.open_template (slug);
select platform.protect('agreements.open_template', writers => array['cooperative']);

-- Whoever acts for nobody sees which addresses there are, withdrawn ones too, and the terms of those that are open: nothing else of an agreement.
create policy anybody on agreements.open_template for select using (platform.side() = '');
create policy anybody on agreements.terms_version for select using (
  platform.side() = '' and exists (
    select from agreements.open_template o
    where o.cooperative_id = terms_version.cooperative_id and o.agreement_id = terms_version.agreement_id and o.report = terms_version.report and o.withdrawn_at is null
  )
);
