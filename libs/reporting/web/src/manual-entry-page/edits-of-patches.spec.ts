import { context, terms } from '../testing.ts';
import { patchesToEdits } from './edits-of-patches.ts';
import { entryColumns } from './entry-columns.ts';

const columns = entryColumns(terms, 'nb')!;
const line = (id: string, cells: Record<string, string>) => ({ id, place: 1, cells, removed: false, kept: null });
const ground = {
  lines: [
    line('a', { itemNumber: '7001', buyer: 'Kongsv.', unit: 'stk.' }),
    line('b', { itemNumber: '7O01', buyer: 'kongsv.' }),
  ],
  columns,
  buyers: context.buyers,
};

describe('conversion of patches to edits', () => {
  it('applies edits to the lines: a cell, an excluded line, a text in every place', () => {
    expect(patchesToEdits([{ set: 'cell', sheet: '', row: 3, column: 1, value: '7001' }], ground).edits).toEqual([
      { id: 'b', field: 'itemNumber', was: '7O01', is: '7001' },
    ]);
    expect(patchesToEdits([{ set: 'leave-out', sheet: '', row: 2 }], ground).edits).toEqual([
      { id: 'a', removed: true },
    ]);
    expect(patchesToEdits([{ set: 'buyer', text: 'Kongsv.', buyer: 'k' }], ground).edits).toEqual([
      { id: 'a', field: 'buyer', was: 'Kongsv.', is: 'Kongsvinger' },
      { id: 'b', field: 'buyer', was: 'kongsv.', is: 'Kongsvinger' },
    ]);
  });

  it('stores edits separately when they concern how the lines are read', () => {
    const rest = [
      { set: 'date-order', field: 'deliveredOn', value: 'day-first' },
      { set: 'unit', text: 'stk.', unit: 'kasse', factor: '10', to: 'stk' },
    ] as const;
    expect(patchesToEdits(rest, ground)).toEqual({ edits: [], rest });
  });
});
