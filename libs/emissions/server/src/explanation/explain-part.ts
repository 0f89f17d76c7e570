import { emissionUnit, formatDate, formatMoney, formatShare, type Language } from '@tallgrunn/values';
import { formatExact, priceLevelName } from './explanation.ts';
import type { LinePartRow } from './line-part-row.ts';
import { explanationTexts } from '../texts/explanation-texts.ts';

export const systemNames: Record<string, string> = { kostra: 'KOSTRA', ns4102: 'NS 4102', dfo: 'DFØ' };
const isSpendBased = ({ method }: LinePartRow): boolean => method === 'spend-account' || method === 'spend-category';
/**
 * Returns the calculation of a line part as sentences in order. The last one describes a declaration that was not used,
 * and why.
 */
export function explainCalculation(row: LinePartRow, language: Language): string[] {
  return [...calculationSteps(row, language), ...unusedDeclarationSteps(row, language)];
}

function calculationSteps(row: LinePartRow, language: Language): string[] {
  const t = explanationTexts(language);
  const steps = [t.from[row.source]({ amount: formatMoney(row.amount, row.currency, language) })];
  if (row.base_amount !== null && row.currency !== 'NOK')
    steps.push(
      t.converted({
        amount: formatMoney(row.base_amount, 'NOK', language),
        reckoned:
          row.prices.own === null
            ? ''
            : `${formatExact(row.amount, language)} × ${formatExact(row.prices.own, language)}`,
      }),
    );
  if (row.net_basis === 'unknown') steps.push(t.net.unknown({ rate: '' }));
  if (row.declaration)
    return [
      ...steps,
      ...quantitySteps(row, language),
      ...declaredSteps(row.declaration, language),
      ...(row.purchased_on === null ? [] : [t.beside.delivered({ day: formatDate(row.purchased_on, language) })]),
      ...conversionSteps(row, language, declaredName(row.declaration.unit, language)),
    ];
  if (row.method === 'invoice-co2e')
    return [
      ...steps,
      ...quantitySteps(row, language),
      t.invoiceCo2e({ value: formatExact(row.kg_co2e_per_unit ?? '0', language), unit: row.unit ?? '' }),
    ];
  if (row.method === 'physical-average')
    return [...steps, ...quantitySteps(row, language), ...physicalSteps(row, language)];
  if (row.method === 'spend-category')
    steps.push(t.byCategory({ category: row.category?.[language] ?? row.category_code }));
  else steps.push(...accountSteps(row, language));
  return row.factor && isSpendBased(row) ? [...steps, ...spendSteps(row, language)] : steps;
}

function accountSteps(row: LinePartRow, language: Language): string[] {
  const t = explanationTexts(language);
  if (row.account_code === null) return [t.accountMissing];
  const account = { system: systemNames[row.account_system ?? ''] ?? row.account_system ?? '', code: row.account_code };
  return [
    row.rule_name ? t.account({ ...account, name: row.rule_name[language] }) : t.accountUnknown(account),
    ...(row.rule_reason ? [row.rule_reason[language]] : []),
  ];
}

/**
 * Formats the calculation of a spend multiplier with its values, as the `multipliers` SQL calculates it. Null if a
 * value is unknown.
 */
function formatSpendMultiplier(
  { factor, factors, vat_rate, price_standing, price_share, prices, multiplier }: LinePartRow,
  language: Language,
): string | null {
  if (!factor || multiplier === null) return null;
  const n = (value: string) => formatExact(value, language);
  const vat = Number(vat_rate ?? '0') > 0 ? ` / (1 + ${n(vat_rate ?? '0')})` : '';
  const value = price_share?.value ?? factor.value;
  const index =
    price_standing === 'deflated'
      ? prices.base === null || prices.year === null
        ? null
        : ` × ${n(prices.base)} / ${n(prices.year)}`
      : '';
  if (index === null) return null;
  if (factors.currency !== 'NOK') return prices.rate === null ? null : `${n(value)} / ${n(prices.rate)}${index}${vat}`;
  if (index === '') return vat === '' ? null : `${n(value)}${vat}`;
  // For a factor converted to purchaser's prices, the published figure was converted too, and the steps do not show it.
  if (factors.priceLevel === String(factors.dataYear)) return `${n(value)}${index}${vat}`;
  return factor.published === null || price_share ? null : `${n(factor.published)} / ${n('1000')}${index}${vat}`;
}

function spendSteps(row: LinePartRow, language: Language): string[] {
  const { factor, factors, price_standing, price_level, price_basis_conversion, price_share } = row;
  const t = explanationTexts(language);
  if (!factor) return [];
  const steps = [
    t.factor({
      name: factor.name,
      value: formatExact(factor.value, language),
      unit: emissionUnit(factor.unit, language),
    }),
  ];
  const basis = t.priceBasis[factors.priceBasis ?? 'purchaser'];
  if (price_basis_conversion === 'converted' && price_share)
    steps.push(
      t.atPurchaserPrice({
        ...shareTexts(price_share, language),
        basis,
        basic: formatExact(factor.value, language),
        unit: emissionUnit(factor.unit, language),
      }),
    );
  if (price_basis_conversion === 'not-converted') steps.push(t.notAtPurchaserPrice({ basis }));
  if (factors.currency !== 'NOK')
    steps.push(t.exchanged({ currency: factors.currency, year: String(factors.dataYear) }));
  else if (factor.published !== null && price_standing !== 'deflated') {
    const { priceIndex: index } = factors;
    const calculation = index
      ? `${formatExact(factor.published, language)} / ${formatExact('1000', language)} × ${formatExact(index.dataYear, language)} / ${formatExact(index.priceLevel, language)} = ${formatExact(factor.value, language)}`
      : '';
    steps.push(
      t.published({
        published: formatExact(factor.published, language),
        year: String(factors.dataYear),
        level: priceLevelName(factors.priceLevel, language),
        reckoned: calculation,
      }),
    );
  }
  if (price_standing === 'deflated') steps.push(t.deflated({ from: String(factors.dataYear), to: price_level ?? '' }));
  steps.push(vatStep(row, language));
  const calculation = formatSpendMultiplier(row, language);
  if (calculation !== null)
    steps.push(t.perKrone({ reckoned: calculation, multiplier: formatExact(row.multiplier ?? '0', language) }));
  return steps;
}

/** Describes the VAT removed and the basis for it. For earlier runs, VAT was part of the multiplier. */
function vatStep({ net_basis, net_rate, vat_status, vat_rate }: LinePartRow, language: Language): string {
  const t = explanationTexts(language);
  if (net_basis !== null) return t.net[net_basis]({ rate: formatShare(net_rate ?? '0', language) });
  return vat_status === 'gross'
    ? t.vat.gross({ rate: formatShare(vat_rate ?? '0', language) })
    : t.vat[vat_status ?? 'unknown'];
}

function shareTexts(
  { tax, margin, trade, tradeName, value }: NonNullable<LinePartRow['price_share']>,
  language: Language,
) {
  return {
    tax: formatExact(tax, language),
    margin: formatExact(margin, language),
    trade: formatExact(trade ?? '0', language),
    tradeName: tradeName ?? explanationTexts(language).notStated,
    value: formatExact(value, language),
  };
}

function quantitySteps({ quantity, unit, item_number }: LinePartRow, language: Language): string[] {
  const t = explanationTexts(language);
  const params = { quantity: formatExact(quantity ?? '0', language), unit: unit ?? '' };
  return [item_number === null ? t.quantity(params) : t.quantityOf({ ...params, item: item_number })];
}

function physicalSteps(row: LinePartRow, language: Language): string[] {
  const t = explanationTexts(language);
  const { factor, direct_factor, combustion_kg_co2e, product } = row;
  if (!factor) return [];
  return [
    ...(product ? [t.product({ product: product[language] })] : []),
    t.factor({
      name: factor.name,
      value: formatExact(factor.value, language),
      unit: emissionUnit(factor.unit, language),
    }),
    ...conversionSteps(row, language, factor.per),
    ...(direct_factor && combustion_kg_co2e !== null
      ? [
          t.direct({
            kg: formatExact(combustion_kg_co2e, language),
            value: formatExact(direct_factor.value, language),
            unit: emissionUnit(direct_factor.unit, language),
          }),
        ]
      : []),
  ];
}

function conversionSteps({ conversion, per_unit, unit }: LinePartRow, language: Language, declared: string): string[] {
  return conversion && per_unit !== null
    ? [
        explanationTexts(language).beside.conversion[conversion]({
          unit: unit ?? '',
          count: formatExact(per_unit, language),
          declared,
        }),
      ]
    : [];
}

function declaredSteps(
  { product, number, value, unit, from, to, basis }: NonNullable<LinePartRow['declaration']>,
  language: Language,
): string[] {
  const t = explanationTexts(language).beside;
  return [
    t.footprint[declaredBasis(basis)]({
      product,
      value: formatExact(value, language),
      unit: declaredName(unit, language),
      number,
    }),
    t.valid({ from: formatDate(from, language), to: formatDate(to, language) }),
  ];
}

function unusedDeclarationSteps({ passed_over: unused, unit }: LinePartRow, language: Language): string[] {
  if (!unused) return [];
  const t = explanationTexts(language).passedOver;
  const { why, number, product, from, to, day } = unused;
  const params = {
    number,
    product,
    from: formatDate(from, language),
    to: formatDate(to, language),
    day: day === null ? explanationTexts(language).notStated : formatDate(day, language),
    unit: unit ?? explanationTexts(language).notStated,
    declared: declaredName(unused.unit, language),
  };
  return [t[why](params)];
}

/**
 * Returns the kind of a declared figure: a product footprint, an EPD, or an EPD of the older standard with one figure
 * for all gases.
 */
export function declaredBasis(basis: string | null): 'pact' | 'epd' | 'one' {
  return basis === null ? 'pact' : basis === 'one' ? 'one' : 'epd';
}

/** Returns the name of a declared unit in the language. */
export function declaredName(unit: string, language: Language): string {
  const names: Readonly<Record<string, string>> = explanationTexts(language).declaredUnit;
  return names[unit] ?? unit;
}

/** Returns the caveats of a line part's figure. */
export function caveatsOf(row: LinePartRow, language: Language): string[] {
  const t = explanationTexts(language);
  const { priceLevel, rise, vatBasisStated, priceBasis, priceBasisStated, boundary } = row.factors;
  const caveats: string[] = [];
  if (isSpendBased(row)) {
    const [year, level] = [(row.purchased_on ?? '').slice(0, 4), priceLevelName(priceLevel, language)];
    const earlier = row.purchased_on !== null && row.purchased_on.slice(0, 7) < priceLevel.replace('M', '-');
    caveats.push(row.method === 'spend-account' ? t.caveat.screening : t.caveat.screeningCategory, boundary[language]);
    // The known price rise is an upper bound only for purchases in or after the data year.
    const bounded = earlier && rise !== null && Number(year) >= row.factors.dataYear;
    if (row.price_standing === 'not-deflated')
      caveats.push(
        bounded ? t.caveat.prices({ year, level, share: formatShare(rise, language) }) : t.caveat.notDeflated({ year }),
      );
    else if (row.price_standing === 'same-year' && earlier && priceLevel.includes('M'))
      caveats.push(t.caveat.sameYear({ level }));
    if (row.price_basis_conversion === 'not-converted')
      caveats.push(t.caveat.priceConcept({ basis: t.priceBasis[priceBasis ?? 'basic'] }));
    if (!vatBasisStated) caveats.push(t.caveat.vatReading);
    if (!priceBasisStated) caveats.push(t.caveat.priceReading);
  }
  if (row.method === 'physical-average') caveats.push(t.caveat.average, boundary[language]);
  if (row.method === 'invoice-co2e') caveats.push(t.caveat.invoice);
  if (row.method === 'declared-verified') caveats.push(t.beside.verified);
  if (row.method === 'declared-unverified') caveats.push(t.beside.unverified);
  if (row.factor && row.factor.region !== 'NO')
    caveats.push(
      t.caveat.foreign({ region: t.region[row.factor.region as keyof typeof t.region] ?? row.factor.region }),
    );
  if (row.is_over_reported) caveats.push(t.caveat.overReported);
  if (row.kg !== null && row.amount.startsWith('-')) caveats.push(t.caveat.credit);
  return caveats;
}
