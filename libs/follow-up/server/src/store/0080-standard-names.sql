-- Names after the words that people in the trade use.
select platform.rename_column('follow_up.penalty_decision', 'duty_id', 'obligation_id');
