import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Caller } from '../../security/caller.ts';
import { decimal, micro } from './micro.ts';
import type { RawRows } from './raw-rows.ts';
import type { Query } from './query.ts';
import type { Reckoned } from './reckon.ts';

/** A loaded world that is asked for its figures, and what was reckoned of it. */
export interface Asking {
  /** Contract manager of the cooperative, and an administrator who may approve what the manager proposes. */
  readonly manager: Caller;
  readonly administrator: Caller;
  readonly query: Query;
  readonly rows: RawRows;
  readonly reckoned: Reckoned;
  /** What the command line needs to know of the database and folder. */
  readonly environment: Readonly<Record<string, string>>;
  /** The day that it is in the world, YYYY-MM-DD. */
  readonly today: string;
}

/** Months that figures are asked of, besides all of them. */
export interface AskedMonths {
  readonly from: string;
  readonly to: string;
}

export const ask = async <T>({ manager }: Asking, address: string): Promise<T> =>
  (await manager.get(address).expect(200)).body as T;

/** A file as the bytes that came. */
export async function download({ manager }: Asking, address: string): Promise<Buffer> {
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

/** A place, what it says and what was reckoned, where the two differ. */
export type Difference = readonly [place: string, said: string, reckoned: string];

/** Where figures differ, after `digits` decimals: two of kroner, three of kg. */
export const differences = (
  said: readonly (readonly [place: string, said: string | null | undefined, reckoned: bigint, digits?: number])[],
): Difference[] =>
  said
    .map(
      ([place, figure, wanted, digits = 2]) =>
        [place, decimal(micro(figure ?? '0'), digits), decimal(wanted, digits)] as const,
    )
    .filter(([, figure, wanted]) => figure !== wanted);

/** Calls the command line as a process of its own, and answers what it prints. */
export async function callCommand({ environment }: Asking, ...words: string[]): Promise<string> {
  const root = path.resolve(__dirname, '../../..');
  const run = promisify(execFile);
  const options = { cwd: root, env: { ...process.env, ...environment }, maxBuffer: 2 ** 30 };
  await run(process.execPath, ['tools/build/build-cli.mts'], options);
  const { stdout } = await run(process.execPath, ['dist/apps/cli/main.js', ...words], options);
  return stdout;
}

/** The number of the newest emission run. */
export async function lastRun({ query }: Asking): Promise<number> {
  const [last] = await query<{ number: number }>('select max(number) as number from emissions.run');
  return last!.number;
}
