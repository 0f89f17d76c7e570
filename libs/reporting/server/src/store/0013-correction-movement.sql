-- How much a correction moves: the sum of what it adds and takes away for each buyer and item. A million moved from one buyer to another is no net effect, but two million of movement.
alter table reporting.correction add column movement numeric;
