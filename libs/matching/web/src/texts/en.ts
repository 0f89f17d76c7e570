import { formatCount, formatMoney, formatQuantity, formatShare, plural } from '@tallgrunn/values';
import type { MatchingTexts } from './nb.ts';
import { en as questions } from './questions/en.ts';
import { en as why } from './causes/en.ts';

const count = (n: number) => formatCount(n, 'en');
const lines = (n: number) => plural('en', n, { one: 'one line', other: `${count(n)} lines` });

/** Days before or after another day. */
const away = (days: number): string =>
  days === 0
    ? 'the same day'
    : `${plural('en', Math.abs(days), { one: 'one day', other: `${count(Math.abs(days))} days` })} ${days < 0 ? 'earlier' : 'later'}`;

export const en = {
  title: 'Reconciliation',
  lead: 'Compare supplier reports with the ledger. Review the lines that do not match.',
  run: (p) => `Last reconciled ${p.finished}, run ${count(p.number)}.`,
  noRun: 'Nothing has been reconciled yet.',
  noneTitle: 'Nothing to reconcile yet',
  noneReason: 'When both reports and ledgers have been imported, you see here what matches.',
  finding: (p) => `${formatShare(p.share, 'en')} of the reported amount is found in the ledger`,
  findingNone: 'No reported amounts yet',
  basis: 'NOK excluding VAT, from suppliers with an agreement. Purchases from other suppliers are not included.',
  heads: ['Source', 'Amount', 'Matched', 'Unmatched', 'Ledger missing'],
  reported: 'Reported',
  booked: 'Booked',
  legend: { matched: 'matched', unmatched: 'in one source only', missing: 'the ledger for the month is missing' },
  unit: 'NOK m',
  millions: (p) => `NOK ${formatQuantity(p.value, 'en')} m`,
  money: (p) => formatMoney(p.amount, 'NOK', 'en', 0),
  byParty: 'By supplier',
  table: {
    supplier: 'Supplier',
    buyer: 'Municipality',
    matched: 'Matched',
    notBooked: 'Reported, not booked',
    missing: 'Ledger missing',
    notReported: 'Booked, not reported',
    lines: (p) => lines(p.count),
  },
  see: (p) => `${p.what}: ${[p.supplier, p.buyer].filter(Boolean).join(', ')}`,
  review: 'Lines to review',
  states: {
    'reported-not-booked': 'Reported, not booked',
    'booked-not-reported': 'Booked, not reported',
    'books-not-loaded': 'Ledger missing',
    matched: 'Matched',
  },
  cause: 'Cause',
  anyCause: 'All causes',
  causes: {
    matched: 'Reported line by line',
    'not-tied': 'The totals agree, the lines are not matched',
    'not-known': 'Unknown: the other source also has unmatched lines',
    'other-unit': 'Recorded under another unit',
    none: 'Not explained yet',
    timing: 'Timing difference',
    'freight-fees': 'Freight and fees',
    vat: 'VAT',
    'off-assortment': 'Outside the assortment',
    'missing-alias': 'Unknown customer or site',
    'wrong-posting': 'May be posted to an unusual account',
    'buyer-without-books': 'Buyer without a ledger',
    'booked-by-host': 'Booked by the host municipality',
    'factoring-payee': 'Paid through another company',
    'period-13': 'Period 13',
    'purchasing-card': 'Purchasing card',
    'internal-invoice': 'Internal invoice',
    'report-missing': 'The report is missing',
    'books-missing': 'The ledger is missing',
    'reported-twice': 'Reported twice',
    credited: 'Credited',
    'invoice-remainder': 'Allocated to several postings',
    'amount-differs': 'Amount difference',
    'off-agreement': 'Possible off-contract spend',
    'no-agreement': 'No agreement covers the purchase',
    'other-seller': 'Sold by another supplier',
    'not-reported': 'Not reported',
    'not-booked': 'Not booked',
  },
  why,
  questions,
  whyPerson: 'Resolved manually. See the reason under History.',
  coverage: {
    finding: (p: { share: string; whole: string }) =>
      `Suppliers have reported ${formatShare(p.share, 'en')} of agreement purchases of ${formatMoney(p.whole, 'NOK', 'en', 0)}`,
    tied: (p: { share: string }) => `${formatShare(p.share, 'en')} is matched line by line.`,
    notTied: (p: { amount: string }) =>
      `For ${formatMoney(p.amount, 'NOK', 'en', 0)} only the totals by supplier, municipality and quarter agree: the lines are not matched yet.`,
    none: 'No agreement purchases are booked yet',
    outside: (p: { amount: string }) =>
      `${formatMoney(p.amount, 'NOK', 'en', 0)} is excluded: the ledger does not show whether the amount includes VAT.`,
    ofAll: (p: { share: string; whole: string }) =>
      `The reported amount is ${formatShare(p.share, 'en')} of all purchases of ${formatMoney(p.whole, 'NOK', 'en', 0)}, including services and investment.`,
    over: (p: { amount: string }) =>
      `In addition, ${formatMoney(p.amount, 'NOK', 'en', 0)} is reported beyond what is booked for the same supplier, municipality and month.`,
    noOver: 'No supplier has reported more than is booked for the same municipality and month.',
    basis: 'Calculated per supplier, municipality and month, then added up. NOK excluding VAT.',
    heads: ['Part', 'Amount', 'Lines'],
    chart: 'From amounts booked with agreement suppliers to amounts not explained',
    booked: 'Booked',
  },
  offAgreement: {
    tab: 'Possible off-contract',
    explain:
      'Bought from suppliers without an agreement, on accounts normally used for its goods. It may be a one-off purchase, another agreement or off-contract spend. Ask the unit that bought it.',
  },
  bulk: {
    title: 'Resolve all selected lines',
    help: 'This resolves the 500 lines with the largest amounts. Each line gets its own resolution, which can be revoked. If the total amount is large, someone else must approve it, once for all the lines.',
    send: 'Resolve all',
    missing: 'Choose a cause and briefly explain why.',
    done: (p: { count: number }) => `Resolved: ${lines(p.count)}.`,
    second: 'The total amount is large. The resolutions take effect when someone else approves them.',
    takeBack: 'Revoke the resolutions',
    takenBack: (p) => `The resolution is revoked for ${lines(p.count)}.`,
  },
  byEmissions: {
    label: 'Order',
    amount: 'Largest amounts first',
    emissions: 'Largest emissions first',
    head: 'kg CO₂e',
    unknown: 'unknown',
    caption: 'Lines, largest emissions first',
    explain:
      'Emissions are from the latest calculation, and only the 100 largest lines are shown. Lines without a factor come last.',
  },
  second: {
    tab: 'Awaiting approval',
    explain: (p) =>
      `Someone else must approve when what you decide for one municipality on one day comes to ${formatMoney(p.amount, 'NOK', 'en', 0)} or more. This includes decisions by colleagues who got access from you, or from the same person as you, and they cannot approve for you.`,
    decisions: 'Decisions on two lines',
    answers: 'Line resolutions',
    confirm: (p) => `Approve: ${p.what}, ${p.line}`,
    together: (p) =>
      `The resolution covers ${lines(p.count)}, here ${formatMoney(p.amount, 'NOK', 'en')} in total. They are approved together.`,
    togetherPairs: (p) =>
      `The decision covers ${count(p.count)} pairs, here ${formatMoney(p.amount, 'NOK', 'en')} in total. They are approved together.`,
    own: 'You made this decision. Someone else must approve it.',
    noDecisions: 'No decisions awaiting approval',
    noAnswers: 'No resolutions awaiting approval',
    noneYet: 'No resolutions yet',
    noneReason: 'Open an unmatched line and explain why it has no match.',
  },
  rules: {
    tab: 'Learned from the figures',
    explain:
      'How each supplier’s reports differ from the ledger, judged by items, amounts and days. The next reconciliation uses the rules and updates them when more reports and ledgers arrive. If a rule is wrong, set it aside.',
    inUse: 'In use',
    setAside: 'Set aside',
    /** Text around a number; 9 means any digit. */
    dress: (p: { before: string; after: string }) =>
      [p.before && `“${p.before}” before`, p.after && `“${p.after}” after`].filter(Boolean).join(' and ') || 'nothing',
    numbers: (p: { report: string; booked: string }) =>
      `Invoice numbers have ${p.report} in the reports, and ${p.booked} in the ledger${(p.report + p.booked).includes('9') ? ' (9 is any digit)' : ''}.`,
    days: (p: { days: number }) =>
      `The same purchase is ${plural('en', Math.abs(p.days), { one: 'one day', other: `${count(Math.abs(p.days))} days` })} ${p.days < 0 ? 'earlier' : 'later'} in the ledger than in the reports.`,
    daysBetween: (p: { from: number; until: number }) =>
      `The same purchase is from ${away(p.from)} to ${away(p.until)} in the ledger than in the reports.`,
    amounts: (p: { more: boolean; percent: string }) =>
      `The reports have amounts that are ${p.percent} % ${p.more ? 'higher' : 'lower'} than the ledger, judged by items and invoices. It may be VAT, a bonus or a rebate.`,
    seen: {
      'number-form': (p: { count: number }) =>
        `Based on ${plural('en', p.count, { one: 'one pair of numbers', other: `${count(p.count)} pairs of numbers` })}.`,
      'day-shift': (p: { count: number }) => `Based on ${lines(p.count)}.`,
      'amount-scale': (p: { count: number }) =>
        `Based on ${plural('en', p.count, { one: 'one item or invoice', other: `${count(p.count)} items and invoices` })}.`,
    },
    examples: 'For example',
    example: (p: { report: string; booked: string }) => `${p.report} is ${p.booked}`,
    waits: 'In force from the next reconciliation, which runs automatically.',
    aside: 'Set the rule aside',
    again: 'Use the rule again',
    asideHelp: 'The reconciliation runs again without the rule. You can use the rule again later.',
    againHelp: 'The reconciliation runs again. The rule is used if the figures still show it.',
    reason: 'Why?',
    missing: 'Briefly explain why.',
    isAside: 'The rule is set aside.',
    isAgain: 'The rule is in use again.',
    noneTitle: 'No learned rules yet',
    noneReason: 'When enough lines show that a supplier writes numbers or days in its own way, the rule is shown here.',
  },
  statement: {
    column: 'Supplier’s response',
    only: 'Only lines with a supplier’s response',
    title: 'Supplier’s response',
    kinds: {
      'next-report': 'Will be in the next report',
      'in-report': 'In the report, under another number or amount',
      'left-out': 'Missing, will be added',
      'other-agreement': 'Belongs to another agreement',
      'other-seller': 'Not sold by us',
      other: 'Other',
    },
    by: (p) => `${p.who === '' ? 'the supplier' : p.who}, ${p.at}`,
    accepted: 'accepted as the resolution',
    accept: (p) => `Accept as “${p.cause}”`,
    reason: 'Why do you accept it?',
    help: 'Nothing changes until you accept it. Once accepted it resolves the line, with the response as evidence. You can revoke it.',
    noCause: 'The response gives no cause. Choose the line it is about below, or resolve the line yourself.',
    taken: 'after a supplier’s response',
  },
  waits: 'awaiting approval',
  confirm: 'Approve',
  decisionsTab: 'Decided',
  explain: {
    'reported-not-booked':
      'The supplier reported these, but they are not in the ledger for the surrounding months. They may be invoices that have not arrived, or have a different amount or number.',
    'booked-not-reported':
      'The ledger has these from a supplier with an agreement, but the report does not. They may be purchases outside the assortment, freight, or lines that come in a later report.',
    'books-not-loaded': 'The ledger for these months has not been imported, so the lines cannot be matched yet.',
    matched: 'Lines found in both sources.',
    decided:
      'Decisions about two lines. The latest decision on a pair is in force, also when new reports or ledgers arrive.',
  },
  period: 'Period',
  anyPeriod: 'All months',
  differs: {
    tab: 'Matched with an amount difference',
    explain:
      'The lines are the same purchase, but the amounts differ. The chart shows the difference as an amount difference or VAT.',
  },
  variances: {
    title: 'Quantity and price',
    finding: (p) =>
      `The difference is ${formatMoney(p.difference, 'NOK', 'en')}: ${formatMoney(p.quantity, 'NOK', 'en')} is quantity, ${formatMoney(p.price, 'NOK', 'en')} is price, and ${formatMoney(p.unknown, 'NOK', 'en')} is unknown.`,
    explain:
      'Reported less booked, for all linked lines whose amounts differ. Quantity is what is reported more or less, at the booked price. Price is the rest. The cause is unknown when the quantities are not in the same unit, or when the difference is VAT.',
    heads: {
      supplier: 'Supplier',
      agreement: 'Agreement',
      lines: 'Lines',
      difference: 'Difference',
      quantityPart: 'Quantity',
      pricePart: 'Price',
      unknownPart: 'Unknown',
      vatPart: 'Of which VAT',
      withinTolerance: 'Within tolerance',
      toFollowUp: 'To follow up',
    },
    noAgreement: 'No agreement',
    download: 'Download quantity and price (Excel)',
    shares: (p: { within: { lines: number; difference: string }; followUp: { lines: number; difference: string } }) =>
      `To follow up: ${lines(p.followUp.lines)}, with a difference of ${formatMoney(p.followUp.difference, 'NOK', 'en')}. Within tolerance: ${lines(p.within.lines)}, with ${formatMoney(p.within.difference, 'NOK', 'en')}. The sum includes both.`,
    share: (p: { lines: number; difference: string }) => `${lines(p.lines)}, ${formatMoney(p.difference, 'NOK', 'en')}`,
    toTolerances: 'Tolerance limits and their effect',
    tolerance: {
      label: 'Tolerance',
      any: 'Within tolerance and to follow up',
      'within-tolerance': 'Within tolerance',
      'to-follow-up': 'To follow up',
    },
  },
  anySupplier: 'All suppliers',
  anyBuyer: 'All municipalities',
  caption: 'Lines, largest amounts first',
  columns: {
    item: 'Item or text',
    date: 'Date',
    supplier: 'Supplier',
    buyer: 'Municipality',
    invoice: 'Invoice',
    number: 'Item number',
    quantity: 'Quantity',
    amount: 'Amount',
    place: 'File and row',
  },
  open: (p) => `View ${p.name}`,
  noText: 'No text',
  more: 'Show more',
  emptyTitle: 'No lines here',
  emptyReason: 'There are no unmatched lines in this selection.',
  place: (p) => [p.file, p.sheet && `sheet ${p.sheet}`, p.row && `row ${p.row}`].filter(Boolean).join(', '),
  repeated: {
    title: 'Possible duplicate',
    why: 'Both rows of the report have the same item, customer, day and invoice number. It may be two identical sales, or one sale reported twice.',
    see: 'See the row and the line it is linked to',
    others: (p) =>
      plural('en', p.count, {
        one: 'One other ledger line is also a possible match',
        other: `${count(p.count)} other ledger lines are also possible matches`,
      }),
  },
  panel: {
    quantityApart: (p: { value: string; more: boolean }) => `quantity is ${p.value} ${p.more ? 'higher' : 'lower'}`,
    priceApart: (p: { amount: string; more: boolean }) =>
      `price is ${formatMoney(p.amount, 'NOK', 'en')} ${p.more ? 'higher' : 'lower'}`,
    unitApart: 'different unit',
    chooseAlso: 'Include this one too',
    several: (p: { count: number; amount: string; left: string | null }) =>
      `The decision covers ${count(p.count)} lines, ${formatMoney(p.amount, 'NOK', 'en')} in total. ${p.left === null ? 'The amounts agree.' : `The difference is ${formatMoney(p.left, 'NOK', 'en')}.`}`,
    gone: 'A line has been replaced by a new report or ledger. Current lines are shown.',
    partly: (p: { saved: number }) => `Saved before it stopped: ${lines(p.saved)}.`,
    answer: 'No matching line?',
    answerHelp: 'Your reason is saved with the line.',
    answerReason: 'Explain why it has no match',
    answerSend: 'Save the resolution',
    answered: 'The resolution is saved. The reconciliation reruns automatically.',
    takeBack: 'Revoke an earlier resolution',
    second: 'The amount is large. The decision takes effect when someone else approves it.',
    reported: 'Reported line',
    booked: 'Booked line',
    candidatesReported: 'Possible matches in the ledger',
    candidatesBooked: 'Possible matches in the report',
    none: 'No unmatched line from the same supplier and municipality.',
    linked: 'Linked by the latest reconciliation',
    sameInvoice: 'same invoice',
    sameItem: 'same item',
    sameAmount: 'same amount',
    difference: (p: { amount: string; more: boolean }) =>
      `${formatMoney(p.amount, 'NOK', 'en')} ${p.more ? 'higher' : 'lower'}`,
    days: (p) => plural('en', p.days, { one: 'one day apart', other: `${count(p.days)} days apart` }),
    sameDay: 'same day',
    choose: 'Choose this',
    chosen: 'Chosen',
    verdict: 'Your decision',
    same: 'It is the same purchase',
    'not-same': 'It is not the same purchase',
    undecided: 'Revoke an earlier decision',
    reason: 'Why?',
    reasonHelp: 'A few words, so that others can understand the decision.',
    reasonMissing: 'Briefly explain why.',
    verdictMissing: 'Choose whether the lines match.',
    decide: 'Save the decision',
    decided: 'The decision is saved. The reconciliation reruns automatically.',
    mayNot: 'Buyers and contract managers can decide this.',
    earlier: 'History',
    toCombined: 'See the line in the combined table',
  },
  said: { same: 'Same purchase', 'not-same': 'Not the same purchase', undecided: 'Revoked' },
  decisions: {
    caption: 'Decisions, newest first',
    heads: { verdict: 'Decision', reported: 'Reported', booked: 'Booked', reason: 'Why', at: 'When' },
    by: (p: { person: string | null; organisation: string | null; you: boolean }) =>
      `by ${p.you ? 'you' : [p.person, p.organisation].filter(Boolean).join(', ') || 'another person'}`,
    replaced: 'replaced by a newer one',
    gone: 'the line no longer exists',
    noneTitle: 'No decisions yet',
    noneReason: 'Open a line, choose the one that is the same purchase, and explain why.',
  },
} satisfies MatchingTexts;
