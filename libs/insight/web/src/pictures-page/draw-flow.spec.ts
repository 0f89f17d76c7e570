import fc from 'fast-check';
import type { PivotDto, PivotSumsDto } from '@tallgrunn/api-client/shapes';
import { bases } from '../filter/filter-values.ts';
import { FLOW_BAR, FLOW_CATEGORIES_MAX, flowOf, layFlow } from './draw-flow.ts';

const sums = (booked: number): PivotSumsDto => ({
  booked: booked.toFixed(2),
  bookedWithFactor: '0.00',
  bookedByItem: '0.00',
  reportedOnly: '0.00',
  kgCo2e: null,
  lineCount: 1,
});
/** Builds the answer for amounts by category and basis. */
const answerOf = (amounts: readonly (readonly number[])[]): Pick<PivotDto, 'columns' | 'cells'> => ({
  columns: amounts.map((parts, at) => ({
    key: at === 0 ? null : `c${at}`,
    label: null,
    ...sums(parts.reduce((sum, part) => sum + part, 0)),
  })),
  cells: amounts.flatMap((parts, at) =>
    parts.map((part, basis) => ({ row: bases[basis]!, column: at === 0 ? null : `c${at}`, ...sums(part) })),
  ),
});
const amount = fc.oneof(fc.constant(0), fc.integer({ min: -500_000, max: 90_000_000 }));
const world = fc.array(fc.tuple(amount, amount, amount, amount), { minLength: 0, maxLength: 20 });
const positive = (amounts: readonly (readonly number[])[]) =>
  amounts.flat().reduce((sum, part) => sum + Math.max(0, part), 0);

describe('the flow from categories to what is known', () => {
  it('loses no amount: both sides and the total are equal, the largest category is first, the rest last', () => {
    fc.assert(
      fc.property(world, (amounts) => {
        const { sources, targets, total } = flowOf(answerOf(amounts));
        const all = positive(amounts);
        expect(total).toBe(all);
        expect(targets.reduce((sum, each) => sum + each, 0)).toBe(all);
        expect(sources.reduce((sum, each) => sum + each.amount, 0)).toBe(all);
        const single = sources.filter(({ isRest }) => !isRest).map((each) => each.amount);
        expect(single).toEqual(single.toSorted((a, b) => b - a));
        expect(sources.length).toBeLessThanOrEqual(FLOW_CATEGORIES_MAX + 1);
        expect(sources.slice(0, -1).some(({ isRest }) => isRest)).toBe(false);
      }),
    );
  });

  it('names the category of which most is not known by item or quantity', () => {
    const flow = flowOf(
      answerOf([
        [900, 0, 10, 0],
        [0, 100, 300, 50],
        [0, 0, 0, 200],
      ]),
    );
    expect(flow.leastKnown).toMatchObject({ source: { key: 'c1' }, amount: 350 });
    expect(flowOf(answerOf([[900, 20, 0, 0]])).leastKnown).toBeNull();
    expect(flowOf(answerOf([]))).toMatchObject({ sources: [], total: 0, leastKnown: null });
  });

  it('is drawn without overlaps, and each band has the height of its amount on both sides', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 280, max: 1200 }), (amounts, width) => {
        const flow = flowOf(answerOf(amounts));
        const labels = {
          sources: flow.sources.map((_, at) => Array.from({ length: 1 + (at % 3) }, () => 'navn')),
          targets: flow.targets.map(() => ['grunnlag']),
        };
        const drawn = layFlow(flow, width, labels);
        for (const nodes of [drawn.sources, drawn.targets]) {
          let until = 0;
          for (const { y, height, lines } of nodes) {
            for (const line of lines) expect(line.y).toBeGreaterThan(until);
            expect(y).toBeGreaterThanOrEqual(lines.at(-1)?.y ?? 0);
            until = y + height;
          }
          expect(until).toBeLessThanOrEqual(drawn.height);
        }
        expect(drawn.bands).toHaveLength(flow.sources.flatMap(({ parts }) => parts.filter((part) => part > 0)).length);
        for (const { path } of drawn.bands) {
          const [left, start, , , , , right, end, lower, , , , , , bottom] = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(
            ([number]) => Number(number),
          );
          expect([left, right]).toEqual([FLOW_BAR, width - FLOW_BAR]);
          expect(lower! - end!).toBeCloseTo(bottom! - start!, 1);
        }
      }),
    );
  });
});
