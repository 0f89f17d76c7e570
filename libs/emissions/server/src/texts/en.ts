import type { nb } from './nb.ts';

export const en: typeof nb = {
  from: {
    posting: (p) => `${p.amount} from a line in the books.`,
    'invoice-line': (p) => `${p.amount} from an invoice line.`,
    remainder: (p) => `${p.amount}: the part of the voucher that its invoice lines do not explain.`,
  },
  onlyClass: {
    operating: 'Only lines of the operating accounts are in it.',
    investment: 'Only lines of the investment accounts are in it.',
    unknown: 'Only lines of which it is not known whether they are operating or investment are in it.',
  },
  account: (p) => `Account: ${p.system} ${p.code}, ${p.name}.`,
  accountUnknown: (p) =>
    `Account ${p.system} ${p.code} has not been reviewed: nobody has decided which factor it takes.`,
  accountMissing: 'The line has no account, so no factor can be chosen.',
  factor: (p) => `Factor: “${p.name}”, ${p.value} ${p.unit}.`,
  published: (p) =>
    `DFØ publishes ${p.published} tonnes CO₂e per million kroner in ${p.year} prices; the table brings it to the price level of ${p.level}${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  converted: (p) => `Converted to ${p.amount} at the mean rate of the year${p.reckoned ? `: ${p.reckoned}` : ''}.`,
  exchanged: (p) => `The factor is per ${p.currency} in ${p.year} prices: turned into kroner at the rate of ${p.year}.`,
  deflated: (p) =>
    `The purchase is from ${p.to}, the factor in prices of ${p.from}: the rise in between is taken out by the consumer price index.`,
  perKrone: (p) => `Per krone: ${p.reckoned} = ${p.multiplier} kg.`,
  priceBasis: { purchaser: 'purchaser’s price', producer: 'producer’s price', basic: 'basic price' },
  atPurchaserPrice: (p) =>
    `The factor is per ${p.basis}, and you pay the purchaser’s price: (1 − ${p.tax} tax − ${p.margin} trade and transport) × ${p.basic} + ${p.margin} × ${p.trade} (“${p.tradeName}”) = ${p.value} ${p.unit}.`,
  notAtPurchaserPrice: (p) =>
    `The factor is per ${p.basis}, and you pay the purchaser’s price. The shares of tax, trade and transport are not known, so the factor is used as it stands.`,
  byCategory: (p) =>
    `The item belongs to “${p.category}”: the kroner take the factor of the category, not of the account.`,
  quantity: (p) => `${p.quantity} ${p.unit}, as the invoice line has it.`,
  quantityOf: (p) => `${p.quantity} ${p.unit} of item ${p.item}.`,
  product: (p) => `Kind of goods: ${p.product}.`,
  direct: (p) =>
    `Burning it sets another ${p.kg} kg CO₂ free (${p.value} ${p.unit}). That is the municipality's own emission (scope 1) and not part of this figure.`,
  invoiceCo2e: (p) => `The invoice line states ${p.value} kg CO₂e per ${p.unit}.`,
  part: (p) => `Part ${p.number} of ${p.of}:`,
  several: (p) => `${p.parts}. Together ${p.kg} kg CO₂e`,
  region: { US: 'the United States', UK: 'the United Kingdom', FR: 'France', GLO: 'the whole world' },
  net: {
    'as-stated': () => 'The ledger has the amount without VAT, as the factor is read.',
    'on-invoice': () => 'The invoice tells what the purchase is without VAT.',
    'vat-on-row': () => 'The ledger has the amount with VAT: the VAT stated on the row is taken out.',
    'rate-on-row': (p) => `The ledger has the amount with VAT: the rate on the row, ${p.rate}, is taken out of it.`,
    'rate-of-account': (p) =>
      `The ledger has the amount with VAT: the rate of the account, ${p.rate}, is taken out of it.`,
    unknown: () => 'It is not known whether the amount holds VAT. It is in no sum, and has no emissions by its amount.',
  },
  vat: {
    net: 'The amount is without VAT, as the factor is read.',
    gross: (p) => `The amount holds VAT: ${p.rate} is taken out of it.`,
    unknown:
      'It is not known whether the amount holds VAT. It is counted as without; if it does, the figure is up to a fifth too high.',
  },
  formula: (p) => `${p.amount} × ${p.multiplier} kg per krone = ${p.kg} kg CO₂e`,
  noFormula: {
    ask: (p) =>
      `${p.amount} has no figure yet: somebody must say what was bought. With the rows that may apply it would be between ${p.low} and ${p.high} kg CO₂e.`,
    askOpen: (p) => `${p.amount} has no figure yet: somebody must say what was bought.`,
    'no-factor': (p) => `${p.amount} has no factor. It is shown as “no factor”, not as zero.`,
    'not-spend': (p) => `${p.amount} is not a purchase and is not counted.`,
    'not-converted': (p) =>
      `${p.amount} is not converted: the factors are for Norwegian kroner, and no rate has been entered.`,
    'vat-unknown': (p) =>
      `${p.amount} is not calculated: it is not known whether the amount holds VAT. It is in no sum.`,
  },
  caveat: {
    screeningCategory:
      'Spend-based: an average of the category. A cheaper purchase gives a lower figure, greener or not.',
    notDeflated: (p) => `Not adjusted for prices: the price index of ${p.year} has not been entered.`,
    priceConcept: (p) =>
      `Not converted to the purchaser’s price: the factor is per ${p.basis}. Trade, transport and taxes are part of the amount, so the figure is probably too high.`,
    priceReading:
      'The source does not say in so many words that the factors are per purchaser’s price; we read them so.',
    average: 'An average of the kind of goods: the quantity counts, but not which supplier or product it is.',
    invoice: 'The supplier’s own figure as it stands on the invoice. Not checked by us.',
    foreign: (p) => `The factor is of ${p.region}, not of Norway.`,
    overReported:
      'The reports tied to the line say more than the line itself. Their quantities count, its kroner are shared among them.',
    screening:
      'Spend-based: an average of everything booked on the account. It shows where it is large; it does not compare goods or suppliers. A cheaper purchase gives a lower figure, greener or not.',
    sameYear: (p) =>
      `The factor is in prices of ${p.level}, and the purchase is from earlier the same year. The rise in prices within the year is not adjusted for.`,
    prices: (p) =>
      `The purchase is from ${p.year}, the factor is in prices of ${p.level}. The price index of ${p.year} has not been entered, so this is not adjusted: the figure may be too low, by at most ${p.share}.`,
    credit: 'A credit: it is subtracted.',
    vatReading: 'The source does not say outright whether the factors are without VAT; we read them so.',
  },
  beside: {
    quantity: (p) => `${p.quantity} ${p.unit} of item ${p.item}, as the supplier reported it.`,
    footprint: {
      pact: (p) =>
        `The supplier's footprint of “${p.product}” (${p.number}): ${p.value} kg CO₂e per ${p.unit}, without biogenic uptake.`,
      epd: (p) =>
        `The supplier's EPD of “${p.product}” (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modules A1–A3, without biogenic carbon.`,
      one: (p) =>
        `The supplier's EPD of “${p.product}” (${p.number}): ${p.value} kg CO₂e per ${p.unit} for modules A1–A3, one figure in which biogenic carbon cannot be told apart.`,
    },
    valid: (p) => `Valid ${p.from} to ${p.to}.`,
    delivered: (p) => `The goods are taken as delivered on ${p.day}.`,
    validAssumed: (p) =>
      `The publisher states no validity; taken as ${p.from} to ${p.to}, three years from the end of the period it was measured in.`,
    conversion: {
      'same-kind': (p) => `1 ${p.unit} = ${p.count} ${p.declared}.`,
      content: (p) => `1 ${p.unit} holds ${p.count} ${p.declared}, says the price list.`,
      pack: (p) => `1 ${p.unit} = ${p.count} ${p.declared}, by the pack in the price list.`,
      'net-weight': (p) => `1 ${p.unit} weighs ${p.count} ${p.declared} net, says the price list.`,
      'mass-per-declared-unit': (p) => `1 ${p.unit} = ${p.count} ${p.declared}, by the mass the publisher states.`,
      density: (p) => `1 ${p.unit} weighs ${p.count} ${p.declared}, by the density of the kind of goods.`,
      'content-density': (p) =>
        `1 ${p.unit} weighs ${p.count} ${p.declared}, by the content in the price list and the density of the kind of goods.`,
    },
    formula: (p) => `${p.quantity} × ${p.multiplier} = ${p.kg} kg CO₂e`,
    standing: {
      'not-valid-then': (p) =>
        `The footprint did not hold when the goods were delivered (valid ${p.from} to ${p.to}), so it does not stand beside.`,
      'unit-not-convertible': (p) =>
        `“${p.unit}” cannot be turned into “${p.declared}”: the price list lacks content or weight.`,
      'quantity-missing': 'The report has no quantity, so the footprint cannot be used.',
      implausible: (p) =>
        `${p.value} kg CO₂e per ${p.declared} is more than goods for ${p.amount} can hold: probably stated in grams, or for another amount. The figure is left out.`,
    },
    notCounted: "The supplier's figure stands beside the official one and is not added to it.",
    verified: 'Checked by a third party, the publisher says. Data quality 1.',
    unverified: 'Not checked by a third party. Data quality 2.',
    notAccepted: 'Nobody has accepted the declaration yet, so it cannot count.',
    linkNotAccepted:
      'The declaration has been accepted, but nobody has accepted it for this item, which was linked to it afterwards. So it cannot count here.',
  },
  /** Reasons why a supplier's declaration is not used for a line. */
  passedOver: {
    'not-valid-then': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) held from ${p.from} to ${p.to}, but the goods were delivered on ${p.day}. So it is not used here.`,
    'not-accepted': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) has not been accepted by anybody, and only stands beside.`,
    'link-not-accepted': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) has been accepted, but not for this item, which was linked to it afterwards. It only stands beside.`,
    'not-open': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) has been accepted, but the category is not open to suppliers' own figures. It stands beside.`,
    'unit-not-convertible': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) is per ${p.declared}, and “${p.unit}” cannot be turned into that.`,
    'quantity-missing': (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) cannot be used: the report has no quantity.`,
    implausible: (p) =>
      `The supplier's declaration of “${p.product}” (${p.number}) makes more than the goods can hold, and is left out.`,
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
    priceConcept: (p) => `${p.amount} is weighed by factors that are not per purchaser’s price and were not converted.`,
    notDeflated: (p) => `${p.amount} is of years without a price index and not adjusted for prices.`,
    formula: (p) =>
      `The sum of ${p.lines} lines = ${p.kg} kg CO₂e. Each line is reckoned on its own and rounded once; the sum is the lines added up.`,
    withFactor: (p) => `${p.amount} (${p.share} of the purchases) has a factor.`,
    without: (p) => `${p.ask} waits for an answer, ${p.none} has no factor. They are not in the kg.`,
    choice: (p) =>
      `The factor for ${p.about} was chosen: “${p.factor}”, for goods delivered from ${p.from}. “${p.reason}”. ${p.who}`,
    rule: (p) =>
      `${p.about}: rule ${p.version}, for goods delivered from ${p.from}. These methods count, in this order: ${p.methods}. “${p.reason}”. ${p.who}`,
    burning:
      'What is set free when the fuel is burnt (scope 1). Making it is reckoned on its own (category 3), and the two are never added.',
    own: {
      'declared-verified': 'Suppliers’ declarations, checked by a third party',
      'declared-unverified': 'Suppliers’ declarations, not checked',
      'invoice-co2e': 'Suppliers’ figures on the invoices',
    },
    others: (p) => `${p.count} other factors`,
    empty: 'No lines here.',
  },
  methodNames: {
    'declared-verified': 'checked declaration',
    'declared-unverified': 'supplier’s figure',
    'invoice-co2e': 'CO₂e on the invoice line',
    'physical-average': 'quantity times average',
    'spend-category': 'kroner by category',
    'spend-account': 'kroner by account',
  },
  step: {
    formula: (p) =>
      `The total before the step is ${p.start} kg, after it ${p.end} kg: ${p.kg} kg CO₂e, from ${p.lines} lines.`,
    decided: (p) => `New in the later run: ${p.decided}`,
    earlier: (p) => `${p.label}, before`,
    later: (p) => `${p.label}, after`,
    means: {
      data: 'Lines that only one of the runs has, or that are another municipality’s or month’s in the other.',
      volume: 'The same lines with another amount or quantity, at the old factor.',
      mix: 'Lines that now are other goods, or of another category.',
      supplier: 'Lines where a supplier’s own figure came, went or changed.',
      factor: 'Lines that are weighed in the same way, by another factor.',
      method: 'Lines that are weighed in another way.',
      price: 'Lines with the same factor, at another price year, price concept or VAT.',
    },
  },
  periodStep: {
    formula: (p) =>
      `The total before the step is ${p.start} kg, after it ${p.end} kg: ${p.kg} kg CO₂e, from ${p.groups} groups of goods.`,
    as: (p) => `${p.from} to ${p.to}, run ${p.run}`,
    before: 'Before',
    after: 'After',
    growth: (p) =>
      `Kroner with a figure, of municipalities with books in both years: ${p.before} before and ${p.after} after. Growth: ${p.after} / ${p.before} = ${p.growth}.`,
    kind: {
      bought: 'This is something bought otherwise.',
      reckoned:
        'This is another way of reckoning, or books that have come or gone. Nobody reached it by buying otherwise.',
    },
    means: {
      data: 'What municipalities with books in only one of the years bought.',
      volume: 'All kroner together, at what a krone weighed before.',
      mix: 'The groups’ shares of the kroner, at what a krone of the group weighed before. Groups bought in only one of the years too.',
      supplier: 'Kroner that suppliers’ own figures weigh afterwards.',
      factor: 'Lines weighed in the same way as before, by a factor that the group did not have.',
      method: 'Lines weighed in a way that the group was not weighed before.',
      price:
        'Lines weighed from kroner by a factor that the group had before, in other prices: a krone buys less or more than before.',
    },
    reckoned: {
      data: 'Each line counts with all it weighs: of the first year it goes, of the last it comes.',
      volume: 'Each group: kg before × growth − kg before.',
      mix: 'Each group: kroner after × kg per krone before − kg before × growth. Lines weighed in the same way, by the same factor and in the same prices as before count with what they weigh: then it is the goods within the group that are others.',
      supplier: 'Each line: what it weighs by the supplier’s figure − kroner × kg per krone before.',
      factor: 'Each line: what it weighs after − kroner × kg per krone before.',
      method: 'Each line: what it weighs after − kroner × kg per krone before.',
      price: 'Each line: what it weighs after − kroner × kg per krone before.',
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
    methods: (p) => `Which methods are used in the category was decided: “${p.reason}”. ${p.who}`,
    item: (p) => `What item ${p.about} is was stated by a person: “${p.reason}”. ${p.who}`,
    account: (p) => `Which category account ${p.about} belongs to was stated by a person: “${p.reason}”. ${p.who}`,
    declaration: (p) => `Declaration ${p.about} was accepted${p.reason ? `: “${p.reason}”` : ''}. ${p.who}`,
  },
  notCalculated: 'not calculated',
  notStated: 'not stated',
  who: {
    contractManager: 'a contract manager of the cooperative',
    managerOrAdministrator: 'a contract manager or administrator of the cooperative',
    notRecorded: 'Who decided it is not recorded.',
    decided: (p) => `Decided by ${p.by}${p.on && ` on ${p.on}`}.`,
    approved: (p) => `Proposed by ${p.proposedBy}, approved by ${p.by}${p.on && ` on ${p.on}`}.`,
    approvedByAnother: (p) => `Proposed by ${p.proposedBy}, approved by another${p.on && ` on ${p.on}`}.`,
    approvedOnly: (p) => `Decided by ${p.by}${p.on && ` on ${p.on}`}, before two persons had to agree.`,
    published: (p) => `Published in case ${p.caseNumber}: “${p.scope}”. ${p.who}`,
  },
  version: {
    priceShares: 'Shares of the purchaser’s price',
    interval: '95% interval',
    run: 'Run',
    finished: 'Finished',
    engine: 'Engine',
    factorSet: 'Factor set',
    ruleSet: 'Account map',
    dataYear: 'Data year',
    declaration: 'Declaration',
    reportVersion: 'Report',
    qualityBySpend: 'Data quality, weighed by kroner (1 best, 5 weakest)',
    qualityByKg: 'Data quality, weighed by emissions',
    quality: 'Data quality (1 best, 5 weakest)',
    none: 'none',
  },
  wayDown: {
    spend: 'See the line in the file it was read from',
    reported: 'See the line in the report',
    sum: 'See the lines',
  },
};
