-- Who accepted or returned a report. Null for reports that needed no decision, and for those decided before this was recorded.
alter table reporting.version add column decided_by uuid;
