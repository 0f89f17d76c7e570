import { AGREEMENTS_BACK_MAX } from '../context/learned-rule-rows.ts';

/**
 * SQL: item number changes in agreement $1, in force or revoked, and those inherited from earlier agreements of the
 * same supplier. Of the inherited changes of a number, the nearest counts. It must be in force, its old number not
 * agreed here, and its new number agreed here or changed further. `steps` is 0 for the agreement's own changes.
 */
export const inheritedItemChangesSql = `
  with recursive near (supplier_id, agreement_id, steps) as (
    select distinct s.supplier_id, s.agreement_id, 0 from agreements.agreement_supplier s where s.agreement_id = $1
    union all
    select n.supplier_id, b.before_id, n.steps + 1 from near n
    join agreements.door_predecessor_agreement b on b.agreement_id = n.agreement_id and b.supplier_id = n.supplier_id where n.steps < ${AGREEMENTS_BACK_MAX}
  ),
  agreed as (
    select distinct i.supplier_id, i.number from agreements.item i
    join agreements.price_line l on l.cooperative_id = i.cooperative_id and l.item_id = i.id where i.agreement_id = $1
  ),
  known as (
    select c.id, c.supplier_id, c.agreement_id, o.number as old, n.number as new, c.new_item_id, c.effective_on, c.origin, c.source_report_number, c.made_at, c.revoked_at, near.steps,
      min(near.steps) over (partition by c.supplier_id, o.number) as nearest
    from near
    join agreements.item_number_change c on c.agreement_id = near.agreement_id and c.supplier_id = near.supplier_id
    join agreements.item o on o.cooperative_id = c.cooperative_id and o.id = c.old_item_id
    join agreements.item n on n.cooperative_id = c.cooperative_id and n.id = c.new_item_id
  ),
  changes as (
    select k.* from known k
    where k.steps = 0 or (
      k.steps = k.nearest and k.revoked_at is null
      and not exists (select 1 from agreed a where a.supplier_id = k.supplier_id and a.number = k.old)
      and (exists (select 1 from agreed a where a.supplier_id = k.supplier_id and a.number = k.new)
        or exists (select 1 from known f where f.supplier_id = k.supplier_id and f.old = k.new and f.steps = f.nearest and f.revoked_at is null))
    )
  )`;
