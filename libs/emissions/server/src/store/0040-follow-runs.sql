-- What began or ended with a run is asked for by whoever follows the runs. Results are written in the order of runs: a few numbers a stretch of the table tell where to look, and cost nothing to store.
create index result_by_run on emissions.result using brin (from_run, until_run) with (pages_per_range = 16, autosummarize = on);
create index beside_by_run on emissions.beside using brin (from_run, until_run) with (pages_per_range = 16, autosummarize = on);
