-- An auditor sees what was decided: neither rules that wait nor such as were taken back.
create policy auditors_see_decided on emissions.ruling_proposal as restrictive for select using (
  platform.role() <> 'auditor' or state in ('approved', 'rejected')
);
-- Nights of runs that are published, and no others.
create policy auditors_see_published on emissions.night_proof as restrictive for select using (
  platform.role() <> 'auditor' or exists (select 1 from emissions.publication p where p.cooperative_id = night_proof.cooperative_id and p.run_number = night_proof.run_number)
);
