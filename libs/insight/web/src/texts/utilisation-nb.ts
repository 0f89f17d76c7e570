import {
  formatCount,
  formatDate,
  formatMoney,
  formatPeriod,
  formatQuantity,
  formatShare,
  listing,
  monthSpans,
  Period,
  plural,
} from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const day = (date: string) => formatDate(date.slice(0, 10), 'nb');
const kroner = (p: { amount: string; currency: string }) => formatMoney(p.amount, p.currency, 'nb', 0);
const share = (part: string) => formatShare(part, 'nb', 1);
const month = (key: string) => formatPeriod(Period.parse(key), 'nb');
/** Formats the months from the first to the last; only the first if the last is beyond the horizon. */
const span = (p: { earliest: string; latest: string | null }) =>
  p.latest === null
    ? `tidligst ${month(p.earliest.slice(0, 7))}`
    : p.earliest.slice(0, 7) === p.latest.slice(0, 7)
      ? month(p.earliest.slice(0, 7))
      : `${month(p.earliest.slice(0, 7))}–${month(p.latest.slice(0, 7))}`;

export const useNb = {
  waiting: 'Henter avtalen',
  money: kroner,
  share: (p: { share: string }) => share(p.share),
  used: 'Brukt',
  usedOf: (p: { used: string; maximum: string; currency: string }) =>
    `${formatMoney(p.used, p.currency, 'nb', 0)} av ${formatMoney(p.maximum, p.currency, 'nb', 0)}`,
  usedShare: (p: { share: string }) => `${share(p.share)} av maksimalverdien`,
  noMaximum: 'Avtalen har ingen maksimalverdi i registeret',
  basis: {
    reported: 'ifølge leverandørenes rapporter',
    booked: 'ifølge regnskapet, der mer er bokført enn rapportert',
  },
  lines: (p: { lines: number }) => plural('nb', p.lines, { one: 'én linje', other: `${count(p.lines)} linjer` }),
  forecast: 'Når er rammen brukt opp?',
  forecastFigure: (p: { earliest: string; latest: string | null }) => span(p),
  unknown: (p: { months: readonly string[] }) =>
    `Ukjent er ${monthSpans(p.months)
      .map((each) => span({ earliest: each.from, latest: each.to }))
      .join(
        ', ',
      )}: det finnes ikke komplette tall for disse månedene. Det tidligste tidspunktet forutsetter like stort forbruk i dem som ellers.`,
  opening: {
    title: 'Avropt før regnskapet begynner',
    lead: 'Begynte avtalen før regnskapene og rapportene her, må beløpet som var avropt før det, oppgis. Det regnes med i det som er brukt, og i når maksimalverdien kan være nådd.',
    heads: { supplier: 'Leverandør', lot: 'Delkontrakt', amount: 'Avropt uten mva.', source: 'Kilde' },
    wholeAgreement: 'Hele avtalen',
    notStated: 'ikke oppgitt',
    from: (p: { month: string; source: string; on: string }) => `før ${month(p.month)}: ${p.source}, ${day(p.on)}`,
    act: 'Oppgi beløp',
    month: 'Første måned som ikke er med i beløpet',
    amountOf: (p: { supplier: string; lot: string | null; currency: string }) =>
      `${p.supplier}${p.lot === null ? '' : `, delkontrakt ${p.lot}`} (${p.currency} uten mva.)`,
    file: 'Hent beløpene fra en CSV-fil',
    paste: 'Eller lim inn linjer: leverandør;delkontrakt;beløp',
    pasted: (p: { count: number }) => `${count(p.count)} beløp er fylt inn under. Kontroller dem, og lagre.`,
    unread: (p: { lines: string }) =>
      `Disse linjene passer ikke med én leverandør og delkontrakt, eller har et beløp som ikke kan leses: ${p.lines}.`,
    source: 'Kilde for beløpene',
    sourceOn: 'Dato for kilden',
    save: 'Lagre beløpene',
    saved: 'Beløpene er lagret.',
    amountMissing: 'Oppgi beløpet for minst én leverandør. Oppgi 0 hvis ingenting var avropt.',
    amountOdd: (p: { supplier: string }) => `Skriv beløpet for ${p.supplier} med tall, for eksempel 125000,50.`,
    monthMissing: 'Oppgi den første måneden som ikke er med.',
    sourceMissing: 'Oppgi hvor beløpene er fra.',
    sourceOnMissing: 'Oppgi datoen for kilden.',
  },
  openingPart: (p: { amount: string; month: string; isWhole: boolean }) =>
    `${p.amount} av dette var avropt før ${month(p.month)}, slik det er oppgitt${p.isWhole ? '' : ' for noen av leverandørene'}.`,
  unknownBefore: (p: { month: string }) =>
    `Det er ikke kjent hva som ble avropt før ${month(p.month)}. Avtalen begynte tidligere.`,
  reachedIn: (p: { on: string; isKnown: boolean }) => `${p.isKnown ? '' : 'senest '}${month(p.on.slice(0, 7))}`,
  forecastNone: {
    'no-maximum': 'Ikke beregnet: maksimalverdien mangler',
    reached: 'Nådd',
    'will-be-reached': 'Nås',
    'not-in-sight': 'Ikke ventet',
    'cannot-be-told': 'Ikke beregnet ennå',
  },
  setMaximum: 'Legg inn maksimalverdien',
  forecastWords: {
    'no-maximum': 'Uten maksimalverdi kan tidspunktet ikke beregnes.',
    reached: 'Det som er avropt, er lik eller over maksimalverdien.',
    before: 'Det er før avtalen utløper.',
    after: 'Det er etter at avtalen har utløpt.',
    open: 'Avtalen har ingen sluttdato.',
    'not-in-sight': 'Med dagens forbruk nås den ikke.',
    'cannot-be-told': 'Det trengs minst tre komplette måneder med tall.',
  },
  method: {
    mean: (p: { months: number; until: string; monthly: string }) =>
      `Beregnet med gjennomsnittet av ${plural('nb', p.months, { one: 'én komplett måned', other: `${count(p.months)} komplette måneder` })} til og med ${month(p.until)}: ${p.monthly} i måneden.`,
    seasonal: (p: { months: number; until: string; monthly: string }) =>
      `Beregnet med gjennomsnittet av de siste ${count(p.months)} hele månedene til og med ${month(p.until)}, ${p.monthly} i måneden, fordelt på året slik de to siste årene var.`,
  },
  missing: (p: { missing: number }) =>
    `${plural('nb', p.missing, { one: 'Én rapport over fristen er ikke godkjent', other: `${count(p.missing)} rapporter over fristen er ikke godkjent` })} ennå, så beløpet som er rapportert, kan øke.`,
  beside: (p: { lines: number; amount: string; currency: string; vat: 'excluded' | 'included' }) =>
    `${plural('nb', p.lines, { one: 'Én linje', other: `${count(p.lines)} linjer` })} på ${formatMoney(p.amount, p.currency, 'nb')}${p.vat === 'included' ? ' med merverdiavgift' : ''} er ikke lagt sammen med resten.`,
  next: 'Neste avgjørelse',
  nextKind: {
    option: (p: { option: number }) => `Varsel om opsjon ${count(p.option)}`,
    maximum: () => 'Maksimalverdien kan være nådd',
    end: () => 'Avtalen utløper',
  },
  nextIn: (p: { days: number }) =>
    p.days < 0
      ? `fristen gikk ut for ${plural('nb', -p.days, { one: 'én dag', other: `${count(-p.days)} dager` })} siden`
      : p.days === 0
        ? 'i dag'
        : `om ${plural('nb', p.days, { one: 'én dag', other: `${count(p.days)} dager` })}`,
  nextNone: 'Ingen kommende dato',
  chart: {
    finding: {
      'no-maximum': (p: { used: string }) => `${p.used} er brukt så langt`,
      reached: (p: { maximum: string }) => `Maksimalverdien på ${p.maximum} er nådd`,
      'will-be-reached': (p: { maximum: string; earliest: string; latest: string | null }) =>
        `Med dagens forbruk er maksimalverdien på ${p.maximum} brukt opp ${p.latest === null ? `tidligst i ${month(p.earliest.slice(0, 7))}` : p.earliest.slice(0, 7) === p.latest.slice(0, 7) ? `i ${month(p.earliest.slice(0, 7))}` : `mellom ${month(p.earliest.slice(0, 7))} og ${month(p.latest.slice(0, 7))}`}`,
      'not-in-sight': (p: { maximum: string }) =>
        `Med dagens forbruk rekker maksimalverdien på ${p.maximum} ut avtaleperioden`,
      'cannot-be-told': (p: { share: string }) =>
        `${share(p.share)} av maksimalverdien er brukt; det er for tidlig å beregne når resten er brukt`,
    },
    basis:
      'Beløp uten merverdiavgift, lagt sammen måned for måned. Rapportert er godkjente rapporter, med gebyr, pant og kreditering. Bokført er linjer som er avstemt mot rapportene, og linjer fra leverandører som ikke har noen annen avtale. De to legges aldri sammen.',
    heads: ['Måned', 'Rapportert', 'Rapportert til sammen', 'Bokført', 'Bokført til sammen'],
    reported: 'rapportert',
    booked: 'bokført',
    expected: 'med dagens forbruk',
    maximum: 'maksimalverdi',
    incomplete: 'ikke komplett: rapporter eller regnskap mangler, mer kan komme',
    incompleteMonth: (p: { month: string; reports: boolean; ledgers: boolean }) =>
      `${p.month} (ikke komplett: ${p.reports && p.ledgers ? 'rapporter og regnskap' : p.reports ? 'rapporter' : 'regnskap'})`,
    incompleteMonths: (p: { months: readonly string[] }) =>
      `Ikke komplett: ${monthSpans(p.months)
        .map((each) => span({ earliest: each.from, latest: each.to }))
        .join(', ')}`,
    none: 'Ingenting er rapportert eller bokført på avtalen ennå.',
  },
  wayReported: (p: { amount: string }) => `Se linjene bak ${p.amount} rapportert`,
  wayBooked: (p: { amount: string; supplier: string }) =>
    `Se linjene bak ${p.amount} bokført, derav ${p.supplier} lagt til avtalen fordi leverandøren ikke har andre avtaler`,
  wayBookedNone: 'Ingenting er bokført på avtalen',
  waySupplier: (p: { supplier: string; amount: string }) => `Se linjene bak ${p.amount} fra ${p.supplier}`,
  lots: {
    way: {
      reported: (p: { lot: string; amount: string }) => `Se linjene bak ${p.amount} rapportert i delkontrakt ${p.lot}`,
      booked: (p: { lot: string; amount: string }) => `Se linjene bak ${p.amount} bokført i delkontrakt ${p.lot}`,
    },
    title: 'Delkontraktene',
    caption: 'Forbruk per delkontrakt',
    heads: {
      lot: 'Delkontrakt',
      reported: 'Rapportert',
      booked: 'Bokført',
      maximum: 'Maksimalverdi',
      share: 'Brukt',
      forecast: 'Brukt opp',
    },
    none: 'ikke satt',
    without: 'Ikke koblet til en delkontrakt',
  },
  options: {
    title: 'Datoer og opsjoner',
    none: 'Avtalen har ingen opsjoner i registeret.',
    start: 'Avtalen begynner',
    end: 'Siste dag',
    today: 'I dag',
    notice: (p: { number: number; until: string }) =>
      `Siste dag for å varsle opsjon ${count(p.number)} (til ${day(p.until)})`,
    taken: (p: { number: number }) => `Opsjon ${count(p.number)} er utløst`,
    left: (p: { number: number }) => `Opsjon ${count(p.number)} er ikke utløst`,
    extends: (p: { number: number }) => `Siste dag hvis opsjon ${count(p.number)} utløses`,
    maximum: 'Tidligst brukt opp, med dagens forbruk',
  },
  calls: {
    title: 'Sammenligning av leverandører',
    findingShare: (p: { name: string; points: string; amount: string }) =>
      `${p.name} har fått ${p.points} prosentpoeng ${p.amount} enn fordelingsnøkkelen tilsier`,
    more: (p: { amount: string }) => `(${p.amount}) mer`,
    less: (p: { amount: string }) => `(${p.amount}) mindre`,
    findingEven: 'Avropene følger fordelingsnøkkelen',
    findingOrder: 'En lavere rangert leverandør har solgt mer enn en høyere rangert',
    findingRanked: 'Avropene følger rangeringen',
    findingPlain: (p: { name: string; share: string }) => `${p.name} står for ${share(p.share)} av avropene`,
    findingNone: 'Ingen avrop er rapportert ennå',
    basis: (p: { total: string }) => `Av ${p.total} som er rapportert siden avtalen begynte, uten merverdiavgift.`,
    heads: ['Leverandør', 'Andel', 'Beløp', 'Avvik fra fordelingsnøkkelen', 'Avvik (kr)'],
    ranked: (p: { rank: number; name: string }) => `${count(p.rank)}. ${p.name}`,
    key: (p: { name: string }) => `${p.name}, nøkkel`,
    legend: { actual: 'faktisk', key: 'nøkkel' },
    points: (p: { points: string }) => `${formatQuantity(p.points, 'nb')} prosentpoeng`,
    lot: (p: { key: string; title: string }) => `Delkontrakt ${p.key} ${p.title}`,
  },
  prices: {
    way: 'Se prisversjonene og hva hver av dem endret',
    title: 'Prisversjoner',
    caption: 'Prisversjoner og endringene i dem',
    none: 'Ingen prisversjoner er importert.',
    heads: {
      version: 'Versjon',
      supplier: 'Leverandør',
      published: 'Importert',
      items: 'Varer',
      moved: 'Nye og utgåtte',
      changed: 'Endrede priser',
      change: 'Snittendring per vare',
    },
    moved: (p: { added: number; removed: number }) => `${count(p.added)} nye, ${count(p.removed)} utgått`,
    changed: (p: { changed: number; compared: number }) => `${count(p.changed)} av ${count(p.compared)}`,
    first: 'den første',
    change: (p: { change: string }) => `${Number(p.change) > 0 ? '+' : ''}${formatShare(p.change, 'nb', 1)}`,
    note: 'Snittet er av varer med pris i samme enhet og valuta i begge versjoner. Hver vare teller likt, uansett hvor mye som kjøpes.',
  },
  promises: {
    title: 'Tilbudt og levert',
    caption: 'Forpliktelsene i leverandørenes tilbud, sammenlignet med rapportene',
    none: 'Vilkårene inneholder ingen forpliktelser fra tilbudet.',
    toTerms: 'Legg dem inn i vilkårene',
    byQuarter: 'Kvartal for kvartal',
    byQuarterCaption: 'Tilbudt og levert i hvert kvartal, etter leveringsdato',
    quarter: 'Kvartal',
    heads: { what: 'Gjelder', promised: 'Forpliktelse', measured: 'Faktisk', of: 'Grunnlag' },
    all: 'alt',
    of: (p: { amount: string; lines: number }) =>
      `${p.amount}, ${plural('nb', p.lines, { one: 'én linje', other: `${count(p.lines)} linjer` })}`,
    unanswered: (p: { amount: string }) => `${p.amount} uten svar i rapportene`,
    cannot: {
      'no-lines': 'Kan ikke måles: ingen linjer er rapportert',
      'field-not-in-reports': 'Kan ikke måles: rapportene har ikke feltet',
    },
    lots: (p: { lots: readonly string[] }) => `delkontrakt ${listing('nb', p.lots)}`,
    kept: 'lik forpliktelsen eller høyere',
    broken: 'lavere enn forpliktelsen',
  },
  demands: {
    title: 'Krav om miljødeklarasjoner',
    caption: 'Deklarasjoner som kreves, sammenlignet med fotavtrykk som er koblet til varene',
    of: { items: 'av varene', spend: 'av innkjøpsbeløpet' },
    what: (p: { of: string; by: string; standards: readonly string[] }) =>
      `${p.of} innen ${day(p.by)}${p.standards.length > 0 ? ` (${listing('nb', p.standards)})` : ''}`,
    items: (p: { with: string; all: string }) =>
      `${formatQuantity(p.with, 'nb')} av ${formatQuantity(p.all, 'nb')} varer`,
    spend: (p: { with: string; all: string }) => `${p.with} av ${p.all}`,
    note: 'Målt på varer som er rapportert de siste tolv månedene og har et gyldig fotavtrykk i dag. Hvilken standard fotavtrykket følger, er ikke kontrollert.',
  },
  pack: {
    title: 'Neste konkurranse',
    lead: 'Mengdene fra de siste tolv månedene som utkast til prisskjema: vare, enhet og kunde, leveringssteder, det som ble kjøpt utenfor sortimentet, og hva tallene bygger på.',
    prices: 'Ta med dagens priser og beløp (til eget bruk)',
    get: 'Last ned utkastet (Excel)',
    failed: 'Filen kunne ikke opprettes. Ingenting er endret. Prøv igjen.',
    file: (p: { number: string }) => `Konkurransegrunnlag ${p.number}.xlsx`,
  },
};

export type UseTexts = typeof useNb;
