import { parseBlock, editOf, noEdits, redo, undo, withEdits, type CellPatch } from './cell-edits.ts';

const cell = (row: number, column: number, value: string): CellPatch => ({
  set: 'cell',
  sheet: 'Ark1',
  row,
  column,
  value,
});

describe('cell edits', () => {
  it('stores one change per cell, however often it is edited, and undoes and redoes step by step', () => {
    const one = withEdits(noEdits, [cell(2, 3, '20')]);
    const two = withEdits(one, [cell(2, 3, '21'), cell(3, 3, '4')]);
    expect(two.now).toEqual([cell(2, 3, '21'), cell(3, 3, '4')]);
    expect(undo(two).now).toEqual([cell(2, 3, '20')]);
    expect(undo(undo(two)).now).toEqual([]);
    expect(undo(undo(undo(two)))).toMatchObject({ now: [], before: [] });
    expect(redo(redo(undo(undo(two)))).now).toEqual(two.now);
    expect(redo(withEdits(undo(two), [cell(9, 9, 'x')])).now).toEqual([cell(2, 3, '20'), cell(9, 9, 'x')]);
  });

  it('returns the new value of a cell', () => {
    const edits = withEdits(noEdits, [cell(2, 3, '')]);
    expect(editOf(edits, { sheet: 'Ark1', row: 2, column: 3 })).toBe('');
    expect(editOf(edits, { sheet: 'Ark2', row: 2, column: 3 })).toBeNull();
  });
});

describe('clipboard block', () => {
  it.each([
    ['20', [['20']]],
    [
      '20\t30\r\n40\t50\r\n',
      [
        ['20', '30'],
        ['40', '50'],
      ],
    ],
    ['a\t\tb', [['a', '', 'b']]],
    ['"to\nlinjer"\t"sa ""hei"""', [['to\nlinjer', 'sa "hei"']]],
    ['15" skjerm\t2', [['15" skjerm', '2']]],
  ])('parses %j', (text, expected) => {
    expect(parseBlock(text)).toEqual(expected);
  });
});
