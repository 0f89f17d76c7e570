import type { StatementTexts } from './nb.ts';

/** Description of a run's calculation, for a reader who has only the pack. */
export const en = {
  title: ({ run }) => `Evidence pack of run ${run}`,
  about: 'What this is',
  aboutText: ({ run, finished, lines, kg }) =>
    `Run ${run} finished ${finished}. It has ${lines} lines and totals ${kg} kg CO₂e. The pack has everything needed to recalculate the figure without Tallgrunn.`,
  aboutPart: ({ run, finished, lines, kg }) =>
    `This is a part of run ${run}, which finished ${finished}: the lines published in the cases below. There are ${lines} lines, totalling ${kg} kg CO₂e. Other lines are not in the pack. It has everything needed to recalculate the figure without Tallgrunn.`,
  sure: 'Uncertainty',
  sureText: ({ low, high }) =>
    `Between ${low} and ${high} tonnes with 95% probability. An error in a factor affects every line that uses it, so more lines do not make the figure more certain.`,
  published: 'Published',
  notPublished: 'The run is not published.',
  line: 'How a line is calculated',
  lineText:
    'kg = ROUND(basis × multiplier, 6). The basis is the amount in NOK without price adjustment (the column amountNok) for the methods spend-category and spend-account, otherwise the quantity (quantity). A line is rounded once. The total is the sum of the lines. Amounts are without VAT; netBasis states how that is known, and VAT is therefore 0 in the formulas below. Where it is not known, amount is empty: the amount in the ledger (outsideAmount) is not in any total, and no emissions are calculated from it (vat-unknown). Months and years follow bookedOn, the day within the accounting period; factor and price follow day, the day of the purchase.',
  multiplier: 'How a multiplier is calculated (the column formula)',
  multiplierTexts: [
    'A factor per basic or producer’s price (priceConcept converted) is first converted to one per purchaser’s price: factor = (1 − taxShare − marginShare) × basicPrice + marginShare × tradeValue. not-converted: no shares were known, and the factor is used unchanged.',
    'price-level: factor / (1 + VAT). Purchases in the factor set’s own prices.',
    'own-prices: the publisher’s figure / 1000 × index of the data year / index of the year of purchase / (1 + VAT).',
    'foreign-prices: factor / exchange rate of the data year × index of the data year / index of the year of purchase / (1 + VAT).',
    'foreign-level: factor / exchange rate of the data year / (1 + VAT). The price index does not have the data year.',
    'other-year: factor × index of the data year / index of the year of purchase / (1 + VAT).',
    'quantity: factor × units of the factor in one reported unit.',
    'declared: the declaration’s figure × declared units in one reported unit.',
    'stated: what the invoice line states.',
    'stored: the multiplier as the run stored it; its basis has changed since.',
    'Multipliers are rounded to 18 decimals.',
  ],
  method: 'The methods, best first',
  methodTexts: [
    'declared-verified (quality 1) and declared-unverified (2): the supplier’s footprint, only in categories that are open to it.',
    'invoice-co2e (2): the figure on the invoice line, only in categories that are open to it.',
    'physical-average (3): quantity × the average factor of the product group.',
    'spend-category (4) and spend-account (5): amount × the factor of the category or the account.',
    'ask, no-factor, not-converted and not-spend have no figure, and are never counted as zero.',
  ],
  spreadsheet: 'Recalculate in a spreadsheet',
  spreadsheetTexts: [
    'Open evidence.xlsx. The sheet “multipliers” calculates each multiplier from the values in its row, “lines” each line from its multiplier, and “total” the sum of the lines. Recalculate the whole spreadsheet, and check that the difference is 0.',
    'A spreadsheet has about 15 digits. The total must agree within a billionth.',
    'A sheet has at most 1,048,576 rows. A run of more than 1,000,000 lines has no workbook; tables/lines.csv and tables/multipliers.csv contain the same.',
  ],
  again: 'Reproduce the run',
  againTexts: [
    'The folder engine has all inputs of the calculation, row by row. The command “tallgrunn remake” reads only the pack, chooses the method, recalculates each line and compares to the last digit.',
    'Units and weights of the price lists are as they were when the run began.',
  ],
  outside: 'What is not included',
  outsideTexts: [
    'Use and disposal after the purchase.',
    'Fuel combustion (scope 1) is in separate columns and not included in the total.',
    'Supplier figures in tables/beside.csv are shown for comparison and not added.',
  ],
  files: 'The files',
  fileTexts: [
    'manifest.json: the run, and each file with its size and SHA-256.',
    'tables: lines, multipliers, totals, factors with licence, price index and rates, account map, decisions with who and why, declarations, sources and publications (CSV, UTF-8, semicolons, decimal point).',
    'evidence.xlsx: the same with formulas.',
    'engine: the inputs of the calculation (JSON lines).',
  ],
  basis: 'Versions and licences',
  engine: ({ engine }) => `Calculation software: ${engine}`,
  factorSet: ({ set }) => `Factor set of the account map: ${set}`,
  ruleSet: ({ set }) => `Account map: ${set}`,
  licences: ({ licences }) => `Licences: ${licences}. Credits are listed in tables/factor-sets.csv.`,
} satisfies StatementTexts;
