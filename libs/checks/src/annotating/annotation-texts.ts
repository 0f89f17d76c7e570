import { catalogue, formatCount, type Language } from '@tallgrunn/values';

interface Capped {
  readonly comments: number;
  readonly cells: number;
  readonly listed: number;
}

const count = formatCount;

const nb = {
  name: (p: { name: string }) => `${p.name} med merknader.xlsx`,
  tab: 'Funn',
  title: 'Det kontrollen fant',
  legend:
    '✖ må rettes   ? må bekreftes eller rettes   i bare til orientering   ✎ rettet, filen viser det som sto der. Cellene har samme farge og en merknad. Klikk på cellen i kolonnen «Sted» for å gå dit.',
  capped: (p: Capped) =>
    `Det er flere funn enn det er plass til i regnearket: merknad står på de første ${count(p.comments, 'nb')} cellene i hvert ark, farge på de første ${count(p.cells, 'nb')} cellene, og listen under har de første ${count(p.listed, 'nb')} funnene. Årsakene er med alle sammen.`,
  shortened: (p: { rows: number }) =>
    `Et regneark slutter ved rad ${count(p.rows, 'nb')}. Rader etter den står bare i listen her.`,
  causes: 'Årsaker, det som stopper først, deretter etter beløp',
  findings: 'Hvert sted',
  heads: {
    was: 'Sto i filen',
    now: 'Rettet til',
    kind: 'Betyr',
    cause: 'Årsak',
    count: 'Steder',
    amount: 'Beløp',
    place: 'Sted',
    sheet: 'Ark',
    column: 'Kolonne',
    found: 'Fant',
    expected: 'Ventet',
    todo: 'Hva det gjelder, og hva du kan gjøre',
  },
  kinds: { blocksFile: 'Stopper filen', blocksRow: 'Stopper raden', confirm: 'Spørsmål', info: 'Merknad' },
  corrected: (p: { value: string }) => `Rettet: «${p.value}». I cellen står det som sto i filen.`,
  correctedHere: 'Rettet utenfor filen: filen viser det som sto der før',
  isCorrected: 'Rettet',
  wholeFile: 'Hele filen',
  row: (p: { row: number }) => `Rad ${p.row}`,
};

/** Texts of an annotated report file. */
export const annotationTexts = catalogue({
  nb,
  nn: {
    name: ({ name }) => `${name} med merknader.xlsx`,
    tab: 'Funn',
    title: 'Det kontrollen fann',
    legend:
      '✖ må rettast   ? må stadfestast eller rettast   i berre til orientering   ✎ retta, fila viser det som stod der. Cellene har same farge og ein merknad. Klikk på cella i kolonnen «Stad» for å gå dit.',
    capped: ({ comments, cells, listed }) =>
      `Det er fleire funn enn det er plass til i reknearket: merknad står på dei første ${count(comments, 'nn')} cellene i kvart ark, farge på dei første ${count(cells, 'nn')} cellene, og lista under har dei første ${count(listed, 'nn')} funna. Årsakene er med alle saman.`,
    shortened: ({ rows }) =>
      `Eit rekneark sluttar ved rad ${count(rows, 'nn')}. Rader etter den står berre i lista her.`,
    causes: 'Årsaker, det som stoppar først, deretter etter beløp',
    findings: 'Kvar stad',
    heads: {
      was: 'Stod i fila',
      now: 'Retta til',
      kind: 'Tyder',
      cause: 'Årsak',
      count: 'Stader',
      amount: 'Beløp',
      place: 'Stad',
      sheet: 'Ark',
      column: 'Kolonne',
      found: 'Fann',
      expected: 'Venta',
      todo: 'Kva det gjeld, og kva du kan gjere',
    },
    kinds: { blocksFile: 'Stoppar fila', blocksRow: 'Stoppar rada', confirm: 'Spørsmål', info: 'Merknad' },
    corrected: ({ value }) => `Retta: «${value}». I cella står det som stod i fila.`,
    correctedHere: 'Retta utanfor fila: fila viser det som stod der før',
    isCorrected: 'Retta',
    wholeFile: 'Heile fila',
    row: ({ row }) => `Rad ${row}`,
  },
  en: {
    name: ({ name }) => `${name} with remarks.xlsx`,
    tab: 'Findings',
    title: 'What the check found',
    legend:
      '✖ must be corrected   ? must be confirmed or corrected   i for information only   ✎ corrected, the file shows the original value. The cells have the same colour and a comment. Click the cell in the column “Place” to go there.',
    capped: ({ comments, cells, listed }) =>
      `There are more findings than fit in a spreadsheet: comments are on the first ${count(comments, 'en')} cells of each sheet, colour on the first ${count(cells, 'en')} cells, and the list below has the first ${count(listed, 'en')} findings. All causes are included.`,
    shortened: ({ rows }) => `A worksheet ends at row ${count(rows, 'en')}. Rows after it are only in the list here.`,
    causes: 'Causes, what stops first, then by amount',
    findings: 'Every place',
    heads: {
      was: 'In the file',
      now: 'Corrected to',
      kind: 'Means',
      cause: 'Cause',
      count: 'Places',
      amount: 'Amount',
      place: 'Place',
      sheet: 'Sheet',
      column: 'Column',
      found: 'Found',
      expected: 'Expected',
      todo: 'What it concerns, and what you can do',
    },
    kinds: { blocksFile: 'Stops the file', blocksRow: 'Stops the row', confirm: 'Question', info: 'Remark' },
    corrected: ({ value }) => `Corrected: “${value}”. The cell shows the original value.`,
    correctedHere: 'Corrected outside the file: the file shows the original value',
    isCorrected: 'Corrected',
    wholeFile: 'The whole file',
    row: ({ row }) => `Row ${row}`,
  },
});

/**
 * Returns the name of the annotated file: the original name, a suffix in the language, and .xlsx; a workbook with
 * macros stays .xlsm.
 */
export function annotatedName(fileName: string, language: Language): string {
  const name = annotationTexts(language).name({ name: fileName.replace(/\.\w{1,5}$/, '') });
  return /\.xlsm$/i.test(fileName) ? name.replace(/\.xlsx$/, '.xlsm') : name;
}
