import { parseArgs } from 'node:util';
import { FindAgreement, PublishTerms, TermsRequest } from '@tallgrunn/agreements-server';
import { exampleTerms, type ClausePackage } from '@tallgrunn/checks';
import { requireBody, UnitOfWork } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import { runPendingJobs } from '../demo-load/run-pending-jobs.ts';
import { languageOf } from '../finding.ts';
import type { Output } from '../output.ts';
import { readJson } from '../read-json.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { performAction, dryRunHelp, dryRunOption, inTransaction } from './act.ts';

const packages = Object.keys(exampleTerms) as ClausePackage[];

const publishHelp = `Usage: npm run -s tallgrunn -- terms publish [FILE.json] [--package NAME] --agreement N [--holds-from DAY] [--dry-run] --as EMAIL

Publishes what suppliers of an agreement report, as the next version; published terms are never changed. Where the newest version of the report says the same nothing is
published and \`existed\` is true. A document with mistakes is refused with all of them, each with its place.

  FILE.json         a terms document (schema terms), or with --package what differs from it
  --package NAME    a clause package to begin from: ${packages.join(', ')}
  --agreement N     the agreement's number
  --holds-from DAY  for periods that begin on or after this day; the agreement's first day, and later versions from the next period, when left out
${dryRunHelp}
  --lang LANG       of what to do about a refusal: nb, nn, en; nb when left out
${actingHelp}

Prints {"ok", "id", "version", "report", "holdsFrom", "sha256", "existed"}.`;

function packageOf(name: string | undefined): ClausePackage | undefined {
  const found = packages.find((each) => each === name);
  if (name !== undefined && !found)
    throw new WrongUsage(`There is no clause package "${name}". Choose among ${packages.join(', ')}.`);
  return found;
}

async function publish(argv: string[], output: Output): Promise<ExitCode> {
  const own = {
    package: { type: 'string' },
    agreement: { type: 'string' },
    'holds-from': { type: 'string' },
    lang: { type: 'string' },
    json: { type: 'boolean' },
  } as const;
  const { values, positionals } = parseArgs({
    args: argv,
    options: { ...actingOptions, ...dryRunOption, ...own },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  const { agreement, 'holds-from': holdsFrom } = values;
  const [name, language, isDryRun] = [packageOf(values.package), languageOf(values.lang), values['dry-run'] === true];
  if (others.length > 0 || (file === undefined && !name))
    throw new WrongUsage('Name the one file with the terms, or a clause package with --package.');
  if (agreement === undefined) throw new WrongUsage('State with --agreement whose terms these are, by its number.');
  if (holdsFrom !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(holdsFrom))
    throw new WrongUsage(`--holds-from is a day as 2026-01-01, and not "${holdsFrom}".`);
  const document = file === undefined ? {} : await readJson('The file', file);
  return performAction(
    values,
    'agreement.write',
    { agreement, ...(isDryRun && { dryRun: true }) },
    output,
    async (app, actor) => {
      const body = await requireBody(TermsRequest, {
        document,
        ...(name && { package: name }),
        ...(holdsFrom && { holdsFrom }),
        onlyIfChanged: true,
      });
      const id = await app
        .get(UnitOfWork, { strict: false })
        .run(actor, () => app.get(FindAgreement, { strict: false }).run(agreement));
      const published = await inTransaction(app, actor, isDryRun, () =>
        app
          .get(PublishTerms, { strict: false })
          .run(id, body.document, body.holdsFrom, { package: body.package, onlyIfChanged: true, language }),
      );
      if (!isDryRun) await runPendingJobs(app).until();
      return published;
    },
  );
}

const packageHelp = `Usage: npm run -s tallgrunn -- terms package [NAME]

Prints a clause package as a terms document, to change and publish; without a name, what there is. Needs no database.`;

async function printPackage(argv: string[], output: Output): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: argv, options: { json: { type: 'boolean' } }, allowPositionals: true });
  const name = packageOf(positionals[0]);
  if (name) await output.text(`${JSON.stringify(exampleTerms[name](), null, 2)}\n`);
  else
    for (const each of packages)
      await output.line({ name: each, title: exampleTerms[each]().title, frequency: exampleTerms[each]().frequency });
  return exit.fine;
}

export const termsPublish: Command = { help: publishHelp, run: publish };
export const termsPackage: Command = { help: packageHelp, run: printPackage };
