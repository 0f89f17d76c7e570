import { randomInt } from 'node:crypto';
import { groupRows, type GroupLine, type GroupRow } from './group-rows.ts';

/** Draws months of a supplier that reports each product group as one row, with the lines of each row. */
function draw(lag: number) {
  const items = Array.from({ length: randomInt(6, 14) }, (_, at) => ({
    item: `vare ${at}`,
    label: `gruppe ${at % randomInt(2, 5)}`,
  }));
  const [rows, lines, truth]: [GroupRow[], GroupLine[], Map<number, number[]>] = [[], [], new Map()];
  for (let month = 100; month < 106; month += 1) {
    const sums = new Map<string, { ore: number; lines: number[] }>();
    for (const { item, label } of items.filter(() => randomInt(3) > 0)) {
      for (let times = randomInt(1, 3); times > 0; times -= 1) {
        const [id, ore] = [lines.length, randomInt(1_000, 9_000_000)];
        lines.push({ id, ore, month, item });
        const own = sums.get(label) ?? { ore: 0, lines: [] };
        sums.set(label, { ore: own.ore + ore, lines: [...own.lines, id] });
      }
    }
    for (const [label, { ore, lines: own }] of sums) {
      truth.set(rows.length, own);
      rows.push({ id: rows.length, ore, month: month + lag, label });
    }
  }
  return { rows, lines, truth };
}

const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b);

describe('rows that sum product groups', () => {
  it.each([0, 1, -1])('finds nearly all groups, %i months late, and no wrong one', (lag) => {
    const [counted, all] = [{ right: 0, wrong: 0 }, { rows: 0 }];
    for (let turn = 0; turn < 20; turn += 1) {
      const { rows, lines, truth } = draw(lag);
      all.rows += rows.length;
      for (const { row, lines: own } of groupRows(rows, lines)) {
        if (JSON.stringify(sorted(own)) === JSON.stringify(sorted(truth.get(row) ?? []))) counted.right += 1;
        else counted.wrong += 1;
      }
    }
    expect(counted.wrong).toBeLessThanOrEqual(0.01 * all.rows);
    expect(counted.right).toBeGreaterThanOrEqual(0.8 * all.rows);
  });

  it('links nothing where no month balances', () => {
    const { rows, lines } = draw(0);
    expect(
      groupRows(
        rows.map((row) => ({ ...row, ore: row.ore + 1 })),
        lines,
      ),
    ).toEqual([]);
  });

  it('links no row that the items of its group do not add up to', () => {
    const rows = [
      { id: 0, ore: 500, month: 1, label: 'a' },
      { id: 1, ore: 700, month: 1, label: 'b' },
      { id: 2, ore: 900, month: 2, label: 'b' },
      { id: 3, ore: 40, month: 2, label: 'a' },
    ];
    const lines = [
      { id: 10, ore: 500, month: 1, item: 'x' },
      { id: 11, ore: 700, month: 1, item: 'y' },
      { id: 12, ore: 900, month: 2, item: 'x' },
      { id: 13, ore: 40, month: 2, item: 'z' },
    ];
    expect(groupRows(rows, lines).map(({ row }) => row)).toEqual([0, 1]);
  });
});
