import type { nb } from './nb.ts';

export const en: typeof nb = {
  from: {
    posting: (p) => `${p.amount} from a line in the books.`,
    'invoice-line': (p) => `${p.amount} from an invoice line.`,
    remainder: (p) => `${p.amount}: the part of the voucher that its invoice lines do not explain.`,
  },
  account: (p) => `Account: ${p.system} ${p.code}, ${p.name}.`,
  accountUnknown: (p) => `Account ${p.system} ${p.code} has not been reviewed: nobody has decided which factor it takes.`,
  accountMissing: 'The line has no account, so no factor can be chosen.',
  factor: (p) => `Factor: “${p.name}”, ${p.value} ${p.unit}.`,
  published: (p) => `DFØ publishes ${p.published} tonnes CO₂e per million kroner in ${p.year} prices; the table brings it to the price level of ${p.level}.`,
  vat: {
    net: 'The amount is without VAT, as the factor is read.',
    gross: (p) => `The amount holds VAT: ${p.rate} is taken out of it.`,
    unknown: 'It is not known whether the amount holds VAT. It is counted as without; if it does, the figure is up to a fifth too high.',
  },
  formula: (p) => `${p.amount} × ${p.multiplier} kg per krone = ${p.kg} kg CO₂e`,
  noFormula: {
    ask: (p) => `${p.amount} has no figure yet: somebody must say what was bought. With the rows that may apply it would be between ${p.low} and ${p.high} kg CO₂e.`,
    askOpen: (p) => `${p.amount} has no figure yet: somebody must say what was bought.`,
    'no-factor': (p) => `${p.amount} has no factor. It is shown as “no factor”, not as zero.`,
    'not-spend': (p) => `${p.amount} is not a purchase and is not counted.`,
    'not-converted': (p) => `${p.amount} is not converted: the factors are for Norwegian kroner, and no rate has been entered.`,
  },
  caveat: {
    screening: 'Spend-based: an average of everything booked on the account. It shows where it is large; it does not compare goods or suppliers. A cheaper purchase gives a lower figure, greener or not.',
    prices: (p) => `The purchase is from ${p.year}, the factor is in prices of ${p.level}. This is not adjusted: the figure is too low, by at most ${p.share}.`,
    credit: 'A credit: it is subtracted.',
    vatReading: 'The source does not say outright whether the factors are without VAT; we read them so.',
  },
  beside: {
    quantity: (p) => `${p.quantity} ${p.unit} of item ${p.item}, as the supplier reported it.`,
    footprint: (p) => `The supplier's footprint of “${p.product}” (${p.number}): ${p.value} kg CO₂e per ${p.unit}, without biogenic uptake.`,
    valid: (p) => `Valid ${p.from} to ${p.to}.`,
    validAssumed: (p) => `The publisher states no validity; taken as ${p.from} to ${p.to}, three years from the end of the period it was measured in.`,
    conversion: {
      'same-kind': (p) => `1 ${p.unit} = ${p.count} ${p.declared}.`,
      content: (p) => `1 ${p.unit} holds ${p.count} ${p.declared}, says the price list.`,
      pack: (p) => `1 ${p.unit} = ${p.count} ${p.declared}, by the pack in the price list.`,
      'net-weight': (p) => `1 ${p.unit} weighs ${p.count} ${p.declared} net, says the price list.`,
      'mass-per-declared-unit': (p) => `1 ${p.unit} = ${p.count} ${p.declared}, by the mass the publisher states.`,
    },
    formula: (p) => `${p.quantity} × ${p.multiplier} = ${p.kg} kg CO₂e`,
    standing: {
      'not-valid-then': (p) => `The footprint did not hold when the goods were delivered (valid ${p.from} to ${p.to}), so it does not stand beside.`,
      'unit-not-convertible': (p) => `“${p.unit}” cannot be turned into “${p.declared}”: the price list lacks content or weight.`,
      'quantity-missing': 'The report has no quantity, so the footprint cannot be used.',
    },
    notCounted: "The supplier's figure stands beside the official one and is not added to it.",
    verified: 'Checked by a third party, the publisher says. Data quality 1.',
    unverified: 'Not checked by a third party. Data quality 2.',
  },
  sum: {
    formula: (p) => `The sum of ${p.lines} lines = ${p.kg} kg CO₂e. Each line is reckoned on its own and rounded once; the sum is the lines added up.`,
    withFactor: (p) => `${p.amount} (${p.share} of the purchases) has a factor.`,
    without: (p) => `${p.ask} waits for an answer, ${p.none} has no factor. They are not in the kg.`,
    empty: 'No lines here.',
  },
  source: { factors: 'Emission factors', declaration: "The supplier's declaration", licence: (p) => `Licence: ${p.licence}` },
  version: { run: 'Run', finished: 'Finished', engine: 'Engine', factorSet: 'Factor set', ruleSet: 'Account map', dataYear: 'Data year', declaration: 'Declaration', reportVersion: 'Report', quality: 'Data quality (1 best, 5 weakest)', none: 'none' },
  wayDown: { spend: 'See the line in the file it was read from', reported: 'See the line in the report', sum: 'See the lines' },
};
