import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { startServer, startAllRooms } from '@tallgrunn/app-server/testing';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { createApiKey, setUpParties } from '@tallgrunn/identity-server/testing';
import { Clock } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { limits } from '@tallgrunn/values';
import { differences } from './shown-answer.ts';

const document = path.resolve(__dirname, '../../docs/api.md');
const hasCurl = (() => {
  try {
    execFileSync('curl', ['--version']);
    return true;
  } catch {
    return false;
  }
})();
const where = hasCurl ? describe : describe.skip;

/** Returns each call on the page with the response shown below it. */
async function examples(): Promise<{ call: string; answer: unknown }[]> {
  const text = await readFile(document, 'utf8');
  return [...text.matchAll(/```sh\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g)].map(([, call = '', answer = '']) => ({
    call,
    answer: JSON.parse(answer) as unknown,
  }));
}

where('the examples of the API’s page', () => {
  let stand: TestApp;
  let served: NestExpressApplication;
  let folder: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    stand = await startAllRooms();
    const parties = await setUpParties(stand);
    const { obligations } = await setUpAgreement(stand, parties);
    await stand.work();
    served = await startServer(stand);
    served.get(Clock).runFrom(stand.clock.now());
    await served.listen(0, '127.0.0.1');
    folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-examples-'));
    const { port } = served.getHttpServer().address() as AddressInfo;
    const key = await createApiKey(stand, parties.suppliers[0]!.actor, ['report:check', 'report:submit']);
    env = {
      PATH: process.env['PATH'],
      TALLGRUNN: `http://127.0.0.1:${port}`,
      KEY: key,
      OBLIGATION: obligations['2026-03'],
      BUYER_KEY: await createApiKey(stand, parties.buyers[0]!.actor, ['spend:import']),
    };
  });
  afterAll(async () => {
    await served.close();
    await stand.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('the API examples return the responses on the page, in sequence', async () => {
    const all = await examples();
    expect(all.length).toBeGreaterThanOrEqual(9);
    for (const { call, answer } of all) {
      const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', call], {
        cwd: folder,
        env,
        maxBuffer: 16 * 1024 * 1024,
      });
      expect([call, differences(answer, JSON.parse(stdout))]).toEqual([call, []]);
    }
  });

  it('the page states the limits', async () => {
    const text = await readFile(document, 'utf8');
    const { apiKey, sending, report, spendLines, uploads } = limits;
    for (const said of [
      `${apiKey.daysMax} days at most`,
      `${apiKey.callsPerMinuteMax} calls a minute`,
      `${apiKey.perOrganisationMax} working keys`,
      `reminds them ${apiKey.remindDaysBefore} days before`,
      `waits ${sending.waitSecondsMax} seconds at most`,
      `more than ${sending.findingsMax.toLocaleString('en')}`,
      `kept for ${sending.answerDays} days`,
      `| ${uploads.atWorkMax} and ${uploads.atWorkBytesMax / 1024 ** 3} GB: 429`,
      `1 to ${sending.idempotencyKeyCharactersMax} printable`,
      `${report.sizeBytesMax / 1024 ** 2} MB`,
      `${spendLines.linesMax.toLocaleString('en')} at most and ${spendLines.sizeBytesMax / 1024 ** 2} MB`,
    ])
      expect(text).toContain(said);
  });
});
