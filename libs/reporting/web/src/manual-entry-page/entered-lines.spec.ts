import {
  applyEdits,
  mergeStored,
  reverseEdits,
  activeLines,
  unsavedChanges,
  type EnteredLine,
} from './entered-lines.ts';

const line = (changes: Partial<EnteredLine> = {}): EnteredLine => {
  const cells = changes.cells ?? { quantity: '10' };
  return { id: 'a', place: 1, cells, removed: false, kept: { cells, removed: false }, ...changes };
};
const row = (cells: Record<string, string>, changes: object = {}) => ({
  id: 'a',
  place: 1,
  cells,
  removed: false,
  revision: 2,
  changedBy: 'Kari',
  origin: null,
  ...changes,
});
const conflict = (field: string | null) => ({ id: 'a', field, mine: '', theirs: '', by: 'Kari' });
const cell = (field: string, was: string, is: string) => ({ id: 'a', field, was, is });

describe('manually entered lines', () => {
  it('adds a line at the end, and removes it on undo', () => {
    const made = applyEdits(
      [line()],
      [
        { id: 'b', removed: false },
        { id: 'b', field: 'unit', was: '', is: 'pk' },
      ],
    );
    expect(activeLines(made).map(({ id, place, cells }) => [id, place, cells])).toEqual([
      ['a', 1, { quantity: '10' }],
      ['b', 2, { unit: 'pk' }],
    ]);
    expect(unsavedChanges(made)).toEqual([{ id: 'b', place: 2, cells: [{ field: 'unit', was: '', is: 'pk' }] }]);
    const gone = applyEdits(
      made,
      reverseEdits(made, [
        { id: 'b', removed: false },
        { id: 'b', field: 'unit', was: '', is: 'pk' },
      ]),
    );
    expect(activeLines(gone).map(({ id }) => id)).toEqual(['a']);
    expect(unsavedChanges(gone)).toEqual([]);
  });

  it('does not undo a change when another user has written in the cell since', () => {
    expect(reverseEdits([line({ cells: { quantity: '12' } })], [cell('quantity', '9', '10')])).toEqual([]);
    expect(reverseEdits([line()], [cell('quantity', '9', '10')])).toEqual([cell('quantity', '10', '9')]);
  });

  it('lists unsaved changes: cells with the viewed value, and deleted lines', () => {
    expect(
      unsavedChanges([
        line({ cells: { quantity: '11', unit: 'pk' }, kept: { cells: { quantity: '10' }, removed: false } }),
      ]),
    ).toEqual([
      {
        id: 'a',
        place: 1,
        cells: [
          { field: 'quantity', was: '10', is: '11' },
          { field: 'unit', was: '', is: 'pk' },
        ],
      },
    ]);
    expect(unsavedChanges([line({ removed: true })])).toEqual([{ id: 'a', place: 1, removed: true, cells: [] }]);
  });

  it('applies changes of other users, and names them', () => {
    const { lines, others, clashes } = mergeStored(
      [line()],
      { rows: [row({ quantity: '10', unit: 'pk' })], conflicts: [] },
      null,
    );
    expect(lines[0]).toMatchObject({
      cells: { quantity: '10', unit: 'pk' },
      kept: { cells: { quantity: '10', unit: 'pk' } },
    });
    expect([others, clashes]).toEqual([['Kari'], []]);
    expect(unsavedChanges(lines)).toEqual([]);
  });

  it('retains input typed during a save for the next save', () => {
    const sent = line({ cells: { quantity: '11' }, kept: { cells: { quantity: '10' }, removed: false } });
    const now = { ...sent, cells: { quantity: '12' } };
    const { lines } = mergeStored([now], { rows: [row({ quantity: '11' })], conflicts: [] }, new Map([['a', sent]]));
    expect(unsavedChanges(lines)).toEqual([{ id: 'a', place: 1, cells: [{ field: 'quantity', was: '11', is: '12' }] }]);
  });

  it('retains unsaved input when changes of other users arrive, and reports the conflict on save', () => {
    const mine = line({ cells: { quantity: '11' }, kept: { cells: { quantity: '10' }, removed: false } });
    const { lines } = mergeStored([mine], { rows: [row({ quantity: '14' })], conflicts: [] }, null);
    expect(unsavedChanges(lines)).toEqual([{ id: 'a', place: 1, cells: [{ field: 'quantity', was: '10', is: '11' }] }]);
    const told = mergeStored(
      lines,
      { rows: [row({ quantity: '14' })], conflicts: [conflict('quantity')] },
      new Map([['a', lines[0]!]]),
    );
    expect(told.clashes).toEqual([{ id: 'a', field: 'quantity', mine: '11', theirs: '14', by: 'Kari' }]);
    expect(told.lines[0]?.cells).toEqual({ quantity: '14' });
    expect(unsavedChanges(told.lines)).toEqual([]);
  });

  it('retains a line that another user edited while it was deleted locally', () => {
    const gone = line({ removed: true });
    const { lines, clashes } = mergeStored(
      [gone],
      { rows: [row({ quantity: '14' })], conflicts: [conflict(null)] },
      new Map([['a', gone]]),
    );
    expect(activeLines(lines)).toMatchObject([{ cells: { quantity: '14' } }]);
    expect(clashes).toMatchObject([{ field: null, by: 'Kari' }]);
  });
});
