import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { exampleTerms } from '@tallgrunn/checks';
import { limitsForFile } from '@tallgrunn/platform';
import { runCheck, createPendingRows } from './run-check.ts';

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

const request = () => ({
  file: path.join(folder, 'report.csv'),
  name: 'report.csv',
  terms,
  context: {},
  answers: {},
  rows: null,
  findingsMax: 0,
});

describe('check in a subprocess', () => {
  it('returns the summary only, unless rows are requested', async () => {
    await writeFile(path.join(folder, 'report.csv'), 'Noe;Annet\n1;2\n');
    expect(await runCheck(request(), { limits: limitsForFile(100) })).toMatchObject({
      stoppedBy: null,
      verdict: { ok: false },
      findings: [],
    });
    const { findings } = await runCheck({ ...request(), findingsMax: 1 }, { limits: limitsForFile(100) });
    expect(findings).toEqual([expect.objectContaining({ code: expect.any(String), severity: expect.any(String) })]);
  });

  it('streams lines while it reads, and writes the other rows to temporary files', async () => {
    const [head, line, spoiled] = [
      'Kunde;Varenummer;Varenavn;Antall;Enhet;Enhetspris;Beløp;Leveringsdato',
      'Kongsvinger;7001;Melk;2;stk;10,00;20,00;05.03.2026',
      'Kongsvinger;7001;Melk;to;stk;10,00;20,00;06.03.2026',
    ];
    await writeFile(path.join(folder, 'report.csv'), [head, line, spoiled, line.replace('05', '07')].join('\n'));
    const waiting = await createPendingRows(folder);
    const rows = {
      itemIds: {},
      lotIds: {},
      vat: 'excluded',
      linesFile: null,
      quarantinedFile: waiting.quarantinedFile,
      findingsFile: waiting.findingsFile,
      copyFile: waiting.copyFile,
    };
    let poured = '';
    const outcome = await runCheck(
      { ...request(), rows },
      { limits: limitsForFile(100), pour: async (lines) => (poured = await text(lines)) },
    );
    expect(outcome.verdict).toMatchObject({ rows: 3, accepted: 2, quarantined: 1 });
    expect(poured.split('\n').map((row) => row.split('\t').slice(0, 3))).toEqual([
      ['1', '2', 'excluded'],
      ['2', '4', 'excluded'],
      [''],
    ]);
    expect((await readFile(waiting.quarantinedFile, 'utf8')).split('\t').slice(0, 4)).toEqual(['1', '', '3', '20.00']);
    expect(await readFile(waiting.findingsFile, 'utf8')).toContain('\tnot-a-number\t');
    await waiting.clear();
    expect((await readdir(folder)).filter((name) => name.includes('-checking-'))).toEqual([]);
  });

  it('returns the same result in a new process and in a reused one', async () => {
    const head = 'Kunde;Varenummer;Varenavn;Antall;Enhet;Enhetspris;Beløp;Leveringsdato';
    const texts = [
      [head, 'Kongsvinger;7001;Melk;2;stk;10,00;20,00;05.03.2026'],
      ['Noe;Annet', '1;2'],
      [head, 'Kongsvinger;7001;Melk;to;stk;10,00;20,00;06.03.2026', 'Oslo;7002;Ost;1;kg;99,00;99,00;07.03.2026'],
    ];
    const checkedBy = async (reuseFor?: string) => {
      const outcomes = [];
      for (const lines of texts) {
        await writeFile(path.join(folder, 'report.csv'), lines.join('\n'));
        const waiting = await createPendingRows(folder);
        const rows = { itemIds: {}, lotIds: {}, vat: 'excluded', ...waiting };
        const outcome = await runCheck(
          { ...request(), rows, findingsMax: 5 },
          { limits: limitsForFile(100), ...(reuseFor !== undefined && { reuseFor }) },
        );
        const kept = [waiting.linesFile, waiting.quarantinedFile, waiting.findingsFile];
        outcomes.push({ outcome, kept: await Promise.all(kept.map((file) => readFile(file, 'utf8'))) });
        await waiting.clear();
      }
      return outcomes;
    };
    const alone = await checkedBy();
    expect(alone[0]?.kept[0]).toContain('\tMelk\t');
    expect(await checkedBy('the same process')).toEqual(alone);
  });

  it('restarts a check in a new process when a reused one crashes', async () => {
    const falling = await program(`import { createInterface } from 'node:readline';
      let asked = 0;
      for await (const line of createInterface({ input: process.stdin })) {
        asked += 1;
        if (asked > 1) process.exit(3);
        process.stdout.write('{"said":{"verdict":{"ok":true,"rows":1}}}\\n{"end":true}\\n');
      }`);
    const check = () => runCheck(request(), { limits: limitsForFile(100), reuseFor: 'falls', program: falling });
    expect([(await check()).stoppedBy, (await check()).stoppedBy]).toEqual([null, null]);
  });

  it('restarts when rows of other customers come late, and returns the result of a file that is scanned first', async () => {
    const context = { buyers: { key: ['k'], name: ['Kongsvinger kommune'] } };
    const row = (buyer: string, at: number) => `${buyer};7001;Melk;2;stk;10,00;20,00;05.03.2026;F${at}`;
    const ours = Array.from({ length: 6_000 }, (_, at) => row('Kongsvinger kommune', at));
    const others = ['Bergen kommune', 'Oslo kommune', 'Stavanger kommune', 'Hotell Bristol AS'].map((buyer, at) =>
      row(buyer, 7_000 + at),
    );
    await writeFile(
      path.join(folder, 'report.csv'),
      ['Kunde;Varenummer;Varenavn;Antall;Enhet;Enhetspris;Beløp;Leveringsdato;Fakturanummer', ...ours, ...others].join(
        '\n',
      ),
    );
    const outcomes = [];
    for (const lookFirst of [false, true]) {
      const waiting = await createPendingRows(folder);
      const rows = {
        itemIds: {},
        lotIds: {},
        vat: 'excluded',
        linesFile: null,
        quarantinedFile: waiting.quarantinedFile,
        findingsFile: waiting.findingsFile,
        copyFile: waiting.copyFile,
      };
      const poured: string[] = [];
      const outcome = await runCheck(
        { ...request(), context, rows, lookFirst, findingsMax: 3 },
        { limits: limitsForFile(1e6), pour: async (lines) => poured.push(await text(lines)) },
      );
      outcomes.push({
        outcome,
        findings: await readFile(waiting.findingsFile, 'utf8'),
        lines: poured.at(-1),
        pours: poured.length,
      });
      await waiting.clear();
    }
    const [late, first] = outcomes;
    expect(first).toMatchObject({ pours: 1, outcome: { verdict: { rows: 6_000 }, copy: { rows: 4 } } });
    expect(late).toEqual({ ...first, pours: 2 });
  });

  it('returns every row of a long report in order, in less memory than the rows need', async () => {
    const count = 60_000;
    const head = 'Kunde;Varenummer;Varenavn;Antall;Enhet;Enhetspris;Beløp;Leveringsdato;Fakturanummer\n';
    // Of every twenty rows one is quarantined and one has a remark. PostgreSQL cannot store NUL or half a surrogate
    // pair.
    const rowOf = (at: number) =>
      `Kongsvinger;7${at % 500};"Vare\0 ""nr"" ${at % 500}";${at % 20 === 3 ? 'to' : 2};stk;10,00;${at % 20 === 4 ? '20,00 kr' : '20,00'};05.03.2026;F${at}\n`;
    await writeFile(
      path.join(folder, 'report.csv'),
      head + Array.from({ length: count }, (_, at) => (at === 9 ? rowOf(at) : rowOf(at).replace('\0', ''))).join(''),
    );
    const waiting = await createPendingRows(folder);
    const rows = {
      itemIds: {},
      lotIds: {},
      vat: 'excluded',
      linesFile: null,
      quarantinedFile: waiting.quarantinedFile,
      findingsFile: waiting.findingsFile,
      copyFile: waiting.copyFile,
    };
    let lines = 0;
    let nulls = false;
    const pour = async (bytes: AsyncIterable<Buffer>) => {
      for await (const piece of bytes) {
        lines += piece.filter((byte) => byte === 10).length;
        nulls ||= piece.includes(0) || piece.includes('u0000');
      }
    };
    const { verdict, stoppedBy } = await runCheck(
      { ...request(), rows },
      { limits: { memoryBytesMax: 320 * MB, secondsMax: 120 }, pour },
    );
    const linesOf = async (file: string) => (await readFile(file, 'utf8')).split('\n').length - 1;
    expect({ stoppedBy, rows: verdict?.rows, quarantined: verdict?.quarantined, lines, nulls }).toEqual({
      stoppedBy: null,
      rows: count,
      quarantined: count / 20,
      lines: (count * 19) / 20,
      nulls: false,
    });
    expect(await linesOf(waiting.quarantinedFile)).toBe(count / 20);
    expect(verdict?.counts).toMatchObject({ 'not-a-number': count / 20, 'number-currency': count / 20 });
    expect(await linesOf(waiting.findingsFile)).toBe(
      Object.values(verdict?.counts ?? {}).reduce((sum, each) => sum + each, 0),
    );
    await waiting.clear();
  });

  it('stops a process that exceeds its memory limit', async () => {
    const hungry = await program(
      'const kept = []; for (;;) { kept.push(Buffer.alloc(4e6, 1)); await new Promise((done) => setTimeout(done, 5)); }',
    );
    const outcome = await runCheck(request(), {
      limits: { memoryBytesMax: 200 * MB, secondsMax: 60 },
      program: hungry,
    });
    expect(outcome).toMatchObject({ verdict: null, stoppedBy: 'memory' });
  });

  it('stops a process that exceeds its time limit', async () => {
    const outcome = await runCheck(request(), {
      limits: { memoryBytesMax: 400 * MB, secondsMax: 0.5 },
      program: await program('for (;;) {}'),
    });
    expect(outcome).toMatchObject({ verdict: null, stoppedBy: 'time' });
  });

  it('reports a crash with the last output of the process', async () => {
    const outcome = await runCheck(request(), {
      limits: limitsForFile(100),
      program: await program('console.log("half a wo"); throw new Error("out of ink");'),
    });
    expect(outcome).toMatchObject({ verdict: null, stoppedBy: 'crash', said: expect.stringContaining('out of ink') });
  });

  it('has no access to database settings or secrets', async () => {
    process.env['DATABASE_URL'] = 'postgres://secret';
    const outcome = await runCheck(request(), {
      limits: limitsForFile(100),
      program: await program('throw new Error(Object.keys(process.env).join())'),
    });
    delete process.env['DATABASE_URL'];
    expect(outcome.said).not.toContain('DATABASE_URL');
  });
});
