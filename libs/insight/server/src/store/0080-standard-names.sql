-- Names after the words that people in the trade use.
select platform.rename_column('insight.combined_line', 'spent_on', 'purchased_on');
select platform.rename_column('insight.combined_line', 'beside_kg', 'supplier_kg_co2e');
select platform.rename_column('insight.combined_line', 'spend_file', 'ledger_file');
select platform.rename_column('insight.combined_line', 'spend_sheet', 'ledger_sheet');
select platform.rename_column('insight.combined_line', 'spend_row', 'ledger_row');
