-- More years of the same series: new versions, the old ones stay for the runs that name them.
insert into factor_book.series (id, kind, currency, title, source, source_url, licence, note)
select s ->> 'id', s ->> 'kind', s ->> 'currency', s -> 'title', s ->> 'source', s ->> 'sourceUrl', s ->> 'licence', s ->> 'note' from jsonb_array_elements('{{series}}'::jsonb) as list (s);
insert into factor_book.series_point (series_id, year, value)
select s ->> 'id', year::int, value::numeric from jsonb_array_elements('{{series}}'::jsonb) as list (s), jsonb_each_text(s -> 'points') as points (year, value);
