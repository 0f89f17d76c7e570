import type { AgreementSupplierDto } from '@tallgrunn/api-client/shapes';

export interface SupplierRow {
  readonly id: string;
  readonly name: string;
  readonly orgNumber: string | null;
  /** Keys of the lots; empty for the whole agreement. */
  readonly lots: readonly string[];
  readonly fromOn: string;
  /** Null when one of the lots has no end. */
  readonly untilOn: string | null;
}

/** Groups the rows by supplier; the server returns one per lot. */
export function suppliersOf(rows: readonly AgreementSupplierDto[]): readonly SupplierRow[] {
  return [...Map.groupBy(rows, (row) => row.supplierId).entries()].map(([id, held]) => {
    const [first] = held as [AgreementSupplierDto, ...AgreementSupplierDto[]];
    const ends = held.map((row) => row.untilOn);
    return {
      id,
      name: first.name,
      orgNumber: first.orgNumber,
      lots: held.flatMap((row) => row.lot ?? []),
      fromOn: held.map((row) => row.fromOn).sort()[0] ?? first.fromOn,
      untilOn: ends.includes(null) ? null : (ends.sort().at(-1) ?? null),
    };
  });
}

/** Groups the rows by supplier and period, for a table with dates: a lot that was added later has its own row. */
export function supplierPeriodsOf(rows: readonly AgreementSupplierDto[]): readonly SupplierRow[] {
  const groups = Map.groupBy(rows, ({ supplierId, fromOn, untilOn }) => [supplierId, fromOn, untilOn].join(' '));
  return [...groups.values()].flatMap(suppliersOf);
}
