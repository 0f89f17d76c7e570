import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ReadInSubprocess } from './read-in-subprocess.ts';
import { runInSubprocess, type SubprocessTask } from './run-subprocess.ts';

const MB = 1024 * 1024;
const roomy = { memoryBytesMax: 400 * MB, secondsMax: 60 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-apart-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function program(text: string): Promise<string> {
  const file = path.join(folder, 'program.mjs');
  await writeFile(
    file,
    `import { serveRequests } from ${JSON.stringify(path.join(__dirname, 'subprocess-main.ts'))};\n${text}`,
  );
  return file;
}

async function collectResults(text: string, work: Partial<SubprocessTask> = {}): Promise<unknown[]> {
  const said: unknown[] = [];
  for await (const each of runInSubprocess({ program: await program(text), request: {}, limits: roomy, ...work }))
    said.push(each);
  return said;
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const isAlive = (pid: number) =>
  readFile(`/proc/${pid}/stat`, 'utf8').then(
    (stat) => !/\) Z/.test(stat),
    () => false,
  );

describe('subprocess', () => {
  it('sends one request and yields results in order, lists in batches', async () => {
    const text = `await serveRequests(async ({ n }, teller) => {
      for (let at = 0; at < n; at += 1) await teller.collect('rows', [at, 'æøå\\n']);
      await teller.flush('rows');
      await teller.send({ done: n });
    });`;
    expect(await collectResults(text, { request: { n: 3 } })).toEqual([
      {
        rows: [
          [0, 'æøå\n'],
          [1, 'æøå\n'],
          [2, 'æøå\n'],
        ],
      },
      { done: 3 },
    ]);
    const many = (await collectResults(text, { request: { n: 50_000 } })) as { rows?: unknown[] }[];
    expect(many.length).toBeGreaterThan(3);
    expect(many.flatMap(({ rows }) => rows ?? []).length).toBe(50_000);
  });

  it('passes on the code and params of the reader', async () => {
    const text = `await serveRequests(async () => { throw Object.assign(new Error('x'), { name: 'ReadProblem', code: 'zip-bomb', params: { ratio: 1000 } }); });`;
    await expect(collectResults(text)).rejects.toMatchObject({ code: 'zip-bomb', params: { ratio: 1000 } });
  });

  it('streams bytes over the second pipe with backpressure, and is killed when they are rejected', async () => {
    const text = `import { RowWriter, secondPipe } from ${JSON.stringify(path.join(__dirname, 'row-writer.ts'))};
      await serveRequests(async ({ n }, teller) => {
        const beside = new RowWriter(secondPipe);
        for (let at = 0; at < n; at += 1) beside.write('æ'.repeat(50));
        beside.close();
        await teller.send('poured');
      });`;
    let poured = 0;
    const slowly = async (bytes: AsyncIterable<Buffer>) => {
      for await (const piece of bytes) {
        poured += piece.length;
        await wait(1);
      }
    };
    expect(await collectResults(text, { request: { n: 10_000 }, pour: slowly })).toEqual(['poured']);
    expect(poured).toBe(1_000_000);
    const refuse = async (bytes: AsyncIterable<Buffer>) => {
      for await (const _piece of bytes) throw new Error('no room');
    };
    await expect(collectResults(text, { request: { n: 1e9 }, pour: refuse })).rejects.toThrow('no room');
    const falling = text.replace('beside.close();', 'beside.close(); throw new Error("out of ink");');
    const cutOff = async (bytes: AsyncIterable<Buffer>) => {
      for await (const _piece of bytes) void _piece;
      throw new Error('half a row');
    };
    await expect(collectResults(falling, { request: { n: 1000 }, pour: cutOff })).rejects.toMatchObject({
      stoppedBy: 'crash',
    });
  });

  it('blocks while the caller is slow, and is killed when it stops iterating', async () => {
    const counter = path.join(folder, 'count');
    const text = `import { writeFileSync } from 'node:fs';
      await serveRequests(async ({ counter }, teller) => {
        for (let at = 0; ; at += 1) { await teller.send({ pid: process.pid, text: 'x'.repeat(100_000) }); writeFileSync(counter, String(at)); }
      });`;
    const said = runInSubprocess<{ pid: number }>({
      program: await program(text),
      request: { counter },
      limits: roomy,
    });
    const first = (await said.next()).value as { pid: number };
    await wait(1000);
    expect(Number(await readFile(counter, 'utf8'))).toBeLessThan(60); // as many as pipes and buffers hold
    await said.return(undefined);
    await wait(300);
    expect(await isAlive(first.pid)).toBe(false);
  });

  it('is killed when it exceeds its memory limit', async () => {
    const text =
      'const kept = []; for (;;) { kept.push(Buffer.alloc(4e6, 1)); await new Promise((done) => setTimeout(done, 5)); }';
    await expect(collectResults(text, { limits: { memoryBytesMax: 200 * MB, secondsMax: 60 } })).rejects.toMatchObject({
      stoppedBy: 'memory',
    });
  });

  it('is killed when its heap or one response is too large', async () => {
    const heap = 'const kept = []; for (let n = 0; ; n += 1) kept.push({ n, text: "x" + n });';
    await expect(collectResults(heap, { limits: { memoryBytesMax: 100 * MB, secondsMax: 60 } })).rejects.toMatchObject({
      stoppedBy: 'memory',
    });
    const endless = `const piece = 'x'.repeat(1_000_000); for (;;) if (!process.stdout.write(piece)) await new Promise((go) => process.stdout.once('drain', go));`;
    await expect(collectResults(endless)).rejects.toMatchObject({ stoppedBy: 'memory' });
  });

  it('is killed when it exceeds its time limit', async () => {
    await expect(collectResults('for (;;) {}', { limits: { ...roomy, secondsMax: 0.5 } })).rejects.toMatchObject({
      stoppedBy: 'time',
    });
  });

  it('reports a crash with the last error output, and an exit without an end', async () => {
    await expect(collectResults('console.log("half a wo"); throw new Error("out of ink");')).rejects.toMatchObject({
      stoppedBy: 'crash',
      errorOutput: expect.stringContaining('out of ink'),
    });
    await expect(
      collectResults(`await serveRequests(async (_, teller) => { await teller.send(1); process.exit(0); });`),
    ).rejects.toMatchObject({ stoppedBy: 'crash' });
    await expect(collectResults('process.kill(process.pid, "SIGKILL")')).rejects.toMatchObject({ stoppedBy: 'crash' });
  });

  it('has no access to the database or secrets', async () => {
    process.env['DATABASE_URL'] = 'postgres://secret';
    const said = await collectResults(
      'await serveRequests(async (_, teller) => teller.send(Object.keys(process.env)));',
    );
    delete process.env['DATABASE_URL'];
    expect(said[0]).not.toContain('DATABASE_URL');
  });

  it('ends soon after its parent was killed, even in a silent loop', async () => {
    const looping = await program(
      `await serveRequests(async (_, teller) => { await teller.send(process.pid); for (;;) {} });`,
    );
    const starter = path.join(folder, 'starter.mjs');
    const run = `import { runInSubprocess } from ${JSON.stringify(path.join(__dirname, 'run-subprocess.ts'))};
      for await (const pid of runInSubprocess({ program: ${JSON.stringify(looping)}, request: {}, limits: ${JSON.stringify(roomy)} })) console.log(pid);`;
    await writeFile(starter, run);
    const parent = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'ignore'] });
    const pid = Number(String((await once(parent.stdout, 'data'))[0]));
    await wait(1500);
    expect(await isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    for (let tenths = 0; tenths < 100 && (await isAlive(pid)); tenths += 1) await wait(100);
    expect(await isAlive(pid)).toBe(false);
  });

  it('runs at most four at once; others wait', async () => {
    const text = `await serveRequests(async (_, teller) => { const from = Date.now(); await new Promise((go) => setTimeout(go, 400)); await teller.send([from, Date.now()]); });`;
    const file = await program(text);
    const spans = await Promise.all(
      Array.from({ length: 6 }, async () => {
        for await (const span of runInSubprocess<[number, number]>({ program: file, request: {}, limits: roomy }))
          return span;
        throw new Error('said nothing');
      }),
    );
    const together = spans.map(([from]) => spans.filter(([begin, end]) => begin <= from && from < end).length);
    expect(Math.max(...together)).toBeLessThanOrEqual(4);
  });
});

describe('reusable process', () => {
  const counting = `let asked = 0;
    await serveRequests(async ({ fall, problem, leave }, teller) => {
      asked += 1;
      if (fall) process.exit(3);
      if (problem) throw Object.assign(new Error(), { name: 'ReadProblem', code: 'not-a-table' });
      await teller.send({ pid: process.pid, asked });
      if (leave) await teller.collect('left', 'of the request before');
    });`;
  const answerOf = async (request: object, reuseFor?: string) =>
    (await collectResults(counting, { request, reuseFor })) as { pid: number; asked: number }[];

  it('handles requests of the same key, and of no other', async () => {
    const first = await answerOf({ leave: true }, 'a');
    expect(await answerOf({}, 'a')).toEqual([{ pid: first[0]?.pid, asked: 2 }]);
    expect(await answerOf({}, 'b')).toEqual([{ pid: expect.any(Number), asked: 1 }]);
    expect(await answerOf({})).toEqual([{ pid: expect.any(Number), asked: 1 }]);
    expect(await answerOf({}, 'a')).toEqual([{ pid: first[0]?.pid, asked: 3 }]);
  });

  it('is not reused after a faulty file or a crash, and reports that it had been reused', async () => {
    const [first] = await answerOf({}, 'c');
    await expect(answerOf({ problem: true }, 'c')).rejects.toMatchObject({ code: 'not-a-table' });
    const [second] = await answerOf({}, 'c');
    expect(second).toMatchObject({ asked: 1 });
    expect(second?.pid).not.toBe(first?.pid);
    await expect(answerOf({ fall: true }, 'c')).rejects.toMatchObject({ stoppedBy: 'crash', wasReused: true });
    await expect(answerOf({ fall: true }, 'c')).rejects.toMatchObject({ stoppedBy: 'crash', wasReused: false });
    expect(await answerOf({}, 'c')).toEqual([{ pid: expect.any(Number), asked: 1 }]);
  });

  it('is killed when the caller stops iterating', async () => {
    const text = `await serveRequests(async (_, teller) => { for (;;) await teller.send({ pid: process.pid, text: 'x'.repeat(100_000) }); });`;
    const said = runInSubprocess<{ pid: number }>({
      program: await program(text),
      request: {},
      limits: roomy,
      reuseFor: 'd',
    });
    const first = (await said.next()).value as { pid: number };
    await said.return(undefined);
    await wait(300);
    expect(await isAlive(first.pid)).toBe(false);
  });
});

describe('reading a file in a subprocess', () => {
  it('ends before its results are stored, and leaves no file behind', async () => {
    const [spool, ended] = [path.join(folder, 'spool'), path.join(folder, 'ended')];
    const made = await program(`import { writeFileSync } from 'node:fs';
      await serveRequests(async (_, teller) => { for (const at of [1, 2]) await teller.send({ at, text: 'æ\\n' }); writeFileSync(${JSON.stringify(ended)}, 'yes'); });`);
    const seen = await new ReadInSubprocess().readBuffered<unknown, unknown[]>(
      { program: made, request: {}, sizeBytes: 1 },
      spool,
      async (answers) => {
        const list: unknown[] = [await readFile(ended, 'utf8')];
        for await (const answer of answers) list.push(answer);
        return [...list, (await readdir(spool)).length];
      },
    );
    expect(seen).toEqual(['yes', { at: 1, text: 'æ\n' }, { at: 2, text: 'æ\n' }, 1]);
    expect(await readdir(spool)).toEqual([]);
  });

  it('uses nothing of a failed reading', async () => {
    const made = await program(
      `await serveRequests(async (_, teller) => { await teller.send(1); throw new Error('no'); });`,
    );
    const use = jest.fn();
    await expect(
      new ReadInSubprocess().readBuffered({ program: made, request: {}, sizeBytes: 1 }, folder, use),
    ).rejects.toMatchObject({ code: 'reader-crashed' });
    expect(use).not.toHaveBeenCalled();
  });

  it.each([
    ['time-limit-exceeded', 'for (;;) {}'],
    ['reader-crashed', 'throw new Error("no")'],
    [
      'ledger-empty',
      `await serveRequests(async () => { throw Object.assign(new Error(), { name: 'FormatProblem', code: 'ledger-empty' }); });`,
    ],
  ])('turns each failure into one problem: %s', async (code, text) => {
    const reader = new ReadInSubprocess();
    reader.limitsOf = () => ({ ...roomy, secondsMax: 3 });
    await expect(reader.one({ program: await program(text), request: {}, sizeBytes: 1 })).rejects.toMatchObject({
      status: 422,
      code,
    });
  });
});
