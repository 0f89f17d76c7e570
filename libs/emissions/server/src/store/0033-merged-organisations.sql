-- What a run calculated, what was sealed and what was published is never rewritten: the next run ends the lines of an organisation
-- that was merged,
-- and begins them for the one that stays.
select platform.stays_with_organisation('emissions.result', 'buyer_id', 'figures', 'A figure of a run stays as it was calculated.');
select platform.stays_with_organisation('emissions.result', 'supplier_id', 'figures', 'A figure of a run stays as it was calculated.');
select platform.stays_with_organisation('emissions.beside', 'buyer_id', 'figures', 'A figure of a run stays as it was calculated.');
select platform.stays_with_organisation('emissions.beside', 'supplier_id', 'figures', 'A figure of a run stays as it was calculated.');
select platform.stays_with_organisation('emissions.run_total', 'buyer_id', 'figures', 'A figure of a run stays as it was calculated.');
select platform.stays_with_organisation('emissions.sealed_figure', 'buyer_id', 'figures', 'A sealed figure stays as it was sealed.');
select platform.stays_with_organisation('emissions.publication', 'buyer_ids', 'figures', 'A publication stays as it was published.');
