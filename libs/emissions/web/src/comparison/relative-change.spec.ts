import { relativeChange } from './relative-change.ts';

describe('relativeChange', () => {
  it('describes direction and size', () => {
    expect(relativeChange('110', '100')).toEqual({ way: 'up', share: '0.1000' });
    expect(relativeChange('75', '100')).toEqual({ way: 'down', share: '0.2500' });
    expect(relativeChange('100.5', '100')).toEqual({ way: 'same', share: '0' });
    expect(relativeChange('100', '0')).toEqual({ way: 'none', share: '0' });
  });
});
