import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { FindActor } from '@tallgrunn/identity-server';
import { Database, INSTALLATION, securityEventNames, systemActor, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { openRooms } from '../open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- audit events [--since DAY] [--event NAME] [--failures]

Prints the security events of the whole installation, oldest first, including those of no cooperative.

  --since DAY    from this day (UTC) on, as 2026-08-10; the last seven days when left out
  --event NAME   one kind of event: ${securityEventNames.slice(0, 4).join(', ')} …
  --failures     failures and refusals only

Prints one line an event: {"occurredAt", "recordedAt", "event", "outcome", "count", "personId", "organisationId", "cooperativeId", "address", "accountHash", "details"}.`;

const WEEK_MS = 7 * 24 * 3600_000;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      since: { type: 'string' },
      event: { type: 'string' },
      failures: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const since = values.since ?? new Date(Date.now() - WEEK_MS).toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since)) throw new WrongUsage(`--since is a day as 2026-08-10, and not "${since}".`);
  if (values.event !== undefined && !(securityEventNames as readonly string[]).includes(values.event))
    throw new WrongUsage(`--event is one of ${securityEventNames.join(', ')}, and not "${values.event}".`);
  await openRooms(async (app) => {
    const system = await app.get(FindActor, { strict: false }).system('cli');
    for (const actor of [systemActor(INSTALLATION, { via: 'cli' }), ...system.map((each) => each.actor)]) {
      await printEvents(app, actor, [since, values.event ?? null, values.failures ?? false], output);
    }
  });
  return exit.fine;
}

async function printEvents(
  app: INestApplicationContext,
  actor: Actor,
  parameters: unknown[],
  output: Output,
): Promise<void> {
  const database = app.get(Database);
  await app.get(UnitOfWork).run(actor, async () => {
    const batches = database.stream(
      `select occurred_at as "occurredAt", recorded_at as "recordedAt", event, outcome, occurrence_count as count, person_id as "personId", organisation_id as "organisationId",
         nullif(cooperative_id, platform.installation()) as "cooperativeId", address, account_hash as "accountHash", details
       from platform.security_event
       where cooperative_id = platform.cooperative() and recorded_at >= $1::date and ($2::text is null or event = $2) and (not $3::boolean or outcome = 'failure') order by recorded_at, id`,
      parameters,
    );
    for await (const rows of batches) for (const row of rows) await output.line(row);
  });
}

export const listSecurityEvents: Command = { help, run };
