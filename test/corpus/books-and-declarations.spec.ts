import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkNilReport, checkReport, compilePlan, type CheckContext, type Finding, type ReportLine, type Terms } from '@tallgrunn/checks';
import { besideKinds, besideOf, Variants, type Beside, type BesideVariant, type Reported, type TableOf } from '@tallgrunn/demo-world';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { demoReports, type DemoReports } from './demo-reports.ts';
import { termsFor } from './judge.ts';

jest.setTimeout(300_000);

const seeds = 20;
const suppliers = ['finnskog', 'solglott', 'blyant', 'nettverket'];

/** An honest report with what its agreement knows, and what it reports. */
interface Honest {
  readonly table: TableOf;
  readonly terms: Terms;
  readonly context: CheckContext;
  readonly reported: Reported;
}

let reports: DemoReports;
const honest: Honest[] = [];

beforeAll(async () => {
  reports = await demoReports(1);
  const variants = new Variants(1);
  for (const supplier of suppliers) for (const table of variants.before(supplier, '2026-06').filter(({ period }) => period >= '2025-06')) honest.push(await honestOf(table));
});

async function honestOf(table: TableOf): Promise<Honest> {
  const [terms, context] = [termsFor(table), await reports.contextOf(table, [])];
  const lines: ReportLine[] = [];
  await checkReport(await openTable(bytesOf(table.bytes), table.name), { terms, context, onLine: (line) => void (line.accepted && lines.push(line)) });
  const buyers = Map.groupBy(lines, ({ buyer }) => context.buyers!.key.indexOf(buyer ?? ''));
  const items = Map.groupBy(lines.filter(({ agreedItem, quantity, kind }) => agreedItem !== null && Number(quantity) > 0 && kind === 'goods'), ({ agreedItem }) => context.items!.number.indexOf(agreedItem!));
  return {
    table, terms, context,
    reported: {
      buyers: [...buyers].filter(([index]) => index >= 0).map(([index, own]) => ({ index, amount: own.reduce((sum, { amount }) => sum + Number(amount), 0) })),
      items: [...items].map(([index, own]) => {
        const days = own.map(({ deliveredOn }) => deliveredOn ?? '').sort();
        return { index, name: context.items!.name[index]!, unit: own[0]!.unit!, kronerEach: Number(own[0]!.amount) / Number(own[0]!.quantity), firstOn: days[0]!, lastOn: days.at(-1)! };
      }),
    },
  };
}

async function said({ table, terms, context }: Honest, beside: Beside, { nil }: BesideVariant): Promise<readonly Finding[]> {
  const known: CheckContext = { ...context, ...beside };
  if (nil) return checkNilReport(terms, known).findings;
  return (await checkReport(await openTable(bytesOf(table.bytes), table.name), { terms, context: known, plan: compilePlan(terms, known) })).findings;
}

/** The classes that compare with books or declarations; a declaration of another unit is also one that does not convert. */
const beside = new Set([53, ...besideKinds.map((each) => each.class)]);

describe(`mistakes that books and declarations show, ${seeds} of each`, () => {
  const scores: string[] = [];
  afterAll(() => process.stdout.write(`\n${scores.join('\n')}\n`));

  it.each(besideKinds.map(({ kind, class: errorClass }) => [errorClass, kind] as const))('class %i, %s: found, and silent without it', async (errorClass, kind) => {
    const [missed, cried]: [string[], string[]] = [[], []];
    let made = 0;
    for (let seed = 1; made < seeds && seed < 10 * seeds; seed += 1) {
      const one = honest[(seed * 7) % honest.length]!;
      const variant = besideOf(kind, seed, one.reported);
      if (!variant) continue;
      made += 1;
      if (!(await said(one, variant.beside, variant)).some((finding) => finding.class === errorClass && finding.severity !== 'info')) missed.push(`${kind} ${seed}: ${one.table.name}`);
      cried.push(...(await said(one, variant.twin, variant)).filter((finding) => beside.has(finding.class)).map(({ code, params }) => `${kind} ${seed} twin: ${code} ${JSON.stringify(params)}`));
    }
    scores.push(`| ${errorClass} | \`${kind}\` | ${made - missed.length} of ${made} | ${cried.length} |`);
    expect(made).toBe(seeds);
    expect(cried).toEqual([]);
    if (missed.length > seeds / 10) expect(missed).toEqual([]);
  });

  it('are missed where nothing is known of books and declarations', async () => {
    const one = honest[0]!;
    const findings = await said(one, {} as Beside, { nil: false } as BesideVariant);
    expect(findings.filter((finding) => beside.has(finding.class))).toEqual([]);
  });

  it('stand on the page as they were found', () => {
    const page = readFileSync(path.join(__dirname, '../../docs/checks/README.md'), 'utf8');
    expect(scores.filter((score) => !page.includes(score))).toEqual([]);
  });
});
