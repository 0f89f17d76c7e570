import { applyEdits, type ManualEntryRow } from './apply-edits.ts';

const row = (changes: Partial<ManualEntryRow> = {}): ManualEntryRow => ({
  id: 'a',
  place: 1,
  cells: { itemNumber: '00512', quantity: '10' },
  removed: false,
  revision: 3,
  ...changes,
});
const kept = (...rows: ManualEntryRow[]) => new Map(rows.map((each) => [each.id, each]));

describe('edits of manual entries', () => {
  it('stores changes in different cells of one line', () => {
    expect(applyEdits(kept(row()), [{ id: 'a', place: 1, cells: [{ field: 'unit', was: '', is: 'pk' }] }], 1)).toEqual({
      written: [{ id: 'a', place: 1, cells: { itemNumber: '00512', quantity: '10', unit: 'pk' }, removed: false }],
      conflicts: [],
    });
  });

  it('returns a conflict to the second user in the same cell, and retains the first value', () => {
    expect(
      applyEdits(kept(row()), [{ id: 'a', place: 1, cells: [{ field: 'quantity', was: '8', is: '12' }] }], 1),
    ).toEqual({
      written: [],
      conflicts: [{ id: 'a', field: 'quantity', mine: '12', theirs: '10' }],
    });
    expect(
      applyEdits(kept(row()), [{ id: 'a', place: 1, cells: [{ field: 'quantity', was: '8', is: '10' }] }], 1),
    ).toEqual({ written: [], conflicts: [] });
  });

  it('does not delete a line with changes the user has not viewed, and deletes a viewed one', () => {
    const gone = { id: 'a', place: 1, removed: true, cells: [] };
    expect(applyEdits(kept(row()), [gone], 2)).toEqual({
      written: [],
      conflicts: [{ id: 'a', field: null, mine: '', theirs: '' }],
    });
    expect(applyEdits(kept(row()), [gone], 3).written).toMatchObject([
      { id: 'a', removed: true, cells: { quantity: '10' } },
    ]);
  });

  it('restores a deleted line when a user writes in it, or restores it', () => {
    const removed = kept(row({ removed: true, revision: 9 }));
    expect(
      applyEdits(removed, [{ id: 'a', place: 1, cells: [{ field: 'quantity', was: '10', is: '11' }] }], 3).written,
    ).toMatchObject([{ removed: false, cells: { quantity: '11' } }]);
    expect(applyEdits(removed, [{ id: 'a', place: 1, removed: false, cells: [] }], 9).written).toMatchObject([
      { removed: false },
    ]);
  });

  it('treats a cell without a value as empty, whatever its name', () => {
    expect(
      applyEdits(kept(row()), [{ id: 'a', place: 1, cells: [{ field: 'constructor', was: '', is: 'x' }] }], 3)
        .conflicts,
    ).toEqual([]);
  });

  it('adds no empty lines, and stores no national identity numbers', () => {
    expect(applyEdits(kept(), [{ id: 'b', place: 2, cells: [{ field: 'unit', was: '', is: '' }] }], 0).written).toEqual(
      [],
    );
    expect(
      applyEdits(kept(), [{ id: 'b', place: 2, cells: [{ field: 'site', was: '', is: 'hos 01010150074' }] }], 0)
        .written,
    ).toEqual([{ id: 'b', place: 2, cells: { site: 'hos •••••••••••' }, removed: false }]);
  });

  it('removes a vehicle registration number in a vehicle field only', () => {
    const changes = [
      {
        id: 'a',
        place: 1,
        cells: [
          { field: 'car', was: '', is: 'ek 12345' },
          { field: 'serial', was: '', is: 'EK 12345' },
        ],
      },
    ];
    expect(applyEdits(kept(row()), changes, 1, new Set(['car'])).written).toMatchObject([
      { cells: { car: '•••', serial: 'EK 12345' } },
    ]);
  });
});
