/** Digits of a decimal column in all, and after the decimal point. */
export interface DecimalType {
  readonly precision: number;
  readonly scale: number;
}

const amount: DecimalType = { precision: 18, scale: 2 };

/**
 * Decimals with a fixed number of digits, by table and property: those whose database column declares it. A test compares
 * them with the database. All other decimals have as many digits as their source, and no fixed type contains them.
 */
const fixed: Readonly<Record<string, DecimalType>> = {
  'CombinedLines.BookedAmountExclVat': amount,
  'CombinedLines.AmountOutsideSums': amount,
  'CombinedLines.ReportedAmountExclVat': amount,
  'CombinedLines.KgCo2e': { precision: 20, scale: 6 },
  'CombinedLines.SupplierKgCo2e': { precision: 20, scale: 6 },
  'EmissionResults.KgCo2ePerUnit': { precision: 38, scale: 18 },
  'EmissionResults.KgCo2e': { precision: 24, scale: 6 },
  'EmissionResults.DirectKgCo2e': { precision: 24, scale: 6 },
  'Links.AmountExclVat': amount,
};

/** Returns the fixed type of a decimal; null when its number of digits varies. */
export const decimalTypeOf = (table: string, property: string): DecimalType | null =>
  fixed[`${table}.${property}`] ?? null;
