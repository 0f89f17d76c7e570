import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork, type Actor } from '@tallgrunn/platform';
import { AcceptVersion, FindVersion, ReturnVersion, ShowVersion } from '@tallgrunn/reporting-server';
import { withoutPersons } from '@tallgrunn/values';
import { WrongUsage, type Command, type ExitCode } from '../command.ts';
import { runPendingJobs } from '../demo-load/run-pending-jobs.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { performAction, dryRunHelp, dryRunOption, inTransaction, onlyArgument } from './act.ts';

const prints =
  'Prints {"ok", "report", "already", "version"}; `already` is true where it had been done before. A version in another state is refused: 409 version-not-submitted.';

const acceptHelp = `Usage: npm run -s tallgrunn -- report accept REPORT [--dry-run] --as EMAIL

Accepts a submitted report: its lines count from now on. REPORT is its number (R-2026-00001, or R-2026-00001/2 for one of its versions) or the version's id.
A report that the cooperative handed in for the supplier needs another, independent person, as on the page.

${dryRunHelp}
${actingHelp}

${prints}`;

const returnHelp = `Usage: npm run -s tallgrunn -- report return REPORT --reason TEXT [--dry-run] --as EMAIL

Sends a submitted report back to the supplier: it does not count as delivered. The supplier gets the reason.

  --reason TEXT  what is wrong, and what to do
${dryRunHelp}
${actingHelp}

${prints}`;

type Decide = (app: INestApplicationContext, versionId: string) => Promise<void>;

async function decide(
  report: string,
  done: 'accepted' | 'returned',
  values: { as?: string; for?: string; 'dry-run'?: boolean },
  output: Output,
  decision: Decide,
): Promise<ExitCode> {
  return performAction(
    values,
    'report.review',
    { report, ...(values['dry-run'] && { dryRun: true }) },
    output,
    async (app, actor) => {
      const units = app.get(UnitOfWork, { strict: false });
      const versionId = await units.run(actor, () => app.get(FindVersion, { strict: false }).run(report));
      const show = () => showVersion(app, actor, versionId);
      if ((await show()).state === done) return { already: true, version: await show() };
      const isDryRun = values['dry-run'] === true;
      const version = await inTransaction(app, actor, isDryRun, async () => {
        await decision(app, versionId);
        return app.get(ShowVersion, { strict: false }).run(versionId);
      });
      if (!isDryRun) await runPendingJobs(app).until();
      const { progress: _, ...shown } = isDryRun ? version : await show();
      return { already: false, version: shown };
    },
  );
}

const showVersion = (app: INestApplicationContext, actor: Actor, versionId: string) =>
  app.get(UnitOfWork, { strict: false }).run(actor, () => app.get(ShowVersion, { strict: false }).run(versionId));

const own = { ...actingOptions, ...dryRunOption, json: { type: 'boolean' } } as const;

export const reportAccept: Command = {
  help: acceptHelp,
  run: (argv, output) => {
    const { values, positionals } = parseArgs({ args: argv, options: own, allowPositionals: true });
    return decide(onlyArgument(positionals, 'the one report to accept'), 'accepted', values, output, (app, versionId) =>
      app.get(AcceptVersion, { strict: false }).run(versionId),
    );
  },
};

export const reportReturn: Command = {
  help: returnHelp,
  run: async (argv, output) => {
    const { values, positionals } = parseArgs({
      args: argv,
      options: { ...own, reason: { type: 'string' } },
      allowPositionals: true,
    });
    const reason = withoutPersons(values.reason?.trim() ?? '');
    if (!reason) throw new WrongUsage('State with --reason why the report is sent back: the supplier reads it.');
    return decide(
      onlyArgument(positionals, 'the one report to send back'),
      'returned',
      values,
      output,
      (app, versionId) => app.get(ReturnVersion, { strict: false }).run(versionId, reason),
    );
  },
};
