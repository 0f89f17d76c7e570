import {
  checkReport,
  compilePlan,
  isReadProblem,
  checkResultOfReadProblem,
  type CheckContext,
  type EarlierReport,
  type CompiledPlan,
  type ReportLine,
  type Terms,
  type CheckResult,
} from '@tallgrunn/checks';
import { Variants, variantKinds, type TableOf, type Variant } from '@tallgrunn/demo-world';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { demoReports, digestOf, type DemoReports } from './demo-reports.ts';
import { termsFor } from './assess-findings.ts';

/** Results of the variants of one kind of mistake. */
export interface KindScore {
  readonly kind: string;
  readonly class: number;
  readonly planted: number;
  readonly found: number;
  /** Number of twins without a finding of the class. */
  readonly silent: number;
  readonly missed: readonly string[];
  readonly cried: readonly string[];
  /**
   * Other blocking findings or questions in a twin. A twin has no mistakes, except that only a name distinguishes the
   * two Våler.
   */
  readonly alarms: readonly string[];
}

/** The fields of a finding that are scored. */
interface VariantFinding {
  readonly class: number;
  readonly row: number | null;
  readonly isInfo: boolean;
  readonly said: string;
}

interface CheckInput {
  readonly terms: Terms;
  readonly context: CheckContext;
  readonly plan: CompiledPlan;
}

const worldSeed = 1;
const homonym = 37;

/** Makes seeded variants of every kind and checks them, each with its agreement data and earlier reports. */
export class VariantAssessor {
  private readonly checkInputs = new Map<string, Promise<CheckInput>>();
  private readonly digests = new Map<string, EarlierReport>();
  private readonly reports: DemoReports;
  private readonly variants: Variants;
  private readonly off: readonly string[];

  private constructor(reports: DemoReports, variants: Variants, off: readonly string[]) {
    this.reports = reports;
    this.variants = variants;
    this.off = off;
  }

  static async open(): Promise<VariantAssessor> {
    return new VariantAssessor(await demoReports(worldSeed), new Variants(worldSeed), []);
  }

  /** Returns the same judge with these checks turned off. */
  without(...off: readonly string[]): VariantAssessor {
    return new VariantAssessor(this.reports, this.variants, off);
  }

  async score(kind: string, seeds: number): Promise<KindScore> {
    const wanted = variantKinds.find((each) => each.kind === kind)!;
    const [missed, cried, alarms]: [string[], string[], string[]] = [[], [], []];
    for (let seed = 1; seed <= seeds; seed += 1) {
      const variant = this.variants.make(wanted, seed);
      const told = await this.findingsOf(variant, variant.name, variant.bytes);
      const left = (variant.rows ?? [null]).filter(
        (row) => !told.some((each) => each.class === variant.class && (row === null || each.row === row)),
      );
      if (left.length > 0) missed.push(`${describe(variant, seed)} row ${left.join(', ')}`);
      const ofTwin = await this.findingsOf(variant, variant.twinName, variant.twin);
      const [same] = ofTwin.filter((each) => each.class === variant.class);
      if (same) cried.push(`${describe(variant, seed)} row ${same.row}: ${same.said}`);
      alarms.push(
        ...ofTwin
          .filter((each) => !each.isInfo && each.class !== homonym)
          .map(({ row, said }) => `${describe(variant, seed)} row ${row}: ${said}`),
      );
    }
    return {
      kind,
      class: wanted.class,
      planted: seeds,
      found: seeds - missed.length,
      silent: seeds - cried.length,
      missed,
      cried,
      alarms,
    };
  }

  private async findingsOf(variant: Variant, name: string, bytes: Uint8Array): Promise<VariantFinding[]> {
    const { findings } = await this.verdict(await this.checkInputOf(variant), name, bytes);
    return findings.map(({ class: errorClass, place, code, found, severity }) => ({
      class: errorClass,
      row: place?.row ?? null,
      isInfo: severity === 'info',
      said: `${code} ${found ?? ''}`,
    }));
  }

  private async verdict(
    { terms, context, plan }: CheckInput,
    name: string,
    bytes: Uint8Array,
    onLine?: (line: ReportLine) => void,
  ): Promise<CheckResult> {
    try {
      return await checkReport(await openTable(bytesOf(bytes), name), {
        terms,
        context,
        plan,
        ...(onLine && { onLine }),
      });
    } catch (problem) {
      if (!isReadProblem(problem)) throw problem;
      return checkResultOfReadProblem(problem, terms, context);
    }
  }

  private checkInputOf(table: Omit<TableOf, 'name' | 'bytes'>): Promise<CheckInput> {
    const key = `${table.supplier}/${table.period}`;
    const known = this.checkInputs.get(key) ?? this.prepare(table);
    this.checkInputs.set(key, known);
    return known;
  }

  private async prepare(table: Omit<TableOf, 'name' | 'bytes'>): Promise<CheckInput> {
    const earlier: EarlierReport[] = [];
    for (const before of this.variants.before(table.supplier, table.period)) earlier.push(await this.digest(before));
    return this.plan(table, earlier);
  }

  private async plan(table: Omit<TableOf, 'name' | 'bytes'>, earlier: readonly EarlierReport[]): Promise<CheckInput> {
    const others = this.reports.world.agreements.filter(({ number }) => number !== table.agreement);
    const terms: Terms = {
      ...termsFor(table),
      template: { version: '2026' },
      checks: this.off.map((id) => ({ id, severity: 'off' as const })),
    };
    const context: CheckContext = {
      ...(await this.reports.contextOf(table, earlier)),
      otherAgreements: { id: others.map(({ number }) => number), title: others.map(({ name }) => name) },
    };
    return { terms, context, plan: compilePlan(terms, context) };
  }

  private async digest(before: TableOf): Promise<EarlierReport> {
    const key = `${before.supplier}/${before.period}`;
    const known = this.digests.get(key);
    if (known) return known;
    const checkInput = await this.plan(before, []);
    const lines: ReportLine[] = [];
    await this.verdict(checkInput, before.name, before.bytes, (line) => void (line.accepted && lines.push(line)));
    const digest = digestOf(checkInput.context.period!, lines);
    this.digests.set(key, digest);
    return digest;
  }
}

const describe = ({ kind, supplier, period, name }: Variant, seed: number): string =>
  `${kind} ${seed}: ${supplier} ${period} ${name.split('.').at(-1)}`;

/** Formats the scores as table rows of a documentation page. */
export const variantPage = (scores: readonly KindScore[]): string =>
  scores
    .map(
      ({ kind, class: errorClass, planted, found, silent }) =>
        `| ${errorClass} | \`${kind}\` | ${planted} | ${found} | ${silent} |`,
    )
    .join('\n');

/** Formats found and silent per kind as a text table. */
export function variantTable(scores: readonly KindScore[]): string {
  const line = ({ kind, class: errorClass, planted, found, silent }: KindScore) =>
    [
      String(errorClass).padStart(5),
      kind.padEnd(18),
      String(planted).padStart(7),
      String(found).padStart(7),
      String(planted - found).padStart(7),
      String(silent).padStart(12),
    ].join(' ');
  const sum = (part: (score: KindScore) => number) => scores.reduce((so, score) => so + part(score), 0);
  const all = `all ${scores.length} kinds: ${sum(({ found }) => found)} of ${sum(({ planted }) => planted)} found, ${sum(({ silent }) => silent)} twins silent of the class, ${sum(({ alarms }) => alarms.length)} other alarms in twins`;
  return ['class kind              planted   found  missed  twin silent', ...scores.map(line), all].join('\n');
}
