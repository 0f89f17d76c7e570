import { limits } from '@tallgrunn/values';
import type { FindingInput } from '../check.ts';
import type { Finding, FindingGroup, Patch, FindingLocation } from '../finding.ts';
import { locationOf } from '../places.ts';
import type { PlannedCheck } from '../plan/compile-plan.ts';
import type { FurtherPlaces } from '../check-result.ts';
import { GroupCollector } from './group-findings.ts';
import { questionKey } from './question-key.ts';

/** A list of row numbers that grows by doubling: 4 bytes per finding. */
class RowList {
  private rows = new Uint32Array(1024);
  private used = 0;

  push(row: number): void {
    if (this.used === this.rows.length) {
      const longer = new Uint32Array(this.used * 2);
      longer.set(this.rows);
      this.rows = longer;
    }
    this.rows[this.used] = row;
    this.used += 1;
  }

  list(): Uint32Array {
    return this.rows.slice(0, this.used);
  }
}

function locationFor(input: FindingInput): FindingLocation | null {
  const { line } = input;
  if (input.place || !line) return input.place ?? null;
  const field = input.field ?? (input.role === undefined ? undefined : line.sheet.table.role[input.role]);
  if (field === undefined) return locationOf(line.sheet, line.row, -1);
  const column =
    line.readings[field]?.column ?? line.sheet.matches.find((match) => match.field.index === field)?.column ?? -1;
  return locationOf(line.sheet, line.row, column);
}

function foundFor(input: FindingInput): string | null {
  if (input.found !== undefined) return input.found;
  const field = input.field ?? (input.role === undefined ? undefined : input.line?.sheet.table.role[input.role]);
  return field === undefined ? null : (input.line?.readings[field]?.raw ?? null);
}

function amountFor(input: FindingInput): { amount?: string } {
  const amount = input.amount ?? input.line?.amount ?? NaN;
  return Number.isFinite(amount) ? { amount: amount.toFixed(2) } : {};
}

/** All findings of one file. Every finding is counted with its row; full details are stored up to a limit per code. */
export class FindingLog {
  /** findings with full details, unless they are passed on */
  readonly findings: Finding[] = [];
  readonly counts = new Map<string, number>();
  private readonly store: (finding: Finding) => void;
  private readonly groups = new GroupCollector();
  private readonly further = new Map<string, { code: string; sheet: string; rows: RowList }>();
  /** number of findings of severity blocksFile, and of blocksRow without a row */
  fileBlocks = 0;
  rowBlocks = 0;
  private readonly overrides: ReadonlySet<string>;

  /** `keep` receives findings as they are created; `patches` may declare some of them not an error. */
  constructor(store?: (finding: Finding) => void, patches: readonly Patch[] = []) {
    this.store = store ?? ((finding) => this.findings.push(finding));
    this.overrides = new Set(patches.flatMap((patch) => (patch.set === 'override' ? [questionKey(patch)] : [])));
  }

  add(planned: PlannedCheck, input: FindingInput): void {
    const { check } = planned;
    const overridden = planned.overridable && this.overrides.has(questionKey({ code: check.id, cause: input.cause }));
    const severity = overridden ? 'confirm' : planned.severity;
    const finding: Finding = {
      code: check.id,
      class: check.class,
      severity,
      place: locationFor(input),
      found: foundFor(input),
      expected: input.expected ?? null,
      params: input.params ?? {},
      ...(input.fix && { fix: input.fix }),
      ...(input.cause !== undefined && { cause: input.cause }),
      ...amountFor(input),
      ...(planned.overridable && (overridden ? { overridden: true as const } : { overridable: true as const })),
    };
    if (severity === 'blocksFile') this.fileBlocks += 1;
    if (severity === 'blocksRow') {
      this.rowBlocks += 1;
      if (input.line) input.line.blocked = true;
    }
    const count = (this.counts.get(check.id) ?? 0) + 1;
    this.counts.set(check.id, count);
    this.groups.add(finding);
    if (count <= limits.findings.keptPerCodeMax) this.store(finding);
    else this.placeOnly(finding);
  }

  furtherPlaces(): FurtherPlaces[] {
    return [...this.further.values()].map(({ code, sheet, rows }) => ({ code, sheet, rows: rows.list() }));
  }

  groupList(): FindingGroup[] {
    return this.groups.list();
  }

  private placeOnly(finding: Finding): void {
    const sheet = finding.place?.sheet ?? '';
    const key = `${finding.code}\u0000${sheet}`;
    let places = this.further.get(key);
    if (!places) this.further.set(key, (places = { code: finding.code, sheet, rows: new RowList() }));
    places.rows.push(finding.place?.row ?? 0);
  }
}
