import { existsSync } from 'node:fs';
import path from 'node:path';
import { Installation } from '../../tools/trial/installation.mts';
import { isHealthy } from '../../tools/start/wait-for-health.mts';
import { Imports } from './imports.ts';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('crashes: kill -9 of a whole installation, including the supervisor', () => {
  const installation = new Installation();
  let imports: Imports;

  beforeAll(async () => {
    await installation.start();
    imports = await Imports.setUp(installation);
  }, 300_000);

  afterAll(() => installation.remove(), 60_000);

  const stateOfFirst = () =>
    imports.sql('select state from reporting.report_version where id = $1', [imports.reports[0]?.id]);
  const lies = (...names: string[]) => existsSync(path.join(installation.folder, ...names));

  test('everything at once during two imports: the next start loses nothing', async () => {
    await imports.handIn(1_000, 1_000);
    await imports.untilNewestIn();
    await imports.submitFirst();
    await imports.beginTwo(60_000, 15_000);
    await installation.killAll();
    expect([lies('running.json'), lies('postgres-17', 'cluster', 'postmaster.pid')]).toEqual([true, true]);
    await installation.start();
    await imports.expectWholeOrNothing();
    await imports.expectAllOnce();
    expect(await stateOfFirst()).toEqual([{ state: 'accepted' }]);
  }, 420_000);

  test('only the supervisor: an immediate start adopts its programs', async () => {
    const postgres = installation.pidOf('postgres');
    const left = [installation.pidOf('serve'), installation.pidOf('work')];
    await installation.kill('supervisor');
    await installation.start();
    expect(installation.pidOf('postgres')).toBe(postgres);
    expect(
      [installation.pidOf('serve'), installation.pidOf('work')].filter((pid) => pid === 0 || left.includes(pid)),
    ).toEqual([]);
    await imports.handIn(1_000, 1_000);
    await imports.expectAllOnce();
  }, 120_000);

  test('Ctrl-C leaves no child process; the next start keeps the data', async () => {
    const all = [...installation.processes(), installation.pidOf('postgres')];
    expect(all.length).toBeGreaterThan(5);
    await installation.interrupt();
    expect(all.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect([
      lies('running.json'),
      lies('postgres-17', 'cluster', 'postmaster.pid'),
      await isHealthy(installation.address),
    ]).toEqual([false, false, false]);
    const began = performance.now();
    await installation.start();
    await imports.expectAllOnce();
    expect(await stateOfFirst()).toEqual([{ state: 'accepted' }]);
    process.stdout.write(
      `${JSON.stringify({ secondStartSeconds: Math.round((performance.now() - began) / 100) / 10, reports: imports.reports.length, ledgers: imports.ledgers.length })}\n`,
    );
  }, 120_000);

  test('a database of a newer version is rejected in one sentence, and everything ends', async () => {
    await imports.sql(`insert into platform.migration (name, sha256) values ('spend/9999-to-come', 'none')`);
    await installation.interrupt();
    await expect(installation.start()).rejects.toThrow(
      /\nThe database is newer than this program: it holds 1 step\(s\) this version does not know \(spend\/9999-to-come\)\. [^\n]+\n$/,
    );
    expect([installation.exitCode, installation.processes(), installation.pidOf('postgres')]).toEqual([1, [], 0]);
  }, 60_000);
});
