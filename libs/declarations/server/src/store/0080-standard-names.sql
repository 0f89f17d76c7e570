-- Names after the words that people in the trade use.
select platform.rename_table('declarations.decision', 'footprint_review');
select platform.rename_table('declarations.evidence', 'attachment');

-- Names of columns.
select platform.rename_column('declarations.footprint', 'declared_amount', 'declared_unit_amount');
select platform.rename_column('declarations.footprint', 'mass_kg', 'product_mass_kg');
select platform.rename_column('declarations.footprint', 'pcf_excluding', 'pcf_excl_biogenic_uptake');
select platform.rename_column('declarations.footprint', 'pcf_including', 'pcf_incl_biogenic_uptake');
select platform.rename_column('declarations.footprint', 'validity_assumed', 'is_validity_assumed');
