import {
  checkReport,
  compilePlan,
  exampleTerms,
  isReadProblem,
  checkResultOfReadProblem,
  type CheckContext,
  type Terms,
  type CheckResult,
} from '@tallgrunn/checks';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { drawsOf } from '../drawn/draws.ts';
import { drawExport, type DrawnExport } from './draw-export.ts';
import { plant, type PlantKind } from './plant-errors.ts';
import { writeExport } from './write-export.ts';

/** Results of honest exports. */
export interface HonestScore {
  files: number;
  blocked: number;
  /** files with a total that differs from that of their lines, to the øre */
  wrongTotals: number;
  questions: number;
  /** number of questions by code */
  readonly asked: Map<string, number>;
  readonly examples: string[];
}

export interface PlantScore {
  readonly kind: PlantKind;
  planted: number;
  atRow: number;
  anywhere: number;
  readonly missed: string[];
}

/** Returns terms that require a price only where the export has one. */
function termsFor(): Terms {
  const terms = exampleTerms['monthly-food']({});
  const fields = terms.tables[0]!.fields.map(({ constraints, ...field }) =>
    field.name === 'unitPrice' || !constraints ? field : { ...field, constraints },
  );
  return {
    ...terms,
    tables: [{ ...terms.tables[0]!, fields: [...fields, { name: 'buyerOrgNumber', type: 'string' }] }],
  };
}

async function verdictOf(bytes: Uint8Array, name: string, context: CheckContext): Promise<CheckResult> {
  const terms = termsFor();
  try {
    return await checkReport(await openTable(bytesOf(bytes), name), {
      terms,
      context,
      plan: compilePlan(terms, context),
    });
  } catch (problem) {
    if (!isReadProblem(problem)) throw problem;
    return checkResultOfReadProblem(problem, terms, context);
  }
}

const describe = (seed: number, { shape }: DrawnExport): string =>
  `${seed} ${shape.container} ${shape.language} ${shape.headings.join(shape.container === 'csv' ? shape.delimiter : ' | ')}${shape.groupRow ? ' +groups' : ''}`;

export async function scoreHonest(seeds: readonly number[]): Promise<HonestScore> {
  const score: HonestScore = { files: 0, blocked: 0, wrongTotals: 0, questions: 0, asked: new Map(), examples: [] };
  for (const seed of seeds) {
    const draws = drawsOf(seed);
    const drawn = drawExport(draws);
    const file = await writeExport(draws, drawn);
    const { groups, totals } = await verdictOf(file.bytes, file.name, drawn.agreement.context);
    const hasOthers = drawn.deliveries.some(({ ofOthers }) => ofOthers);
    const reported = groups.filter(
      ({ code, severity }) => severity !== 'info' && !(hasOthers && code === 'buyer-not-entitled'),
    );
    const total = (
      drawn.deliveries.filter(({ ofOthers }) => !ofOthers).reduce((sum, { amount }) => sum + amount, 0) / 100
    ).toFixed(2);
    score.files += 1;
    score.questions += reported.length;
    if (reported.some(({ severity }) => severity.startsWith('blocks'))) score.blocked += 1;
    else if (totals.amount !== total) score.wrongTotals += 1;
    for (const { code } of reported) score.asked.set(code, (score.asked.get(code) ?? 0) + 1);
    for (const { code, example, count } of reported)
      score.examples.push(
        `${code} x${count} ${example.found ?? ''} > ${example.expected ?? ''} row ${example.place?.row}: ${describe(seed, drawn)}`,
      );
    if (totals.amount !== total && reported.every(({ severity }) => !severity.startsWith('blocks')))
      score.examples.push(`total ${totals.amount} of ${total}: ${describe(seed, drawn)}`);
  }
  return score;
}

/** Scores one kind of error: plants it in exports until `files` of them contain it. */
export async function scorePlanted(kind: PlantKind, first: number, files: number): Promise<PlantScore> {
  const score: PlantScore = { kind, planted: 0, atRow: 0, anywhere: 0, missed: [] };
  for (let [seed, made] = [first, 0]; made < files && seed < first + files * 30; seed += 1) {
    const draws = drawsOf(seed);
    const drawn = drawExport(draws);
    if (!plant(kind, drawn, draws)) continue;
    made += 1;
    const file = await writeExport(draws, drawn);
    const verdict = await verdictOf(file.bytes, file.name, { ...drawn.agreement.context, ...kind.context?.(drawn) });
    const reported = verdict.findings.filter(({ code }) => kind.codes.includes(code));
    const rows = kind.line ? drawn.deliveries.flatMap(({ planted }, at) => (planted ? [file.rows[at]!] : [])) : [null];
    for (const row of rows) {
      const atRow = row === null ? reported.length > 0 : reported.some(({ place }) => place?.row === row);
      score.planted += 1;
      if (atRow) score.atRow += 1;
      if (reported.length > 0) score.anywhere += 1;
      if (!atRow)
        score.missed.push(
          `${kind.kind} row ${row}, said ${verdict.groups
            .filter(({ severity }) => severity !== 'info')
            .map(({ code }) => code)
            .join(' ')}: ${describe(seed, drawn)}`,
        );
    }
  }
  return score;
}

/** Formats both scores as a text table. */
export function exportTable(honest: HonestScore, planted: readonly PlantScore[]): string {
  const share = (part: number, denominator: number): string =>
    denominator === 0 ? '–' : (part / denominator).toFixed(3);
  const line = (
    name: string,
    errorClass: string,
    { planted: all, atRow, anywhere }: Pick<PlantScore, 'planted' | 'atRow' | 'anywhere'>,
  ): string =>
    [
      errorClass.padStart(5),
      name.padEnd(24),
      String(all).padStart(7),
      share(atRow, all).padStart(7),
      share(anywhere, all).padStart(9),
    ].join(' ');
  const sum = (part: 'planted' | 'atRow' | 'anywhere'): number =>
    planted.reduce((total, score) => total + score[part], 0);
  return [
    `honest: ${honest.files} files, ${honest.blocked} blocked, ${honest.wrongTotals} with a wrong total, ${(honest.questions / honest.files).toFixed(2)} questions a file`,
    ...[...honest.asked].sort((a, b) => b[1] - a[1]).map(([code, count]) => `      ${code.padEnd(24)} ${count}`),
    'class planted                     lines  at row  anywhere',
    ...planted.map((score) => line(score.kind.kind, score.kind.class === 0 ? '–' : String(score.kind.class), score)),
    line('all', '', { planted: sum('planted'), atRow: sum('atRow'), anywhere: sum('anywhere') }),
  ].join('\n');
}
