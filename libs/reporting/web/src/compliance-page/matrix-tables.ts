import type {
  AgreementRefDto,
  ComplianceCellDto,
  ComplianceRowDto,
  SupplierRefDto,
} from '@tallgrunn/api-client/shapes';

/** The suppliers of one agreement by its periods; a chain has a row for each reporting branch. */
export interface MatrixTable {
  readonly agreement: AgreementRefDto;
  readonly periods: readonly string[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly key: string;
  readonly supplier: SupplierRefDto;
  /** Report, branch and period that identify the row, besides its supplier. */
  readonly named: Pick<ComplianceRowDto, 'report' | 'part'> & { readonly period: ComplianceCellDto['period'] };
  /** One list per period: empty when there was no obligation, several cells when the period is divided. */
  readonly cells: readonly (readonly ComplianceCellDto[])[];
}

/** Builds one table per agreement; monthly and quarterly agreements cannot share columns. */
export function matrixTables(rows: readonly ComplianceRowDto[]): MatrixTable[] {
  const byAgreement = Map.groupBy(rows, ({ agreement }) => agreement.id);
  return [...byAgreement.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const starts = new Map<string, string>();
    for (const { period } of own.flatMap(({ cells }) => cells))
      if (!starts.has(period.key) || period.start < starts.get(period.key)!) starts.set(period.key, period.start);
    const periods = [...starts.keys()].sort(
      (a, b) => (starts.get(a) ?? '').localeCompare(starts.get(b) ?? '') || a.localeCompare(b),
    );
    return [{ agreement: first.agreement, periods, rows: own.flatMap((row) => matrixRow(row, periods)) }];
  });
}

function matrixRow({ supplier, report, part, cells }: ComplianceRowDto, periods: readonly string[]): MatrixRow[] {
  const [first] = cells;
  if (!first) return [];
  const byPeriod = periods.map((key) => cells.filter(({ period }) => period.key === key));
  return [
    {
      key: `${supplier.id} ${report.key} ${part?.id ?? ''}`,
      supplier,
      named: { report, part, period: first.period },
      cells: byPeriod,
    },
  ];
}
