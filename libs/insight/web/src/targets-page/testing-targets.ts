import type { ComparisonDto, MeasureDto, MeasureEffectDto, TargetDto } from '@tallgrunn/api-client/shapes';

const comparison: ComparisonDto = {
  standing: 'sound',
  before: { from: '2025-01', to: '2025-02' },
  after: { from: '2026-01', to: '2026-02' },
  buyers: [{ id: 'b1', name: 'Grue kommune' }],
  leftOut: [{ id: 'b2', name: 'Våler kommune', missing: ['2026-02'] }],
};

/** Builds a target of the cooperative: 1,000 t in 2025, 600 t in 2030, and 5 % less in January and February 2026. */
export const target = (changes: Partial<TargetDto> = {}): TargetDto => ({
  id: 't1',
  buyerId: null,
  buyer: null,
  kind: 'emissions',
  baseYear: 2025,
  targetYear: 2030,
  targetValue: '600000',
  path: [],
  note: 'Sak 25/14',
  createdBy: 'Kari',
  createdAt: '2026-01-10T10:00:00Z',
  base: { figure: { value: '1000000', low: '800000', high: '1250000' }, reason: null, incomplete: [] },
  progressPath: [2026, 2027, 2028, 2029, 2030].map((year, at) => ({ year, value: String(920_000 - 80_000 * at) })),
  years: [
    {
      year: 2026,
      comparison,
      base: '160000',
      figure: { value: '152000', low: '148000', high: '156000' },
      required: '147200',
      position: 'behind',
      reason: null,
    },
  ],
  ...changes,
});

/** Builds a measure: 100 t less a year from July 2026, between 20 and 150. */
export const measure = (changes: Partial<MeasureDto> = {}): MeasureDto => ({
  id: 'm1',
  title: 'Mindre storfekjøtt',
  buyerId: null,
  buyer: null,
  supplierId: null,
  supplier: null,
  agreementId: null,
  agreement: null,
  category: 'food',
  ownerId: 'p1',
  owner: 'Kari Nordli',
  startsOn: '2026-07-01',
  cost: null,
  fromProducts: ['beef'],
  toProducts: ['poultry'],
  share: '0.3',
  expectedRun: 4,
  expectedKg: '-100000.000',
  expectedLow: '-150000.000',
  expectedHigh: '-20000.000',
  expectedReason: null,
  state: 'decided',
  decisions: [
    { state: 'decided', reason: 'Vedtatt i rådet.', decidedBy: 'Kari Nordli', decidedAt: '2026-02-01T10:00:00Z' },
  ],
  ...changes,
});

/** Builds a realised effect: 40 t less by the mix, and 10 t less by volume. */
export const effect = (changes: Partial<MeasureEffectDto> = {}): MeasureEffectDto => ({
  comparison,
  reason: null,
  before: '200000',
  after: '150000',
  steps: [
    { step: 'data', kg: '0', lines: 0 },
    { step: 'volume', kg: '-10000', lines: 2 },
    { step: 'mix', kg: '-40000', lines: 2 },
    { step: 'supplier', kg: '0', lines: 0 },
    { step: 'factor', kg: '0', lines: 0 },
    { step: 'method', kg: '0', lines: 0 },
    { step: 'price', kg: '0', lines: 0 },
  ],
  effect: { kg: '-40000', low: '-60000', high: '-20000', direction: 'fall' },
  shareBefore: 0.2,
  shareAfter: 0.45,
  massKnownBefore: 0.9,
  massKnownAfter: 0.88,
  excludedSuppliers: ['Engros AS'],
  ...changes,
});
