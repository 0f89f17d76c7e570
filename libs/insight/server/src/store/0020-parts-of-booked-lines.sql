-- A row for each part of a booked line, as it is weighed. `part`: its number where its line has several, 0 for what no report explains. Rows are made anew by the next run;
-- until then those that stand are whole lines, with the agreement that a report names.
alter table insight.combined_line
  add column part int,
  add column agreement_basis text check (agreement_basis in ('reported', 'by-supplier')),
  add column lot_id uuid,
  drop column parts;
update insight.combined_line set agreement_basis = 'reported' where agreement_id is not null;
alter table insight.combined_line add check ((agreement_id is null) = (agreement_basis is null));
create index combined_line_by_booked_line on insight.combined_line (cooperative_id, batch_id, spend_line_no);
create index combined_line_by_reported_line on insight.combined_line (cooperative_id, version_id, report_line_no);
create index combined_line_by_agreement on insight.combined_line (cooperative_id, agreement_id);
