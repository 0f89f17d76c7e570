import { tonnes } from './tonnes.ts';

describe('tonnes', () => {
  it('rounds to three significant digits', () => {
    expect(tonnes('12203869.429')).toBe('12200');
    expect(tonnes('835602')).toBe('836');
    expect(tonnes('12417')).toBe('12.4');
    expect(tonnes('451.2')).toBe('0.451');
    expect(tonnes('0')).toBe('0');
    expect(tonnes('-12417')).toBe('-12.4');
  });
});
