-- Gives earlier batches the names that problems of reading have now.
do $$
declare
  code text[];
  whole text;
begin
  foreach code slice 1 in array array[
    ['kind-not-yet', 'document-type-not-supported'], ['ledger-account-cut', 'ledger-account-truncated'],
    ['ledger-amount-two-ways', 'ledger-amount-ambiguous'], ['ledger-heading-twice', 'ledger-duplicate-header'],
    ['reading-fell', 'reader-crashed'], ['took-too-long', 'time-limit-exceeded'],
    ['took-too-much-memory', 'memory-limit-exceeded']
  ] loop
    whole := '"' || code[1] || '"';
    update spend.batch set
      refusal = replace(refusal::text, whole, '"' || code[2] || '"')::jsonb,
      findings = replace(findings::text, whole, '"' || code[2] || '"')::jsonb,
      finding_counts = replace(finding_counts::text, whole, '"' || code[2] || '"')::jsonb
      where strpos(concat(refusal, findings, finding_counts), whole) > 0;
  end loop;
end $$;
