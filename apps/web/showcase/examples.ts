import type { Bar, Column, CoveragePart, Explanation, FindingGroup } from '@tallgrunn/design';

export interface Row {
  readonly supplier: string;
  readonly agreement: string;
  readonly period: string;
  readonly state: 'accepted' | 'waiting' | 'question' | 'late';
  readonly lines: number;
  readonly amount: string;
}

export const rows: readonly Row[] = [
  {
    supplier: 'Finnskog Storkjøkken Engros',
    agreement: 'Mat og drikke',
    period: 'mars 2026',
    state: 'question',
    lines: 1407,
    amount: '318 204,50 kr',
  },
  {
    supplier: 'Solgløtt Frukt & Grønt',
    agreement: 'Mat og drikke',
    period: 'mars 2026',
    state: 'accepted',
    lines: 612,
    amount: '84 910,00 kr',
  },
  {
    supplier: 'Blyant & Bind',
    agreement: 'Kontorrekvisita',
    period: '1. kvartal 2026',
    state: 'waiting',
    lines: 0,
    amount: '0,00 kr',
  },
  {
    supplier: 'Tregård Interiør',
    agreement: 'Møbler og inventar',
    period: '1. kvartal 2026',
    state: 'late',
    lines: 0,
    amount: '0,00 kr',
  },
];

export const columns: readonly Column<Row>[] = [
  { key: 'supplier', head: 'Leverandør', text: (row) => row.supplier, order: (row) => row.supplier },
  { key: 'agreement', head: 'Avtale', text: (row) => row.agreement, order: (row) => row.agreement },
  { key: 'period', head: 'Periode', text: (row) => row.period, choice: 'shown' },
  { key: 'state', head: 'Status', text: (row) => row.state },
  { key: 'lines', head: 'Linjer', text: (row) => String(row.lines), order: (row) => row.lines, numeric: true },
  { key: 'amount', head: 'Beløp eks. mva.', text: (row) => row.amount, numeric: true, choice: 'shown' },
];

const price = (row: number) => ({ sheet: 'Mars', row, column: 'Enhetspris', found: '112,00', expected: '98,00' });

export const findings: readonly FindingGroup[] = [
  {
    key: 'deposit',
    severity: 'info',
    sentence: '22 linjer er pant og frakt, og holdes utenfor varene',
    count: 22,
    amount: '1 140 kr',
    whatToDo: '',
    places: [],
  },
  {
    key: 'price',
    severity: 'confirm',
    sentence: '38 linjer har høyere pris enn avtalt: Nitrilhansker M, eske 100',
    count: 38,
    amount: '4 212 kr',
    whatToDo: 'Rett til avtalt pris, eller si hvem som godkjente den nye.',
    places: [212, 219, 340, 1212].map(price),
  },
  {
    key: 'customer',
    severity: 'blocksRow',
    sentence: '3 linjer gjelder en kunde vi ikke kjenner',
    count: 3,
    amount: '',
    whatToDo: 'Skriv kommunens organisasjonsnummer i kolonnen Kunde.',
    places: [{ sheet: 'Mars', row: 88, column: 'Kunde', found: 'Kgsv. komm', expected: 'Kongsvinger kommune' }],
  },
];

export const parts: readonly CoveragePart[] = [
  { key: 'items', label: 'Varelinjer fra leverandør', value: 52, shown: '62,4 mill. kr', pattern: 'solid' },
  { key: 'quantity', label: 'Mengde, uten eget fotavtrykk', value: 17, shown: '20,4 mill. kr', pattern: 'soft' },
  {
    key: 'money',
    label: 'Faktura med linjer, regnet fra kroner',
    value: 14,
    shown: '16,8 mill. kr',
    pattern: 'hatched',
  },
  { key: 'account', label: 'Bare konto', value: 11, shown: '13,2 mill. kr', pattern: 'dotted' },
  { key: 'none', label: 'Ingen faktor', value: 6, shown: '7,2 mill. kr', pattern: 'empty' },
];

const bar = (label: string, quantity: number, money: number): Bar => ({
  label,
  shown: `${quantity + money} t`,
  cells: [`${Math.round((100 * money) / (quantity + money))} %`],
  stretches: [
    { value: quantity, pattern: 'solid' },
    { value: money, pattern: 'hatched' },
  ],
});

export const bars: readonly Bar[] = [
  bar('Kjøtt og ost', 1120, 224),
  bar('Meieri ellers', 640, 60),
  bar('Møbler og inventar', 110, 320),
  bar('Drivstoff', 290, 4),
  bar('Kontorrekvisita', 18, 61),
];

export const explanation: Explanation = {
  formula: '1 204 kg kjøttdeig av storfe × 33,3 kg CO₂e per kg\n= 40,1 tonn CO₂e',
  sources: [
    { label: 'Rapport R-2026-00123/2, Mars, rad 212–340' },
    { label: 'Poore og Nemecek 2018, melkekubesetning' },
  ],
  versions: [
    { label: 'Kjøring', value: '12' },
    { label: 'Utslippsfaktorer', value: '2026-1' },
  ],
  wayDown: { label: 'Se de 129 linjene', link: '/combined' },
};
