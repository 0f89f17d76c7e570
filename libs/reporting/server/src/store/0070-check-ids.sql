-- Gives what is stored of earlier files the names that checks and reading problems have now. In JSON only whole ids are
-- replaced. What was answered to a program (reporting.sending) stays as it was answered.
do $$
declare
  names text[];
  whole text;
begin
  foreach names slice 1 in array array[
    ['below-booked', 'reported-below-booked'], ['buyer-divided', 'buyer-split'], ['cannot-be-judged', 'cannot-evaluate'],
    ['column-guessed', 'column-inferred'], ['credit-without-sale', 'credit-exceeds-sales'],
    ['day-month-unclear', 'day-month-ambiguous'], ['heading-twice', 'duplicate-heading'],
    ['minus-behind', 'trailing-minus'], ['number-by-arithmetic', 'number-inferred'],
    ['number-settled', 'thousands-separator-inferred'], ['other-part', 'belongs-to-other-report'],
    ['promise-line', 'commitment-line'], ['promise-share', 'commitment-share'], ['reported-before', 'already-reported'],
    ['several-sheets', 'multiple-sheets'], ['unit-not-declared', 'declared-unit-mismatch'],
    ['kind-not-yet', 'document-type-not-supported'], ['reading-fell', 'reader-crashed'],
    ['took-too-long', 'time-limit-exceeded'], ['took-too-much-memory', 'memory-limit-exceeded']
  ] loop
    whole := '(?<![\w-])' || names[1] || '(?![\w-])';
    update reporting.finding set code = names[2] where code = names[1];
    update reporting.finding set cause = names[2] where cause = names[1];
    update reporting.finding set params = regexp_replace(params::text, whole, names[2], 'g')::jsonb
      where code in ('cannot-be-judged', 'cannot-evaluate') and params::text ~ whole;
    update reporting.further_place set code = names[2] where code = names[1];
    update reporting.confirmation set code = names[2] where code = names[1];
    update reporting.verdict set
      groups = regexp_replace(groups::text, whole, names[2], 'g')::jsonb,
      counts = regexp_replace(counts::text, whole, names[2], 'g')::jsonb
      where groups::text ~ whole or counts::text ~ whole;
    update reporting.version set answers = regexp_replace(answers::text, whole, names[2], 'g')::jsonb
      where answers::text ~ whole;
    update reporting.remembered_answer set
      subject = regexp_replace(subject, '^' || names[1] || ' ', names[2] || ' '),
      answer = regexp_replace(answer::text, whole, names[2], 'g')::jsonb
      where kind = 'question' and subject like names[1] || ' %';
  end loop;
end $$;
