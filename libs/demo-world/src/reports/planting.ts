import type { Scenario } from '../setting/scenario.ts';
import type { Rng } from '../values/rng.ts';
import type { Cell } from '../writing/cell.ts';
import type { Field, Plant, ReportLine } from './line.ts';
import type { Form } from './form.ts';
import type { Submission } from './submission.ts';

/** A report under change: planters change its lines and record each mistake. */
export class PlantingBed {
  readonly plants: Plant[] = [];
  readonly hidden = new Set<ReportLine>();
  /** Amount added to the total row, in øre. */
  totalOff = 0;
  renamed: Partial<Record<Field, string>> = {};
  private readonly touched = new Set<ReportLine>();
  readonly lines: ReportLine[];
  readonly rng: Rng;
  readonly submission: Submission;
  readonly scenario: Scenario;
  /** The format of the file. */
  readonly form: Form;
  /** Returns the honest lines of the same supplier for another period. */
  readonly linesOf: (period: string) => ReportLine[];

  constructor({
    lines,
    rng,
    submission,
    scenario,
    form,
    linesOf,
  }: Pick<PlantingBed, 'lines' | 'rng' | 'submission' | 'scenario' | 'form' | 'linesOf'>) {
    this.lines = lines;
    this.rng = rng;
    this.submission = submission;
    this.scenario = scenario;
    this.form = form;
    this.linesOf = linesOf;
  }

  /** Takes up to `count` unchanged lines at random. */
  take(count: number, fits: (line: ReportLine) => boolean = () => true): ReportLine[] {
    const chosen = this.rng.sample(
      this.lines.filter(
        (line) => !this.touched.has(line) && line.amount > 0 && line.deliveries.length > 0 && fits(line),
      ),
      count,
    );
    for (const line of chosen) this.touched.add(line);
    return chosen;
  }

  /** Overwrites a cell and records the correct content. */
  write(kind: string, line: ReportLine, field: Field, cell: Cell): void {
    this.note(kind, line, field, cellText(line.cells[field]));
    line.cells[field] = cell;
  }

  note(kind: string, line: ReportLine | null, field: Field | null, meant: string | null): void {
    this.plants.push({ kind, line, field, meant });
  }

  /** Inserts lines at random positions. Other planters do not change them. */
  insert(lines: readonly ReportLine[]): void {
    for (const line of lines) {
      this.touched.add(line);
      this.lines.splice(this.rng.int(0, this.lines.length), 0, line);
    }
  }

  insertAfter(line: ReportLine, fresh: ReportLine): void {
    this.touched.add(fresh);
    this.lines.splice(this.lines.indexOf(line) + 1, 0, fresh);
  }
}

export type Planter = (bed: PlantingBed, count: number) => void;

/** Returns a cell as text: '.' as decimal sign, dates as 'YYYY-MM-DD'. */
export function cellText(cell: Cell): string | null {
  if (cell === null || typeof cell === 'string') return cell;
  return 'number' in cell ? cell.number : 'date' in cell ? cell.date : cell.shown;
}

export const numberText = (cell: Cell): string => cellText(cell) ?? '';
