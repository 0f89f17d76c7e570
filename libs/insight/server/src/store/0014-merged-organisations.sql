-- What a merge of two records of one organisation does with the columns of this room. Combined rows are made anew after the next run.
select platform.moves_with_organisation('insight.combined_line', 'buyer_id', 'other', 'removed', 'true');
select platform.moves_with_organisation('insight.combined_line', 'supplier_id', 'other');
