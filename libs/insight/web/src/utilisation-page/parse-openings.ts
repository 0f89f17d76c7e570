import type { OpeningHoldingDto } from '@tallgrunn/api-client/shapes';

/** Pasted amounts by the key of their holding, and the numbers of lines that match no holding or cannot be read. */
export interface PastedOpenings {
  readonly amounts: ReadonlyMap<string, string>;
  readonly unread: readonly number[];
}

const normaliseName = (text: string): string => text.trim().toLocaleLowerCase('nb').replaceAll(/\s+/g, ' ');
const AMOUNT = /^\d{1,15}(?:[.,]\d{1,6})?$/;

/**
 * Parses lines of supplier, lot and amount, separated by tabs or semicolons. The lot is optional if the supplier has
 * only one.
 */
export function parseOpenings(
  text: string,
  holdings: readonly OpeningHoldingDto[],
  keyOf: (holding: OpeningHoldingDto) => string,
): PastedOpenings {
  const amounts = new Map<string, string>();
  const unread: number[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const cells = line.split(/[\t;]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    if (cells.every((cell) => cell === '')) continue;
    const [supplier = '', ...rest] = cells;
    const amount = (rest.at(-1) ?? '').replaceAll(/[\s\u00a0\u202f]/g, '');
    const lot = normaliseName(rest.length > 1 ? (rest[0] ?? '') : '');
    const ofSupplier = holdings.filter((holding) => normaliseName(holding.supplier) === normaliseName(supplier));
    const matches =
      ofSupplier.length === 1 && lot === ''
        ? ofSupplier
        : ofSupplier.filter((holding) =>
            holding.lot === null
              ? lot === ''
              : lot !== '' && (normaliseName(holding.lot) === lot || normaliseName(holding.lot).startsWith(`${lot} `)),
          );
    const [holding, another] = matches;
    if (holding && !another && AMOUNT.test(amount) && !/^\d{1,3}\.\d{3}$/.test(amount))
      amounts.set(keyOf(holding), amount);
    else if (at > 0 || ofSupplier.length > 0) unread.push(at + 1);
  }
  return { amounts, unread };
}
