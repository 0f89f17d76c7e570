import type { nb } from './nb.ts';

export const en: typeof nb = {
  from: {
    posting: (p) => `${p.amount} from a ledger line.`,
    'invoice-line': (p) => `${p.amount} from an invoice line.`,
    remainder: (p) => `${p.amount}: the part of the voucher not covered by invoice lines.`,
  },
  onlyClass: {
    operating: 'Only lines of the operating accounts are included.',
    investment: 'Only lines of the investment accounts are included.',
    unknown: 'Only lines not known to be operating or investment are included.',
  },
  account: (p) => `Account: ${p.system} ${p.code}, ${p.name}.`,
  accountUnknown: (p) => `Account ${p.system} ${p.code} has not been reviewed, so it has no factor.`,
  accountMissing: 'The line has no account, so no factor can be chosen.',
  factor: (p) => `Factor: “${p.name}”, ${p.value} ${p.unit}.`,
  published: (p) =>
    `DFØ publishes ${p.published} tonnes CO₂e per million kroner in ${p.year} prices; the table converts it to the price level of ${p.level}${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  converted: (p) => `Converted to ${p.amount} at the mean rate of the year${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  exchanged: (p) => `The factor is per ${p.currency} in ${p.year} prices: converted to NOK at the rate of ${p.year}.`,
  deflated: (p) =>
    `The purchase is from ${p.to} and the factor is in ${p.from} prices: adjusted with the consumer price index.`,
  perKrone: (p) => `Per krone: ${p.reckoned} = ${p.multiplier} kg.`,
  priceBasis: { purchaser: 'purchaser’s price', producer: 'producer’s price', basic: 'basic price' },
  atPurchaserPrice: (p) =>
    `The factor is per ${p.basis}, and you pay the purchaser’s price: (1 − ${p.tax} tax − ${p.margin} trade and transport) × ${p.basic} + ${p.margin} × ${p.trade} (“${p.tradeName}”) = ${p.value} ${p.unit}.`,
  notAtPurchaserPrice: (p) =>
    `The factor is per ${p.basis}, and you pay the purchaser’s price. Tax, trade and transport margins are not known, so the factor is used unchanged.`,
  byCategory: (p) =>
    `The item belongs to “${p.category}”: the amount uses the factor of the category, not of the account.`,
  quantity: (p) => `${p.quantity} ${p.unit}, according to the invoice line.`,
  quantityOf: (p) => `${p.quantity} ${p.unit} of item ${p.item}.`,
  product: (p) => `Product group: ${p.product}.`,
  direct: (p) =>
    `Combustion emits a further ${p.kg} kg CO₂ (${p.value} ${p.unit}). These are the municipality’s own emissions (scope 1) and are not included.`,
  invoiceCo2e: (p) => `The invoice line states ${p.value} kg CO₂e per ${p.unit}.`,
  part: (p) => `Part ${p.number} of ${p.of}:`,
  several: (p) => `${p.parts}. Together ${p.kg} kg CO₂e`,
  region: { US: 'the United States', UK: 'the United Kingdom', FR: 'France', GLO: 'the whole world' },
  net: {
    'as-stated': () => 'The amount in the ledger is without VAT, like the factor.',
    'on-invoice': () => 'The invoice states the amount without VAT.',
    'vat-on-row': () => 'The amount in the ledger includes VAT: the VAT on the row has been removed.',
    'rate-on-row': (p) =>
      `The amount in the ledger includes VAT: it has been removed at the rate on the row, ${p.rate}.`,
    'rate-of-account': (p) =>
      `The amount in the ledger includes VAT: it has been removed at the rate of the account, ${p.rate}.`,
    unknown: () =>
      'It is not known whether the amount includes VAT. It is not in any total, and no emissions are calculated from the amount.',
  },
  vat: {
    net: 'The amount is without VAT, like the factor.',
    gross: (p) => `The amount includes VAT; ${p.rate} has been removed.`,
    unknown:
      'It is not known whether the amount includes VAT. It is treated as excluding VAT; if it does include VAT, the figure is up to 20% too high.',
  },
  formula: (p) => `${p.amount} × ${p.multiplier} kg per krone = ${p.kg} kg CO₂e`,
  noFormula: {
    ask: (p) =>
      `${p.amount} has no figure yet: it must be decided what was bought. With the possible factors it would be between ${p.low} and ${p.high} kg CO₂e.`,
    askOpen: (p) => `${p.amount} has no figure yet: it must be decided what was bought.`,
    'no-factor': (p) => `${p.amount} has no factor. It is shown as “no factor”, not as zero.`,
    'not-spend': (p) => `${p.amount} is not a purchase and is not included.`,
    'not-converted': (p) =>
      `${p.amount} is not converted: the factors are for Norwegian kroner, and no rate has been entered.`,
    'vat-unknown': (p) =>
      `${p.amount} is not calculated: it is not known whether the amount includes VAT. It is not in any total.`,
  },
  caveat: {
    screeningCategory:
      'Spend-based: an average for the category. A cheaper purchase gives a lower figure even if it is not greener.',
    notDeflated: (p) => `Not adjusted for prices: the price index of ${p.year} has not been entered.`,
    priceConcept: (p) =>
      `Not converted to the purchaser’s price: the factor is per ${p.basis}. Trade, transport and taxes are part of the amount, so the figure is probably too high.`,
    priceReading:
      'The source does not state explicitly that the factors are per purchaser’s price; we assume that they are.',
    average:
      'An average for the product group: the figure depends on the quantity, but not on the supplier or product.',
    invoice: 'The supplier’s own figure from the invoice. Not checked by us.',
    foreign: (p) => `The factor is for ${p.region}, not Norway.`,
    overReported:
      'The linked reports exceed the ledger line. Their quantities are used and the booked amount is divided between them.',
    screening:
      'Spend-based: an average for everything booked on the account. It shows where emissions are high but cannot compare products or suppliers. A cheaper purchase gives a lower figure even if it is not greener.',
    sameYear: (p) =>
      `The factor is in prices of ${p.level}, and the purchase is from earlier the same year. Price changes within the year are not adjusted for.`,
    prices: (p) =>
      `The purchase is from ${p.year}, the factor is in prices of ${p.level}. The price index of ${p.year} has not been entered, so this is not adjusted: the figure may be too low, by at most ${p.share}.`,
    credit: 'Credit: subtracted.',
    vatReading: 'The source does not state explicitly whether the factors are without VAT; we assume that they are.',
  },
  beside: {
    quantity: (p) => `${p.quantity} ${p.unit} of item ${p.item}, as reported by the supplier.`,
    footprint: {
      pact: (p) =>
        `The supplier's footprint of “${p.product}” (${p.number}): ${p.value} kg CO₂e per ${p.unit}, without biogenic uptake.`,
      epd: (p) =>
        `The supplier's EPD of “${p.product}” (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modules A1–A3, without biogenic carbon.`,
      one: (p) =>
        `The supplier's EPD of “${p.product}” (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modules A1–A3, one figure in which biogenic carbon cannot be separated.`,
    },
    valid: (p) => `Valid ${p.from} to ${p.to}.`,
    delivered: (p) => `The goods are taken as delivered on ${p.day}.`,
    validAssumed: (p) =>
      `The publisher states no validity; taken as ${p.from} to ${p.to}, three years from the end of the period it was measured in.`,
    conversion: {
      'same-kind': (p) => `1 ${p.unit} = ${p.count} ${p.declared}.`,
      content: (p) => `1 ${p.unit} contains ${p.count} ${p.declared} according to the price list.`,
      pack: (p) => `1 ${p.unit} = ${p.count} ${p.declared}, by the pack in the price list.`,
      'net-weight': (p) => `1 ${p.unit} weighs ${p.count} ${p.declared} net according to the price list.`,
      'mass-per-declared-unit': (p) => `1 ${p.unit} = ${p.count} ${p.declared}, by the mass the publisher states.`,
      density: (p) => `1 ${p.unit} weighs ${p.count} ${p.declared}, by the density of the product group.`,
      'content-density': (p) =>
        `1 ${p.unit} weighs ${p.count} ${p.declared}, by the content in the price list and the density of the product group.`,
    },
    formula: (p) => `${p.quantity} × ${p.multiplier} = ${p.kg} kg CO₂e`,
    standing: {
      'not-valid-then': (p) =>
        `The footprint was not valid on the delivery date (valid ${p.from} to ${p.to}), so it is not used.`,
      'unit-not-convertible': (p) =>
        `“${p.unit}” cannot be converted to “${p.declared}”: the price list lacks content or weight.`,
      'quantity-missing': 'The report has no quantity, so the footprint cannot be used.',
      implausible: (p) =>
        `${p.value} kg CO₂e per ${p.declared} is implausible for goods worth ${p.amount}: probably stated in grams or for another quantity. The figure is excluded.`,
    },
    notCounted: 'The supplier’s figure is shown alongside the official figure and not added to it.',
    verified: 'Checked by a third party according to the publisher. Data quality 1.',
    unverified: 'Not checked by a third party. Data quality 2.',
    notAccepted: 'The declaration has not been approved, so it cannot be used.',
    linkNotAccepted:
      'The declaration has been approved, but not for this item, which was linked to it later. So it cannot be used here.',
  },
  /** Reasons why a supplier's declaration is not used for a line. */
  passedOver: {
    'not-valid-then': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) was valid from ${p.from} to ${p.to}, but the goods were delivered on ${p.day}. So it is not used here.`,
    'not-accepted': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) has not been approved, and is shown for comparison only.`,
    'link-not-accepted': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) has been approved, but not for this item, which was linked to it later. It is shown for comparison only.`,
    'not-open': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) has been approved, but the category does not use supplier-specific figures. It is shown for comparison only.`,
    'unit-not-convertible': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) is per ${p.declared}, and “${p.unit}” cannot be converted to that.`,
    'quantity-missing': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) cannot be used: the report has no quantity.`,
    implausible: (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) gives an implausible figure for the goods, and is excluded.`,
  },
  declaredUnit: {
    piece: 'piece',
    kilogram: 'kg',
    liter: 'litre',
    'cubic meter': 'm³',
    'square meter': 'm²',
    meter: 'metre',
    'kilowatt hour': 'kWh',
    megajoule: 'MJ',
    'ton kilometer': 'tonne kilometre',
    hour: 'hour',
    'megabit second': 'megabit second',
  },
  sum: {
    priceConcept: (p) => `${p.amount} uses factors that are not per purchaser’s price and were not converted.`,
    notDeflated: (p) => `${p.amount} is from years without a price index and not adjusted for prices.`,
    formula: (p) =>
      `The sum of ${p.lines} lines = ${p.kg} kg CO₂e. Each line is calculated and rounded separately; the total is the sum of the lines.`,
    withFactor: (p) => `${p.amount} (${p.share} of the purchases) has a factor.`,
    without: (p) => `${p.ask} is awaiting a decision, ${p.none} has no factor. They are not included in the emissions.`,
    choice: (p) =>
      `The factor for ${p.about} was chosen: “${p.factor}”, for goods delivered from ${p.from}. “${p.reason}”. ${p.who}`,
    rule: (p) =>
      `${p.about}: rule ${p.version}, for goods delivered from ${p.from}. These methods are used, in this order: ${p.methods}. “${p.reason}”. ${p.who}`,
    burning:
      'Emissions from combustion (scope 1). Fuel production is calculated separately (category 3); the two are never added.',
    own: {
      'declared-verified': 'Suppliers’ declarations, checked by a third party',
      'declared-unverified': 'Suppliers’ declarations, not checked',
      'invoice-co2e': 'Suppliers’ figures on the invoices',
    },
    others: (p) => `${p.count} other factors`,
    empty: 'No lines here.',
  },
  methodNames: {
    'declared-verified': 'verified declaration',
    'declared-unverified': 'supplier’s figure',
    'invoice-co2e': 'CO₂e on the invoice line',
    'physical-average': 'average data',
    'spend-category': 'spend-based, by category',
    'spend-account': 'spend-based, by account',
  },
  step: {
    formula: (p) =>
      `The total before the step is ${p.start} kg, after it ${p.end} kg: ${p.kg} kg CO₂e, from ${p.lines} lines.`,
    decided: (p) => `New in the later run: ${p.decided}`,
    earlier: (p) => `${p.label}, before`,
    later: (p) => `${p.label}, after`,
    means: {
      data: 'Lines in only one of the runs, or that belong to another municipality or month in the other.',
      volume: 'The same lines with another amount or quantity, at the old factor.',
      mix: 'Lines now classified as other goods or in another category.',
      supplier: 'Lines where a supplier’s own figure was added, removed or changed.',
      factor: 'Lines with the same method and a different factor.',
      method: 'Lines with a different method.',
      price: 'Lines with the same factor, but a different price year, price or VAT.',
    },
  },
  periodStep: {
    formula: (p) =>
      `The total before the step is ${p.start} kg, after it ${p.end} kg: ${p.kg} kg CO₂e, from ${p.groups} product groups.`,
    as: (p) => `${p.from} to ${p.to}, run ${p.run}`,
    before: 'Before',
    after: 'After',
    growth: (p) =>
      `Spend with a figure, of municipalities with a ledger in both years: ${p.before} before and ${p.after} after. Growth: ${p.after} / ${p.before} = ${p.growth}.`,
    kind: {
      bought: 'This comes from a change in purchasing.',
      reckoned: 'This comes from a change in method or available ledgers, not in purchasing.',
    },
    means: {
      data: 'Purchases of municipalities with a ledger in only one of the years.',
      volume: 'Change in total spend at the earlier emission intensity.',
      mix: 'Change in each product group’s share of spend at its earlier emission intensity, including groups bought in only one year.',
      supplier: 'Spend calculated with suppliers’ own figures in the later year.',
      factor: 'Lines with the same method as before and a factor that the group did not have.',
      method: 'Lines with a method that the group did not have before.',
      price:
        'Spend-based lines with a factor that the group had before, in other prices: a krone buys less or more than before.',
    },
    reckoned: {
      data: 'Each line counts in full: removed for the first year, added for the last.',
      volume: 'Each group: kg before × growth − kg before.',
      mix: 'Each group: NOK after × kg per NOK before − kg before × growth. Lines with the same method, factor and price year as before count with their own emissions: then the goods within the group have changed.',
      supplier: 'Each line: emissions with the supplier’s figure − NOK × kg per NOK before.',
      factor: 'Each line: emissions after − NOK × kg per NOK before.',
      method: 'Each line: emissions after − NOK × kg per NOK before.',
      price: 'Each line: emissions after − NOK × kg per NOK before.',
    },
  },
  source: {
    prices: 'Price index and rates',
    priceShares: 'Shares of the purchaser’s price',
    factors: 'Emission factors',
    declaration: "The supplier's declaration",
    licence: (p) => `Licence: ${p.licence}`,
  },
  decided: {
    factor: (p) => `The factor was chosen for ${p.about}: “${p.reason}”. ${p.who}`,
    methods: (p) => `The methods of the category were decided: “${p.reason}”. ${p.who}`,
    item: (p) => `Item ${p.about} was classified manually: “${p.reason}”. ${p.who}`,
    account: (p) => `The category of account ${p.about} was set manually: “${p.reason}”. ${p.who}`,
    declaration: (p) => `Declaration ${p.about} was approved${p.reason ? `: “${p.reason}”` : ''}. ${p.who}`,
  },
  notCalculated: 'not calculated',
  notStated: 'not stated',
  who: {
    contractManager: 'a contract manager of the cooperative',
    managerOrAdministrator: 'a contract manager or administrator of the cooperative',
    notRecorded: 'Who decided it is not recorded.',
    decided: (p) => `Decided by ${p.by}${p.on && ` on ${p.on}`}.`,
    approved: (p) => `Proposed by ${p.proposedBy}, approved by ${p.by}${p.on && ` on ${p.on}`}.`,
    approvedByAnother: (p) => `Proposed by ${p.proposedBy}, approved by someone else${p.on && ` on ${p.on}`}.`,
    approvedOnly: (p) => `Decided by ${p.by}${p.on && ` on ${p.on}`}, before two people had to agree.`,
    published: (p) => `Published in case ${p.caseNumber}: “${p.scope}”. ${p.who}`,
  },
  version: {
    priceShares: 'Shares of the purchaser’s price',
    interval: '95% interval',
    run: 'Run',
    finished: 'Finished',
    engine: 'Calculation software',
    factorSet: 'Factor set',
    ruleSet: 'Account map',
    dataYear: 'Data year',
    declaration: 'Declaration',
    reportVersion: 'Report',
    qualityBySpend: 'Data quality, weighted by spend (1 best, 5 weakest)',
    qualityByKg: 'Data quality, weighted by emissions',
    quality: 'Data quality (1 best, 5 weakest)',
    none: 'none',
  },
  wayDown: {
    spend: 'See the line in the imported file',
    reported: 'See the line in the report',
    sum: 'See the lines',
  },
};
