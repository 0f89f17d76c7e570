import { context, terms } from '../testing.ts';
import { placeBlock, cellsToEdits } from './paste-cells.ts';
import { entryColumns } from './entry-columns.ts';
import { applyEdits, activeLines, type EnteredLine } from './entered-lines.ts';

const columns = entryColumns(terms, 'nb')!;
const at = (field: string) => columns.findIndex((column) => column.field === field);
const blank: EnteredLine = { id: 'next', place: 0, cells: {}, removed: true, kept: null };
const cell = (row: number, field: string, value: string) => ({ row, column: at(field), value });
const written = (...cells: ReturnType<typeof cell>[]) => {
  const { edits, made } = cellsToEdits(cells, [blank], columns, context);
  return { made, lines: activeLines(applyEdits([], edits)).map((line) => line.cells) };
};

describe('cell input', () => {
  it('turns the empty line into a line, with the values proposed for the item', () => {
    expect(written(cell(0, 'itemNumber', '7001'))).toEqual({
      made: true,
      lines: [{ itemNumber: '7001', unit: 'stk', unitPrice: '120,00' }],
    });
    expect(written(cell(0, 'itemNumber', ''))).toEqual({ made: false, lines: [] });
  });

  it('fills the lines below with a block, and does not overwrite its price and amount', () => {
    expect(
      written(
        cell(0, 'itemNumber', '7001'),
        cell(0, 'unitPrice', '99,00'),
        cell(1, 'itemNumber', '7002'),
        cell(1, 'deliveredOn', '5'),
      ).lines,
    ).toEqual([
      { itemNumber: '7001', unit: 'stk', unitPrice: '99,00' },
      { itemNumber: '7002', deliveredOn: '05.03.2026' },
    ]);
  });

  it('stops at the last line', () => {
    const many = Array.from({ length: 260 }, (_, row) => cell(row, 'itemNumber', '1'));
    expect(written(...many).lines).toHaveLength(250);
  });
});

describe('pasted block', () => {
  it('starts at the focused cell, or follows its own headings', () => {
    expect(placeBlock([['7001', '2']], { row: 3, column: 1 }, columns)).toEqual([
      { row: 3, column: 1, value: '7001' },
      { row: 3, column: 2, value: '2' },
    ]);
    expect(
      placeBlock(
        [
          ['Beløp', 'Noe annet', 'Varenummer'],
          ['12,00', 'x', '7001'],
        ],
        { row: 0, column: 0 },
        columns,
      ),
    ).toEqual([
      { row: 0, column: at('amount'), value: '12,00' },
      { row: 0, column: at('itemNumber'), value: '7001' },
    ]);
  });
});
