import { listing, plural } from '@tallgrunn/values';
import { count, capital, lines, rows, questions, remarks, places } from '../terms/nn.ts';
import type { CheckingTexts } from './nb.ts';

/** Texts of reading and checking a file, and of the grid for correcting its rows. */
export const checkingNn: CheckingTexts = {
  columns: {
    found: (p: { found: number; all: number }) => `${count(p.found)} av ${count(p.all)} kjende igjen`,
    missing: (p: { fields: readonly string[] }) => `Manglar ${listing('nn', p.fields)}`,
    open: 'Vis og rett kolonnane',
    sheet: 'Ark',
    caption: (p: { sheet: string }) => (p.sheet === '' ? 'Kolonnane i fila' : `Kolonnane i arket ${p.sheet}`),
    heads: { column: 'I fila', field: 'Lesen som', examples: 'Innhald' },
    notUsed: 'Blir ikkje brukt',
    unused: (p: { headings: readonly string[] }) =>
      `Blir ikkje brukt: ${p.headings.map((heading) => `«${heading}»`).join(', ')}. Står noko av dette der, kan du velje det nedanfor:`,
    uses: {
      unitPrice: 'så blir kvar pris kontrollert mot avtalen',
      gtin: 'så blir vara kjend att også når varenummeret er eit anna',
      site: 'så kan kommunane sjå kven som fekk varene',
      invoiceNumber: 'så blir like linjer funne, og linja kopla til fakturaen',
      orderNumber: 'så blir linja kopla til bestillinga',
    },
    required: (p: { field: string }) => `${p.field} (må vere med)`,
    choose: (p: { column: string }) => `Kva kolonnen ${p.column} er`,
    noHeading: (p: { column: string }) => `Kolonne ${p.column}`,
    resend: (p: { headings: readonly string[] }) =>
      plural('nn', p.headings.length, {
        one: `Innhaldet i kolonnen «${p.headings[0]}» vart ikkje sendt, for kolonnen var ikkje i bruk. Fila må sendast på nytt: trykk på knappen i steg 4, så blir ho send med kolonnen. Har du lukka sida, må du velje fila på nytt først.`,
        other: `Innhaldet i kolonnane ${listing('nn', p.headings)} vart ikkje sendt, for kolonnane var ikkje i bruk. Fila må sendast på nytt: trykk på knappen i steg 4, så blir ho send med kolonnane. Har du lukka sida, må du velje fila på nytt først.`,
      }),
    headingRow: (p: { row: number }) => `Overskriftene er lesne frå rad ${count(p.row)}.`,
    reset: 'Les kolonnane på nytt',
  },
  check: {
    working: (p: { rows: number }) => (p.rows === 0 ? 'Kontrollerer fila' : `Kontrollerer fila: ${lines(p.rows)}`),
    summary: (p: { lines: number; stops: number; questions: number; remarks: number }) =>
      [lines(p.lines), `${count(p.stops)} stopp`, questions(p.questions), remarks(p.remarks)].join(' · '),
    fine: 'Vi fann ingenting å rette eller spørje om.',
    structureAlone: 'Her er berre oppbygging og skrivemåte kontrollert.',
    byServer: 'Dette er resultatet av kontrollen hos oss.',
    stopsHelp:
      'Fila kan ikkje sendast inn før dette er retta. Rett her der det går an, elles i fila, og slepp ho på nytt.',
    rowStopsHelp: (p) =>
      `${capital(rows(p.rows))} kan ikkje takast med slik dei er: rett her, rett i fila og slepp ho på nytt, eller send inn utan dei.`,
    questions: 'Spørsmål til deg',
    questionsHelp:
      'Rett, eller skriv kvifor det er rett: avtaleforvaltaren ser svaret. Først ser du korleis fila er lesen, deretter det som gjeld størst beløp.',
    after: (p) => `${count(p.count)} til etter desse${p.money === '' ? '' : `, ${p.money}`}`,
    next: 'Vis dei neste',
    previous: 'Vis dei førre',
    settled: (p) => `Avklart: ${count(p.count)}`,
    question: 'Spørsmål',
    questionNo: (p: { no: number; of: number }) => `Spørsmål ${count(p.no)} av ${count(p.of)}`,
    stopNo: 'Stoppar fila',
    rowStop: 'Stoppar rader',
    remark: 'Merknad',
    answered: 'Svart på',
    remarks: (p: { count: number }) => capital(`${remarks(p.count)}: slik er fila tolka`),
    places: (p: { count: number }) => places(p.count),
    causes: (p: { count: number }) => plural('nn', p.count, { one: 'éi årsak', other: `${count(p.count)} ulike` }),
    atStake: (p: { money: string }) => `gjeld ${p.money}`,
    found: 'Fann',
    expected: 'Venta',
    place: (p: { sheet: string | null; row: number | null; column: string | null }) =>
      [p.sheet, p.row === null ? null : `rad ${count(p.row)}`, p.column]
        .filter((part) => part !== null && part !== '')
        .join(' · '),
    showPlaces: (p: { count: number }) =>
      plural('nn', p.count, { one: 'Vis staden', other: `Vis ${count(p.count)} stader` }),
    hidePlaces: 'Gøym stadene',
    morePlaces: (p: { left: number }) => `Vis fleire (${count(p.left)} att)`,
    showCauses: (p: { count: number }) => `Vis alle ${count(p.count)}`,
    fewerCauses: 'Vis færre',
    fixAll: (p: { label: string; count: number }) =>
      p.count === 1 ? p.label : `${p.label} (${count(p.count)} stader)`,
    fixEvery: (p: { count: number }) => `Rett alle ${count(p.count)}`,
    yesToEvery: (p: { count: number }) => `Ja til alle ${count(p.count)}`,
    several: {
      'leave-out': 'Ta ut radene',
      'use-product': 'Bruk pris × mengd',
      'use-shown-value': 'Bruk verdiane som blir viste i reknearket',
      'use-number': 'Bruk tala slik dei er tolka',
      'use-agreed-price': 'Rett til avtalt pris',
      'use-item': 'Bruk varenummera frå avtalen',
    },
    use: 'Bruk',
    chooseFirst: 'Vel først',
    typeSome: 'Skriv noko av nummeret eller namnet',
    noneSuch: 'Ingen eller fleire passar. Vel éin frå lista.',
    decimalComma: 'Komma, som i 1,5',
    decimalPoint: 'Punktum, som i 1.5',
    dayFirst: 'Dag først: 4.3. er 4. mars',
    monthFirst: 'Månad først: 4/3 er 3. april',
    inPeriod: 'Ingen kolonne: alt er levert i perioden (får siste dagen i perioden)',
    kroner: 'kroner',
    quantities: 'tal på varer',
    itIsRight: 'Dette er ikkje ein feil …',
    withdraw: 'Trekk tilbake svaret',
    overridden: 'Radene er med, og avtaleforvaltaren avgjer om rapporten blir godkjend slik.',
    overriddenHere:
      'Kontrollen avviste radene. Leverandøren meiner at det ikkje er ein feil. Dei blir med om du godkjenner rapporten.',
    allAreRight: (p: { count: number }) => `Svar likt på alle ${count(p.count)} …`,
    reason: 'Kvifor stemmer det?',
    reasonHelp: 'Ei kort setning er nok, til dømes kva avtale eller godkjenning det byggjer på.',
    reasonMissing: 'Skriv ei kort grunngiving',
    keepAnswer: 'Lagre svaret',
    cancel: 'Avbryt',
    changeAnswer: 'Endre svaret',
    changes: 'Retta her',
    changesHelp: 'Fila på maskina di er ikkje endra. Rettingane følgjer med når du sender inn.',
    change: (p: { label: string; count: number }) => `${p.label}: ${places(p.count)}`,
    before: 'Retta i førre versjon',
    undo: 'Angre',
    undoOf: (p: { label: string }) => `Angre ${p.label}`,
    annotated: 'Last ned fila med merknader',
    annotatedHelp:
      'Di eiga fil, med farge og merknad i cellene og eit eige ark som listar alt. Ho blir laga på maskina di.',
    annotatedFailed: 'Vi kunne ikkje setje inn merknader i fila. Rett i henne etter lista her.',
    tooManyChanges: 'Det er fleire rettingar enn vi kan ta imot saman med ei fil. Rett i fila og slepp ho på nytt.',
    tooManyCauses: (p: { count: number }) => `Her er dei ${count(p.count)} som gjeld mest.`,
  },
  grid: {
    open: 'Rett radene i ein tabell',
    close: 'Lukk tabellen',
    help: 'Piltastane flyttar. Enter eller F2 skriv i cella, Escape avbryt, Tab og Enter lagrar og går vidare. Du kan lime inn ei blokk frå eit rekneark. Fila på maskina di er ikkje endra.',
    caption: (p: { sheet: string }) => (p.sheet === '' ? 'Rader med funn' : `Rader med funn i arket ${p.sheet}`),
    redo: 'Gjer om',
    alike: (p: { value: string; count: number }) => `Bruk «${p.value}» i alle ${count(p.count)} like`,
    corrected: 'Retta',
    marked: 'Må vurderast:',
    row: (p: { row: number }) => `rad ${count(p.row)}`,
    was: (p: { written: string }) => `I fila står det «${p.written}».`,
    more: (p: { rows: number }) =>
      `${capital(rows(p.rows))} til har funn. Dei blir viste når du opnar tabellen på nytt etter at desse er retta.`,
    none: 'Ingen rader har funn å rette i ein tabell.',
  },
};
