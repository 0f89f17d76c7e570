import { percentOf, shareOf } from './share-text.ts';

describe('a share in a form', () => {
  it('is written in per cent and sent as a part of one', () => {
    expect(percentOf('0.333')).toBe('33.3');
    expect([shareOf('60 %'), shareOf('33,3'), shareOf(''), shareOf('much')]).toEqual(['0.6', '0.333', null, 'much']);
    expect(shareOf(percentOf('0.07'))).toBe('0.07');
  });
});
