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
    more: (p) => `The figure above covers more than was published. For the published scope it is now ${p.figure}.`,
    moreSame: 'The figure above covers more than was published. For the published scope it is unchanged.',
    notPublished: 'Not published.',
    outside: (p) =>
      `The latest publication (case ${p.caseNumber}) covers ${p.scope}. This figure is outside that scope.`,
    same: 'The figure is unchanged.',
    why: 'See the differences',
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
    of: (p) => `Covers ${p.scope}.`,
    oneBuyer: 'one municipality',
    ofIt: ', of that ',
    inWords: 'The scope is described in free text; the figure is for the whole run.',
    title: 'Scope',
    help: 'The published figure is the sum of exactly this selection. Later it is only compared with figures for the same selection.',
    from: 'From (inclusive)',
    to: 'To (inclusive)',
    allMonths: 'all months',
    buyers: 'Municipalities',
    categories: 'Categories',
    none: 'Leave empty to include all.',
  },
  bridge: {
    finding: (p) => `From ${p.before} to ${p.after}: ${p.difference}`,
    none: 'no difference',
    close: 'The axis does not start at zero.',
    basis: 'Steps follow this order and add up exactly. Grey steps are changes in method or data, not in purchasing.',
    run: (p) => `Run ${count(p.run)}`,
    published: (p) => `Published (run ${count(p.run)})`,
    now: 'Now',
    legend: { fall: 'lower emissions', rise: 'higher emissions', grey: 'calculated differently' },
    heads: ['Step', 'Tonnes CO₂e', 'Lines'],
    groupHeads: ['Step', 'Tonnes CO₂e', 'Groups'],
    groupSteps: {
      data: 'Municipalities with a ledger in only one of the years',
      volume: 'Change in volume',
      mix: 'Change in product mix',
      supplier: 'The supplier’s own figure',
      factor: 'New factor',
      method: 'New method',
      price: 'Price change',
    },
    notCalculated: 'not calculated',
    notDeflated: (p) =>
      `Price increases have not been calculated for purchases of ${kroner(p.amount)}: the price index is missing for ${p.years.join(', ')}. Higher prices may therefore be part of the other steps.`,
  },
  years: {
    title: 'From one year to another',
    help: 'Lines cannot be compared between years, so the difference is split by product group. Only months and municipalities whose ledger is complete in both years are included.',
    until: (p) => `${Number(p.month.slice(5)) === 1 ? '' : 'January to '}${formatPeriod(Period.parse(p.month), 'en')}`,
    few: (p) =>
      `You can compare two years when both have calculated emissions.${p.year ? ` So far there are only figures for ${p.year}.` : ``}`,
    before: 'From the year',
    after: 'To the year',
    as: 'Version',
    now: 'now',
    published: (p) => `published in case ${p.caseNumber} (run ${count(p.run)})`,
    none: (p) => `No emissions have been calculated for ${p.year}.`,
    change: (p) => `With 95 % probability the change is between ${p.low} and ${p.high}.`,
    sameError: 'A factor used in both years has the same error in both.',
  },
  change: {
    by: 'Compare by',
    ways: { books: 'accounting period', delivery: 'delivery date' },
    told: { books: 'by accounting period', delivery: 'by delivery date' },
    verdicts: {
      fall: (p) => `A certain decrease ${p.by}.`,
      rise: (p) => `A certain increase ${p.by}.`,
      unclear: (p) => `No certain change ${p.by}, allowing for spend without a figure.`,
    },
    figures: (p) => `From ${p.before} to ${p.after}.`,
    shifted: (p) =>
      `Vouchers are also booked in other months than the goods were bought in. By purchase date the change in the same months is ${p.figure}.`,
    help: 'Goods and their voucher may belong to different periods. By accounting period, the change also depends on when the voucher was booked. By delivery date, it depends on when the goods arrived, where a report states it.',
    bridgeByBooks: 'The steps follow the accounting period, like other totals.',
  },
  publish: {
    title: 'Publish the run',
    help: 'The run is recalculated first. Someone else must approve the publication. A publication never changes; later runs are shown next to it.',
    caseNumber: 'Case number in the archive',
    scope: 'What is published',
    scopeHelp: 'Describe it as in the case document.',
    missing: 'Enter the case number',
    missingScope: 'Enter what is published',
    act: (p) => `Propose to publish run ${count(p.run)}`,
    done: (p) => `The proposal to publish in case ${p.caseNumber} awaits approval by someone else.`,
  },
  proposals: {
    title: 'Awaiting approval by someone else',
    publication: (p) => `Publish run ${count(p.run)} in case ${p.caseNumber}: ${p.scope}`,
    sealing: (p) =>
      `Save and lock ${plural('en', p.figures, { one: 'one figure', other: `${count(p.figures)} figures` })} from ${p.source}`,
    scope: (p) => `Months: ${p.months}. Municipalities: ${p.buyers}. Categories: ${p.categories}.`,
    by: (p) => `Proposed by ${p.name} ${p.at}.`,
    approve: 'Approve',
    reject: 'Reject',
    withdraw: 'Withdraw',
    cancel: 'Cancel',
    reason: 'Why are you rejecting it?',
    reasonMissing: 'Enter a reason',
    own: 'You proposed this. Someone else must approve it.',
    dependent:
      'You cannot approve this, because you and the person who proposed it got access from each other or through the same person. The Colleagues page shows who can vouch for you.',
    approved: 'The proposal is approved and now in force.',
    rejected: 'The proposal is rejected.',
    withdrawn: 'The proposal is withdrawn.',
  },
  evidence: {
    act: 'Download the evidence pack (zip)',
    note: 'Everything needed to recalculate the figure without Tallgrunn: lines, factors, decisions, the method in three languages and a spreadsheet with formulas.',
    writing: 'Writing the evidence pack, line by line.',
    written: 'The evidence pack is ready. Your browser saves it among your downloads.',
  },
  night: {
    none: 'All figures are recalculated and compared every night. The first check has not run yet.',
    holds: (p) =>
      `Nightly verification ${at(p.at)}: ${plural('en', p.lines, { one: 'one line', other: `all ${count(p.lines)} lines` })} gave the same result.`,
    sampled: (p) =>
      `Nightly verification ${at(p.at)} of a sample: ${count(p.tried)} of ${count(p.lines)} lines, of ${count(p.buyersTried)} of ${count(p.buyers)} buyers. All gave the same result. A new sample is drawn every night.`,
    differs: (p) =>
      `Nightly verification ${at(p.at)}: ${plural('en', p.differing, { one: 'one line differed and was', other: `${count(p.differing)} lines differed and were` })} corrected in run ${count(p.run)}. Contact the system administrator.`,
    overtaken: (p) => `The verification ${at(p.at)} was superseded by new data. It runs again the next night.`,
  },
  sealed: {
    why: {
      formula: (p: { madeBy: string; kg: string }) => `Calculated by ${p.madeBy}: ${p.kg} kg CO₂e.`,
      method: (p: { method: string }) => `Method: ${p.method}`,
      text: (p: { sealed: string }) => `Locked text: “${p.sealed}”`,
      notAgain:
        'Tallgrunn does not have the lines behind the figure. It cannot be recalculated here and is not added to our figures.',
      by: 'Locked by',
      at: 'Locked',
      hash: 'SHA-256 of the locked text (UTF-8)',
    },
    title: 'Figures calculated elsewhere',
    help: 'Earlier figures, locked when entered. They are shown next to ours and cannot be recalculated.',
    mark: 'cannot be recalculated',
    caption: 'Figures calculated elsewhere',
    heads: {
      year: 'Year',
      buyer: 'Municipality',
      category: 'Category',
      tonnes: 'Tonnes CO₂e',
      madeBy: 'Calculated by',
      source: 'Source',
    },
    all: 'all',
    allCategories: 'all purchases',
    none: 'No figures have been entered.',
    formTitle: 'Enter figures',
    rows: 'Figures',
    rowsHelp:
      'One line per figure: year; municipality; category; tonnes. Leave municipality or category empty if the figure covers all. You can paste from a spreadsheet.',
    rowsExample: '2019; ; ; 12345.6',
    madeBy: 'Calculated by',
    method: 'Method',
    source: 'Document or case',
    missing: 'Fill in this field',
    rowOdd: (p) => `Line ${count(p.row)} is “${p.found}”. Enter year; municipality; category; tonnes.`,
    buyerOdd: (p) => `Line ${count(p.row)}: no municipality is called “${p.found}”.`,
    categoryOdd: (p) => `Line ${count(p.row)}: no category is called “${p.found}”.`,
    act: 'Propose to save and lock the figures',
    done: (p) =>
      `${plural('en', p.figures, { one: 'One figure', other: `${count(p.figures)} figures` })} awaiting approval by someone else.`,
  },
  list: {
    title: 'Published figures',
    lead: 'Published figures can be traced to the row of the file they came from.',
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
    holds: 'In force',
    superseded: (p) => `Superseded by case ${p.caseNumber}`,
    holdsHelp:
      'If the same scope is published several times, the latest is in force. Earlier ones are kept, with a reference to the case that superseded them.',
    ofOthersToo:
      'The figure is the sum for all municipalities in the scope. The lines behind your own purchases are shown on the page of the publication.',
    toOwn: 'See your part',
    noneTitle: 'Nothing has been published yet',
    none: 'Published runs are listed here.',
    until: (p) => `Your access is read-only and lasts until the end of ${lastDay(p.at)}.`,
  },
  run: {
    title: (p) => `Run ${count(p.run)}`,
    total: 'Emissions from purchases',
    ownPart: (p) => `This is ${p.organisation}’s part of the published figure.`,
    cases: 'Published in',
    sampleTitle: 'Draw a sample',
    sampleHelp:
      'Monetary-unit sampling: each NOK (or kg) has the same chance, so large lines are drawn more often. The same seed gives the same sample.',
    seed: 'Seed',
    seedHelp: 'Any text. Note it, so that others can draw the same sample.',
    size: 'Number of draws (1–500)',
    unit: 'Draw by',
    units: { kroner: 'NOK', kg: 'kilograms of CO₂e' },
    draw: 'Draw the sample',
    drawn: (p) =>
      `${plural('en', p.lines, { one: 'One line', other: `${count(p.lines)} lines` })} of ${count(p.population)}, with ${count(p.hits)} draws. Seed “${p.seed}”, interval ${p.interval}, first draw at ${p.start}.`,
    nothing: 'No lines to draw from.',
    caption: 'Lines drawn',
    heads: {
      line: 'Line',
      buyer: 'Municipality',
      day: 'Date',
      amount: 'Amount',
      kg: 'kg CO₂e',
      method: 'Method',
      hits: 'Draws',
    },
    certain: (p) => `${count(p.hits)} (always drawn)`,
    noText: 'No text',
  },
  line: {
    title: 'Line and evidence',
    kinds: {
      posting: 'The row in the ledger',
      'invoice-line': 'The line of the invoice',
      report: 'The row in the report',
    },
    place: (p) => [p.document, p.file, p.sheet, p.row && `row ${p.row}`].filter(Boolean).join(' · '),
    sha256: (p) => `SHA-256 of the file: ${p.hash}`,
    cellHeads: { cell: 'Cell/row', heading: 'Field', text: 'As written' },
    cells: 'The cells as they were read',
    unknownCell: '–',
    findings: 'Findings in the row',
    noFindings: 'No findings in this row.',
    finding: (p) =>
      [p.title, p.cell, p.found && `found “${p.found}”`, p.expected && `expected “${p.expected}”`]
        .filter(Boolean)
        .join(', '),
    ties: 'Links between ledger and report',
    tie: (p) => `${p.report}, line ${count(p.line)}: ${kroner(p.amount)}. Matched by: ${p.step}.`,
    /** By match rule. */
    steps: {
      decision: 'decided manually: the same purchase',
      'invoice-item': 'same invoice number and same item number, and the amounts are equal',
      'invoice-amount': 'same invoice number, and the amounts are equal',
      'invoice-sum': 'same invoice number, and the lines on each side add up to the same total',
      'invoice-difference': 'same invoice number, but the totals differ',
      'order-item': 'same order number and same item number',
      'order-sum': 'same order number, and the totals are equal',
      'item-amount': 'same item number and same amount, on dates close to each other',
      'period-item': 'same item number in the same month, and the totals are equal',
      'period-sum':
        'the total of everything booked for the supplier in the period, at the place, on the account, for the item or for the product group',
      'sum-of-lines': 'lines of one delivery that add up to the invoice total',
      'sum-of-parts': 'a total for the period: the only set of lines that adds up to it, by amount and date',
      'unique-amount': 'the only pair of lines with this amount, on dates close to each other',
      likely: 'probable match by item, amount and date',
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
      factor: (p) => `Factor for ${p.name}`,
      methods: (p) => `Calculation methods for ${p.name}`,
      item: (p) => `Classification of item ${p.name}`,
      account: (p) => `Category of account ${p.name}`,
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
    noTies: 'The line is not linked to a report.',
    decisions: 'Decisions affecting the line',
    noDecisions: 'No decisions affect this line. The default applies.',
    roles: {
      declaration: 'a contract manager of the cooperative',
      other: 'a contract manager or administrator of the cooperative',
    },
    decision: (p) =>
      `${p.about}: ${p.decided}. “${p.reason}” ${[p.proposedBy && `Proposed by ${p.proposedBy}.`, p.by && `Decided by ${p.by}.`].filter(Boolean).join(' ')}`,
    why: 'The figure',
    gone: 'The row is no longer in the ledger. The file and the calculation are in the evidence pack.',
  },
} satisfies PublishedTexts;
