import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { ExportFolder, ExportParquet, type ParquetManifest } from '@tallgrunn/exchange-server';
import { FindActor } from '@tallgrunn/identity-server';
import { Clock, Instance, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { actingOptions, openRooms, withRoomsAs } from '../open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- export parquet --to FOLDER [--as EMAIL] [--for NAME]

Writes the tables of the data feed to a folder as Parquet: cooperative=ID/year=YYYY/TABLE.parquet, or cooperative=ID/TABLE.parquet for
tables without years, and manifest.json with the rows, size and SHA-256 of each file. Files get their names when all are complete, and
replace those of an earlier export.

  --to FOLDER    the folder; it is created if it does not exist
  --as EMAIL     the person to act as; without it every cooperative is exported completely
  --for NAME     the organisation to act for, where the person is a member of several

Prints {"folder", "files", "rows", "bytes"}.`;

interface Exporter {
  readonly actor: Actor;
  readonly cooperative: string;
}

/** Exports for each actor in a unit of work of its own, then publishes everything at once. */
async function exportFor(
  app: INestApplicationContext,
  exporters: readonly Exporter[],
  to: string,
): Promise<ParquetManifest> {
  const folder = new ExportFolder(to);
  try {
    const files = [];
    for (const { actor } of exporters)
      files.push(
        ...(await app
          .get(UnitOfWork, { strict: false })
          .run(actor, () => app.get(ExportParquet, { strict: false }).run(folder))),
      );
    const manifest: ParquetManifest = {
      format: 'tallgrunn-parquet/1',
      exportedAt: app.get(Clock, { strict: false }).now().toISOString(),
      cooperatives: exporters.map(({ actor, cooperative }) => ({ id: actor.cooperativeId, name: cooperative })),
      files,
    };
    await folder.publish(manifest);
    return manifest;
  } catch (error) {
    await folder.discard();
    throw error;
  }
}

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: { to: { type: 'string' }, json: { type: 'boolean' }, ...actingOptions },
  });
  const { to } = values;
  if (!to) throw new WrongUsage('State with --to which folder to write to.');
  const all = (app: INestApplicationContext) => app.get(FindActor, { strict: false }).system('cli');
  const { files } =
    values.as === undefined
      ? await openRooms(async (app) => {
          await app.get(Instance, { strict: false }).setClock();
          return exportFor(app, await all(app), to);
        })
      : await withRoomsAs(values, async (app, actor) => {
          const cooperative = (await all(app)).find((each) => each.actor.cooperativeId === actor.cooperativeId);
          return exportFor(app, [{ actor, cooperative: cooperative?.cooperative ?? '' }], to);
        });
  await output.line({
    folder: to,
    files: files.length,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    bytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  });
  return exit.fine;
}

export const exportParquet: Command = { help, run };
