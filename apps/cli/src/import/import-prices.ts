import { parseArgs } from 'node:util';
import { FindAgreement, ImportAssortment } from '@tallgrunn/agreements-server';
import { UnitOfWork } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { dryRunHelp, dryRunOption, requirePermission } from '../acts/act.ts';
import { WrongUsage, type Command, type ExitCode } from '../command.ts';
import { runPendingJobs } from '../demo-load/run-pending-jobs.ts';
import { languageOf } from '../finding.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { findOrganisation } from './find-organisation.ts';
import { importFiles } from './import-files.ts';

const help = `Usage: npm run -s tallgrunn -- import prices FILE... --agreement N --supplier WHO [--kind agreed|list|cost] [--from DAY] [--until DAY] [--dry-run] --as EMAIL

Imports a supplier's items and prices (CSV, XLSX or a Peppol catalogue) as the next price version. A file that the newest version was made from is not imported again:
\`existed\`; one that should be in force on other days than that version is rejected.
A list with anything wrong in it is refused whole: each issue names sheet, row, column, what was found, what was expected and what to do (todo).

  --agreement N   the agreement's number
  --supplier WHO  organisation number or name
  --kind KIND     agreed prices, the supplier's list prices or its costs; agreed when left out
  --from DAY      the day from which it is in force; when left out, everything before it of its kind is replaced
  --until DAY     the last day on which it holds
${dryRunHelp}
  --lang LANG     of what to do about a refusal: nb, nn, en; nb when left out
${actingHelp}

Each line: {file, kind, ok, priceVersionId, number, items, existed, remarks}; with --dry-run {items, existed, remarks, changes}: neither the file nor a trace of it is kept.`;

const kindOf = (word: string | undefined): 'agreed' | 'list' | 'cost' => {
  if (word === undefined || word === 'agreed' || word === 'list' || word === 'cost') return word ?? 'agreed';
  throw new WrongUsage(`--kind is agreed, list or cost, and not "${word}".`);
};

function dayOf(option: string, word: string | undefined): string | null {
  if (word === undefined || /^\d{4}-\d{2}-\d{2}$/.test(word)) return word ?? null;
  throw new WrongUsage(`${option} is a day as 2026-01-01, and not "${word}".`);
}

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const own = {
    agreement: { type: 'string' },
    supplier: { type: 'string' },
    kind: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    lang: { type: 'string' },
    json: { type: 'boolean' },
  } as const;
  const { values, positionals: files } = parseArgs({
    args: argv,
    options: { ...actingOptions, ...dryRunOption, ...own },
    allowPositionals: true,
  });
  const { agreement, supplier } = values;
  const options = {
    kind: kindOf(values.kind),
    fromOn: dayOf('--from', values.from),
    untilOn: dayOf('--until', values.until),
    language: languageOf(values.lang),
  };
  if (agreement === undefined || supplier === undefined)
    throw new WrongUsage('State with --agreement and --supplier whose prices these are.');
  return importFiles(
    {
      kind: 'prices',
      files,
      acting: values,
      sizeBytesMax: limits.assortment.sizeBytesMax,
      prepare: async (app, actor) => {
        requirePermission(actor, 'agreement.write');
        const units = app.get(UnitOfWork, { strict: false });
        const supplierId = await findOrganisation(app, actor, 'supplier', '--supplier', supplier);
        const prices = app.get(ImportAssortment, { strict: false });
        return async (file) => {
          const id = await units.run(actor, () => app.get(FindAgreement, { strict: false }).run(agreement));
          if (values['dry-run'])
            return {
              ok: true,
              dryRun: true,
              ...(await units.run(actor, () => prices.preview(id, supplierId, file, options))),
            };
          const taken = await units.run(actor, () =>
            prices.run(id, supplierId, file, { ...options, onlyIfChanged: true }),
          );
          await runPendingJobs(app).until();
          return { ok: true, ...taken };
        };
      },
    },
    output,
  );
}

export const importPrices: Command = { help, run };
