import { fetchFigures, differences, queryOf, type FigureSource } from './asking.ts';
import { lastTwoYears, monthsBetween, wholeYear } from './periods.ts';

interface Row {
  readonly buyerId: string;
  readonly name: string;
  readonly missing: readonly string[];
  readonly figures: {
    readonly spend: string;
    readonly kg: string;
    readonly low: string;
    readonly high: string;
    readonly shareByItem: string | null;
    readonly shareWithFactor: string | null;
  } | null;
}
interface Uncertainty {
  readonly low: string;
  readonly high: string;
}

/** Half of the last digit of a displayed share, plus the error of floats. */
const SHARE_ERROR = 0.000_000_6;

/** Compares the municipalities' overview: each figure must equal the one on the municipality's own page. */
export function verifyMunicipalities(source: () => FigureSource): void {
  it('sets the municipalities side by side with the figures of their own pages', async () => {
    const [at, wrong] = [source(), [] as unknown[]];
    for (const months of lastTwoYears(at.rows).map(wholeYear)) {
      const rows = await fetchFigures<readonly Row[]>(at, `/municipalities?${queryOf(months)}`);
      expect(at.rows.buyers.filter(({ id }) => !rows.some(({ buyerId }) => buyerId === id))).toEqual([]);
      for (const { buyerId: buyer, name, missing, figures } of rows) {
        const [asked, place] = [{ buyer, ...months }, `${name} ${months.from}`];
        const lacking = monthsBetween(months.from, months.to).filter(
          (month) => !at.rows.complete.get(buyer)?.has(month),
        );
        if (missing.join() !== lacking.join()) wrong.push([place, 'lacks', missing, lacking]);
        const { low, high } = await fetchFigures<Uncertainty>(
          at,
          `/emissions/uncertainty?${queryOf({ buyerId: buyer, ...months })}`,
        );
        const purchases = at.reckoned.purchases(asked);
        wrong.push(
          ...differences([
            [`kroner of ${place}`, figures?.spend, purchases],
            [`kg of ${place}`, figures?.kg, at.reckoned.kg(asked), 3],
          ]),
        );
        if (!figures) continue;
        if (figures.low !== low || figures.high !== high)
          wrong.push([place, 'interval', [figures.low, figures.high], [low, high]]);
        const shares = [
          ['by item', figures.shareByItem, at.reckoned.knownByItem(asked)],
          ['with a factor', figures.shareWithFactor, at.reckoned.withFactor(asked)],
        ] as const;
        for (const [what, said, kroner] of shares)
          if (said !== null && Math.abs(Number(said) - Number(kroner) / Number(purchases)) > SHARE_ERROR)
            wrong.push([place, what, said, Number(kroner) / Number(purchases)]);
      }
    }
    expect(wrong).toEqual([]);
  });
}
