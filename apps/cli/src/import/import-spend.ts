import { parseArgs } from 'node:util';
import { Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import {
  IMPORT_BATCH,
  ListImportProfiles,
  PreviewBatch,
  ReceiveBatch,
  ShowBatch,
  type BatchRequest,
} from '@tallgrunn/spend-server';
import { limits } from '@tallgrunn/values';
import { WrongUsage, type Command, type ExitCode } from '../command.ts';
import { runPendingJobs } from '../demo-load/run-pending-jobs.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { findOrganisation } from './find-organisation.ts';
import { importFiles, type ImportOne } from './import-files.ts';

const help = `Usage: npm run -s tallgrunn -- import spend FILE... [--buyer WHO] [--kind ledger|invoices|deliveries] [--period P] [--profile KEY] [--dry-run] [--as EMAIL] --json

Imports ledgers (CSV, XLSX, SAF-T), e-invoices and despatch advices (XML, zip), links them, matches them with the reports and recalculates the emissions.
A file that is already imported is rejected with the code batch-duplicate.

  --buyer WHO    whose spend it is: organisation number, municipality number or name; invoices can say it themselves
  --kind KIND    ledger, invoices or deliveries; by what the file holds when left out
  --period P     2026-03, 2026-Q1, 2026
  --profile KEY  the saved import profile of a ledger; the one that fits best when left out
  --dry-run      reads the file and prints the result (preview), and stores nothing
${actingHelp}

Each line: {file, kind, ok, batch}. batch has number, state, documents, lines, quarantined, repeated, totals (as the file has them), netTotals (without VAT), unknownTotals
(VAT not known, in no sum), findings.`;

const kindOf = (word: string | undefined): BatchRequest['kind'] => {
  if (word === undefined || word === 'ledger' || word === 'invoices' || word === 'deliveries') return word;
  throw new WrongUsage(`--kind is ledger, invoices or deliveries, and not "${word}".`);
};

/**
 * Returns the newest version of a saved profile by its key: the buyer's own, otherwise the shared one. @throws
 * WrongUsage
 */
async function profileOf(
  app: Parameters<ImportOne>[1],
  actor: Actor,
  key: string,
  buyerId: string | null,
): Promise<string> {
  const saved = await app
    .get(UnitOfWork, { strict: false })
    .run(actor, () => app.get(ListImportProfiles, { strict: false }).run());
  const fitting = saved.filter(({ id, profile }) => id !== null && profile.id === key);
  const found =
    fitting.find((each) => each.buyerId === buyerId && buyerId !== null) ??
    fitting.find((each) => each.buyerId === null);
  if (!found?.id)
    throw new WrongUsage(
      `--profile ${key}: no such profile is saved${buyerId === null ? '' : ' for the buyer or for all'}. Saved are: ${[...new Set(saved.flatMap(({ id, profile }) => (id === null ? [] : [profile.id])))].join(', ') || 'none'}. Save it with "profile save".`,
    );
  return found.id;
}

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const options = {
    buyer: { type: 'string' },
    profile: { type: 'string' },
    'dry-run': { type: 'boolean' },
    kind: { type: 'string' },
    period: { type: 'string' },
    json: { type: 'boolean' },
    ...actingOptions,
  } as const;
  const { values, positionals: files } = parseArgs({ args: argv, options, allowPositionals: true });
  const kind = kindOf(values.kind);
  const prepare = async (app: Parameters<ImportOne>[1], actor: Actor): Promise<ImportOne> => {
    const units = app.get(UnitOfWork, { strict: false });
    const work = runPendingJobs(app);
    const buyerId =
      values.buyer === undefined ? null : await findOrganisation(app, actor, 'buyer', '--buyer', values.buyer);
    const profileId = values.profile === undefined ? undefined : await profileOf(app, actor, values.profile, buyerId);
    return async (file) => {
      if (values['dry-run']) {
        const preview = await units.run(actor, () =>
          app.get(PreviewBatch, { strict: false }).run(file, { kind, buyerId, profileId, period: values.period }),
        );
        return { ok: preview.refusal === null && preview.quarantined === 0, dryRun: true, preview };
      }
      const lost = await units.run(actor, () =>
        app
          .get(Database, { strict: false })
          .one<{ id: string }>(`select id from spend.door_batch where file_sha256 = $1 and state = 'received'`, [
            file.sha256,
          ]),
      );
      const { id } =
        lost ??
        (await units.run(actor, () =>
          app.get(ReceiveBatch, { strict: false }).run(file, { kind, buyerId, profileId, period: values.period }),
        ));
      if (lost) await work.now(IMPORT_BATCH, actor, { subjectId: id });
      await work.until();
      const batch = await units.run(actor, () => app.get(ShowBatch, { strict: false }).run(id));
      const { progress: _, ...shown } = batch;
      return { ok: batch.state === 'posted' && batch.quarantined === 0 && batch.refusedDocuments === 0, batch: shown };
    };
  };
  return importFiles(
    { kind: 'spend', files, acting: values, sizeBytesMax: limits.spend.sizeBytesMax, prepare },
    output,
  );
}

export const importSpend: Command = { help, run };
