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
    note: (p) => `sak ${p.caseNumber}, ${at(p.at)}, køyring ${count(p.run)}`,
    now: (p) => `No: ${p.figure}.`,
    part: 'Del av det som er publisert',
    more: (p) => `Talet over er meir enn det som er publisert. Det same omfanget no: ${p.figure}.`,
    moreSame: 'Talet over er meir enn det som er publisert. Det same omfanget har det same talet no.',
    notPublished: 'Ikkje publisert.',
    outside: (p) =>
      `Det som sist er publisert (sak ${p.caseNumber}), gjeld ${p.scope}. Talet her er ikkje ein del av det.`,
    same: 'Talet er det same no.',
    why: 'Sjå kva som skil',
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
    inWords: 'Publisert med eigne ord, med talet for heile køyringa.',
    title: 'Omfang',
    help: 'Talet som blir publisert, er summen av akkurat dette. Berre tal med det same omfanget blir sidan stilte opp mot det.',
    from: 'Frå og med',
    to: 'Til og med',
    allMonths: 'alle månader',
    buyers: 'Kommunar',
    categories: 'Kategoriar',
    none: 'Ingen valde er alle.',
  },
  bridge: {
    finding: (p) => `Frå ${p.before} til ${p.after}: ${p.difference}`,
    none: 'ingen skilnad',
    close: 'Aksen viser berre stykket der trinna ligg, og byrjar ikkje på null.',
    basis:
      'Trinna kjem i denne rekkjefølgja, og går opp til siste siffer. Grå trinn er ein annan måte å rekne på, eller rekneskap som har kome til eller falle bort. Dei er ikkje noko nokon har oppnådd.',
    run: (p) => `Køyring ${count(p.run)}`,
    published: (p) => `Publisert (køyring ${count(p.run)})`,
    now: 'No',
    legend: { fall: 'mindre utslepp', rise: 'meir utslepp', grey: 'rekna på ein annan måte' },
    heads: ['Trinn', 'Tonn CO₂e', 'Linjer'],
    groupHeads: ['Trinn', 'Tonn CO₂e', 'Grupper'],
    groupSteps: {
      data: 'Kommunar med rekneskap i berre eitt av åra',
      volume: 'Kjøpte meir eller mindre',
      mix: 'Kjøpte anna',
      supplier: 'Talet frå leverandøren',
      factor: 'Ein annan faktor',
      method: 'Ein annan metode',
      price: 'Prisstiging',
    },
    notCalculated: 'ikkje rekna ut',
    notDeflated: (p) =>
      `Prisstiginga er ikkje rekna ut for innkjøp på ${kroner(p.amount)}: prisindeksen manglar for ${p.years.join(', ')}. Høgare prisar kan difor vere med i dei andre stega.`,
  },
  years: {
    title: 'Frå eitt år til eit anna',
    help: 'Inga linje er den same i to år. Skilnaden er delt etter varegrupper, og berre månader og kommunar der rekneskapen er komplett i begge åra, er med.',
    until: (p) => `${Number(p.month.slice(5)) === 1 ? '' : 'Januar til '}${formatPeriod(Period.parse(p.month), 'nn')}`,
    few: (p) =>
      `Her kan to år samanliknast når noko er rekna for begge.${p.year ? ` No er det berre tal for ${p.year}.` : ``}`,
    before: 'Frå året',
    after: 'Til året',
    as: 'Slik det er',
    now: 'no',
    published: (p) => `publisert i sak ${p.caseNumber} (køyring ${count(p.run)})`,
    none: (p) => `Ingenting er rekna for ${p.year}.`,
    change: (p) =>
      `Med 95 % sannsyn er endringa mellom ${p.low} og ${p.high}. Ein faktor som blir brukt i begge åra, har same feil i begge.`,
  },
  change: {
    by: 'Samanlikn etter',
    ways: { books: 'rekneskapen: rekneskapsperioden', delivery: 'levering: dagen vara kom' },
    told: { books: 'etter rekneskapen', delivery: 'etter levering' },
    verdicts: {
      fall: (p) => `Sikker nedgang ${p.by}.`,
      rise: (p) => `Sikker auke ${p.by}.`,
      unclear: (p) => `Inga sikker endring ${p.by}, når beløp utan tal blir tekne med.`,
    },
    figures: (p) => `Frå ${p.before} til ${p.after}.`,
    help: 'Ei vare og bilaget for ho kan liggje i kvar sin periode. Etter rekneskapen fortel endringa òg om når det vart ført. Etter levering fortel ho om når varene kom, der ein rapport seier det.',
    bridgeByBooks: 'Trinna går etter rekneskapen, som summane elles.',
  },
  publish: {
    title: 'Publiser køyringa',
    help: 'Køyringa blir rekna om att først. Ein annan person må godkjenne før ho er publisert. Det som er publisert, blir aldri endra; seinare køyringar står ved sida av.',
    caseNumber: 'Saksnummer i arkivet',
    scope: 'Kva som blir publisert',
    scopeHelp: 'Med eigne ord, slik det står i saka.',
    missing: 'Skriv saksnummeret',
    missingScope: 'Skriv kva som blir publisert',
    act: (p) => `Føreslå å publisere køyring ${count(p.run)}`,
    done: (p) => `Framlegget om å publisere i sak ${p.caseNumber} ventar på at ein annan godkjenner.`,
  },
  proposals: {
    title: 'Ventar på godkjenning av ein annan',
    publication: (p) => `Publiser køyring ${count(p.run)} i sak ${p.caseNumber}: ${p.scope}`,
    sealing: (p) =>
      `Forsegle ${plural('nn', p.figures, { one: 'eitt tal', other: `${count(p.figures)} tal` })} frå ${p.source}`,
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
    note: 'Alt som trengst for å rekne talet om att utan oss: linjer, faktorar, avgjerder, metoden på tre språk og eit rekneark med formlar.',
    writing: 'Vi skriv dokumentasjonen, linje for linje.',
    written: 'Dokumentasjonen er klar. Nettlesaren lagrar han blant nedlastingane.',
  },
  night: {
    none: 'Kvar natt blir alt rekna på nytt og samanlikna. Det har ikkje skjedd enno.',
    holds: (p) =>
      `Alt vart rekna på nytt ${at(p.at)}: ${plural('nn', p.lines, { one: 'éi linje', other: `alle ${count(p.lines)} linjer` })} vart som før.`,
    sampled: (p) =>
      `${count(p.tried)} av ${count(p.lines)} linjer, hos ${count(p.buyersTried)} av ${count(p.buyers)} kjøparar, vart trekte ut og rekna på nytt ${at(p.at)}: alle vart som før. Kvar natt blir eit nytt utval trekt.`,
    differs: (p) =>
      `Alt vart rekna på nytt ${at(p.at)}: ${plural('nn', p.differing, { one: 'éi linje', other: `${count(p.differing)} linjer` })} vart annleis og vart retta i køyring ${count(p.run)}. Meld frå til den som driv tenesta.`,
    overtaken: (p) => `Alt vart rekna på nytt ${at(p.at)}, men noko nytt kom til undervegs. Blir prøvd att neste natt.`,
  },
  sealed: {
    why: {
      formula: (p: { madeBy: string; kg: string }) => `${p.madeBy} har rekna talet: ${p.kg} kg CO₂e.`,
      method: (p: { method: string }) => `Slik vart det rekna: ${p.method}`,
      text: (p: { sealed: string }) => `Dette er forsegla: «${p.sealed}»`,
      notAgain: 'Vi har ikkje linjene bak. Talet kan ikkje reknast om att her, og er ikkje lagt saman med våre.',
      by: 'Forsegla av',
      at: 'Forsegla',
      hash: 'SHA-256 av den forsegla teksten (UTF-8)',
    },
    title: 'Tal rekna andre stader',
    help: 'Forsegla tal frå før tenesta. Dei står ved sida av og kan ikkje reknast om att.',
    mark: 'kan ikkje reknast om att',
    caption: 'Tal rekna andre stader',
    heads: {
      year: 'År',
      buyer: 'Kommune',
      category: 'Kategori',
      tonnes: 'Tonn CO₂e',
      madeBy: 'Rekna av',
      source: 'Kjelde',
    },
    all: 'alle',
    allCategories: 'alle innkjøp',
    none: 'Ingen tal er lagde inn.',
    formTitle: 'Legg inn tal',
    rows: 'Tala',
    rowsHelp:
      'Éi linje for kvart tal: år; kommune; kategori; tonn. Lat kommune eller kategori stå tom når talet gjeld alle. Du kan lime inn frå eit rekneark.',
    rowsExample: '2019; ; ; 12345,6',
    madeBy: 'Kven som rekna dei',
    method: 'Korleis dei er rekna',
    source: 'Dokument eller sak dei står i',
    missing: 'Skriv noko her',
    rowOdd: (p) => `Linje ${count(p.row)}: fann «${p.found}», venta år; kommune; kategori; tonn.`,
    buyerOdd: (p) => `Linje ${count(p.row)}: ingen kommune heiter «${p.found}».`,
    categoryOdd: (p) => `Linje ${count(p.row)}: ingen kategori heiter «${p.found}».`,
    act: 'Føreslå å forsegle tala',
    done: (p) =>
      `${plural('nn', p.figures, { one: 'Eitt tal', other: `${count(p.figures)} tal` })} ventar på at ein annan godkjenner.`,
  },
  list: {
    title: 'Publiserte tal',
    lead: 'Det som er publisert, kan følgjast ned til rada i fila det kom frå.',
    caption: 'Publiserte køyringar, nyaste først',
    heads: {
      caseNumber: 'Sak',
      scope: 'Omfang',
      standing: 'Status',
      tonnes: 'Tonn CO₂e',
      by: 'Publisert av',
      at: 'Når',
      run: 'Køyring',
    },
    note: (p) =>
      `Sak ${p.caseNumber}, ${p.approvedBy ? `foreslått av ${p.by}, godkjent av ${p.approvedBy} og publisert` : `publisert av ${p.by}`} ${at(p.at)}.`,
    somebody: 'ein avtaleforvaltar eller administrator i innkjøpssamarbeidet',
    holds: 'Gjeld',
    superseded: (p) => `Avløyst av sak ${p.caseNumber}`,
    holdsHelp:
      'Er det same omfanget publisert fleire gonger, gjeld den siste. Dei tidlegare blir ståande, med saka som har avløyst dei.',
    ofOthersToo:
      'Talet er summen for alle kommunane i omfanget. Linjene bak det de sjølve har kjøpt, står på sida til publiseringa.',
    toOwn: 'Sjå dykkar del',
    noneTitle: 'Ingenting er publisert enno',
    none: 'Når ei køyring er publisert med saksnummer, står ho her.',
    until: (p) => `Tilgangen din er berre for lesing og varer til og med ${lastDay(p.at)}.`,
  },
  run: {
    title: (p) => `Køyring ${count(p.run)}`,
    total: 'Utslepp frå innkjøp',
    ownPart: (p) => `Dette er ${p.organisation} sin del av det publiserte talet.`,
    cases: 'Publisert i',
    sampleTitle: 'Trekk ein stikkprøve',
    sampleHelp:
      'Kvar krone (eller kvart kilo) har like stor sjanse for å bli trekt, så store linjer kjem oftare med. Same frø gir same linjer.',
    seed: 'Frø',
    seedHelp: 'Ein tekst du vel sjølv. Skriv han ned, så kan andre trekkje det same.',
    size: 'Talet på trekk (1–500)',
    unit: 'Trekk etter',
    units: { kroner: 'kroner', kg: 'kilo CO₂e' },
    draw: 'Trekk stikkprøven',
    drawn: (p) =>
      `${plural('nn', p.lines, { one: 'Éi linje', other: `${count(p.lines)} linjer` })} av ${count(p.population)}, med ${count(p.hits)} trekk. Frø «${p.seed}», intervall ${p.interval}, første trekk ved ${p.start}.`,
    nothing: 'Ingen linjer å trekkje frå.',
    caption: 'Trekte linjer',
    heads: {
      line: 'Linje',
      buyer: 'Kommune',
      day: 'Dato',
      amount: 'Kroner',
      kg: 'kg CO₂e',
      method: 'Metode',
      hits: 'Trekk',
    },
    certain: (p) => `${count(p.hits)} (alltid med)`,
    noText: 'Utan tekst',
  },
  line: {
    title: 'Linja og det ho byggjer på',
    kinds: { posting: 'Rada i rekneskapen', 'invoice-line': 'Linja i fakturaen', report: 'Rada i rapporten' },
    place: (p) => [p.document, p.file, p.sheet, p.row && `rad ${p.row}`].filter(Boolean).join(' · '),
    sha256: (p) => `SHA-256 av fila: ${p.hash}`,
    cellHeads: { cell: 'Celle/rad', heading: 'Felt', text: 'Slik det står' },
    cells: 'Cellene slik dei vart lesne',
    unknownCell: '–',
    findings: 'Funn i rada',
    noFindings: 'Kontrollen fann ingenting å seie om rada.',
    finding: (p) =>
      [p.title, p.cell, p.found && `fann «${p.found}»`, p.expected && `venta «${p.expected}»`]
        .filter(Boolean)
        .join(', '),
    ties: 'Kopling mellom rekneskap og rapport',
    tie: (p) => `${p.report}, linje ${count(p.line)}: ${kroner(p.amount)}. Funnen slik: ${p.step}.`,
    /** By match rule. */
    steps: {
      decision: 'nokon har sett på linjene og sagt at dei er det same kjøpet',
      'invoice-item': 'same fakturanummer og same varenummer, og beløpa er like',
      'invoice-amount': 'same fakturanummer, og beløpa er like',
      'invoice-sum': 'same fakturanummer, og linjene på kvar side går opp i same sum',
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
      methods: (p) => `Kva som tel i ${p.name}`,
      item: (p) => `Kva vare ${p.name} er`,
      account: (p) => `Kvar konto ${p.name} høyrer til`,
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
    noDecisions: 'Ingen har avgjort noko for linja: standarden gjeld.',
    roles: {
      declaration: 'ein avtaleforvaltar i innkjøpssamarbeidet',
      other: 'ein avtaleforvaltar eller administrator i innkjøpssamarbeidet',
    },
    decision: (p) =>
      `${p.about}: ${p.decided}. «${p.reason}» ${[p.proposedBy && `Foreslått av ${p.proposedBy}.`, p.by && `Avgjort av ${p.by}.`].filter(Boolean).join(' ')}`,
    why: 'Talet',
    gone: 'Rada finst ikkje i rekneskapen lenger. Fila og det som vart rekna, står i dokumentasjonen.',
  },
} satisfies PublishedTexts;
