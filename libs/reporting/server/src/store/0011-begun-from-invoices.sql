-- Lines that a report was begun from: what the buyers' e-invoices said of each, and where, as it was taken over. Null for a line that was typed.
alter table reporting.typed_row add column origin jsonb;

-- How a version was begun, where it was from e-invoices: how many lines, how many of them were changed, and how many were added.
alter table reporting.version add column begun jsonb;
