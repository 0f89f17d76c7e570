insert into factor_book.rule_set (id, set_id, title)
values ('accounts-2026-1', 'dfo-2022-ns4102-2026m08', '{{title}}'::jsonb);

insert into factor_book.account_rule (rule_set_id, account_system, account_code, name, answer, set_id, factor_id, candidates, gross_vat, reason)
select 'accounts-2026-1', r ->> 'system', r ->> 'code', r -> 'name', r ->> 'answer', 'dfo-2022-ns4102-2026m08', r ->> 'factor',
  array(select jsonb_array_elements_text(coalesce(r -> 'candidates', '[]'))),
  coalesce((r ->> 'grossVat')::numeric, 0),
  case jsonb_typeof(r -> 'reason') when 'string' then '{{reasons}}'::jsonb -> (r ->> 'reason') else r -> 'reason' end
from jsonb_array_elements('{{rules}}'::jsonb) as rules (r);
