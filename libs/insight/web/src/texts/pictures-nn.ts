import { formatCount, formatQuantity, listing, plural } from '@tallgrunn/values';
import type { PicturesTexts } from './pictures-nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const periods = {
  month: (n: number) => plural('nn', n, { one: 'éin månad', other: `${count(n)} månader` }),
  quarter: (n: number) => plural('nn', n, { one: 'eitt kvartal', other: `${count(n)} kvartal` }),
  year: (n: number) => plural('nn', n, { one: 'eitt år', other: `${count(n)} år` }),
};
const things = {
  item: (n: number) => plural('nn', n, { one: 'éi vare', other: `${count(n)} varer` }),
  supplier: (n: number) => plural('nn', n, { one: 'éin leverandør', other: `${count(n)} leverandørar` }),
  category: (n: number) => plural('nn', n, { one: 'éin kategori', other: `${count(n)} kategoriar` }),
  agreement: (n: number) => plural('nn', n, { one: 'éin avtale', other: `${count(n)} avtalar` }),
};
const measures = { booked: 'innkjøpa', emissions: 'dei berekna utsleppa' };
/** What shares are of: a measure, or the part of it that is known by item, supplier and so on. */
interface Known {
  readonly measure: keyof typeof measures;
  readonly share: string | null;
}
const known = (p: Known): string =>
  p.share === null ? measures[p.measure] : `dei ${p.share} av ${measures[p.measure]} som er kjende slik`;
const THOUSAND = 1000;
const short = (value: number): string =>
  formatQuantity(Number(value.toPrecision(2)).toFixed(value < 1 ? 2 : value < 10 ? 1 : 0), 'nn');

export const nn = {
  title: 'Bilete',
  lead: 'Innkjøp og utslepp i diagram. Vala er med i adressa, og kvart diagram kan lastast ned.',
  emptyTitle: 'Ingen innkjøp enno',
  emptyReason: 'Diagramma blir viste når ein rekneskap er importert.',
  noneTitle: 'Ingen innkjøp i dette utvalet',
  noneReason: 'Fjern noko av filteret for å sjå meir.',
  filters: (p: { count: number }) => (p.count === 0 ? 'Filter' : `Filter (${count(p.count)})`),
  controls: { picture: 'Diagram', period: 'Periode', by: 'Fordelt på', measure: 'Vis' },
  options: {
    picture: {
      time: 'Utvikling over tid',
      pareto: 'Dei største (Pareto)',
      heat: 'Leverandør og kategori',
      flow: 'Frå kategori til det vi veit',
    },
    period: { month: 'Månad', quarter: 'Kvartal', year: 'År' },
    by: { item: 'Varer', supplier: 'Leverandørar', category: 'Kategoriar', agreement: 'Avtalar' },
    measure: { booked: 'Innkjøp (kr)', emissions: 'Klimafotavtrykk (tonn CO₂e)' },
  },
  measures: { booked: 'Innkjøp (kr)', emissions: 'Klimafotavtrykk (tonn CO₂e)' },
  units: { booked: 'kr', emissions: 'tonn CO₂e' },
  downloads: 'Last ned diagrammet',
  download: { svg: 'SVG', png: 'PNG', csv: 'CSV' },
  failed: 'Fila vart ikkje oppretta. Prøv igjen.',
  total: 'Utslepp i alt',
  tonnes: (p: { value: string }) => `${formatQuantity(p.value, 'nn')} tonn CO₂e`,
  between: (p: { low: string; high: string }) =>
    `${formatQuantity(p.low, 'nn')}–${formatQuantity(p.high, 'nn')} tonn CO₂e`,
  scope: (p: { who: string | null; from: string; to: string; isNarrowed: boolean; withoutLedger: readonly string[] }) =>
    [
      `${p.who ?? 'Alle kommunane du kan sjå'}, ${p.from === p.to ? p.from : `${p.from}–${p.to}`}`,
      ...(p.isNarrowed ? ['berre linjene i filteret'] : []),
      ...(p.withoutLedger.length > 0 ? [`utan rekneskap: ${listing('nn', p.withoutLedger)}`] : []),
    ].join('; '),
  source: (p: { run: string | null; at: string | null }) =>
    p.run === null
      ? 'Kjelde: bokførte innkjøp i samla tabell.'
      : `Kjelde: bokførte innkjøp i samla tabell. Berekning ${p.run}${p.at === null ? '' : `, ${p.at}`}.`,
  note: 'Diagramma viser dei same tala som Analyse og Samla tabell. Dei viser ikkje om ei endring er sikker: sjå Klimafotavtrykk for samanlikning av år.',
  time: {
    kroner: 'Innkjøp, kroner utan mva.',
    tonnes: 'Berekna utslepp, tonn CO₂e',
    unit: 'kr, tonn CO₂e',
    heads: ['Periode', 'Innkjøp', 'Utslepp', '95 %-intervall', 'Rekneskap'],
    complete: 'komplett',
    incomplete: 'ikkje komplett',
    marks: 'Nye faktorar',
    madeBy: (p) => `berekna av ${p.madeBy}, ikkje kontrollert her`,
    change: (p) =>
      `${count(p.number)}: frå ${p.day} blir ein annan utsleppsfaktor brukt for ${p.factors.map(({ target, factor, value, unit }) => `${target} (${factor}, ${formatQuantity(value, 'nn')} ${unit})`).join(', ')}. Ei endring i utsleppa ved streken kan komme av faktoren.`,
    quarter: (p: { quarter: string; year: string }) => `${p.quarter}. kv. ${p.year}`,
    finding: (p: { period: string; amount: string; incomplete: number; count: number; kind: keyof typeof periods }) =>
      `${p.count - p.incomplete > 1 ? `Av dei komplette periodane er innkjøpa størst i ${p.period}: ${p.amount}` : `Innkjøpa i ${p.period}: ${p.amount}`}${p.incomplete > 0 ? `; ${count(p.incomplete)} av ${periods[p.kind](p.count)} er ikkje komplette` : ''}`,
    findingNone: (p: { count: number; kind: keyof typeof periods }) =>
      `Ingen av ${periods[p.kind](p.count)} er komplette, så beløpa kan auke`,
    subtitle: (p: {
      kind: keyof typeof periods;
      scope: string;
      hasIntervals: boolean;
      hasMarks: boolean;
      madeBy: readonly string[];
    }) =>
      `Bokførte innkjøp i kroner utan mva. og berekna utslepp i tonn CO₂e, etter månaden i rekneskapen: ${p.scope}. Skraverte periodar har rekneskapar som ikkje er komplette. ${p.hasIntervals ? 'Strekar er 95 %-intervall.' : 'Intervall er ikkje berekna for dette utvalet.'}${p.hasMarks ? ' Stipla strekar er dagar da utsleppsfaktorar vart endra.' : ''}${p.madeBy.length > 0 ? ` Prikka år er berekna av ${listing('nn', p.madeBy)} på ein annan måte, og kan ikkje samanliknast med dei andre.` : ''}`,
  },
  pareto: {
    by: { item: 'Vare', supplier: 'Leverandør', category: 'Kategori', agreement: 'Avtale' },
    heads: ['Del', 'Del saman med alle større'],
    finding: (p: { count: number; rowCount: number; by: keyof typeof things } & Known) =>
      `${count(p.count)} av ${things[p.by](p.rowCount)} står for halvparten av ${known(p)}`,
    findingLess: (p: { count: number; rowCount: number; by: keyof typeof things; part: string } & Known) =>
      `${count(p.count)} av ${things[p.by](p.rowCount)} står for ${p.part} av ${known(p)}`,
    subtitle: (p: { by: keyof typeof things; scope: string } & Known) =>
      `Del av ${known(p)}, ${p.measure === 'booked' ? 'kroner utan mva.' : 'tonn CO₂e'}: ${p.scope}. Stolpar er kvar enkelt; punkt og stipla linje er summen så langt.`,
    row: (p: { label: string; figure: string; together: string }) => `${p.label}: ${p.figure}, saman ${p.together}`,
  },
  heat: {
    supplier: 'Leverandør',
    all: 'I alt',
    nothing: 'ingen',
    finding: (p: { supplier: string; category: string; figure: string }) =>
      `Størst er «${p.supplier}» med ${p.category}: ${p.figure}`,
    findingNone: 'Ingen beløp å vise',
    subtitle: (p: { measure: keyof typeof measures; scope: string; suppliers: number; others: number }) =>
      `Viser ${measures[p.measure]}, ${p.measure === 'booked' ? 'tusen kroner utan mva.' : 'tonn CO₂e'}: ${p.scope}. Dei største: ${things.supplier(p.suppliers)}${p.others > 0 ? `; ${things.category(p.others)} er ikkje viste` : ''}. Mørkare felt er større tal.`,
    short: (p: { value: number; measure: keyof typeof measures }) =>
      short(p.measure === 'booked' ? p.value / THOUSAND : p.value),
  },
  flow: {
    category: 'Kategori',
    rest: 'Andre kategoriar',
    finding: (p) => `${p.known}${p.least === null ? '' : `. Mest ukjent er ${p.least.category}: ${p.least.amount}`}`,
    subtitle: (p: { scope: string }) =>
      `Bokførte innkjøp i kroner utan mva., frå kategori (venstre) til det vi veit om kva som er kjøpt (høgre): ${p.scope}. Breidda på eit band er beløpet. Kategoriar der kreditnotaene er større enn innkjøpa, er ikkje viste.`,
  },
} satisfies PicturesTexts;
