-- The line that describes an item now: of the newest version that holds it, the price that begins last. Written when a version is published, so that nobody
-- who only wants an item's name walks the lists of every week.
alter table agreements.item add column newest_version_id uuid, add column newest_line_no int;
alter table agreements.item add foreign key (cooperative_id, newest_version_id, newest_line_no) references agreements.price_line (cooperative_id, price_version_id, line_no);
grant update (newest_version_id, newest_line_no) on agreements.item to tallgrunn_app;

-- The owner sees all tenants' rows only while the walls do not stand for it.
alter table agreements.item no force row level security;
alter table agreements.price_line no force row level security;
alter table agreements.price_version no force row level security;
update agreements.item i set newest_version_id = n.price_version_id, newest_line_no = n.line_no
from (
  select distinct on (l.cooperative_id, l.item_id) l.cooperative_id, l.item_id, l.price_version_id, l.line_no
  from agreements.price_line l join agreements.price_version v on v.cooperative_id = l.cooperative_id and v.id = l.price_version_id
  order by l.cooperative_id, l.item_id, v.number desc, l.valid_from desc, l.line_no
) n
where n.cooperative_id = i.cooperative_id and n.item_id = i.id;
alter table agreements.item force row level security;
alter table agreements.price_line force row level security;
alter table agreements.price_version force row level security;
