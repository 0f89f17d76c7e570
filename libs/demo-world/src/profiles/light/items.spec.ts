import { items } from './items.ts';

describe('the catalogue', () => {
  it('has each item number once per supplier, some with leading zeros', () => {
    const keys = items.map((item) => `${item.supplier}/${item.number}`);
    expect(new Set(keys).size).toBe(items.length);
    const share = items.filter((item) => item.number.startsWith('0')).length / items.length;
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.2);
  });

  it('plans the yearly volumes of the agreements', () => {
    const million = (key: 'finnskog' | 'solglott' | 'blyant' | 'nettverket') =>
      items.filter((item) => item.supplier === key).reduce((sum, item) => sum + (item.plan[2025] as number), 0) / 1e6;
    expect(
      [million('finnskog'), million('solglott'), million('blyant'), million('nettverket')].map(Math.round),
    ).toEqual([34, 6, 7, 24]);
  });

  it('gives every item a footprint and valid prices', () => {
    expect(
      items.every((item) => item.footprint > 0 && (item.prices[2026] as number) > 0 && /^\d{13}$/.test(item.gtin)),
    ).toBe(true);
  });
});
