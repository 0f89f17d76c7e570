import { formatCount, formatPeriod, formatShare, Period, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const month = (key: string) => formatPeriod(Period.parse(key), 'nb');
const measured = {
  booked: 'innkjøpene',
  emissions: 'utslippet som er beregnet',
  'reported-only': 'det som bare er rapportert',
  lines: 'linjene',
  'by-item': 'innkjøpene',
  'with-factor': 'innkjøpene',
};
const bases = {
  booked: 'Bokførte innkjøp uten mva.',
  emissions: 'Beregnet klimafotavtrykk av bokførte innkjøp, tonn CO₂e.',
  'reported-only': 'Rapporterte innkjøp uten mva. som ikke er avstemt mot regnskapet.',
  lines: 'Antall bokførte linjer.',
  'by-item': 'Andel av bokførte innkjøp som er kjent som vare.',
  'with-factor': 'Andel av bokførte innkjøp som har utslippstall.',
};

export const pivotNb = {
  title: 'Analyse',
  lead: 'Sett sammen innkjøpene slik du vil se dem. Valgene er med i adressen, så du kan sende lenken til en kollega.',
  fields: { rows: 'Rader', columns: 'Kolonner', measure: 'Vis', limit: 'Antall rader' },
  rowsBy: {
    category: 'Kategori',
    supplier: 'Leverandør',
    seller: 'Selger',
    item: 'Vare',
    buyer: 'Kommune',
    agreement: 'Avtale',
    lot: 'Delkontrakt',
    account: 'Konto',
    method: 'Metode',
    basis: 'Grunnlag',
    state: 'Status',
    month: 'Måned',
    quarter: 'Kvartal',
    year: 'År',
  },
  columnsBy: { none: 'Ingen', month: 'Måned', quarter: 'Kvartal', year: 'År', buyer: 'Kommune', category: 'Kategori' },
  measures: {
    booked: 'Innkjøp (kr)',
    emissions: 'Klimafotavtrykk (tonn CO₂e)',
    'reported-only': 'Bare rapportert (kr)',
    lines: 'Bokførte linjer',
    'by-item': 'Andel kjent som vare',
    'with-factor': 'Andel med utslippstall',
  },
  heads: {
    booked: 'Innkjøp',
    emissions: 'Tonn CO₂e',
    'reported-only': 'Bare rapportert',
    lines: 'Linjer',
    'by-item': 'Kjent som vare',
    'with-factor': 'Med utslippstall',
  },
  units: {
    booked: 'kr',
    emissions: 'tonn CO₂e',
    'reported-only': 'kr',
    lines: 'linjer',
    'by-item': '',
    'with-factor': '',
  },
  share: 'Andel av totalen',
  total: 'Totalt',
  filters: (p: { count: number }) => (p.count === 0 ? 'Filter' : `Filter (${count(p.count)})`),
  caption: (p: { rows: string }) =>
    `Innkjøp etter ${(pivotNb.rowsBy as Readonly<Record<string, string>>)[p.rows]?.toLowerCase() ?? p.rows}`,
  finding: (p: { name: string; share: string; measure: keyof typeof measured }) =>
    `${p.name} står for ${formatShare(p.share, 'nb', 1)} av ${measured[p.measure]}`,
  findingPlain: {
    category: 'Fordelt på kategori',
    supplier: 'Fordelt på leverandør',
    seller: 'Fordelt på selger',
    item: 'Fordelt på vare',
    buyer: 'Fordelt på kommune',
    agreement: 'Fordelt på avtale',
    lot: 'Fordelt på delkontrakt',
    account: 'Fordelt på konto',
    method: 'Fordelt på metode',
    basis: 'Fordelt på grunnlag',
    state: 'Fordelt på status',
    month: 'Fordelt på måned',
    quarter: 'Fordelt på kvartal',
    year: 'Fordelt på år',
  },
  scope: (p: { who: string | null; from: string | null; to: string | null; measure: keyof typeof measured }) => {
    const period =
      p.from === null && p.to === null
        ? 'alle måneder som er importert'
        : `${p.from === null ? '' : `fra ${month(p.from)}`}${p.to === null ? '' : ` til ${month(p.to)}`}`.trim();
    return `${p.who ?? 'Alle kommuner'}, ${period}. ${bases[p.measure]}`;
  },
  others: (p: { count: number; figure: string }) =>
    plural('nb', p.count, {
      one: `Én rad til er ikke vist: ${p.figure}.`,
      other: `${count(p.count)} rader til er ikke vist: ${p.figure} til sammen.`,
    }),
  note: {
    booked: 'Beløp der merverdiavgiften ikke er kjent, er utelatt. Måneder følger regnskapsperioden.',
    emissions: 'Innkjøp uten utslippsfaktor er ikke med, og regnes aldri som null.',
    'reported-only': 'Linjer kan vises her fordi regnskapet ikke er importert ennå.',
    lines: 'En bokført linje i flere deler telles én gang i hver rad den er del av.',
    'by-item': 'For resten kjenner vi mengde eller konto, eller ingen av delene.',
    'with-factor': 'Resten mangler faktor eller må avklares.',
  },
  unknown: {
    category: 'Uten kategori',
    supplier: 'Ikke en av leverandørene på avtale',
    seller: 'Selger ikke kjent',
    item: 'Ikke kjent som vare',
    buyer: 'Kommune ikke kjent',
    agreement: 'Ikke koblet til avtale',
    lot: 'Ikke koblet til delkontrakt',
    account: 'Ingen konto',
    method: 'Ikke beregnet',
    basis: 'Ikke kjent',
    state: 'Ikke kjent',
    month: 'Måned ikke kjent',
    quarter: 'Kvartal ikke kjent',
    year: 'År ikke kjent',
  },
  emptyTitle: 'Ingen innkjøp å vise ennå',
  emptyReason: 'Importer regnskap eller e-fakturaer, så kan innkjøpene settes sammen her.',
  noneTitle: 'Ingen innkjøp i dette utvalget',
  noneReason: 'Fjern et filter, eller velg andre måneder.',
};
export type PivotTexts = typeof pivotNb;
