import type { Fix, Params, Place } from './finding.ts';
import type { Note, Reading } from './cells/notes.ts';
import type { FileFacts, RowEvent, SheetFacts, Summary } from './facts.ts';
import type { Line } from './line.ts';
import type { Plan } from './plan/plan.ts';
import type { CheckParams, FieldRole, Severity } from './terms.ts';

/** What a check must know before it can judge. Without it the report says once that this cannot be judged. */
export type Need =
  'items' | 'prices' | 'buyers' | 'period' | 'earlier' | 'booked' | 'declarations' | 'template' | 'otherAgreements';

/** One thing a check has to say. With a line and a role the place and `found` come from the cell. */
export interface Said {
  readonly line?: Line;
  readonly role?: FieldRole;
  /** index of the field in its table, for fields without a role */
  readonly field?: number;
  readonly place?: Place;
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly params?: Params;
  readonly cause?: string;
  /** kroner at stake, when it is not the line's amount */
  readonly amount?: number;
  readonly fix?: Fix;
}

export type Say = (said: Said) => void;

/** Where a check listens. Each is called in the order of the file; a check keeps what it needs between calls. */
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
  readonly say: Say;
  /** tells of what was taken without asking, because all else in the file bears it out: an info, unless the terms say how severe this is */
  readonly tell: Say;
  /** says that something cannot be judged: an info, once for each cause */
  readonly unknown: Say;
}

/** A rule about reports: one file, one test, one page under docs/checks. Its words are in texts/. */
export interface Check {
  /** also the code of its findings */
  readonly id: string;
  /** number in the catalogue of error classes; 0 for what the agreement alone asks */
  readonly class: number;
  readonly severity: Severity;
  /** defaults of its parameters */
  readonly params?: CheckParams;
  readonly needs?: readonly Need[];
  /** fields the terms must ask for, or the check has nothing to look at */
  readonly roles?: readonly FieldRole[];
  /** blocks a row, but may be confirmed in the first report after onboarding */
  readonly softens?: boolean;
  /** keeps a row out whose values could be read, and which may be right as it stands: terms may let a person say so */
  readonly mayBeRight?: boolean;
  run(setup: Setup): Hooks;
}

/** A check cannot change once it is written. */
export function defineCheck(check: Check): Check {
  return Object.freeze({ ...check, params: Object.freeze({ ...check.params }) });
}

/** Whether a row that is kept out by this could be taken as it stands. */
export function mayBeRight({ severity, mayBeRight: isSo = false }: Pick<Check, 'severity' | 'mayBeRight'>): boolean {
  return severity === 'confirm' || isSo;
}

export function numberParam(params: CheckParams, name: string): number {
  const value = params[name];
  return typeof value === 'number' ? value : 0;
}

export function listParam(params: CheckParams, name: string): readonly string[] {
  const value = params[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
