import { formatShare, parseShare } from './format-share.ts';

describe('share field in a form', () => {
  it('shows per cent and sends a fraction', () => {
    expect(formatShare('0.333')).toBe('33.3');
    expect([parseShare('60 %'), parseShare('33,3'), parseShare(''), parseShare('much')]).toEqual([
      '0.6',
      '0.333',
      null,
      'much',
    ]);
    expect(parseShare(formatShare('0.07'))).toBe('0.07');
  });
});
