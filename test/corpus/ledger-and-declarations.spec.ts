import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkNilReturn, checkReport, compilePlan, type CheckContext, type Finding } from '@tallgrunn/checks';
import {
  supportingDataKinds,
  supportingDataOf,
  Variants,
  type SupportingData,
  type SupportingDataVariant,
} from '@tallgrunn/demo-world';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { demoReports } from './demo-reports.ts';
import { honestReports, type Honest } from './honest-reports.ts';

const seeds = 20;
let honest: readonly Honest[];
beforeAll(async () => {
  honest = await honestReports(await demoReports(1), new Variants(1));
});

async function said(
  { table, terms, context }: Honest,
  beside: SupportingData,
  { nil }: SupportingDataVariant,
): Promise<readonly Finding[]> {
  const known: CheckContext = { ...context, ...beside };
  if (nil) return checkNilReturn(terms, known).findings;
  return (
    await checkReport(await openTable(bytesOf(table.bytes), table.name), {
      terms,
      context: known,
      plan: compilePlan(terms, known),
    })
  ).findings;
}

/**
 * Error classes that compare with the ledger or declarations. A declaration in another unit also counts as class 53, a
 * unit that cannot be converted.
 */
const beside = new Set([53, ...supportingDataKinds.map((each) => each.class)]);

describe(`mistakes that books and declarations show, ${seeds} of each`, () => {
  const scores: string[] = [];
  afterAll(() => process.stdout.write(`\n${scores.join('\n')}\n`));

  it.each(supportingDataKinds.map(({ kind, class: errorClass }) => [errorClass, kind] as const))(
    'class %i, %s: is found, with no finding in the twin',
    async (errorClass, kind) => {
      const [missed, cried]: [string[], string[]] = [[], []];
      let made = 0;
      for (let seed = 1; made < seeds && seed < 10 * seeds; seed += 1) {
        const one = honest[(seed * 7) % honest.length]!;
        const variant = supportingDataOf(kind, seed, one.reported);
        if (!variant) continue;
        made += 1;
        if (
          !(await said(one, variant.beside, variant)).some(
            (finding) => finding.class === errorClass && finding.severity !== 'info',
          )
        )
          missed.push(`${kind} ${seed}: ${one.table.name}`);
        cried.push(
          ...(await said(one, variant.twin, variant))
            .filter((finding) => beside.has(finding.class))
            .map(({ code, params }) => `${kind} ${seed} twin: ${code} ${JSON.stringify(params)}`),
        );
      }
      scores.push(`| ${errorClass} | \`${kind}\` | ${made - missed.length} of ${made} | ${cried.length} |`);
      expect(made).toBe(seeds);
      expect(cried).toEqual([]);
      if (missed.length > seeds / 10) expect(missed).toEqual([]);
    },
  );

  it('are missed without ledger and declarations', async () => {
    const one = honest[0]!;
    const findings = await said(one, {} as SupportingData, { nil: false } as SupportingDataVariant);
    expect(findings.filter((finding) => beside.has(finding.class))).toEqual([]);
  });

  it('agree with the documentation page', () => {
    const page = readFileSync(path.join(__dirname, '../../docs/checks/README.md'), 'utf8');
    expect(scores.filter((score) => !page.includes(score))).toEqual([]);
  });
});
