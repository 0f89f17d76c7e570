import type { Fix, Params, FindingLocation } from './finding.ts';
import type { Note, Reading } from './cells/notes.ts';
import type { FileFacts, RowEvent, SheetFacts, Summary } from './facts.ts';
import type { Line } from './line.ts';
import type { Plan } from './plan/plan.ts';
import type { CheckParams, FieldRole, FindingSeverity } from './terms.ts';

/** Data that a check requires. Without it, the result states once that the check could not be evaluated. */
export type Need =
  'items' | 'prices' | 'buyers' | 'period' | 'earlier' | 'booked' | 'declarations' | 'template' | 'otherAgreements';

/** Input of one finding. With a line and a role, the location and `found` are taken from the cell. */
export interface FindingInput {
  readonly line?: Line;
  readonly role?: FieldRole;
  /** index of the field in its table, for fields without a role */
  readonly field?: number;
  readonly place?: FindingLocation;
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly params?: Params;
  readonly cause?: string;
  /** NOK at stake, when it differs from the line's amount */
  readonly amount?: number;
  readonly fix?: Fix;
}

export type ReportFinding = (input: FindingInput) => void;

/** Events a check subscribes to. Each is called in file order; a check stores its state between calls. */
export interface Hooks {
  file?(facts: FileFacts): void;
  sheet?(sheet: SheetFacts): void;
  row?(event: RowEvent): void;
  notes?: Partial<Record<Note, (line: Line, field: number, reading: Reading) => void>>;
  line?(line: Line): void;
  end?(summary: Summary): void;
}

export interface Setup {
  readonly plan: Plan;
  readonly params: CheckParams;
  readonly say: ReportFinding;
  /** reports an assumption that the rest of the file confirms: an info, unless the terms state another severity */
  readonly tell: ReportFinding;
  /** reports that something cannot be evaluated: an info, once per cause */
  readonly unknown: ReportFinding;
}

/** A rule about reports: one file, one test, one page under docs/checks. Its messages are in texts/. */
export interface Check {
  /** also the code of its findings */
  readonly id: string;
  /** number in the catalogue of error classes; 0 for requirements of the agreement only */
  readonly class: number;
  readonly severity: FindingSeverity;
  /** defaults of its parameters */
  readonly params?: CheckParams;
  readonly needs?: readonly Need[];
  /** fields that the terms must require; otherwise the check has nothing to examine */
  readonly roles?: readonly FieldRole[];
  /** blocks a row, but may be confirmed in the first report after onboarding */
  readonly softens?: boolean;
  /** blocks a row with readable values that may be right; the terms may let a person accept it */
  readonly mayBeRight?: boolean;
  run(setup: Setup): Hooks;
}

/** Defines a check, frozen against changes. */
export function defineCheck(check: Check): Check {
  return Object.freeze({ ...check, params: Object.freeze({ ...check.params }) });
}

/** Returns whether a row blocked by this check may be accepted unchanged. */
export function mayBeRight({ severity, mayBeRight: hasFlag = false }: Pick<Check, 'severity' | 'mayBeRight'>): boolean {
  return severity === 'confirm' || hasFlag;
}

export function numberParam(params: CheckParams, name: string): number {
  const value = params[name];
  return typeof value === 'number' ? value : 0;
}

export function listParam(params: CheckParams, name: string): readonly string[] {
  const value = params[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
