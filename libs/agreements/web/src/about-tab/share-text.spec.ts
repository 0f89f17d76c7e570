import { percentOf, shareOf } from './share-text.ts';

describe('share field in a form', () => {
  it('shows per cent and sends a fraction', () => {
    expect(percentOf('0.333')).toBe('33.3');
    expect([shareOf('60 %'), shareOf('33,3'), shareOf(''), shareOf('much')]).toEqual(['0.6', '0.333', null, 'much']);
    expect(shareOf(percentOf('0.07'))).toBe('0.07');
  });
});
