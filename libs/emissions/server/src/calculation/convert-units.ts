/**
 * SQL: converts one reported unit to declared units by the first applicable method, for a FROM list. Returns `v.way`
 * and `v.factor`.
 * The list must have these rows of emissions.unit: the reported unit (`ru`), the declared unit (`du`), and the units of
 * the price-list item `i`. These are its own unit (`iu`), content unit (`cu`) and pack unit (`pu`).
 * @param reported text of the unit
 * @param massKg mass of one declared unit, kg
 * @param kgPerLitre density of the product, kg per litre
 */
export const convertUnitsSql = ({
  reported,
  massKg = 'null::numeric',
  kgPerLitre = 'null::numeric',
}: {
  reported: string;
  massKg?: string;
  kgPerLitre?: string;
}): string => `
    left join lateral (
      -- The number of items in the reported unit: it is the item's own unit, or a pack of it.
      select case coalesce(ru.key, lower(btrim(${reported})))
        when coalesce(iu.key, lower(btrim(i.unit))) then 1::numeric
        when coalesce(pu.key, lower(btrim(i.pack_unit))) then i.pack_quantity end as items
    ) s on true
    left join lateral (
      select way, factor
      from (values
        (1, 'same-kind', ru.factor / du.factor, ru.dimension = du.dimension),
        (2, 'content', s.items * i.content_quantity * cu.factor / du.factor, cu.dimension = du.dimension),
        (3, 'pack', s.items * iu.factor / du.factor, iu.dimension = du.dimension),
        (4, 'net-weight', s.items * i.net_weight_kg / du.factor, du.dimension = 'mass'),
        (5, 'mass-per-declared-unit', ru.factor / nullif(${massKg}, 0), ru.dimension = 'mass' and du.dimension in ('count', 'volume', 'area', 'length')),
        (6, 'density', ru.factor * ${kgPerLitre} / du.factor, ru.dimension = 'volume' and du.dimension = 'mass'),
        (7, 'content-density', s.items * i.content_quantity * cu.factor * ${kgPerLitre} / du.factor, cu.dimension = 'volume' and du.dimension = 'mass')
      ) as ways (position, way, factor, fits)
      where fits and factor > 0
      order by position limit 1
    ) v on true`;

/**
 * SQL: joins the units required by `convertUnitsSql`, for a line with the unit text `reported` and an item `i`; `declared` is
 * the target unit.
 */
export const joinUnitsSql = (reported: string, declared: string): string => `
    left join emissions.unit ru on ru.name = lower(btrim(${reported}))
    left join emissions.unit du on du.name = lower(btrim(${declared}))
    left join emissions.unit iu on iu.name = lower(btrim(i.unit))
    left join emissions.unit cu on cu.name = lower(btrim(i.content_unit))
    left join emissions.unit pu on pu.name = lower(btrim(i.pack_unit))`;
