import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { exampleTerms } from '@tallgrunn/checks';
import { readingLimits } from '@tallgrunn/platform';
import { runCheck } from './run-check.ts';

jest.setTimeout(120_000);

const MB = 1024 * 1024;
const terms = exampleTerms['monthly-food']();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-check-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function program(text: string): Promise<string> {
  const file = path.join(folder, 'program.mjs');
  await writeFile(file, text);
  return file;
}

const request = () => ({ file: path.join(folder, 'report.csv'), name: 'report.csv', terms, context: {}, answers: {} });

describe('checking in a process of its own', () => {
  it('gives the verdict, and rows in files that go away again', async () => {
    await writeFile(path.join(folder, 'report.csv'), 'Noe;Annet\n1;2\n');
    const outcome = await runCheck(request(), { folder, limits: readingLimits(100) });
    expect(outcome).toMatchObject({ stoppedBy: null, verdict: { ok: false } });
    expect((await readFile(outcome.out.findings, 'utf8')).split('\n').length).toBeGreaterThan(1);
    await outcome.clear();
    expect((await readdir(folder)).filter((name) => name.startsWith('checking-'))).toEqual([]);
  });

  it('ends one that takes too much memory', async () => {
    const hungry = await program('const kept = []; for (;;) { kept.push(Buffer.alloc(4e6, 1)); await new Promise((done) => setTimeout(done, 5)); }');
    const outcome = await runCheck(request(), { folder, limits: { memoryBytesMax: 200 * MB, secondsMax: 60 }, program: hungry });
    expect(outcome).toMatchObject({ verdict: null, stoppedBy: 'memory' });
    await outcome.clear();
  });

  it('ends one that never comes to an end', async () => {
    const outcome = await runCheck(request(), { folder, limits: { memoryBytesMax: 400 * MB, secondsMax: 0.5 }, program: await program('for (;;) {}') });
    expect(outcome).toMatchObject({ verdict: null, stoppedBy: 'time' });
    await outcome.clear();
  });

  it('tells when one falls, with its last words', async () => {
    const outcome = await runCheck(request(), { folder, limits: readingLimits(100), program: await program('console.log("half a wo"); throw new Error("out of ink");') });
    expect(outcome).toMatchObject({ verdict: null, stoppedBy: 'crash', said: expect.stringContaining('out of ink') });
    await outcome.clear();
  });

  it('knows nothing of our database or secrets', async () => {
    process.env['DATABASE_URL'] = 'postgres://secret';
    const outcome = await runCheck(request(), { folder, limits: readingLimits(100), program: await program('throw new Error(Object.keys(process.env).join())') });
    delete process.env['DATABASE_URL'];
    expect(outcome.said).not.toContain('DATABASE_URL');
    await outcome.clear();
  });
});
