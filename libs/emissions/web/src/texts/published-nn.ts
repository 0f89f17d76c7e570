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

const count = (n: number) => formatCount(n, 'nn');
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nn', 2);
const at = (instant: string) => formatInstant(new Date(instant), 'nn');
/** Formats the last day before an instant: access that expires at midnight has the previous day as its last. */
const lastDay = (instant: string) => formatDate(osloDate(new Date(Date.parse(instant) - 1)), 'nn');

export const nn = {
  beside: {
    title: 'Publisert',
    note: (p) => `sak ${p.caseNumber}, ${at(p.at)}, berekning ${count(p.run)}`,
    now: (p) => `No: ${p.figure}.`,
    part: 'Del av det som er publisert',
    more: (p) => `Talet over dekkjer meir enn det som er publisert. For det publiserte omfanget er det no ${p.figure}.`,
    moreSame: 'Talet over dekkjer meir enn det som er publisert. For det publiserte omfanget er talet uendra.',
    notPublished: 'Ikkje publisert.',
    outside: (p) => `Den siste publiseringa (sak ${p.caseNumber}) gjeld ${p.scope}. Talet her er utanfor det omfanget.`,
    same: 'Talet er uendra.',
    why: 'Sjå skilnadene',
  },
  scopes: {
    months: (p) =>
      p.from && p.to
        ? p.from === p.to
          ? p.from
          : `${p.from} til ${p.to}`
        : p.from
          ? `frå ${p.from}`
          : p.to
            ? `til ${p.to}`
            : 'alle månader',
    allBuyers: 'alle kommunane',
    someBuyer: 'ein annan kommune',
    allCategories: 'alle kategoriar',
    of: (p) => `Gjeld ${p.scope}.`,
    oneBuyer: 'éin kommune',
    ofIt: ', av dette ',
    inWords: 'Omfanget er skildra med fritekst, og talet gjeld heile berekninga.',
    title: 'Omfang',
    help: 'Talet som blir publisert, er summen av akkurat dette utvalet. Seinare blir det berre samanlikna med tal for det same utvalet.',
    from: 'Frå og med',
    to: 'Til og med',
    allMonths: 'alle månader',
    buyers: 'Kommunar',
    categories: 'Kategoriar',
    none: 'Vel du ingen, blir alle tekne med.',
  },
  bridge: {
    finding: (p) => `Frå ${p.before} til ${p.after}: ${p.difference}`,
    none: 'ingen skilnad',
    close: 'Aksen byrjar ikkje på null.',
    basis:
      'Trinna kjem i denne rekkjefølgja og summerer seg nøyaktig. Grå trinn kjem av endra metode eller datagrunnlag, ikkje av endra innkjøp.',
    run: (p) => `Berekning ${count(p.run)}`,
    published: (p) => `Publisert (berekning ${count(p.run)})`,
    now: 'No',
    legend: { fall: 'lågare utslepp', rise: 'høgare utslepp', grey: 'endra berekning' },
    heads: ['Trinn', 'Tonn CO₂e', 'Linjer'],
    groupHeads: ['Trinn', 'Tonn CO₂e', 'Grupper'],
    groupSteps: {
      data: 'Kommunar med rekneskap i berre eitt av åra',
      volume: 'Endra innkjøpsmengd',
      mix: 'Endra varesamansetjing',
      supplier: 'Leverandøren sitt eige tal',
      factor: 'Ny faktor',
      method: 'Ny metode',
      price: 'Prisendring',
    },
    notCalculated: 'ikkje berekna',
    notDeflated: (p) =>
      `Prisstiginga er ikkje berekna for innkjøp på ${kroner(p.amount)}: prisindeksen manglar for ${p.years.join(', ')}. Høgare prisar kan difor vere med i dei andre trinna.`,
  },
  years: {
    title: 'Frå eitt år til eit anna',
    help: 'Linjer kan ikkje samanliknast mellom år, så skilnaden er delt på varegrupper. Berre månader og kommunar der rekneskapen er komplett i begge åra, er med.',
    until: (p) => `${Number(p.month.slice(5)) === 1 ? '' : 'Januar til '}${formatPeriod(Period.parse(p.month), 'nn')}`,
    few: (p) =>
      `Du kan samanlikne to år når begge har berekna utslepp.${p.year ? ` No finst det berre tal for ${p.year}.` : ``}`,
    before: 'Frå året',
    after: 'Til året',
    as: 'Versjon',
    now: 'no',
    published: (p) => `publisert i sak ${p.caseNumber} (berekning ${count(p.run)})`,
    none: (p) => `Ingen utslepp er berekna for ${p.year}.`,
    change: (p) => `Med 95 % sannsyn er endringa mellom ${p.low} og ${p.high}.`,
    sameError: 'Ein faktor som blir brukt i begge åra, har same feil i begge.',
  },
  change: {
    by: 'Samanlikn etter',
    ways: { books: 'rekneskapsperiode', delivery: 'leveringsdato' },
    told: { books: 'etter rekneskapen', delivery: 'etter levering' },
    verdicts: {
      fall: (p) => `Sikker nedgang ${p.by}.`,
      rise: (p) => `Sikker auke ${p.by}.`,
      unclear: (p) => `Inga sikker endring ${p.by}, når beløp utan tal blir tekne med.`,
    },
    figures: (p) => `Frå ${p.before} til ${p.after}.`,
    shifted: (p) =>
      `Bilag blir òg førte i andre månader enn varene vart kjøpte i. Etter kjøpsdato er endringa i dei same månadene ${p.figure}.`,
    help: 'Ei vare og bilaget for ho kan høyre til kvar sin periode. Etter rekneskapen kjem endringa òg an på når bilaget vart ført. Etter levering kjem ho an på når varene kom, der ein rapport oppgir det.',
    bridgeByBooks: 'Trinna følgjer rekneskapsperioden, som dei andre summane.',
  },
  publish: {
    title: 'Publiser berekninga',
    help: 'Tala blir berekna på nytt først. Ein annan person må godkjenne publiseringa. Det som er publisert, blir aldri endra; seinare berekningar er viste saman med det.',
    caseNumber: 'Saksnummer i arkivet',
    scope: 'Kva som blir publisert',
    scopeHelp: 'Skildre det som i saksdokumentet.',
    missing: 'Skriv saksnummeret',
    missingScope: 'Skriv kva som blir publisert',
    act: (p) => `Føreslå å publisere berekning ${count(p.run)}`,
    done: (p) => `Framlegget om å publisere i sak ${p.caseNumber} ventar på at ein annan godkjenner.`,
  },
  proposals: {
    title: 'Ventar på godkjenning av ein annan',
    publication: (p) => `Publiser berekning ${count(p.run)} i sak ${p.caseNumber}: ${p.scope}`,
    sealing: (p) =>
      `Lagre og lås ${plural('nn', p.figures, { one: 'eitt tal', other: `${count(p.figures)} tal` })} frå ${p.source}`,
    scope: (p) => `Månader: ${p.months}. Kommunar: ${p.buyers}. Kategoriar: ${p.categories}.`,
    by: (p) => `Føreslått av ${p.name} ${p.at}.`,
    approve: 'Godkjenn',
    reject: 'Avvis',
    withdraw: 'Trekk tilbake',
    cancel: 'Avbryt',
    reason: 'Kvifor avviser du?',
    reasonMissing: 'Skriv kvifor',
    own: 'Du har føreslått dette. Ein annan må godkjenne det.',
    dependent:
      'Du kan ikkje godkjenne dette, fordi du og den som føreslo, har fått tilgang av kvarandre eller gjennom den same. Sida Kollegaer viser kven som kan gå god for dykk.',
    approved: 'Framlegget er godkjent og gjeld no.',
    rejected: 'Framlegget er avvist.',
    withdrawn: 'Framlegget er trekt tilbake.',
  },
  evidence: {
    act: 'Last ned dokumentasjonen (zip)',
    note: 'Alt som trengst for å berekne talet på nytt utan Tallgrunn: linjer, faktorar, avgjerder, metoden på tre språk og eit rekneark med formlar.',
    writing: 'Vi skriv dokumentasjonen, linje for linje.',
    written: 'Dokumentasjonen er klar. Nettlesaren lagrar han blant nedlastingane.',
  },
  night: {
    none: 'Alle tal blir kontrollberekna kvar natt. Den første kontrollen er ikkje køyrd enno.',
    holds: (p) =>
      `Kontrollberekning ${at(p.at)}: ${plural('nn', p.lines, { one: 'éi linje', other: `alle ${count(p.lines)} linjer` })} gav same resultat.`,
    sampled: (p) =>
      `Kontrollberekning ${at(p.at)} av eit utval: ${count(p.tried)} av ${count(p.lines)} linjer, hos ${count(p.buyersTried)} av ${count(p.buyers)} kundar. Alle gav same resultat. Kvar natt blir eit nytt utval trekt.`,
    differs: (p) =>
      `Kontrollberekning ${at(p.at)}: ${plural('nn', p.differing, { one: 'éi linje', other: `${count(p.differing)} linjer` })} avveik og vart retta i berekning ${count(p.run)}. Kontakt systemansvarleg.`,
    overtaken: (p) => `Nye data kom til under kontrollberekninga ${at(p.at)}. Ho blir køyrd igjen neste natt.`,
  },
  sealed: {
    why: {
      formula: (p: { madeBy: string; kg: string }) => `${p.madeBy} har berekna talet: ${p.kg} kg CO₂e.`,
      method: (p: { method: string }) => `Metode: ${p.method}`,
      text: (p: { sealed: string }) => `Låst tekst: «${p.sealed}»`,
      notAgain:
        'Tallgrunn har ikkje linjene bak talet. Det kan ikkje bereknast på nytt her, og er ikkje lagt saman med våre tal.',
      by: 'Låst av',
      at: 'Låst',
      hash: 'SHA-256 av den låste teksten (UTF-8)',
    },
    title: 'Tal berekna utanfor Tallgrunn',
    help: 'Tidlegare tal, låste då dei vart lagde inn. Dei er viste saman med våre tal og kan ikkje bereknast på nytt.',
    mark: 'kan ikkje bereknast på nytt',
    caption: 'Tal berekna utanfor Tallgrunn',
    heads: {
      year: 'År',
      buyer: 'Kommune',
      category: 'Kategori',
      tonnes: 'Tonn CO₂e',
      madeBy: 'Berekna av',
      source: 'Kjelde',
    },
    all: 'alle',
    allCategories: 'alle innkjøp',
    none: 'Ingen tal er lagde inn.',
    formTitle: 'Legg inn tal',
    rows: 'Tal',
    rowsHelp:
      'Éi linje for kvart tal: år; kommune; kategori; tonn. Lat kommune eller kategori stå tom når talet gjeld alle. Du kan lime inn frå eit rekneark.',
    rowsExample: '2019; ; ; 12345,6',
    madeBy: 'Berekna av',
    method: 'Metode',
    source: 'Dokument eller sak',
    missing: 'Fyll ut feltet',
    rowOdd: (p) => `Linje ${count(p.row)} er «${p.found}». Skriv år; kommune; kategori; tonn.`,
    buyerOdd: (p) => `Linje ${count(p.row)}: ingen kommune heiter «${p.found}».`,
    categoryOdd: (p) => `Linje ${count(p.row)}: ingen kategori heiter «${p.found}».`,
    act: 'Føreslå å lagre og låse tala',
    done: (p) =>
      `${plural('nn', p.figures, { one: 'Eitt tal', other: `${count(p.figures)} tal` })} ventar på at ein annan godkjenner.`,
  },
  list: {
    title: 'Publiserte tal',
    lead: 'Publiserte tal kan sporast til rada i fila dei kjem frå.',
    caption: 'Publiserte berekningar, nyaste først',
    heads: {
      caseNumber: 'Sak',
      scope: 'Omfang',
      standing: 'Status',
      tonnes: 'Tonn CO₂e',
      by: 'Publisert av',
      at: 'Når',
      run: 'Berekning',
    },
    note: (p) =>
      `Sak ${p.caseNumber}, ${p.approvedBy ? `foreslått av ${p.by}, godkjent av ${p.approvedBy} og publisert` : `publisert av ${p.by}`} ${at(p.at)}.`,
    somebody: 'ein avtaleforvaltar eller administrator i innkjøpssamarbeidet',
    holds: 'Gjeld',
    superseded: (p) => `Avløyst av sak ${p.caseNumber}`,
    holdsHelp:
      'Er det same omfanget publisert fleire gonger, gjeld den siste publiseringa. Dei tidlegare blir tekne vare på, med tilvising til saka som avløyste dei.',
    ofOthersToo:
      'Talet er summen for alle kommunane i omfanget. Linjene bak dykkar eigne innkjøp er viste på sida for publiseringa.',
    toOwn: 'Sjå dykkar del',
    noneTitle: 'Ingenting er publisert enno',
    none: 'Publiserte berekningar blir viste her.',
    until: (p) => `Tilgangen din er berre for lesing og varer til og med ${lastDay(p.at)}.`,
  },
  run: {
    title: (p) => `Berekning ${count(p.run)}`,
    total: 'Utslepp frå innkjøp',
    ownPart: (p) => `Dette er ${p.organisation} sin del av det publiserte talet.`,
    cases: 'Publisert i',
    sampleTitle: 'Trekk ein stikkprøve',
    sampleHelp:
      'Kvar krone (eller kvart kilo) har like stor sjanse for å bli trekt, så store linjer blir trekte oftare. Same startverdi gir same utval.',
    seed: 'Startverdi',
    seedHelp: 'Ein tekst du vel sjølv. Noter han, så kan andre trekkje det same utvalet.',
    size: 'Talet på trekk (1–500)',
    unit: 'Trekk etter',
    units: { kroner: 'kroner', kg: 'kilo CO₂e' },
    draw: 'Trekk stikkprøven',
    drawn: (p) =>
      `${plural('nn', p.lines, { one: 'Éi linje', other: `${count(p.lines)} linjer` })} av ${count(p.population)}, med ${count(p.hits)} trekk. Startverdi «${p.seed}», intervall ${p.interval}, første trekk ved ${p.start}.`,
    nothing: 'Ingen linjer å trekkje frå.',
    caption: 'Trekte linjer',
    heads: {
      line: 'Linje',
      buyer: 'Kommune',
      day: 'Dato',
      amount: 'Beløp',
      kg: 'kg CO₂e',
      method: 'Metode',
      hits: 'Trekk',
    },
    certain: (p) => `${count(p.hits)} (alltid med)`,
    noText: 'Utan tekst',
  },
  line: {
    title: 'Linja og grunnlaget',
    kinds: { posting: 'Rada i rekneskapen', 'invoice-line': 'Linja i fakturaen', report: 'Rada i rapporten' },
    place: (p) => [p.document, p.file, p.sheet, p.row && `rad ${p.row}`].filter(Boolean).join(' · '),
    sha256: (p) => `SHA-256 av fila: ${p.hash}`,
    cellHeads: { cell: 'Celle/rad', heading: 'Felt', text: 'Slik det er skrive' },
    cells: 'Cellene slik dei vart lesne',
    unknownCell: '–',
    findings: 'Funn i rada',
    noFindings: 'Kontrollen fann ingen feil i rada.',
    finding: (p) =>
      [p.title, p.cell, p.found && `fann «${p.found}»`, p.expected && `venta «${p.expected}»`]
        .filter(Boolean)
        .join(', '),
    ties: 'Kopling mellom rekneskap og rapport',
    tie: (p) => `${p.report}, linje ${count(p.line)}: ${kroner(p.amount)}. Avstemt etter: ${p.step}.`,
    /** By match rule. */
    steps: {
      decision: 'avklart manuelt: same kjøp',
      'invoice-item': 'same fakturanummer og same varenummer, og beløpa er like',
      'invoice-amount': 'same fakturanummer, og beløpa er like',
      'invoice-sum': 'same fakturanummer, og linjene på kvar side gir same sum',
      'invoice-difference': 'same fakturanummer, men summane er ulike',
      'order-item': 'same ordrenummer og same varenummer',
      'order-sum': 'same ordrenummer, og summane er like',
      'item-amount': 'same varenummer og same beløp, på nære datoar',
      'period-item': 'same varenummer i same månad, og summane er like',
      'period-sum':
        'summen av alt som er bokført hos leverandøren i perioden, på staden, kontoen, vara eller varegruppa',
      'sum-of-lines': 'linjer frå éi levering som til saman blir summen av fakturaen',
      'sum-of-parts': 'ein sum for perioden: det einaste settet av linjer som gir summen, etter beløp og dato',
      'unique-amount': 'det einaste linjeparet med dette beløpet, på nære datoar',
      likely: 'sannsynleg same kjøp, etter vare, beløp og dato',
    } as Readonly<Record<string, string>>,
    /** Names of fields, for cells without a known heading; the fields of ledgers are in the spend texts. */
    fields: {
      line: 'Linje',
      itemNumber: 'Varenummer',
      itemName: 'Varenamn',
      quantity: 'Mengd',
      unit: 'Eining',
      unitPrice: 'Pris per eining',
      co2ePerUnit: 'CO₂e per eining',
      site: 'Leveringsstad',
      deliveredOn: 'Leveringsdato',
      orderNumber: 'Ordrenummer',
      invoiceLine: 'Fakturalinje',
      gtin: 'GTIN',
    } as Readonly<Record<string, string>>,
    about: {
      factor: (p) => `Faktor for ${p.name}`,
      methods: (p) => `Berekningsmetodar i ${p.name}`,
      item: (p) => `Klassifisering av vare ${p.name}`,
      account: (p) => `Kategori for konto ${p.name}`,
      declaration: (p) => `Deklarasjon ${p.name}`,
    },
    nothing: 'ingenting i katalogen passar',
    verdicts: {
      accepted: 'godkjent',
      'accepted-with-reservation': 'godkjent med atterhald',
      'to-clarify': 'treng avklaring',
      rejected: 'avvist',
    } as Readonly<Record<string, string>>,
    systems: { kostra: 'KOSTRA', ns4102: 'NS 4102', dfo: 'DFØ' } as Readonly<Record<string, string>>,
    noTies: 'Linja er ikkje kopla til nokon rapport.',
    decisions: 'Avgjerder som gjeld linja',
    noDecisions: 'Ingen avgjerder gjeld linja. Standarden blir brukt.',
    roles: {
      declaration: 'ein avtaleforvaltar i innkjøpssamarbeidet',
      other: 'ein avtaleforvaltar eller administrator i innkjøpssamarbeidet',
    },
    decision: (p) =>
      `${p.about}: ${p.decided}. «${p.reason}» ${[p.proposedBy && `Foreslått av ${p.proposedBy}.`, p.by && `Avgjort av ${p.by}.`].filter(Boolean).join(' ')}`,
    why: 'Talet',
    gone: 'Rada finst ikkje lenger i rekneskapen. Fila og berekninga finst i dokumentasjonen.',
  },
} satisfies PublishedTexts;
