import type { LedgerLine } from '@tallgrunn/formats';
import { LineKeyCounter } from '@tallgrunn/values';
import { postingColumns, postingRow } from './posting-rows.ts';

const person = '13097248022';
const line: LedgerLine = {
  sheet: '',
  row: 2,
  voucherNumber: '1',
  voucherType: null,
  voucherDate: '2026-03-05',
  period: '2026-03',
  closing: false,
  supplier: { orgNumber: null, orgNumberValid: null, ledgerNumber: '77', name: `Privat ${person}` },
  account: { system: 'kostra', code: '115' },
  accountName: null,
  accountClass: null,
  function: null,
  costCentre: null,
  project: null,
  amount: '100.00',
  currency: 'NOK',
  vatAmount: null,
  vatRate: null,
  vatCode: null,
  vatStatus: 'unknown',
  invoiceNumber: person,
  invoiceDate: null,
  text: `Refusjon til ${person}`,
  buyer: null,
  raw: { text: `Refusjon til ${person}`, invoiceNumber: person },
};

describe('posting row', () => {
  const row = postingRow(
    line,
    1,
    { id: 'b', file_sha256: 'f', buyer_id: null, period_key: null },
    new LineKeyCounter(),
  );
  const cell = (name: (typeof postingColumns)[number]) => row[postingColumns.indexOf(name)];

  it('masks personal data in free texts', () => {
    expect(cell('text')).toBe('Refusjon til •••••••••••');
    expect(cell('seller_name')).toBe('Privat •••••••••••');
  });

  it('contains no personal number, also in invoice and voucher numbers', () => {
    expect([cell('invoice_number'), cell('invoice_key')]).toEqual(['•••••••••••', null]);
    expect(JSON.parse(String(cell('raw')))).toEqual({ text: 'Refusjon til •••••••••••', invoiceNumber: '•••••••••••' });
  });
});
