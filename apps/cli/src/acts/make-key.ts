import { parseArgs } from 'node:util';
import { CreateApiKey } from '@tallgrunn/identity-server';
import { UnitOfWork, scopeNames, type KeyScope } from '@tallgrunn/platform';
import { WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { performAction, onlyArgument } from './act.ts';

const help = `Usage: npm run -s tallgrunn -- key make NAME --scope SCOPE… --until DAY --as EMAIL

Creates an API key that acts as the person, with the scopes named: for a script that calls the API. It is printed once. Each call creates another key.

  --scope SCOPE  can be given several times: ${scopeNames.join(', ')}
  --until DAY    its last valid day, YYYY-MM-DD
${actingHelp}

Prints {"ok", "id", "name", "prefix", "expiresAt", "key"}.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: {
      ...actingOptions,
      scope: { type: 'string', multiple: true },
      until: { type: 'string' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const name = onlyArgument(positionals, 'the key, by the system that will use it');
  const scopes = (values.scope ?? []).map(scopeOf);
  if (scopes.length === 0) throw new WrongUsage(`State with --scope what the key may do: ${scopeNames.join(', ')}.`);
  const { until: expiresOn = '' } = values;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expiresOn))
    throw new WrongUsage('State with --until the last day on which the key works, as 2026-12-31.');
  return performAction(values, 'api-key.manage', { name }, output, (app, actor) =>
    app
      .get(UnitOfWork, { strict: false })
      .run(actor, () => app.get(CreateApiKey, { strict: false }).run({ name, scopes, expiresOn })),
  );
}

function scopeOf(scopeName: string): KeyScope {
  const scope = scopeNames.find((each) => each === scopeName);
  if (!scope)
    throw new WrongUsage(`--scope ${scopeName}: there is no such scope. Choose among ${scopeNames.join(', ')}.`);
  return scope;
}

export const keyCreate: Command = { help, run };
