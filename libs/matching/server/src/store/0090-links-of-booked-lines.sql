-- A batch is of one cooperative, so that its id finds the links of a line without the cooperative's.
drop index matching.link_open_by_spend;
create index link_open_by_spend on matching.link (batch_id, spend_line_no) where closed_by_run is null;
