import { parseArgs } from 'node:util';
import { UnitOfWork } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import { languageOf } from '../finding.ts';
import { findOrganisation } from '../import/find-organisation.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions, withRoomsAs } from '../open-rooms.ts';
import { exportCombined } from './export-combined.ts';
import { exportKinds } from './export-kinds.ts';
import { exportTable } from './export-table.ts';

const names = ['combined', ...Object.keys(exportKinds)];

const help = `Usage: npm run -s tallgrunn -- export WHAT --json|--csv [--buyer WHO] [--supplier WHO] [--from M] [--to M] [--as EMAIL]

Prints stored data that the acting person may see.

  combined        purchases, reports and emissions, line by line
  lines           reported lines that are in force
  matches         which reported line is linked to which ledger line, and why
  findings        the findings of the checks, in every version of every report
  emissions       the emissions of each spend line, and the factor used

  --json          one JSON object a line; decimals are text
  --csv           semicolons, UTF-8; no cell is run as a formula
  --buyer WHO     organisation number, municipality number or name
  --supplier WHO  organisation number or name
  --from, --to M  months, both included: 2026-01
  --lang LANG     headings of combined as CSV: nb, nn, en; nb when left out
${actingHelp}`;

function monthOf(option: string, word: string | undefined): string | null {
  if (word === undefined) return null;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(word)) return word;
  throw new WrongUsage(`${option} is a month as 2026-01, and not "${word}".`);
}

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const own = {
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
    buyer: { type: 'string' },
    supplier: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    lang: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({
    args: argv,
    options: { ...own, ...actingOptions },
    allowPositionals: true,
  });
  const [what = ''] = positionals;
  const kind = exportKinds[what];
  if (positionals.length !== 1 || !names.includes(what))
    throw new WrongUsage(`Say what to export: ${names.join(', ')}.`);
  if (values.json && values.csv) throw new WrongUsage('Choose one of --json and --csv.');
  const [from, to] = [monthOf('--from', values.from), monthOf('--to', values.to)];
  const language = languageOf(values.lang);
  await withRoomsAs(values, async (app, actor) => {
    const find = (side: 'buyer' | 'supplier', word: string | undefined) =>
      word === undefined ? null : findOrganisation(app, actor, side, `--${side}`, word);
    const filter = {
      buyerId: await find('buyer', values.buyer),
      supplierId: await find('supplier', values.supplier),
      from,
      to,
    };
    const exporting = { app, actor, filter, output };
    const format = values.csv ? 'csv' : 'json';
    await app
      .get(UnitOfWork, { strict: false })
      .run(actor, () => (kind ? exportTable(kind, format, exporting) : exportCombined(format, language, exporting)));
  });
  return exit.fine;
}

export const exportCommand: Command = { help, run };
