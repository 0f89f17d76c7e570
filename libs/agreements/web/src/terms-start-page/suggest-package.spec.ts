import { defaultStartOf, suggestPackage } from './suggest-package.ts';

describe('suggested terms package', () => {
  it('matches the subject of the agreement', () => {
    expect(['15000000', '09100000-0', '39160000', '60170000', '90910000', null, '39'].map(suggestPackage)).toEqual([
      'monthly-food',
      'monthly-fuel',
      'quarterly-goods',
      'yearly-transport',
      'yearly-services',
      null,
      null,
    ]);
  });

  it('takes effect this month, but never before the agreement begins', () => {
    expect(defaultStartOf('2022-03-01', '2026-11-24')).toBe('2026-11-01');
    expect(defaultStartOf('2026-11-15', '2026-11-24')).toBe('2026-11-15');
    expect(defaultStartOf('2027-01-01', '2026-11-24')).toBe('2027-01-01');
  });
});
