import { incompleteIn } from './incomplete-months.ts';

const all = ['Grue', 'Våler'];
const months = [
  { month: '2026-04', buyers: ['Våler'], isAll: false },
  { month: '2026-05', buyers: ['Våler'], isAll: false },
  { month: '2026-06', buyers: all, isAll: true },
];

describe('incompleteIn', () => {
  it('groups months that the same municipalities lack', () => {
    expect(incompleteIn('', null, months)).toEqual([
      { from: '2026-04', to: '2026-05', buyers: ['Våler'], isAll: false },
      { from: '2026-06', to: '2026-06', buyers: all, isAll: true },
    ]);
  });

  it('lists the missing months of the selected period and municipality', () => {
    expect(incompleteIn('2026-Q2', 'Grue', months)).toEqual([
      { from: '2026-06', to: '2026-06', buyers: ['Grue'], isAll: false },
    ]);
    expect(incompleteIn('2026-Q1', null, months)).toEqual([]);
  });
});
