/** The methods that give a number, in the order of how much they know; the place in the list is the bit that says a line has it. */
export const countingMethods = [
  'declared-verified',
  'declared-unverified',
  'invoice-co2e',
  'physical-average',
  'spend-category',
  'spend-account',
] as const;
export type CountingMethod = (typeof countingMethods)[number];

/** Every method a krone can have. */
export const allMethods = [
  ...countingMethods,
  'ask',
  'no-factor',
  'not-converted',
  'vat-unknown',
  'not-spend',
] as const;

/** What counts where nobody has decided: suppliers' own figures stand beside. */
export const defaultMethods: readonly CountingMethod[] = ['physical-average', 'spend-category', 'spend-account'];

const list = (methods: readonly string[]): string => `array[${methods.map((method) => `'${method}'`).join(', ')}]`;

/** Purchases: everything but what is no purchase and what has no rate. */
export const PURCHASES = list([...countingMethods, 'ask', 'no-factor']);
export const COUNTING = list(countingMethods);
export const ALL_METHODS = list(allMethods);

/** SQL: that a part weighed by this method is a purchase, and not wages, VAT or a transfer. The one definition of it. */
export const isPurchase = (method: string): string => `${method} is distinct from 'not-spend'`;

const masks = Array.from({ length: 2 ** countingMethods.length }, (_, mask) => mask);

/** For every combination of what a line has, bit by bit, the place in the list of methods of the one that counts; null when none does. */
const DEFAULT_PICKS = `'{${masks
  .map((mask) => defaultMethods.map((method) => countingMethods.indexOf(method)).find((bit) => (mask & (1 << bit)) > 0))
  .map((bit) => (bit === undefined ? 'null' : bit + 1))
  .join(', ')}}'::smallint[]`;

/**
 * What counts, by category and day (`ruled`), worked out for every combination of what a line has: the choice of method is one look into an array, whatever
 * order a category's rule has. As a join it would be taken before the combination is known, and multiply every line.
 */
const ruledBy = (rulings: string): readonly string[] => [
  `create temporary table ruled on commit drop as
  select r.category_code, r.from_on, coalesce(lead(r.from_on) over (partition by r.category_code order by r.from_on) - 1, 'infinity') as until_on,
    array(
      select (
        select array_position(${COUNTING}, t.method)::smallint from unnest(r.methods) with ordinality as t (method, position)
        where m.mask & (1 << array_position(${COUNTING}, t.method) - 1) > 0
        order by t.position limit 1)
      from generate_series(0, ${masks.length - 1}) as m (mask) order by m.mask) as picks
  from (select distinct on (category_code, from_on) category_code, from_on, methods from (${rulings}) every order by category_code, from_on, id desc) r`,
  'analyze ruled',
];

const RULINGS = 'select id, category_code, from_on, methods from emissions.ruling';
export const RULE: readonly string[] = ruledBy(RULINGS);
/** As if a rule held too that nobody decided on: $1 category, $2 its day, $3 its methods. */
export const RULE_AS_IF: readonly string[] = ruledBy(
  `${RULINGS} union all select 'ffffffff-ffff-ffff-ffff-ffffffffffff', $1::text, $2::date, $3::text[]`,
);

/** The method of a line: `picks` of its category's rule, null for the default, and the combination of what it has. */
export const pickedMethod = (picks: string, mask: string): string =>
  `(${COUNTING})[(coalesce(${picks}, ${DEFAULT_PICKS}))[1 + ${mask}]]`;
