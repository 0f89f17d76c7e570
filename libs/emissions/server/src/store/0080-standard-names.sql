-- Names after the words that people in the trade use.
select platform.rename_table('emissions.beside', 'supplier_footprint_result');
select platform.rename_table('emissions.ruling', 'method_policy');
select platform.rename_table('emissions.ruling_proposal', 'method_policy_proposal');
select platform.rename_table('emissions.sealed_figure', 'external_figure');
select platform.rename_table('emissions.night_proof', 'nightly_verification');
select platform.rename_table('emissions.run_assignment', 'run_factor_assignment');

-- Names of columns.
select platform.rename_column('emissions.run', 'rule_set_id', 'account_map_id');
select platform.rename_column('emissions.result', 'from_run', 'opened_by_run');
select platform.rename_column('emissions.result', 'spent_on', 'purchased_on');
select platform.rename_column('emissions.result', 'data_class', 'data_quality_score');
select platform.rename_column('emissions.result', 'until_run', 'closed_by_run');
select platform.rename_column('emissions.supplier_footprint_result', 'from_run', 'opened_by_run');
select platform.rename_column('emissions.supplier_footprint_result', 'declared_per_unit', 'conversion_factor');
select platform.rename_column('emissions.supplier_footprint_result', 'data_class', 'data_quality_score');
select platform.rename_column('emissions.supplier_footprint_result', 'until_run', 'closed_by_run');
select platform.rename_column('emissions.method_policy', 'from_on', 'valid_from');
select platform.rename_column('emissions.result', 'product_code', 'product_group_code');
select platform.rename_column('emissions.result', 'category_by', 'category_source');
select platform.rename_column('emissions.result', 'co2e_per_unit', 'kg_co2e_per_unit');
select platform.rename_column('emissions.result', 'own_amount', 'base_amount');
select platform.rename_column('emissions.result', 'over_reported', 'is_over_reported');
select platform.rename_column('emissions.result', 'direct_set_id', 'combustion_set_id');
select platform.rename_column('emissions.result', 'direct_factor_id', 'combustion_factor_id');
select platform.rename_column('emissions.result', 'direct_multiplier', 'combustion_multiplier');
select platform.rename_column('emissions.result', 'direct_kg', 'combustion_kg_co2e');
select platform.rename_column('emissions.method_policy_proposal', 'from_on', 'valid_from');
select platform.rename_column('emissions.method_policy_proposal', 'approver_id', 'assigned_approver_id');
select platform.rename_column('emissions.nightly_verification', 'made_run', 'corrective_run_number');
select platform.rename_column('emissions.nightly_verification', 'proven_at', 'verified_at');
select platform.rename_column('emissions.run_factor_assignment', 'from_on', 'valid_from');
select platform.rename_column('emissions.run_factor_assignment', 'until_on', 'valid_to');
select platform.rename_column('emissions.run_factor_assignment', 'from_run', 'opened_by_run');
select platform.rename_column('emissions.run_factor_assignment', 'direct_set_id', 'combustion_set_id');
select platform.rename_column('emissions.run_factor_assignment', 'direct_factor_id', 'combustion_factor_id');
select platform.rename_column('emissions.run_factor_assignment', 'until_run', 'closed_by_run');
select platform.rename_column('emissions.result', 'price_concept', 'price_basis_conversion');
select platform.rename_column('emissions.nightly_verification', 'buyers_tried', 'sampled_buyer_count');
select platform.rename_column('emissions.nightly_verification', 'lines_tried', 'verified_line_count');
select platform.rename_column('emissions.result_sum', 'product_code', 'product_group_code');
select platform.rename_column('emissions.result_sum', 'data_class', 'data_quality_score');
select platform.rename_column('emissions.result_sum', 'price_concept', 'price_basis_conversion');
select platform.rename_column('emissions.result_sum', 'over_reported', 'is_over_reported');
select platform.rename_column('emissions.result_sum', 'from_run', 'opened_by_run');
select platform.rename_column('emissions.result_sum', 'until_run', 'closed_by_run');
select platform.rename_column('emissions.result_sum', 'own_amount', 'base_amount');
select platform.rename_column('emissions.result_sum', 'direct_kg', 'combustion_kg_co2e');

-- Functions whose text names a table.
create or replace function emissions.guard_ruling_proposal() returns trigger language plpgsql as $$
begin
  if platform.person() is null then
    raise exception 'What counts is decided by persons: nobody acts here.' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' or new.proposed_by <> platform.person() then
      raise exception 'A rule begins as a proposal of whoever acts.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.category_code, new.valid_from, new.methods, new.reason, new.assigned_approver_id, new.proposed_by, new.proposed_at)
    is distinct from (old.category_code, old.valid_from, old.methods, old.reason, old.assigned_approver_id, old.proposed_by, old.proposed_at) then
    raise exception 'What was proposed is not changed: propose anew.' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'proposed' and new.state = 'withdrawn' and new.decided_by = platform.person() and platform.person() = old.proposed_by then
    return new;
  end if;
  if old.state = 'proposed' and new.state in ('approved', 'rejected') and new.decided_by = platform.person() and platform.person() <> old.proposed_by then
    if platform.person() <> old.assigned_approver_id and not exists (
      select from factor_book.door_approval_delegation d where d.person_id = old.assigned_approver_id and d.delegate_id = platform.person() and new.decided_at::date between d.valid_from and d.valid_to
        and new.decided_at::date >= old.proposed_at::date) then
      raise exception 'Only whoever was asked, or their deputy in these days, decides.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  raise exception 'A proposal does not go from % to % this way: two persons are needed.', old.state, new.state using errcode = 'insufficient_privilege';
end $$;

create or replace function emissions.guard_ruling() returns trigger language plpgsql as $$
begin
  if not exists (
    select from emissions.method_policy_proposal p
    where p.cooperative_id = new.cooperative_id and p.id = new.proposal_id and p.state = 'approved' and p.decided_by = platform.person() and new.decided_by = p.decided_by
      and (p.category_code, p.valid_from, p.methods, p.reason) = (new.category_code, new.valid_from, new.methods, new.reason)) then
    raise exception 'A rule comes of a proposal that another person approved: two persons are needed.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create or replace function emissions.keep_burning_apart() returns trigger language plpgsql as $$
begin
  if exists (select from factor_book.door_factor f where f.set_id = new.set_id and f.id = new.factor_id and f.stage = 'direct' and f.boundary = 'combustion' and f.per not in ('km', 'tkm')) then
    raise exception 'A factor of burning is scope 1 and is never added to what making goods sets free.' using errcode = 'check_violation';
  end if;
  if new.combustion_factor_id is not null and not exists (select from factor_book.door_factor f where f.set_id = new.combustion_set_id and f.id = new.combustion_factor_id and f.stage = 'direct') then
    raise exception 'What burning sets free is told by a factor of burning alone.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
