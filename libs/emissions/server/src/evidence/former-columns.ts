/** Columns of packs that version 0.2.0 or earlier wrote, with their present names. */
const presentNames: Readonly<Record<string, string>> = {
  approver_id: 'assigned_approver_id',
  category_by: 'category_source',
  co2e_per_unit: 'kg_co2e_per_unit',
  data_class: 'data_quality_score',
  declared_per_unit: 'conversion_factor',
  direct_factor_id: 'combustion_factor_id',
  direct_kg: 'combustion_kg_co2e',
  direct_multiplier: 'combustion_multiplier',
  direct_set_id: 'combustion_set_id',
  from_on: 'valid_from',
  from_run: 'opened_by_run',
  over_reported: 'is_over_reported',
  own_amount: 'base_amount',
  price_concept: 'price_basis_conversion',
  product_code: 'product_group_code',
  rule_set_id: 'account_map_id',
  shares_id: 'margin_set_id',
  spent_on: 'purchased_on',
  trade_factor_id: 'margin_factor_id',
  until_on: 'valid_to',
  until_run: 'closed_by_run',
};
// A quotation mark inside a value is escaped, so that only names of columns match.
const FORMER_NAME = new RegExp(`"(${Object.keys(presentNames).join('|')})":`, 'g');

/**
 * Returns a row of a pack, as JSON, with the present names of its columns. The text of every value is kept: reading and
 * writing the JSON would round amounts.
 */
export const withPresentColumns = (row: string): string =>
  row.replace(FORMER_NAME, (_, name: string) => `"${presentNames[name]}":`);
