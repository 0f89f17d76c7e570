import { parseArgs } from 'node:util';
import { ApplyPartyTable, partyTableNames, type PartyTable } from '@tallgrunn/agreements-server';
import { limits } from '@tallgrunn/values';
import { dryRunHelp, dryRunOption, inTransaction, requirePermission } from '../acts/act.ts';
import { WrongUsage, type Command, type ExitCode } from '../command.ts';
import { runPendingJobs } from '../demo-load/run-pending-jobs.ts';
import { languageOf } from '../finding.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { importFiles } from './import-files.ts';

const help = `Usage: npm run -s tallgrunn -- import table FILE... --kind KIND [--dry-run] --as EMAIL

Imports a table of parties (CSV, XLSX or JSON lines), all rows or none. A row that already exists is unchanged, so a table can be sent twice; one that differs is
rejected. Each issue names file, row, column, what was found, what was expected and what to do (todo). The file is not stored.

  --kind KIND    ${partyTableNames.join(', ')}. Their columns (needed ones in capitals; an organisation is named by number or whole name):
                   parties       KIND (buyer, supplier), NAME, orgNumber, municipalityNumber
                   predecessors  SUPPLIER, NAME of who it was before, orgNumber, fromOn, untilOn
                   hosts         BUYER, KIND (municipality, iks, kf, church, private-kindergarten, host-cooperation), host that keeps its ledger
                   names         SUPPLIER, NAME that it uses, BUYER it means
  --test-numbers numbers of synthetic companies (they begin with 2 or 3) are meant
${dryRunHelp}
  --lang LANG    of what to do about a refusal: nb, nn, en; nb when left out
${actingHelp}

Each line: {file, kind, ok, added, same, rows: [{row, state, party, partyId}]}.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const own = {
    kind: { type: 'string' },
    lang: { type: 'string' },
    'test-numbers': { type: 'boolean' },
    json: { type: 'boolean' },
  } as const;
  const { values, positionals: files } = parseArgs({
    args: argv,
    options: { ...actingOptions, ...dryRunOption, ...own },
    allowPositionals: true,
  });
  const kind = partyTableNames.find((each): each is PartyTable => each === values.kind);
  if (!kind) throw new WrongUsage(`State with --kind what the table is of: ${partyTableNames.join(', ')}.`);
  const [language, isDryRun] = [languageOf(values.lang), values['dry-run'] === true];
  return importFiles(
    {
      kind,
      files,
      acting: values,
      sizeBytesMax: limits.assortment.sizeBytesMax,
      prepare: async (app, actor) => {
        requirePermission(actor, 'agreement.write');
        return async (file) => {
          const { kind: _, ...applied } = await inTransaction(app, actor, isDryRun, () =>
            app
              .get(ApplyPartyTable, { strict: false })
              .run(kind, file, { language, testNumbers: values['test-numbers'] === true }),
          );
          if (!isDryRun) await runPendingJobs(app).until();
          return { ok: true, ...(isDryRun && { dryRun: true }), ...applied };
        };
      },
    },
    output,
  );
}

export const importTable: Command = { help, run };
