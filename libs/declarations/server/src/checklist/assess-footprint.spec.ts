import type { Footprint } from '@tallgrunn/formats';
import type { DeclaredFacts, LinkedItem } from './declared-facts.ts';
import { assessFootprint } from './assess-footprint.ts';
import { recommendationOf } from './checklist-item.ts';

const document = {
  epd: null,
  standards: ['ISO 14067'],
  characterisation: ['AR6'],
  referencePeriod: { start: '2025-01-01', end: '2025-12-31' },
  parts: { fossil: '9', biogenic: '0.5', landUse: '0.5' },
  pcfExcludingBiogenic: '10',
  verification: { provider: 'Kontroll AS' },
  geography: { country: 'NO', region: null, subdivision: null },
  primaryDataShare: '40',
  dataQuality: { technological: '1.5', geographical: null, temporal: null },
} as unknown as Footprint;
const beef = { name: 'Storfe', value: '30', per: 'kg', gsd: '1.5' };
const item: LinkedItem = {
  number: '1',
  how: 'gtin',
  evidence: '07038010009457',
  waits: false,
  name: 'Storfekjøtt 2,5 kg',
  unit: 'pk',
  contentUnit: null,
  netWeightKg: '2.5',
  factor: beef,
};
const facts: DeclaredFacts = {
  id: 'f',
  position: 1,
  publisherId: 'x',
  status: 'Active',
  product: 'Storfekjøtt',
  company: 'Finnskog Engros AS',
  supplier: 'Finnskog Engros',
  gtins: [],
  declaredUnit: 'kilogram',
  declaredAmount: '1',
  kgPerUnit: '1',
  pcfExcluding: '10',
  pcfIncluding: '9',
  perUnit: '10',
  validFrom: '2026-01-01',
  validTo: '2028-12-31',
  validityAssumed: false,
  verified: true,
  document,
  pdfs: 1,
  items: [item],
  verdict: null,
  reason: null,
  decidedBy: null,
  decidedAt: null,
};
const assess = (change: Partial<DeclaredFacts> = {}) => {
  const points = assessFootprint({ ...facts, ...change }, '2026-06-01');
  return {
    advice: recommendationOf(points),
    outcomes: Object.fromEntries(points.map(({ code, outcome }) => [code, outcome])),
    points,
  };
};
const epd = (change: Record<string, unknown>): Partial<DeclaredFacts> => ({
  document: {
    ...document,
    epd: {
      standard: 'EN 15804+A2',
      registrationNumber: 'NEPD-1-2-NO',
      operator: 'EPD-Norge',
      subType: 'specific dataset',
      referenceYear: '2024',
      documents: [],
      basis: 'fossil-and-luluc',
      summed: false,
      productStage: { total: '10', fossil: '9', biogenic: '0.5', luluc: '0.5' },
      modules: [],
      ...change,
    },
  } as unknown as Footprint,
});

describe('the checklist', () => {
  it('recommends acceptance when every item passes', () => {
    expect(assess().advice).toBe('accepted');
    expect(assess(epd({})).advice).toBe('accepted');
  });

  const cases: [string, Partial<DeclaredFacts>, string, string, string][] = [
    ['nobody has checked it', { verified: false }, 'verified', 'none', 'accepted-with-reservation'],
    ['it has ended', { validTo: '2026-05-31' }, 'valid', 'expired', 'accepted-with-reservation'],
    ['it ends in 90 days', { validTo: '2026-08-30' }, 'valid', 'soon', 'accepted-with-reservation'],
    ['it ends in 91 days', { validTo: '2026-08-31' }, 'valid', 'holds', 'accepted'],
    ['its validity is not said', { validTo: null }, 'valid', 'missing', 'rejected'],
    ['it is withdrawn', { status: 'Deprecated' }, 'valid', 'withdrawn', 'rejected'],
    [
      'older climate weights',
      { document: { ...document, characterisation: ['AR4'] } as Footprint },
      'kind',
      'footprint-old-basis',
      'accepted-with-reservation',
    ],
    [
      'the older standard',
      epd({ standard: 'EN 15804+A1', basis: 'one', productStage: { total: null } }),
      'kind',
      'epd-one-figure',
      'accepted-with-reservation',
    ],
    ['no standard said', epd({ standard: null }), 'kind', 'epd-other', 'to-clarify'],
    ['an odd number', epd({ registrationNumber: '10997' }), 'registration', 'odd', 'to-clarify'],
    [
      'another programme has other numbers',
      epd({ registrationNumber: '10997', operator: 'IBU' }),
      'registration',
      'complete',
      'accepted',
    ],
    ['old figures', epd({ referenceYear: '2020' }), 'age', 'old', 'accepted-with-reservation'],
    ['figures of five years ago', epd({ referenceYear: '2021' }), 'age', 'recent', 'accepted'],
    ['A1–A3 is not there', { ...epd({ basis: null }), perUnit: null }, 'scope', 'missing', 'rejected'],
    [
      'parts that do not come to the total',
      epd({ productStage: { total: '15.56', fossil: '40', biogenic: '24', luluc: '10.4' } }),
      'sums',
      'differ',
      'to-clarify',
    ],
    [
      'parts that are rounded',
      epd({ productStage: { total: '6.529', fossil: '18.61', biogenic: '-12.10', luluc: '0.024' } }),
      'sums',
      'agree',
      'accepted',
    ],
    ['a negative figure', { perUnit: '-3' }, 'sign', 'negative', 'rejected'],
    ['grams', { perUnit: '10000' }, 'magnitude', 'outside', 'to-clarify'],
    ['tonnes', { perUnit: '0.01' }, 'magnitude', 'outside', 'to-clarify'],
    [
      'nothing to compare but the weight',
      { items: [{ ...item, factor: null }], perUnit: '900' },
      'magnitude',
      'odd-per-kg',
      'to-clarify',
    ],
    ['a unit that does not convert', { declaredUnit: 'piece', kgPerUnit: null }, 'unit', 'stuck', 'to-clarify'],
    ['no unit', { declaredUnit: null }, 'unit', 'missing', 'rejected'],
    ['another product', { product: 'Kopipapir' }, 'product', 'other-name', 'to-clarify'],
    [
      'a name that a person has looked past',
      { product: 'Kopipapir', items: [{ ...item, how: 'decision' }] },
      'product',
      'decision',
      'accepted',
    ],
    [
      'an average of many makers',
      epd({ subType: 'average dataset' }),
      'product',
      'general',
      'accepted-with-reservation',
    ],
    ['the maker’s, not the supplier’s', { company: 'Produsenten AS' }, 'owner', 'maker', 'accepted-with-reservation'],
    ['no item yet', { items: [] }, 'product', 'unlinked', 'accepted'],
  ];
  it.each(cases)('%s', (_, change, code, outcome, advice) => {
    const judged = assess(change);
    expect([judged.outcomes[code], judged.advice]).toEqual([outcome, advice]);
  });

  it('includes the value found in each item', () => {
    const { points } = assess({ perUnit: '10000' });
    // 30 kg per kg, divided and multiplied by 3 × 1.5²: 4.4 to 200.
    expect(points.find(({ code }) => code === 'magnitude')?.params).toEqual({
      value: '10000',
      low: '4.4',
      high: '200',
      factor: 'Storfe',
      item: 'Storfekjøtt 2,5 kg',
    });
  });
});
