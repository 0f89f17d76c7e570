import { parseArgs } from 'node:util';
import { Problem, UnitOfWork } from '@tallgrunn/platform';
import { FindBatch, ReverseBatch, ShowBatch } from '@tallgrunn/spend-server';
import { withoutPersons } from '@tallgrunn/values';
import { WrongUsage, type Command, type ExitCode } from '../command.ts';
import { runPendingJobs } from '../demo-load/run-pending-jobs.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { performAction, dryRunHelp, dryRunOption, inTransaction, onlyArgument } from './act.ts';

const help = `Usage: npm run -s tallgrunn -- spend reverse BATCH --reason TEXT [--dry-run] --as EMAIL

Reverses a posted batch of spend: nothing is deleted, and the file can be imported again. BATCH is its number (S-2026-00001) or id.
Matching and emissions follow before the command ends.

  --reason TEXT  why it is reversed
${dryRunHelp}
${actingHelp}

Prints {"ok", "batch", "already", "counter"}; a batch that was already reversed has its reversal and \`already\` true.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { ...actingOptions, ...dryRunOption, reason: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const batch = onlyArgument(positionals, 'the one batch to reverse');
  const reason = withoutPersons(values.reason?.trim() ?? '');
  if (!reason) throw new WrongUsage('State with --reason why the batch is reversed.');
  const isDryRun = values['dry-run'] === true;
  return performAction(
    values,
    'spend.import',
    { batch, ...(isDryRun && { dryRun: true }) },
    output,
    async (app, actor) => {
      const units = app.get(UnitOfWork, { strict: false });
      const show = async (id: string) => {
        const { progress: _, ...shown } = await units.run(actor, () => app.get(ShowBatch, { strict: false }).run(id));
        return shown;
      };
      const id = await units.run(actor, () => app.get(FindBatch, { strict: false }).run(batch));
      try {
        const counter = await inTransaction(app, actor, isDryRun, () =>
          app.get(ReverseBatch, { strict: false }).run(id, reason),
        );
        if (isDryRun) return { already: false, counter };
        await runPendingJobs(app).until();
        return { already: false, counter: await show(counter.id) };
      } catch (error) {
        if (error instanceof Problem && error.code === 'batch-already-reversed')
          return { already: true, counter: await show(String(error.params['id'])) };
        throw error;
      }
    },
  );
}

export const spendReverse: Command = { help, run };
