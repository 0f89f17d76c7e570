import { limits } from '@tallgrunn/values';
import type { Said } from '../check.ts';
import type { Finding, FindingGroup, Patch, Place } from '../finding.ts';
import { placeOf } from '../places.ts';
import type { PlannedCheck } from '../plan/compile-plan.ts';
import type { FurtherPlaces } from '../verdict.ts';
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

function placeFor(said: Said): Place | null {
  const { line } = said;
  if (said.place || !line) return said.place ?? null;
  const field = said.field ?? (said.role === undefined ? undefined : line.sheet.table.role[said.role]);
  if (field === undefined) return placeOf(line.sheet, line.row, -1);
  const column =
    line.readings[field]?.column ?? line.sheet.matches.find((match) => match.field.index === field)?.column ?? -1;
  return placeOf(line.sheet, line.row, column);
}

function foundFor(said: Said): string | null {
  if (said.found !== undefined) return said.found;
  const field = said.field ?? (said.role === undefined ? undefined : said.line?.sheet.table.role[said.role]);
  return field === undefined ? null : (said.line?.readings[field]?.raw ?? null);
}

function amountFor(said: Said): { amount?: string } {
  const amount = said.amount ?? said.line?.amount ?? NaN;
  return Number.isFinite(amount) ? { amount: amount.toFixed(2) } : {};
}

/** All findings of one file. Every finding is counted with its row; full details are stored up to a limit per code. */
export class FindingLog {
  /** findings with full details, unless they are passed on */
  readonly kept: Finding[] = [];
  readonly counts = new Map<string, number>();
  private readonly keep: (finding: Finding) => void;
  private readonly groups = new GroupCollector();
  private readonly further = new Map<string, { code: string; sheet: string; rows: RowList }>();
  /** number of findings of severity blocksFile, and of blocksRow without a row */
  stops = 0;
  rowBlocks = 0;
  private readonly overrides: ReadonlySet<string>;

  /** `keep` receives findings as they are created; `patches` may declare some of them not an error. */
  constructor(keep?: (finding: Finding) => void, patches: readonly Patch[] = []) {
    this.keep = keep ?? ((finding) => this.kept.push(finding));
    this.overrides = new Set(patches.flatMap((patch) => (patch.set === 'override' ? [questionKey(patch)] : [])));
  }

  add(planned: PlannedCheck, said: Said): void {
    const { check } = planned;
    const overridden = planned.overridable && this.overrides.has(questionKey({ code: check.id, cause: said.cause }));
    const severity = overridden ? 'confirm' : planned.severity;
    const finding: Finding = {
      code: check.id,
      class: check.class,
      severity,
      place: placeFor(said),
      found: foundFor(said),
      expected: said.expected ?? null,
      params: said.params ?? {},
      ...(said.fix && { fix: said.fix }),
      ...(said.cause !== undefined && { cause: said.cause }),
      ...amountFor(said),
      ...(planned.overridable && (overridden ? { overridden: true as const } : { overridable: true as const })),
    };
    if (severity === 'blocksFile') this.stops += 1;
    if (severity === 'blocksRow') {
      this.rowBlocks += 1;
      if (said.line) said.line.blocked = true;
    }
    const count = (this.counts.get(check.id) ?? 0) + 1;
    this.counts.set(check.id, count);
    this.groups.add(finding);
    if (count <= limits.findings.keptPerCodeMax) this.keep(finding);
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
