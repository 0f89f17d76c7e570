import { listing, plural } from '@tallgrunn/values';
import { count, capital, lines, rows, questions, remarks, places } from '../terms/en.ts';
import type { CheckingTexts } from './nb.ts';

/** Texts of reading and checking a file, and of the grid for correcting its rows. */
export const checkingEn: CheckingTexts = {
  columns: {
    found: (p: { found: number; all: number }) => `${count(p.found)} of ${count(p.all)} recognised`,
    missing: (p: { fields: readonly string[] }) => `Missing: ${listing('en', p.fields)}`,
    open: 'Show and correct the columns',
    sheet: 'Sheet',
    caption: (p: { sheet: string }) => (p.sheet === '' ? 'Columns of the file' : `Columns of the sheet ${p.sheet}`),
    heads: { column: 'In the file', field: 'Read as', examples: 'Content' },
    notUsed: 'Not used',
    unused: (p: { headings: readonly string[] }) =>
      `Not used: ${p.headings.map((heading) => `«${heading}»`).join(', ')}. If they contain any of this, you can choose it below:`,
    uses: {
      unitPrice: 'each price is then checked against the agreement',
      gtin: 'the item is then recognised also under another number',
      site: 'the municipalities can then see who received the goods',
      invoiceNumber: 'equal lines are then found, and the line is linked to its invoice',
      orderNumber: 'the line is then linked to its order',
    },
    required: (p: { field: string }) => `${p.field} (required)`,
    choose: (p: { column: string }) => `What the column ${p.column} is`,
    noHeading: (p: { column: string }) => `Column ${p.column}`,
    resend: (p: { headings: readonly string[] }) =>
      plural('en', p.headings.length, {
        one: `The content of the column “${p.headings[0]}” was not sent, because the column was not in use. The file must be sent again: press the button in step 4, and it is sent with the column. If you have closed the page, choose the file again first.`,
        other: `The content of the columns ${listing('en', p.headings)} was not sent, because the columns were not in use. The file must be sent again: press the button in step 4, and it is sent with the columns. If you have closed the page, choose the file again first.`,
      }),
    headingRow: (p: { row: number }) => `Headings were read from row ${count(p.row)}.`,
    reset: 'Re-read the columns',
  },
  check: {
    working: (p: { rows: number }) => (p.rows === 0 ? 'Checking the file' : `Checking the file: ${lines(p.rows)}`),
    summary: (p: { lines: number; stops: number; questions: number; remarks: number }) =>
      [
        lines(p.lines),
        plural('en', p.stops, { one: 'one stop', other: `${count(p.stops)} stops` }),
        questions(p.questions),
        remarks(p.remarks),
      ].join(' · '),
    fine: 'We found nothing to correct or ask about.',
    structureAlone: 'Only structure and spelling were checked here.',
    byServer: 'This is the result of the server check.',
    stopsHelp:
      'The file cannot be submitted until this is corrected. Correct it here where you can, otherwise in the file, and drop it again.',
    rowStopsHelp: (p) =>
      `${capital(rows(p.rows))} cannot be accepted as they are: correct here, correct the file and drop it again, or submit without them.`,
    questions: 'Questions for you',
    questionsHelp:
      'Correct it, or explain why it is correct: the contract manager sees the answer. Questions about how the file was read come first, then those with the largest amounts.',
    after: (p) => `${count(p.count)} more after these${p.money === '' ? '' : `, ${p.money}`}`,
    next: 'Show the next',
    previous: 'Show the previous',
    settled: (p) => `Resolved: ${count(p.count)}`,
    question: 'Question',
    questionNo: (p: { no: number; of: number }) => `Question ${count(p.no)} of ${count(p.of)}`,
    stopNo: 'Stops the file',
    rowStop: 'Stops rows',
    remark: 'Remark',
    answered: 'Answered',
    remarks: (p: { count: number }) => capital(`${remarks(p.count)}: how the file was read`),
    places: (p: { count: number }) => places(p.count),
    causes: (p: { count: number }) => plural('en', p.count, { one: 'one cause', other: `${count(p.count)} different` }),
    atStake: (p: { money: string }) => `concerns ${p.money}`,
    found: 'Found',
    expected: 'Expected',
    place: (p: { sheet: string | null; row: number | null; column: string | null }) =>
      [p.sheet, p.row === null ? null : `row ${count(p.row)}`, p.column]
        .filter((part) => part !== null && part !== '')
        .join(' · '),
    showPlaces: (p: { count: number }) =>
      plural('en', p.count, { one: 'Show the place', other: `Show ${count(p.count)} places` }),
    hidePlaces: 'Hide the places',
    morePlaces: (p: { left: number }) => `Show more (${count(p.left)} left)`,
    showCauses: (p: { count: number }) => `Show all ${count(p.count)}`,
    fewerCauses: 'Show fewer',
    fixAll: (p: { label: string; count: number }) =>
      p.count === 1 ? p.label : `${p.label} (${count(p.count)} places)`,
    fixEvery: (p: { count: number }) => `Correct all ${count(p.count)}`,
    yesToEvery: (p: { count: number }) => `Yes to all ${count(p.count)}`,
    several: {
      'leave-out': 'Remove the rows',
      'use-product': 'Use price × quantity',
      'use-shown-value': 'Use the values the spreadsheet shows',
      'use-number': 'Use the numbers as they were read',
      'use-agreed-price': 'Correct to the agreed price',
      'use-item': 'Use the item numbers of the agreement',
    },
    use: 'Use',
    chooseFirst: 'Choose first',
    typeSome: 'Type some of the number or name',
    noneSuch: 'No match, or several. Choose one from the list.',
    decimalComma: 'Comma, as in 1,5',
    decimalPoint: 'Point, as in 1.5',
    dayFirst: 'Day first: 4/3 is 4 March',
    monthFirst: 'Month first: 4/3 is 3 April',
    inPeriod: 'No column: everything was delivered in the period (gets its last day)',
    kroner: 'amounts in NOK',
    quantities: 'quantities',
    itIsRight: 'This is not an error …',
    withdraw: 'Withdraw the answer',
    overridden: 'The rows are included, and the contract manager decides whether to accept the report with them.',
    overriddenHere:
      'The check rejected the rows. The supplier responded that it is not an error. They are included if you accept the report.',
    allAreRight: (p: { count: number }) => `Give all ${count(p.count)} the same answer …`,
    reason: 'Why is it correct?',
    reasonHelp: 'A short sentence is enough, for example which agreement or approval it is based on.',
    reasonMissing: 'Write a short reason',
    keepAnswer: 'Save the answer',
    cancel: 'Cancel',
    changeAnswer: 'Change the answer',
    changes: 'Corrected here',
    changesHelp: 'The file on your computer is unchanged. The corrections are included when you submit.',
    change: (p: { label: string; count: number }) => `${p.label}: ${places(p.count)}`,
    before: 'Corrected in the last version',
    undo: 'Undo',
    undoOf: (p: { label: string }) => `Undo ${p.label}`,
    annotated: 'Download the file with remarks',
    annotatedHelp:
      'Your own file, with colour and a comment in the cells and one sheet that lists everything. It is created on your computer.',
    annotatedFailed: 'We could not add remarks to the file. Correct it from the list here.',
    tooManyChanges: 'There are more corrections than we can accept with a file. Correct the file and drop it again.',
    tooManyCauses: (p: { count: number }) => `The ${count(p.count)} largest are shown here.`,
  },
  grid: {
    open: 'Correct the rows in a table',
    close: 'Close the table',
    help: 'Arrow keys move. Enter or F2 edits the cell, Escape cancels, Tab and Enter save and move on. You can paste a block from a spreadsheet. The file on your machine is not changed.',
    caption: (p: { sheet: string }) =>
      p.sheet === '' ? 'Rows with findings' : `Rows with findings in the sheet ${p.sheet}`,
    redo: 'Redo',
    alike: (p: { value: string; count: number }) => `Use “${p.value}” in all ${count(p.count)} alike`,
    corrected: 'Corrected',
    marked: 'To review:',
    row: (p: { row: number }) => `row ${count(p.row)}`,
    was: (p: { written: string }) => `The file has “${p.written}”.`,
    more: (p: { rows: number }) =>
      `${capital(rows(p.rows))} more have findings. They appear when you reopen the table after these are corrected.`,
    none: 'No rows have findings to correct in a table.',
  },
};
