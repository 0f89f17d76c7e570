import fc from 'fast-check';
import { partOf, splitCode, splitQuantity } from './cell-parts.ts';

const letters = fc.string({ minLength: 3, maxLength: 12, unit: fc.constantFrom(...'abdefgiklmnorstuvæøå') });
const code = fc.integer({ min: 100, max: 9_999_999 }).map(String);
const name = fc.tuple(letters, letters).map((words) => words.join(' '));
const known = (expected: string) => (text: string) => text === expected;

describe('cells with two values', () => {
  it('are divided into code and name, whichever comes first', () => {
    fc.assert(
      fc.property(code, name, fc.constantFrom(' ', ' - ', ': ', ', '), (number, text, sign) => {
        for (const written of [`${number}${sign}${text}`, `${text} (${number})`, `${text} [${number}]`])
          expect(splitCode(written, known(number))).toEqual({ code: number, name: text });
        expect(splitCode(text, () => true)).toBeNull();
      }),
    );
  });

  it('are divided into number and unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999, max: 9_999 }),
        fc.constantFrom('stk', 'kg', 'm2', 'rull', 'krt', 'pr', 'per'),
        (count, unit) => {
          for (const number of [String(count), `${count},5`])
            expect(splitQuantity(`${number} ${unit}`)).toEqual({ number, unit });
        },
      ),
    );
    for (const text of ['kr 25,26/kg', '25,26 kr/kg', '25,26 kr pr kg', '25,26 per kg'])
      expect(splitQuantity(text)).toEqual({ number: '25,26', unit: 'kg' });
    for (const text of ['12', 'ca 10 stk', 'stk', '12 stk eller mer']) expect(splitQuantity(text)).toBeNull();
  });

  it('keep what cannot be divided, so that it is found', () => {
    expect([partOf('ca 10 stk', 'number'), partOf('ca 10 stk', 'unit')]).toEqual(['ca 10 stk', '']);
    expect([partOf('Stol', 'code'), partOf('Stol', 'name'), partOf('00412', 'code')]).toEqual(['', 'Stol', '00412']);
  });

  it('keep the other value when one is corrected', () => {
    expect([partOf('00412', 'code', '412 Stol'), partOf('00412', 'name', '412 Stol')]).toEqual(['00412', 'Stol']);
    expect([partOf('3', 'number', '2 stk'), partOf('3', 'unit', '2 stk')]).toEqual(['3', 'stk']);
    expect([partOf('krt', 'number', '2 stk'), partOf('krt', 'unit', '2 stk')]).toEqual(['2', 'krt']);
  });
});
