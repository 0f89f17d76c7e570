-- Names after the words that people in the trade use.
select platform.rename_table('declarations.decision', 'footprint_review');
select platform.rename_table('declarations.evidence', 'attachment');
