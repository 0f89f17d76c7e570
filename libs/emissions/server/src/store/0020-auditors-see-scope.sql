-- What of a run an auditor sees is what of it is published: its lines, suppliers' figures beside them and its totals, within months, buyers and categories of a publication.
-- A line that stands from run to run is seen where one of those runs is published with it.
create policy auditors_see_published on emissions.result as restrictive for select using (
  (select platform.role()) <> 'auditor' or exists (
    select from emissions.publication p
    where p.cooperative_id = result.cooperative_id and p.run_number >= result.from_run and (result.until_run is null or p.run_number < result.until_run)
      and (p.buyer_ids is null or result.buyer_id = any (p.buyer_ids)) and (p.category_codes is null or result.category_code = any (p.category_codes))
      and (p.from_month is null or to_char(coalesce(result.booked_on, result.spent_on), 'YYYY-MM') >= p.from_month)
      and (p.to_month is null or to_char(coalesce(result.booked_on, result.spent_on), 'YYYY-MM') <= p.to_month))
);
create policy auditors_see_published on emissions.beside as restrictive for select using (
  (select platform.role()) <> 'auditor' or exists (
    select from emissions.publication p
    where p.cooperative_id = beside.cooperative_id and p.run_number >= beside.from_run and (beside.until_run is null or p.run_number < beside.until_run)
      and (p.buyer_ids is null or beside.buyer_id = any (p.buyer_ids)) and (p.category_codes is null or beside.category_code = any (p.category_codes))
      and (p.from_month is null or to_char(beside.happened_on, 'YYYY-MM') >= p.from_month) and (p.to_month is null or to_char(beside.happened_on, 'YYYY-MM') <= p.to_month))
);
-- A total is of all months: one that is published for some of them is summed from its lines.
create policy auditors_see_published on emissions.run_total as restrictive for select using (
  (select platform.role()) <> 'auditor' or exists (
    select from emissions.publication p
    where p.cooperative_id = run_total.cooperative_id and p.run_number = run_total.run_number and p.from_month is null and p.to_month is null
      and (p.buyer_ids is null or run_total.buyer_id = any (p.buyer_ids)) and (p.category_codes is null or run_total.category_code = any (p.category_codes)))
);
-- Figures made elsewhere are of years before any run: those of the buyers and categories that something is published of.
create policy auditors_see_published on emissions.sealed_figure as restrictive for select using (
  (select platform.role()) <> 'auditor' or exists (
    select from emissions.publication p
    where p.cooperative_id = sealed_figure.cooperative_id
      and (p.buyer_ids is null or sealed_figure.buyer_id = any (p.buyer_ids)) and (p.category_codes is null or sealed_figure.category_code = any (p.category_codes)))
);
