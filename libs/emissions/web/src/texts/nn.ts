import { formatCount, formatMoney, formatPeriod, formatQuantity, formatShare, Period, plural } from '@tallgrunn/values';
import type { EmissionsTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const month = (key: string) => formatPeriod(Period.parse(key), 'nn');
const months = (p: { from: string; to: string }) => [...new Set([month(p.from), month(p.to)])].join('–');
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nn', 0);
const share = (part: string) => formatShare(part, 'nn', 1);

export const nn = {
  parts: 'Faktorane bak summen',
  factor: 'Faktor',
  kroner: 'Beløp',
  kg: 'kg CO₂e',
  largest: 'Linjene med størst utslepp',
  line: 'Linje',
  alternatives: 'Vurderte faktorar',
  alternativesAsk: 'Aktuelle faktorar',
  chosen: 'brukt',
  wouldBe: 'Ville blitt',
  place: (p) => [p.file, p.sheet, p.row && `rad ${p.row}`].filter(Boolean).join(' · '),
  noText: 'Utan tekst',
  noKg: 'ingen faktor',
  before: 'Før',
  after: 'Etter',
  moved: 'Endring',
  mostMoved: 'Linjene med størst endring',
  periodStep: {
    kinds: { bought: 'Endra innkjøp', reckoned: 'Endra berekning' },
    groups: 'Varegruppene, størst først',
    linesOf: (p: { group: string }) => `Linjene i ${p.group}`,
    allGroups: 'Vis linjene i alle gruppene',
    unsorted: 'Utan kategori',
    bought: (p: { kronerBefore: string; kgBefore: string; kronerAfter: string; kgAfter: string }) =>
      `${p.kronerBefore} kr og ${p.kgBefore} kg før, ${p.kronerAfter} kr og ${p.kgAfter} kg etter.`,
    rate: (p: { perKrone: string }) => `Utslepp per krone før: ${p.perKrone} kg CO₂e.`,
    weighs: (p: { amount: string; kg: string }) => `${p.amount}, ${p.kg} kg`,
  },
  page: {
    title: 'Klimafotavtrykk',
    lead: 'Utsleppa frå innkjøpa, kvar dei er størst, og korleis kvart beløp er berekna. Alle tal kan bereknast på nytt.',
    run: (p) => `Berekning ${count(p.number)}`,
    finished: (p) => `Ferdig ${p.finished}`,
    scope: (p) => `${p.buyers.length === 1 ? p.buyers[0] : `${count(p.buyers.length)} kommunar`}, ${months(p)}.`,
    incomplete: (p) =>
      `Rekneskapen er ikkje komplett for ${count(p.incompleteMonths)} av ${count(p.months)} månader: summane kan bli høgare.`,
    toCompleteness: 'Sjå kva som er på plass',
    older: 'Du ser ei tidlegare berekning. Lenkjene til samla tabell viser linjene slik dei er no.',
    toNewest: 'Vis den nyaste berekninga',
    weighs: 'Berekna',
    converted: (p) =>
      `${kroner(p.amount)} av dei er kjøpte i ein annan valuta og omrekna med ein kurs. I Samla tabell er dei ikkje med i summane.`,
    vatUnknown: (p) =>
      `${kroner(p.amount)} (${plural('nn', p.lines, { one: 'éi linje', other: `${count(p.lines)} linjer` })}) er ikkje med: rekneskapen oppgir ikkje om beløpet er med mva.`,
    weighsNote: (p) => `dekkjer ${share(p.share)} av innkjøp for ${kroner(p.amount)} eks. mva.`,
    askNote: 'Innkjøpssamarbeidet må avklare kva faktor kontoen skal ha. Inntil vidare har beløpet ikkje utsleppstal.',
    noFactorNote: 'Beløpet har ikkje utsleppstal og blir aldri rekna som null.',
    prove: 'Berekn på nytt og samanlikn',
    holds: (p) =>
      `Stadfesta: ${plural('nn', p.lines, { one: 'éi linje', other: `alle ${count(p.lines)} linjer` })} gav same resultat.`,
    differs: (p) =>
      `Ikkje stadfesta: ${plural('nn', p.count, { one: 'eitt tal', other: `${count(p.count)} tal` })} avvik. Kontakt systemansvarleg.`,
    hotspots: (p) => `${p.category} står for ${share(p.share)} av det berekna utsleppet`,
    hotspotsNone: 'Ingen innkjøp har utsleppsfaktor enno',
    hotspotsBasis: (p) =>
      `Heilfylte søyler er berekna frå mengder. Skraverte er anslåtte frå beløp med gjennomsnittstal; dei viser kvar utsleppet er stort, men kan ikkje brukast til å samanlikne varer eller leverandørar. Til saman dekkjer dei ${share(p.share)} av innkjøpa.`,
    chartHeads: ['Kategori', 'Tonn CO₂e', 'Beløp med faktor'],
    unit: 'tonn CO₂e',
    categories: 'Alle kategoriar',
    categoriesHelp: 'Kategoriar der beløp manglar faktor, kan ha store utslepp sjølv om dei ikkje er viste her.',
    categoryHeads: {
      name: 'Kategori',
      tonnes: 'Tonn CO₂e',
      withFactor: 'Beløp med faktor',
      ask: 'Beløp som må avklarast',
      noFactor: 'Beløp utan faktor',
    },
    noCategory: 'Utan kategori',
    whyFor: (p) => `${p.figure} for ${p.name}`,
    noNumber: 'ikkje berekna',
    tonnes: (p) => `${formatQuantity(p.value, 'nn')} t`,
    tonnesWhole: (p) => `${formatQuantity(p.value, 'nn')} t CO₂e`,
    measured: 'berekna frå mengd',
    fromKroner: 'anslått frå beløp',
    sureTitle: 'Uvisse',
    sure: { low: 'Låg', middle: 'Middels', high: 'Høg' },
    between: (p) =>
      `Med 95 % sannsyn mellom ${p.low} og ${p.high}. Feil i ein faktor gjeld alle linjene som bruker han.`,
    directTitle: 'Forbrenning av drivstoff (scope 1)',
    directNote: 'Kommunane sine eigne utslepp frå drivstoffet. Ikkje med i talet for innkjøp.',
    rounding:
      'Kvart tal er avrunda for seg etter kor nøyaktig grunnlaget er. Difor kan delane avvike litt frå summen. Alle siffera er i dokumentasjonen. Ei bokført linje som gjeld fleire varer, har éin del for kvar av dei.',
    byMethod: 'Berekningsmetodar',
    methodHeads: { method: 'Metode', lines: 'Delar av linjer', amount: 'Beløp', tonnes: 'Tonn CO₂e' },
    methods: {
      'declared-verified': 'Verifisert deklarasjon',
      'declared-unverified': 'Leverandøren sitt tal',
      'invoice-co2e': 'CO₂e på fakturalinja',
      'physical-average': 'Mengd × gjennomsnittsfaktor',
      'spend-category': 'Kostnadsbasert, kategori',
      'spend-account': 'Kostnadsbasert, konto',
      ask: 'Må avklarast',
      'no-factor': 'Ingen faktor',
      'not-converted': 'Valuta ikkje omrekna',
      'vat-unknown': 'Mva. ikkje kjend',
      'not-spend': 'Ikkje innkjøp',
    },
    meanings: {
      'declared-verified':
        'Mengda gonga med produktet sitt eige klimafotavtrykk, verifisert av ein tredjepart. Berre i kategoriar som er opna for det.',
      'declared-unverified':
        'Mengda gonga med leverandøren sitt eige tal for produktet. Berre i kategoriar som er opna for det.',
      'invoice-co2e': 'Talet leverandøren har oppgitt på fakturalinja. Berre i kategoriar som er opna for det.',
      'physical-average': 'Mengda (kilo, liter, stykk) gonga med gjennomsnittsfaktoren for vareslaget.',
      'spend-category': 'Beløpet gonga med faktoren for kategorien vara høyrer til.',
      'spend-account': 'Beløpet gonga med faktoren for kontoen det er bokført på.',
      ask: 'Kontoen omfattar varer med svært ulike faktorar, så ingen faktor blir brukt før det er avklart kva som er kjøpt. Ein avtaleforvaltar føreslår ein faktor for kontoen (Utsleppsfaktorar › Samanlikn kjelder), og ein annan godkjenner han. Finst kjøpet på e-faktura eller i ein rapport, blir varelinjene brukte utan avklaring.',
      'no-factor': 'Ingen utsleppsfaktor passar til kontoen, eller kontoen er ikkje gått gjennom.',
      'not-converted': 'Beløp i annan valuta er viste i den valutaen og blir ikkje berekna.',
      'vat-unknown':
        'Rekneskapen oppgir ikkje om beløpet er med mva. Det er ikkje med i nokon sum og gir ikkje utslepp. Beløpet som blir vist, er frå rekneskapen.',
      'not-spend': 'Løn, meirverdiavgift og overføringar. Dei er ikkje innkjøp og er ikkje med.',
    },
    bridge: {
      title: (p) => `Frå berekning ${count(p.from)} til berekning ${count(p.to)}`,
      steps: {
        data: 'Linjer lagde til eller fjerna',
        volume: 'Endra mengd eller beløp',
        mix: 'Endra varesamansetjing',
        supplier: 'Leverandøren sitt eige tal',
        factor: 'Ny faktor',
        method: 'Ny metode',
        price: 'Prisår eller meirverdiavgift',
      },
    },
    runs: 'Berekningar',
    runsHelp:
      'Ei ny berekning startar når rekneskap, godkjende rapportar, prisar eller deklarasjonar kjem til. Ei berekning blir aldri endra.',
    runHeadsBuyer: {
      reads: 'Grunnlag i heile samarbeidet',
      changed: 'Endra i heile samarbeidet',
      tonnes: 'Dykkar tonn CO₂e',
      withFactor: 'Dykkar beløp med faktor',
      without: 'Dykkar beløp utan tal',
    },
    runHeads: {
      number: 'Berekning',
      finished: 'Ferdig',
      cause: 'Årsak',
      reads: 'Grunnlag',
      changed: 'Endra',
      tonnes: 'Tonn CO₂e',
      withFactor: 'Beløp med faktor',
      without: 'Beløp utan tal',
    },
    causes: {
      'factor-book.prices-imported': 'ein prisindeks eller valutakursar er importerte',
      nightly: 'nattleg berekning',
      'matching.run-finished': 'linjer vart avstemte',
      'factor-book.choice-decided': 'ein faktor vart avgjord',
      'emissions.ruled': 'berekningsmetodane for ein kategori vart endra',
      'catalogue.items-told': 'varer vart klassifiserte',
      'spend.batch-posted': 'rekneskap eller fakturaer er importerte',
      'reporting.version-accepted': 'ein rapport er godkjend',
      'declarations.footprint-linked': 'eit fotavtrykk er kopla til ei vare',
      'agreements.prices-published': 'prisar er publiserte',
    },
    prices: (p) => `prisindeks og kursar: ${p.versions}`,
    reads: (p) =>
      `${plural('nn', p.batches, { one: 'éin import', other: `${count(p.batches)} importar` })}, ${plural('nn', p.versions, { one: 'éin rapport', other: `${count(p.versions)} rapportar` })}, ${count(p.footprints)} fotavtrykk`,
    changed: (p) =>
      `${plural('nn', p.opened, { one: 'éi ny linje', other: `${count(p.opened)} nye linjer` })}, ${count(p.closed)} erstatta`,
    more: 'Vis eldre berekningar',
    toTable: 'Sjå linjene i samla tabell',
    toFactors: 'Faktorane bak tala',
    toBought: 'Innkjøp',
    attribution: (p) => `Faktorar: ${p.names} (${p.licence}).`,
    noneTitle: 'Inga berekning enno',
    none: 'Når rekneskap eller e-fakturaer er importerte, blir utsleppet berekna automatisk.',
    noneAct: 'Gå til rekneskap',
    unknownTitle: 'Det finst inga berekning med det nummeret',
    unknown: 'Kontroller lenkja. Berekningar blir ikkje sletta.',
  },
} satisfies EmissionsTexts;
