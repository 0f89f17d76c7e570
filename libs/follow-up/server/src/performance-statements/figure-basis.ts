import type { PriceBasis } from '../price-deviations/charged-lines.ts';
import type { FigureKey } from './rating-rules.ts';
import type { StatementFigures } from './statement-figures.ts';

/** What a key figure rests on: how many reports, ledger months, lines or items of all that it could rest on. */
export interface FigureBasis {
  readonly figure: FigureKey;
  readonly counted: number;
  readonly total: number;
  /** Of prices: the lines of reports, or of invoices. Null for the other figures. */
  readonly priceBasis: PriceBasis | null;
}

/**
 * Returns what each key figure rests on. Open cases rest on nothing else, and figures decided before a basis was stored
 * have none.
 */
export function basisOf({ punctuality, coverage, prices, declarations }: StatementFigures): FigureBasis[] {
  const of = (figure: FigureKey, counted: number, total: number | undefined): FigureBasis[] =>
    total === undefined ? [] : [{ figure, counted, total, priceBasis: null }];
  return [
    ...of('punctuality', punctuality.due, punctuality.inYear),
    ...of('data-quality', punctuality.onTime + punctuality.late, punctuality.due),
    ...of('coverage', coverage.ledgerMonths.complete, coverage.ledgerMonths.expected),
    ...prices.flatMap(({ basis, comparedLineCount, lineCount }) =>
      comparedLineCount === undefined || lineCount === undefined
        ? []
        : [{ figure: 'prices' as const, counted: comparedLineCount, total: lineCount, priceBasis: basis }],
    ),
    ...of('declarations', declarations.items, declarations.currentItems),
  ];
}
