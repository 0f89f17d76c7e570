import { findSubsetSums, type UnlinkedInvoice, type UnlinkedLine } from './find-subset-sums.ts';

const line = (id: number, ore: number, change: Partial<UnlinkedLine> = {}): UnlinkedLine => ({
  id,
  ore,
  day: 100,
  list: 'report',
  place: id,
  keys: [null],
  costCentre: null,
  ...change,
});
const invoice = (name: string, ore: number, change: Partial<UnlinkedInvoice> = {}): UnlinkedInvoice => ({
  invoice: name,
  ore,
  day: 105,
  costCentre: null,
  ...change,
});
const found = (lines: readonly UnlinkedLine[], invoices: readonly UnlinkedInvoice[]) =>
  findSubsetSums(lines, invoices).map((set) => [set.invoice, set.lines, set.by]);

describe('lines without an invoice number', () => {
  it('links them to the invoice of their delivery', () => {
    const lines = [line(1, 700, { keys: ['a'] }), line(5, 300, { keys: ['b'] }), line(9, 200, { keys: ['a'] })];
    expect(found(lines, [invoice('x', 900)])).toEqual([['x', [1, 9], 'same-delivery']]);
  });

  it('links consecutive lines that add up to an invoice', () => {
    const lines = [line(1, 711), line(2, 302), line(3, 203), line(4, 94), line(5, 55)];
    expect(found(lines, [invoice('x', 1013), invoice('y', 352)])).toEqual([
      ['x', [1, 2], 'consecutive'],
      ['y', [3, 4, 5], 'consecutive'],
    ]);
    expect(found([line(1, 711), line(3, 302)], [invoice('x', 1013)])).toEqual([]);
  });

  it('links nothing where two sets fit, unless the usual cost centre decides', () => {
    expect(found([line(1, 500), line(7, 500)], [invoice('x', 500)])).toEqual([]);
    expect(
      found(
        [line(1, 500, { costCentre: 'school' }), line(7, 500, { costCentre: 'home' })],
        [invoice('x', 500, { costCentre: 'home' })],
      ),
    ).toEqual([['x', [7], 'consecutive']]);
    expect(found([line(1, 500, { costCentre: 'school' })], [invoice('x', 500, { costCentre: 'home' })])).toEqual([]);
  });

  it('does not link across a season', () => {
    expect(found([line(1, 500)], [invoice('x', 500, { day: 300 })])).toEqual([]);
    expect(found([line(1, 500)], [invoice('x', 500, { day: 80 })])).toEqual([]);
  });
});
