import { formatCount, plural } from '@tallgrunn/values';
import { pointsNb } from './checklist-nb.ts';

const count = (n: number) => formatCount(n, 'nb');
const footprints = (n: number) => plural('nb', n, { one: 'ett fotavtrykk', other: `${count(n)} fotavtrykk` });

export const nb = {
  title: 'Deklarasjoner',
  lead: 'Leverandørenes egne tall for varene: EPD-er og produktfotavtrykk. De vises sammen med det offisielle tallet og brukes først når de er godkjent.',
  leadSupplier:
    'Lever EPD-er og fotavtrykk for varene deres. De vises sammen med det offisielle tallet og brukes først når innkjøpssamarbeidet har godkjent dem.',
  upload: {
    title: 'Lever deklarasjoner',
    kinds: 'EPD- eller PACT-filen',
    limits:
      'EPD som ILCD-arkiv (zip), XML eller JSON fra programoperatøren, eller PACT 2 og 3 i JSON. PDF legges ved etterpå.',
    readers:
      'Avtaleforvalteren, og innkjøperne i alle kommunene som er med i innkjøpssamarbeidet, kan lese og laste ned det dere leverer, også PDF-er. De er ansvarlige for tallene som bygger på det. Andre leverandører ser det ikke.',
    supplier: 'Hvilken leverandør gjelder filen?',
    supplierMissing: 'Velg leverandøren først.',
    sending: 'Leser filen …',
    receipt: (p: { number: string; footprints: number; linked: number }) =>
      `${p.number} er mottatt: ${footprints(p.footprints)}, ${plural('nb', p.linked, { one: 'én vare koblet', other: `${count(p.linked)} varer koblet` })}.`,
    see: 'Se fotavtrykkene',
    mayNot: 'Leverandører og avtaleforvaltere kan levere deklarasjoner.',
  },
  list: {
    caption: 'Leveringer',
    heads: {
      number: 'Nummer',
      file: 'Fil',
      supplier: 'Leverandør',
      received: 'Mottatt',
      footprints: 'Fotavtrykk',
      linked: 'Varer koblet',
      confirm: 'Til gjennomgang',
      undecided: 'Til godkjenning',
    },
    noneTitle: 'Ingen deklarasjoner ennå',
    noneReason: 'Når en leverandør leverer EPD-er eller produktfotavtrykk, vises de her.',
    noneSupplier: 'Slipp en fil over, så kobles den til varene med samme GTIN eller varenummer.',
    noneOfAgreement:
      'Ingen deklarasjoner er koblet til en vare i denne avtalen. Deklarasjoner som ikke er koblet til noen vare, står under alle avtaler.',
    ofAgreement: 'En deklarasjon hører til avtalen når minst ett av fotavtrykkene er koblet til en vare i den.',
    more: 'Vis eldre',
  },
  points: pointsNb,
  datasets: {
    'average dataset': 'gjennomsnitt',
    'generic dataset': 'generelle data',
    'representative dataset': 'representativt produkt',
    'template dataset': 'mal',
  } as Readonly<Record<string, string>>,
  units: {
    piece: 'stykk',
    kilogram: 'kg',
    liter: 'liter',
    'cubic meter': 'm³',
    'square meter': 'm²',
    meter: 'meter',
    'kilowatt hour': 'kWh',
    megajoule: 'MJ',
    'ton kilometer': 'tonnkilometer',
    hour: 'time',
    'megabit second': 'megabit per sekund',
  },
  page: {
    title: (p: { number: string }) => `Levering ${p.number}`,
    file: 'Fil',
    supplier: 'Leverandør',
    received: 'Mottatt',
    hash: 'Filens hash (SHA-256)',
    findings: 'Merknader',
    perUnit: (p: { unit: string }) => `kg CO₂e per ${p.unit}`,
    used: 'uten biogent opptak: dette brukes',
    usedOne: 'ett tall, der biogent karbon ikke kan skilles ut: dette brukes',
    including: (p: { value: string; amount: string }) =>
      `Med biogent opptak ${p.value} kg CO₂e for ${p.amount}: vises, brukes ikke.`,
    valid: (p: { from: string; to: string }) => `Gyldig ${p.from}–${p.to}`,
    assumed: 'Utgiveren har ikke oppgitt gyldighet. Den er satt til tre år fra slutten av måleperioden.',
    standing: {
      usable: 'Kan vises til sammenligning',
      expired: 'Utløpt',
      'not-yet': 'Gjelder ikke ennå',
      deprecated: 'Trukket tilbake',
      incomplete: 'Ufullstendig',
    },
    standings: {
      good: 'I orden',
      reservation: 'Forbehold',
      unclear: 'Bør avklares',
      stopped: 'Kan ikke brukes',
      unknown: 'Ikke kjent',
    },
    points: 'Sjekkliste',
    advice: {
      accepted: 'Alt er i orden. Sjekklisten foreslår å godkjenne.',
      'accepted-with-reservation': 'Sjekklisten foreslår å godkjenne med forbehold.',
      'to-clarify': 'Noe bør avklares før tallet brukes.',
      rejected: 'Tallet kan ikke brukes slik det er.',
    },
    verdicts: {
      accepted: 'Godkjent',
      'accepted-with-reservation': 'Godkjent med forbehold',
      'to-clarify': 'Må avklares',
      rejected: 'Avvist',
    },
    undecided: 'Ikke avgjort',
    decided: (p: { verdict: string; by: string; at: string }) => `${p.verdict}${p.by ? ` av ${p.by}` : ''} ${p.at}.`,
    waits: 'Brukes ikke før innkjøpssamarbeidet har godkjent det.',
    waitsAgain: 'Til ny godkjenning',
    notYet: 'Må godkjennes på nytt før det brukes',
    late: (p: { items: number }) =>
      plural('nb', p.items, {
        one: 'Én vare er koblet til tallet etter godkjenningen. Tallet brukes ikke for den før innkjøpssamarbeidet godkjenner på nytt.',
        other: `${count(p.items)} varer er koblet til tallet etter godkjenningen. Tallet brukes ikke for dem før innkjøpssamarbeidet godkjenner på nytt.`,
      }),
    decide: {
      open: 'Avgjør',
      legend: 'Kan tallet brukes?',
      save: 'Lagre avgjørelsen',
      missing: 'Velg en avgjørelse.',
      again: 'Avgjør på nytt',
      saved: 'Avgjørelsen er lagret. Tallene beregnes på nytt automatisk.',
    },
    acceptAll: (p: { count: number }) =>
      plural('nb', p.count, {
        one: 'Godkjenn det ene som er i orden',
        other: `Godkjenn de ${count(p.count)} som er i orden`,
      }),
    evidence: {
      title: 'Dokumentasjon',
      none: 'Ingen dokumenter er lagt ved.',
      kinds: 'PDF-en',
      limits: 'PDF. Innholdet leses ikke, og filen lagres uendret.',
      sending: 'Lagrer …',
      original: 'Last ned filen som ble levert',
      download: (p: { name: string }) => `Last ned ${p.name}`,
    },
    epd: (p: { number: string; operator: string }) => [p.number, p.operator].filter(Boolean).join(' · '),
    modules: {
      title: 'Alle moduler',
      caption: 'Klimapåvirkning i kg CO₂e for deklarert mengde',
      indicator: 'Tall',
      module: 'Modul',
      scenario: 'Scenario',
      value: 'kg CO₂e',
      missing: 'ikke deklarert',
      indicators: {
        total: 'Total',
        fossil: 'Fossilt',
        biogenic: 'Biogent',
        luluc: 'Arealbruk',
        ghg: 'Uten biogent',
        one: 'Samlet',
      },
    },
    items: 'Varer',
    noItems: 'Ikke koblet til noen vare.',
    how: { gtin: 'samme GTIN', 'item-number': 'samme varenummer', decision: 'avgjort' },
    unlink: 'Fjern koblingen',
    link: 'Koble til en vare',
    itemNumber: 'Varenummer',
    itemMissing: 'Skriv varenummeret.',
    reason: 'Begrunnelse',
    reasonMissing: 'Skriv en kort begrunnelse.',
    saveLink: 'Lagre koblingen',
    saveUnlink: (p: { item: string }) => `Fjern koblingen til vare ${p.item}`,
    cancel: 'Avbryt',
    saved: 'Lagret. Tallene beregnes på nytt automatisk.',
  },
};

export type DeclarationTexts = typeof nb;
