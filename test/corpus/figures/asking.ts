import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Caller } from '../../security/caller.ts';
import { decimal, micro } from './micro.ts';
import type { RawRows } from './raw-rows.ts';
import type { Query } from './query.ts';
import type { CalculatedFigures } from './calculate.ts';

/** A loaded world with signed-in users, and the figures calculated independently from its raw rows. */
export interface FigureSource {
  /** Contract manager of the cooperative, and an administrator who may approve the manager's proposals. */
  readonly manager: Caller;
  readonly administrator: Caller;
  readonly query: Query;
  readonly rows: RawRows;
  readonly reckoned: CalculatedFigures;
  /** Environment variables that give the command line access to the database and folder. */
  readonly environment: Readonly<Record<string, string>>;
  /** Current day in the world, YYYY-MM-DD. */
  readonly today: string;
}

/** A range of months of a query. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
}

export const fetchFigures = async <T>({ manager }: FigureSource, address: string): Promise<T> =>
  (await manager.get(address).expect(200)).body as T;

/** Downloads a file as bytes. */
export async function download({ manager }: FigureSource, address: string): Promise<Buffer> {
  const { body } = await manager
    .get(address)
    .buffer()
    .parse((answer, done) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)));
    })
    .expect(200);
  return body as Buffer;
}

export const queryOf = (fields: Readonly<Record<string, string | number | undefined>>): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();

/** A place, the product's figure and the expected figure, where the two differ. */
export type Difference = readonly [place: string, said: string, reckoned: string];

/** Returns the differing figures, rounded to `digits` decimals: two for NOK, three for kg. */
export const differences = (
  figures: readonly (readonly [place: string, said: string | null | undefined, reckoned: bigint, digits?: number])[],
): Difference[] =>
  figures
    .map(
      ([place, figure, wanted, digits = 2]) =>
        [place, decimal(micro(figure ?? '0'), digits), decimal(wanted, digits)] as const,
    )
    .filter(([, figure, wanted]) => figure !== wanted);

/** Runs the command line as a subprocess and returns its output. */
export async function runCommandLine({ environment }: FigureSource, ...words: string[]): Promise<string> {
  const root = path.resolve(__dirname, '../../..');
  const run = promisify(execFile);
  const options = { cwd: root, env: { ...process.env, ...environment }, maxBuffer: 2 ** 30 };
  await run(process.execPath, ['tools/build/build-cli.mts'], options);
  const { stdout } = await run(process.execPath, ['dist/apps/cli/main.js', ...words], options);
  return stdout;
}

/** Returns the number of the latest emission run. */
export async function lastRun({ query }: FigureSource): Promise<number> {
  const [last] = await query<{ number: number }>('select max(number) as number from emissions.run');
  return last!.number;
}
