/** The methods that give a number, in the order of how much they know; the place in the list is the bit that says a line has it. */
export const countingMethods = ['declared-verified', 'declared-unverified', 'invoice-co2e', 'physical-average', 'spend-category', 'spend-account'] as const;
export type CountingMethod = (typeof countingMethods)[number];

/** Every method a krone can have. */
export const allMethods = [...countingMethods, 'ask', 'no-factor', 'not-converted', 'not-spend'] as const;

/** What counts where nobody has decided: suppliers' own figures stand beside. */
export const defaultMethods: readonly CountingMethod[] = ['physical-average', 'spend-category', 'spend-account'];

const list = (methods: readonly string[]): string => `array[${methods.map((method) => `'${method}'`).join(', ')}]`;

/** Purchases: everything but what is no purchase and what has no rate. */
export const PURCHASES = list([...countingMethods, 'ask', 'no-factor']);
export const COUNTING = list(countingMethods);
export const ALL_METHODS = list(allMethods);

/**
 * What counts, by category and day (`ruled`), and for every combination of what a line has the method it gets (`pick`): the choice of method is one
 * look-up a line, whatever order a category's rule has.
 */
export const RULE: readonly string[] = [
  `create temporary table ruled on commit drop as
  select row_number() over (order by r.category_code, r.from_on)::int as id, r.category_code, r.methods,
    r.from_on, coalesce(lead(r.from_on) over (partition by r.category_code order by r.from_on) - 1, 'infinity') as until_on
  from (select distinct on (category_code, from_on) * from emissions.ruling order by category_code, from_on, id desc) r`,
  `create temporary table pick on commit drop as
  select u.id as ruling, m.mask, (
    select t.method from unnest(u.methods) with ordinality as t (method, position)
    where m.mask & (1 << array_position(${COUNTING}, t.method) - 1) > 0
    order by t.position limit 1) as method
  from (select id, methods from ruled union all select 0, ${list(defaultMethods)}) u
  cross join generate_series(0, ${2 ** countingMethods.length - 1}) as m (mask)`,
  'analyze ruled',
  'analyze pick',
];
