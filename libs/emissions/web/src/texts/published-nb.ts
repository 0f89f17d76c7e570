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

const count = (n: number) => formatCount(n, 'nb');
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nb', 2);
const at = (instant: string) => formatInstant(new Date(instant), 'nb');
/** Formats the last day before an instant: access that expires at midnight has the previous day as its last. */
const lastDay = (instant: string) => formatDate(osloDate(new Date(Date.parse(instant) - 1)), 'nb');

export const nb = {
  beside: {
    title: 'Publisert',
    note: (p: { caseNumber: string; at: string; run: number }) =>
      `sak ${p.caseNumber}, ${at(p.at)}, beregning ${count(p.run)}`,
    now: (p: { figure: string }) => `Nå: ${p.figure}.`,
    part: 'Del av det som er publisert',
    more: (p: { figure: string }) =>
      `Tallet over dekker mer enn det som er publisert. For det publiserte omfanget er det nå ${p.figure}.`,
    moreSame: 'Tallet over dekker mer enn det som er publisert. For det publiserte omfanget er tallet uendret.',
    notPublished: 'Ikke publisert.',
    outside: (p: { scope: string; caseNumber: string }) =>
      `Den siste publiseringen (sak ${p.caseNumber}) gjelder ${p.scope}. Tallet her er utenfor det omfanget.`,
    same: 'Tallet er uendret.',
    why: 'Se forskjellene',
  },
  scopes: {
    months: (p: { from: string | null; to: string | null }) =>
      p.from && p.to
        ? p.from === p.to
          ? p.from
          : `${p.from} til ${p.to}`
        : p.from
          ? `fra ${p.from}`
          : p.to
            ? `til ${p.to}`
            : 'alle måneder',
    allBuyers: 'alle kommunene',
    someBuyer: 'en annen kommune',
    allCategories: 'alle kategorier',
    of: (p: { scope: string }) => `Gjelder ${p.scope}.`,
    oneBuyer: 'én kommune',
    ofIt: ', av dette ',
    inWords: 'Omfanget er beskrevet med fritekst, og tallet gjelder hele beregningen.',
    title: 'Omfang',
    help: 'Tallet som publiseres, er summen av akkurat dette utvalget. Senere sammenlignes det bare med tall for det samme utvalget.',
    from: 'Fra og med',
    to: 'Til og med',
    allMonths: 'alle måneder',
    buyers: 'Kommuner',
    categories: 'Kategorier',
    none: 'Velger du ingen, tas alle med.',
  },
  bridge: {
    finding: (p: { before: string; after: string; difference: string }) =>
      `Fra ${p.before} til ${p.after}: ${p.difference}`,
    none: 'ingen forskjell',
    close: 'Aksen begynner ikke på null.',
    basis:
      'Trinnene kommer i denne rekkefølgen og summerer seg nøyaktig. Grå trinn skyldes endret metode eller datagrunnlag, ikke endrede innkjøp.',
    run: (p: { run: number }) => `Beregning ${count(p.run)}`,
    published: (p: { run: number }) => `Publisert (beregning ${count(p.run)})`,
    now: 'Nå',
    legend: { fall: 'lavere utslipp', rise: 'høyere utslipp', grey: 'endret beregning' },
    heads: ['Trinn', 'Tonn CO₂e', 'Linjer'],
    groupHeads: ['Trinn', 'Tonn CO₂e', 'Grupper'],
    groupSteps: {
      data: 'Kommuner med regnskap i bare ett av årene',
      volume: 'Endret innkjøpsmengde',
      mix: 'Endret varesammensetning',
      supplier: 'Leverandørens eget tall',
      factor: 'Ny faktor',
      method: 'Ny metode',
      price: 'Prisendring',
    },
    notCalculated: 'ikke beregnet',
    notDeflated: (p: { amount: string; years: readonly string[] }) =>
      `Prisstigningen er ikke beregnet for innkjøp på ${kroner(p.amount)}: prisindeksen mangler for ${p.years.join(', ')}. Høyere priser kan derfor være med i de andre trinnene.`,
  },
  years: {
    title: 'Fra ett år til et annet',
    help: 'Linjer kan ikke sammenlignes mellom år, så forskjellen er delt på varegrupper. Bare måneder og kommuner der regnskapet er komplett i begge årene, er med.',
    until: (p: { month: string }) =>
      `${Number(p.month.slice(5)) === 1 ? '' : 'Januar til '}${formatPeriod(Period.parse(p.month), 'nb')}`,
    few: (p: { year: string }) =>
      `Du kan sammenligne to år når begge har beregnede utslipp.${p.year ? ` Nå finnes det bare tall for ${p.year}.` : ``}`,
    before: 'Fra året',
    after: 'Til året',
    as: 'Versjon',
    now: 'nå',
    published: (p: { caseNumber: string; run: number }) =>
      `publisert i sak ${p.caseNumber} (beregning ${count(p.run)})`,
    none: (p: { year: number }) => `Ingen utslipp er beregnet for ${p.year}.`,
    change: (p: { low: string; high: string }) => `Med 95 % sannsynlighet er endringen mellom ${p.low} og ${p.high}.`,
    sameError: 'En faktor som brukes i begge årene, har samme feil i begge.',
  },
  change: {
    by: 'Sammenlign etter',
    ways: { books: 'regnskapsperiode', delivery: 'leveringsdato' },
    told: { books: 'etter regnskapet', delivery: 'etter levering' },
    verdicts: {
      fall: (p: { by: string }) => `Sikker nedgang ${p.by}.`,
      rise: (p: { by: string }) => `Sikker økning ${p.by}.`,
      unclear: (p: { by: string }) => `Ingen sikker endring ${p.by}, når beløp uten tall tas med.`,
    },
    figures: (p: { before: string; after: string }) => `Fra ${p.before} til ${p.after}.`,
    shifted: (p: { figure: string }) =>
      `Bilag føres også i andre måneder enn varene ble kjøpt i. Etter kjøpsdato er endringen i de samme månedene ${p.figure}.`,
    help: 'En vare og bilaget for den kan høre til hver sin periode. Etter regnskapet avhenger endringen også av når bilaget ble ført. Etter levering avhenger den av når varene kom, der en rapport oppgir det.',
    bridgeByBooks: 'Trinnene følger regnskapsperioden, som de andre summene.',
  },
  publish: {
    title: 'Publiser beregningen',
    help: 'Tallene beregnes på nytt først. En annen person må godkjenne publiseringen. Det som er publisert, endres aldri; senere beregninger vises sammen med det.',
    caseNumber: 'Saksnummer i arkivet',
    scope: 'Hva som publiseres',
    scopeHelp: 'Beskriv det som i saksdokumentet.',
    missing: 'Skriv saksnummeret',
    missingScope: 'Skriv hva som publiseres',
    act: (p: { run: number }) => `Foreslå å publisere beregning ${count(p.run)}`,
    done: (p: { caseNumber: string }) =>
      `Forslaget om å publisere i sak ${p.caseNumber} venter på at en annen godkjenner.`,
  },
  proposals: {
    title: 'Venter på godkjenning av en annen',
    publication: (p: { run: number; caseNumber: string; scope: string }) =>
      `Publiser beregning ${count(p.run)} i sak ${p.caseNumber}: ${p.scope}`,
    sealing: (p: { figures: number; source: string }) =>
      `Lagre og lås ${plural('nb', p.figures, { one: 'ett tall', other: `${count(p.figures)} tall` })} fra ${p.source}`,
    scope: (p: { months: string; buyers: string; categories: string }) =>
      `Måneder: ${p.months}. Kommuner: ${p.buyers}. Kategorier: ${p.categories}.`,
    by: (p: { name: string; at: string }) => `Foreslått av ${p.name} ${p.at}.`,
    approve: 'Godkjenn',
    reject: 'Avvis',
    withdraw: 'Trekk tilbake',
    cancel: 'Avbryt',
    reason: 'Hvorfor avviser du?',
    reasonMissing: 'Skriv hvorfor',
    own: 'Du har foreslått dette. En annen må godkjenne det.',
    dependent:
      'Du kan ikke godkjenne dette, fordi du og den som foreslo, har fått tilgang av hverandre eller gjennom den samme. Siden Kolleger viser hvem som kan gå god for dere.',
    approved: 'Forslaget er godkjent og gjelder nå.',
    rejected: 'Forslaget er avvist.',
    withdrawn: 'Forslaget er trukket tilbake.',
  },
  evidence: {
    act: 'Last ned dokumentasjonen (zip)',
    note: 'Alt som trengs for å beregne tallet på nytt uten Tallgrunn: linjer, faktorer, beslutninger, metoden på tre språk og et regneark med formler.',
    writing: 'Vi skriver dokumentasjonen, linje for linje.',
    written: 'Dokumentasjonen er klar. Nettleseren lagrer den blant nedlastingene.',
  },
  night: {
    none: 'Alle tall kontrollberegnes hver natt. Første kontroll er ikke kjørt ennå.',
    holds: (p: { at: string; lines: number }) =>
      `Kontrollberegning ${at(p.at)}: ${plural('nb', p.lines, { one: 'én linje', other: `alle ${count(p.lines)} linjer` })} ga samme resultat.`,
    sampled: (p: { at: string; tried: number; lines: number; buyersTried: number; buyers: number }) =>
      `Kontrollberegning ${at(p.at)} av et utvalg: ${count(p.tried)} av ${count(p.lines)} linjer, hos ${count(p.buyersTried)} av ${count(p.buyers)} kunder. Alle ga samme resultat. Hver natt trekkes et nytt utvalg.`,
    differs: (p: { at: string; differing: number; run: number }) =>
      `Kontrollberegning ${at(p.at)}: ${plural('nb', p.differing, { one: 'én linje', other: `${count(p.differing)} linjer` })} avvek og ble rettet i beregning ${count(p.run)}. Kontakt systemansvarlig.`,
    overtaken: (p: { at: string }) =>
      `Nye data kom til under kontrollberegningen ${at(p.at)}. Den kjøres igjen neste natt.`,
  },
  sealed: {
    why: {
      formula: (p: { madeBy: string; kg: string }) => `${p.madeBy} har beregnet tallet: ${p.kg} kg CO₂e.`,
      method: (p: { method: string }) => `Metode: ${p.method}`,
      text: (p: { sealed: string }) => `Låst tekst: «${p.sealed}»`,
      notAgain:
        'Tallgrunn har ikke linjene bak tallet. Det kan ikke beregnes på nytt her, og er ikke lagt sammen med våre tall.',
      by: 'Låst av',
      at: 'Låst',
      hash: 'SHA-256 av den låste teksten (UTF-8)',
    },
    title: 'Tall beregnet utenfor Tallgrunn',
    help: 'Tidligere tall, låst da de ble lagt inn. De vises sammen med våre tall og kan ikke beregnes på nytt.',
    mark: 'kan ikke beregnes på nytt',
    caption: 'Tall beregnet utenfor Tallgrunn',
    heads: {
      year: 'År',
      buyer: 'Kommune',
      category: 'Kategori',
      tonnes: 'Tonn CO₂e',
      madeBy: 'Beregnet av',
      source: 'Kilde',
    },
    all: 'alle',
    allCategories: 'alle innkjøp',
    none: 'Ingen tall er lagt inn.',
    formTitle: 'Legg inn tall',
    rows: 'Tall',
    rowsHelp:
      'Én linje for hvert tall: år; kommune; kategori; tonn. La kommune eller kategori stå tom når tallet gjelder alle. Du kan lime inn fra et regneark.',
    rowsExample: '2019; ; ; 12345,6',
    madeBy: 'Beregnet av',
    method: 'Metode',
    source: 'Dokument eller sak',
    missing: 'Fyll ut feltet',
    rowOdd: (p: { row: number; found: string }) =>
      `Linje ${count(p.row)} er «${p.found}». Skriv år; kommune; kategori; tonn.`,
    buyerOdd: (p: { row: number; found: string }) => `Linje ${count(p.row)}: ingen kommune heter «${p.found}».`,
    categoryOdd: (p: { row: number; found: string }) => `Linje ${count(p.row)}: ingen kategori heter «${p.found}».`,
    act: 'Foreslå å lagre og låse tallene',
    done: (p: { figures: number }) =>
      `${plural('nb', p.figures, { one: 'Ett tall', other: `${count(p.figures)} tall` })} venter på at en annen godkjenner.`,
  },
  list: {
    title: 'Publiserte tall',
    lead: 'Publiserte tall kan spores til raden i filen de kommer fra.',
    caption: 'Publiserte beregninger, nyeste først',
    heads: {
      caseNumber: 'Sak',
      scope: 'Omfang',
      standing: 'Status',
      tonnes: 'Tonn CO₂e',
      by: 'Publisert av',
      at: 'Når',
      run: 'Beregning',
    },
    note: (p: { caseNumber: string; by: string; approvedBy: string; at: string }) =>
      `Sak ${p.caseNumber}, ${p.approvedBy ? `foreslått av ${p.by}, godkjent av ${p.approvedBy} og publisert` : `publisert av ${p.by}`} ${at(p.at)}.`,
    somebody: 'en avtaleforvalter eller administrator i innkjøpssamarbeidet',
    holds: 'Gjelder',
    superseded: (p: { caseNumber: string }) => `Avløst av sak ${p.caseNumber}`,
    holdsHelp:
      'Er det samme omfanget publisert flere ganger, gjelder den siste publiseringen. De tidligere beholdes, med henvisning til saken som avløste dem.',
    ofOthersToo:
      'Tallet er summen for alle kommunene i omfanget. Linjene bak deres egne innkjøp vises på siden for publiseringen.',
    toOwn: 'Se deres del',
    noneTitle: 'Ingenting er publisert ennå',
    none: 'Publiserte beregninger vises her.',
    until: (p: { at: string }) => `Tilgangen din er bare for lesing og varer til og med ${lastDay(p.at)}.`,
  },
  run: {
    title: (p: { run: number }) => `Beregning ${count(p.run)}`,
    total: 'Utslipp fra innkjøp',
    ownPart: (p: { organisation: string }) => `Dette er ${p.organisation} sin del av det publiserte tallet.`,
    cases: 'Publisert i',
    sampleTitle: 'Trekk en stikkprøve',
    sampleHelp:
      'Hver krone (eller hvert kilo) har like stor sjanse for å bli trukket, så store linjer trekkes oftere. Samme startverdi gir samme utvalg.',
    seed: 'Startverdi',
    seedHelp: 'En tekst du velger selv. Noter den, så kan andre trekke det samme utvalget.',
    size: 'Antall trekk (1–500)',
    unit: 'Trekk etter',
    units: { kroner: 'kroner', kg: 'kilo CO₂e' },
    draw: 'Trekk stikkprøven',
    drawn: (p: { lines: number; hits: number; population: number; interval: string; start: string; seed: string }) =>
      `${plural('nb', p.lines, { one: 'Én linje', other: `${count(p.lines)} linjer` })} av ${count(p.population)}, med ${count(p.hits)} trekk. Startverdi «${p.seed}», intervall ${p.interval}, første trekk ved ${p.start}.`,
    nothing: 'Ingen linjer å trekke fra.',
    caption: 'Trukne linjer',
    heads: {
      line: 'Linje',
      buyer: 'Kommune',
      day: 'Dato',
      amount: 'Beløp',
      kg: 'kg CO₂e',
      method: 'Metode',
      hits: 'Trekk',
    },
    certain: (p: { hits: number }) => `${count(p.hits)} (alltid med)`,
    noText: 'Uten tekst',
  },
  line: {
    title: 'Linjen og grunnlaget',
    kinds: { posting: 'Raden i regnskapet', 'invoice-line': 'Linjen i fakturaen', report: 'Raden i rapporten' },
    place: (p: { document: string; file: string; sheet: string; row: string }) =>
      [p.document, p.file, p.sheet, p.row && `rad ${p.row}`].filter(Boolean).join(' · '),
    sha256: (p: { hash: string }) => `Filens SHA-256: ${p.hash}`,
    cellHeads: { cell: 'Celle/rad', heading: 'Felt', text: 'Slik det er skrevet' },
    cells: 'Cellene slik de ble lest',
    unknownCell: '–',
    findings: 'Funn i raden',
    noFindings: 'Kontrollen fant ingen feil i raden.',
    finding: (p: { title: string; cell: string; found: string; expected: string }) =>
      [p.title, p.cell, p.found && `fant «${p.found}»`, p.expected && `ventet «${p.expected}»`]
        .filter(Boolean)
        .join(', '),
    ties: 'Kobling mellom regnskap og rapport',
    tie: (p: { report: string; line: number; step: string; amount: string }) =>
      `${p.report}, linje ${count(p.line)}: ${kroner(p.amount)}. Avstemt etter: ${p.step}.`,
    /** By match rule. */
    steps: {
      decision: 'avklart manuelt: samme kjøp',
      'invoice-item': 'samme fakturanummer og samme varenummer, og beløpene er like',
      'invoice-amount': 'samme fakturanummer, og beløpene er like',
      'invoice-sum': 'samme fakturanummer, og linjene på hver side gir samme sum',
      'invoice-difference': 'samme fakturanummer, men summene er ulike',
      'order-item': 'samme ordrenummer og samme varenummer',
      'order-sum': 'samme ordrenummer, og summene er like',
      'item-amount': 'samme varenummer og samme beløp, på nære datoer',
      'period-item': 'samme varenummer i samme måned, og summene er like',
      'period-sum':
        'summen av alt som er bokført hos leverandøren i perioden, på stedet, kontoen, varen eller varegruppen',
      'sum-of-lines': 'linjer fra én levering som til sammen blir fakturaens sum',
      'sum-of-parts': 'en sum for perioden: det eneste settet av linjer som gir summen, etter beløp og dato',
      'unique-amount': 'det eneste linjeparet med dette beløpet, på nære datoer',
      likely: 'sannsynlig samme kjøp, etter vare, beløp og dato',
    } as Readonly<Record<string, string>>,
    /** Names of fields, for cells without a known heading; the fields of ledgers are in the spend texts. */
    fields: {
      line: 'Linje',
      itemNumber: 'Varenummer',
      itemName: 'Varenavn',
      quantity: 'Mengde',
      unit: 'Enhet',
      unitPrice: 'Pris per enhet',
      co2ePerUnit: 'CO₂e per enhet',
      site: 'Leveringssted',
      deliveredOn: 'Leveringsdato',
      orderNumber: 'Ordrenummer',
      invoiceLine: 'Fakturalinje',
      gtin: 'GTIN',
    } as Readonly<Record<string, string>>,
    about: {
      factor: (p: { name: string }) => `Faktor for ${p.name}`,
      methods: (p: { name: string }) => `Beregningsmetoder i ${p.name}`,
      item: (p: { name: string }) => `Klassifisering av vare ${p.name}`,
      account: (p: { name: string }) => `Kategori for konto ${p.name}`,
      declaration: (p: { name: string }) => `Deklarasjon ${p.name}`,
    },
    nothing: 'ingenting i katalogen passer',
    verdicts: {
      accepted: 'godkjent',
      'accepted-with-reservation': 'godkjent med forbehold',
      'to-clarify': 'trenger avklaring',
      rejected: 'avvist',
    } as Readonly<Record<string, string>>,
    systems: { kostra: 'KOSTRA', ns4102: 'NS 4102', dfo: 'DFØ' } as Readonly<Record<string, string>>,
    noTies: 'Linjen er ikke koblet til noen rapport.',
    decisions: 'Beslutninger som gjelder linjen',
    noDecisions: 'Ingen beslutninger gjelder linjen. Standarden brukes.',
    roles: {
      declaration: 'en avtaleforvalter i innkjøpssamarbeidet',
      other: 'en avtaleforvalter eller administrator i innkjøpssamarbeidet',
    },
    decision: (p: { about: string; decided: string; reason: string; by: string; proposedBy: string }) =>
      `${p.about}: ${p.decided}. «${p.reason}» ${[p.proposedBy && `Foreslått av ${p.proposedBy}.`, p.by && `Besluttet av ${p.by}.`].filter(Boolean).join(' ')}`,
    why: 'Tallet',
    gone: 'Raden finnes ikke lenger i regnskapet. Filen og beregningen finnes i dokumentasjonen.',
  },
};

export type PublishedTexts = typeof nb;
