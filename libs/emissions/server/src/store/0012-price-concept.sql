-- Whether the factor of a part was brought to purchaser's prices, or stands in another price because no shares of it are known; null where its set is in purchaser's prices.
alter table emissions.result add column price_concept text check (price_concept in ('converted', 'not-converted'));
