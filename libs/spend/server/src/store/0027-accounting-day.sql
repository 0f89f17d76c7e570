-- The day that a posting counts on in the books: its voucher's, or the day of its accounting period that is nearest to it. Vouchers trickle in after
-- their period, and a sum of a month is the sum of the ledger's own month. `period`: YYYY-MM; null where the ledger tells none.
create function spend.accounting_day(voucher_date date, period text) returns date language sql immutable parallel safe as $$
  select case when period is null then voucher_date
    else greatest(to_date(period, 'YYYY-MM'), least(coalesce(voucher_date, to_date(period, 'YYYY-MM')), (to_date(period, 'YYYY-MM') + interval '1 month - 1 day')::date)) end
$$;
