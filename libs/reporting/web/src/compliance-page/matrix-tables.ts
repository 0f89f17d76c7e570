import type { AgreementRefShape, ComplianceCellShape, ComplianceRowShape, SupplierRefShape } from '@tallgrunn/api-client/shapes';

/** One agreement's suppliers against its own periods. */
export interface MatrixTable {
  readonly agreement: AgreementRefShape;
  readonly periods: readonly string[];
  readonly rows: readonly { readonly supplier: SupplierRefShape; readonly cells: readonly (ComplianceCellShape | null)[] }[];
}

/** A table an agreement: agreements report by month or by quarter, and those do not share columns. */
export function matrixTables(rows: readonly ComplianceRowShape[]): MatrixTable[] {
  const byAgreement = Map.groupBy(rows, ({ agreement }) => agreement.id);
  return [...byAgreement.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const starts = new Map(own.flatMap(({ cells }) => cells.map(({ period }) => [period.key, period.start] as const)));
    const periods = [...starts.keys()].sort((a, b) => (starts.get(a) ?? '').localeCompare(starts.get(b) ?? '') || a.localeCompare(b));
    return [{ agreement: first.agreement, periods, rows: own.map(({ supplier, cells }) => ({ supplier, cells: periods.map((key) => cells.find(({ period }) => period.key === key) ?? null) })) }];
  });
}
