import { formatMoney, formatPeriod, formatShare, listing, Period, plural } from '@tallgrunn/values';
import { buyers, capital, count, day, instant, lines } from '../terms/nb.ts';

const money = (amount: string, decimals = 0) => formatMoney(amount, 'NOK', 'nb', decimals);
const invoices = (n: number) => plural('nb', n, { one: 'én faktura', other: `${count(n)} fakturaer` });
const share = (value: string) => formatShare(value, 'nb', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'nb');

/** Texts of booked purchases: prefill from e-invoices, answers to invoices, and invoice quality. */
export const nb = {
  offer: {
    title: (p: { lines: number }) =>
      `Kommunene har importert ${plural('nb', p.lines, { one: 'én e-fakturalinje', other: `${count(p.lines)} e-fakturalinjer` })} fra dere i perioden`,
    what: (p: { invoices: number; buyers: number; amount: string; last: string | null }) =>
      `${capital(invoices(p.invoices))} til ${buyers(p.buyers)}, ${money(p.amount)} uten merverdiavgift${p.last === null ? '' : `. Den siste er datert ${day(p.last)}`}. Det som er bokført uten e-faktura, er ikke med her.`,
    ready: (p: { ready: number; lines: number }) =>
      p.ready === p.lines
        ? 'Alle linjene har det som må fylles ut.'
        : `${count(p.ready)} av ${lines(p.lines)} har alt som må fylles ut.`,
    missing: (p: { fields: readonly { title: string; lines: number }[] }) =>
      `Mangler: ${listing(
        'nb',
        p.fields.map(({ title, lines: n }) => `${title} (${lines(n)})`),
      )}.`,
    yours: 'Bare dere ser disse linjene. Du bekrefter, retter og legger til før noe sendes inn.',
    begin: 'Bruk linjene',
    more: (p: { count: number }) => `Hent ${lines(p.count)} til`,
    taken: (p: { taken: number }) => `${capital(lines(p.taken))} er hentet allerede.`,
    asFile: (p: { max: number }) =>
      `Det er flere enn ${count(p.max)} linjer. De kontrolleres som fil, her eller i Excel.`,
    tooMany: 'Det er flere linjer enn vi kan hente på én gang. Bare de første er med.',
    check: 'Kontroller linjene her',
    download: 'Last ned utfylt Excel-fil',
    fileName: (p: { number: string; period: string }) => `Fra e-faktura ${p.number} ${p.period}.xlsx`,
    failed: (p: { why: string }) => `Vi fikk ikke hentet linjene. ${p.why}`,
    toBooked: 'Bokført, ikke i rapporten',
    toQuality: 'Er e-fakturaene gode nok?',
  },
  origin: (p: { invoice: string | null; line: string | null; buyer: string; day: string | null }) =>
    `Hentet fra ${[p.invoice === null ? 'regnskapet' : `faktura ${p.invoice}`, p.line === null ? '' : `linje ${p.line}`, p.buyer, p.day === null ? '' : day(p.day)].filter(Boolean).join(', ')}.`,
  fromInvoice: 'fra e-faktura',
  begunHere: (p: { begun: number; lines: number }) =>
    `${count(p.begun)} av ${lines(p.lines)} er hentet fra kommunenes e-fakturaer (merket e). Se over dem, rett det som er galt, og fyll ut det som mangler.`,
  begun: {
    head: 'Startet fra',
    counted: (p: { lines: number; changed: number; added: number }) =>
      `e-fakturaer: ${lines(p.lines)}, ${p.changed === 0 ? 'ingen rettet' : `${count(p.changed)} rettet`}, ${p.added === 0 ? 'ingen lagt til' : `${count(p.added)} lagt til`}`,
    file: 'e-fakturaer, som utfylt Excel-fil',
  },
  booked: {
    title: (p: { period: string }) => `Bokført, ikke i rapporten · ${p.period}`,
    lead: (p: { supplier: string; agreement: string }) =>
      `Det kommunene har bokført hos ${p.supplier} på «${p.agreement}», og som vi ikke finner i rapportene. Svar på hver faktura, så slipper dere spørsmål senere.`,
    crumb: 'Bokført, ikke i rapporten',
    outside: (p: { amount: string }) =>
      `${money(p.amount)} er bokført uten at regnskapet viser om beløpet er med merverdiavgift. Det er ikke med i tallene her.`,
    notTellable:
      'Vi kan ikke fastslå hvilke regnskapslinjer som hører til rapporten: det er flere rapporter for de samme dagene, eller filialen har ikke et eget organisasjonsnummer.',
    nothingBooked: 'Ingenting er bokført i perioden ennå',
    nothingBookedWhy: 'Når kommunene har importert regnskap eller e-fakturaer for perioden, ser du her hva de har.',
    finding: (p: { share: string; whole: string }) =>
      `Rapportene deres dekker ${share(p.share)} av ${money(p.whole)} som er bokført`,
    findingSupplier: (p: { share: string; whole: string }) =>
      `Rapportene dekker ${share(p.share)} av ${money(p.whole)} som er bokført`,
    basis:
      'Bokførte beløp i perioden på denne avtalen, slik kommunene har ført dem, med og uten e-faktura. Derfor er de større enn e-fakturalinjene som kan brukes i rapporten. Det som er funnet i rapportene, er beregnet for hver kommune og måned, og er aldri mer enn det som er bokført der.',
    heads: ['Del', 'Beløp'] as [string, string],
    linked: 'Funnet i rapportene',
    answered: 'Besvart',
    open: 'Ikke i rapporten, ikke besvart',
    rest: 'Avrunding og fordelinger',
    risen: (p: { number: string; before: string; now: string }) =>
      `Før ${p.number} var dekningen ${share(p.before)}. Nå er den ${share(p.now)}.`,
    run: (p: { at: string }) =>
      `Sist sammenlignet ${instant(p.at)}. Nye rapporter teller når de er godkjent, og sammenlignes automatisk.`,
    noRun: 'Rapporter og regnskap er ikke sammenlignet ennå.',
    waits: (p: { number: string }) => `${p.number} er til godkjenning. Den teller med når den er godkjent.`,
    notDelivered:
      'Rapporten for perioden er ikke levert ennå. Linjene i den fjernes herfra når den er godkjent og avstemt.',
    reach: 'Så langt er regnskap og e-fakturaer importert',
    reachHeads: {
      buyer: 'Kommune',
      until: 'Regnskap til og med',
      invoices: 'E-fakturaer til og med',
      posted: 'Sist importert',
      booked: 'Bokført',
      linked: 'I rapportene',
    },
    until: (p: { month: string }) => month(p.month),
    noLedger: 'regnskapet er ikke importert',
    noInvoices: 'ingen er importert',
    never: 'aldri',
    list: (p: { invoices: number; amount: string }) =>
      `${capital(invoices(p.invoices))}, ${money(p.amount)}, er ikke i rapporten`,
    first: (p: { max: number }) => `De ${count(p.max)} med størst beløp vises.`,
    folded: (p: { cause: string; invoices: number; amount: string }) =>
      `${capital(p.cause)}: ${invoices(p.invoices)}, ${money(p.amount)}`,
    foldedWhy: 'Ut fra teksten trenger ikke dette å være med i en rapport. Svar bare der det er feil.',
    allFound: 'Alt som er bokført, er funnet i rapportene',
    allFoundWhy: 'Du har ingenting å svare på nå. Importerer en kommune mer, vises det her.',
    invoice: (p: { number: string | null }) => (p.number === null ? 'Uten fakturanummer' : `Faktura ${p.number}`),
    facts: (p: { buyer: string; day: string | null; lines: number; all: number; amount: string }) =>
      [
        p.buyer,
        p.day === null ? '' : day(p.day),
        p.lines === p.all ? lines(p.lines) : `${count(p.lines)} av ${lines(p.all)} mangler`,
        p.lines === p.all ? '' : `hele fakturaen er på ${money(p.amount, 2)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    maybe: (p: { cause: string }) => `Kan være: ${p.cause}`,
    causes: {
      'report-missing': 'rapporten er ikke levert',
      'missing-alias': 'levert til et sted vi ikke kjenner igjen',
      timing: 'en annen periode',
      'freight-fees': 'frakt og gebyrer',
      credited: 'kreditert',
      vat: 'merverdiavgift',
      'not-tied': 'rapportert i en annen form, for summene stemmer',
      'not-known': 'rapportert i en annen form',
      'other-unit': 'rapportert på en annen enhet',
      'period-13': 'ført i periode 13',
      'purchasing-card': 'innkjøpskort',
      'internal-invoice': 'internfaktura',
    } as Readonly<Record<string, string>>,
    kinds: {
      'next-report': 'Den kommer i neste rapport',
      'in-report': 'Den er i rapporten, under et annet nummer eller beløp',
      'left-out': 'Den mangler. Vi legger den til',
      'other-agreement': 'Den hører ikke til denne avtalen',
      'other-seller': 'Vi har ikke solgt dette',
      other: 'Noe annet',
    },
    saidKinds: {
      'next-report': 'Kommer i neste rapport',
      'in-report': 'Er i rapporten, under et annet nummer eller beløp',
      'left-out': 'Mangler, legges til',
      'other-agreement': 'Hører ikke til avtalen',
      'other-seller': 'Ikke solgt av oss',
      other: 'Annet',
    },
    several: 'Ulike svar på linjene',
    said: (p: { who: string; at: string }) => `svar fra ${p.who === '' ? 'leverandøren' : p.who} ${instant(p.at)}`,
    accepted: 'godkjent',
    answer: 'Svar',
    change: 'Endre svaret',
    actOf: (p: { act: string; name: string }) => `${p.act}: ${p.name}`,
    see: 'Se linjene',
    hide: 'Skjul linjene',
    what: 'Hva er det med denne fakturaen?',
    whatAlike: 'Hva er det med disse fakturaene?',
    alike: (p: { invoices: number }) => `Svar likt på ${invoices(p.invoices)} uten svar`,
    alikeNote: (p: { invoices: number }) =>
      `Svaret gjelder alle linjene som ikke er i rapporten, på ${invoices(p.invoices)}.`,
    alikeDone: (p: { done: number; all: number }) => `${count(p.done)} av ${invoices(p.all)} er besvart …`,
    reason: 'Forklar',
    reasonHelp:
      'Avtaleforvalteren og kommunen leser det. For eksempel hvilken avtale, hvilket nummer eller hvilken periode.',
    reasonMissing: 'Skriv kort hva som er riktig.',
    kindMissing: 'Velg det som passer.',
    some: (p: { count: number }) => `Svaret gjelder ${lines(p.count)} du har krysset av.`,
    all: (p: { count: number }) =>
      p.count === 1
        ? 'Svaret gjelder linjen som ikke er i rapporten.'
        : `Svaret gjelder alle ${count(p.count)} linjer som ikke er i rapporten.`,
    save: 'Lagre svaret',
    withdraw: 'Trekk tilbake svaret',
    cancel: 'Avbryt',
    add: 'Legg linjene i rapporten',
    onlyStanding:
      'Svaret endrer ingenting i rapporten eller regnskapet. Avtaleforvalteren ser det, og kan godkjenne det.',
    full: (p: { max: number }) =>
      `Det er ikke plass til flere enn ${count(p.max)} linjer i skjemaet. Send dem som fil.`,
    answeredOf: (p: { answered: number; all: number }) => `${count(p.answered)} av ${invoices(p.all)} er besvart.`,
    lineHeads: {
      take: 'Velg',
      item: 'Vare',
      day: 'Levert',
      quantity: 'Mengde',
      price: 'Pris',
      amount: 'Beløp',
      state: 'Status',
    },
    takeLine: (p: { name: string }) => `Velg ${p.name}`,
    lineFound: 'i rapporten',
    lineOpen: 'ikke i rapporten',
    readOnly: 'Leverandøren svarer her. Svarene ser du også i avstemmingen, sammen med linjene.',
    toReview: 'Se linjene i avstemmingen',
  },
  quality: {
    title: 'Er e-fakturaene gode nok?',
    lead: (p: { supplier: string; agreement: string; from: string; last: string; lines: number }) =>
      `${capital(plural('nb', p.lines, { one: 'én e-fakturalinje', other: `${count(p.lines)} e-fakturalinjer` }))} fra ${p.supplier} på «${p.agreement}» i de tolv månedene ${day(p.from)} til ${day(p.last)}, kreditnotaer medregnet.`,
    verdict: {
      enough: (p: { share: string }) =>
        `${share(p.share)} av beløpet har vare, mengde, enhet og pris: rapporten kan lages av e-fakturaene alene`,
      nearly: (p: { share: string }) =>
        `${share(p.share)} av beløpet har vare, mengde, enhet og pris: e-fakturaene er nesten gode nok`,
      'not-enough': (p: { share: string }) =>
        `Bare ${share(p.share)} av beløpet har vare, mengde, enhet og pris: det trengs en fil`,
      none: (_p: { share: string }) => 'Ingen e-fakturalinjer ennå',
    },
    noneWhy:
      'Kommunene har ikke importert e-fakturaer fra leverandøren på denne avtalen de siste tolv månedene. Regnskap uten fakturalinjer er ikke nok.',
    limit:
      'Gode nok er minst 95 % av beløpet, nesten er minst 75 %. Kreditnotaer teller med sitt beløp, så de ikke skjuler mangler.',
    chart: 'Andelen av beløpet som er god nok, måned for måned',
    heads: ['Måned', 'Beløp', 'Gode nok', 'Andel'],
    legend: { good: 'har alt', rest: 'mangler noe' },
    unit: 'tusen kr',
    each: 'Hva linjene har',
    eachHeads: { what: 'Det som trengs', lines: 'Linjer', amount: 'Beløp', share: 'Andel av beløpet' },
    names: {
      item: 'Varenummer eller GTIN i avtalens sortiment',
      quantity: 'Mengde',
      unit: 'Enhet som kan regnes om til avtalens',
      price: 'Pris',
    },
    gaps: 'Hva som mangler',
    gap: {
      item: (p: { lines: number; amount: string }) =>
        `${capital(lines(p.lines))}, ${money(p.amount)}, har ikke et varenummer eller en GTIN som er i avtalens sortiment.`,
      quantity: (p: { lines: number; amount: string }) =>
        `${capital(lines(p.lines))}, ${money(p.amount)}, har ingen mengde.`,
      unit: (p: { lines: number; amount: string }) =>
        `${capital(lines(p.lines))}, ${money(p.amount)}, har en enhet som ikke kan regnes om til avtalens.`,
      price: (p: { lines: number; amount: string }) =>
        `${capital(lines(p.lines))}, ${money(p.amount)}, har ingen pris.`,
    },
    example: (p: { name: string | null; invoice: string | null; buyer: string; found: string | null }) =>
      `Den største: ${[p.name ?? 'uten tekst', p.invoice === null ? '' : `faktura ${p.invoice}`, p.buyer, p.found === null ? 'feltet er tomt' : `i feltet står «${p.found}»`].filter(Boolean).join(', ')}.`,
    todo: {
      item: 'Send avtalens varenummer i feltet for selgers varenummer, eller GTIN i standardvarenummer.',
      quantity: 'Fakturer hver vare på sin linje med antall, ikke som en sum.',
      unit: 'Bruk enhetskoden for det som selges, og oppgi i prisskjemaet hva pakningen inneholder.',
      price: 'Send pris per enhet på linjen.',
    },
    neverSaid: (p: { fields: readonly string[] }) =>
      `Rapporten krever også ${listing('nb', p.fields)}. Det er aldri med i en e-faktura, og må fylles ut.`,
    month: (p: { month: string }) => month(p.month),
  },
};

export type InvoicedTexts = typeof nb;
