import { parseArgs } from 'node:util';
import { checkReport, compilePlan, verdictJson, verdictOfReadProblem, type CheckContext, type CompiledPlan, type Terms, type Verdict } from '@tallgrunn/checks';
import { openTable, ReadProblem } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { checkSeveral, pairedReports } from './check-several.ts';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import { codeOf, fileFinding, languageOf } from './finding.ts';
import { openFile } from './open-file.ts';
import type { Output } from './output.ts';
import { contextFrom, termsFrom } from './read-terms.ts';

const help = `Usage: npm run -s tallgrunn -- check FILE... --terms T.json [--context C.json]... [--lang nb|nn|en] --json

Checks report files (CSV, workbooks, JSON lines) against their terms: one JSON object a line for each file, in the order given.

  --terms T      the terms, as "schema terms" describes them
  --context C    what the agreement knows, as "schema context" describes it; checks that need it are left out without it
                 several of them, each naming its period: every file is divided among these reports, each checked for its
                 own lines. One --terms is for all of them, or there are as many, in the same order
  --lang LANG    language of the messages; nb when left out
  --json         print JSON (the only form there is, so it may be left out)

Each line: {file, ok, rows, accepted, totals, findings, questions, terms, context, engine}. ok is false when a finding stops the
file or keeps a row out. With several contexts each line is {file, ok, lines, reports, unclaimed, unread}. Rows count from 1 as in the file, decimals are text, class is the number of the error class.`;

interface Judge {
  terms: Terms;
  context: CheckContext | undefined;
  plan: CompiledPlan;
  language: Language;
}

async function verdictOn(file: string, { terms, context, plan }: Judge): Promise<Verdict> {
  const source = await openFile(file);
  try {
    const table = await openTable(source, file);
    return await checkReport(table, { terms, plan, ...(context ? { context } : {}) });
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
    return verdictOfReadProblem(error, terms, context);
  } finally {
    await source.close();
  }
}

/** A file that could not be opened, or that we failed on, is told as a verdict too: same keys, and a code. */
async function printFailure(file: string, error: unknown, { terms, context, language }: Judge, output: Output): Promise<ExitCode> {
  const code = codeOf(error);
  const empty = verdictJson(file, verdictOfReadProblem({ code }, terms, context), language);
  await output.line({ ...empty, code, findings: [fileFinding(code, file, language)] });
  if (code !== 'internal-error') return exit.blocked;
  output.log(`${file}: ${error instanceof Error ? error.stack : String(error)}`);
  return exit.fault;
}

async function checkOne(file: string, judge: Judge, output: Output): Promise<ExitCode> {
  let verdict;
  try {
    verdict = await verdictOn(file, judge);
  } catch (error) {
    return printFailure(file, error, judge, output);
  }
  await output.line(verdictJson(file, verdict, judge.language));
  return verdict.ok ? exit.fine : exit.blocked;
}

async function run(words: string[], output: Output): Promise<ExitCode> {
  const options = { terms: { type: 'string', multiple: true }, context: { type: 'string', multiple: true }, lang: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals: files } = parseArgs({ args: words, options, allowPositionals: true });
  if (files.length === 0) throw new WrongUsage('Name at least one file.');
  if (values.terms === undefined) throw new WrongUsage('--terms is missing: name the JSON file with the terms.');
  const language = languageOf(values.lang);
  const documents = await Promise.all(values.terms.map(termsFrom));
  const contexts = await Promise.all((values.context ?? []).map(contextFrom));
  if (contexts.length > 1) return checkSeveral(files, pairedReports(documents, contexts), language, output);
  if (documents.length > 1) throw new WrongUsage('Several --terms want as many --context: one file is divided among the reports they are for.');
  const [terms, context] = [documents[0]!, contexts[0]];
  const judge = { terms, context, plan: compilePlan(terms, context), language };
  let worst: ExitCode = exit.fine;
  for (const file of files) {
    const code = await checkOne(file, judge, output);
    if (code > worst) worst = code;
  }
  return worst;
}

export const check: Command = { help, run };
