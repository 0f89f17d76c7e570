import { formatMoney, formatPeriod, formatShare, listing, Period, plural } from '@tallgrunn/values';
import { buyers, capital, count, day, instant, lines } from '../terms/en.ts';
import type { InvoicedTexts } from './nb.ts';

const money = (amount: string, decimals = 0) => formatMoney(amount, 'NOK', 'en', decimals);
const invoices = (n: number) => plural('en', n, { one: 'one invoice', other: `${count(n)} invoices` });
const share = (value: string) => formatShare(value, 'en', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'en');

export const en: InvoicedTexts = {
  offer: {
    title: (p) =>
      `The municipalities have imported ${plural('en', p.lines, { one: 'one e-invoice line', other: `${count(p.lines)} e-invoice lines` })} from you in the period`,
    what: (p) =>
      `${capital(invoices(p.invoices))} to ${buyers(p.buyers)}, ${money(p.amount)} without VAT${p.last === null ? '' : `. The last is dated ${day(p.last)}`}. Purchases booked without an e-invoice are not included.`,
    ready: (p) =>
      p.ready === p.lines
        ? 'All the lines have what must be filled in.'
        : `${count(p.ready)} of ${lines(p.lines)} have everything that must be filled in.`,
    missing: (p) =>
      `Missing: ${listing(
        'en',
        p.fields.map(({ title, lines: n }) => `${title} (${lines(n)})`),
      )}.`,
    yours: 'Only you see these lines. You confirm, correct and add before anything is submitted.',
    begin: 'Use these lines',
    more: (p) => `Fetch ${lines(p.count)} more`,
    taken: (p) => `${capital(lines(p.taken))} ${p.taken === 1 ? 'is' : 'are'} already fetched.`,
    asFile: (p) => `There are more than ${count(p.max)} lines. They are checked as a file, here or in Excel.`,
    tooMany: 'There are more lines than we can fetch at once. Only the first are included.',
    check: 'Check the lines here',
    download: 'Download the filled-in Excel file',
    fileName: (p) => `From e-invoices ${p.number} ${p.period}.xlsx`,
    failed: (p) => `We could not fetch the lines. ${p.why}`,
    toBooked: 'Booked, not in the report',
    toQuality: 'Are the e-invoices good enough?',
  },
  origin: (p) =>
    `Fetched from ${[p.invoice === null ? 'the ledger' : `invoice ${p.invoice}`, p.line === null ? '' : `line ${p.line}`, p.buyer, p.day === null ? '' : day(p.day)].filter(Boolean).join(', ')}.`,
  fromInvoice: 'from an e-invoice',
  begunHere: (p) =>
    `${count(p.begun)} of ${lines(p.lines)} ${p.begun === 1 ? 'is' : 'are'} fetched from the municipalities’ e-invoices (marked e). Review them, correct what is wrong, and fill in what is missing.`,
  begun: {
    head: 'Prefilled from',
    counted: (p) =>
      `e-invoices: ${lines(p.lines)}, ${p.changed === 0 ? 'none corrected' : `${count(p.changed)} corrected`}, ${p.added === 0 ? 'none added' : `${count(p.added)} added`}`,
    file: 'e-invoices, as a filled-in Excel file',
  },
  booked: {
    title: (p) => `Booked, not in the report · ${p.period}`,
    lead: (p) =>
      `What the municipalities have booked from ${p.supplier} on “${p.agreement}” that we do not find in the reports. Respond to each invoice, to avoid questions later.`,
    crumb: 'Booked, not in the report',
    outside: (p) =>
      `${money(p.amount)} is booked without the ledger stating whether the amount includes VAT. It is not included in the figures here.`,
    notTellable:
      'We cannot tell which ledger lines belong to this report: there are several reports for the same days, or the branch has no organisation number of its own.',
    nothingBooked: 'Nothing is booked in the period yet',
    nothingBookedWhy:
      'When the municipalities have imported ledgers or e-invoices for the period, their purchases are shown here.',
    finding: (p) => `Your reports cover ${share(p.share)} of the ${money(p.whole)} that is booked`,
    findingSupplier: (p) => `The reports cover ${share(p.share)} of the ${money(p.whole)} that is booked`,
    basis:
      'Amounts booked in the period on this agreement, as the municipalities have entered them, with and without an e-invoice. They are therefore larger than the e-invoice lines a report can be prefilled from. What is found in the reports is calculated for each municipality and month, and is never more than what is booked there.',
    heads: ['Part', 'Amount'],
    linked: 'Found in the reports',
    answered: 'Answered',
    open: 'Not in the report, not answered',
    rest: 'Rounding and allocations',
    risen: (p) => `Before ${p.number} the coverage was ${share(p.before)}. Now it is ${share(p.now)}.`,
    run: (p) =>
      `Last compared ${instant(p.at)}. New reports count when they are accepted, and are compared automatically.`,
    noRun: 'Reports and ledgers have not been compared yet.',
    waits: (p) => `${p.number} is in review. It counts when it is accepted.`,
    notDelivered:
      'The report for the period has not been submitted yet. Lines in it are removed here when it is accepted and matched.',
    reach: 'How far ledgers and e-invoices are imported',
    reachHeads: {
      buyer: 'Municipality',
      until: 'Ledger until',
      invoices: 'E-invoices until',
      posted: 'Last imported',
      booked: 'Booked',
      linked: 'In the reports',
    },
    until: (p) => month(p.month),
    noLedger: 'no ledger is imported',
    noInvoices: 'none are imported',
    never: 'never',
    list: (p) =>
      `${capital(invoices(p.invoices))}, ${money(p.amount)}, ${p.invoices === 1 ? 'is' : 'are'} not in the report`,
    first: (p) => `The ${count(p.max)} with the largest amounts are shown.`,
    folded: (p) => `${capital(p.cause)}: ${invoices(p.invoices)}, ${money(p.amount)}`,
    foldedWhy: 'Judging by the text, this does not have to be in a report. Respond only if that is wrong.',
    allFound: 'Everything booked is found in the reports',
    allFoundWhy: 'There is nothing to respond to now. If a municipality imports more, it is shown here.',
    invoice: (p) => (p.number === null ? 'Without an invoice number' : `Invoice ${p.number}`),
    facts: (p) =>
      [
        p.buyer,
        p.day === null ? '' : day(p.day),
        p.lines === p.all ? lines(p.lines) : `${count(p.lines)} of ${lines(p.all)} missing`,
        p.lines === p.all ? '' : `the whole invoice is ${money(p.amount, 2)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    maybe: (p) => `May be: ${p.cause}`,
    causes: {
      'report-missing': 'the report is not submitted',
      'missing-alias': 'delivered to a site we do not recognise',
      timing: 'another period',
      'freight-fees': 'freight and fees',
      credited: 'credited',
      vat: 'VAT',
      'not-tied': 'reported in another form, as the totals agree',
      'not-known': 'reported in another form',
      'other-unit': 'reported under another unit',
      'period-13': 'entered in period 13',
      'purchasing-card': 'purchasing card',
      'internal-invoice': 'internal invoice',
    },
    kinds: {
      'next-report': 'It comes in the next report',
      'in-report': 'It is in the report, under another number or amount',
      'left-out': 'It is missing. We will add it',
      'other-agreement': 'It does not belong to this agreement',
      'other-seller': 'We have not sold this',
      other: 'Something else',
    },
    saidKinds: {
      'next-report': 'Comes in the next report',
      'in-report': 'Is in the report, under another number or amount',
      'left-out': 'Missing, will be added',
      'other-agreement': 'Belongs to another agreement',
      'other-seller': 'Not sold by us',
      other: 'Something else',
    },
    several: 'Different answers on the lines',
    said: (p) => `response from ${p.who === '' ? 'the supplier' : p.who} ${instant(p.at)}`,
    accepted: 'accepted',
    answer: 'Answer',
    change: 'Change the answer',
    actOf: (p) => `${p.act}: ${p.name}`,
    see: 'See the lines',
    hide: 'Hide the lines',
    what: 'What about this invoice?',
    whatAlike: 'What about these invoices?',
    alike: (p) => `Give the same answer for ${invoices(p.invoices)} without an answer`,
    alikeNote: (p) => `The answer applies to all lines that are not in the report, on ${invoices(p.invoices)}.`,
    alikeDone: (p) => `${count(p.done)} of ${invoices(p.all)} answered …`,
    reason: 'Explain',
    reasonHelp:
      'The contract manager and the municipality read it. For instance which agreement, which number or which period.',
    reasonMissing: 'Write briefly what is correct.',
    kindMissing: 'Choose what fits.',
    some: (p) => `The answer applies to the ${lines(p.count)} you have ticked.`,
    all: (p) =>
      p.count === 1
        ? 'The answer applies to the line that is not in the report.'
        : `The answer applies to all ${count(p.count)} lines that are not in the report.`,
    save: 'Save the answer',
    withdraw: 'Withdraw the answer',
    cancel: 'Cancel',
    add: 'Add the lines to the report',
    onlyStanding:
      'The answer changes nothing in the report or the ledger. The contract manager sees it, and can accept it.',
    full: (p) => `There is no room for more than ${count(p.max)} lines in the form. Send them as a file.`,
    answeredOf: (p) => `${count(p.answered)} of ${invoices(p.all)} answered.`,
    lineHeads: {
      take: 'Choose',
      item: 'Item',
      day: 'Delivered',
      quantity: 'Quantity',
      price: 'Price',
      amount: 'Amount',
      state: 'Status',
    },
    takeLine: (p) => `Choose ${p.name}`,
    lineFound: 'in the report',
    lineOpen: 'not in the report',
    readOnly: 'The supplier responds here. You also see the answers in the reconciliation, with the lines.',
    toReview: 'View the lines in the reconciliation',
  },
  quality: {
    title: 'Are the e-invoices good enough?',
    lead: (p) =>
      `${capital(plural('en', p.lines, { one: 'one e-invoice line', other: `${count(p.lines)} e-invoice lines` }))} from ${p.supplier} on “${p.agreement}” in the twelve months ${day(p.from)} to ${day(p.last)}, credit notes included.`,
    verdict: {
      enough: (p) =>
        `${share(p.share)} of the amount has item, quantity, unit and price: a report can be created from the e-invoices alone`,
      nearly: (p) =>
        `${share(p.share)} of the amount has item, quantity, unit and price: the e-invoices are nearly good enough`,
      'not-enough': (p) => `Only ${share(p.share)} of the amount has item, quantity, unit and price: a file is needed`,
      none: () => 'No e-invoice lines yet',
    },
    noneWhy:
      'The municipalities have imported no e-invoices from the supplier on this agreement in the last twelve months. Ledgers without invoice lines are not enough.',
    limit:
      'Good enough is at least 95 % of the amount, nearly is at least 75 %. Credit notes count by their amount, so that they do not hide gaps.',
    chart: 'The share of the amount that is good enough, month by month',
    heads: ['Month', 'Amount', 'Good enough', 'Share'],
    legend: { good: 'complete', rest: 'incomplete' },
    unit: 'NOK thousand',
    each: 'What the lines have',
    eachHeads: { what: 'What is needed', lines: 'Lines', amount: 'Amount', share: 'Share of the amount' },
    names: {
      item: 'Item number or GTIN in the agreement’s assortment',
      quantity: 'Quantity',
      unit: 'A unit that can be converted to the agreed one',
      price: 'Price',
    },
    gaps: 'What is missing',
    gap: {
      item: (p) =>
        `${capital(lines(p.lines))}, ${money(p.amount)}, without an item number or GTIN in the agreement’s assortment.`,
      quantity: (p) => `${capital(lines(p.lines))}, ${money(p.amount)}, without a quantity.`,
      unit: (p) =>
        `${capital(lines(p.lines))}, ${money(p.amount)}, in a unit that cannot be converted to the agreed one.`,
      price: (p) => `${capital(lines(p.lines))}, ${money(p.amount)}, without a price.`,
    },
    example: (p) =>
      `The largest: ${[p.name ?? 'without text', p.invoice === null ? '' : `invoice ${p.invoice}`, p.buyer, p.found === null ? 'the field is empty' : `the field has “${p.found}”`].filter(Boolean).join(', ')}.`,
    todo: {
      item: 'Send the agreement’s item number as the seller’s item number, or the GTIN as the standard item number.',
      quantity: 'Invoice each item on a line of its own with its quantity, not as a sum.',
      unit: 'Use the unit code of what is sold, and state in the price form what the pack contains.',
      price: 'Send the price per unit on the line.',
    },
    neverSaid: (p) =>
      `The report also requires ${listing('en', p.fields)}. E-invoices do not contain it, so it must be filled in.`,
    month: (p) => month(p.month),
  },
};
