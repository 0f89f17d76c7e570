import fc from 'fast-check';
import { municipalities } from './municipalities.ts';
import { OrgNumber } from './org-number.ts';

describe('organisation numbers', () => {
  it('agrees with the example of Brønnøysundregistrene', () => {
    expect(OrgNumber.parse('123456785')).toEqual({ ok: true, value: '123456785', problem: null });
  });

  it('accepts the numbers of the seven municipalities', () => {
    for (const { orgNumber } of municipalities) expect(OrgNumber.parse(orgNumber).ok).toBe(true);
  });

  it.each([
    '944117784',
    ' 944 117 784 ',
    '944\u00a0117\u00a0784',
    'NO 944 117 784 MVA',
    'NO944117784MVA',
    '944.117.784',
    '944-117-784',
    '944117784.0',
    '944117784,00',
    'no944117784mva',
  ])('reads %j', (text) => {
    expect(OrgNumber.parse(text)).toEqual({ ok: true, value: '944117784', problem: null });
  });

  it.each([
    ['', null, 'empty'],
    ['91234567', null, 'length'],
    ['9441177840', null, 'length'],
    ['Elvia AS', null, 'length'],
    ['912345678', '912345678', 'check-digit'],
    ['999999999', '999999999', 'placeholder'],
    ['888 888 888', '888888888', 'placeholder'],
    ['000000000', '000000000', 'placeholder'],
    ['9,12E+08', null, 'lost-precision'],
    ['9.12e+8', null, 'lost-precision'],
  ])('rejects %j: value %j, %s', (text, value, problem) => {
    expect(OrgNumber.parse(text)).toEqual({ ok: false, value, problem });
  });

  it('recognises synthetic companies, and accepts them when permitted', () => {
    expect(OrgNumber.parse('312345676').problem).toBe('test-number');
    expect(OrgNumber.parse('312345676', { testNumbers: true })).toEqual({
      ok: true,
      value: '312345676',
      problem: null,
    });
  });

  it('detects a wrong digit and two swapped neighbours', () => {
    const valid = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((n) => {
      const digit = Array.from({ length: 10 }, (_, last) => `${n}${last}`).find(OrgNumber.hasCheckDigit);
      return digit ?? '944117784';
    });
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const digit = (Number(number[place]) + shift) % 10;
        expect(OrgNumber.hasCheckDigit(number.slice(0, place) + digit + number.slice(place + 1))).toBe(false);
        const other = Math.min(place, 7);
        const swapped = number.slice(0, other) + number[other + 1] + number[other] + number.slice(other + 2);
        if (swapped !== number) expect(OrgNumber.hasCheckDigit(swapped)).toBe(false);
      }),
    );
  });

  it('never throws, whatever the input', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof OrgNumber.parse(text).ok === 'boolean'));
  });

  it('formats in groups of three', () => {
    expect(OrgNumber.format('944117784')).toBe('944\u00a0117\u00a0784');
  });
});
