-- Which factor held for what in a run: a buyer's sums say who chose the factors behind them.
create policy buyers_read on emissions.run_assignment for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');
