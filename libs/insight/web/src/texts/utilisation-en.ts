import {
  formatCount,
  formatDate,
  formatMoney,
  formatPeriod,
  formatQuantity,
  formatShare,
  listing,
  monthSpans,
  Period,
  plural,
} from '@tallgrunn/values';
import type { UseTexts } from './utilisation-nb.ts';

const count = (n: number) => formatCount(n, 'en');
const day = (date: string) => formatDate(date.slice(0, 10), 'en');
const share = (part: string) => formatShare(part, 'en', 1);
const month = (key: string) => formatPeriod(Period.parse(key), 'en');
const span = (p: { earliest: string; latest: string | null }) =>
  p.latest === null
    ? `${month(p.earliest.slice(0, 7))} at the earliest`
    : p.earliest.slice(0, 7) === p.latest.slice(0, 7)
      ? month(p.earliest.slice(0, 7))
      : `${month(p.earliest.slice(0, 7))} to ${month(p.latest.slice(0, 7))}`;

export const useEn = {
  waiting: 'Fetching the agreement',
  money: (p) => formatMoney(p.amount, p.currency, 'en', 0),
  share: (p) => share(p.share),
  used: 'Used',
  usedOf: (p) => `${formatMoney(p.used, p.currency, 'en', 0)} of ${formatMoney(p.maximum, p.currency, 'en', 0)}`,
  usedShare: (p) => `${share(p.share)} of the maximum value`,
  noMaximum: 'The register has no maximum value for the agreement',
  basis: { reported: 'from the suppliers’ reports', booked: 'from the ledger, where more is booked than reported' },
  lines: (p) => plural('en', p.lines, { one: 'one line', other: `${count(p.lines)} lines` }),
  forecast: 'Expected to run out',
  forecastFigure: (p) => span(p),
  unknown: (p) =>
    `Unknown: ${monthSpans(p.months)
      .map((each) => span({ earliest: each.from, latest: each.to }))
      .join(
        ', ',
      )}. There are no complete figures for these months. The earliest date assumes the same use in them as in other months.`,
  opening: {
    title: 'Called off before the ledgers begin',
    lead: 'If the agreement began before the ledgers and reports here, enter what had been called off before that. It is included in what is used, and in when the maximum value may be reached.',
    heads: { supplier: 'Supplier', lot: 'Lot', amount: 'Called off excl. VAT', source: 'Source' },
    wholeAgreement: 'The whole agreement',
    notStated: 'not stated',
    from: (p) => `before ${month(p.month)}: ${p.source}, ${day(p.on)}`,
    act: 'Enter amounts',
    month: 'First month not included in the amount',
    amountOf: (p) => `${p.supplier}${p.lot === null ? '' : `, lot ${p.lot}`} (${p.currency} excl. VAT)`,
    file: 'Import the amounts from a CSV file',
    paste: 'Or paste lines: supplier;lot;amount',
    pasted: (p) => `${count(p.count)} amounts are filled in below. Check them, and save.`,
    unread: (p) => `These lines do not match one supplier and lot, or have an amount that cannot be read: ${p.lines}.`,
    source: 'Source of the amounts',
    sourceOn: 'Date of the source',
    save: 'Save the amounts',
    saved: 'The amounts are saved.',
    amountMissing: 'Enter the amount for at least one supplier. Enter 0 if nothing was called off.',
    amountOdd: (p) => `Enter the amount for ${p.supplier} in digits, for example 125000.50.`,
    monthMissing: 'Enter the first month that is not included.',
    sourceMissing: 'Enter the source of the amounts.',
    sourceOnMissing: 'Enter the date of the source.',
  },
  openingPart: (p) =>
    `${p.amount} of this was called off before ${month(p.month)}, as stated${p.isWhole ? '' : ' for some of the suppliers'}.`,
  unknownBefore: (p) => `It is not known what was called off before ${month(p.month)}. The agreement began earlier.`,
  reachedIn: (p) => `${p.isKnown ? '' : 'by '}${month(p.on.slice(0, 7))}`,
  forecastNone: {
    'no-maximum': 'Not calculated: the maximum value is missing',
    reached: 'Reached',
    'will-be-reached': 'Will be reached',
    'not-in-sight': 'Not expected',
    'cannot-be-told': 'Not calculated yet',
  },
  setMaximum: 'Enter the maximum value',
  forecastWords: {
    'no-maximum': 'Without a maximum value the time cannot be calculated.',
    reached: 'Call-offs equal or exceed the maximum value.',
    before: 'That is before the agreement ends.',
    after: 'That is after the agreement has ended.',
    open: 'The agreement has no last day.',
    'not-in-sight': 'At the current rate it will not be reached.',
    'cannot-be-told': 'At least three complete months with figures are needed.',
  },
  method: {
    mean: (p) =>
      `Based on the average of ${plural('en', p.months, { one: 'one complete month', other: `${count(p.months)} complete months` })} up to ${month(p.until)}: ${p.monthly} a month.`,
    seasonal: (p) =>
      `Based on the average of the last ${count(p.months)} complete months up to ${month(p.until)}, ${p.monthly} a month, spread over the year as the last two years were.`,
  },
  missing: (p) =>
    `${plural('en', p.missing, { one: 'One overdue report is', other: `${count(p.missing)} overdue reports are` })} not accepted yet, so the reported amount may rise.`,
  beside: (p) =>
    `${plural('en', p.lines, { one: 'One line', other: `${count(p.lines)} lines` })} of ${formatMoney(p.amount, p.currency, 'en')}${p.vat === 'included' ? ' including VAT' : ''} not added to the rest.`,
  next: 'Next decision',
  nextKind: {
    option: (p) => `Notice of option ${count(p.option)}`,
    maximum: () => 'The maximum value may be reached',
    end: () => 'The agreement ends',
  },
  nextIn: (p) =>
    p.days < 0
      ? `the deadline passed ${plural('en', -p.days, { one: 'one day', other: `${count(-p.days)} days` })} ago`
      : p.days === 0
        ? 'today'
        : `in ${plural('en', p.days, { one: 'one day', other: `${count(p.days)} days` })}`,
  nextNone: 'No upcoming date',
  chart: {
    finding: {
      'no-maximum': (p) => `${p.used} is used so far`,
      reached: (p) => `The maximum value of ${p.maximum} is reached`,
      'will-be-reached': (p) =>
        `At the current rate, the maximum value of ${p.maximum} will be used up ${p.latest === null ? `in ${month(p.earliest.slice(0, 7))} at the earliest` : p.earliest.slice(0, 7) === p.latest.slice(0, 7) ? `in ${month(p.earliest.slice(0, 7))}` : `between ${month(p.earliest.slice(0, 7))} and ${month(p.latest.slice(0, 7))}`}`,
      'not-in-sight': (p) =>
        `At the current rate, the maximum value of ${p.maximum} will last until the agreement ends`,
      'cannot-be-told': (p) =>
        `${share(p.share)} of the maximum value is used; it is too early to forecast when the rest will be`,
    },
    basis:
      'Amounts excluding VAT, cumulative by month. Reported: accepted reports, with fees, deposits and credits. Booked: lines matched with the reports, and lines from suppliers that have no other agreement. The two are never added.',
    heads: ['Month', 'Reported', 'Reported, cumulative', 'Booked', 'Booked, cumulative'],
    reported: 'reported',
    booked: 'booked',
    expected: 'at the current rate',
    maximum: 'maximum value',
    incomplete: 'not complete: reports or ledgers are missing, more may come',
    incompleteMonth: (p) =>
      `${p.month} (not complete: ${p.reports && p.ledgers ? 'reports and ledgers' : p.reports ? 'reports' : 'ledgers'})`,
    incompleteMonths: (p) =>
      `Not complete: ${monthSpans(p.months)
        .map((each) => span({ earliest: each.from, latest: each.to }))
        .join(', ')}`,
    none: 'Nothing has been reported or booked on the agreement yet.',
  },
  wayReported: (p) => `See the lines behind ${p.amount} reported`,
  wayBooked: (p) =>
    `See the lines behind ${p.amount} booked, of which ${p.supplier} is assigned to the agreement because the supplier has no other`,
  wayBookedNone: 'Nothing has been booked on the agreement',
  waySupplier: (p) => `See the lines behind ${p.amount} from ${p.supplier}`,
  lots: {
    way: {
      reported: (p) => `See the lines behind ${p.amount} reported in lot ${p.lot}`,
      booked: (p) => `See the lines behind ${p.amount} booked in lot ${p.lot}`,
    },
    title: 'The lots',
    caption: 'Utilisation by lot',
    heads: {
      lot: 'Lot',
      reported: 'Reported',
      booked: 'Booked',
      maximum: 'Maximum value',
      share: 'Used',
      forecast: 'Used up',
    },
    none: 'not set',
    without: 'Not linked to a lot',
  },
  options: {
    title: 'Dates and options',
    none: 'The register has no options for the agreement.',
    start: 'The agreement begins',
    end: 'Last day',
    today: 'Today',
    notice: (p) => `Last day to give notice of option ${count(p.number)} (until ${day(p.until)})`,
    taken: (p) => `Option ${count(p.number)} exercised`,
    left: (p) => `Option ${count(p.number)} not exercised`,
    extends: (p) => `Last day if option ${count(p.number)} is exercised`,
    maximum: 'Used up at the earliest, at the current rate',
  },
  calls: {
    title: 'Supplier comparison',
    findingShare: (p) => `${p.name} received ${p.points} percentage points ${p.amount} than its share`,
    more: (p) => `(${p.amount}) more`,
    less: (p) => `(${p.amount}) less`,
    findingEven: 'Call-offs follow the agreed shares',
    findingOrder: 'A lower-ranked supplier has sold more than a higher-ranked one',
    findingRanked: 'Call-offs follow the ranking',
    findingPlain: (p) => `${p.name} has ${share(p.share)} of the call-offs`,
    findingNone: 'No call-offs have been reported yet',
    basis: (p) => `Of ${p.total} reported since the agreement began, excluding VAT.`,
    heads: ['Supplier', 'Share', 'Amount', 'Deviation from share', 'Deviation (NOK)'],
    ranked: (p) => `${count(p.rank)}. ${p.name}`,
    key: (p) => `${p.name}, agreed share`,
    legend: { actual: 'actual', key: 'agreed share' },
    points: (p) => `${formatQuantity(p.points, 'en')} percentage points`,
    lot: (p) => `Lot ${p.key} ${p.title}`,
  },
  prices: {
    way: 'See the price versions and what each of them changed',
    title: 'Price versions',
    caption: 'Price versions and their changes',
    none: 'No price versions have been imported.',
    heads: {
      version: 'Version',
      supplier: 'Supplier',
      published: 'Imported',
      items: 'Items',
      moved: 'Added and removed',
      changed: 'Prices changed',
      change: 'Average change per item',
    },
    moved: (p) => `${count(p.added)} added, ${count(p.removed)} removed`,
    changed: (p) => `${count(p.changed)} of ${count(p.compared)}`,
    first: 'the first',
    change: (p) => `${Number(p.change) > 0 ? '+' : ''}${formatShare(p.change, 'en', 1)}`,
    note: 'The average covers items with a price in the same unit and currency in both versions. All items count equally, regardless of volume.',
  },
  promises: {
    title: 'Tender commitments',
    caption: 'Commitments in the suppliers’ tenders, compared with their reports',
    none: 'The terms contain no tender commitments.',
    toTerms: 'Add them to the terms',
    byQuarter: 'Quarter by quarter',
    byQuarterCaption: 'Commitments and deliveries in each quarter, by delivery date',
    quarter: 'Quarter',
    heads: { what: 'Subject', promised: 'Commitment', measured: 'Actual', of: 'Basis' },
    all: 'all',
    of: (p) => `${p.amount}, ${plural('en', p.lines, { one: 'one line', other: `${count(p.lines)} lines` })}`,
    unanswered: (p) => `${p.amount} without an answer in the reports`,
    cannot: {
      'no-lines': 'Cannot be measured: no lines are reported',
      'field-not-in-reports': 'Cannot be measured: the reports do not have the field',
    },
    lots: (p) => `lot ${listing('en', p.lots)}`,
    kept: 'at or above the commitment',
    broken: 'below the commitment',
  },
  demands: {
    title: 'Required environmental declarations',
    caption: 'Required declarations, compared with footprints linked to the items',
    of: { items: 'of the items', spend: 'of spend' },
    what: (p) => `${p.of} by ${day(p.by)}${p.standards.length > 0 ? ` (${listing('en', p.standards)})` : ''}`,
    items: (p) => `${formatQuantity(p.with, 'en')} of ${formatQuantity(p.all, 'en')} items`,
    spend: (p) => `${p.with} of ${p.all}`,
    note: 'Measured on items reported in the last twelve months that have a footprint valid today. Which standard the footprint follows is not checked.',
  },
  pack: {
    title: 'The next tender',
    lead: 'Volumes for the last twelve months as a draft price form: item, unit and customer, delivery places, purchases outside the assortment, and the basis of the figures.',
    prices: "Include today's prices and amounts (for your own use)",
    get: 'Download the draft (Excel)',
    failed: 'The file could not be created. Nothing has changed. Try again.',
    file: (p) => `Tender basis ${p.number}.xlsx`,
  },
} satisfies UseTexts;
