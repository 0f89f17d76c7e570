-- A run's rows are open at it, or a decision touches their category, kind or account: nobody asks for those that began or ended with a run, and every stored row paid for it.
drop index emissions.result_by_run;
drop index emissions.beside_by_run;
