import { checkReport, type CheckContext, type ReportLine, type Terms } from '@tallgrunn/checks';
import type { Reported, TableOf, Variants } from '@tallgrunn/demo-world';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import type { DemoReports } from './demo-reports.ts';
import { termsFor } from './assess-findings.ts';

/** An honest report with the data of its agreement and its reported totals. */
export interface Honest {
  readonly table: TableOf;
  readonly terms: Terms;
  readonly context: CheckContext;
  readonly reported: Reported;
}

/** Returns the honest reports of four suppliers for a year. */
export async function honestReports(reports: DemoReports, variants: Variants): Promise<Honest[]> {
  const honest: Honest[] = [];
  for (const supplier of ['finnskog', 'solglott', 'blyant', 'nettverket']) {
    for (const table of variants.before(supplier, '2026-06').filter(({ period }) => period >= '2025-06'))
      honest.push(await honestOf(table, reports));
  }
  return honest;
}

async function honestOf(table: TableOf, reports: DemoReports): Promise<Honest> {
  const [terms, context] = [termsFor(table), await reports.contextOf(table, [])];
  const lines: ReportLine[] = [];
  await checkReport(await openTable(bytesOf(table.bytes), table.name), {
    terms,
    context,
    onLine: (line) => void (line.accepted && lines.push(line)),
  });
  return { table, terms, context, reported: reportedBy(lines, context) };
}

function reportedBy(lines: readonly ReportLine[], context: CheckContext): Reported {
  const buyers = Map.groupBy(lines, ({ buyer }) => context.buyers!.key.indexOf(buyer ?? ''));
  const items = Map.groupBy(
    lines.filter(({ agreedItem, quantity, kind }) => agreedItem !== null && Number(quantity) > 0 && kind === 'goods'),
    ({ agreedItem }) => context.items!.number.indexOf(agreedItem!),
  );
  return {
    buyers: [...buyers]
      .filter(([index]) => index >= 0)
      .map(([index, own]) => ({ index, amount: own.reduce((sum, { amount }) => sum + Number(amount), 0) })),
    items: [...items].map(([index, own]) => {
      const days = own.map(({ deliveredOn }) => deliveredOn ?? '').sort();
      return {
        index,
        name: context.items!.name[index]!,
        unit: own[0]!.unit!,
        kronerEach: Number(own[0]!.amount) / Number(own[0]!.quantity),
        firstOn: days[0]!,
        lastOn: days.at(-1)!,
      };
    }),
  };
}
