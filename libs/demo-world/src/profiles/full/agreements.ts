import type { Agreement, PriceRule, Terms } from '../../setting/agreement.ts';
import { adjustments, buildingClauses, furnitureChange } from './adjustments.ts';
import { buyers } from './buyers.ts';

const [from, to] = ['2022-01-01', '2026-12-31'] as const;
const everyone = (first: string, last: string) =>
  buyers.map((one) => ({ municipality: one.number, from: first, to: last }));
/** Eidskog joins the office agreement late. */
const lateJoiner = everyone(from, to).map((one) =>
  one.municipality === '3416' ? { ...one, from: '2023-01-01' } : one,
);

const terms: Terms = {
  version: 1,
  validFrom: from,
  frequency: 'quarter',
  due: { kind: 'fixed-dates', dates: ['04-20', '08-05', '10-20', '01-20'] },
  basis: 'delivered',
  vat: 'excluded',
  currency: 'NOK',
  scope: 'all-goods',
  nilReturnRequired: true,
  requiredFields: ['buyer', 'itemNumber', 'itemName', 'quantity', 'unit', 'unitPrice', 'amount', 'deliveredOn'],
  optionalFields: [
    'customerNumber',
    'orgNumber',
    'lot',
    'site',
    'gtin',
    'orderedOn',
    'orderNumber',
    'invoiceNumber',
    'invoiceLine',
  ],
  sanction: { kind: 'daily-penalty', amount: 1000, per: 'working-day', excludes: ['force-majeure'] },
  footprints: { required: 'none', text: 'Fysisk faktor fra faktorboken brukes.' },
  clause: 'Bilag 4 punkt 3.1 Statistikk',
};
const monthly: Terms = { ...terms, frequency: 'month', due: { kind: 'working-days-after', days: 10 } };
const fixed = (...lots: string[]): PriceRule[] => lots.map((lot) => ({ lot, kind: 'fixed', from }));

const furnitureLots = [
  { key: '3A', name: 'Kontor og møterom' },
  { key: '3B', name: 'Institusjon' },
  { key: '3C', name: 'Skole' },
  { key: '3D', name: 'Barnehage' },
];
const spendShare: Terms['footprints'] = {
  required: 'spend-share',
  text: 'Miljødeklarasjon for 60 % av verdien innen år to.',
};

export const agreements: readonly Agreement[] = [
  {
    number: 'RIIK-21-107',
    name: 'Mat- og drikkevarer til storhusholdning',
    cpv: '15000000-8',
    validFrom: from,
    validTo: to,
    participation: everyone(from, to),
    terms: monthly,
    lots: [
      { key: '1A', name: 'Tørr-, kjøle- og frysevarer' },
      { key: '1B', name: 'Frukt og grønt' },
      { key: '1C', name: 'Ferske varer etter vekt' },
    ],
    priceRules: [
      ...fixed('1A'),
      { lot: '1B', kind: 'weekly-list', from: '2021-12-27' },
      { lot: '1C', kind: 'catch-weight', from },
    ],
  },
  {
    number: 'RIIK-21-042',
    name: 'Kontorrekvisita og skolemateriell',
    cpv: '30190000-7',
    validFrom: from,
    validTo: to,
    participation: lateJoiner,
    lots: [{ key: '2', name: 'Kontorrekvisita og skolemateriell' }],
    terms: { ...terms, footprints: { required: 'paper', text: 'Miljødeklarasjon for kopipapir.' } },
    priceRules: fixed('2'),
  },
  {
    number: 'RIIK-20-066',
    name: 'Møbler og inventar (2020–2024)',
    cpv: '39100000-3',
    validFrom: '2020-05-15',
    validTo: furnitureChange.until,
    participation: everyone('2020-05-15', furnitureChange.until),
    lots: furnitureLots,
    terms: { ...terms, validFrom: '2020-05-15', footprints: spendShare },
    priceRules: fixed('3A', '3B', '3C', '3D').map((rule) => ({ ...rule, from: '2020-05-15' })),
  },
  {
    number: 'RIIK-24-066',
    name: 'Møbler og inventar',
    cpv: '39100000-3',
    validFrom: furnitureChange.from,
    validTo: '2028-05-14',
    participation: everyone(furnitureChange.from, '2028-05-14'),
    lots: furnitureLots,
    terms: { ...terms, validFrom: furnitureChange.from, footprints: spendShare },
    priceRules: fixed('3A', '3B', '3C', '3D').map((rule) => ({ ...rule, from: furnitureChange.from })),
    maximumValue: 16_000_000,
    options: [{ number: 1, noticeBy: '2027-11-14', extendsTo: '2029-05-14', decided: null }],
  },
  {
    number: 'RIIK-21-130',
    name: 'IKT-utstyr',
    cpv: '30213000-5',
    validFrom: from,
    validTo: to,
    participation: everyone(from, to),
    lots: [
      { key: '4A', name: 'Klienter' },
      { key: '4B', name: 'Skjermer og periferi' },
    ],
    terms: {
      ...terms,
      due: { kind: 'working-days-after', days: 20 },
      optionalFields: [...terms.optionalFields, 'currency'],
      footprints: { required: 'every-model', text: 'Klimafotavtrykk (PCF) for hver modell.' },
    },
    priceRules: fixed('4A', '4B'),
    options: [{ number: 1, noticeBy: '2025-06-30', extendsTo: '2026-12-31', decided: 'taken' }],
  },
  {
    number: 'RIIK-21-055',
    name: 'Byggevarer og trelast',
    cpv: '44100000-1',
    validFrom: from,
    validTo: to,
    participation: everyone(from, to),
    lots: [{ key: '5', name: 'Byggevarer og trelast' }],
    terms: {
      ...terms,
      partsOf: 'branch',
      optionalFields: [...terms.optionalFields, 'branch'],
      footprints: { required: 'every-model', text: 'Miljødeklarasjon for betong, gips, isolasjon og trelast.' },
    },
    priceRules: buildingClauses.map(([day, adjustment]) => ({ lot: '5', kind: 'fixed', from: day, adjustment })),
    adjustments: [...adjustments],
    technique: 'ranked',
    keys: { glomma: { rank: 1 }, odal: { rank: 2 } },
  },
  {
    number: 'RIIK-21-061',
    name: 'Drivstoff',
    cpv: '09100000-0',
    validFrom: from,
    validTo: to,
    participation: everyone(from, to),
    lots: [
      { key: '6A', name: 'Kort og stasjon' },
      { key: '6B', name: 'Bulk' },
    ],
    terms: { ...monthly, optionalFields: ['customerNumber', 'site', 'invoiceNumber', 'invoiceLine'] },
    priceRules: [
      { lot: '6A', kind: 'daily-list', from },
      { lot: '6B', kind: 'daily-list', from },
    ],
  },
  {
    number: 'RIIK-21-073',
    name: 'Arbeidstøy og verneutstyr',
    cpv: '18110000-3',
    validFrom: from,
    validTo: to,
    participation: everyone(from, to),
    lots: [{ key: '7', name: 'Arbeidstøy og verneutstyr' }],
    terms: { ...terms, footprints: { required: 'none', text: 'Materialsammensetning på forespørsel.' } },
    priceRules: fixed('7'),
  },
  {
    number: 'RIIK-21-088',
    name: 'Medisinsk forbruksmateriell',
    cpv: '33140000-3',
    validFrom: from,
    validTo: to,
    participation: everyone(from, to),
    lots: [
      { key: '8A', name: 'Hansker og hygiene' },
      { key: '8B', name: 'Sår og kateter' },
    ],
    terms: { ...terms, footprints: { required: 'none', text: 'Klimafotavtrykk er ønsket.' } },
    priceRules: fixed('8A', '8B'),
    technique: 'ranked',
    keys: { helse: { rank: 1 }, pleie: { rank: 2 } },
  },
];
