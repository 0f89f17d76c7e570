import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Verdict } from '@tallgrunn/checks';
import { readingLimits } from '@tallgrunn/platform';
import { runCheck } from '@tallgrunn/reporting-server/testing';
import { layOutCorpus, type Judged } from './corpus.ts';
import { differing, inGroups, printed, told } from './told.ts';

jest.setTimeout(900_000);

const root = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-parity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines that a program of this folder prints. */
async function linesOf(program: string, ...words: string[]): Promise<string[]> {
  const child = spawn(process.execPath, [path.join(root, program), ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, log, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit') as Promise<[number]>]);
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${log}`);
  return out.split('\n').filter((line) => line !== '');
}

/** What the server's own process says of a file that was looked through where it came from, put together as the server holds it. */
async function onServer({ name, terms, context }: Judged): Promise<Verdict> {
  const request = { file: path.join(folder, name), name, terms, context, answers: { looked: true }, rows: null, findingsMax: Number.MAX_SAFE_INTEGER };
  const { verdict, findings, stoppedBy, said } = await runCheck(request, { limits: readingLimits(1e6), program: path.join(root, 'dist/apps/cli/check-file.js') });
  if (!verdict) throw new Error(`${name} stopped by ${stoppedBy}: ${said}`);
  return { ...verdict, findings, further: verdict.further.map(({ rows, ...place }) => ({ ...place, rows: Uint32Array.from(rows) })) };
}

describe('a file gets the same verdict to the letter', () => {
  let corpus: Judged[];
  const expected = (write: (name: string, verdict: Verdict) => string, of: 'verdict' | 'sent' = 'verdict') => new Map(corpus.map((each) => [each.name, write(each.name, each[of])]));

  beforeAll(async () => {
    corpus = await layOutCorpus(folder);
    await linesOf('tools/build/build-cli.mts');
    const findings = corpus.reduce((sum, { verdict }) => sum + verdict.findings.length, 0);
    process.stdout.write(`\nparity: ${corpus.length} files, ${corpus.reduce((sum, { verdict }) => sum + verdict.rows, 0)} lines, ${findings} findings of ${new Set(corpus.flatMap(({ verdict }) => Object.keys(verdict.counts))).size} checks\n`);
  });

  it('in files that say something', () => {
    const kinds = new Set(corpus.flatMap(({ verdict }) => Object.keys(verdict.counts)));
    expect(corpus.length).toBeGreaterThanOrEqual(69);
    expect(kinds.size).toBeGreaterThan(45);
    expect(corpus.filter(({ verdict }) => verdict.further.length > 0)).toEqual([]); // a page is not told where findings beyond the kept ones are
  });

  it('that holds every line the agreement takes, whatever else stays with the supplier', () => {
    const reports = corpus.filter(({ name, asked }) => name === asked);
    expect(reports.filter(({ verdict, sent }) => sent.rows < verdict.rows).length).toBeGreaterThan(0);
    expect(reports.filter(({ verdict, sent }) => sent.accepted !== verdict.accepted).map(({ name, verdict, sent }) => `${name}: ${sent.accepted} of ${verdict.accepted}`)).toEqual([]);
  });

  it('in a browser', async () => {
    const given = (await linesOf('test/parity/ask-browser.mts', folder)).map((line) => JSON.parse(line) as { name: string; verdict: string });
    expect(corpus.filter(({ sent }) => inGroups(sent).findings.length !== sent.findings.length)).toEqual([]);
    expect(differing(expected((name, verdict) => told(name, inGroups(verdict)), 'sent'), new Map(given.map(({ name, verdict }) => [name, verdict])))).toEqual([]);
  });

  it('from the command line', async () => {
    const given = (await linesOf('test/parity/ask-command.mts', folder)).map((line) => [(JSON.parse(line) as { file: string }).file, line] as const);
    expect(differing(expected(printed), new Map(given))).toEqual([]);
  });

  it('on the server', async () => {
    const given = new Map<string, string>();
    const left = corpus.values();
    const takeOn = async () => {
      for (const each of left) given.set(each.name, told(each.name, await onServer(each)));
    };
    await Promise.all([takeOn(), takeOn()]);
    expect(differing(expected(told), given)).toEqual([]);
  });

  it('and one letter, one finding or one file more would be told', () => {
    const right = expected(told);
    const { name, verdict } = corpus.find((each) => each.verdict.findings.length > 1)!;
    const planted = (changed: Verdict) => new Map([...right, [name, told(name, changed)]]);
    const [first, ...others] = verdict.findings;
    expect(differing(right, new Map(right))).toEqual([]);
    expect(differing(right, planted({ ...verdict, findings: [{ ...first!, expected: `${first!.expected ?? ''}.` }, ...others] }))).toEqual([name]);
    expect(differing(right, planted({ ...verdict, findings: others }))).toEqual([name]);
    expect(differing(right, planted({ ...verdict, findings: [...others, first!] }))).toEqual([name]);
    expect(differing(right, new Map([...right, ['another', '{}']]))).toEqual(['another']);
    right.delete(name);
    expect(differing(right, expected(told))).toEqual([name]);
  });
});
