import { dependentCodes, onlyInLedger, placeKey, type AssessedReport, type ScoredFinding } from './assess-findings.ts';

/** Counts of one error class: planted and found errors, and reported and correct findings. */
export interface ClassScore {
  readonly class: number;
  readonly kinds: Set<string>;
  planted: number;
  found: number;
  /** Findings that block or ask. */
  said: number;
  right: number;
}

/** Sums how well the checks find planted errors, by class. Retains only counts and the first examples. */
export class Score {
  private readonly classes = new Map<number, ClassScore>();
  readonly missed: string[] = [];
  readonly extra: string[] = [];
  readonly stopped: string[] = [];
  extraCount = 0;
  lines = 0;
  reports = 0;

  add({ entry, planted, findings, lines }: AssessedReport): void {
    this.lines += lines;
    this.reports += 1;
    const told = new Map<string, ScoredFinding>();
    for (const finding of findings) {
      told.set(placeKey(finding.class, finding.row), finding);
      if (!told.has(placeKey(finding.class, null))) told.set(placeKey(finding.class, null), finding);
    }
    for (const { kind, class: errorClass, row } of planted) {
      if (onlyInLedger.has(kind)) continue;
      const score = this.of(errorClass, kind);
      score.planted += 1;
      // Year-to-date is one question about the file, not one per line.
      if (told.has(placeKey(errorClass, kind === 'year-to-date' ? null : row))) score.found += 1;
      else if (this.missed.length < 200) this.missed.push(`${kind} ${entry.path} ${row}`);
    }
    const known = new Set(planted.map((each) => placeKey(each.class, each.row)));
    for (const { class: errorClass, code, row, severity } of findings) {
      if (severity === 'info' || dependentCodes.has(code)) continue;
      const score = this.of(errorClass, code);
      score.said += 1;
      if (known.has(placeKey(errorClass, row)) || known.has(placeKey(errorClass, null))) score.right += 1;
      else {
        this.extraCount += 1;
        if (this.extra.length < 200) this.extra.push(`${code} ${entry.path} ${row}`);
      }
    }
    const blocks = findings.find(({ severity }) => severity.startsWith('blocks'));
    if (entry.outcome.startsWith('accepted') && blocks) this.stopped.push(`${blocks.code} ${entry.path} ${blocks.row}`);
  }

  private of(errorClass: number, kind: string): ClassScore {
    const score = this.classes.get(errorClass) ?? {
      class: errorClass,
      kinds: new Set(),
      planted: 0,
      found: 0,
      said: 0,
      right: 0,
    };
    score.kinds.add(kind);
    this.classes.set(errorClass, score);
    return score;
  }

  rows(): ClassScore[] {
    return [...this.classes.values()].sort((a, b) => a.class - b.class);
  }

  /** Returns the sum over all classes. */
  total(): Pick<ClassScore, 'planted' | 'found' | 'said' | 'right'> {
    return this.rows().reduce(
      (sum, { planted, found, said, right }) => ({
        planted: sum.planted + planted,
        found: sum.found + found,
        said: sum.said + said,
        right: sum.right + right,
      }),
      { planted: 0, found: 0, said: 0, right: 0 },
    );
  }

  /** Formats recall and precision per class as a text table. */
  table(): string {
    const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));
    const line = (
      name: string,
      { planted, found, said, right }: Pick<ClassScore, 'planted' | 'found' | 'said' | 'right'>,
      kinds: string,
    ) =>
      [
        name.padStart(5),
        String(planted).padStart(8),
        String(found).padStart(8),
        share(found, planted).padStart(7),
        String(said).padStart(8),
        String(right).padStart(8),
        share(right, said).padStart(10),
        ` ${kinds}`,
      ].join(' ');
    return [
      'class  planted    found  recall     said    right  precision  kinds',
      ...this.rows().map((score) => line(String(score.class), score, [...score.kinds].join(', '))),
      line('all', this.total(), `${this.reports} reports, ${this.lines} lines`),
    ].join('\n');
  }
}
