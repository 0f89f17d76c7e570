import { parseArgs } from 'node:util';
import { compilePlan, localText, type Terms } from '@tallgrunn/checks';
import { checkFiles } from '../check-files.ts';
import { exit, WrongUsage, type ExitCode } from '../command.ts';
import { languageOf } from '../finding.ts';
import { OutputClosed, type Output } from '../output.ts';
import { contextFrom, termsFrom } from '../read-terms.ts';
import { fetchTemplate } from './fetch-template.ts';
import { formatForPeople, type FileCheckResult } from './format-for-people.ts';
import { withoutControls } from './without-controls.ts';

const help = `Usage: tallgrunn-check FILE... --template ADDRESS [--lang nb|nn|en] [--json]
       tallgrunn-check FILE... --terms T.json [--context C.json] [--lang nb|nn|en] [--json]

Checks report files (CSV, workbooks, JSON lines) against a published template, or against terms that you have as a file.
The files are read on this machine: nothing is sent anywhere.

  --template ADDRESS  address of a published template, as it is in the browser: https://.../sjekk/...
  --terms T           the terms as a JSON file
  --context C         the agreement's data (items, prices, customers); checks that need it are skipped without it
  --lang LANG         language of what is printed: nb, nn or en; nb when left out
  --json              prints one JSON object a line for each file, as "tallgrunn check" does

Exit codes: 0 fine, 1 findings that block, 2 wrong usage or no template, 3 internal error.`;

const options = {
  template: { type: 'string' },
  terms: { type: 'string' },
  context: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const isWrongUsage = (error: unknown): error is Error =>
  error instanceof WrongUsage || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');

/** Runs the checker as a separate command. Returns the exit code and never throws. */
export async function tallgrunnCheck(argv: string[], to: Output): Promise<ExitCode> {
  const output: Output = { ...to, log: (message) => to.log(withoutControls(message)) };
  try {
    return await run(argv, output);
  } catch (error) {
    if (error instanceof OutputClosed) return exit.fine;
    if (!isWrongUsage(error)) {
      output.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return exit.fault;
    }
    output.log(`${error.message}\nSee: tallgrunn-check --help`);
    return exit.usage;
  }
}

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals: files } = parseArgs({ args: argv, options, allowPositionals: true });
  if (values.help) {
    await output.text(`${help}\n`);
    return exit.fine;
  }
  if (files.length === 0) throw new WrongUsage('Name at least one file.');
  const language = languageOf(values.lang);
  const terms = await termsWanted(values, (named) =>
    output.log(`${localText(named.title, language)}, ${named.cooperative}, version ${named.version}`),
  );
  const context = values.context === undefined ? undefined : await contextFrom(values.context);
  const said = values.json
    ? output
    : {
        ...output,
        line: (result: unknown) => output.text(withoutControls(formatForPeople(result as FileCheckResult, language))),
      };
  return checkFiles(files, { terms, context, plan: compilePlan(terms, context), language }, said);
}

async function termsWanted(
  { template, terms }: { template?: string | undefined; terms?: string | undefined },
  tell: (named: Omit<Awaited<ReturnType<typeof fetchTemplate>>, 'terms'>) => void,
): Promise<Terms> {
  if ((template === undefined) === (terms === undefined)) throw new WrongUsage('Name either --template or --terms.');
  if (terms !== undefined) return termsFrom(terms);
  const fetched = await fetchTemplate(template!);
  tell(fetched);
  return fetched.terms;
}
