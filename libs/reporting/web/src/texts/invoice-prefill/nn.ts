import { formatMoney, formatPeriod, formatShare, listing, Period, plural } from '@tallgrunn/values';
import { buyers, capital, count, day, instant, lines } from '../terms/nn.ts';
import type { InvoicedTexts } from './nb.ts';

const money = (amount: string, decimals = 0) => formatMoney(amount, 'NOK', 'nn', decimals);
const invoices = (n: number) => plural('nn', n, { one: 'éin faktura', other: `${count(n)} fakturaer` });
const share = (value: string) => formatShare(value, 'nn', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'nn');

export const nn: InvoicedTexts = {
  offer: {
    title: (p) =>
      `Kommunane har importert ${plural('nn', p.lines, { one: 'éi e-fakturalinje', other: `${count(p.lines)} e-fakturalinjer` })} frå dykk i perioden`,
    what: (p) =>
      `${capital(invoices(p.invoices))} til ${buyers(p.buyers)}, ${money(p.amount)} utan meirverdiavgift${p.last === null ? '' : `. Den siste er datert ${day(p.last)}`}. Det som er bokført utan e-faktura, er ikkje med her.`,
    ready: (p) =>
      p.ready === p.lines
        ? 'Alle linjene har det som må fyllast ut.'
        : `${count(p.ready)} av ${lines(p.lines)} har alt som må fyllast ut.`,
    missing: (p) =>
      `Manglar: ${listing(
        'nn',
        p.fields.map(({ title, lines: n }) => `${title} (${lines(n)})`),
      )}.`,
    yours: 'Berre de ser desse linjene. Du stadfestar, rettar og legg til før noko blir sendt inn.',
    begin: 'Bruk linjene',
    more: (p) => `Hent ${lines(p.count)} til`,
    taken: (p) => `${capital(lines(p.taken))} er henta allereie.`,
    asFile: (p) => `Det er fleire enn ${count(p.max)} linjer. Dei blir kontrollerte som fil, her eller i Excel.`,
    tooMany: 'Det er fleire linjer enn vi kan hente på éin gong. Berre dei første er med.',
    check: 'Kontroller linjene her',
    download: 'Last ned utfylt Excel-fil',
    fileName: (p) => `Frå e-faktura ${p.number} ${p.period}.xlsx`,
    failed: (p) => `Vi fekk ikkje henta linjene. ${p.why}`,
    toBooked: 'Bokført, ikkje i rapporten',
    toQuality: 'Er e-fakturaene gode nok?',
  },
  origin: (p) =>
    `Henta frå ${[p.invoice === null ? 'rekneskapen' : `faktura ${p.invoice}`, p.line === null ? '' : `linje ${p.line}`, p.buyer, p.day === null ? '' : day(p.day)].filter(Boolean).join(', ')}.`,
  fromInvoice: 'frå e-faktura',
  begunHere: (p) =>
    `${count(p.begun)} av ${lines(p.lines)} er henta frå e-fakturaene til kommunane (merkte e). Sjå over dei, rett det som er gale, og fyll ut det som manglar.`,
  begun: {
    head: 'Starta frå',
    counted: (p) =>
      `e-fakturaer: ${lines(p.lines)}, ${p.changed === 0 ? 'ingen retta' : `${count(p.changed)} retta`}, ${p.added === 0 ? 'ingen lagde til' : `${count(p.added)} lagde til`}`,
    file: 'e-fakturaer, som utfylt Excel-fil',
  },
  booked: {
    title: (p) => `Bokført, ikkje i rapporten · ${p.period}`,
    lead: (p) =>
      `Det kommunane har bokført hos ${p.supplier} på «${p.agreement}», og som vi ikkje finn i rapportane. Svar på kvar faktura, så slepp de spørsmål seinare.`,
    crumb: 'Bokført, ikkje i rapporten',
    outside: (p) =>
      `${money(p.amount)} er bokført utan at rekneskapen viser om beløpet er med meirverdiavgift. Det er ikkje med i tala her.`,
    notTellable:
      'Vi kan ikkje fastslå kva rekneskapslinjer som høyrer til rapporten: det er fleire rapportar for dei same dagane, eller filialen har ikkje eit eige organisasjonsnummer.',
    nothingBooked: 'Ingenting er bokført i perioden enno',
    nothingBookedWhy: 'Når kommunane har importert rekneskap eller e-fakturaer for perioden, ser du her kva dei har.',
    finding: (p) => `Rapportane dykkar dekkjer ${share(p.share)} av ${money(p.whole)} som er bokført`,
    findingSupplier: (p) => `Rapportane dekkjer ${share(p.share)} av ${money(p.whole)} som er bokført`,
    basis:
      'Bokførte beløp i perioden på denne avtalen, slik kommunane har ført dei, med og utan e-faktura. Difor er dei større enn e-fakturalinjene som kan brukast i rapporten. Det som er funne i rapportane, er berekna for kvar kommune og månad, og er aldri meir enn det som er bokført der.',
    heads: ['Del', 'Beløp'],
    linked: 'Funne i rapportane',
    answered: 'Svart på',
    open: 'Ikkje i rapporten, ikkje svart på',
    rest: 'Avrunding og fordelingar',
    risen: (p) => `Før ${p.number} var dekninga ${share(p.before)}. No er ho ${share(p.now)}.`,
    run: (p) =>
      `Sist samanlikna ${instant(p.at)}. Nye rapportar tel når dei er godkjende, og blir samanlikna automatisk.`,
    noRun: 'Rapportar og rekneskap er ikkje samanlikna enno.',
    waits: (p) => `${p.number} er til godkjenning. Han tel med når han er godkjend.`,
    notDelivered:
      'Rapporten for perioden er ikkje levert enno. Linjene i han blir fjerna herifrå når han er godkjend og avstemt.',
    reach: 'Så langt er rekneskap og e-fakturaer importerte',
    reachHeads: {
      buyer: 'Kommune',
      until: 'Rekneskap til og med',
      invoices: 'E-fakturaer til og med',
      posted: 'Sist importert',
      booked: 'Bokført',
      linked: 'I rapportane',
    },
    until: (p) => month(p.month),
    noLedger: 'rekneskapen er ikkje importert',
    noInvoices: 'ingen er importerte',
    never: 'aldri',
    list: (p) => `${capital(invoices(p.invoices))}, ${money(p.amount)}, er ikkje i rapporten`,
    first: (p) => `Dei ${count(p.max)} med størst beløp er viste.`,
    folded: (p) => `${capital(p.cause)}: ${invoices(p.invoices)}, ${money(p.amount)}`,
    foldedWhy: 'Ut frå teksten treng ikkje dette å vere med i ein rapport. Svar berre der det er feil.',
    allFound: 'Alt som er bokført, er funne i rapportane',
    allFoundWhy: 'Du har ingenting å svare på no. Importerer ein kommune meir, blir det vist her.',
    invoice: (p) => (p.number === null ? 'Utan fakturanummer' : `Faktura ${p.number}`),
    facts: (p) =>
      [
        p.buyer,
        p.day === null ? '' : day(p.day),
        p.lines === p.all ? lines(p.lines) : `${count(p.lines)} av ${lines(p.all)} manglar`,
        p.lines === p.all ? '' : `heile fakturaen er på ${money(p.amount, 2)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    maybe: (p) => `Kan vere: ${p.cause}`,
    causes: {
      'report-missing': 'rapporten er ikkje levert',
      'missing-alias': 'levert til ein stad vi ikkje kjenner igjen',
      timing: 'ein annan periode',
      'freight-fees': 'frakt og gebyr',
      credited: 'kreditert',
      vat: 'meirverdiavgift',
      'not-tied': 'rapportert i ei anna form, for summane stemmer',
      'not-known': 'rapportert i ei anna form',
      'other-unit': 'rapportert på ei anna eining',
      'period-13': 'ført i periode 13',
      'purchasing-card': 'innkjøpskort',
      'internal-invoice': 'internfaktura',
    },
    kinds: {
      'next-report': 'Han kjem i neste rapport',
      'in-report': 'Han er i rapporten, under eit anna nummer eller beløp',
      'left-out': 'Han manglar. Vi legg han til',
      'other-agreement': 'Han høyrer ikkje til denne avtalen',
      'other-seller': 'Vi har ikkje selt dette',
      other: 'Noko anna',
    },
    saidKinds: {
      'next-report': 'Kjem i neste rapport',
      'in-report': 'Er i rapporten, under eit anna nummer eller beløp',
      'left-out': 'Manglar, blir lagd til',
      'other-agreement': 'Høyrer ikkje til avtalen',
      'other-seller': 'Ikkje selt av oss',
      other: 'Anna',
    },
    several: 'Ulike svar på linjene',
    said: (p) => `svar frå ${p.who === '' ? 'leverandøren' : p.who} ${instant(p.at)}`,
    accepted: 'godkjent',
    answer: 'Svar',
    change: 'Endre svaret',
    actOf: (p) => `${p.act}: ${p.name}`,
    see: 'Sjå linjene',
    hide: 'Skjul linjene',
    what: 'Kva er det med denne fakturaen?',
    whatAlike: 'Kva er det med desse fakturaene?',
    alike: (p) => `Svar likt på ${invoices(p.invoices)} utan svar`,
    alikeNote: (p) => `Svaret gjeld alle linjene som ikkje er i rapporten, på ${invoices(p.invoices)}.`,
    alikeDone: (p) => `${count(p.done)} av ${invoices(p.all)} er svart på …`,
    reason: 'Forklar',
    reasonHelp: 'Avtaleforvaltaren og kommunen les det. Til dømes kva avtale, kva nummer eller kva periode.',
    reasonMissing: 'Skriv kort kva som er rett.',
    kindMissing: 'Vel det som passar.',
    some: (p) => `Svaret gjeld ${lines(p.count)} du har kryssa av.`,
    all: (p) =>
      p.count === 1
        ? 'Svaret gjeld linja som ikkje er i rapporten.'
        : `Svaret gjeld alle ${count(p.count)} linjer som ikkje er i rapporten.`,
    save: 'Lagre svaret',
    withdraw: 'Trekk tilbake svaret',
    cancel: 'Avbryt',
    add: 'Legg linjene i rapporten',
    onlyStanding:
      'Svaret endrar ingenting i rapporten eller rekneskapen. Avtaleforvaltaren ser det, og kan godkjenne det.',
    full: (p) => `Det er ikkje plass til fleire enn ${count(p.max)} linjer i skjemaet. Send dei som fil.`,
    answeredOf: (p) => `${count(p.answered)} av ${invoices(p.all)} er svart på.`,
    lineHeads: {
      take: 'Vel',
      item: 'Vare',
      day: 'Levert',
      quantity: 'Mengd',
      price: 'Pris',
      amount: 'Beløp',
      state: 'Status',
    },
    takeLine: (p) => `Vel ${p.name}`,
    lineFound: 'i rapporten',
    lineOpen: 'ikkje i rapporten',
    readOnly: 'Leverandøren svarar her. Svara ser du òg i avstemminga, saman med linjene.',
    toReview: 'Sjå linjene i avstemminga',
  },
  quality: {
    title: 'Er e-fakturaene gode nok?',
    lead: (p) =>
      `${capital(plural('nn', p.lines, { one: 'éi e-fakturalinje', other: `${count(p.lines)} e-fakturalinjer` }))} frå ${p.supplier} på «${p.agreement}» i dei tolv månadene ${day(p.from)} til ${day(p.last)}, kreditnotaer medrekna.`,
    verdict: {
      enough: (p) =>
        `${share(p.share)} av beløpet har vare, mengd, eining og pris: rapporten kan lagast av e-fakturaene åleine`,
      nearly: (p) => `${share(p.share)} av beløpet har vare, mengd, eining og pris: e-fakturaene er nesten gode nok`,
      'not-enough': (p) => `Berre ${share(p.share)} av beløpet har vare, mengd, eining og pris: det trengst ei fil`,
      none: () => 'Ingen e-fakturalinjer enno',
    },
    noneWhy:
      'Kommunane har ikkje importert e-fakturaer frå leverandøren på denne avtalen dei siste tolv månadene. Rekneskap utan fakturalinjer er ikkje nok.',
    limit:
      'Gode nok er minst 95 % av beløpet, nesten er minst 75 %. Kreditnotaer tel med beløpet sitt, så dei ikkje skjuler manglar.',
    chart: 'Delen av beløpet som er god nok, månad for månad',
    heads: ['Månad', 'Beløp', 'Gode nok', 'Del'],
    legend: { good: 'har alt', rest: 'manglar noko' },
    unit: 'tusen kr',
    each: 'Kva linjene har',
    eachHeads: { what: 'Det som trengst', lines: 'Linjer', amount: 'Beløp', share: 'Del av beløpet' },
    names: {
      item: 'Varenummer eller GTIN i sortimentet til avtalen',
      quantity: 'Mengd',
      unit: 'Eining som kan reknast om til den avtalte',
      price: 'Pris',
    },
    gaps: 'Kva som manglar',
    gap: {
      item: (p) =>
        `${capital(lines(p.lines))}, ${money(p.amount)}, har ikkje eit varenummer eller ein GTIN som er i sortimentet til avtalen.`,
      quantity: (p) => `${capital(lines(p.lines))}, ${money(p.amount)}, har inga mengd.`,
      unit: (p) =>
        `${capital(lines(p.lines))}, ${money(p.amount)}, har ei eining som ikkje kan reknast om til den avtalte.`,
      price: (p) => `${capital(lines(p.lines))}, ${money(p.amount)}, har ingen pris.`,
    },
    example: (p) =>
      `Den største: ${[p.name ?? 'utan tekst', p.invoice === null ? '' : `faktura ${p.invoice}`, p.buyer, p.found === null ? 'feltet er tomt' : `i feltet står «${p.found}»`].filter(Boolean).join(', ')}.`,
    todo: {
      item: 'Send varenummeret i avtalen i feltet for varenummeret til seljaren, eller GTIN i standardvarenummer.',
      quantity: 'Fakturer kvar vare på si eiga linje med mengd, ikkje som ein sum.',
      unit: 'Bruk einingskoden for det som blir selt, og oppgi i prisskjemaet kva pakninga inneheld.',
      price: 'Send pris per eining på linja.',
    },
    neverSaid: (p) =>
      `Rapporten krev òg ${listing('nn', p.fields)}. Det er aldri med i ein e-faktura, og må fyllast ut.`,
    month: (p) => month(p.month),
  },
};
