/**
 * SQL: makes the lines of version $1 the current description of their items; run on publication. Of several prices of
 * an item, the one that begins last counts.
 */
export const SET_LATEST_LINES_SQL = `
  update agreements.item i set latest_price_version_id = $1, latest_price_line_no = n.line_no
  from (
    select distinct on (l.item_id) l.cooperative_id, l.item_id, l.line_no from agreements.price_line l where l.price_version_id = $1
    order by l.item_id, l.valid_from desc, l.line_no
  ) n
  where n.cooperative_id = i.cooperative_id and n.item_id = i.id`;
