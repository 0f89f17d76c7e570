import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { runCommand } from '@tallgrunn/app-cli/testing';
import { startServer, startAllRooms } from '@tallgrunn/app-server/testing';
import { CONFIG, type Config } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import passport from 'passport';
import { differences } from './shown-answer.ts';

jest.setTimeout(900_000);

const page = path.resolve(__dirname, '../../docs/integrators.md');
const has = (program: string): boolean => {
  try {
    execFileSync(program, ['--version']);
    return true;
  } catch {
    return false;
  }
};
const where = has('curl') && has('jq') ? describe : describe.skip;
const BETWEEN = '----- the next block -----';

/**
 * Replaces npm: passes the arguments to the test, which runs the command in its own process, and exits with the same
 * result.
 */
const npm = (port: number) => `#!${process.execPath}
const answer = await fetch('http://127.0.0.1:${port}', { method: 'POST', body: JSON.stringify({ words: process.argv.slice(2), from: process.cwd() }) });
const { code, stdout, log } = await answer.json();
process.stderr.write(log);
process.stdout.write(stdout);
process.exitCode = code;
`;

/** Returns the blocks of the page in order, each with the response shown below it. */
async function blocks(): Promise<{ call: string; answer: unknown }[]> {
  const text = await readFile(page, 'utf8');
  return [...text.matchAll(/```sh\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g)].map(([, each = '', answer = '']) => ({
    call: each,
    answer: JSON.parse(answer) as unknown,
  }));
}

where('the page for integrators', () => {
  const before = { ...process.env };
  let stand: TestApp;
  let served: NestExpressApplication;
  let commands: Server;
  let folder: string;
  let keys: passport.Strategy;

  beforeAll(async () => {
    stand = await startAllRooms();
    await stand.work();
    folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-integrators-'));
    served = await startServer(stand);
    keys = (passport as unknown as { _strategy(name: string): passport.Strategy })._strategy('api-key');
    await served.listen(0, '127.0.0.1');
    Object.assign(process.env, {
      DATABASE_URL: stand.database.ownerUrl,
      APP_DATABASE_URL: stand.database.appUrl,
      TALLGRUNN_DATA: stand.app.get<Config>(CONFIG).dataFolder,
      SESSION_SECRET: 'only-for-tests',
    });
    commands = createServer((request, response) => void answerCommand(request, response)).listen(0, '127.0.0.1');
    const shim = path.join(folder, 'bin', 'npm');
    await mkdir(path.dirname(shim));
    await writeFile(`${shim}.mjs`, npm((commands.address() as AddressInfo).port));
    await writeFile(shim, `#!/bin/sh\nexec "${process.execPath}" "${shim}.mjs" "$@"\n`, { mode: 0o755 });
  });
  afterAll(async () => {
    process.env = before;
    commands.close();
    await served.close();
    await stand.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Answers `npm run -s tallgrunn -- …`. File names are relative to the folder in which the command is typed. */
  async function answerCommand(request: AsyncIterable<Buffer>, response: { end(text: string): void }): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const { words: said, from } = JSON.parse(Buffer.concat(pieces).toString()) as { words: string[]; from: string };
    const words = said
      .slice(4)
      .map((word) => (/\.\w+$/.test(word) && existsSync(path.join(from, word)) ? path.join(from, word) : word));
    const { code, stdout, log } = await runCommand(...words).catch((error: unknown) => ({
      code: 3,
      stdout: '',
      log: String(error),
    }));
    // Passport strategies are global to the process: the command has replaced the server's strategy with its own, which
    // is closed by now.
    passport.use('api-key', keys);
    response.end(JSON.stringify({ code, log, stdout: stdout.replaceAll(`${from}${path.sep}`, '') }));
  }

  it('the page leads from an empty installation to figures, block by block, with the responses it shows', async () => {
    const all = await blocks();
    const text = await readFile(page, 'utf8');
    expect([all.length, text.match(/```sh\n/g)?.length]).toEqual([expect.any(Number), all.length]); // every block has a response
    expect(all.length).toBeGreaterThan(25);
    await writeFile(
      path.join(folder, 'page.sh'),
      ['set -euo pipefail', ...all.map((each) => `${each.call}\necho; echo '${BETWEEN}'`)].join('\n'),
    );
    const env = {
      PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}`,
      HOME: folder,
      TALLGRUNN: `http://127.0.0.1:${(served.getHttpServer().address() as AddressInfo).port}`,
    };
    const ran = await promisify(execFile)('bash', ['page.sh'], { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 }).catch(
      (failed: { stdout: string; stderr: string }) => failed,
    );
    const given = ran.stdout.split(BETWEEN);
    const wrong = all.flatMap(({ call: block, answer }, at) => {
      const said = given[at]?.trim() ?? '';
      const differ = differences(
        answer,
        said.startsWith('{') || said.startsWith('[') ? (JSON.parse(said) as unknown) : said,
      );
      return differ.length === 0 ? [] : [{ block, differ, said: said.slice(0, 1500) }];
    });
    // Only the first failing block is reported, because the following ones depend on it.
    expect({ wrong: wrong.slice(0, given.length), log: wrong.length > 0 ? ran.stderr.slice(-3000) : '' }).toEqual({
      wrong: [],
      log: '',
    });
  });
});
