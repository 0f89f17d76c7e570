import fc from 'fast-check';
import { basisOf } from './figure-basis.ts';
import type { StatementFigures } from './statement-figures.ts';

const figuresOf = (change: object = {}): StatementFigures =>
  ({
    punctuality: { due: 9, onTime: 6, late: 2, missing: 1, exempt: 1, inYear: 12 },
    coverage: { ledgerMonths: { complete: 20, expected: 24 } },
    prices: [
      { basis: 'reported', comparedLineCount: 90, lineCount: 100 },
      { basis: 'invoiced', comparedLineCount: 0, lineCount: 7 },
    ],
    declarations: { items: 40, currentItems: 42 },
    ...change,
  }) as unknown as StatementFigures;

describe('basisOf', () => {
  it('states reports, ledger months, lines of each kind and items', () => {
    expect(basisOf(figuresOf()).map(({ figure, counted, total }) => [figure, counted, total])).toEqual([
      ['punctuality', 9, 12],
      ['data-quality', 8, 9],
      ['coverage', 20, 24],
      ['prices', 90, 100],
      ['prices', 0, 7],
      ['declarations', 40, 42],
    ]);
  });

  it('has no basis of figures that were decided before it was stored', () => {
    const older = figuresOf({
      punctuality: { due: 9, onTime: 6, late: 2 },
      prices: [{ basis: 'reported' }],
      declarations: { items: 40 },
    });
    expect(basisOf(older).map(({ figure }) => figure)).toEqual(['data-quality', 'coverage']);
  });

  it('never counts more than there is', () => {
    const many = fc.nat(10_000);
    fc.assert(
      fc.property(many, many, many, many, many, (onTime, late, missing, exempt, notYetDue) => {
        const due = onTime + late + missing;
        const punctuality = { due, onTime, late, missing, exempt, inYear: due + exempt + notYetDue };
        for (const { counted, total } of basisOf(figuresOf({ punctuality })))
          expect(counted).toBeLessThanOrEqual(total);
      }),
    );
  });
});
