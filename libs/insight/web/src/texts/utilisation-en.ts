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
  basis: { reported: "by the suppliers' reports", booked: 'by the ledger, where more is booked than reported' },
  lines: (p) => plural('en', p.lines, { one: 'one line', other: `${count(p.lines)} lines` }),
  forecast: 'When is it used up?',
  forecastFigure: (p) => span(p),
  unknown: (p) =>
    `Unknown: ${monthSpans(p.months)
      .map((each) => span({ earliest: each.from, latest: each.to }))
      .join(
        ', ',
      )}. There are no complete figures for these months. The earliest date takes as much in them as in others.`,
  opening: {
    title: 'Called off before the ledgers begin',
    lead: 'If the agreement began before the ledgers and reports here, state what had been called off before that. It counts in what is used, and in when the maximum value may be reached.',
    heads: { supplier: 'Supplier', lot: 'Lot', amount: 'Called off excl. VAT', source: 'Source' },
    wholeAgreement: 'The whole agreement',
    notStated: 'not stated',
    from: (p) => `before ${month(p.month)}: ${p.source}, ${day(p.on)}`,
    act: 'State amounts',
    month: 'First month that is not in the amount',
    amountOf: (p) => `${p.supplier}${p.lot === null ? '' : `, lot ${p.lot}`} (${p.currency} excl. VAT)`,
    file: 'Read the amounts from a CSV file',
    paste: 'Or paste lines: supplier;lot;amount',
    pasted: (p) => `${count(p.count)} amounts are filled in below. Check them, and save.`,
    unread: (p) => `These lines do not fit one supplier and lot, or have an amount that cannot be read: ${p.lines}.`,
    source: 'Where are the amounts from?',
    sourceOn: 'Date of the source',
    save: 'Save the amounts',
    saved: 'The amounts are saved.',
    amountMissing: 'State the amount of at least one supplier. State 0 if nothing was called off.',
    amountOdd: (p) => `Write the amount of ${p.supplier} in digits, for example 125000.50.`,
    monthMissing: 'State the first month that is not included.',
    sourceMissing: 'State where the amounts are from.',
    sourceOnMissing: 'State the date of the source.',
  },
  openingPart: (p) =>
    `${p.amount} of this was called off before ${month(p.month)}, as stated${p.isWhole ? '' : ' for some of the suppliers'}.`,
  unknownBefore: (p) => `It is not known what was called off before ${month(p.month)}. The agreement began earlier.`,
  reachedIn: (p) => `${p.isKnown ? '' : 'by '}${month(p.on.slice(0, 7))}`,
  forecastNone: {
    'no-maximum': 'Not calculated: the maximum value is missing',
    reached: 'Reached',
    'will-be-reached': 'Will be reached',
    'not-in-sight': 'Not in sight',
    'cannot-be-told': 'Not calculated yet',
  },
  forecastWords: {
    'no-maximum': 'Enter the maximum value in the register, and it is reckoned.',
    reached: 'What has been called off is the maximum value or more.',
    before: 'That is before the agreement ends.',
    after: 'That is after the agreement has ended.',
    open: 'The agreement has no last day.',
    'not-in-sight': 'As it goes now, it will not be reached.',
    'cannot-be-told': 'It takes at least three complete months with figures.',
  },
  method: {
    mean: (p) =>
      `Reckoned with the mean of ${plural('en', p.months, { one: 'one complete month', other: `${count(p.months)} complete months` })} up to ${month(p.until)}: ${p.monthly} a month.`,
    seasonal: (p) =>
      `Reckoned with the mean of the last ${count(p.months)} complete months up to ${month(p.until)}, ${p.monthly} a month, spread over the year as the last two years were.`,
  },
  missing: (p) =>
    `${plural('en', p.missing, { one: 'One overdue report is', other: `${count(p.missing)} overdue reports are` })} not accepted yet, so the reported amount may rise.`,
  beside: (p) =>
    `${plural('en', p.lines, { one: 'One line', other: `${count(p.lines)} lines` })} of ${formatMoney(p.amount, p.currency, 'en')}${p.vat === 'included' ? ' with VAT' : ''} not added to the rest.`,
  next: 'Next decision',
  nextKind: {
    option: (p) => `Notice of option ${count(p.option)}`,
    maximum: () => 'The maximum value may be reached',
    end: () => 'The agreement ends',
  },
  nextIn: (p) =>
    p.days < 0
      ? `the day passed ${plural('en', -p.days, { one: 'one day', other: `${count(-p.days)} days` })} ago`
      : p.days === 0
        ? 'today'
        : `in ${plural('en', p.days, { one: 'one day', other: `${count(p.days)} days` })}`,
  nextNone: 'No date in sight',
  chart: {
    finding: {
      'no-maximum': (p) => `${p.used} is used so far`,
      reached: (p) => `The maximum value of ${p.maximum} is reached`,
      'will-be-reached': (p) =>
        `As it goes now, the maximum value of ${p.maximum} is used up ${p.latest === null ? `in ${month(p.earliest.slice(0, 7))} at the earliest` : p.earliest.slice(0, 7) === p.latest.slice(0, 7) ? `in ${month(p.earliest.slice(0, 7))}` : `between ${month(p.earliest.slice(0, 7))} and ${month(p.latest.slice(0, 7))}`}`,
      'not-in-sight': (p) => `As it goes now, the maximum value of ${p.maximum} lasts the agreement out`,
      'cannot-be-told': (p) =>
        `${share(p.share)} of the maximum value is used; it is too early to say when the rest will be`,
    },
    basis:
      'Amounts without VAT, added up month by month. Reported: accepted reports, with fees, deposits and credits. Booked: lines found again in the reports, and lines of suppliers that have no other agreement. The two are never added.',
    heads: ['Month', 'Reported', 'Reported in all', 'Booked', 'Booked in all'],
    reported: 'reported',
    booked: 'booked',
    expected: 'as it goes now',
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
    `See the lines behind ${p.amount} booked, of which ${p.supplier} is put to the agreement because the supplier has no other`,
  wayBookedNone: 'Nothing has been booked on the agreement',
  waySupplier: (p) => `See the lines behind ${p.amount} from ${p.supplier}`,
  lots: {
    way: {
      reported: (p) => `See the lines behind ${p.amount} reported in lot ${p.lot}`,
      booked: (p) => `See the lines behind ${p.amount} booked in lot ${p.lot}`,
    },
    title: 'The lots',
    caption: 'Use of each lot',
    heads: {
      lot: 'Lot',
      reported: 'Reported',
      booked: 'Booked',
      maximum: 'Maximum value',
      share: 'Used',
      forecast: 'Used up',
    },
    none: 'not set',
    without: 'Not tied to a lot',
  },
  options: {
    title: 'Dates and options',
    none: 'The register has no options for the agreement.',
    start: 'The agreement begins',
    end: 'Last day',
    today: 'Today',
    notice: (p) => `Last day to give notice of option ${count(p.number)} (until ${day(p.until)})`,
    taken: (p) => `Option ${count(p.number)} is taken`,
    left: (p) => `Option ${count(p.number)} is not taken`,
    extends: (p) => `Last day if option ${count(p.number)} is taken`,
    maximum: 'Used up at the earliest, as it goes now',
  },
  calls: {
    title: 'Suppliers beside each other',
    findingShare: (p) => `${p.name} has got ${p.points} percentage points ${p.amount} than the key gives`,
    more: (p) => `(${p.amount}) more`,
    less: (p) => `(${p.amount}) less`,
    findingEven: 'The call-offs follow the key',
    findingOrder: 'A supplier further down has sold more than one further up',
    findingRanked: 'The call-offs follow the ranking',
    findingPlain: (p) => `${p.name} has ${share(p.share)} of the call-offs`,
    findingNone: 'No call-offs have been reported yet',
    basis: (p) => `Of ${p.total} reported since the agreement began, without VAT.`,
    heads: ['Supplier', 'Share', 'Amount', 'Off the key', 'Off the key in kroner'],
    ranked: (p) => `${count(p.rank)}. ${p.name}`,
    key: (p) => `${p.name}, key`,
    legend: { actual: 'actual', key: 'key' },
    points: (p) => `${formatQuantity(p.points, 'en')} percentage points`,
    lot: (p) => `Lot ${p.key} ${p.title}`,
  },
  prices: {
    way: 'See the price versions and what each of them changed',
    title: 'Price versions',
    caption: 'Price versions and how far they moved',
    none: 'No price version has been read.',
    heads: {
      version: 'Version',
      supplier: 'Supplier',
      published: 'Read',
      items: 'Items',
      moved: 'New and gone',
      changed: 'Prices changed',
      change: 'Mean per item',
    },
    moved: (p) => `${count(p.added)} new, ${count(p.removed)} gone`,
    changed: (p) => `${count(p.changed)} of ${count(p.compared)}`,
    first: 'the first',
    change: (p) => `${Number(p.change) > 0 ? '+' : ''}${formatShare(p.change, 'en', 1)}`,
    note: 'The mean is of items with a price in the same unit and currency in both versions. Every item weighs the same, however much is bought of it.',
  },
  promises: {
    title: 'Promised and delivered',
    caption: 'What the suppliers promised in their offers, against what their reports show',
    none: 'The terms say nothing of what was promised in the offer.',
    byQuarter: 'Quarter by quarter',
    byQuarterCaption: 'Promised and delivered in each quarter, by day of delivery',
    quarter: 'Quarter',
    heads: { what: 'Promised', promised: 'Should be', measured: 'Is', of: 'Measured of' },
    all: 'all',
    of: (p) => `${p.amount}, ${plural('en', p.lines, { one: 'one line', other: `${count(p.lines)} lines` })}`,
    unanswered: (p) => `${p.amount} without an answer in the reports`,
    cannot: {
      'no-lines': 'Cannot be measured: no lines are reported',
      'field-not-in-reports': 'Cannot be measured: the reports do not have the field',
    },
    lots: (p) => `lot ${listing('en', p.lots)}`,
    kept: 'as promised or more',
    broken: 'lower than promised',
  },
  demands: {
    title: 'Environmental declarations demanded',
    caption: 'Declarations demanded, against footprints linked to the items',
    of: { items: 'of the items', spend: 'of the kroner' },
    what: (p) => `${p.of} by ${day(p.by)}${p.standards.length > 0 ? ` (${listing('en', p.standards)})` : ''}`,
    items: (p) => `${formatQuantity(p.with, 'en')} of ${formatQuantity(p.all, 'en')} items`,
    spend: (p) => `${p.with} of ${p.all}`,
    note: 'Measured on items reported in the last twelve months that have a footprint valid today. Which standard the footprint follows is not checked.',
  },
  pack: {
    title: 'The next tender',
    lead: 'The volumes of the last twelve months as a draft price form: item, unit and customer, delivery places, what was bought outside the assortment, and what the figures rest on.',
    prices: "Include today's prices and amounts (for your own use)",
    get: 'Download the draft (Excel)',
    failed: 'We could not make the file. Nothing has changed. Try again.',
    file: (p) => `Tender basis ${p.number}.xlsx`,
  },
} satisfies UseTexts;
