import { unscaled } from '@tallgrunn/values';
import type { Finding, FindingGroup, FindingSeverity } from '../finding.ts';

const rowsMax = 100;
const groupsPerCodeMax = 5_000;
const order: readonly FindingSeverity[] = ['blocksFile', 'blocksRow', 'confirm', 'info'];

interface GroupBuilder {
  readonly example: Finding;
  readonly rows: number[];
  count: number;
  /** in øre; NaN until a finding has an amount */
  oere: number;
}

/** Groups findings into questions while a file is read; causes beyond the first 5,000 of a code share one group. */
export class GroupCollector {
  private readonly groups = new Map<string, GroupBuilder>();
  private readonly perCode = new Map<string, number>();

  add(finding: Finding): void {
    let key = `${finding.code}\u0000${finding.severity}\u0000${finding.cause ?? ''}`;
    let group = this.groups.get(key);
    if (!group) {
      const groupCount = this.perCode.get(finding.code) ?? 0;
      if (groupCount >= groupsPerCodeMax) {
        key = `${finding.code}\u0000${finding.severity}\u0000\u0000`;
        group = this.groups.get(key);
      } else this.perCode.set(finding.code, groupCount + 1);
    }
    if (!group) this.groups.set(key, (group = { example: finding, rows: [], count: 0, oere: NaN }));
    group.count += 1;
    const row = finding.place?.row;
    if (row != null && group.rows.length < rowsMax && group.rows.at(-1) !== row) group.rows.push(row);
    if (finding.amount !== undefined)
      group.oere = (Number.isNaN(group.oere) ? 0 : group.oere) + Math.round(Math.abs(Number(finding.amount)) * 100);
  }

  /** Returns the groups: blocking ones first, then by amount, then by number of rows. */
  list(): FindingGroup[] {
    const groups = [...this.groups.values()].map(({ example, rows, count, oere }) => ({
      code: example.code,
      class: example.class,
      severity: example.severity,
      count,
      kroner: Number.isNaN(oere) ? null : unscaled(oere, 2),
      example,
      rows,
    }));
    return groups.sort(
      (a, b) =>
        order.indexOf(a.severity) - order.indexOf(b.severity) ||
        Number(b.kroner ?? 0) - Number(a.kroner ?? 0) ||
        b.count - a.count ||
        (a.code < b.code ? -1 : 1),
    );
  }
}

/** Groups findings by cause, most serious first. */
export function groupFindings(findings: Iterable<Finding>): FindingGroup[] {
  const collector = new GroupCollector();
  for (const finding of findings) collector.add(finding);
  return collector.list();
}
