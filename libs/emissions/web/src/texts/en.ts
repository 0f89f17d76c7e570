import { formatCount, formatMoney, formatPeriod, formatQuantity, formatShare, Period, plural } from '@tallgrunn/values';
import type { EmissionsTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'en');
const month = (key: string) => formatPeriod(Period.parse(key), 'en');
const months = (p: { from: string; to: string }) => [...new Set([month(p.from), month(p.to)])].join('–');
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'en', 0);
const share = (part: string) => formatShare(part, 'en', 1);

export const en = {
  parts: 'Factors behind the total',
  factor: 'Factor',
  kroner: 'Amount',
  kg: 'kg CO₂e',
  largest: 'Largest lines',
  line: 'Line',
  alternatives: 'Factors considered',
  alternativesAsk: 'Possible factors',
  chosen: 'used',
  wouldBe: 'Would be',
  place: (p) => [p.file, p.sheet, p.row && `row ${p.row}`].filter(Boolean).join(' · '),
  noText: 'No text',
  noKg: 'no factor',
  before: 'Before',
  after: 'After',
  moved: 'Change',
  mostMoved: 'Lines with the largest change',
  periodStep: {
    kinds: { bought: 'Change in purchases', reckoned: 'Change in calculation' },
    groups: 'Product groups, largest first',
    linesOf: (p: { group: string }) => `Lines of ${p.group}`,
    allGroups: 'Show the lines of all groups',
    unsorted: 'Uncategorised',
    bought: (p: { kronerBefore: string; kgBefore: string; kronerAfter: string; kgAfter: string }) =>
      `NOK ${p.kronerBefore} and ${p.kgBefore} kg before, NOK ${p.kronerAfter} and ${p.kgAfter} kg after.`,
    rate: (p: { perKrone: string }) => `Emission intensity before: ${p.perKrone} kg CO₂e per NOK.`,
    weighs: (p: { amount: string; kg: string }) => `${p.amount}, ${p.kg} kg`,
  },
  page: {
    title: 'Carbon footprint',
    lead: 'Emissions from your purchases, where they are highest, and how each amount was calculated. Every figure can be recalculated from the inputs of the run.',
    run: (p) => `Run ${count(p.number)}`,
    finished: (p) => `Finished ${p.finished}`,
    scope: (p) => `${p.buyers.length === 1 ? p.buyers[0] : `${count(p.buyers.length)} municipalities`}, ${months(p)}.`,
    incomplete: (p) =>
      `The ledger is not complete for ${count(p.incompleteMonths)} of ${count(p.months)} months: the totals may rise.`,
    toCompleteness: 'See data completeness',
    older: 'You are viewing an earlier run. Links to the combined table show current lines.',
    toNewest: 'Show the latest run',
    weighs: 'Calculated',
    converted: (p) =>
      `${kroner(p.amount)} of this was bought in another currency and converted at a rate. The totals of the combined table do not include it.`,
    vatUnknown: (p) =>
      `${kroner(p.amount)} (${plural('en', p.lines, { one: 'one line', other: `${count(p.lines)} lines` })}) not included: the ledger does not state whether the amount includes VAT.`,
    weighsNote: (p) => `covers ${share(p.share)} of ${kroner(p.amount)} in purchases, excluding VAT`,
    askNote:
      'Waiting for the cooperative to decide which factor applies to the account. Until then these amounts have no emission figure.',
    noFactorNote: 'These amounts have no emission figure and are never counted as zero.',
    prove: 'Recalculate and compare',
    holds: (p) =>
      `Verified: ${plural('en', p.lines, { one: 'one line', other: `all ${count(p.lines)} lines` })} gave the same result.`,
    differs: (p) =>
      `Not verified: ${plural('en', p.count, { one: 'one figure differs', other: `${count(p.count)} figures differ` })}. Contact the system administrator.`,
    hotspots: (p) => `${p.category} accounts for ${share(p.share)} of calculated emissions`,
    hotspotsNone: 'No purchases have an emission factor yet',
    hotspotsBasis: (p) =>
      `Solid bars are calculated from quantities. Hatched bars are estimated from spend, using averages; they show where emissions are high but cannot compare products or suppliers. Together they cover ${share(p.share)} of spend.`,
    chartHeads: ['Category', 'Tonnes CO₂e', 'Spend with a factor'],
    unit: 'tonnes CO₂e',
    categories: 'All categories',
    categoriesHelp: 'Categories with spend that has no factor may be large although they show no emissions here.',
    categoryHeads: {
      name: 'Category',
      tonnes: 'Tonnes CO₂e',
      withFactor: 'Spend with a factor',
      ask: 'Spend awaiting a decision',
      noFactor: 'Spend without a factor',
    },
    noCategory: 'Uncategorised',
    whyFor: (p) => `${p.figure} for ${p.name}`,
    noNumber: 'not calculated',
    tonnes: (p) => `${formatQuantity(p.value, 'en')} t`,
    tonnesWhole: (p) => `${formatQuantity(p.value, 'en')} t CO₂e`,
    measured: 'calculated from quantity',
    fromKroner: 'estimated from spend',
    sureTitle: 'Uncertainty',
    sure: { low: 'Low', middle: 'Medium', high: 'High' },
    between: (p) =>
      `Between ${p.low} and ${p.high} (95 % interval). An error in a factor affects every line that uses it.`,
    directTitle: 'Fuel combustion (scope 1)',
    directNote: 'The municipalities’ own emissions from fuel. Not included in emissions from purchases.',
    rounding:
      'Figures are rounded separately to the precision of the data, so parts may not add up exactly. The evidence pack has all digits. A booked line of several items has one part for each of them.',
    byMethod: 'Calculation methods',
    methodHeads: { method: 'Method', lines: 'Parts of lines', amount: 'Amount', tonnes: 'Tonnes CO₂e' },
    methods: {
      'declared-verified': 'Verified declaration',
      'declared-unverified': 'Supplier’s figure',
      'invoice-co2e': 'CO₂e on the invoice line',
      'physical-average': 'Average data',
      'spend-category': 'Spend-based, by category',
      'spend-account': 'Spend-based, by account',
      ask: 'Awaiting a decision',
      'no-factor': 'No factor',
      'not-converted': 'Currency not converted',
      'vat-unknown': 'VAT not known',
      'not-spend': 'Not a purchase',
    },
    meanings: {
      'declared-verified':
        'The quantity multiplied by the product’s own footprint, verified by a third party. Only in categories that are open to it.',
      'declared-unverified':
        'The quantity multiplied by the supplier’s own figure for the product. Only in categories that are open to it.',
      'invoice-co2e': 'The figure the supplier stated on the invoice line. Only in categories that are open to it.',
      'physical-average':
        'The quantity (kilograms, litres, pieces) multiplied by the average factor of the product group.',
      'spend-category': 'The amount multiplied by the factor of the item’s category.',
      'spend-account': 'The amount multiplied by the factor of the account it is booked on.',
      ask: 'The account covers goods with very different factors, so no factor is used until it is decided what was bought. A contract manager proposes a factor under Emission factors › Compare sources, and someone else approves it. If an e-invoice or a report describes the purchase, its lines are used and no decision is needed.',
      'no-factor': 'No factor fits the account, or the account has not been reviewed.',
      'not-converted': 'Amounts in other currencies are shown in that currency and not calculated.',
      'vat-unknown':
        'The ledger does not state whether the amount includes VAT. It is not in any total and has no emissions. The amount shown is the ledger’s.',
      'not-spend': 'Wages, VAT and transfers. They are not purchases and are excluded.',
    },
    bridge: {
      title: (p) => `From run ${count(p.from)} to run ${count(p.to)}`,
      steps: {
        data: 'Lines added or removed',
        volume: 'Change in quantity or amount',
        mix: 'Change in product mix',
        supplier: 'The supplier’s own figure',
        factor: 'New factor',
        method: 'New method',
        price: 'Price year or VAT',
      },
    },
    runs: 'Runs',
    runsHelp: 'A new run starts when ledgers, accepted reports, prices or declarations arrive. A run never changes.',
    runHeadsBuyer: {
      reads: 'Inputs in the whole cooperative',
      changed: 'Changed in the whole cooperative',
      tonnes: 'Your tonnes CO₂e',
      withFactor: 'Your spend with a factor',
      without: 'Your spend without a figure',
    },
    runHeads: {
      number: 'Run',
      finished: 'Finished',
      cause: 'Trigger',
      reads: 'Inputs',
      changed: 'Changed',
      tonnes: 'Tonnes CO₂e',
      withFactor: 'Spend with a factor',
      without: 'Spend without a figure',
    },
    causes: {
      'factor-book.prices-imported': 'a price index or exchange rates were imported',
      nightly: 'nightly recalculation',
      'matching.run-finished': 'lines were matched',
      'factor-book.choice-decided': 'a factor was decided on',
      'emissions.ruled': 'the calculation methods of a category changed',
      'catalogue.items-told': 'items were classified',
      'spend.batch-posted': 'ledgers or invoices were imported',
      'reporting.version-accepted': 'a report was accepted',
      'declarations.footprint-linked': 'a footprint was linked to an item',
      'agreements.prices-published': 'prices were published',
    },
    prices: (p) => `price index and rates: ${p.versions}`,
    reads: (p) =>
      `${plural('en', p.batches, { one: 'one import', other: `${count(p.batches)} imports` })}, ${plural('en', p.versions, { one: 'one report', other: `${count(p.versions)} reports` })}, ${plural('en', p.footprints, { one: 'one footprint', other: `${count(p.footprints)} footprints` })}`,
    changed: (p) =>
      `${plural('en', p.opened, { one: 'one new line', other: `${count(p.opened)} new lines` })}, ${count(p.closed)} replaced`,
    more: 'Show older runs',
    toTable: 'See the lines in the combined table',
    toFactors: 'Factors behind the figures',
    toBought: 'Purchases',
    attribution: (p) => `Factors: ${p.names} (${p.licence}).`,
    noneTitle: 'No calculation yet',
    none: 'Emissions are calculated automatically when ledgers or e-invoices have been imported.',
    noneAct: 'Go to ledgers and invoices',
    unknownTitle: 'There is no run with that number',
    unknown: 'Check the link. Runs are not deleted.',
  },
} satisfies EmissionsTexts;
