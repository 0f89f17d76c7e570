import { formatCount, formatQuantity, listing, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const periods = {
  month: (n: number) => plural('nb', n, { one: 'én måned', other: `${count(n)} måneder` }),
  quarter: (n: number) => plural('nb', n, { one: 'ett kvartal', other: `${count(n)} kvartaler` }),
  year: (n: number) => plural('nb', n, { one: 'ett år', other: `${count(n)} år` }),
};
const things = {
  item: (n: number) => plural('nb', n, { one: 'én vare', other: `${count(n)} varer` }),
  supplier: (n: number) => plural('nb', n, { one: 'én leverandør', other: `${count(n)} leverandører` }),
  category: (n: number) => plural('nb', n, { one: 'én kategori', other: `${count(n)} kategorier` }),
  agreement: (n: number) => plural('nb', n, { one: 'én avtale', other: `${count(n)} avtaler` }),
};
const measures = { booked: 'innkjøpene', emissions: 'de beregnede utslippene' };
/** What shares are of: a measure, or the part of it that is known by item, supplier and so on. */
interface Known {
  readonly measure: keyof typeof measures;
  readonly share: string | null;
}
const known = (p: Known): string =>
  p.share === null ? measures[p.measure] : `de ${p.share} av ${measures[p.measure]} som er kjent slik`;
const THOUSAND = 1000;
const short = (value: number): string =>
  formatQuantity(Number(value.toPrecision(2)).toFixed(value < 1 ? 2 : value < 10 ? 1 : 0), 'nb');

export const nb = {
  title: 'Bilder',
  lead: 'Innkjøp og utslipp i diagrammer. Valgene er med i adressen, og hvert diagram kan lastes ned.',
  emptyTitle: 'Ingen innkjøp ennå',
  emptyReason: 'Diagrammene vises når et regnskap er importert.',
  noneTitle: 'Ingen innkjøp i dette utvalget',
  noneReason: 'Fjern noe av filteret for å se mer.',
  filters: (p: { count: number }) => (p.count === 0 ? 'Filter' : `Filter (${count(p.count)})`),
  controls: { picture: 'Diagram', period: 'Periode', by: 'Fordelt på', measure: 'Vis' },
  options: {
    picture: {
      time: 'Utvikling over tid',
      pareto: 'De største (Pareto)',
      heat: 'Leverandør og kategori',
      flow: 'Fra kategori til det vi vet',
    },
    period: { month: 'Måned', quarter: 'Kvartal', year: 'År' },
    by: { item: 'Varer', supplier: 'Leverandører', category: 'Kategorier', agreement: 'Avtaler' },
    measure: { booked: 'Innkjøp (kr)', emissions: 'Klimafotavtrykk (tonn CO₂e)' },
  },
  measures: { booked: 'Innkjøp (kr)', emissions: 'Klimafotavtrykk (tonn CO₂e)' },
  units: { booked: 'kr', emissions: 'tonn CO₂e' },
  downloads: 'Last ned diagrammet',
  download: { svg: 'SVG', png: 'PNG', csv: 'CSV' },
  failed: 'Filen ble ikke opprettet. Prøv igjen.',
  total: 'Utslipp i alt',
  tonnes: (p: { value: string }) => `${formatQuantity(p.value, 'nb')} tonn CO₂e`,
  between: (p: { low: string; high: string }) =>
    `${formatQuantity(p.low, 'nb')}–${formatQuantity(p.high, 'nb')} tonn CO₂e`,
  scope: (p: { who: string | null; from: string; to: string; isNarrowed: boolean; withoutLedger: readonly string[] }) =>
    [
      `${p.who ?? 'Alle kommunene du kan se'}, ${p.from === p.to ? p.from : `${p.from}–${p.to}`}`,
      ...(p.isNarrowed ? ['bare linjene i filteret'] : []),
      ...(p.withoutLedger.length > 0 ? [`uten regnskap: ${listing('nb', p.withoutLedger)}`] : []),
    ].join('; '),
  source: (p: { run: string | null; at: string | null }) =>
    p.run === null
      ? 'Kilde: bokførte innkjøp i samlet tabell.'
      : `Kilde: bokførte innkjøp i samlet tabell. Beregning ${p.run}${p.at === null ? '' : `, ${p.at}`}.`,
  note: 'Diagrammene viser de samme tallene som Analyse og Samlet tabell. De viser ikke om en endring er sikker: se Klimafotavtrykk for sammenligning av år.',
  time: {
    kroner: 'Innkjøp, kroner uten mva.',
    tonnes: 'Beregnede utslipp, tonn CO₂e',
    unit: 'kr, tonn CO₂e',
    heads: ['Periode', 'Innkjøp', 'Utslipp', '95 %-intervall', 'Regnskap'],
    complete: 'komplett',
    incomplete: 'ikke komplett',
    marks: 'Nye faktorer',
    madeBy: (p: { madeBy: string }) => `beregnet av ${p.madeBy}, ikke kontrollert her`,
    change: (p: {
      number: number;
      day: string;
      factors: readonly { target: string; factor: string; value: string; unit: string }[];
    }) =>
      `${count(p.number)}: fra ${p.day} brukes en annen utslippsfaktor for ${p.factors.map(({ target, factor, value, unit }) => `${target} (${factor}, ${formatQuantity(value, 'nb')} ${unit})`).join(', ')}. En endring i utslippene ved streken kan skyldes faktoren.`,
    quarter: (p: { quarter: string; year: string }) => `${p.quarter}. kv. ${p.year}`,
    finding: (p: { period: string; amount: string; incomplete: number; count: number; kind: keyof typeof periods }) =>
      `${p.count - p.incomplete > 1 ? `Av de komplette periodene er innkjøpene størst i ${p.period}: ${p.amount}` : `Innkjøpene i ${p.period}: ${p.amount}`}${p.incomplete > 0 ? `; ${count(p.incomplete)} av ${periods[p.kind](p.count)} er ikke komplette` : ''}`,
    findingNone: (p: { count: number; kind: keyof typeof periods }) =>
      `Ingen av ${periods[p.kind](p.count)} er komplette, så beløpene kan øke`,
    subtitle: (p: {
      kind: keyof typeof periods;
      scope: string;
      hasIntervals: boolean;
      hasMarks: boolean;
      madeBy: readonly string[];
    }) =>
      `Bokførte innkjøp i kroner uten mva. og beregnede utslipp i tonn CO₂e, etter regnskapets måned: ${p.scope}. Skraverte perioder har regnskap som ikke er komplette. ${p.hasIntervals ? 'Streker er 95 %-intervaller.' : 'Intervaller er ikke beregnet for dette utvalget.'}${p.hasMarks ? ' Stiplede streker er dager da utslippsfaktorer ble endret.' : ''}${p.madeBy.length > 0 ? ` Prikkede år er beregnet av ${listing('nb', p.madeBy)} på en annen måte, og kan ikke sammenlignes med de andre.` : ''}`,
  },
  pareto: {
    by: { item: 'Vare', supplier: 'Leverandør', category: 'Kategori', agreement: 'Avtale' },
    heads: ['Andel', 'Andel sammen med alle større'],
    finding: (p: { count: number; rowCount: number; by: keyof typeof things } & Known) =>
      `${count(p.count)} av ${things[p.by](p.rowCount)} står for halvparten av ${known(p)}`,
    findingLess: (p: { count: number; rowCount: number; by: keyof typeof things; part: string } & Known) =>
      `${count(p.count)} av ${things[p.by](p.rowCount)} står for ${p.part} av ${known(p)}`,
    subtitle: (p: { by: keyof typeof things; scope: string } & Known) =>
      `Andel av ${known(p)}, ${p.measure === 'booked' ? 'kroner uten mva.' : 'tonn CO₂e'}: ${p.scope}. Stolper er hver enkelt; punkter og stiplet linje er summen så langt.`,
    row: (p: { label: string; figure: string; together: string }) => `${p.label}: ${p.figure}, sammen ${p.together}`,
  },
  heat: {
    supplier: 'Leverandør',
    all: 'I alt',
    nothing: 'ingen',
    finding: (p: { supplier: string; category: string; figure: string }) =>
      `Størst er «${p.supplier}» med ${p.category}: ${p.figure}`,
    findingNone: 'Ingen beløp å vise',
    subtitle: (p: { measure: keyof typeof measures; scope: string; suppliers: number; others: number }) =>
      `Viser ${measures[p.measure]}, ${p.measure === 'booked' ? 'tusen kroner uten mva.' : 'tonn CO₂e'}: ${p.scope}. De største: ${things.supplier(p.suppliers)}${p.others > 0 ? `; ${things.category(p.others)} er ikke vist` : ''}. Mørkere felt er større tall.`,
    short: (p: { value: number; measure: keyof typeof measures }) =>
      short(p.measure === 'booked' ? p.value / THOUSAND : p.value),
  },
  flow: {
    category: 'Kategori',
    rest: 'Andre kategorier',
    finding: (p: { known: string; least: { category: string; amount: string } | null }) =>
      `${p.known}${p.least === null ? '' : `. Mest ukjent er ${p.least.category}: ${p.least.amount}`}`,
    subtitle: (p: { scope: string }) =>
      `Bokførte innkjøp i kroner uten mva., fra kategori (venstre) til det vi vet om hva som er kjøpt (høyre): ${p.scope}. Bredden på et bånd er beløpet. Kategorier der kreditnotaene er større enn innkjøpene, er ikke vist.`,
  },
};

export type PicturesTexts = typeof nb;
