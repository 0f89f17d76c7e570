import { formatCount, formatMoney, formatQuantity, formatShare, plural } from '@tallgrunn/values';
import { nb as questions } from './questions/nb.ts';
import { nb as why } from './causes/nb.ts';

const count = (n: number) => formatCount(n, 'nb');
const lines = (n: number) => plural('nb', n, { one: 'én linje', other: `${count(n)} linjer` });

export const nb = {
  title: 'Avstemming',
  lead: 'Her møtes det leverandørene har rapportert, og det som er bokført hos dem. Resten trenger et blikk.',
  run: (p: { number: number; finished: string }) => `Sist avstemt ${p.finished}, kjøring ${count(p.number)}.`,
  noRun: 'Ingenting er avstemt ennå.',
  noneTitle: 'Ingenting å avstemme ennå',
  noneReason: 'Når både rapporter og regnskap er lest inn, ser du her hvor de møtes.',
  finding: (p: { share: string }) =>
    `Vi finner igjen ${formatShare(p.share, 'nb')} av de rapporterte kronene i regnskapet`,
  findingNone: 'Ingen rapporterte kroner ennå',
  basis: 'Kroner uten merverdiavgift, fra leverandører med avtale. Bokført fra andre er ikke med.',
  heads: ['Side', 'Kroner', 'Møtes', 'Møtes ikke', 'Regnskap mangler'],
  reported: 'Rapportert',
  booked: 'Bokført',
  legend: { matched: 'møtes', unmatched: 'finnes bare på den ene siden', missing: 'regnskapet for måneden mangler' },
  unit: 'mill. kr',
  millions: (p: { value: string }) => `${formatQuantity(p.value, 'nb')} mill. kr`,
  money: (p: { amount: string }) => formatMoney(p.amount, 'NOK', 'nb', 0),
  byParty: 'Leverandør for leverandør',
  table: {
    supplier: 'Leverandør',
    buyer: 'Kommune',
    matched: 'Møtes',
    notBooked: 'Rapportert, ikke bokført',
    missing: 'Regnskap mangler',
    notReported: 'Bokført, ikke rapportert',
    lines: (p: { count: number }) => lines(p.count),
  },
  see: (p: { what: string; supplier: string; buyer: string }) =>
    `${p.what}: ${[p.supplier, p.buyer].filter(Boolean).join(', ')}`,
  review: 'Linjer å se på',
  states: {
    'reported-not-booked': 'Rapportert, ikke bokført',
    'booked-not-reported': 'Bokført, ikke rapportert',
    'books-not-loaded': 'Regnskap mangler',
    matched: 'Møtes',
  },
  cause: 'Årsak',
  anyCause: 'Alle årsaker',
  causes: {
    matched: 'Rapportert linje for linje',
    'not-tied': 'Summene stemmer, linjene er ikke koblet',
    'not-known': 'Vet ikke: den andre siden har også noe åpent',
    'other-unit': 'Står på en annen enhet',
    none: 'Ingen forklaring ennå',
    timing: 'Ulik periode',
    'freight-fees': 'Frakt og gebyrer',
    vat: 'Merverdiavgift',
    'off-assortment': 'Utenfor sortimentet',
    'missing-alias': 'Kunde eller sted leverandøren ikke kjenner igjen',
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
    'other-seller': 'Solgt av en annen',
    'not-reported': 'Ikke rapportert',
    'not-booked': 'Ikke bokført',
  },
  why,
  questions,
  whyPerson: 'Dette har en person svart. Begrunnelsen står under «Sagt om linjen».',
  coverage: {
    finding: (p: { share: string; whole: string }) =>
      `Leverandørene har rapportert ${formatShare(p.share, 'nb')} av avtalekjøpene på ${formatMoney(p.whole, 'NOK', 'nb', 0)}`,
    tied: (p: { share: string }) => `${formatShare(p.share, 'nb')} er funnet igjen linje for linje.`,
    notTied: (p: { amount: string }) =>
      `For ${formatMoney(p.amount, 'NOK', 'nb', 0)} er det bare summene for leverandør, kommune og kvartal som sier det: linjene er ikke koblet ennå.`,
    none: 'Ingen avtalekjøp er bokført ennå',
    outside: (p: { amount: string }) =>
      `${formatMoney(p.amount, 'NOK', 'nb', 0)} står utenfor: regnskapet sier ikke om beløpet er med mva.`,
    ofAll: (p: { share: string; whole: string }) =>
      `De rapporterte kronene er ${formatShare(p.share, 'nb')} av alle kjøp på ${formatMoney(p.whole, 'NOK', 'nb', 0)}, med tjenester og investeringer.`,
    over: (p: { amount: string }) =>
      `I tillegg er det rapportert ${formatMoney(p.amount, 'NOK', 'nb', 0)} mer enn det som er bokført hos samme leverandør og kommune i samme måned.`,
    noOver: 'Ingen leverandør har rapportert mer enn det som er bokført hos samme kommune i samme måned.',
    basis: 'Regnet for hver leverandør, kommune og måned, og så lagt sammen. Kroner uten merverdiavgift.',
    heads: ['Del', 'Kroner', 'Linjer'],
    chart: 'Fra bokført hos avtaleleverandører til det som ikke er forklart',
    booked: 'Bokført',
  },
  offAgreement: {
    tab: 'Kan være utenfor avtale',
    explain:
      'Andre enn avtaleleverandørene har solgt dette på kontoer der avtalens varer pleier å stå. Det kan være et engangskjøp, en annen avtale eller et kjøp utenfor avtale. Enheten som kjøpte, kan svare.',
  },
  bulk: {
    title: 'Svar for alle linjene i utvalget',
    help: 'Svaret gjelder de 500 linjene med flest kroner. Hver linje får svaret for seg, og det kan tas tilbake. Er de til sammen på et stort beløp, må en annen bekrefte det, én gang for alle.',
    send: 'Svar for alle',
    missing: 'Velg en årsak og skriv kort hvorfor.',
    done: (p: { count: number }) => `${lines(p.count)} har fått svaret.`,
    second: 'Til sammen er beløpet stort. Svarene gjelder når en annen har bekreftet dem.',
    takeBack: 'Ta tilbake svarene',
    takenBack: (p: { count: number }) => `${lines(p.count)} har fått svaret tatt tilbake.`,
  },
  byEmissions: {
    label: 'Rekkefølge',
    amount: 'Flest kroner først',
    emissions: 'Størst utslipp først',
    head: 'kg CO₂e',
    unknown: 'ukjent',
    caption: 'Linjer, størst utslipp først',
    explain: 'Utslippet er slik siste beregning har det, og bare de 100 største vises. Linjer uten faktor står sist.',
  },
  second: {
    tab: 'Venter på en annen',
    explain: (p: { amount: string }) =>
      `En annen må godkjenne når det du avgjør for én kommune på én dag, kommer til ${formatMoney(p.amount, 'NOK', 'nb', 0)} eller mer. Det kolleger avgjør som har fått tilgang av deg, eller av den samme som deg, regnes med, og de kan ikke godkjenne for deg.`,
    decisions: 'Avgjørelser om to linjer',
    answers: 'Svar om linjer',
    confirm: (p: { what: string; line: string }) => `Bekreft: ${p.what}, ${p.line}`,
    together: (p: { count: number; amount: string }) =>
      `Svaret er gitt til ${lines(p.count)} samtidig, her ${formatMoney(p.amount, 'NOK', 'nb')} til sammen. De bekreftes under ett.`,
    togetherPairs: (p: { count: number; amount: string }) =>
      `Avgjørelsen gjelder ${count(p.count)} par samtidig, her ${formatMoney(p.amount, 'NOK', 'nb')} til sammen. De bekreftes under ett.`,
    own: 'Du har avgjort dette. En annen må godkjenne.',
    noDecisions: 'Ingen avgjørelser venter',
    noAnswers: 'Ingen svar venter',
    noneYet: 'Ingen svar ennå',
    noneReason: 'Åpne en linje som ikke hører sammen med noe, og si hvorfor.',
  },
  rules: {
    tab: 'Lært av tallene',
    explain:
      'Slik avviker rapportene fra regnskapet hos hver leverandør, så langt varer, beløp og dager viser det. Neste avstemming bruker reglene, og lærer dem på nytt når mer kommer. Er en regel feil, legger du den til side.',
    inUse: 'I bruk',
    setAside: 'Lagt til side',
    /** Text around a number; 9 means any digit. */
    dress: (p: { before: string; after: string }) =>
      [p.before && `«${p.before}» foran`, p.after && `«${p.after}» bak`].filter(Boolean).join(' og ') ||
      'ingenting rundt seg',
    numbers: (p: { report: string; booked: string }) =>
      `Fakturanumrene har ${p.report} i rapportene, og ${p.booked} i regnskapet${(p.report + p.booked).includes('9') ? ' (9 er et siffer)' : ''}.`,
    days: (p: { days: number }) =>
      `Det samme kjøpet står ${plural('nb', Math.abs(p.days), { one: 'én dag', other: `${count(Math.abs(p.days))} dager` })} ${p.days < 0 ? 'tidligere' : 'senere'} i regnskapet enn i rapportene.`,
    amounts: (p: { more: boolean; percent: string }) =>
      `Rapportene har beløp som er ${p.percent} % ${p.more ? 'høyere' : 'lavere'} enn i regnskapet, så langt varer og fakturaer viser det. Det kan være merverdiavgift, bonus eller rabatt.`,
    seen: {
      'number-form': (p: { count: number }) =>
        `Bygger på ${plural('nb', p.count, { one: 'ett par numre', other: `${count(p.count)} par numre` })}.`,
      'day-shift': (p: { count: number }) => `Bygger på ${lines(p.count)}.`,
      'amount-scale': (p: { count: number }) =>
        `Bygger på ${plural('nb', p.count, { one: 'én vare eller faktura', other: `${count(p.count)} varer og fakturaer` })}.`,
    },
    examples: 'For eksempel',
    example: (p: { report: string; booked: string }) => `${p.report} er ${p.booked}`,
    waits: 'Gjelder fra neste avstemming, som kjøres av seg selv.',
    aside: 'Legg regelen til side',
    again: 'Ta regelen i bruk igjen',
    asideHelp: 'Avstemmingen kjøres på nytt uten regelen. Det kan tas tilbake.',
    againHelp: 'Avstemmingen kjøres på nytt, og lærer regelen igjen om tallene fortsatt viser den.',
    reason: 'Hvorfor?',
    missing: 'Skriv kort hvorfor.',
    isAside: 'Regelen er lagt til side.',
    isAgain: 'Regelen er tatt i bruk igjen.',
    noneTitle: 'Ingenting er lært ennå',
    noneReason: 'Når nok linjer viser at en leverandør skriver numre eller dager på sin egen måte, står det her.',
  },
  statement: {
    column: 'Leverandøren sier',
    only: 'Bare linjer leverandøren har svart på',
    title: 'Leverandøren sier',
    kinds: {
      'next-report': 'Kommer i neste rapport',
      'in-report': 'Er i rapporten, under et annet nummer eller beløp',
      'left-out': 'Mangler, legges til',
      'other-agreement': 'Hører ikke til avtalen',
      'other-seller': 'Ikke solgt av oss',
      other: 'Annet',
    } as Readonly<Record<string, string>>,
    by: (p: { who: string; at: string }) => `${p.who === '' ? 'leverandøren' : p.who}, ${p.at}`,
    accepted: 'godtatt som svar',
    accept: (p: { cause: string }) => `Godta som «${p.cause}»`,
    reason: 'Hvorfor godtar du det?',
    help: 'Ingenting endres før du godtar det, og det kan tas tilbake. Godtatt blir det et svar på linjen, med leverandørens utsagn som bevis.',
    noCause: 'Utsagnet gir ingen årsak. Finn linjen det gjelder blant dem under, eller gi et svar selv.',
    taken: 'etter utsagn fra leverandøren',
  },
  waits: 'venter på at en annen sier det samme',
  confirm: 'Bekreft',
  decisionsTab: 'Avgjort',
  explain: {
    'reported-not-booked':
      'Leverandøren har rapportert disse, men vi finner dem ikke i regnskapet for månedene rundt. Det kan være ventende fakturaer, et annet beløp eller et annet nummer.',
    'booked-not-reported':
      'Regnskapet har disse fra en leverandør med avtale, men rapporten nevner dem ikke. Det kan være kjøp utenfor sortimentet, frakt, eller linjer som kommer i en senere rapport.',
    'books-not-loaded': 'Regnskapet for månedene er ikke lest inn, så det kan ikke sies noe ennå.',
    matched: 'Linjer som er funnet på begge sider.',
    decided:
      'Det noen har sagt om to linjer. Den nyeste avgjørelsen om et par gjelder, og følger med når nye rapporter eller regnskap kommer.',
  },
  period: 'Periode',
  anyPeriod: 'Alle måneder',
  differs: {
    tab: 'Møtes med annet beløp',
    explain:
      'Linjene hører sammen, men beløpene er ulike: forskjellen står i figuren som ulikt beløp eller merverdiavgift.',
  },
  variances: {
    title: 'Mengde og pris',
    finding: (p: { difference: string; quantity: string; price: string; unknown: string }) =>
      `Forskjellen er ${formatMoney(p.difference, 'NOK', 'nb')}: ${formatMoney(p.quantity, 'NOK', 'nb')} er mengde, ${formatMoney(p.price, 'NOK', 'nb')} er pris, og ${formatMoney(p.unknown, 'NOK', 'nb')} vet vi ikke.`,
    explain:
      'Rapportert minus bokført, for alle koblede linjer med ulikt beløp. Mengde er det som er rapportert mer eller mindre, til bokført pris. Pris er resten. Står ikke begge mengdene i samme enhet, eller er forskjellen merverdiavgift, vet vi det ikke.',
    heads: {
      supplier: 'Leverandør',
      agreement: 'Avtale',
      lines: 'Linjer',
      difference: 'Forskjell',
      quantityPart: 'Mengde',
      pricePart: 'Pris',
      unknownPart: 'Ikke kjent',
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
  caption: 'Linjer, flest kroner først',
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
  emptyReason: 'Alt i dette utvalget er gjort rede for.',
  place: (p: { file: string; sheet: string; row: string }) =>
    [p.file, p.sheet && `ark ${p.sheet}`, p.row && `rad ${p.row}`].filter(Boolean).join(', '),
  repeated: {
    title: 'Kan gjenta denne raden',
    why: 'Begge radene i rapporten har samme vare, kunde, dag og fakturanummer. Det kan være to like salg, eller ett salg som er rapportert to ganger.',
    see: 'Se raden og det den er knyttet til',
    others: (p: { count: number }) =>
      plural('nb', p.count, {
        one: 'Én annen linje i regnskapet kan også vurderes',
        other: `${count(p.count)} andre linjer i regnskapet kan også vurderes`,
      }),
  },
  panel: {
    quantityApart: (p: { value: string; more: boolean }) => `mengden er ${p.value} ${p.more ? 'høyere' : 'lavere'}`,
    priceApart: (p: { amount: string; more: boolean }) =>
      `prisen er ${formatMoney(p.amount, 'NOK', 'nb')} ${p.more ? 'høyere' : 'lavere'}`,
    unitApart: 'ulik enhet',
    chooseAlso: 'Ta med også denne',
    several: (p: { count: number; amount: string; left: string | null }) =>
      `Avgjørelsen gjelder ${count(p.count)} linjer på den andre siden, til sammen ${formatMoney(p.amount, 'NOK', 'nb')}. ${p.left === null ? 'Det går opp.' : `Det skiller ${formatMoney(p.left, 'NOK', 'nb')}.`}`,
    gone: 'En av linjene finnes ikke lenger: en ny rapport eller et nytt regnskap er kommet imens. Dette er det som er der nå.',
    partly: (p: { saved: number }) => `${lines(p.saved)} ble lagret før det stoppet.`,
    answer: 'Hører ikke sammen med noen linje?',
    answerHelp: 'Si hvorfor, så følger svaret linjen.',
    answerReason: 'Begrunn svaret',
    answerSend: 'Lagre svaret',
    answered: 'Svaret er lagret. Avstemmingen kjøres på nytt av seg selv.',
    takeBack: 'Ta tilbake et tidligere svar',
    second: 'Beløpet er stort. Avgjørelsen gjelder når en annen har sagt det samme.',
    reported: 'Rapportert linje',
    booked: 'Bokført linje',
    candidatesReported: 'Kan være det samme i regnskapet',
    candidatesBooked: 'Kan være det samme i rapporten',
    none: 'Vi finner ingen ledig linje hos samme leverandør og kommune på den andre siden.',
    linked: 'Knyttet sammen av siste avstemming',
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
    verdict: 'Hva sier du?',
    same: 'Det er samme kjøp',
    'not-same': 'Det er ikke samme kjøp',
    undecided: 'Ta tilbake en tidligere avgjørelse',
    reason: 'Hvorfor?',
    reasonHelp: 'Noen få ord, så den neste som ser på dette, forstår.',
    reasonMissing: 'Skriv kort hvorfor.',
    verdictMissing: 'Velg hva du sier om de to linjene.',
    decide: 'Lagre avgjørelsen',
    decided: 'Avgjørelsen er lagret. Avstemmingen kjøres på nytt av seg selv.',
    mayNot: 'Innkjøpere og avtaleforvaltere kan avgjøre dette.',
    earlier: 'Sagt om linjen',
    toCombined: 'Se linjen i samlet tabell',
  },
  said: { same: 'Samme kjøp', 'not-same': 'Ikke samme kjøp', undecided: 'Tatt tilbake' },
  decisions: {
    caption: 'Avgjørelser, nyeste først',
    heads: { verdict: 'Avgjørelse', reported: 'Rapportert', booked: 'Bokført', reason: 'Hvorfor', at: 'Når' },
    by: (p: { person: string | null; organisation: string | null; you: boolean }) =>
      `av ${p.you ? 'deg' : [p.person, p.organisation].filter(Boolean).join(', ') || 'en annen'}`,
    replaced: 'erstattet av en nyere',
    gone: 'linjen finnes ikke lenger',
    noneTitle: 'Ingen avgjørelser ennå',
    noneReason: 'Åpne en linje, velg den som er samme kjøp, og si hvorfor.',
  },
};

export type MatchingTexts = typeof nb;
