import { formatCount, formatMoney, formatQuantity, formatShare, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nb', 0);
const share = (part: string) => formatShare(part, 'nb', 1);

export const nb = {
  parts: 'Faktorene bak summen',
  factor: 'Faktor',
  kroner: 'Kroner',
  kg: 'kg CO₂e',
  largest: 'Linjene som veier mest',
  line: 'Linje',
  alternatives: 'Faktorer som ble vurdert',
  alternativesAsk: 'Faktorer å velge mellom',
  chosen: 'brukt',
  wouldBe: 'Ville gitt',
  place: (p: { file: string; sheet: string; row: string }) =>
    [p.file, p.sheet, p.row && `rad ${p.row}`].filter(Boolean).join(' · '),
  noText: 'Uten tekst',
  noKg: 'ingen faktor',
  before: 'Før',
  after: 'Etter',
  moved: 'Endring',
  mostMoved: 'Linjene som flytter mest',
  periodStep: {
    kinds: { bought: 'Kjøpt annerledes', reckoned: 'Regnet på en annen måte' },
    groups: 'Varegruppene, størst først',
    linesOf: (p: { group: string }) => `Linjene i ${p.group}`,
    allGroups: 'Vis linjene i alle gruppene',
    unsorted: 'Uten kategori',
    bought: (p: { kronerBefore: string; kgBefore: string; kronerAfter: string; kgAfter: string }) =>
      `${p.kronerBefore} kr og ${p.kgBefore} kg før, ${p.kronerAfter} kr og ${p.kgAfter} kg etter.`,
    rate: (p: { perKrone: string }) => `En krone veide ${p.perKrone} kg før.`,
    weighs: (p: { amount: string; kg: string }) => `${p.amount}, ${p.kg} kg`,
  },
  page: {
    title: 'Klimafotavtrykk',
    lead: 'Hva innkjøpene veier, hvor det er størst, og hvordan hver krone er regnet. Alt kan regnes om igjen fra det kjøringen leste.',
    run: (p: { number: number }) => `Kjøring ${count(p.number)}`,
    finished: (p: { finished: string }) => `Ferdig ${p.finished}`,
    older: 'Dette er en tidligere kjøring. Lenkene til samlet tabell viser linjene slik de står nå.',
    toNewest: 'Vis den nyeste',
    weighs: 'Regnet',
    converted: (p: { amount: string }) =>
      `${kroner(p.amount)} av dem er kjøpt i en annen valuta og regnet om med en kurs. I Samlet tabell står de ved siden av summene.`,
    vatUnknown: (p: { amount: string; lines: number }) =>
      `${kroner(p.amount)} (${plural('nb', p.lines, { one: 'én linje', other: `${count(p.lines)} linjer` })}) står utenfor: regnskapet sier ikke om beløpet er med mva.`,
    weighsNote: (p: { share: string; amount: string }) =>
      `av ${share(p.share)} av kronene; innkjøpene er ${kroner(p.amount)} eks. mva.`,
    askNote: 'Venter på at innkjøpssamarbeidet sier hva kontoen skal regnes med. Til da er kronene uten tall.',
    noFactorNote: 'Kronene er ikke regnet, og aldri tatt med som null.',
    prove: 'Regn om igjen og sammenlign',
    holds: (p: { lines: number }) =>
      `Stemmer: ${plural('nb', p.lines, { one: 'én linje', other: `alle ${count(p.lines)} linjer` })} ble like.`,
    differs: (p: { count: number }) =>
      `Stemmer ikke: ${plural('nb', p.count, { one: 'ett tall', other: `${count(p.count)} tall` })} ble ulike. Meld fra til den som driver tjenesten.`,
    hotspots: (p: { category: string; share: string }) =>
      `${p.category} står for ${share(p.share)} av utslippet vi kan regne`,
    hotspotsNone: 'Ingen av kronene har en utslippsfaktor ennå',
    hotspotsBasis: (p: { share: string }) =>
      `Helfylt er regnet fra mengder, skravert fra kroner med gjennomsnitt; til sammen ${share(p.share)} av kronene. Det skraverte viser hvor det er stort, og skiller ikke mellom varer eller leverandører.`,
    chartHeads: ['Kategori', 'Tonn CO₂e', 'Kroner med faktor'],
    unit: 'tonn CO₂e',
    categories: 'Alle kategorier',
    categoriesHelp: 'Kategorier med kroner uten tall kan være store, selv om de ikke veier noe her.',
    categoryHeads: {
      name: 'Kategori',
      tonnes: 'Tonn CO₂e',
      withFactor: 'Kroner med faktor',
      ask: 'Kroner som venter på svar',
      noFactor: 'Kroner uten faktor',
    },
    noCategory: 'Uten kategori',
    whyFor: (p: { figure: string; name: string }) => `${p.figure} for ${p.name}`,
    noNumber: 'ikke regnet',
    tonnes: (p: { value: string }) => `${formatQuantity(p.value, 'nb')} t`,
    tonnesWhole: (p: { value: string }) => `${formatQuantity(p.value, 'nb')} t CO₂e`,
    measured: 'regnet fra mengde',
    fromKroner: 'anslått fra kroner',
    sureTitle: 'Usikkerhet',
    sure: { low: 'Lav', middle: 'Middels', high: 'Høy' },
    between: (p: { low: string; high: string }) =>
      `Med 95 % sannsynlighet mellom ${p.low} og ${p.high}. Feil i en faktor gjelder alle linjene som deler den.`,
    directTitle: 'Forbrenning av drivstoff (scope 1)',
    directNote: 'Kommunenes egne utslipp fra drivstoffet. Ikke med i tallet for innkjøp.',
    rounding:
      'Hvert tall er rundet av for seg, til så mange sifre som grunnlaget holder til. Delene går derfor ikke alltid opp i summen slik den vises. Alle sifrene står i dokumentasjonen.',
    byMethod: 'Slik er kronene regnet',
    methodHeads: { method: 'Metode', lines: 'Linjer', amount: 'Beløp', tonnes: 'Tonn CO₂e' },
    methods: {
      'declared-verified': 'Kontrollert erklæring',
      'declared-unverified': 'Leverandørens tall',
      'invoice-co2e': 'CO₂e på fakturalinjen',
      'physical-average': 'Mengde ganger gjennomsnitt',
      'spend-category': 'Kroner etter kategori',
      'spend-account': 'Kroner etter konto',
      ask: 'Venter på svar',
      'no-factor': 'Ingen faktor',
      'not-converted': 'Ikke omregnet valuta',
      'vat-unknown': 'Mva. ikke kjent',
      'not-spend': 'Ikke innkjøp',
    },
    meanings: {
      'declared-verified':
        'Mengden ganger produktets eget klimafotavtrykk, kontrollert av en tredjepart. Bare i kategorier som er åpnet for det.',
      'declared-unverified':
        'Mengden ganger leverandørens eget tall for produktet. Bare i kategorier som er åpnet for det.',
      'invoice-co2e': 'Tallet leverandøren har skrevet på fakturalinjen. Bare i kategorier som er åpnet for det.',
      'physical-average': 'Mengden (kilo, liter, stykk) ganger gjennomsnittet for vareslaget.',
      'spend-category': 'Beløpet ganger faktoren for kategorien varen hører til.',
      'spend-account': 'Beløpet ganger faktoren for kontoen det er bokført på.',
      ask: 'Kontoen rommer ting med svært ulike faktorer, og ingen faktor velges før noen har sagt hva som ble kjøpt. Det er innkjøpssamarbeidet som svarer: en avtaleforvalter foreslår en faktor for kontoen (Faktorbok, Kilder side om side), og en annen person beslutter. Kommer kjøpet også på e-faktura eller i en rapport, regnes det på varene uten at noen svarer.',
      'no-factor': 'Faktorboken har ingenting som passer til kontoen, eller ingen har gått gjennom den.',
      'not-converted': 'Beløp i andre valutaer står i sin egen valuta og regnes ikke.',
      'vat-unknown':
        'Regnskapet sier ikke om beløpet er med mva. Det er ikke med i noen sum, og gir ikke utslipp. Beløpet som vises, er det som står i regnskapet.',
      'not-spend': 'Lønn, merverdiavgift og overføringer. De er ikke innkjøp og holdes utenfor.',
    },
    bridge: {
      title: (p: { from: number; to: number }) => `Fra kjøring ${count(p.from)} til kjøring ${count(p.to)}`,
      steps: {
        data: 'Linjer kom til eller falt bort',
        volume: 'Andre mengder eller beløp',
        mix: 'Andre varer',
        supplier: 'Leverandørens eget tall',
        factor: 'En annen faktor',
        method: 'En annen metode',
        price: 'Prisår eller merverdiavgift',
      },
    },
    runs: 'Kjøringer',
    runsHelp:
      'Hver gang regnskap, godkjente rapporter, priser eller fotavtrykk kommer til, regnes alt på nytt. En kjøring endres aldri.',
    runHeadsBuyer: {
      reads: 'Leste i hele samarbeidet',
      changed: 'Endret i hele samarbeidet',
      tonnes: 'Deres tonn CO₂e',
      withFactor: 'Deres kroner med faktor',
      without: 'Deres kroner uten tall',
    },
    runHeads: {
      number: 'Kjøring',
      finished: 'Ferdig',
      cause: 'Fordi',
      reads: 'Leste',
      changed: 'Endret',
      tonnes: 'Tonn CO₂e',
      withFactor: 'Kroner med faktor',
      without: 'Kroner uten tall',
    },
    causes: {
      'factor-book.prices-imported': 'en prisindeks eller valutakurser er lest inn',
      nightly: 'alt ble regnet på nytt om natten',
      'matching.run-finished': 'linjer ble matchet',
      'factor-book.choice-decided': 'en faktor ble besluttet',
      'emissions.ruled': 'regelen for en kategori ble endret',
      'catalogue.items-told': 'varer ble sortert',
      'spend.batch-posted': 'regnskap eller fakturaer er lest inn',
      'reporting.version-accepted': 'en rapport er godkjent',
      'declarations.footprint-linked': 'et fotavtrykk er knyttet til en vare',
      'agreements.prices-published': 'en prisliste er tatt i bruk',
    },
    prices: (p: { versions: string }) => `prisindeks og kurser: ${p.versions}`,
    reads: (p: { batches: number; versions: number; footprints: number }) =>
      `${plural('nb', p.batches, { one: 'én innlesing', other: `${count(p.batches)} innlesinger` })}, ${plural('nb', p.versions, { one: 'én rapport', other: `${count(p.versions)} rapporter` })}, ${count(p.footprints)} fotavtrykk`,
    changed: (p: { opened: number; closed: number }) =>
      `${plural('nb', p.opened, { one: 'én ny linje', other: `${count(p.opened)} nye linjer` })}, ${count(p.closed)} erstattet`,
    more: 'Vis eldre kjøringer',
    toTable: 'Se linjene i samlet tabell',
    toFactors: 'Faktorene bak tallene',
    toBought: 'Hva vi kjøpte',
    attribution: (p: { names: string; licence: string }) => `Faktorer: ${p.names} (${p.licence}).`,
    noneTitle: 'Ingenting er regnet ennå',
    none: 'Når regnskap eller e-fakturaer er lest inn, regnes utslippet av seg selv.',
    noneAct: 'Gå til regnskap',
    unknownTitle: 'Det er ingen kjøring med det nummeret',
    unknown: 'Lenken er kanskje ikke helt riktig. Kjøringer slettes ikke.',
  },
};

export type EmissionsTexts = typeof nb;
