-- A comparison reads the lines of its months that weigh something alone: by the day that a line counts on in the books.
create index result_by_day on emissions.result (cooperative_id, coalesce(booked_on, spent_on)) where kg is not null;
-- Who follows runs asks what began or ended with the newest of them: few rows of many, and hardly any bytes, as many rows have one run.
create index result_begun on emissions.result (cooperative_id, from_run);
create index result_ended on emissions.result (cooperative_id, until_run) where until_run is not null;
