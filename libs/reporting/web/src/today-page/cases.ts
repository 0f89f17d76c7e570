import type { ComplianceCellShape, ComplianceRowShape } from '@tallgrunn/api-client/shapes';
import { compare } from '@tallgrunn/values';
import type { DutyState } from '../standing/duty-standing.ts';

/** One report that needs somebody: where it belongs, and how it stands. */
export interface ReportCase extends ComplianceCellShape {
  readonly agreement: ComplianceRowShape['agreement'];
  readonly supplier: ComplianceRowShape['supplier'];
  readonly report: ComplianceRowShape['report'];
  readonly part: ComplianceRowShape['part'];
}

/** The reports in a state: those that wait by kroner, those that are late by how late. */
export function casesOf(rows: readonly ComplianceRowShape[], state: DutyState): ReportCase[] {
  const cases = rows.flatMap(({ cells, ...row }) => cells.filter((cell) => cell.state === state).map((cell) => ({ ...cell, ...row })));
  if (state === 'submitted') return cases.sort((a, b) => compare(b.version?.amount ?? '0', a.version?.amount ?? '0'));
  return cases.sort((a, b) => b.daysLate - a.daysLate || a.dueOn.localeCompare(b.dueOn));
}
