import { formatCount, formatPeriod, formatShare, Period, plural } from '@tallgrunn/values';
import type { PivotTexts } from './pivot-nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const month = (key: string) => formatPeriod(Period.parse(key), 'nn');
const measured = {
  booked: 'innkjøpa',
  emissions: 'utsleppet som er berekna',
  'reported-only': 'det som berre er rapportert',
  lines: 'linjene',
  'by-item': 'innkjøpa',
  'with-factor': 'innkjøpa',
};
const bases = {
  booked: 'Bokførte innkjøp utan mva.',
  emissions: 'Berekna klimafotavtrykk av bokførte innkjøp, tonn CO₂e.',
  'reported-only': 'Rapporterte innkjøp utan mva. som ikkje er avstemte mot rekneskapen.',
  lines: 'Talet på bokførte linjer.',
  'by-item': 'Del av bokførte innkjøp som er kjend som vare.',
  'with-factor': 'Del av bokførte innkjøp som har utsleppstal.',
};

export const pivotNn: PivotTexts = {
  title: 'Analyse',
  lead: 'Set saman innkjøpa slik du vil sjå dei. Vala er med i adressa, så du kan sende lenkja til ein kollega.',
  fields: { rows: 'Rader', columns: 'Kolonnar', measure: 'Vis', limit: 'Talet på rader' },
  rowsBy: {
    category: 'Kategori',
    supplier: 'Leverandør',
    seller: 'Seljar',
    item: 'Vare',
    buyer: 'Kommune',
    agreement: 'Avtale',
    lot: 'Delkontrakt',
    account: 'Konto',
    method: 'Metode',
    basis: 'Grunnlag',
    state: 'Status',
    month: 'Månad',
    quarter: 'Kvartal',
    year: 'År',
  },
  columnsBy: { none: 'Ingen', month: 'Månad', quarter: 'Kvartal', year: 'År', buyer: 'Kommune', category: 'Kategori' },
  measures: {
    booked: 'Innkjøp (kr)',
    emissions: 'Klimafotavtrykk (tonn CO₂e)',
    'reported-only': 'Berre rapportert (kr)',
    lines: 'Bokførte linjer',
    'by-item': 'Del kjend som vare',
    'with-factor': 'Del med utsleppstal',
  },
  heads: {
    booked: 'Innkjøp',
    emissions: 'Tonn CO₂e',
    'reported-only': 'Berre rapportert',
    lines: 'Linjer',
    'by-item': 'Kjend som vare',
    'with-factor': 'Med utsleppstal',
  },
  units: {
    booked: 'kr',
    emissions: 'tonn CO₂e',
    'reported-only': 'kr',
    lines: 'linjer',
    'by-item': '',
    'with-factor': '',
  },
  share: 'Del av totalen',
  total: 'Totalt',
  filters: (p: { count: number }) => (p.count === 0 ? 'Filter' : `Filter (${count(p.count)})`),
  caption: (p: { rows: string }) =>
    `Innkjøp etter ${(pivotNn.rowsBy as Readonly<Record<string, string>>)[p.rows]?.toLowerCase() ?? p.rows}`,
  finding: (p: { name: string; share: string; measure: keyof typeof measured }) =>
    `${p.name} står for ${formatShare(p.share, 'nn', 1)} av ${measured[p.measure]}`,
  findingPlain: {
    category: 'Fordelt på kategori',
    supplier: 'Fordelt på leverandør',
    seller: 'Fordelt på seljar',
    item: 'Fordelt på vare',
    buyer: 'Fordelt på kommune',
    agreement: 'Fordelt på avtale',
    lot: 'Fordelt på delkontrakt',
    account: 'Fordelt på konto',
    method: 'Fordelt på metode',
    basis: 'Fordelt på grunnlag',
    state: 'Fordelt på status',
    month: 'Fordelt på månad',
    quarter: 'Fordelt på kvartal',
    year: 'Fordelt på år',
  },
  scope: (p: { who: string | null; from: string | null; to: string | null; measure: keyof typeof measured }) => {
    const period =
      p.from === null && p.to === null
        ? 'alle månader som er importerte'
        : `${p.from === null ? '' : `frå ${month(p.from)}`}${p.to === null ? '' : ` til ${month(p.to)}`}`.trim();
    return `${p.who ?? 'Alle kommunar'}, ${period}. ${bases[p.measure]}`;
  },
  others: (p: { count: number; figure: string }) =>
    plural('nn', p.count, {
      one: `Éi rad til er ikkje vist: ${p.figure}.`,
      other: `${count(p.count)} rader til er ikkje viste: ${p.figure} til saman.`,
    }),
  note: {
    booked: 'Beløp der meirverdiavgifta ikkje er kjend, er utelatne. Månader følgjer rekneskapsperioden.',
    emissions: 'Innkjøp utan utsleppsfaktor er ikkje med, og blir aldri rekna som null.',
    'reported-only': 'Linjer kan visast her fordi rekneskapen ikkje er importert enno.',
    lines: 'Ei bokført linje i fleire delar blir talt éin gong i kvar rad ho er del av.',
    'by-item': 'For resten kjenner vi mengd eller konto, eller ingen av delane.',
    'with-factor': 'Resten manglar faktor eller må avklarast.',
  },
  unknown: {
    category: 'Utan kategori',
    supplier: 'Ikkje ein av leverandørane på avtale',
    seller: 'Seljar ikkje kjend',
    item: 'Ikkje kjend som vare',
    buyer: 'Kommune ikkje kjend',
    agreement: 'Ikkje kopla til avtale',
    lot: 'Ikkje kopla til delkontrakt',
    account: 'Ingen konto',
    method: 'Ikkje berekna',
    basis: 'Ikkje kjend',
    state: 'Ikkje kjend',
    month: 'Månad ikkje kjend',
    quarter: 'Kvartal ikkje kjend',
    year: 'År ikkje kjend',
  },
  emptyTitle: 'Ingen innkjøp å vise enno',
  emptyReason: 'Importer rekneskap eller e-fakturaer, så kan innkjøpa setjast saman her.',
  noneTitle: 'Ingen innkjøp i dette utvalet',
  noneReason: 'Fjern eit filter, eller vel andre månader.',
};
