-- Names after the words that people in the trade use.
select platform.rename_column('identity.invitation', 'duty_id', 'obligation_id');
