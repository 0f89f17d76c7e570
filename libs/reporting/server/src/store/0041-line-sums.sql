-- Sums of the lines of the versions in force, by what an agreement's use is told by: who sold to whom, the month, and whether it is added up. Written when a version comes into force and
-- removed when another takes its place. Level `buyer` in full, level `version` of all buyers together, which is most of what is asked and no buyer's to see. `item_id`: of lines that name no lot, whose lot may be their item's. `amount`: null where none of the lines has one.
create table reporting.line_sum (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  sum_no int not null,
  level text not null check (level in ('version', 'buyer')),
  agreement_id uuid not null,
  supplier_id uuid not null,
  buyer_id uuid,
  lot_id uuid,
  item_id uuid,
  month text not null,
  currency text not null,
  vat text not null,
  line_count int not null,
  amount numeric,
  primary key (cooperative_id, version_id, sum_no),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
create index line_sum_by_agreement on reporting.line_sum (cooperative_id, agreement_id, level);

-- What stands is summed here, as the next version in force will be.
insert into reporting.line_sum (cooperative_id, version_id, sum_no, level, agreement_id, supplier_id, buyer_id, lot_id, item_id, month, currency, vat, line_count, amount)
select s.cooperative_id, s.version_id, row_number() over (partition by s.cooperative_id, s.version_id), s.level, s.agreement_id, s.supplier_id, s.buyer_id, s.lot_id, s.item_id, s.month, s.currency, s.vat, s.line_count, s.amount
from (
  select l.cooperative_id, l.version_id, case when grouping(l.buyer_id) = 0 then 'buyer' else 'version' end as level, l.agreement_id, l.supplier_id, l.buyer_id, l.lot_id, l.item_of_none as item_id, l.month, l.currency, l.vat,
    count(*) as line_count, sum(l.amount) as amount
  from (
    select r.cooperative_id, r.version_id, r.supplier_id, r.buyer_id, r.lot_id, r.currency, r.vat, r.amount, v.agreement_id, case when r.lot_id is null then r.item_id end as item_of_none, to_char(coalesce(r.delivered_on, r.invoiced_on, r.ordered_on, v.period_start), 'YYYY-MM') as month, r.amount is null as has_none
    from reporting.version v join reporting.line r on r.cooperative_id = v.cooperative_id and r.version_id = v.id where v.state = 'accepted'
  ) l
  group by grouping sets ((l.cooperative_id, l.version_id, l.agreement_id, l.supplier_id, l.buyer_id, l.lot_id, l.item_of_none, l.month, l.currency, l.vat, l.has_none), (l.cooperative_id, l.version_id, l.agreement_id, l.supplier_id, l.lot_id, l.item_of_none, l.month, l.currency, l.vat, l.has_none))
) s;

select platform.protect('reporting.line_sum', supplier => 'supplier_id', buyer => 'buyer_id', writers => array['cooperative', 'supplier', 'system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('reporting.line_sum', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.line_sum', 'buyer_id', 'other');
