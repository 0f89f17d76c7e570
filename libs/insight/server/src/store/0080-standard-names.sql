-- Names after the words that people in the trade use.
select platform.rename_column('insight.combined_line', 'spent_on', 'purchased_on');
