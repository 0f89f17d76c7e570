import { parseArgs } from 'node:util';
import { RequestRun, ShowRun } from '@tallgrunn/matching-server';
import { UnitOfWork } from '@tallgrunn/platform';
import type { Command, ExitCode } from '../command.ts';
import { runPendingJobs } from '../demo-load/run-pending-jobs.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { performAction } from './act.ts';

const help = `Usage: npm run -s tallgrunn -- match run --as EMAIL

Matches what is reported with what is booked now, waits until the figures are recalculated, and prints the result.
Imports do this automatically; a script that imports through the API can use it to wait until it is done.

${actingHelp}

Prints {"ok", "state": "done", "requestedAt", "run": {"number", "opened", "closed", "agreementPurchases", "allPurchases", "linked", "notTied", "over", "outside", "states": [{"side", "state", "lines", "amount"}]}}.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options: { ...actingOptions, json: { type: 'boolean' } } });
  return performAction(values, 'matching.run', {}, output, async (app, actor) => {
    const units = app.get(UnitOfWork, { strict: false });
    const { requestedAt } = await units.run(actor, () => app.get(RequestRun, { strict: false }).run());
    await runPendingJobs(app).until();
    return { ...(await units.run(actor, () => app.get(ShowRun, { strict: false }).run(requestedAt))) };
  });
}

export const matchRun: Command = { help, run };
