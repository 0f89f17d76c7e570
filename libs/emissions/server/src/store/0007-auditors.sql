-- An auditor sees runs that are published, and no others.
create policy auditors_see_published on emissions.run as restrictive for select using (
  platform.role() <> 'auditor' or exists (select 1 from emissions.publication p where p.cooperative_id = run.cooperative_id and p.run_number = run.number)
);
