import { pricesNb } from '../texts/prices-nb.ts';
import { emptyModel, validateModel, modelBody, type ModelDraft } from './model-draft.ts';
import { describeAdjustment } from './describe-adjustment.ts';
import { describePriceModel } from './describe-price-model.ts';

const draft = (changes: Partial<ModelDraft> = {}): ModelDraft => ({ ...emptyModel, fromOn: '2026-01-01', ...changes });
const words = pricesNb.models.faults;

describe('price model form', () => {
  it('lists every error', () => {
    expect(validateModel(draft(), words)).toEqual([]);
    const faults = validateModel(
      draft({ kind: 'list-discount', fromOn: '', discount: '120', tolerance: 'x', adjusts: true, base: '2025-13' }),
      words,
    );
    expect(faults.map(({ field }) => field)).toEqual([
      'model-from',
      'model-discount',
      'model-tolerance',
      'model-index',
      'model-share',
      'model-base',
    ]);
    expect(validateModel(draft({ kind: 'cost-plus' }), words).map(({ field }) => field)).toEqual(['model-markup']);
  });

  it('sends numbers as JSON numbers', () => {
    expect(
      modelBody(
        draft({
          kind: 'list-discount',
          lot: '1A',
          discount: '12,5 %',
          adjusts: true,
          index: 'kpi',
          share: '65',
          base: '2025-10',
          notice: '2',
        }),
      ),
    ).toEqual({
      kind: 'list-discount',
      lot: '1A',
      fromOn: '2026-01-01',
      discount: '12.5',
      tolerance: null,
      clause: null,
      document: { adjustment: { index: 'KPI', share: '0.65', basePeriod: '2025-10', noticeMonths: 2 } },
    });
  });
});

describe('price model description', () => {
  it('states the pricing method, the tolerance and the adjustment rules', () => {
    const adjustment = { index: 'KPI', share: '0.65', basePeriod: '2025-10' };
    expect(
      describePriceModel(
        { kind: 'list-discount', discount: '12.5', tolerance: '1', document: { adjustment } },
        pricesNb.models,
      ),
    ).toEqual([
      'Leverandørens listepris minus 12,5 %. Varer med egen avtalt pris beholder den.',
      'Inntil 1 % over avtalt pris godtas.',
      '65 % av prisen følger KPI, beregnet fra 2025-10.',
    ]);
    expect(
      describePriceModel({ kind: 'weekly-list', discount: '8', tolerance: null, document: {} }, pricesNb.models),
    ).toEqual(['Siste liste gjelder i 7 dager.', 'Minus 8 %.']);
    expect(
      describePriceModel(
        { kind: 'cost-plus', discount: null, tolerance: null, document: { markup: '12.5' } },
        pricesNb.models,
      ),
    ).toEqual(['Kost pluss 12,5 %.']);
  });
});

describe('price adjustment description', () => {
  const computed = {
    index: { code: 'KPI', version: 1, source: 'x' },
    earliestOn: '2026-06-14',
    because: 'notice-too-short',
    fromOn: '2026-07-01',
  };
  const clause = { index: 'KPI', share: '0.65', basePeriod: '2025-10' };
  it('states the calculation basis, and the missing data', () => {
    const factor = {
      known: true,
      base: { period: '2025-10', value: '120' },
      compare: { period: '2026-03', value: '126' },
      indexChange: '5.0000',
      priceChange: '3.2500',
      limitedBy: 'cap' as const,
    };
    expect(describeAdjustment({ clause, computed: { ...computed, factor } }, pricesNb)).toBe(
      'KPI 2025-10 → 2026-03: +5 %. Prisene: +3,25 %. Taket i avtalen er nådd.',
    );
    expect(
      describeAdjustment(
        { clause, computed: { ...computed, factor: { known: false, reason: 'no-index-value', period: '2026-03' } } },
        pricesNb,
      ),
    ).toBe('Indeksen for 2026-03 er ikke lagt inn.');
  });
});
