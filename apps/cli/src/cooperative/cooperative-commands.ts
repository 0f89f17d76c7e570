import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { deleteCooperative, exportCooperative, FindActor } from '@tallgrunn/identity-server';
import { readConfig, SecurityLog } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { openRooms } from '../open-rooms.ts';

const exportHelp = `Usage: npm run -s tallgrunn -- cooperative export --to FOLDER [--name NAME]

Writes all that is stored of a cooperative to a folder that does not exist yet: tables/ with one file of JSON lines a table, files/ as
they were submitted, and manifest.json with the rows, size and SHA-256 of each. Hashes of passwords, keys and links stay out.

  --name NAME   the cooperative, where there are several

Prints {"cooperativeId", "folder", "tables", "rows", "files"}.`;

const deleteHelp = `Usage: npm run -s tallgrunn -- cooperative delete --name NAME --confirm NAME

Deletes a cooperative whole: every row of every table, its files, its e-mails and the people who take part in nothing else. It cannot be
undone: export first. Stop the server and the worker before. DATABASE_URL must be the owner's.

  --confirm NAME   the name once more, exactly as it is

Prints {"cooperativeId", "name", "tables", "rows", "people", "lastHead"}.`;

/** Returns the cooperative with this name, or the only one when no name is given. @throws WrongUsage */
async function findCooperative(
  app: INestApplicationContext,
  name: string | undefined,
): Promise<{ id: string; name: string }> {
  const all = (await app.get(FindActor, { strict: false }).system('cli')).map(({ actor, cooperative }) => ({
    id: actor.cooperativeId,
    name: cooperative,
  }));
  const [only, ...others] = name === undefined ? all : all.filter((each) => each.name === name);
  if (only && others.length === 0) return only;
  throw new WrongUsage(
    `State with --name which cooperative: ${all.map((each) => `"${each.name}"`).join(', ') || 'there is none'}.`,
  );
}

async function runExport(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: { to: { type: 'string' }, name: { type: 'string' }, json: { type: 'boolean' } },
  });
  const folder = values.to;
  if (!folder) throw new WrongUsage('State with --to which folder to write to.');
  await openRooms(async (app) => {
    const { id } = await findCooperative(app, values.name);
    await app.get(SecurityLog).record({ event: 'cooperative-exported', cooperativeId: id, details: { via: 'cli' } });
    const { files } = await exportCooperative(readConfig(), id, folder);
    const tables = files.filter(({ rows }) => rows !== undefined);
    await output.line({
      cooperativeId: id,
      folder,
      tables: tables.length,
      rows: tables.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
      files: files.length - tables.length,
    });
  });
  return exit.fine;
}

async function runDelete(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: { name: { type: 'string' }, confirm: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (!values.name) throw new WrongUsage('State with --name which cooperative to delete.');
  if (values.confirm !== values.name)
    throw new WrongUsage(`Nothing was deleted. Repeat the name to confirm: --confirm "${values.name}".`);
  await openRooms(async (app) => {
    const { id } = await findCooperative(app, values.name);
    const deletion = await deleteCooperative(readConfig(), id);
    await app.get(SecurityLog).record({
      event: 'cooperative-deleted',
      details: {
        deletedCooperativeId: id,
        rows: deletion.rows,
        lastSequence: deletion.lastHead?.sequence ?? 0,
        lastHash: deletion.lastHead?.hash ?? '',
      },
    });
    await output.line(deletion);
  });
  return exit.fine;
}

export const cooperativeExport: Command = { help: exportHelp, run: runExport };
export const cooperativeDelete: Command = { help: deleteHelp, run: runDelete };
