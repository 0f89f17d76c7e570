import { monthSpans } from './month-spans.ts';

describe('monthSpans', () => {
  it('joins consecutive months, also across New Year', () => {
    expect(monthSpans(['2025-11', '2025-12', '2026-01', '2026-05'])).toEqual([
      { from: '2025-11', to: '2026-01' },
      { from: '2026-05', to: '2026-05' },
    ]);
    expect(monthSpans([])).toEqual([]);
  });
});
