import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { PersonalColumn, CheckResult } from '@tallgrunn/checks';
import { limitsForFile } from '@tallgrunn/platform';
import { runCheck } from '@tallgrunn/reporting-server/testing';
import { addCopies, writeCorpus, checkFile, type CheckedCase, type RedactedCopy } from './corpus.ts';
import { differingNames, inGroups, commandOutput, checkResultText } from './wording.ts';

jest.setTimeout(900_000);

const root = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-parity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Returns the output lines of a program of this repository. */
async function linesOf(program: string, ...words: string[]): Promise<string[]> {
  const child = spawn(process.execPath, [path.join(root, program), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, log, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${log}`);
  return out.split('\n').filter((line) => line !== '');
}

/** Returns the result of the server's own subprocess for a file, combined as on the server. */
async function onServer({ name, terms, context, withheld }: CheckedCase): Promise<CheckResult> {
  const request = {
    file: path.join(folder, name),
    name,
    terms,
    context,
    answers: { looked: true, ...(withheld && { withheld }) },
    rows: null,
    findingsMax: Number.MAX_SAFE_INTEGER,
  };
  const { verdict, findings, stoppedBy, said } = await runCheck(request, {
    limits: limitsForFile(1e6),
    program: path.join(root, 'dist/apps/cli/check-file.js'),
  });
  if (!verdict) throw new Error(`${name} stopped by ${stoppedBy}: ${said}`);
  return {
    ...verdict,
    findings,
    further: verdict.further.map(({ rows, ...place }) => ({ ...place, rows: Uint32Array.from(rows) })),
  };
}

interface Browsed {
  readonly name: string;
  readonly verdict: string;
  readonly sent: RedactedCopy | null;
}

describe('a file gets the same check result in all places', () => {
  let corpus: CheckedCase[];
  /** Results of the browser, and the redacted copies it made: without other customers or personal data. */
  let browsed: Browsed[];
  let copies: Map<string, CheckedCase>;
  /** The files that the browser submits: each file, or its redacted copy. */
  let sent: CheckedCase[];
  const texts = (judged: readonly CheckedCase[], write: (name: string, verdict: CheckResult) => string) =>
    new Map(judged.map(({ name, verdict }) => [name, write(name, verdict)]));

  beforeAll(async () => {
    corpus = await writeCorpus(folder);
    await linesOf('tools/build/build-cli.mts');
    browsed = (await linesOf('test/parity/check-in-browser.mts', folder)).map((line) => JSON.parse(line) as Browsed);
    const copyNames = new Map(
      browsed.flatMap(({ name, sent: copy }) => (copy === null ? [] : [[name, copy] as const])),
    );
    const added = await addCopies(folder, corpus, copyNames);
    copies = new Map([...copyNames].map(([whole, copy]) => [whole, added.find(({ name }) => name === copy.name)!]));
    sent = corpus.map((each) => copies.get(each.name) ?? each);
    const findings = corpus.reduce((sum, { verdict }) => sum + verdict.findings.length, 0);
    process.stdout.write(
      `\nparity: ${corpus.length} files and ${copies.size} copies that are sent instead, ${corpus.reduce((sum, { verdict }) => sum + verdict.rows, 0)} lines, ${findings} findings of ${new Set(corpus.flatMap(({ verdict }) => Object.keys(verdict.counts))).size} checks\n`,
    );
  });

  it('in files with findings', () => {
    const kinds = new Set(corpus.flatMap(({ verdict }) => Object.keys(verdict.counts)));
    expect(corpus.length).toBeGreaterThanOrEqual(80);
    expect(kinds.size).toBeGreaterThan(45);
    expect(
      [
        'reported-below-booked',
        'declaration-expired',
        'declaration-negative',
        'declaration-product',
        'declaration-scale',
        'declaration-sum',
      ].filter((code) => !kinds.has(code)),
    ).toEqual([]);
    expect(copies.size).toBeGreaterThan(0);
    expect(corpus.filter(({ verdict }) => verdict.further.length > 0)).toEqual([]); // a page does not get the locations of findings beyond the stored ones
  });

  it('in files under own rules: the rows that break one, and no row that keeps it or leaves it unknown', () => {
    const drawn = corpus.filter(({ broken }) => broken !== undefined);
    const foundIn = ({ verdict }: CheckedCase) =>
      verdict.findings.filter(({ code }) => code === 'own-rule').map(({ cause, place }) => `${cause}/${place?.row}`);
    expect(drawn.map((each) => [each.name, foundIn(each).sort()])).toEqual(
      drawn.map(({ name, broken }) => [name, [...broken!].sort()]),
    );
    expect(drawn.filter(({ broken }) => broken!.length > 0)).toHaveLength(drawn.length / 2);
    expect(new Set(drawn.flatMap(({ broken }) => broken!.map((each) => each.split('/')[0]))).size).toBe(8);
    const workbook = corpus.find(({ name }) => name.startsWith('own-rules-in--'))!;
    expect(foundIn(workbook).length).toBeGreaterThan(1);
  });

  it('with every line of the agreement, whatever else the supplier removes', () => {
    const whole = corpus.filter(({ name }) => copies.has(name));
    expect(whole.some(({ name, verdict }) => copies.get(name)!.verdict.rows < verdict.rows)).toBe(true);
    expect(
      whole
        .filter(({ name, verdict }) => copies.get(name)!.verdict.accepted !== verdict.accepted)
        .map(({ name, verdict }) => `${name}: ${copies.get(name)!.verdict.accepted} of ${verdict.accepted}`),
    ).toEqual([]);
  });

  it('in a browser, for the redacted copy', () => {
    expect(sent.filter(({ verdict }) => inGroups(verdict).findings.length !== verdict.findings.length)).toEqual([]);
    const changed = new Set(browsed.filter(({ sent: copy }) => copy?.changesLines).map(({ name }) => name));
    const expected = new Map(
      corpus.map(({ name, verdict }) => [
        name,
        checkResultText(name, inGroups((changed.has(name) ? copies.get(name)?.verdict : undefined) ?? verdict)),
      ]),
    );
    expect(differingNames(expected, new Map(browsed.map(({ name, verdict }) => [name, verdict])))).toEqual([]);
  });

  it('in its questions, for a copy that only lacks unused columns', () => {
    const questions = ({ groups, accepted, rows }: CheckResult) =>
      JSON.stringify([
        rows,
        accepted,
        groups
          .filter(({ severity }) => severity !== 'info')
          .map(({ code, severity, count }) => [code, severity, count]),
      ]);
    const alike = browsed
      .filter(({ sent: copy }) => copy !== null && !copy.changesLines)
      .map(({ name }) => corpus.find((each) => each.name === name)!)
      .filter(({ verdict }) => verdict.accepted > 0);
    expect(alike.length).toBeGreaterThan(10);
    expect(
      alike
        .filter(({ name, verdict }) => questions(copies.get(name)!.verdict) !== questions(verdict))
        .map(({ name, verdict }) => `${name}: ${questions(copies.get(name)!.verdict)} of ${questions(verdict)}`),
    ).toEqual([]);
  });

  it('in a browser, for removed personal columns: as for the whole file, with every removal reported', () => {
    const whole = corpus.filter(({ name }) => name.startsWith('persons-in--'));
    expect(whole.map(({ verdict }) => verdict.counts['personal-column'])).toEqual([3, 3]);
    for (const { name, verdict } of whole) {
      const copy = copies.get(name)!;
      expect(copy.withheld).toMatchObject([
        { heading: 'Ansattnavn' },
        { heading: 'Referanse' },
        { heading: 'Navn' },
      ] satisfies Partial<PersonalColumn>[]);
      expect(readFileSync(path.join(folder, copy.name)).toString('latin1')).not.toMatch(/Ansattnavn|Kari Nordmann/);
      expect(browsed.find((each) => each.name === name)?.verdict).toBe(checkResultText(name, inGroups(verdict)));
    }
  });

  it('on the command line, which gets no report of removals', async () => {
    const given = (await linesOf('test/parity/check-by-command.mts', folder)).map(
      (line) => [(JSON.parse(line) as { file: string }).file, line] as const,
    );
    const alone = await Promise.all(
      [...copies.values()].map(async ({ withheld: _untold, ...copy }): Promise<CheckedCase> => ({
        ...copy,
        verdict: await checkFile(readFileSync(path.join(folder, copy.name)), copy.name, copy),
      })),
    );
    expect(differingNames(texts([...corpus, ...alone], commandOutput), new Map(given))).toEqual([]);
  });

  it('on the server, for the submitted file', async () => {
    const given = new Map<string, string>();
    const left = sent.values();
    const takeOn = async () => {
      for (const each of left) given.set(each.name, checkResultText(each.name, await onServer(each)));
    };
    await Promise.all([takeOn(), takeOn()]);
    expect(differingNames(texts(sent, checkResultText), given)).toEqual([]);
  });

  it('and a difference of one letter, finding or file is detected', () => {
    const right = texts(corpus, checkResultText);
    const { name, verdict } = corpus.find((each) => each.verdict.findings.length > 1)!;
    const planted = (changed: CheckResult) => new Map([...right, [name, checkResultText(name, changed)]]);
    const [first, ...others] = verdict.findings;
    expect(differingNames(right, new Map(right))).toEqual([]);
    expect(
      differingNames(
        right,
        planted({ ...verdict, findings: [{ ...first!, expected: `${first!.expected ?? ''}.` }, ...others] }),
      ),
    ).toEqual([name]);
    expect(differingNames(right, planted({ ...verdict, findings: others }))).toEqual([name]);
    expect(differingNames(right, planted({ ...verdict, findings: [...others, first!] }))).toEqual([name]);
    expect(differingNames(right, new Map([...right, ['another', '{}']]))).toEqual(['another']);
    right.delete(name);
    expect(differingNames(right, texts(corpus, checkResultText))).toEqual([name]);
  });
});
