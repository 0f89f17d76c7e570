import { listing, plural } from '@tallgrunn/values';
import { count, capital, lines, rows, questions, remarks } from '../terms/nb.ts';

/** Texts of reading and checking a file, and of the grid for correcting its rows. */
export const checkingNb = {
  columns: {
    found: (p: { found: number; all: number }) => `${count(p.found)} av ${count(p.all)} kjent igjen`,
    missing: (p: { fields: readonly string[] }) => `Mangler ${listing('nb', p.fields)}`,
    open: 'Vis og rett kolonnene',
    sheet: 'Ark',
    caption: (p: { sheet: string }) => (p.sheet === '' ? 'Kolonnene i filen' : `Kolonnene i arket ${p.sheet}`),
    heads: { column: 'I filen', field: 'Lest som', examples: 'Innhold' },
    notUsed: 'Brukes ikke',
    unused: (p: { headings: readonly string[] }) =>
      `Brukes ikke: ${p.headings.map((heading) => `«${heading}»`).join(', ')}. Står noe av dette der, kan du velge det nedenfor:`,
    uses: {
      unitPrice: 'så kontrolleres hver pris mot avtalen',
      gtin: 'så kjennes varen igjen også når varenummeret er et annet',
      site: 'så kan kommunene se hvem som fikk varene',
      invoiceNumber: 'så finnes like linjer, og linjen kobles til fakturaen',
      orderNumber: 'så kobles linjen til bestillingen',
    },
    required: (p: { field: string }) => `${p.field} (må være med)`,
    choose: (p: { column: string }) => `Hva kolonnen ${p.column} er`,
    noHeading: (p: { column: string }) => `Kolonne ${p.column}`,
    resend: (p: { headings: readonly string[] }) =>
      plural('nb', p.headings.length, {
        one: `Innholdet i kolonnen «${p.headings[0]}» ble ikke sendt, for kolonnen var ikke i bruk. Filen må sendes på nytt: trykk på knappen i steg 4, så sendes den med kolonnen. Har du lukket siden, må du velge filen på nytt først.`,
        other: `Innholdet i kolonnene ${listing('nb', p.headings)} ble ikke sendt, for kolonnene var ikke i bruk. Filen må sendes på nytt: trykk på knappen i steg 4, så sendes den med kolonnene. Har du lukket siden, må du velge filen på nytt først.`,
      }),
    headingRow: (p: { row: number }) => `Overskriftene er lest fra rad ${count(p.row)}.`,
    reset: 'Les kolonnene på nytt',
  },
  check: {
    working: (p: { rows: number }) => (p.rows === 0 ? 'Kontrollerer filen' : `Kontrollerer filen: ${lines(p.rows)}`),
    summary: (p: { lines: number; stops: number; questions: number; remarks: number }) =>
      [lines(p.lines), `${count(p.stops)} stopp`, questions(p.questions), remarks(p.remarks)].join(' · '),
    fine: 'Vi fant ingenting å rette eller spørre om.',
    structureAlone: 'Her er bare oppbygning og skrivemåte kontrollert.',
    byServer: 'Dette er resultatet av kontrollen hos oss.',
    stopsHelp:
      'Filen kan ikke sendes inn før dette er rettet. Rett her der det går an, ellers i filen, og slipp den på nytt.',
    rowStopsHelp: (p: { rows: number }) =>
      `${capital(rows(p.rows))} kan ikke tas med slik de er: rett her, rett i filen og slipp den på nytt, eller send inn uten dem.`,
    questions: 'Spørsmål til deg',
    questionsHelp:
      'Rett, eller skriv hvorfor det er riktig: avtaleforvalteren ser svaret. Først vises hvordan filen er lest, deretter det som gjelder størst beløp.',
    after: (p: { count: number; money: string }) =>
      `${count(p.count)} til etter disse${p.money === '' ? '' : `, ${p.money}`}`,
    next: 'Vis de neste',
    previous: 'Vis de forrige',
    settled: (p: { count: number }) => `Avklart: ${count(p.count)}`,
    question: 'Spørsmål',
    questionNo: (p: { no: number; of: number }) => `Spørsmål ${count(p.no)} av ${count(p.of)}`,
    stopNo: 'Stopper filen',
    rowStop: 'Stopper rader',
    remark: 'Merknad',
    answered: 'Besvart',
    remarks: (p: { count: number }) => capital(`${remarks(p.count)}: slik er filen tolket`),
    places: (p: { count: number }) => plural('nb', p.count, { one: 'ett sted', other: `${count(p.count)} steder` }),
    causes: (p: { count: number }) => plural('nb', p.count, { one: 'én årsak', other: `${count(p.count)} ulike` }),
    atStake: (p: { money: string }) => `gjelder ${p.money}`,
    found: 'Fant',
    expected: 'Ventet',
    place: (p: { sheet: string | null; row: number | null; column: string | null }) =>
      [p.sheet, p.row === null ? null : `rad ${count(p.row)}`, p.column]
        .filter((part) => part !== null && part !== '')
        .join(' · '),
    showPlaces: (p: { count: number }) =>
      plural('nb', p.count, { one: 'Vis stedet', other: `Vis ${count(p.count)} steder` }),
    hidePlaces: 'Skjul stedene',
    morePlaces: (p: { left: number }) => `Vis flere (${count(p.left)} igjen)`,
    showCauses: (p: { count: number }) => `Vis alle ${count(p.count)}`,
    fewerCauses: 'Vis færre',
    fixAll: (p: { label: string; count: number }) =>
      p.count === 1 ? p.label : `${p.label} (${count(p.count)} steder)`,
    fixEvery: (p: { count: number }) => `Rett alle ${count(p.count)}`,
    yesToEvery: (p: { count: number }) => `Ja til alle ${count(p.count)}`,
    several: {
      'leave-out': 'Ta ut radene',
      'use-product': 'Bruk pris × antall',
      'use-shown-value': 'Bruk verdiene som vises i regnearket',
      'use-number': 'Bruk tallene slik de er tolket',
      'use-agreed-price': 'Rett til avtalt pris',
      'use-item': 'Bruk varenumrene fra avtalen',
    },
    use: 'Bruk',
    chooseFirst: 'Velg først',
    typeSome: 'Skriv noe av nummeret eller navnet',
    noneSuch: 'Ingen eller flere passer. Velg én fra listen.',
    decimalComma: 'Komma, som i 1,5',
    decimalPoint: 'Punktum, som i 1.5',
    dayFirst: 'Dag først: 4.3. er 4. mars',
    monthFirst: 'Måned først: 4/3 er 3. april',
    inPeriod: 'Ingen kolonne: alt er levert i perioden (får periodens siste dag)',
    kroner: 'kroner',
    quantities: 'antall',
    itIsRight: 'Dette er ikke en feil …',
    withdraw: 'Trekk tilbake svaret',
    overridden: 'Radene er med, og avtaleforvalteren avgjør om rapporten godkjennes slik.',
    overriddenHere:
      'Kontrollen avviste radene. Leverandøren mener at det ikke er en feil. De blir med hvis du godkjenner rapporten.',
    allAreRight: (p: { count: number }) => `Svar likt på alle ${count(p.count)} …`,
    reason: 'Hvorfor stemmer det?',
    reasonHelp: 'En kort setning er nok, for eksempel hvilken avtale eller godkjenning det bygger på.',
    reasonMissing: 'Skriv en kort begrunnelse',
    keepAnswer: 'Lagre svaret',
    cancel: 'Avbryt',
    changeAnswer: 'Endre svaret',
    changes: 'Rettet her',
    changesHelp: 'Filen på maskinen din er ikke endret. Rettelsene følger med når du sender inn.',
    change: (p: { label: string; count: number }) =>
      `${p.label}: ${plural('nb', p.count, { one: 'ett sted', other: `${count(p.count)} steder` })}`,
    before: 'Rettet i forrige versjon',
    undo: 'Angre',
    undoOf: (p: { label: string }) => `Angre ${p.label}`,
    annotated: 'Last ned filen med merknader',
    annotatedHelp:
      'Din egen fil, med farge og merknad i cellene og et eget ark som lister alt. Den lages på maskinen din.',
    annotatedFailed: 'Vi kunne ikke sette inn merknader i filen. Rett i den etter listen her.',
    tooManyChanges: 'Det er flere rettelser enn vi kan ta imot sammen med en fil. Rett i filen og slipp den på nytt.',
    tooManyCauses: (p: { count: number }) => `Her vises de ${count(p.count)} som gjelder mest.`,
  },
  grid: {
    open: 'Rett radene i en tabell',
    close: 'Lukk tabellen',
    help: 'Piltastene flytter. Enter eller F2 skriver i cellen, Escape avbryter, Tab og Enter lagrer og går videre. Du kan lime inn en blokk fra et regneark. Filen på maskinen din er ikke endret.',
    caption: (p: { sheet: string }) => (p.sheet === '' ? 'Rader med funn' : `Rader med funn i arket ${p.sheet}`),
    redo: 'Gjør om',
    alike: (p: { value: string; count: number }) => `Bruk «${p.value}» i alle ${count(p.count)} like`,
    corrected: 'Rettet',
    marked: 'Må vurderes:',
    row: (p: { row: number }) => `rad ${count(p.row)}`,
    was: (p: { written: string }) => `I filen står det «${p.written}».`,
    more: (p: { rows: number }) =>
      `${capital(rows(p.rows))} til har funn. De vises når du åpner tabellen på nytt etter at disse er rettet.`,
    none: 'Ingen rader har funn å rette i en tabell.',
  },
};

export type CheckingTexts = typeof checkingNb;
