import type { ComplianceRowDto } from '@tallgrunn/api-client/shapes';
import fc from 'fast-check';
import { byUrgency, filterMatrix } from './narrow-matrix.ts';

const row = (agreement: string, supplier: string, cells: readonly (readonly [state: string, daysLate: number])[]) =>
  ({
    agreement: { id: agreement, number: agreement, title: `Avtale ${agreement}` },
    supplier: { id: supplier, name: supplier },
    report: { key: 'deliveries', title: null },
    part: null,
    cells: cells.map(([state, daysLate], at) => ({ id: `${agreement}${supplier}${at}`, state, daysLate })),
  }) as unknown as ComplianceRowDto;
const rows = [
  row('A-1', 'Granli', [['accepted', 0]]),
  row('A-2', 'Finnskog', [
    ['overdue', 3],
    ['accepted', 0],
  ]),
  row('A-3', 'Granli', [['submitted', 0]]),
  row('A-4', 'Furumo', [['overdue', 17]]),
];
const numbers = (found: readonly ComplianceRowDto[]) => found.map(({ agreement }) => agreement.number);

describe('matrix of many agreements', () => {
  it('is filtered by status, text and agreement', () => {
    expect(numbers(filterMatrix(rows, { states: ['overdue'] }))).toEqual(['A-2', 'A-4']);
    expect(numbers(filterMatrix(rows, { states: ['overdue', 'submitted'] }))).toEqual(['A-2', 'A-3', 'A-4']);
    expect(numbers(filterMatrix(rows, { search: 'granli' }))).toEqual(['A-1', 'A-3']);
    expect(numbers(filterMatrix(rows, { search: 'avtale a-2' }))).toEqual(['A-2']);
    expect(numbers(filterMatrix(rows, { agreement: 'A-3', states: ['overdue'] }))).toEqual([]);
    expect(filterMatrix(rows, {})).toEqual(rows);
  });

  it('sorts by lateness, then by rows that wait for a decision', () => {
    expect(numbers(byUrgency(rows))).toEqual(['A-4', 'A-2', 'A-3', 'A-1']);
  });

  it('loses and duplicates no row, and groups the rows of an agreement in order', () => {
    const drawn = fc.array(
      fc.record({
        agreement: fc.constantFrom('A', 'B', 'C'),
        state: fc.constantFrom('overdue', 'returned', 'submitted', 'accepted', 'running'),
        daysLate: fc.nat(9),
      }),
    );
    fc.assert(
      fc.property(drawn, (all) => {
        const made = all.map(({ agreement, state, daysLate }, at) => row(agreement, `${at}`, [[state, daysLate]]));
        const sorted = byUrgency(made);
        expect(new Set(sorted)).toEqual(new Set(made));
        expect(sorted).toHaveLength(made.length);
        for (const agreement of ['A', 'B', 'C']) {
          const places = sorted.flatMap((each, at) => (each.agreement.id === agreement ? [at] : []));
          expect(places).toEqual(places.map((_, at) => (places[0] ?? 0) + at));
          const names = sorted
            .filter((each) => each.agreement.id === agreement)
            .map(({ supplier }) => Number(supplier.id));
          expect(names).toEqual(names.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
