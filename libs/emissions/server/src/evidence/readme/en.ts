import type { StatementTexts } from './nb.ts';

/** Description of a run's calculation, for a reader who has only the pack. */
export const en = {
  title: ({ run }) => `Evidence of run ${run}`,
  about: 'What this is',
  aboutText: ({ run, finished, lines, kg }) =>
    `Run ${run} finished ${finished}. It has ${lines} lines and comes to ${kg} kg CO₂e. The pack has all that is needed to reckon the figure again without us.`,
  aboutPart: ({ run, finished, lines, kg }) =>
    `This is a part of run ${run}, which finished ${finished}: the lines that are published of it, under the cases below. They are ${lines} lines and come to ${kg} kg CO₂e. Lines outside that part are not in the pack. It has all that is needed to reckon the figure again without us.`,
  sure: 'How sure it is',
  sureText: ({ low, high }) =>
    `Between ${low} and ${high} tonnes with 95% probability. An error in a factor holds for all lines that share it, so many lines do not make the figure more certain.`,
  published: 'Published',
  notPublished: 'The run is not published.',
  line: 'How a line is reckoned',
  lineText:
    'kg = ROUND(basis × multiplier, 6). The basis is kroner with no price conversion (the column amountNok) for the methods spend-category and spend-account, else the quantity (quantity). A line is rounded once. The total is the lines added up. Amounts are without VAT; netBasis says how that is known, and VAT is therefore 0 in the formulas below. Where it is not known, amount is empty: what the ledger has (outsideAmount) is in no sum and has no emissions by its amount (vat-unknown). Months and years go by bookedOn, the day within the accounting period; factor and price go by day, the day of the purchase.',
  multiplier: 'How a multiplier is reckoned (the column formula)',
  multiplierTexts: [
    'A factor per basic or producer’s price (priceConcept converted) is first made one per purchaser’s price: factor = (1 − taxShare − marginShare) × basicPrice + marginShare × tradeValue. not-converted: no shares were known, and the factor is used as it stands.',
    'price-level: factor / (1 + VAT). Purchases in the factor set’s own prices.',
    'own-prices: the publisher’s figure / 1000 × index of the data year / index of the year of purchase / (1 + VAT).',
    'foreign-prices: factor / exchange rate of the data year × index of the data year / index of the year of purchase / (1 + VAT).',
    'foreign-level: factor / exchange rate of the data year / (1 + VAT). The price index does not have the data year.',
    'other-year: factor × index of the data year / index of the year of purchase / (1 + VAT).',
    'quantity: factor × units of the factor in one reported unit.',
    'declared: the declaration’s figure × declared units in one reported unit.',
    'stated: what the invoice line states.',
    'stored: the multiplier as the run kept it; what it came from has changed since.',
    'Multipliers are rounded to 18 decimals.',
  ],
  method: 'The methods, best first',
  methodTexts: [
    'declared-verified (quality 1) and declared-unverified (2): the supplier’s footprint, only in categories opened to it.',
    'invoice-co2e (2): the figure on the invoice line, only in categories opened to it.',
    'physical-average (3): quantity times the average of the kind of goods.',
    'spend-category (4) and spend-account (5): kroner times the factor of the category or the account.',
    'ask, no-factor, not-converted and not-spend have no figure, and are never counted as zero.',
  ],
  spreadsheet: 'Reckon it again in a spreadsheet',
  spreadsheetTexts: [
    'Open evidence.xlsx. The sheet “multipliers” reckons each multiplier from the values in its row, “lines” each line from its multiplier, and “total” the sum of the lines. Have the spreadsheet recalculate everything, and see that the difference is 0.',
    'A spreadsheet holds about 15 digits. The total must agree within a billionth.',
    'A sheet has at most 1,048,576 rows. A run of more than 1,000,000 lines has no workbook; tables/lines.csv and tables/multipliers.csv hold the same.',
  ],
  again: 'Make the run again',
  againTexts: [
    'The folder engine has all that the calculation read, row by row. The command “tallgrunn remake” reads the pack alone, chooses the method and reckons each line again, and compares to the last digit.',
    'Units and weights of the price lists are as they were when the run began.',
  ],
  outside: 'What is not included',
  outsideTexts: [
    'Use and disposal after the purchase.',
    'Burning fuel (scope 1) has columns of its own and is not part of the total.',
    'Suppliers’ figures in tables/beside.csv stand beside it and are not added.',
  ],
  files: 'The files',
  fileTexts: [
    'manifest.json: the run, and each file with its size and SHA-256.',
    'tables: lines, multipliers, totals, factors with licence, price index and rates, account map, decisions with who and why, declarations, sources and publications (CSV, UTF-8, semicolons, decimal point).',
    'evidence.xlsx: the same with formulas.',
    'engine: what the calculation read (JSON lines).',
  ],
  basis: 'Versions and licences',
  engine: ({ engine }) => `Calculation: ${engine}`,
  factorSet: ({ set }) => `Factor set of the account map: ${set}`,
  ruleSet: ({ set }) => `Account map: ${set}`,
  licences: ({ licences }) => `Licences: ${licences}. Whom to credit stands in tables/factor-sets.csv.`,
} satisfies StatementTexts;
