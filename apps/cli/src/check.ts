import { parseArgs } from 'node:util';
import { compilePlan } from '@tallgrunn/checks';
import { checkFiles } from './check-files.ts';
import { checkSplitFiles, pairReports } from './check-split-file.ts';
import { WrongUsage, type Command, type ExitCode } from './command.ts';
import { languageOf } from './finding.ts';
import type { Output } from './output.ts';
import { contextFrom, termsFrom } from './read-terms.ts';

const help = `Usage: npm run -s tallgrunn -- check FILE... --terms T.json [--context C.json]... [--lang nb|nn|en] --json

Checks report files (CSV, workbooks, JSON lines) against their terms: one JSON object a line for each file, in the order given.

  --terms T      the terms, as "schema terms" describes them
  --context C    the agreement's data, as "schema context" describes it; checks that need it are skipped without it
                 several of them, each naming its period: every file is divided among these reports, each checked for its
                 own lines. One --terms is for all of them, or there are as many, in the same order
  --lang LANG    language of the messages; nb when left out
  --json         print JSON (the only form there is, so it may be left out)

Each line: {file, ok, rows, accepted, totals, findings, questions, terms, context, engine}. ok is false when a finding stops the
file or excludes a row. With several contexts each line is {file, ok, lines, reports, unclaimed, unread}. Rows count from 1 as in the file, decimals are text, class is the number of the error class.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const options = {
    terms: { type: 'string', multiple: true },
    context: { type: 'string', multiple: true },
    lang: { type: 'string' },
    json: { type: 'boolean' },
  } as const;
  const { values, positionals: files } = parseArgs({ args: argv, options, allowPositionals: true });
  if (files.length === 0) throw new WrongUsage('Name at least one file.');
  if (values.terms === undefined) throw new WrongUsage('--terms is missing: name the JSON file with the terms.');
  const language = languageOf(values.lang);
  const documents = await Promise.all(values.terms.map(termsFrom));
  const contexts = await Promise.all((values.context ?? []).map(contextFrom));
  if (contexts.length > 1) return checkSplitFiles(files, pairReports(documents, contexts), language, output);
  if (documents.length > 1)
    throw new WrongUsage('Several --terms want as many --context: one file is divided among the reports they are for.');
  const [terms, context] = [documents[0]!, contexts[0]];
  return checkFiles(files, { terms, context, plan: compilePlan(terms, context), language }, output);
}

export const check: Command = { help, run };
