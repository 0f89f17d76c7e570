-- A comparison reads the lines of its months that name an item from this index alone: columns that it filters by, and those that it adds up.
-- By `booked_on`: PostgreSQL looks no expression up under row-level security, so that the index by both days read every month.
drop index emissions.result_by_day;
create index result_compared on emissions.result (cooperative_id, booked_on)
  include (spent_on, from_run, until_run, buyer_id, supplier_id, category_code, method, account_class, factor_set_id, factor_id, footprint_id, item_number, kg, own_amount)
  where kg is not null and supplier_id is not null and item_number is not null;
