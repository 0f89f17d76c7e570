import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '..', '..');
const PATIENCE_MS = 100_000;

/** A product started without data, separate from the one of the other journeys. */
export interface OwnInstance {
  readonly address: string;
  /** Runs `tallgrunn set-up …` on it. Returns the personal link of the first person. */
  setUp(...words: string[]): Promise<string>;
  /**
   * Returns the link of the newest invitation to an address. Without a mail server, e-mails are files in the outbox
   * folder.
   */
  mailedLink(email: string): Promise<string>;
  stop(): Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** Resolves with the output of a program when it ends or matches `until`. */
function output(child: ChildProcess, until?: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error(`Waited too long: ${printed}`)), PATIENCE_MS);
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      if (until?.test(printed)) resolve(printed);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(printed);
      else reject(new Error(`It ended with ${code}: ${printed}`));
    });
  });
}

async function mailedLink(outbox: string, email: string): Promise<string> {
  for (const last = Date.now() + PATIENCE_MS; ; await pause(200)) {
    const names = (await readdir(outbox).catch(() => [] as string[])).sort().reverse();
    const texts = await Promise.all(names.map((name) => readFile(path.join(outbox, name), 'utf8').catch(() => '')));
    const link = texts
      .filter((text) => text.startsWith(`To: ${email}\n`))
      .flatMap((text) => /https?:\/\/\S+\/invitation\/\S+/.exec(text)?.[0] ?? [])[0];
    if (link) return link;
    if (Date.now() > last) throw new Error(`No invitation was mailed to ${email}`);
  }
}

/** @param settings environment variables; second factors are optional unless overridden */
export async function startEmpty(settings: Readonly<Record<string, string>> = {}): Promise<OwnInstance> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-empty-'));
  const [port, databasePort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    PORT: String(port),
    TALLGRUNN_DATABASE_PORT: String(databasePort),
    TALLGRUNN_DATA: folder,
    SECOND_FACTOR: 'optional',
    ...settings,
    DATABASE_URL: undefined,
    APP_DATABASE_URL: undefined,
  };
  const run = (name: string, words: readonly string[]) =>
    spawn(process.execPath, [path.join('tools', 'bootstrap.mjs'), path.join('tools', name), ...words], {
      cwd: root,
      env: env as NodeJS.ProcessEnv,
    });
  const server = run('start.mts', ['--empty']);
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  await output(server, /Ready in/);
  const setUp = async (...words: string[]) => {
    const printed = await output(run('tallgrunn.mts', ['set-up', ...words]));
    return (JSON.parse(printed.slice(printed.indexOf('{'))) as { invitation: { link: string } }).invitation.link;
  };
  return {
    address: `http://localhost:${port}`,
    setUp,
    mailedLink: (email) => mailedLink(path.join(folder, 'outbox'), email),
    stop,
  };
}
