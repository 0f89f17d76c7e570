import type { ComplianceRowShape } from '@tallgrunn/api-client/shapes';
import { matrixTables } from './matrix-tables.ts';

const row = (agreement: string, supplier: string, keys: readonly string[]): ComplianceRowShape => ({
  agreement: { id: agreement, number: agreement, title: agreement },
  supplier: { id: supplier, name: supplier },
  cells: keys.map((key) => ({ id: `${supplier} ${key}`, period: { key, start: `${key.slice(0, 4)}-${key.endsWith('Q2') ? '04' : key.slice(-2)}-01`, end: '' }, dueOn: '2026-04-20', state: 'accepted', daysLate: 0, version: null })),
});

describe('tables of the matrix', () => {
  it('gives each agreement its own periods in order, and a gap where a supplier had no duty', () => {
    const tables = matrixTables([row('food', 'a', ['2026-02', '2026-01']), row('food', 'b', ['2026-02']), row('paper', 'a', ['2026-Q2'])]);
    expect(tables.map(({ periods }) => periods)).toEqual([['2026-01', '2026-02'], ['2026-Q2']]);
    expect(tables[0]?.rows[1]?.cells.map((cell) => cell?.period.key ?? null)).toEqual([null, '2026-02']);
  });
});
