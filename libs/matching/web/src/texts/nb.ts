import { formatCount, formatMoney, formatQuantity, formatShare, plural } from '@tallgrunn/values';
import { nb as questions } from './questions/nb.ts';
import { nb as why } from './causes/nb.ts';

const count = (n: number) => formatCount(n, 'nb');
const lines = (n: number) => plural('nb', n, { one: 'én linje', other: `${count(n)} linjer` });

/** Days before or after another day. */
const away = (days: number): string =>
  days === 0
    ? 'samme dag'
    : `${plural('nb', Math.abs(days), { one: 'én dag', other: `${count(Math.abs(days))} dager` })} ${days < 0 ? 'tidligere' : 'senere'}`;

export const nb = {
  title: 'Avstemming',
  lead: 'Her sammenlignes leverandørenes rapporter med regnskapet. Linjer uten treff må vurderes.',
  run: (p: { number: number; finished: string }) => `Sist avstemt ${p.finished}, avstemming nr. ${count(p.number)}.`,
  noRun: 'Ingenting er avstemt ennå.',
  noneTitle: 'Ingenting å avstemme ennå',
  noneReason: 'Når både rapporter og regnskap er importert, ser du her hva som er avstemt.',
  finding: (p: { share: string }) =>
    `Vi finner igjen ${formatShare(p.share, 'nb')} av det rapporterte beløpet i regnskapet`,
  findingNone: 'Ingen rapporterte beløp ennå',
  basis: 'Beløp uten mva., fra leverandører med avtale. Bokført fra andre er ikke med.',
  heads: ['Kilde', 'Beløp', 'Avstemt', 'Ikke avstemt', 'Regnskap mangler'],
  reported: 'Rapportert',
  booked: 'Bokført',
  legend: { matched: 'avstemt', unmatched: 'finnes bare i én av kildene', missing: 'regnskapet for måneden mangler' },
  unit: 'mill. kr',
  millions: (p: { value: string }) => `${formatQuantity(p.value, 'nb')} mill. kr`,
  money: (p: { amount: string }) => formatMoney(p.amount, 'NOK', 'nb', 0),
  byParty: 'Leverandør for leverandør',
  table: {
    supplier: 'Leverandør',
    buyer: 'Kommune',
    matched: 'Avstemt',
    notBooked: 'Rapportert, ikke bokført',
    missing: 'Regnskap mangler',
    notReported: 'Bokført, ikke rapportert',
    lines: (p: { count: number }) => lines(p.count),
  },
  see: (p: { what: string; supplier: string; buyer: string }) =>
    `${p.what}: ${[p.supplier, p.buyer].filter(Boolean).join(', ')}`,
  review: 'Linjer til vurdering',
  states: {
    'reported-not-booked': 'Rapportert, ikke bokført',
    'booked-not-reported': 'Bokført, ikke rapportert',
    'books-not-loaded': 'Regnskap mangler',
    matched: 'Avstemt',
  },
  cause: 'Årsak',
  anyCause: 'Alle årsaker',
  causes: {
    matched: 'Rapportert linje for linje',
    'not-tied': 'Summene stemmer, linjene er ikke koblet',
    'not-known': 'Ukjent: den andre kilden har også linjer som ikke er avstemt',
    'other-unit': 'Ligger på en annen enhet',
    none: 'Ingen forklaring ennå',
    timing: 'Ulik periode',
    'freight-fees': 'Frakt og gebyrer',
    vat: 'Merverdiavgift',
    'off-assortment': 'Utenfor sortimentet',
    'missing-alias': 'Ukjent kunde eller sted',
    'wrong-posting': 'Kan være ført på en annen konto enn vanlig',
    'buyer-without-books': 'Kjøper uten regnskap her',
    'booked-by-host': 'Bokført av vertskommunen',
    'factoring-payee': 'Betalt gjennom et annet selskap',
    'period-13': 'Periode 13',
    'purchasing-card': 'Innkjøpskort',
    'internal-invoice': 'Internfaktura',
    'report-missing': 'Rapporten mangler',
    'books-missing': 'Regnskapet mangler',
    'reported-twice': 'Rapportert to ganger',
    credited: 'Kreditert',
    'invoice-remainder': 'Fordelt på flere posteringer',
    'amount-differs': 'Ulikt beløp',
    'off-agreement': 'Kan være kjøpt utenfor avtale',
    'no-agreement': 'Ingen avtale dekker kjøpet',
    'other-seller': 'Solgt av en annen leverandør',
    'not-reported': 'Ikke rapportert',
    'not-booked': 'Ikke bokført',
  },
  why,
  questions,
  whyPerson: 'Vurdert manuelt. Begrunnelsen finner du under Historikk.',
  coverage: {
    finding: (p: { share: string; whole: string }) =>
      `Leverandørene har rapportert ${formatShare(p.share, 'nb')} av avtalekjøpene på ${formatMoney(p.whole, 'NOK', 'nb', 0)}`,
    tied: (p: { share: string }) => `${formatShare(p.share, 'nb')} er funnet igjen linje for linje.`,
    notTied: (p: { amount: string }) =>
      `For ${formatMoney(p.amount, 'NOK', 'nb', 0)} er det bare summene for leverandør, kommune og kvartal som stemmer: linjene er ikke koblet ennå.`,
    none: 'Ingen avtalekjøp er bokført ennå',
    outside: (p: { amount: string }) =>
      `${formatMoney(p.amount, 'NOK', 'nb', 0)} er ikke med: regnskapet viser ikke om beløpet er med mva.`,
    ofAll: (p: { share: string; whole: string }) =>
      `Det rapporterte beløpet er ${formatShare(p.share, 'nb')} av alle kjøp på ${formatMoney(p.whole, 'NOK', 'nb', 0)}, medregnet tjenester og investeringer.`,
    over: (p: { amount: string }) =>
      `I tillegg er det rapportert ${formatMoney(p.amount, 'NOK', 'nb', 0)} mer enn det som er bokført hos samme leverandør og kommune i samme måned.`,
    noOver: 'Ingen leverandør har rapportert mer enn det som er bokført hos samme kommune i samme måned.',
    basis: 'Beregnet per leverandør, kommune og måned og deretter summert. Beløp uten mva.',
    heads: ['Del', 'Beløp', 'Linjer'],
    chart: 'Fra bokført hos avtaleleverandører til det som ikke er forklart',
    booked: 'Bokført',
  },
  offAgreement: {
    tab: 'Kan være utenfor avtale',
    explain:
      'Andre enn avtaleleverandørene har solgt dette på kontoer der avtalens varer vanligvis blir ført. Det kan være et engangskjøp, en annen avtale eller et kjøp utenfor avtale. Spør enheten som har kjøpt.',
  },
  bulk: {
    title: 'Avklar alle linjene i utvalget',
    help: 'Avklaringen gjelder de 500 linjene med størst beløp. Hver linje får sin egen avklaring, som kan oppheves. Er beløpet til sammen stort, må en annen godkjenne, én gang for alle linjene.',
    send: 'Avklar alle',
    missing: 'Velg en årsak og skriv kort hvorfor.',
    done: (p: { count: number }) => `${lines(p.count)} er avklart.`,
    second: 'Beløpet er til sammen stort. Avklaringene gjelder når en annen har godkjent dem.',
    takeBack: 'Opphev avklaringene',
    takenBack: (p: { count: number }) => `Avklaringen er opphevet for ${lines(p.count)}.`,
  },
  byEmissions: {
    label: 'Rekkefølge',
    amount: 'Størst beløp først',
    emissions: 'Størst utslipp først',
    head: 'kg CO₂e',
    unknown: 'ukjent',
    caption: 'Linjer, størst utslipp først',
    explain: 'Utslippene er fra siste beregning, og bare de 100 største vises. Linjer uten faktor vises sist.',
  },
  second: {
    tab: 'Venter på godkjenning',
    explain: (p: { amount: string }) =>
      `En annen må godkjenne når det du avgjør for én kommune på én dag, kommer til ${formatMoney(p.amount, 'NOK', 'nb', 0)} eller mer. Det kolleger avgjør som har fått tilgang av deg, eller av den samme som deg, regnes med, og de kan ikke godkjenne for deg.`,
    decisions: 'Avgjørelser om to linjer',
    answers: 'Avklaringer av linjer',
    confirm: (p: { what: string; line: string }) => `Godkjenn: ${p.what}, ${p.line}`,
    together: (p: { count: number; amount: string }) =>
      `Avklaringen gjelder ${lines(p.count)} samtidig, her ${formatMoney(p.amount, 'NOK', 'nb')} til sammen. De godkjennes under ett.`,
    togetherPairs: (p: { count: number; amount: string }) =>
      `Avgjørelsen gjelder ${count(p.count)} par samtidig, her ${formatMoney(p.amount, 'NOK', 'nb')} til sammen. De godkjennes under ett.`,
    own: 'Du har avgjort dette. En annen må godkjenne.',
    noDecisions: 'Ingen avgjørelser venter på godkjenning',
    noAnswers: 'Ingen avklaringer venter på godkjenning',
    noneYet: 'Ingen avklaringer ennå',
    noneReason: 'Åpne en linje som ikke er avstemt, og skriv hvorfor.',
  },
  rules: {
    tab: 'Lært av tallene',
    explain:
      'Slik avviker rapportene fra regnskapet hos hver leverandør, ut fra varer, beløp og dager. Neste avstemming bruker reglene og oppdaterer dem når det kommer flere rapporter og regnskap. Er en regel feil, legger du den til side.',
    inUse: 'I bruk',
    setAside: 'Lagt til side',
    /** Text around a number; 9 means any digit. */
    dress: (p: { before: string; after: string }) =>
      [p.before && `«${p.before}» foran`, p.after && `«${p.after}» bak`].filter(Boolean).join(' og ') ||
      'ingenting rundt seg',
    numbers: (p: { report: string; booked: string }) =>
      `Fakturanumrene har ${p.report} i rapportene, og ${p.booked} i regnskapet${(p.report + p.booked).includes('9') ? ' (9 er et siffer)' : ''}.`,
    days: (p: { days: number }) =>
      `Det samme kjøpet er ført ${plural('nb', Math.abs(p.days), { one: 'én dag', other: `${count(Math.abs(p.days))} dager` })} ${p.days < 0 ? 'tidligere' : 'senere'} i regnskapet enn i rapportene.`,
    daysBetween: (p: { from: number; until: number }) =>
      `Det samme kjøpet er ført fra ${away(p.from)} til ${away(p.until)} i regnskapet enn i rapportene.`,
    amounts: (p: { more: boolean; percent: string }) =>
      `Rapportene har beløp som er ${p.percent} % ${p.more ? 'høyere' : 'lavere'} enn i regnskapet, ut fra varer og fakturaer. Det kan være merverdiavgift, bonus eller rabatt.`,
    seen: {
      'number-form': (p: { count: number }) =>
        `Bygger på ${plural('nb', p.count, { one: 'ett par numre', other: `${count(p.count)} par numre` })}.`,
      'day-shift': (p: { count: number }) => `Bygger på ${lines(p.count)}.`,
      'amount-scale': (p: { count: number }) =>
        `Bygger på ${plural('nb', p.count, { one: 'én vare eller faktura', other: `${count(p.count)} varer og fakturaer` })}.`,
    },
    examples: 'For eksempel',
    example: (p: { report: string; booked: string }) => `${p.report} er ${p.booked}`,
    waits: 'Gjelder fra neste avstemming, som kjøres automatisk.',
    aside: 'Legg regelen til side',
    again: 'Ta regelen i bruk igjen',
    asideHelp: 'Avstemmingen kjøres på nytt uten regelen. Du kan ta den i bruk igjen senere.',
    againHelp: 'Avstemmingen kjøres på nytt. Regelen brukes hvis tallene fortsatt viser den.',
    reason: 'Hvorfor?',
    missing: 'Skriv kort hvorfor.',
    isAside: 'Regelen er lagt til side.',
    isAgain: 'Regelen er tatt i bruk igjen.',
    noneTitle: 'Ingen lærte regler ennå',
    noneReason: 'Når nok linjer viser at en leverandør skriver numre eller dager på sin egen måte, vises regelen her.',
  },
  statement: {
    column: 'Svar fra leverandøren',
    only: 'Bare linjer leverandøren har svart på',
    title: 'Svar fra leverandøren',
    kinds: {
      'next-report': 'Kommer i neste rapport',
      'in-report': 'Er i rapporten, under et annet nummer eller beløp',
      'left-out': 'Mangler, blir lagt til',
      'other-agreement': 'Hører ikke til avtalen',
      'other-seller': 'Ikke solgt av oss',
      other: 'Annet',
    } as Readonly<Record<string, string>>,
    by: (p: { who: string; at: string }) => `${p.who === '' ? 'leverandøren' : p.who}, ${p.at}`,
    accepted: 'godkjent som avklaring',
    accept: (p: { cause: string }) => `Godkjenn som «${p.cause}»`,
    reason: 'Hvorfor godkjenner du svaret?',
    help: 'Ingenting endres før du godkjenner svaret. Da brukes det som avklaring av linjen, med svaret som dokumentasjon. Du kan oppheve det senere.',
    noCause: 'Svaret gir ingen årsak. Finn linjen det gjelder blant dem under, eller avklar linjen selv.',
    taken: 'etter svar fra leverandøren',
  },
  waits: 'venter på godkjenning',
  confirm: 'Godkjenn',
  decisionsTab: 'Avgjort',
  explain: {
    'reported-not-booked':
      'Leverandøren har rapportert disse, men vi finner dem ikke i regnskapet for månedene rundt. Det kan være fakturaer som ikke er kommet ennå, et annet beløp eller et annet nummer.',
    'booked-not-reported':
      'Regnskapet har disse fra en leverandør med avtale, men de er ikke i rapporten. Det kan være kjøp utenfor sortimentet, frakt, eller linjer som kommer i en senere rapport.',
    'books-not-loaded': 'Regnskapet for månedene er ikke importert, så linjene kan ikke avstemmes ennå.',
    matched: 'Linjer som finnes i begge kildene.',
    decided:
      'Avgjørelser om to linjer. Den nyeste avgjørelsen om et par gjelder, også når det kommer nye rapporter eller regnskap.',
  },
  period: 'Periode',
  anyPeriod: 'Alle måneder',
  differs: {
    tab: 'Avstemt med beløpsavvik',
    explain:
      'Linjene er samme kjøp, men beløpene er ulike. Forskjellen vises i diagrammet som ulikt beløp eller merverdiavgift.',
  },
  variances: {
    title: 'Mengde og pris',
    finding: (p: { difference: string; quantity: string; price: string; unknown: string }) =>
      `Forskjellen er ${formatMoney(p.difference, 'NOK', 'nb')}: ${formatMoney(p.quantity, 'NOK', 'nb')} er mengde, ${formatMoney(p.price, 'NOK', 'nb')} er pris, og ${formatMoney(p.unknown, 'NOK', 'nb')} er ukjent.`,
    explain:
      'Rapportert minus bokført, for alle koblede linjer med ulikt beløp. Mengde er det som er rapportert mer eller mindre, til bokført pris. Pris er resten. Årsaken er ukjent når mengdene ikke er i samme enhet, eller når forskjellen er merverdiavgift.',
    heads: {
      supplier: 'Leverandør',
      agreement: 'Avtale',
      lines: 'Linjer',
      difference: 'Forskjell',
      quantityPart: 'Mengde',
      pricePart: 'Pris',
      unknownPart: 'Ukjent',
      vatPart: 'Herav mva.',
      withinTolerance: 'Innenfor toleranse',
      toFollowUp: 'Å følge opp',
    },
    noAgreement: 'Ingen avtale',
    download: 'Last ned mengde og pris (Excel)',
    shares: (p: { within: { lines: number; difference: string }; followUp: { lines: number; difference: string } }) =>
      `Å følge opp: ${lines(p.followUp.lines)}, med ${formatMoney(p.followUp.difference, 'NOK', 'nb')} i forskjell. Innenfor toleranse: ${lines(p.within.lines)}, med ${formatMoney(p.within.difference, 'NOK', 'nb')}. Begge er med i summen.`,
    share: (p: { lines: number; difference: string }) => `${lines(p.lines)}, ${formatMoney(p.difference, 'NOK', 'nb')}`,
    toTolerances: 'Toleransegrenser og virkningen av dem',
    tolerance: {
      label: 'Toleranse',
      any: 'Innenfor toleranse og å følge opp',
      'within-tolerance': 'Innenfor toleranse',
      'to-follow-up': 'Å følge opp',
    },
  },
  anySupplier: 'Alle leverandører',
  anyBuyer: 'Alle kommuner',
  caption: 'Linjer, størst beløp først',
  columns: {
    item: 'Vare eller tekst',
    date: 'Dato',
    supplier: 'Leverandør',
    buyer: 'Kommune',
    invoice: 'Faktura',
    number: 'Varenummer',
    quantity: 'Mengde',
    amount: 'Beløp',
    place: 'Fil og rad',
  },
  open: (p: { name: string }) => `Se på ${p.name}`,
  noText: 'Uten tekst',
  more: 'Vis flere',
  emptyTitle: 'Ingen linjer her',
  emptyReason: 'Det er ingen linjer å vurdere i dette utvalget.',
  place: (p: { file: string; sheet: string; row: string }) =>
    [p.file, p.sheet && `ark ${p.sheet}`, p.row && `rad ${p.row}`].filter(Boolean).join(', '),
  repeated: {
    title: 'Mulig duplikat',
    why: 'Begge radene i rapporten har samme vare, kunde, dag og fakturanummer. Det kan være to like salg, eller ett salg som er rapportert to ganger.',
    see: 'Se raden og linjen den er koblet til',
    others: (p: { count: number }) =>
      plural('nb', p.count, {
        one: 'Én annen linje i regnskapet er også et mulig treff',
        other: `${count(p.count)} andre linjer i regnskapet er også mulige treff`,
      }),
  },
  panel: {
    quantityApart: (p: { value: string; more: boolean }) => `mengden er ${p.value} ${p.more ? 'høyere' : 'lavere'}`,
    priceApart: (p: { amount: string; more: boolean }) =>
      `prisen er ${formatMoney(p.amount, 'NOK', 'nb')} ${p.more ? 'høyere' : 'lavere'}`,
    unitApart: 'ulik enhet',
    chooseAlso: 'Ta med også denne',
    several: (p: { count: number; amount: string; left: string | null }) =>
      `Avgjørelsen gjelder ${count(p.count)} linjer, til sammen ${formatMoney(p.amount, 'NOK', 'nb')}. ${p.left === null ? 'Beløpene stemmer.' : `Differansen er ${formatMoney(p.left, 'NOK', 'nb')}.`}`,
    gone: 'En av linjene er erstattet av en ny rapport eller et nytt regnskap. Nå vises de gjeldende linjene.',
    partly: (p: { saved: number }) => `${lines(p.saved)} ble lagret før lagringen stoppet.`,
    answer: 'Finner du ingen linje som passer?',
    answerHelp: 'Begrunnelsen lagres sammen med linjen.',
    answerReason: 'Skriv hvorfor linjen ikke har treff',
    answerSend: 'Lagre avklaringen',
    answered: 'Avklaringen er lagret. Avstemmingen kjøres på nytt automatisk.',
    takeBack: 'Opphev en tidligere avklaring',
    second: 'Beløpet er stort. Avgjørelsen gjelder når en annen har godkjent den.',
    reported: 'Rapportert linje',
    booked: 'Bokført linje',
    candidatesReported: 'Mulige treff i regnskapet',
    candidatesBooked: 'Mulige treff i rapporten',
    none: 'Ingen uavstemt linje hos samme leverandør og kommune.',
    linked: 'Koblet i siste avstemming',
    sameInvoice: 'samme faktura',
    sameItem: 'samme vare',
    sameAmount: 'samme beløp',
    difference: (p: { amount: string; more: boolean }) =>
      `${formatMoney(p.amount, 'NOK', 'nb')} ${p.more ? 'høyere' : 'lavere'}`,
    days: (p: { days: number }) =>
      plural('nb', p.days, { one: 'én dag imellom', other: `${count(p.days)} dager imellom` }),
    sameDay: 'samme dag',
    choose: 'Velg denne',
    chosen: 'Valgt',
    verdict: 'Din vurdering',
    same: 'Det er samme kjøp',
    'not-same': 'Det er ikke samme kjøp',
    undecided: 'Opphev en tidligere avgjørelse',
    reason: 'Hvorfor?',
    reasonHelp: 'Noen få ord, så andre kan forstå vurderingen.',
    reasonMissing: 'Skriv kort hvorfor.',
    verdictMissing: 'Velg om linjene er samme kjøp.',
    decide: 'Lagre avgjørelsen',
    decided: 'Avgjørelsen er lagret. Avstemmingen kjøres på nytt automatisk.',
    mayNot: 'Innkjøpere og avtaleforvaltere kan avgjøre dette.',
    earlier: 'Historikk',
    toCombined: 'Se linjen i samlet tabell',
  },
  said: { same: 'Samme kjøp', 'not-same': 'Ikke samme kjøp', undecided: 'Opphevet' },
  decisions: {
    caption: 'Avgjørelser, nyeste først',
    heads: { verdict: 'Avgjørelse', reported: 'Rapportert', booked: 'Bokført', reason: 'Hvorfor', at: 'Når' },
    by: (p: { person: string | null; organisation: string | null; you: boolean }) =>
      `av ${p.you ? 'deg' : [p.person, p.organisation].filter(Boolean).join(', ') || 'en annen person'}`,
    replaced: 'erstattet av en nyere',
    gone: 'linjen finnes ikke lenger',
    noneTitle: 'Ingen avgjørelser ennå',
    noneReason: 'Åpne en linje, velg den som er samme kjøp, og skriv hvorfor.',
  },
};

export type MatchingTexts = typeof nb;
