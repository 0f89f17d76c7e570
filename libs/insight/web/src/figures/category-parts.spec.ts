import { categoryParts } from './category-parts.ts';

const part = (category: string | null, method: string, amount: string, kg: string | null) => ({
  category,
  method,
  amount,
  kg,
  lines: 1,
});

describe('category parts', () => {
  it('separates amounts with and without a figure, and never shows zero for the latter', () => {
    const rows = categoryParts([
      part('food', 'no-factor', '900.50', null),
      part('ict', 'ask', '10', null),
      part('ict', 'spend-account', '100', '4.25'),
      part(null, 'no-factor', '5', null),
    ]);
    expect(rows.map(({ code }) => code)).toEqual(['food', 'ict', null]);
    expect(rows[1]).toMatchObject({ kg: '4.25', amount: '110', withFactor: '100', ask: '10', noFactor: '0' });
    expect(rows[0]).toMatchObject({ kg: null, noFactor: '900.50' });
  });
});
