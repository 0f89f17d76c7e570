-- The last day of the agreement before the option was exercised: what it goes back to when the exercise is revoked.
alter table agreements.agreement_option add column previous_ends_on date;
