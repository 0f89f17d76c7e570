-- Which version is being loaded: set by the job inside its unit, as the supplier is. Rows come ready-made from the process that read the file,
-- which so has no say in whose they are.
create function reporting.loading_version() returns uuid language sql stable parallel safe
  return nullif(current_setting('reporting.version_id', true), '')::uuid;
alter table reporting.line alter column version_id set default reporting.loading_version();
alter table reporting.quarantined_row alter column version_id set default reporting.loading_version();
alter table reporting.finding alter column version_id set default reporting.loading_version();
