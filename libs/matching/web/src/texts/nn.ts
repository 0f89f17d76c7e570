import { formatCount, formatMoney, formatQuantity, formatShare, plural } from '@tallgrunn/values';
import type { MatchingTexts } from './nb.ts';
import { nn as questions } from './questions/nn.ts';
import { nn as why } from './causes/nn.ts';

const count = (n: number) => formatCount(n, 'nn');
const lines = (n: number) => plural('nn', n, { one: 'éi linje', other: `${count(n)} linjer` });

/** Days before or after another day. */
const away = (days: number): string =>
  days === 0
    ? 'same dag'
    : `${plural('nn', Math.abs(days), { one: 'éin dag', other: `${count(Math.abs(days))} dagar` })} ${days < 0 ? 'tidlegare' : 'seinare'}`;

export const nn = {
  title: 'Avstemming',
  lead: 'Her blir rapportane frå leverandørane samanlikna med rekneskapen. Linjer utan treff må vurderast.',
  run: (p) => `Sist avstemt ${p.finished}, avstemming nr. ${count(p.number)}.`,
  noRun: 'Ingenting er avstemt enno.',
  noneTitle: 'Ingenting å avstemme enno',
  noneReason: 'Når både rapportar og rekneskap er importerte, ser du her kva som er avstemt.',
  finding: (p) => `Vi finn att ${formatShare(p.share, 'nn')} av det rapporterte beløpet i rekneskapen`,
  findingNone: 'Ingen rapporterte beløp enno',
  basis: 'Beløp utan mva., frå leverandørar med avtale. Bokført frå andre er ikkje med.',
  heads: ['Kjelde', 'Beløp', 'Avstemt', 'Ikkje avstemt', 'Rekneskap manglar'],
  reported: 'Rapportert',
  booked: 'Bokført',
  legend: { matched: 'avstemt', unmatched: 'finst berre i éi av kjeldene', missing: 'rekneskapen for månaden manglar' },
  unit: 'mill. kr',
  millions: (p) => `${formatQuantity(p.value, 'nn')} mill. kr`,
  money: (p) => formatMoney(p.amount, 'NOK', 'nn', 0),
  byParty: 'Leverandør for leverandør',
  table: {
    supplier: 'Leverandør',
    buyer: 'Kommune',
    matched: 'Avstemt',
    notBooked: 'Rapportert, ikkje bokført',
    missing: 'Rekneskap manglar',
    notReported: 'Bokført, ikkje rapportert',
    lines: (p) => lines(p.count),
  },
  see: (p) => `${p.what}: ${[p.supplier, p.buyer].filter(Boolean).join(', ')}`,
  review: 'Linjer til vurdering',
  states: {
    'reported-not-booked': 'Rapportert, ikkje bokført',
    'booked-not-reported': 'Bokført, ikkje rapportert',
    'books-not-loaded': 'Rekneskap manglar',
    matched: 'Avstemt',
  },
  cause: 'Årsak',
  anyCause: 'Alle årsaker',
  causes: {
    matched: 'Rapportert linje for linje',
    'not-tied': 'Summane stemmer, linjene er ikkje kopla',
    'not-known': 'Ukjent: den andre kjelda har òg linjer som ikkje er avstemte',
    'other-unit': 'Ligg på ei anna eining',
    none: 'Inga forklaring enno',
    timing: 'Ulik periode',
    'freight-fees': 'Frakt og gebyr',
    vat: 'Meirverdiavgift',
    'off-assortment': 'Utanfor sortimentet',
    'missing-alias': 'Ukjend kunde eller stad',
    'wrong-posting': 'Kan vere ført på ein annan konto enn vanleg',
    'buyer-without-books': 'Kjøpar utan rekneskap her',
    'booked-by-host': 'Bokført av vertskommunen',
    'factoring-payee': 'Betalt gjennom eit anna selskap',
    'period-13': 'Periode 13',
    'purchasing-card': 'Innkjøpskort',
    'internal-invoice': 'Internfaktura',
    'report-missing': 'Rapporten manglar',
    'books-missing': 'Rekneskapen manglar',
    'reported-twice': 'Rapportert to gonger',
    credited: 'Kreditert',
    'invoice-remainder': 'Fordelt på fleire posteringar',
    'amount-differs': 'Ulikt beløp',
    'off-agreement': 'Kan vere kjøpt utanfor avtale',
    'no-agreement': 'Ingen avtale dekkjer kjøpet',
    'other-seller': 'Selt av ein annan leverandør',
    'not-reported': 'Ikkje rapportert',
    'not-booked': 'Ikkje bokført',
  },
  why,
  questions,
  whyPerson: 'Vurdert manuelt. Grunngivinga finn du under Historikk.',
  coverage: {
    finding: (p: { share: string; whole: string }) =>
      `Leverandørane har rapportert ${formatShare(p.share, 'nn')} av avtalekjøpa på ${formatMoney(p.whole, 'NOK', 'nn', 0)}`,
    tied: (p: { share: string }) => `${formatShare(p.share, 'nn')} er funne att linje for linje.`,
    notTied: (p: { amount: string }) =>
      `For ${formatMoney(p.amount, 'NOK', 'nn', 0)} er det berre summane for leverandør, kommune og kvartal som stemmer: linjene er ikkje kopla enno.`,
    none: 'Ingen avtalekjøp er bokførte enno',
    outside: (p: { amount: string }) =>
      `${formatMoney(p.amount, 'NOK', 'nn', 0)} er ikkje med: rekneskapen viser ikkje om beløpet er med mva.`,
    ofAll: (p: { share: string; whole: string }) =>
      `Det rapporterte beløpet er ${formatShare(p.share, 'nn')} av alle kjøp på ${formatMoney(p.whole, 'NOK', 'nn', 0)}, medrekna tenester og investeringar.`,
    over: (p: { amount: string }) =>
      `I tillegg er det rapportert ${formatMoney(p.amount, 'NOK', 'nn', 0)} meir enn det som er bokført hos same leverandør og kommune i same månad.`,
    noOver: 'Ingen leverandør har rapportert meir enn det som er bokført hos same kommune i same månad.',
    basis: 'Berekna per leverandør, kommune og månad og deretter summert. Beløp utan mva.',
    heads: ['Del', 'Beløp', 'Linjer'],
    chart: 'Frå bokført hos avtaleleverandørar til det som ikkje er forklart',
    booked: 'Bokført',
  },
  offAgreement: {
    tab: 'Kan vere utanfor avtale',
    explain:
      'Andre enn avtaleleverandørane har selt dette på kontoar der varene i avtalen vanlegvis blir førte. Det kan vere eit eingongskjøp, ein annan avtale eller eit kjøp utanfor avtale. Spør eininga som har kjøpt.',
  },
  bulk: {
    title: 'Avklar alle linjene i utvalet',
    help: 'Avklaringa gjeld dei 500 linjene med størst beløp. Kvar linje får si eiga avklaring, som kan opphevast. Er beløpet til saman stort, må ein annan godkjenne, éin gong for alle linjene.',
    send: 'Avklar alle',
    missing: 'Vel ei årsak og skriv kort kvifor.',
    done: (p: { count: number }) => `Avklart: ${lines(p.count)}.`,
    second: 'Beløpet er til saman stort. Avklaringane gjeld når ein annan har godkjent dei.',
    takeBack: 'Opphev avklaringane',
    takenBack: (p) => `Avklaringa er oppheva for ${lines(p.count)}.`,
  },
  byEmissions: {
    label: 'Rekkjefølgje',
    amount: 'Størst beløp først',
    emissions: 'Størst utslepp først',
    head: 'kg CO₂e',
    unknown: 'ukjent',
    caption: 'Linjer, størst utslepp først',
    explain: 'Utsleppa er frå siste berekning, og berre dei 100 største blir viste. Linjer utan faktor kjem sist.',
  },
  second: {
    tab: 'Ventar på godkjenning',
    explain: (p) =>
      `Ein annan må godkjenne når det du avgjer for éin kommune på éin dag, kjem til ${formatMoney(p.amount, 'NOK', 'nn', 0)} eller meir. Det kollegaer avgjer som har fått tilgang av deg, eller av den same som deg, blir rekna med, og dei kan ikkje godkjenne for deg.`,
    decisions: 'Avgjerder om to linjer',
    answers: 'Avklaringar av linjer',
    confirm: (p) => `Godkjenn: ${p.what}, ${p.line}`,
    together: (p) =>
      `Avklaringa gjeld ${lines(p.count)} samtidig, her ${formatMoney(p.amount, 'NOK', 'nn')} til saman. Dei blir godkjende under eitt.`,
    togetherPairs: (p) =>
      `Avgjerda gjeld ${count(p.count)} par samtidig, her ${formatMoney(p.amount, 'NOK', 'nn')} til saman. Dei blir godkjende under eitt.`,
    own: 'Du har avgjort dette. Ein annan må godkjenne.',
    noDecisions: 'Ingen avgjerder ventar på godkjenning',
    noAnswers: 'Ingen avklaringar ventar på godkjenning',
    noneYet: 'Ingen avklaringar enno',
    noneReason: 'Opne ei linje som ikkje er avstemt, og skriv kvifor.',
  },
  rules: {
    tab: 'Lært av tala',
    explain:
      'Slik avvik rapportane frå rekneskapen hos kvar leverandør, ut frå varer, beløp og dagar. Neste avstemming bruker reglane og oppdaterer dei når det kjem fleire rapportar og rekneskap. Er ein regel feil, legg du han til side.',
    inUse: 'I bruk',
    setAside: 'Lagd til side',
    /** Text around a number; 9 means any digit. */
    dress: (p: { before: string; after: string }) =>
      [p.before && `«${p.before}» framfor`, p.after && `«${p.after}» bak`].filter(Boolean).join(' og ') ||
      'ingenting rundt seg',
    numbers: (p: { report: string; booked: string }) =>
      `Fakturanumra har ${p.report} i rapportane, og ${p.booked} i rekneskapen${(p.report + p.booked).includes('9') ? ' (9 er eit siffer)' : ''}.`,
    days: (p: { days: number }) =>
      `Det same kjøpet er ført ${plural('nn', Math.abs(p.days), { one: 'éin dag', other: `${count(Math.abs(p.days))} dagar` })} ${p.days < 0 ? 'tidlegare' : 'seinare'} i rekneskapen enn i rapportane.`,
    daysBetween: (p: { from: number; until: number }) =>
      `Det same kjøpet er ført frå ${away(p.from)} til ${away(p.until)} i rekneskapen enn i rapportane.`,
    amounts: (p: { more: boolean; percent: string }) =>
      `Rapportane har beløp som er ${p.percent} % ${p.more ? 'høgare' : 'lågare'} enn i rekneskapen, ut frå varer og fakturaer. Det kan vere meirverdiavgift, bonus eller rabatt.`,
    seen: {
      'number-form': (p: { count: number }) =>
        `Byggjer på ${plural('nn', p.count, { one: 'eitt par nummer', other: `${count(p.count)} par nummer` })}.`,
      'day-shift': (p: { count: number }) => `Byggjer på ${lines(p.count)}.`,
      'amount-scale': (p: { count: number }) =>
        `Byggjer på ${plural('nn', p.count, { one: 'éi vare eller éin faktura', other: `${count(p.count)} varer og fakturaer` })}.`,
    },
    examples: 'Til dømes',
    example: (p: { report: string; booked: string }) => `${p.report} er ${p.booked}`,
    waits: 'Gjeld frå neste avstemming, som blir køyrd automatisk.',
    aside: 'Legg regelen til side',
    again: 'Ta regelen i bruk igjen',
    asideHelp: 'Avstemminga blir køyrd på nytt utan regelen. Du kan ta han i bruk igjen seinare.',
    againHelp: 'Avstemminga blir køyrd på nytt. Regelen blir brukt dersom tala framleis viser han.',
    reason: 'Kvifor?',
    missing: 'Skriv kort kvifor.',
    isAside: 'Regelen er lagd til side.',
    isAgain: 'Regelen er teken i bruk igjen.',
    noneTitle: 'Ingen lærte reglar enno',
    noneReason:
      'Når nok linjer viser at ein leverandør skriv nummer eller dagar på sin eigen måte, blir regelen vist her.',
  },
  statement: {
    column: 'Svar frå leverandøren',
    only: 'Berre linjer leverandøren har svart på',
    title: 'Svar frå leverandøren',
    kinds: {
      'next-report': 'Kjem i neste rapport',
      'in-report': 'Er i rapporten, under eit anna nummer eller beløp',
      'left-out': 'Manglar, blir lagd til',
      'other-agreement': 'Høyrer ikkje til avtalen',
      'other-seller': 'Ikkje selt av oss',
      other: 'Anna',
    },
    by: (p) => `${p.who === '' ? 'leverandøren' : p.who}, ${p.at}`,
    accepted: 'godkjent som avklaring',
    accept: (p) => `Godkjenn som «${p.cause}»`,
    reason: 'Kvifor godkjenner du svaret?',
    help: 'Ingenting blir endra før du godkjenner svaret. Då blir det brukt som avklaring av linja, med svaret som dokumentasjon. Du kan oppheve det seinare.',
    noCause: 'Svaret gir inga årsak. Finn linja det gjeld blant dei under, eller avklar linja sjølv.',
    taken: 'etter svar frå leverandøren',
  },
  waits: 'ventar på godkjenning',
  confirm: 'Godkjenn',
  decisionsTab: 'Avgjort',
  explain: {
    'reported-not-booked':
      'Leverandøren har rapportert desse, men vi finn dei ikkje i rekneskapen for månadene rundt. Det kan vere fakturaer som ikkje er komne enno, eit anna beløp eller eit anna nummer.',
    'booked-not-reported':
      'Rekneskapen har desse frå ein leverandør med avtale, men dei er ikkje i rapporten. Det kan vere kjøp utanfor sortimentet, frakt, eller linjer som kjem i ein seinare rapport.',
    'books-not-loaded': 'Rekneskapen for månadene er ikkje importert, så linjene kan ikkje avstemmast enno.',
    matched: 'Linjer som finst i begge kjeldene.',
    decided:
      'Avgjerder om to linjer. Den nyaste avgjerda om eit par gjeld, òg når det kjem nye rapportar eller rekneskap.',
  },
  period: 'Periode',
  anyPeriod: 'Alle månader',
  differs: {
    tab: 'Avstemt med beløpsavvik',
    explain:
      'Linjene er same kjøp, men beløpa er ulike. Skilnaden blir vist i diagrammet som ulikt beløp eller meirverdiavgift.',
  },
  variances: {
    title: 'Mengd og pris',
    finding: (p) =>
      `Skilnaden er ${formatMoney(p.difference, 'NOK', 'nn')}: ${formatMoney(p.quantity, 'NOK', 'nn')} er mengd, ${formatMoney(p.price, 'NOK', 'nn')} er pris, og ${formatMoney(p.unknown, 'NOK', 'nn')} er ukjent.`,
    explain:
      'Rapportert minus bokført, for alle kopla linjer med ulikt beløp. Mengd er det som er rapportert meir eller mindre, til bokført pris. Pris er resten. Årsaka er ukjend når mengdene ikkje er i same eining, eller når skilnaden er meirverdiavgift.',
    heads: {
      supplier: 'Leverandør',
      agreement: 'Avtale',
      lines: 'Linjer',
      difference: 'Skilnad',
      quantityPart: 'Mengd',
      pricePart: 'Pris',
      unknownPart: 'Ukjent',
      vatPart: 'Av dette mva.',
      withinTolerance: 'Innanfor toleranse',
      toFollowUp: 'Å følgje opp',
    },
    noAgreement: 'Ingen avtale',
    download: 'Last ned mengd og pris (Excel)',
    shares: (p: { within: { lines: number; difference: string }; followUp: { lines: number; difference: string } }) =>
      `Å følgje opp: ${lines(p.followUp.lines)}, med ${formatMoney(p.followUp.difference, 'NOK', 'nn')} i skilnad. Innanfor toleranse: ${lines(p.within.lines)}, med ${formatMoney(p.within.difference, 'NOK', 'nn')}. Begge er med i summen.`,
    share: (p: { lines: number; difference: string }) => `${lines(p.lines)}, ${formatMoney(p.difference, 'NOK', 'nn')}`,
    toTolerances: 'Toleransegrenser og verknaden av dei',
    tolerance: {
      label: 'Toleranse',
      any: 'Innanfor toleranse og å følgje opp',
      'within-tolerance': 'Innanfor toleranse',
      'to-follow-up': 'Å følgje opp',
    },
  },
  anySupplier: 'Alle leverandørar',
  anyBuyer: 'Alle kommunar',
  caption: 'Linjer, størst beløp først',
  columns: {
    item: 'Vare eller tekst',
    date: 'Dato',
    supplier: 'Leverandør',
    buyer: 'Kommune',
    invoice: 'Faktura',
    number: 'Varenummer',
    quantity: 'Mengd',
    amount: 'Beløp',
    place: 'Fil og rad',
  },
  open: (p) => `Sjå på ${p.name}`,
  noText: 'Utan tekst',
  more: 'Vis fleire',
  emptyTitle: 'Ingen linjer her',
  emptyReason: 'Det er ingen linjer å vurdere i dette utvalet.',
  place: (p) => [p.file, p.sheet && `ark ${p.sheet}`, p.row && `rad ${p.row}`].filter(Boolean).join(', '),
  repeated: {
    title: 'Mogleg duplikat',
    why: 'Begge radene i rapporten har same vare, kunde, dag og fakturanummer. Det kan vere to like sal, eller eitt sal som er rapportert to gonger.',
    see: 'Sjå rada og linja ho er kopla til',
    others: (p) =>
      plural('nn', p.count, {
        one: 'Éi anna linje i rekneskapen er òg eit mogleg treff',
        other: `${count(p.count)} andre linjer i rekneskapen er òg moglege treff`,
      }),
  },
  panel: {
    quantityApart: (p: { value: string; more: boolean }) => `mengda er ${p.value} ${p.more ? 'høgare' : 'lågare'}`,
    priceApart: (p: { amount: string; more: boolean }) =>
      `prisen er ${formatMoney(p.amount, 'NOK', 'nn')} ${p.more ? 'høgare' : 'lågare'}`,
    unitApart: 'ulik eining',
    chooseAlso: 'Ta med denne òg',
    several: (p: { count: number; amount: string; left: string | null }) =>
      `Avgjerda gjeld ${count(p.count)} linjer, til saman ${formatMoney(p.amount, 'NOK', 'nn')}. ${p.left === null ? 'Beløpa stemmer.' : `Differansen er ${formatMoney(p.left, 'NOK', 'nn')}.`}`,
    gone: 'Ei av linjene er erstatta av ein ny rapport eller ein ny rekneskap. No blir dei gjeldande linjene viste.',
    partly: (p: { saved: number }) => `${lines(p.saved)} vart lagra før lagringa stoppa.`,
    answer: 'Finn du inga linje som passar?',
    answerHelp: 'Grunngivinga blir lagra saman med linja.',
    answerReason: 'Skriv kvifor linja ikkje har treff',
    answerSend: 'Lagre avklaringa',
    answered: 'Avklaringa er lagra. Avstemminga blir køyrd på nytt automatisk.',
    takeBack: 'Opphev ei tidlegare avklaring',
    second: 'Beløpet er stort. Avgjerda gjeld når ein annan har godkjent henne.',
    reported: 'Rapportert linje',
    booked: 'Bokført linje',
    candidatesReported: 'Moglege treff i rekneskapen',
    candidatesBooked: 'Moglege treff i rapporten',
    none: 'Inga uavstemt linje hos same leverandør og kommune.',
    linked: 'Kopla i siste avstemming',
    sameInvoice: 'same faktura',
    sameItem: 'same vare',
    sameAmount: 'same beløp',
    difference: (p: { amount: string; more: boolean }) =>
      `${formatMoney(p.amount, 'NOK', 'nn')} ${p.more ? 'høgare' : 'lågare'}`,
    days: (p) => plural('nn', p.days, { one: 'éin dag imellom', other: `${count(p.days)} dagar imellom` }),
    sameDay: 'same dag',
    choose: 'Vel denne',
    chosen: 'Vald',
    verdict: 'Vurderinga di',
    same: 'Det er same kjøp',
    'not-same': 'Det er ikkje same kjøp',
    undecided: 'Opphev ei tidlegare avgjerd',
    reason: 'Kvifor?',
    reasonHelp: 'Nokre få ord, så andre kan forstå vurderinga.',
    reasonMissing: 'Skriv kort kvifor.',
    verdictMissing: 'Vel om linjene er same kjøp.',
    decide: 'Lagre avgjerda',
    decided: 'Avgjerda er lagra. Avstemminga blir køyrd på nytt automatisk.',
    mayNot: 'Innkjøparar og avtaleforvaltarar kan avgjere dette.',
    earlier: 'Historikk',
    toCombined: 'Sjå linja i samla tabell',
  },
  said: { same: 'Same kjøp', 'not-same': 'Ikkje same kjøp', undecided: 'Oppheva' },
  decisions: {
    caption: 'Avgjerder, nyaste først',
    heads: { verdict: 'Avgjerd', reported: 'Rapportert', booked: 'Bokført', reason: 'Kvifor', at: 'Når' },
    by: (p: { person: string | null; organisation: string | null; you: boolean }) =>
      `av ${p.you ? 'deg' : [p.person, p.organisation].filter(Boolean).join(', ') || 'ein annan person'}`,
    replaced: 'erstatta av ei nyare',
    gone: 'linja finst ikkje lenger',
    noneTitle: 'Ingen avgjerder enno',
    noneReason: 'Opne ei linje, vel den som er same kjøp, og skriv kvifor.',
  },
} satisfies MatchingTexts;
