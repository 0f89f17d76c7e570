-- How the file of a version was divided, where it held lines for several reports: how many are this one's, the others', and nobody's.
-- It stands with the verdict, which no buyer reads: lines of nobody may be of any customer.
alter table reporting.verdict add column shared jsonb;
