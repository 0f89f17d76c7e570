import {
  formatCount,
  formatDate,
  formatInstant,
  formatMoney,
  formatPeriod,
  osloDate,
  Period,
  plural,
} from '@tallgrunn/values';
import type { PublishedTexts } from './published-nb.ts';

const count = (n: number) => formatCount(n, 'en');
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'en', 2);
const at = (instant: string) => formatInstant(new Date(instant), 'en');
/** Formats the last day before an instant: access that expires at midnight has the previous day as its last. */
const lastDay = (instant: string) => formatDate(osloDate(new Date(Date.parse(instant) - 1)), 'en');

export const en = {
  beside: {
    title: 'Published',
    note: (p) => `case ${p.caseNumber}, ${at(p.at)}, run ${count(p.run)}`,
    now: (p) => `Now: ${p.figure}.`,
    part: 'Part of what is published',
    more: (p) => `The figure above is more than what is published. The same scope now: ${p.figure}.`,
    moreSame: 'The figure above is more than what is published. The same scope has the same figure now.',
    notPublished: 'Not published.',
    outside: (p) =>
      `What was published last (case ${p.caseNumber}) is of ${p.scope}. The figure here is no part of it.`,
    same: 'The figure is the same now.',
    why: 'See what lies between',
  },
  scopes: {
    months: (p) =>
      p.from && p.to
        ? p.from === p.to
          ? p.from
          : `${p.from} to ${p.to}`
        : p.from
          ? `from ${p.from}`
          : p.to
            ? `until ${p.to}`
            : 'all months',
    allBuyers: 'all municipalities',
    someBuyer: 'another municipality',
    allCategories: 'all categories',
    of: (p) => `Of ${p.scope}.`,
    oneBuyer: 'one municipality',
    ofIt: ', of that ',
    inWords: 'Published in words of its own, with the figure of the whole run.',
    title: 'Scope',
    help: 'The figure that is published is the sum of exactly this. Only figures of the same scope are held up against it afterwards.',
    from: 'From and including',
    to: 'Until and including',
    allMonths: 'all months',
    buyers: 'Municipalities',
    categories: 'Categories',
    none: 'None chosen is all.',
  },
  bridge: {
    finding: (p) => `From ${p.before} to ${p.after}: ${p.difference}`,
    none: 'no difference',
    close: 'The axis shows only the stretch where the steps lie, and does not begin at zero.',
    basis:
      'The steps come in this order and add up to the last digit. Grey steps are another way of reckoning, or accounts that came or went. They are nobody’s achievement.',
    run: (p) => `Run ${count(p.run)}`,
    published: (p) => `Published (run ${count(p.run)})`,
    now: 'Now',
    legend: { fall: 'less emissions', rise: 'more emissions', grey: 'reckoned another way' },
    heads: ['Step', 'Tonnes CO₂e', 'Lines'],
    groupHeads: ['Step', 'Tonnes CO₂e', 'Groups'],
    groupSteps: {
      data: 'Municipalities with accounts in only one of the years',
      volume: 'Bought more or less',
      mix: 'Bought other goods',
      supplier: 'The supplier’s own figure',
      factor: 'Another factor',
      method: 'Another method',
      price: 'Rise in prices',
    },
    notCalculated: 'not calculated',
    notDeflated: (p) =>
      `The rise in prices has not been calculated for purchases of ${kroner(p.amount)}: the price index is missing for ${p.years.join(', ')}. Higher prices may therefore be part of the other steps.`,
  },
  years: {
    title: 'From one year to another',
    help: 'No line is the same in two years. The difference is divided by groups of goods, and only months and municipalities whose ledger is complete in both years are included.',
    until: (p) => `${Number(p.month.slice(5)) === 1 ? '' : 'January to '}${formatPeriod(Period.parse(p.month), 'en')}`,
    few: (p) =>
      `Two years can be compared here when something has been reckoned for both.${p.year ? ` So far there are only figures for ${p.year}.` : ``}`,
    before: 'From the year',
    after: 'To the year',
    as: 'As it is',
    now: 'now',
    published: (p) => `published in case ${p.caseNumber} (run ${count(p.run)})`,
    none: (p) => `Nothing has been reckoned for ${p.year}.`,
    change: (p) =>
      `With 95 % probability the change is between ${p.low} and ${p.high}. A factor used in both years has the same error in both.`,
  },
  change: {
    by: 'Compare by',
    ways: { books: 'the books: the accounting period', delivery: 'delivery: the day the goods came' },
    told: { books: 'by the books', delivery: 'by delivery' },
    verdicts: {
      fall: (p) => `A certain decrease ${p.by}.`,
      rise: (p) => `A certain increase ${p.by}.`,
      unclear: (p) => `No certain change ${p.by}, allowing for spend without a figure.`,
    },
    figures: (p) => `From ${p.before} to ${p.after}.`,
    help: 'Goods and their voucher may lie in two periods. By the books the change also tells of when it was booked. By delivery it tells of when the goods came, where a report says so.',
    bridgeByBooks: 'The steps go by the books, as sums do elsewhere.',
  },
  publish: {
    title: 'Publish the run',
    help: 'The run is recalculated first. Another person must approve before it is published. What is published is never changed; later runs are shown beside it.',
    caseNumber: 'Case number in the archive',
    scope: 'What is published',
    scopeHelp: 'In your own words, as the case has it.',
    missing: 'Write the case number',
    missingScope: 'Write what is published',
    act: (p) => `Propose to publish run ${count(p.run)}`,
    done: (p) => `The proposal to publish in case ${p.caseNumber} awaits approval by someone else.`,
  },
  proposals: {
    title: 'Awaiting approval by someone else',
    publication: (p) => `Publish run ${count(p.run)} in case ${p.caseNumber}: ${p.scope}`,
    sealing: (p) =>
      `Seal ${plural('en', p.figures, { one: 'one figure', other: `${count(p.figures)} figures` })} from ${p.source}`,
    scope: (p) => `Months: ${p.months}. Municipalities: ${p.buyers}. Categories: ${p.categories}.`,
    by: (p) => `Proposed by ${p.name} ${p.at}.`,
    approve: 'Approve',
    reject: 'Reject',
    withdraw: 'Withdraw',
    cancel: 'Cancel',
    reason: 'Why do you reject it?',
    reasonMissing: 'Write why',
    own: 'You proposed this. Someone else must approve it.',
    dependent:
      'You cannot approve this, because you and the person who proposed it got access from each other or through the same person. The Colleagues page shows who can vouch for you.',
    approved: 'The proposal is approved and now in force.',
    rejected: 'The proposal is rejected.',
    withdrawn: 'The proposal is withdrawn.',
  },
  evidence: {
    act: 'Download the evidence (zip)',
    note: 'All it takes to reckon the figure again without us: lines, factors, decisions, the method in three languages and a spreadsheet with formulas.',
    writing: 'Writing the evidence, line by line.',
    written: 'The evidence is ready. Your browser saves it among your downloads.',
  },
  night: {
    none: 'Every night everything is reckoned anew and compared. It has not happened yet.',
    holds: (p) =>
      `Everything was reckoned anew ${at(p.at)}: ${plural('en', p.lines, { one: 'one line', other: `all ${count(p.lines)} lines` })} came out as before.`,
    sampled: (p) =>
      `${count(p.tried)} of ${count(p.lines)} lines, of ${count(p.buyersTried)} of ${count(p.buyers)} buyers, were drawn and reckoned anew ${at(p.at)}: all came out as before. Every night another sample is drawn.`,
    differs: (p) =>
      `Everything was reckoned anew ${at(p.at)}: ${plural('en', p.differing, { one: 'one line', other: `${count(p.differing)} lines` })} came out otherwise and were put right in run ${count(p.run)}. Tell whoever runs the service.`,
    overtaken: (p) =>
      `Everything was reckoned anew ${at(p.at)}, but something new came in meanwhile. It is tried again next night.`,
  },
  sealed: {
    why: {
      formula: (p: { madeBy: string; kg: string }) => `${p.madeBy} reckoned the figure: ${p.kg} kg CO₂e.`,
      method: (p: { method: string }) => `How it was reckoned: ${p.method}`,
      text: (p: { sealed: string }) => `This is what was sealed: “${p.sealed}”`,
      notAgain:
        'We do not have the lines behind it. The figure cannot be reckoned again here, and is not added to ours.',
      by: 'Sealed by',
      at: 'Sealed',
      hash: 'SHA-256 of the sealed text (UTF-8)',
    },
    title: 'Figures made elsewhere',
    help: 'Sealed figures from before the service. They stand beside ours and cannot be reckoned again.',
    mark: 'cannot be reckoned again',
    caption: 'Figures made elsewhere',
    heads: {
      year: 'Year',
      buyer: 'Municipality',
      category: 'Category',
      tonnes: 'Tonnes CO₂e',
      madeBy: 'Made by',
      source: 'Source',
    },
    all: 'all',
    allCategories: 'all purchases',
    none: 'No figures have been entered.',
    formTitle: 'Enter figures',
    rows: 'The figures',
    rowsHelp:
      'One line for each: year; municipality; category; tonnes. Leave municipality or category empty where the figure is of all. You can paste from a spreadsheet.',
    rowsExample: '2019; ; ; 12345.6',
    madeBy: 'Who made them',
    method: 'How they were made',
    source: 'Document or case they stand in',
    missing: 'Write something here',
    rowOdd: (p) => `Line ${count(p.row)}: found “${p.found}”, expected year; municipality; category; tonnes.`,
    buyerOdd: (p) => `Line ${count(p.row)}: no municipality is called “${p.found}”.`,
    categoryOdd: (p) => `Line ${count(p.row)}: no category is called “${p.found}”.`,
    act: 'Propose to seal the figures',
    done: (p) =>
      `${plural('en', p.figures, { one: 'One figure', other: `${count(p.figures)} figures` })} await approval by someone else.`,
  },
  list: {
    title: 'Published figures',
    lead: 'What is published can be followed down to the row of the file it came from.',
    caption: 'Published runs, newest first',
    heads: {
      caseNumber: 'Case',
      scope: 'Scope',
      standing: 'Status',
      tonnes: 'Tonnes CO₂e',
      by: 'Published by',
      at: 'When',
      run: 'Run',
    },
    note: (p) =>
      `Case ${p.caseNumber}, ${p.approvedBy ? `proposed by ${p.by}, approved by ${p.approvedBy} and published` : `published by ${p.by}`} ${at(p.at)}.`,
    somebody: 'a contract manager or administrator of the cooperative',
    holds: 'Holds',
    superseded: (p) => `Superseded by case ${p.caseNumber}`,
    holdsHelp:
      'Where the same scope has been published several times, the latest holds. The earlier ones stay, with the case that superseded them.',
    ofOthersToo:
      'The figure is the sum for all municipalities of the scope. The lines behind what you bought yourselves stand on the page of the publication.',
    toOwn: 'See your part',
    noneTitle: 'Nothing has been published yet',
    none: 'When a run is published with a case number, it stands here.',
    until: (p) => `Your access is for reading only and lasts until ${lastDay(p.at)}, that day included.`,
  },
  run: {
    title: (p) => `Run ${count(p.run)}`,
    total: 'Emissions from purchases',
    ownPart: (p) => `This is the part of the published figure that is ${p.organisation}’s.`,
    cases: 'Published in',
    sampleTitle: 'Draw a sample',
    sampleHelp:
      'Every krone (or kilogram) has the same chance of being drawn, so large lines come more often. The same seed gives the same lines.',
    seed: 'Seed',
    seedHelp: 'Any text. Write it down, so that others can draw the same.',
    size: 'Number of draws (1–500)',
    unit: 'Draw by',
    units: { kroner: 'kroner', kg: 'kilograms of CO₂e' },
    draw: 'Draw the sample',
    drawn: (p) =>
      `${plural('en', p.lines, { one: 'One line', other: `${count(p.lines)} lines` })} of ${count(p.population)}, with ${count(p.hits)} draws. Seed “${p.seed}”, interval ${p.interval}, first draw at ${p.start}.`,
    nothing: 'No lines to draw from.',
    caption: 'Lines drawn',
    heads: {
      line: 'Line',
      buyer: 'Municipality',
      day: 'Date',
      amount: 'Kroner',
      kg: 'kg CO₂e',
      method: 'Method',
      hits: 'Draws',
    },
    certain: (p) => `${count(p.hits)} (always drawn)`,
    noText: 'No text',
  },
  line: {
    title: 'The line and what it rests on',
    kinds: {
      posting: 'The row in the accounts',
      'invoice-line': 'The line of the invoice',
      report: 'The row in the report',
    },
    place: (p) => [p.document, p.file, p.sheet, p.row && `row ${p.row}`].filter(Boolean).join(' · '),
    sha256: (p) => `SHA-256 of the file: ${p.hash}`,
    cellHeads: { cell: 'Cell/row', heading: 'Field', text: 'As written' },
    cells: 'The cells as they were read',
    unknownCell: '–',
    findings: 'Findings in the row',
    noFindings: 'The check had nothing to say of the row.',
    finding: (p) =>
      [p.title, p.cell, p.found && `found “${p.found}”`, p.expected && `expected “${p.expected}”`]
        .filter(Boolean)
        .join(', '),
    ties: 'What ties accounts and report',
    tie: (p) => `${p.report}, line ${count(p.line)}: ${kroner(p.amount)}. Found so: ${p.step}.`,
    /** By match rule. */
    steps: {
      decision: 'somebody has looked at the lines and said that they are the same purchase',
      'invoice-item': 'same invoice number and same item number, and the amounts are equal',
      'invoice-amount': 'same invoice number, and the amounts are equal',
      'invoice-sum': 'same invoice number, and the lines of each side make up the same sum',
      'invoice-difference': 'same invoice number, but the sums differ',
      'order-item': 'same order number and same item number',
      'order-sum': 'same order number, and the sums are equal',
      'item-amount': 'same item number and same amount, on dates close to each other',
      'period-item': 'same item number in the same month, and the sums are equal',
      'period-sum':
        'the sum of all that is booked of the supplier in the period, at the place, on the account, of the item or of the group of goods',
      'sum-of-lines': 'lines of one delivery that together make up the sum of the invoice',
      'sum-of-parts': 'a sum of the period: the only set of lines that makes up the sum, by amounts and dates',
      'unique-amount': 'the only pair of lines with this amount, on dates close to each other',
      likely: 'likely the same purchase, by item, amount and date',
    } as Readonly<Record<string, string>>,
    /** Names of fields, for cells without a known heading; the fields of ledgers are in the spend texts. */
    fields: {
      line: 'Line',
      itemNumber: 'Item number',
      itemName: 'Item name',
      quantity: 'Quantity',
      unit: 'Unit',
      unitPrice: 'Price per unit',
      co2ePerUnit: 'CO₂e per unit',
      site: 'Place of delivery',
      deliveredOn: 'Date of delivery',
      orderNumber: 'Order number',
      invoiceLine: 'Invoice line',
      gtin: 'GTIN',
    } as Readonly<Record<string, string>>,
    about: {
      factor: (p) => `Factor of ${p.name}`,
      methods: (p) => `What counts in ${p.name}`,
      item: (p) => `What item ${p.name} is`,
      account: (p) => `Where account ${p.name} belongs`,
      declaration: (p) => `Declaration ${p.name}`,
    },
    nothing: 'nothing in the catalogue fits',
    verdicts: {
      accepted: 'accepted',
      'accepted-with-reservation': 'accepted with a reservation',
      'to-clarify': 'needs clarification',
      rejected: 'rejected',
    } as Readonly<Record<string, string>>,
    systems: { kostra: 'KOSTRA', ns4102: 'NS 4102', dfo: 'DFØ' } as Readonly<Record<string, string>>,
    noTies: 'The line is tied to no report.',
    decisions: 'Decisions that touch the line',
    noDecisions: 'Nobody has decided anything of the line: the standard holds.',
    roles: {
      declaration: 'a contract manager of the cooperative',
      other: 'a contract manager or administrator of the cooperative',
    },
    decision: (p) =>
      `${p.about}: ${p.decided}. “${p.reason}” ${[p.proposedBy && `Proposed by ${p.proposedBy}.`, p.by && `Decided by ${p.by}.`].filter(Boolean).join(' ')}`,
    why: 'The figure',
    gone: 'The row is not in the accounts any more. The file and what was reckoned stand in the evidence.',
  },
} satisfies PublishedTexts;
