import type { ComplianceRowDto } from '@tallgrunn/api-client/shapes';
import { matrixTables } from './matrix-tables.ts';

const row = (agreement: string, supplier: string, keys: readonly string[], branch?: string): ComplianceRowDto => ({
  agreement: { id: agreement, number: agreement, title: agreement, isMine: false },
  supplier: { id: supplier, name: supplier },
  report: { key: 'deliveries', title: null },
  part: branch ? { id: branch, name: branch, orgNumber: null } : null,
  cells: keys.map((key, at) => ({
    id: `${supplier} ${key} ${at}`,
    period: { key, start: `${key.slice(0, 4)}-${key.endsWith('Q2') ? '04' : key.slice(-2)}-01`, end: '' },
    dueOn: '2026-04-20',
    extension: null,
    state: 'accepted',
    daysLate: 0,
    deliveredOn: null,
    isCreatedAfterDueDate: false,
    exemptReason: null,
    runOff: false,
    version: null,
  })),
});

describe('matrixTables', () => {
  it('gives each agreement its own periods in order, and a gap when a supplier had no obligation', () => {
    const tables = matrixTables([
      row('food', 'a', ['2026-02', '2026-01']),
      row('food', 'b', ['2026-02']),
      row('paper', 'a', ['2026-Q2']),
    ]);
    expect(tables.map(({ periods }) => periods)).toEqual([['2026-01', '2026-02'], ['2026-Q2']]);
    expect(tables[0]?.rows[1]?.cells.map((cells) => cells.map(({ period }) => period.key))).toEqual([[], ['2026-02']]);
  });

  it('groups the ranges of a divided period, and separates the branches of a chain', () => {
    const [table] = matrixTables([
      row('food', 'a', ['2026-01', '2026-01'], 'north'),
      row('food', 'a', ['2026-01'], 'south'),
    ]);
    expect(table?.rows.map(({ named, cells }) => [named.part?.name, cells[0]?.length])).toEqual([
      ['north', 2],
      ['south', 1],
    ]);
  });
});
