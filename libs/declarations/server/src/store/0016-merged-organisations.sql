-- What a merge of two records of one organisation does with the columns of this room.
select platform.moves_with_organisation('declarations.declaration', 'supplier_id', 'declarations');
select platform.moves_with_organisation('declarations.footprint', 'supplier_id', 'other');
select platform.moves_with_organisation('declarations.item_link', 'supplier_id', 'other');
select platform.moves_with_organisation('declarations.decision', 'supplier_id', 'other');
select platform.moves_with_organisation('declarations.evidence', 'supplier_id', 'other');
