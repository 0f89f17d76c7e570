import { changeOf } from './compare-periods.ts';

describe('change between periods', () => {
  it('says which way and how much', () => {
    expect(changeOf('110', '100')).toEqual({ way: 'up', share: '0.1000' });
    expect(changeOf('75', '100')).toEqual({ way: 'down', share: '0.2500' });
    expect(changeOf('100.5', '100')).toEqual({ way: 'same', share: '0' });
    expect(changeOf('100', '0')).toEqual({ way: 'none', share: '0' });
  });
});
