import {
  checkReport,
  splitReport,
  checkResultJson,
  checkResultOfReadProblem,
  type CheckContext,
  type SplitObligation,
  type Terms,
} from '@tallgrunn/checks';
import { openTable, ReadProblem } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { exit, WrongUsage, type ExitCode } from './command.ts';
import { errorCodeOf, fileFinding } from './finding.ts';
import { openFile } from './open-file.ts';
import type { Output } from './output.ts';

/** Returns each context with its terms: the only terms, or those at the same position. @throws WrongUsage */
export function pairReports(terms: readonly Terms[], contexts: readonly CheckContext[]): SplitObligation[] {
  if (terms.length !== 1 && terms.length !== contexts.length)
    throw new WrongUsage('Give one --terms for every --context, or one for all of them.');
  return contexts.map((context, at) => {
    if (!context.period) throw new WrongUsage('With several --context, each must name its period.');
    return { id: String(at), terms: terms[at] ?? terms[0]!, context, lots: context.lots?.key ?? [] };
  });
}

/** Divides one file among the reports and checks each for its own lines. */
async function splitAndCheck(
  file: string,
  obligations: readonly SplitObligation[],
  language: Language,
): Promise<Record<string, unknown> & { readonly ok: boolean }> {
  const source = await openFile(file);
  try {
    const { lines, shares, unclaimed, unread } = await splitReport(await openTable(source, file), obligations);
    const reports: Record<string, unknown>[] = [];
    for (const { id, rows } of shares) {
      const { terms, context } = obligations[Number(id)]!;
      const { file: _same, ...verdict } = checkResultJson(
        file,
        await checkReport(await openTable(source, file), { terms, context, share: rows }),
        language,
      );
      reports.push({
        agreement: context.agreement ?? null,
        period: context.period!.key,
        start: context.period!.start,
        ...verdict,
      });
    }
    const place = (id: string) => ({
      agreement: obligations[Number(id)]!.context.agreement ?? null,
      period: obligations[Number(id)]!.context.period!.key,
    });
    const told = unclaimed.lines.map((line) => ({ ...line, candidates: line.candidates.map(place) }));
    return {
      file,
      ok: unclaimed.count === 0 && unread.length === 0 && reports.every(({ ok }) => ok === true),
      lines,
      reports,
      unclaimed: { ...unclaimed, lines: told },
      unread,
    };
  } finally {
    await source.close();
  }
}

/**
 * Prints one JSON object per file: {file, ok, lines, reports, unclaimed, unread}. An unreadable file has one finding
 * with the reason.
 */
export async function checkSplitFiles(
  files: readonly string[],
  obligations: readonly SplitObligation[],
  language: Language,
  output: Output,
): Promise<ExitCode> {
  let worst: ExitCode = exit.fine;
  for (const file of files) {
    const code = await checkOne(file);
    if (code > worst) worst = code;
  }
  return worst;

  async function checkOne(file: string): Promise<ExitCode> {
    const nothing = {
      file,
      ok: false,
      lines: 0,
      reports: [],
      unclaimed: { count: 0, byReason: {}, lines: [] },
      unread: [],
    };
    try {
      const said = await splitAndCheck(file, obligations, language);
      await output.line(said);
      return said.ok ? exit.fine : exit.blocked;
    } catch (error) {
      if (error instanceof ReadProblem) {
        await output.line({
          ...nothing,
          findings: checkResultJson(file, checkResultOfReadProblem(error, obligations[0]!.terms), language)['findings'],
        });
        return exit.blocked;
      }
      const code = errorCodeOf(error);
      await output.line({ ...nothing, code, findings: [fileFinding(code, file, language)] });
      if (code !== 'internal-error') return exit.blocked;
      output.log(`${file}: ${error instanceof Error ? error.stack : String(error)}`);
      return exit.fault;
    }
  }
}
