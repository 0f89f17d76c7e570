-- How many invoices each batch has of each buyer and month that no earlier one holds: written with the batch, and made anew when another batch is taken back.
create table spend.invoice_month (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  month_no int not null,
  buyer_id uuid not null,
  month text not null,
  invoice_count int not null,
  primary key (cooperative_id, batch_id, month_no),
  foreign key (cooperative_id, batch_id) references spend.batch (cooperative_id, id)
);

-- What stands is counted here, as the next batch will be.
insert into spend.invoice_month (cooperative_id, batch_id, month_no, buyer_id, month, invoice_count)
select m.cooperative_id, m.batch_id, row_number() over (partition by m.cooperative_id, m.batch_id), m.buyer_id, m.month, m.invoice_count
from (
  select i.cooperative_id, i.batch_id, i.buyer_id, to_char(i.issued_on, 'YYYY-MM') as month, count(*) as invoice_count
  from spend.invoice i where not i.repeated and i.buyer_id is not null and i.issued_on is not null group by 1, 2, 3, 4
) m;

select platform.protect('spend.invoice_month', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('spend.invoice_month', 'buyer_id', 'other');
drop index spend.invoice_counted;
