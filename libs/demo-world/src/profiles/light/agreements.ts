import { adjustmentFactor } from '../../agreements/adjust-price.ts';
import type { AdjustmentClause, Agreement, Terms } from '../../setting/agreement.ts';
import { municipalities } from '../../setting/municipalities.ts';

const sanction: Terms['sanction'] = {
  kind: 'daily-penalty',
  amount: 1000,
  per: 'working-day',
  excludes: ['force-majeure'],
};
const everyone = (from: string, to: string) => municipalities.map((one) => ({ municipality: one.number, from, to }));

const usual: Pick<Terms, 'version' | 'basis' | 'vat' | 'currency' | 'scope' | 'nilReturnRequired' | 'sanction'> = {
  version: 1,
  basis: 'delivered',
  vat: 'excluded',
  currency: 'NOK',
  scope: 'all-goods',
  nilReturnRequired: true,
  sanction,
};

/** The invented index for office supplies, in tenths. */
export const officeIndex = [
  ['2023-09', 1180],
  ['2024-09', 1196],
  ['2025-09', 1213],
  ['2026-05', 1231],
] as const;
const officeClause: AdjustmentClause = {
  index: 'KONTORDEMO',
  share: 65,
  basePeriod: '2025-09',
  fixedMonths: 24,
  monthsBetween: 12,
  noticeMonths: 2,
};

const food: Agreement = {
  number: 'RIIK-24-107',
  name: 'Mat- og drikkevarer til storhusholdning',
  cpv: '15000000-8',
  validFrom: '2024-03-01',
  validTo: '2028-02-29',
  lots: [
    { key: '1A', name: 'Tørr-, kjøle- og frysevarer' },
    { key: '1B', name: 'Frukt og grønt' },
  ],
  participation: everyone('2024-03-01', '2028-02-29'),
  terms: {
    ...usual,
    validFrom: '2024-03-01',
    frequency: 'month',
    due: { kind: 'working-days-after', days: 10 },
    requiredFields: ['buyer', 'itemNumber', 'itemName', 'quantity', 'unit', 'amount', 'deliveredOn'],
    optionalFields: ['customerNumber', 'site', 'gtin', 'unitPrice', 'invoiceNumber', 'invoiceLine', 'orderNumber'],
    footprints: { required: 'none', text: 'Fysisk faktor fra faktorboken brukes.' },
    clause: 'Bilag 4 punkt 3.1 Statistikk',
  },
};

const office: Agreement = {
  number: 'RIIK-23-042',
  name: 'Kontorrekvisita og skolemateriell',
  cpv: '30190000-7',
  validFrom: '2023-09-01',
  validTo: '2027-08-31',
  lots: [{ key: '2', name: 'Kontorrekvisita og skolemateriell' }],
  participation: everyone('2023-09-01', '2027-08-31').map((one) =>
    one.municipality === '3416' ? { ...one, from: '2025-07-01' } : one,
  ),
  terms: {
    ...usual,
    validFrom: '2023-09-01',
    frequency: 'quarter',
    due: { kind: 'fixed-dates', dates: ['04-20', '08-05', '10-20', '01-20'] },
    requiredFields: ['buyer', 'itemNumber', 'itemName', 'quantity', 'unit', 'unitPrice', 'amount', 'deliveredOn'],
    optionalFields: ['customerNumber', 'orgNumber', 'site', 'gtin', 'orderedOn', 'invoiceNumber', 'invoiceLine'],
    footprints: { required: 'paper', text: 'Miljødeklarasjon for kopipapir.' },
    clause: 'Bilag 5 punkt 2.4 Leveranserapport',
  },
  priceRules: [{ lot: '2', kind: 'fixed', from: '2023-09-01', adjustment: officeClause }],
  adjustments: [
    {
      supplier: 'blyant',
      lot: '2',
      comparePeriod: '2026-05',
      requestedOn: '2026-06-15',
      requestedBy: 'anne-lise',
      wantedFrom: '2026-09-01',
      decidedOn: '2026-07-02',
      decidedBy: 'ingrid',
      approved: true,
      reason: 'I samsvar med klausulen: 65 % av endringen i indeksen.',
      fromOn: '2026-09-01',
      factor: adjustmentFactor(officeIndex, officeClause, '2026-05'),
    },
  ],
};

const ict: Agreement = {
  number: 'RIIK-24-130',
  name: 'IKT-utstyr',
  cpv: '30213000-5',
  validFrom: '2024-06-01',
  validTo: '2026-12-31',
  lots: [
    { key: '4A', name: 'Klienter' },
    { key: '4B', name: 'Skjermer og periferi' },
  ],
  maximumValue: 38_500_000,
  participation: everyone('2024-06-01', '2026-12-31'),
  terms: {
    ...usual,
    validFrom: '2024-06-01',
    frequency: 'quarter',
    due: { kind: 'working-days-after', days: 20 },
    requiredFields: [
      'buyer',
      'lot',
      'itemNumber',
      'itemName',
      'quantity',
      'unit',
      'unitPrice',
      'amount',
      'deliveredOn',
      'invoiceNumber',
    ],
    optionalFields: ['orgNumber', 'site', 'gtin', 'orderNumber', 'orderedOn', 'invoiceLine', 'currency'],
    footprints: { required: 'every-model', text: 'Klimafotavtrykk (PCF) for hver modell.' },
    clause: 'Bilag 2 punkt 6 Rapportering',
  },
};

export const agreements: readonly Agreement[] = [food, office, ict];
