import { invoiceKey } from './batch.ts';

test.each([
  ['N-2026-00012', 'N202600012'],
  ['n 2026 00012', 'N202600012'],
  ['0004711', '4711'],
  ['–', null],
  ['', null],
  [null, null],
])('invoice number %s is compared as %s', (number, key) => expect(invoiceKey(number)).toBe(key));
