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
import type { UseTexts } from './utilisation-nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const day = (date: string) => formatDate(date.slice(0, 10), 'nn');
const share = (part: string) => formatShare(part, 'nn', 1);
const month = (key: string) => formatPeriod(Period.parse(key), 'nn');
const span = (p: { earliest: string; latest: string | null }) =>
  p.latest === null
    ? `tidlegast ${month(p.earliest.slice(0, 7))}`
    : p.earliest.slice(0, 7) === p.latest.slice(0, 7)
      ? month(p.earliest.slice(0, 7))
      : `${month(p.earliest.slice(0, 7))}–${month(p.latest.slice(0, 7))}`;

export const useNn = {
  waiting: 'Hentar avtalen',
  money: (p) => formatMoney(p.amount, p.currency, 'nn', 0),
  share: (p) => share(p.share),
  used: 'Brukt',
  usedOf: (p) => `${formatMoney(p.used, p.currency, 'nn', 0)} av ${formatMoney(p.maximum, p.currency, 'nn', 0)}`,
  usedShare: (p) => `${share(p.share)} av maksimalverdien`,
  noMaximum: 'Avtalen har ingen maksimalverdi i registeret',
  basis: {
    reported: 'ifølgje rapportane frå leverandørane',
    booked: 'ifølgje rekneskapen, der meir er bokført enn rapportert',
  },
  lines: (p) => plural('nn', p.lines, { one: 'éi linje', other: `${count(p.lines)} linjer` }),
  forecast: 'Når er ramma brukt opp?',
  forecastFigure: (p) => span(p),
  unknown: (p) =>
    `Ukjent er ${monthSpans(p.months)
      .map((each) => span({ earliest: each.from, latest: each.to }))
      .join(
        ', ',
      )}: det finst ikkje komplette tal for desse månadene. Det tidlegaste tidspunktet føreset like stort forbruk i dei som elles.`,
  opening: {
    title: 'Avropt før rekneskapen byrjar',
    lead: 'Byrja avtalen før rekneskapane og rapportane her, må beløpet som var avropt før det, oppgjevast. Det blir rekna med i det som er brukt, og i når maksimalverdien kan vere nådd.',
    heads: { supplier: 'Leverandør', lot: 'Delkontrakt', amount: 'Avropt utan mva.', source: 'Kjelde' },
    wholeAgreement: 'Heile avtalen',
    notStated: 'ikkje oppgjeve',
    from: (p) => `før ${month(p.month)}: ${p.source}, ${day(p.on)}`,
    act: 'Oppgje beløp',
    month: 'Første månad som ikkje er med i beløpet',
    amountOf: (p) => `${p.supplier}${p.lot === null ? '' : `, delkontrakt ${p.lot}`} (${p.currency} utan mva.)`,
    file: 'Hent beløpa frå ei CSV-fil',
    paste: 'Eller lim inn linjer: leverandør;delkontrakt;beløp',
    pasted: (p) => `${count(p.count)} beløp er fylte inn under. Kontroller dei, og lagre.`,
    unread: (p) =>
      `Desse linjene passar ikkje med éin leverandør og delkontrakt, eller har eit beløp som ikkje kan lesast: ${p.lines}.`,
    source: 'Kjelde for beløpa',
    sourceOn: 'Dato for kjelda',
    save: 'Lagre beløpa',
    saved: 'Beløpa er lagra.',
    amountMissing: 'Oppgje beløpet for minst éin leverandør. Oppgje 0 om ingenting var avropt.',
    amountOdd: (p) => `Skriv beløpet for ${p.supplier} med tal, til dømes 125000,50.`,
    monthMissing: 'Oppgje den første månaden som ikkje er med.',
    sourceMissing: 'Oppgje kvar beløpa er frå.',
    sourceOnMissing: 'Oppgje datoen for kjelda.',
  },
  openingPart: (p) =>
    `${p.amount} av dette var avropt før ${month(p.month)}, slik det er oppgjeve${p.isWhole ? '' : ' for nokre av leverandørane'}.`,
  unknownBefore: (p) => `Det er ikkje kjent kva som vart avropt før ${month(p.month)}. Avtalen byrja tidlegare.`,
  reachedIn: (p) => `${p.isKnown ? '' : 'seinast '}${month(p.on.slice(0, 7))}`,
  forecastNone: {
    'no-maximum': 'Ikkje berekna: maksimalverdien manglar',
    reached: 'Nådd',
    'will-be-reached': 'Blir nådd',
    'not-in-sight': 'Ikkje venta',
    'cannot-be-told': 'Ikkje berekna enno',
  },
  setMaximum: 'Legg inn maksimalverdien',
  forecastWords: {
    'no-maximum': 'Utan maksimalverdi kan tidspunktet ikkje bereknast.',
    reached: 'Det som er avropt, er lik eller over maksimalverdien.',
    before: 'Det er før avtalen går ut.',
    after: 'Det er etter at avtalen har gått ut.',
    open: 'Avtalen har ingen sluttdato.',
    'not-in-sight': 'Med forbruket i dag blir han ikkje nådd.',
    'cannot-be-told': 'Det trengst minst tre komplette månader med tal.',
  },
  method: {
    mean: (p) =>
      `Berekna med gjennomsnittet av ${plural('nn', p.months, { one: 'éin komplett månad', other: `${count(p.months)} komplette månader` })} til og med ${month(p.until)}: ${p.monthly} i månaden.`,
    seasonal: (p) =>
      `Berekna med gjennomsnittet av dei siste ${count(p.months)} komplette månadene til og med ${month(p.until)}, ${p.monthly} i månaden, fordelt på året slik dei to siste åra var.`,
  },
  missing: (p) =>
    `${plural('nn', p.missing, { one: 'Éin rapport over fristen er ikkje godkjend', other: `${count(p.missing)} rapportar over fristen er ikkje godkjende` })} enno, så beløpet som er rapportert, kan auke.`,
  beside: (p) =>
    `${plural('nn', p.lines, { one: 'Éi linje', other: `${count(p.lines)} linjer` })} på ${formatMoney(p.amount, p.currency, 'nn')}${p.vat === 'included' ? ' med meirverdiavgift' : ''} er ikkje lagde saman med resten.`,
  next: 'Neste avgjerd',
  nextKind: {
    option: (p) => `Varsel om opsjon ${count(p.option)}`,
    maximum: () => 'Maksimalverdien kan vere nådd',
    end: () => 'Avtalen går ut',
  },
  nextIn: (p) =>
    p.days < 0
      ? `fristen gjekk ut for ${plural('nn', -p.days, { one: 'éin dag', other: `${count(-p.days)} dagar` })} sidan`
      : p.days === 0
        ? 'i dag'
        : `om ${plural('nn', p.days, { one: 'éin dag', other: `${count(p.days)} dagar` })}`,
  nextNone: 'Ingen komande dato',
  chart: {
    finding: {
      'no-maximum': (p) => `${p.used} er brukt så langt`,
      reached: (p) => `Maksimalverdien på ${p.maximum} er nådd`,
      'will-be-reached': (p) =>
        `Med forbruket i dag er maksimalverdien på ${p.maximum} brukt opp ${p.latest === null ? `tidlegast i ${month(p.earliest.slice(0, 7))}` : p.earliest.slice(0, 7) === p.latest.slice(0, 7) ? `i ${month(p.earliest.slice(0, 7))}` : `mellom ${month(p.earliest.slice(0, 7))} og ${month(p.latest.slice(0, 7))}`}`,
      'not-in-sight': (p) => `Med forbruket i dag rekk maksimalverdien på ${p.maximum} ut avtaleperioden`,
      'cannot-be-told': (p) =>
        `${share(p.share)} av maksimalverdien er brukt; det er for tidleg å berekne når resten er brukt`,
    },
    basis:
      'Beløp utan meirverdiavgift, lagde saman månad for månad. Rapportert er godkjende rapportar, med gebyr, pant og kreditering. Bokført er linjer som er avstemte mot rapportane, og linjer frå leverandørar som ikkje har nokon annan avtale. Dei to blir aldri lagde saman.',
    heads: ['Månad', 'Rapportert', 'Rapportert til saman', 'Bokført', 'Bokført til saman'],
    reported: 'rapportert',
    booked: 'bokført',
    expected: 'med forbruket i dag',
    maximum: 'maksimalverdi',
    incomplete: 'ikkje komplett: rapportar eller rekneskap manglar, meir kan kome',
    incompleteMonth: (p) =>
      `${p.month} (ikkje komplett: ${p.reports && p.ledgers ? 'rapportar og rekneskap' : p.reports ? 'rapportar' : 'rekneskap'})`,
    incompleteMonths: (p) =>
      `Ikkje komplett: ${monthSpans(p.months)
        .map((each) => span({ earliest: each.from, latest: each.to }))
        .join(', ')}`,
    none: 'Ingenting er rapportert eller bokført på avtalen enno.',
  },
  wayReported: (p) => `Sjå linjene bak ${p.amount} rapportert`,
  wayBooked: (p) =>
    `Sjå linjene bak ${p.amount} bokført, av dette ${p.supplier} lagt til avtalen fordi leverandøren ikkje har andre avtalar`,
  wayBookedNone: 'Ingenting er bokført på avtalen',
  waySupplier: (p) => `Sjå linjene bak ${p.amount} frå ${p.supplier}`,
  lots: {
    way: {
      reported: (p) => `Sjå linjene bak ${p.amount} rapportert i delkontrakt ${p.lot}`,
      booked: (p) => `Sjå linjene bak ${p.amount} bokført i delkontrakt ${p.lot}`,
    },
    title: 'Delkontraktane',
    caption: 'Forbruk per delkontrakt',
    heads: {
      lot: 'Delkontrakt',
      reported: 'Rapportert',
      booked: 'Bokført',
      maximum: 'Maksimalverdi',
      share: 'Brukt',
      forecast: 'Brukt opp',
    },
    none: 'ikkje sett',
    without: 'Ikkje kopla til ein delkontrakt',
  },
  options: {
    title: 'Datoar og opsjonar',
    none: 'Avtalen har ingen opsjonar i registeret.',
    start: 'Avtalen tek til',
    end: 'Siste dag',
    today: 'I dag',
    notice: (p) => `Siste dag for å varsle opsjon ${count(p.number)} (til ${day(p.until)})`,
    taken: (p) => `Opsjon ${count(p.number)} er utløyst`,
    left: (p) => `Opsjon ${count(p.number)} er ikkje utløyst`,
    extends: (p) => `Siste dag om opsjon ${count(p.number)} blir utløyst`,
    maximum: 'Tidlegast brukt opp, med forbruket i dag',
  },
  calls: {
    title: 'Samanlikning av leverandørar',
    findingShare: (p) => `${p.name} har fått ${p.points} prosentpoeng ${p.amount} enn fordelingsnøkkelen tilseier`,
    more: (p) => `(${p.amount}) meir`,
    less: (p) => `(${p.amount}) mindre`,
    findingEven: 'Avropa følgjer fordelingsnøkkelen',
    findingOrder: 'Ein lågare rangert leverandør har selt meir enn ein høgare rangert',
    findingRanked: 'Avropa følgjer rangeringa',
    findingPlain: (p) => `${p.name} står for ${share(p.share)} av avropa`,
    findingNone: 'Ingen avrop er rapporterte enno',
    basis: (p) => `Av ${p.total} som er rapportert sidan avtalen tok til, utan meirverdiavgift.`,
    heads: ['Leverandør', 'Del', 'Beløp', 'Avvik frå fordelingsnøkkelen', 'Avvik (kr)'],
    ranked: (p) => `${count(p.rank)}. ${p.name}`,
    key: (p) => `${p.name}, nøkkel`,
    legend: { actual: 'faktisk', key: 'nøkkel' },
    points: (p) => `${formatQuantity(p.points, 'nn')} prosentpoeng`,
    lot: (p) => `Delkontrakt ${p.key} ${p.title}`,
  },
  prices: {
    way: 'Sjå prisversjonane og kva kvar av dei endra',
    title: 'Prisversjonar',
    caption: 'Prisversjonar og endringane i dei',
    none: 'Ingen prisversjonar er importerte.',
    heads: {
      version: 'Versjon',
      supplier: 'Leverandør',
      published: 'Importert',
      items: 'Varer',
      moved: 'Nye og utgåtte',
      changed: 'Endra prisar',
      change: 'Snittendring per vare',
    },
    moved: (p) => `${count(p.added)} nye, ${count(p.removed)} utgått`,
    changed: (p) => `${count(p.changed)} av ${count(p.compared)}`,
    first: 'den første',
    change: (p) => `${Number(p.change) > 0 ? '+' : ''}${formatShare(p.change, 'nn', 1)}`,
    note: 'Snittet er av varer med pris i same eining og valuta i begge versjonane. Kvar vare tel likt, same kor mykje som blir kjøpt.',
  },
  promises: {
    title: 'Tilbode og levert',
    caption: 'Forpliktingane i tilboda frå leverandørane, samanlikna med rapportane',
    none: 'Vilkåra inneheld ingen forpliktingar frå tilbodet.',
    toTerms: 'Legg dei inn i vilkåra',
    byQuarter: 'Kvartal for kvartal',
    byQuarterCaption: 'Tilbode og levert i kvart kvartal, etter leveringsdato',
    quarter: 'Kvartal',
    heads: { what: 'Gjeld', promised: 'Forplikting', measured: 'Faktisk', of: 'Grunnlag' },
    all: 'alt',
    of: (p) => `${p.amount}, ${plural('nn', p.lines, { one: 'éi linje', other: `${count(p.lines)} linjer` })}`,
    unanswered: (p) => `${p.amount} utan svar i rapportane`,
    cannot: {
      'no-lines': 'Kan ikkje målast: ingen linjer er rapporterte',
      'field-not-in-reports': 'Kan ikkje målast: rapportane har ikkje feltet',
    },
    lots: (p) => `delkontrakt ${listing('nn', p.lots)}`,
    kept: 'lik forpliktinga eller høgare',
    broken: 'lågare enn forpliktinga',
  },
  demands: {
    title: 'Krav om miljødeklarasjonar',
    caption: 'Deklarasjonar som er kravde, samanlikna med fotavtrykk som er kopla til varene',
    of: { items: 'av varene', spend: 'av innkjøpsbeløpet' },
    what: (p) => `${p.of} innan ${day(p.by)}${p.standards.length > 0 ? ` (${listing('nn', p.standards)})` : ''}`,
    items: (p) => `${formatQuantity(p.with, 'nn')} av ${formatQuantity(p.all, 'nn')} varer`,
    spend: (p) => `${p.with} av ${p.all}`,
    note: 'Målt på varer som er rapporterte dei siste tolv månadene og har eit gyldig fotavtrykk i dag. Kva standard fotavtrykket følgjer, er ikkje kontrollert.',
  },
  pack: {
    title: 'Neste konkurranse',
    lead: 'Mengdene frå dei siste tolv månadene som utkast til prisskjema: vare, eining og kunde, leveringsstader, det som vart kjøpt utanfor sortimentet, og kva tala byggjer på.',
    prices: 'Ta med prisane og beløpa i dag (til eige bruk)',
    get: 'Last ned utkastet (Excel)',
    failed: 'Fila kunne ikkje opprettast. Ingenting er endra. Prøv igjen.',
    file: (p) => `Konkurransegrunnlag ${p.number}.xlsx`,
  },
} satisfies UseTexts;
