/** Methods that give a figure, most specific first. The position in the list is the bit of the method in a mask. */
export const methodsWithFigure = [
  'declared-verified',
  'declared-unverified',
  'invoice-co2e',
  'physical-average',
  'spend-category',
  'spend-account',
] as const;
export type MethodWithFigure = (typeof methodsWithFigure)[number];

/** Every method of an amount. */
export const allMethods = [
  ...methodsWithFigure,
  'ask',
  'no-factor',
  'not-converted',
  'vat-unknown',
  'not-spend',
] as const;

/** Default methods of a category without a policy: supplier-specific figures are shown alongside only. */
export const defaultMethods: readonly MethodWithFigure[] = ['physical-average', 'spend-category', 'spend-account'];

const sqlArray = (methods: readonly string[]): string => `array[${methods.map((method) => `'${method}'`).join(', ')}]`;

/** Methods of purchases whose amount in NOK excluding VAT is known: a share of the purchases can be calculated. */
export const METHODS_WITH_AMOUNT = sqlArray([...methodsWithFigure, 'ask', 'no-factor']);
export const METHODS_WITH_FIGURE = sqlArray(methodsWithFigure);
export const ALL_METHODS = sqlArray(allMethods);

/**
 * SQL: true if a part with this method is a purchase, and not wages, VAT or a transfer. All queries use this
 * definition.
 */
export const isPurchaseSql = (method: string): string => `${method} is distinct from 'not-spend'`;

const masks = Array.from({ length: 2 ** methodsWithFigure.length }, (_, mask) => mask);

/** SQL: for every mask of available methods, the position of the default method; null if none is available. */
const DEFAULT_PICKS = `'{${masks
  .map((mask) =>
    defaultMethods.map((method) => methodsWithFigure.indexOf(method)).find((bit) => (mask & (1 << bit)) > 0),
  )
  .map((bit) => (bit === undefined ? 'null' : bit + 1))
  .join(', ')}}'::smallint[]`;

/**
 * SQL: the policies by category and period (`ruled`), with the selected method precalculated for every mask. Selecting
 * a method is then one array look-up. As a join, it would be evaluated before the mask is known and multiply every
 * line.
 */
const policiesFrom = (rulings: string): readonly string[] => [
  `create temporary table ruled on commit drop as
  select r.category_code, r.valid_from, coalesce(lead(r.valid_from) over (partition by r.category_code order by r.valid_from) - 1, 'infinity') as valid_to,
    array(
      select (
        select array_position(${METHODS_WITH_FIGURE}, t.method)::smallint from unnest(r.methods) with ordinality as t (method, position)
        where m.mask & (1 << array_position(${METHODS_WITH_FIGURE}, t.method) - 1) > 0
        order by t.position limit 1)
      from generate_series(0, ${masks.length - 1}) as m (mask) order by m.mask) as picks
  from (select distinct on (category_code, valid_from) category_code, valid_from, methods from (${rulings}) every order by category_code, valid_from, id desc) r`,
  'analyze ruled',
];

const POLICIES = 'select id, category_code, valid_from, methods from emissions.method_policy';
export const CREATE_POLICIES: readonly string[] = policiesFrom(POLICIES);
/** SQL: as `RULE`, with one more policy assumed. $1: category, $2: first day, $3: methods. */
export const CREATE_POLICIES_AS_IF: readonly string[] = policiesFrom(
  `${POLICIES} union all select 'ffffffff-ffff-ffff-ffff-ffffffffffff', $1::text, $2::date, $3::text[]`,
);

/**
 * SQL: the method of a line from the `picks` of its category's policy (null = default) and the mask of available
 * methods.
 */
export const selectedMethodSql = (picks: string, mask: string): string =>
  `(${METHODS_WITH_FIGURE})[(coalesce(${picks}, ${DEFAULT_PICKS}))[1 + ${mask}]]`;
