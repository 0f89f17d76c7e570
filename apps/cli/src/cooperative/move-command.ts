import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { rooms } from '@tallgrunn/app-server';
import {
  deleteCooperative,
  findStoredCooperatives,
  sharedIdentityTables,
  stayingIdentityTables,
} from '@tallgrunn/identity-server';
import {
  cancelMove,
  compareBeforeDeletion,
  fileStorageOf,
  moveCooperative,
  MoveRejected,
  readConfig,
  readS3Settings,
  schemasOf,
  SecurityLog,
  type ComparedTable,
  type Config,
  type FileStorage,
  type MoveOptions,
} from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { openRooms } from '../open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- move-cooperative ID|NAME --to DATABASE_URL [--files FOLDER|s3] [--address URL] [--wait SECONDS]
       npm run -s tallgrunn -- move-cooperative ID|NAME --to DATABASE_URL [--files FOLDER|s3] --delete-source
       npm run -s tallgrunn -- move-cooperative ID|NAME --cancel [--to DATABASE_URL]

Moves one cooperative from the database in DATABASE_URL to another that the same version has migrated, while other cooperatives write.
Members of the cooperative can read meanwhile; a change is answered with 503 and Retry-After. Every table is compared at both ends, by
count and hash, before the target commits. Both addresses must be an owner's. After an interruption, run the same command again.

  --files FOLDER   the data folder of the target installation; s3 for the bucket in TARGET_S3_ENDPOINT, TARGET_S3_BUCKET and the other
                   variables of an object store with TARGET_ before them. Left out: both installations use the same storage
  --address URL    where members sign in afterwards; they are told it here
  --wait SECONDS   the longest wait for requests and jobs that have begun; 600 when left out
  --delete-source  compares once more, and deletes the copy of a cooperative that has moved. Stop the server and the worker before
  --cancel         lets the cooperative write here again after a move that was interrupted

Prints {"table", "source", "target"} for each table, and then
{"cooperativeId", "name", "rows", "tables", "files", "fileBytes", "jobs", "alreadyThere", "mapped", "isConfirmation", "seconds"}.`;

const options = {
  to: { type: 'string' },
  files: { type: 'string' },
  address: { type: 'string' },
  wait: { type: 'string' },
  'delete-source': { type: 'boolean' },
  cancel: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

type Values = Partial<Record<'to' | 'files' | 'address' | 'wait', string>>;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const [wanted, ...more] = positionals;
  if (!wanted || more.length > 0) throw new WrongUsage('State one cooperative, by its id or its name.');
  const config = readConfig();
  try {
    const [cooperative, ...others] = await findStoredCooperatives(config.ownerUrl, wanted);
    if (!cooperative) throw new WrongUsage(`There is no cooperative "${wanted}" in this database.`);
    if (others.length > 0) throw new WrongUsage(`Several cooperatives are called "${wanted}": state the id.`);
    if (values.cancel) return await cancel(config, cooperative.id, values.to ?? null, output);
    if (!values.to) throw new WrongUsage('State with --to the address of the database to move to.');
    const move = moveOptions(config, cooperative.id, values.to, values, output);
    if (values['delete-source']) return await deleteSource(config, move, output);
    return await moveTo(move, cooperative.name, output);
  } catch (error) {
    if (!(error instanceof MoveRejected)) throw error;
    output.log(error.message);
    return exit.blocked;
  }
}

function moveOptions(
  config: Config,
  cooperativeId: string,
  to: string,
  { files, address, wait }: Values,
  output: Output,
): MoveOptions {
  if (!/^postgres(ql)?:\/\//.test(to))
    throw new WrongUsage('--to is not the address of a PostgreSQL: write postgres://…');
  if (address !== undefined && !/^https?:\/\/\S+$/.test(address))
    throw new WrongUsage('--address is not a web address: write https://…');
  if (wait !== undefined && !/^\d{1,5}$/.test(wait)) throw new WrongUsage('--wait is not a number of seconds.');
  return {
    sourceUrl: config.ownerUrl,
    targetUrl: to,
    cooperativeId,
    schemas: schemasOf(rooms),
    shared: sharedIdentityTables,
    staying: stayingIdentityTables,
    sourceFiles: fileStorageOf(config),
    ...targetStorage(files, config),
    address: address ?? '',
    waitSeconds: Number(wait ?? 600),
    log: (sentence) => output.log(sentence),
  };
}

function targetStorage(
  files: string | undefined,
  config: Config,
): { targetFiles: FileStorage | null; stagingFolder: string } {
  if (files === undefined) return { targetFiles: null, stagingFolder: os.tmpdir() };
  if (files !== 's3') {
    const dataFolder = path.resolve(files);
    return { targetFiles: fileStorageOf({ dataFolder, s3: null }), stagingFolder: path.join(dataFolder, 'spool') };
  }
  const ofTarget = Object.entries(process.env).flatMap(([name, value]) =>
    name.startsWith('TARGET_S3_') ? [[name.slice('TARGET_'.length), value] as const] : [],
  );
  const s3 = readS3Settings(Object.fromEntries(ofTarget), config.allowUnencrypted);
  if (!s3) throw new WrongUsage('--files s3 needs TARGET_S3_ENDPOINT and TARGET_S3_BUCKET.');
  return { targetFiles: fileStorageOf({ dataFolder: os.tmpdir(), s3 }), stagingFolder: os.tmpdir() };
}

async function printTables(tables: readonly ComparedTable[], output: Output): Promise<void> {
  for (const each of tables) await output.line({ ...each });
}

const countRows = (tables: readonly ComparedTable[]): number =>
  tables.reduce((sum, { target }) => sum + target.rows, 0);

async function moveTo(move: MoveOptions, name: string, output: Output): Promise<ExitCode> {
  const { tables, files, ...report } = await moveCooperative(move);
  await printTables(tables, output);
  await output.line({
    cooperativeId: move.cooperativeId,
    name,
    rows: countRows(tables),
    tables: tables.length,
    files: files.count,
    fileBytes: files.sizeBytes,
    ...report,
  });
  // After the result: the cooperative has moved, whatever becomes of this entry.
  await openRooms((app) =>
    app.get(SecurityLog).record({
      event: 'cooperative-exported',
      cooperativeId: move.cooperativeId,
      details: { via: 'cli', moved: true, cooperative: move.cooperativeId },
    }),
  );
  return exit.fine;
}

async function deleteSource(config: Config, move: MoveOptions, output: Output): Promise<ExitCode> {
  const compared = await compareBeforeDeletion(move);
  await printTables(compared, output);
  const deletion = await deleteCooperative(config, move.cooperativeId, move.targetFiles ? 'deleted' : 'retained');
  await openRooms((app) =>
    app.get(SecurityLog).record({
      event: 'cooperative-deleted',
      details: {
        deletedCooperativeId: move.cooperativeId,
        rows: deletion.rows,
        lastSequence: deletion.lastHead?.sequence ?? 0,
        lastHash: deletion.lastHead?.hash ?? '',
      },
    }),
  );
  await output.line({ ...deletion });
  return exit.fine;
}

async function cancel(
  config: Config,
  cooperativeId: string,
  targetUrl: string | null,
  output: Output,
): Promise<ExitCode> {
  await cancelMove({ cooperativeId, sourceUrl: config.ownerUrl, targetUrl, shared: sharedIdentityTables });
  await output.line({ cooperativeId, cancelled: true });
  return exit.fine;
}

export const moveCooperativeCommand: Command = { help, run };
