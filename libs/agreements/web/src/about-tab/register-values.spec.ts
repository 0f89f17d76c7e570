import { parseAmount, callOffMethodOf } from './register-values.ts';

it.each([
  ['12 000 000,50', '12000000.50'],
  ['12\u00a0000\u00a0000', '12000000'],
  ['  ', null],
  ['mye', 'mye'],
])('reads the amount "%s" as %s', (typed, amount) => {
  expect(parseAmount(typed)).toBe(amount);
});

it.each([
  ['ranked', 'ranked'],
  ['', null],
  ['auction', null],
])('reads the call-off technique "%s" as %s', (chosen, technique) => {
  expect(callOffMethodOf(chosen)).toBe(technique);
});
