import { formatCount, formatMoney, formatPeriod, formatQuantity, formatShare, Period, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const month = (key: string) => formatPeriod(Period.parse(key), 'nb');
const months = (p: { from: string; to: string }) => [...new Set([month(p.from), month(p.to)])].join('–');
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nb', 0);
const share = (part: string) => formatShare(part, 'nb', 1);

export const nb = {
  parts: 'Faktorene bak summen',
  factor: 'Faktor',
  kroner: 'Beløp',
  kg: 'kg CO₂e',
  largest: 'Linjene med størst utslipp',
  line: 'Linje',
  alternatives: 'Vurderte faktorer',
  alternativesAsk: 'Aktuelle faktorer',
  chosen: 'brukt',
  wouldBe: 'Ville blitt',
  place: (p: { file: string; sheet: string; row: string }) =>
    [p.file, p.sheet, p.row && `rad ${p.row}`].filter(Boolean).join(' · '),
  noText: 'Uten tekst',
  noKg: 'ingen faktor',
  before: 'Før',
  after: 'Etter',
  moved: 'Endring',
  mostMoved: 'Linjene med størst endring',
  periodStep: {
    kinds: { bought: 'Endrede innkjøp', reckoned: 'Endret beregning' },
    groups: 'Varegruppene, størst først',
    linesOf: (p: { group: string }) => `Linjene i ${p.group}`,
    allGroups: 'Vis linjene i alle gruppene',
    unsorted: 'Uten kategori',
    bought: (p: { kronerBefore: string; kgBefore: string; kronerAfter: string; kgAfter: string }) =>
      `${p.kronerBefore} kr og ${p.kgBefore} kg før, ${p.kronerAfter} kr og ${p.kgAfter} kg etter.`,
    rate: (p: { perKrone: string }) => `Utslipp per krone før: ${p.perKrone} kg CO₂e.`,
    weighs: (p: { amount: string; kg: string }) => `${p.amount}, ${p.kg} kg`,
  },
  page: {
    title: 'Klimafotavtrykk',
    lead: 'Utslippene fra innkjøpene, hvor de er størst, og hvordan hvert beløp er beregnet. Alle tall kan beregnes på nytt.',
    run: (p: { number: number }) => `Beregning ${count(p.number)}`,
    finished: (p: { finished: string }) => `Ferdig ${p.finished}`,
    /** Whose purchases, and of which months. */
    scope: (p: { buyers: readonly string[]; from: string; to: string }) =>
      `${p.buyers.length === 1 ? p.buyers[0] : `${count(p.buyers.length)} kommuner`}, ${months(p)}.`,
    incomplete: (p: { incompleteMonths: number; months: number }) =>
      `Regnskapet er ikke komplett for ${count(p.incompleteMonths)} av ${count(p.months)} måneder: summene kan bli høyere.`,
    toCompleteness: 'Se hva som er på plass',
    older: 'Du ser en tidligere beregning. Lenkene til samlet tabell viser linjene slik de er nå.',
    toNewest: 'Vis den nyeste beregningen',
    weighs: 'Beregnet',
    converted: (p: { amount: string }) =>
      `${kroner(p.amount)} av dem er kjøpt i en annen valuta og omregnet med en kurs. I Samlet tabell er de ikke med i summene.`,
    vatUnknown: (p: { amount: string; lines: number }) =>
      `${kroner(p.amount)} (${plural('nb', p.lines, { one: 'én linje', other: `${count(p.lines)} linjer` })}) er ikke med: regnskapet oppgir ikke om beløpet er med mva.`,
    weighsNote: (p: { share: string; amount: string }) =>
      `dekker ${share(p.share)} av innkjøp for ${kroner(p.amount)} eks. mva.`,
    askNote:
      'Innkjøpssamarbeidet må avklare hvilken faktor kontoen skal ha. Inntil videre har beløpet ikke utslippstall.',
    noFactorNote: 'Beløpet har ikke utslippstall og regnes aldri som null.',
    prove: 'Beregn på nytt og sammenlign',
    holds: (p: { lines: number }) =>
      `Bekreftet: ${plural('nb', p.lines, { one: 'én linje', other: `alle ${count(p.lines)} linjer` })} ga samme resultat.`,
    differs: (p: { count: number }) =>
      `Ikke bekreftet: ${plural('nb', p.count, { one: 'ett tall', other: `${count(p.count)} tall` })} avviker. Kontakt systemansvarlig.`,
    hotspots: (p: { category: string; share: string }) =>
      `${p.category} står for ${share(p.share)} av det beregnede utslippet`,
    hotspotsNone: 'Ingen innkjøp har utslippsfaktor ennå',
    hotspotsBasis: (p: { share: string }) =>
      `Helfylte søyler er beregnet fra mengder. Skraverte er anslått fra beløp med gjennomsnittstall; de viser hvor utslippet er stort, men kan ikke brukes til å sammenligne varer eller leverandører. Til sammen dekker de ${share(p.share)} av innkjøpene.`,
    chartHeads: ['Kategori', 'Tonn CO₂e', 'Beløp med faktor'],
    unit: 'tonn CO₂e',
    categories: 'Alle kategorier',
    categoriesHelp: 'Kategorier der beløp mangler faktor, kan ha store utslipp selv om de ikke vises her.',
    categoryHeads: {
      name: 'Kategori',
      tonnes: 'Tonn CO₂e',
      withFactor: 'Beløp med faktor',
      ask: 'Beløp som må avklares',
      noFactor: 'Beløp uten faktor',
    },
    noCategory: 'Uten kategori',
    whyFor: (p: { figure: string; name: string }) => `${p.figure} for ${p.name}`,
    noNumber: 'ikke beregnet',
    tonnes: (p: { value: string }) => `${formatQuantity(p.value, 'nb')} t`,
    tonnesWhole: (p: { value: string }) => `${formatQuantity(p.value, 'nb')} t CO₂e`,
    measured: 'beregnet fra mengde',
    fromKroner: 'anslått fra beløp',
    sureTitle: 'Usikkerhet',
    sure: { low: 'Lav', middle: 'Middels', high: 'Høy' },
    between: (p: { low: string; high: string }) =>
      `Med 95 % sannsynlighet mellom ${p.low} og ${p.high}. Feil i en faktor gjelder alle linjene som bruker den.`,
    directTitle: 'Forbrenning av drivstoff (scope 1)',
    directNote: 'Kommunenes egne utslipp fra drivstoffet. Ikke med i tallet for innkjøp.',
    rounding:
      'Hvert tall er avrundet for seg etter hvor nøyaktig grunnlaget er. Derfor kan delene avvike litt fra summen. Alle sifrene er i dokumentasjonen. En bokført linje som gjelder flere varer, har én del for hver av dem.',
    byMethod: 'Beregningsmetoder',
    methodHeads: { method: 'Metode', lines: 'Deler av linjer', amount: 'Beløp', tonnes: 'Tonn CO₂e' },
    methods: {
      'declared-verified': 'Verifisert deklarasjon',
      'declared-unverified': 'Leverandørens tall',
      'invoice-co2e': 'CO₂e på fakturalinjen',
      'physical-average': 'Mengde × gjennomsnittsfaktor',
      'spend-category': 'Kostnadsbasert, kategori',
      'spend-account': 'Kostnadsbasert, konto',
      ask: 'Må avklares',
      'no-factor': 'Ingen faktor',
      'not-converted': 'Valuta ikke omregnet',
      'vat-unknown': 'Mva. ikke kjent',
      'not-spend': 'Ikke innkjøp',
    },
    meanings: {
      'declared-verified':
        'Mengden ganget med produktets eget klimafotavtrykk, verifisert av en tredjepart. Bare i kategorier som er åpnet for det.',
      'declared-unverified':
        'Mengden ganget med leverandørens eget tall for produktet. Bare i kategorier som er åpnet for det.',
      'invoice-co2e': 'Tallet leverandøren har oppgitt på fakturalinjen. Bare i kategorier som er åpnet for det.',
      'physical-average': 'Mengden (kilo, liter, stykk) ganget med gjennomsnittsfaktoren for vareslaget.',
      'spend-category': 'Beløpet ganget med faktoren for kategorien varen hører til.',
      'spend-account': 'Beløpet ganget med faktoren for kontoen det er bokført på.',
      ask: 'Kontoen omfatter varer med svært ulike faktorer, så ingen faktor brukes før det er avklart hva som er kjøpt. En avtaleforvalter foreslår en faktor for kontoen (Utslippsfaktorer › Sammenlign kilder), og en annen godkjenner den. Finnes kjøpet på e-faktura eller i en rapport, brukes varelinjene uten avklaring.',
      'no-factor': 'Ingen utslippsfaktor passer til kontoen, eller kontoen er ikke gjennomgått.',
      'not-converted': 'Beløp i annen valuta vises i den valutaen og blir ikke beregnet.',
      'vat-unknown':
        'Regnskapet oppgir ikke om beløpet er med mva. Det er ikke med i noen sum og gir ikke utslipp. Beløpet som vises, er fra regnskapet.',
      'not-spend': 'Lønn, merverdiavgift og overføringer. De er ikke innkjøp og er ikke med.',
    },
    bridge: {
      title: (p: { from: number; to: number }) => `Fra beregning ${count(p.from)} til beregning ${count(p.to)}`,
      steps: {
        data: 'Linjer lagt til eller fjernet',
        volume: 'Endret mengde eller beløp',
        mix: 'Endret varesammensetning',
        supplier: 'Leverandørens eget tall',
        factor: 'Ny faktor',
        method: 'Ny metode',
        price: 'Prisår eller merverdiavgift',
      },
    },
    runs: 'Beregninger',
    runsHelp:
      'En ny beregning starter når regnskap, godkjente rapporter, priser eller deklarasjoner kommer til. En beregning endres aldri.',
    runHeadsBuyer: {
      reads: 'Grunnlag i hele samarbeidet',
      changed: 'Endret i hele samarbeidet',
      tonnes: 'Deres tonn CO₂e',
      withFactor: 'Deres beløp med faktor',
      without: 'Deres beløp uten tall',
    },
    runHeads: {
      number: 'Beregning',
      finished: 'Ferdig',
      cause: 'Årsak',
      reads: 'Grunnlag',
      changed: 'Endret',
      tonnes: 'Tonn CO₂e',
      withFactor: 'Beløp med faktor',
      without: 'Beløp uten tall',
    },
    causes: {
      'factor-book.prices-imported': 'en prisindeks eller valutakurser er importert',
      nightly: 'nattlig beregning',
      'matching.run-finished': 'linjer ble avstemt',
      'factor-book.choice-decided': 'en faktor ble besluttet',
      'emissions.ruled': 'beregningsmetodene for en kategori ble endret',
      'catalogue.items-told': 'varer ble klassifisert',
      'spend.batch-posted': 'regnskap eller fakturaer er importert',
      'reporting.version-accepted': 'en rapport er godkjent',
      'declarations.footprint-linked': 'et fotavtrykk er koblet til en vare',
      'agreements.prices-published': 'priser er publisert',
    },
    prices: (p: { versions: string }) => `prisindeks og kurser: ${p.versions}`,
    reads: (p: { batches: number; versions: number; footprints: number }) =>
      `${plural('nb', p.batches, { one: 'én import', other: `${count(p.batches)} importer` })}, ${plural('nb', p.versions, { one: 'én rapport', other: `${count(p.versions)} rapporter` })}, ${count(p.footprints)} fotavtrykk`,
    changed: (p: { opened: number; closed: number }) =>
      `${plural('nb', p.opened, { one: 'én ny linje', other: `${count(p.opened)} nye linjer` })}, ${count(p.closed)} erstattet`,
    more: 'Vis eldre beregninger',
    toTable: 'Se linjene i samlet tabell',
    toFactors: 'Faktorene bak tallene',
    toBought: 'Innkjøp',
    attribution: (p: { names: string; licence: string }) => `Faktorer: ${p.names} (${p.licence}).`,
    noneTitle: 'Ingen beregning ennå',
    none: 'Når regnskap eller e-fakturaer er importert, beregnes utslippet automatisk.',
    noneAct: 'Gå til regnskap',
    unknownTitle: 'Det finnes ingen beregning med det nummeret',
    unknown: 'Kontroller lenken. Beregninger slettes ikke.',
  },
};

export type EmissionsTexts = typeof nb;
