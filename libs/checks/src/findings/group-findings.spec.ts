import type { Finding } from '../finding.ts';
import { groupFindings } from './group-findings.ts';

function finding(
  code: string,
  cause: string,
  row: number,
  amount?: string,
  severity: Finding['severity'] = 'confirm',
): Finding {
  return {
    code,
    class: 57,
    severity,
    place: { sheet: 'Ark1', row, column: 'Pris', cell: `C${row}` },
    found: '112',
    expected: '98',
    params: {},
    cause,
    ...(amount && { amount }),
  };
}

describe('grouping by cause', () => {
  it('makes one question per cause, with the total amount', () => {
    const groups = groupFindings([finding('a', 'x', 2, '10.50'), finding('a', 'x', 3, '-1.25'), finding('a', 'y', 4)]);
    expect(groups).toMatchObject([
      { code: 'a', count: 2, kroner: '11.75', rows: [2, 3] },
      { code: 'a', count: 1, kroner: null, rows: [4] },
    ]);
  });

  it('puts blocking findings first', () => {
    const groups = groupFindings([
      finding('i', '', 1, '9999', 'info'),
      finding('f', '', 1, undefined, 'blocksFile'),
      finding('r', '', 1, '1', 'blocksRow'),
    ]);
    expect(groups.map((group) => group.code)).toEqual(['f', 'r', 'i']);
  });

  it('shares one group between too many causes', () => {
    const groups = groupFindings(Array.from({ length: 6_000 }, (_, row) => finding('a', `cause ${row}`, row)));
    expect(groups.length).toBe(5_001);
    expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(6_000);
  });
});
