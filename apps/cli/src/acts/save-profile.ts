import { parseArgs } from 'node:util';
import { SaveImportProfile } from '@tallgrunn/spend-server';
import type { Command, ExitCode } from '../command.ts';
import { findOrganisation } from '../import/find-organisation.ts';
import type { Output } from '../output.ts';
import { readJson } from '../read-json.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { performAction, dryRunHelp, dryRunOption, inTransaction, onlyArgument } from './act.ts';

const help = `Usage: npm run -s tallgrunn -- profile save FILE.json [--buyer WHO] [--dry-run] --as EMAIL

Saves an import profile for a ledger (schema ledger-profile) as the next version of its key. If the newest version is the same, nothing is saved and \`existed\` is true.
"numbers": {"decimal": ",", "scale": 1000} says that amounts are in thousands.

  --buyer WHO    whose ledgers it is for: organisation number, municipality number or name; all of the cooperative's when left out
${dryRunHelp}
${actingHelp}

Prints {"file", "ok", "key", "id", "version", "existed"}. A profile that cannot be used is rejected with the part (detail) and the expected value (expected).`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { ...actingOptions, ...dryRunOption, buyer: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const file = onlyArgument(positionals, 'the one file with the profile');
  const isDryRun = values['dry-run'] === true;
  const profile = await readJson('The file', file);
  return performAction(
    values,
    'spend.import',
    { file, ...(isDryRun && { dryRun: true }) },
    output,
    async (app, actor) => {
      const own = actor.side === 'buyer' ? actor.organisationId : null;
      const buyerId =
        values.buyer === undefined ? own : await findOrganisation(app, actor, 'buyer', '--buyer', values.buyer);
      const key = (profile as { id?: string } | null)?.id ?? '';
      return {
        key,
        ...(await inTransaction(app, actor, isDryRun, () =>
          app.get(SaveImportProfile, { strict: false }).run(profile, buyerId, true),
        )),
      };
    },
  );
}

export const profileSave: Command = { help, run };
