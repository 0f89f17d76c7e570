import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { busyThreadsMax, ProgramThread, type ThreadOptions } from './program-thread.ts';

const MB = 1024 * 1024;

let folder: string;
const workers: Worker[] = [];
const noteWorker = (message: unknown) => void workers.push((message as { worker: Worker }).worker);
const started: ProgramThread<unknown>[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-thread-'));
  subscribe('worker_threads', noteWorker);
});
afterEach(async () => {
  for (const thread of started) await thread.end();
});
afterAll(async () => {
  unsubscribe('worker_threads', noteWorker);
  await rm(folder, { recursive: true, force: true });
});

let programs = 0;

/** Starts a thread with the body of a function from `setup` to the function that answers. */
async function start(body: string, options: Partial<ThreadOptions> = {}): Promise<ProgramThread<unknown>> {
  const program = path.join(folder, `${(programs += 1)}.mjs`);
  const main = JSON.stringify(path.join(__dirname, 'thread-main.ts'));
  await writeFile(program, `import { serveMessages } from ${main};\nserveMessages((setup) => { ${body} });`);
  const signal = new AbortController().signal;
  const thread = new ProgramThread<unknown>({ program, setup: {}, memoryBytesMax: 64 * MB, signal, ...options });
  started.push(thread);
  return thread;
}

const ENDLESS = `return async () => { for (;;); };`;
const ECHO = `let n = 0; return async (text) => new TextEncoder().encode(setup.greeting + text + (n += 1));`;

describe('ProgramThread', () => {
  it('answers each message in turn, and remembers what came before', async () => {
    const thread = await start(ECHO, { setup: { greeting: 'hei ' } });
    expect(Buffer.from(await thread.request('æ')).toString()).toBe('hei æ1');
    expect(Buffer.from(await thread.request('ø')).toString()).toBe('hei ø2');
  });

  it('leaves the caller’s thread free while the program calculates', async () => {
    const shared = new Int32Array(new SharedArrayBuffer(4));
    // The program calculates until the caller's thread has taken a hundred turns: on the same thread it never ends.
    const thread = await start(
      `return async () => { while (Atomics.load(setup, 0) < 100); return new Uint8Array(); };`,
      {
        setup: shared,
      },
    );
    const answer = thread.request(null);
    for (let turn = 0; turn < 100; turn += 1) {
      await nextTurn();
      Atomics.add(shared, 0, 1);
    }
    expect(await answer).toHaveLength(0);
  });

  it('rejects with the error of the program, and with the same afterwards', async () => {
    const thread = await start(`return async (n) => { throw new RangeError('no such ' + n); };`);
    await expect(thread.request('month')).rejects.toThrow('no such month');
    await expect(thread.request('year')).rejects.toThrow('no such month');
  });

  it('ends in the middle of its work when the signal is aborted', async () => {
    const abort = new AbortController();
    const thread = await start(ENDLESS, { signal: abort.signal });
    const exit = once(workers.at(-1)!, 'exit');
    const answer = thread.request(null);
    abort.abort();
    await expect(answer).rejects.toThrow('ended');
    await exit;
    const late = start(ENDLESS, { signal: abort.signal });
    await expect(late).rejects.toThrow('aborted');
  });

  it('ends alone when it needs more memory than it may', async () => {
    const hoard = `const all = []; return async () => { for (;;) all.push(new Array(1000).fill(Math.random())); };`;
    const thread = await start(hoard, { memoryBytesMax: 32 * MB });
    await expect(thread.request(null)).rejects.toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' });
  });

  it('leaves a processor to requests: other threads wait until one has answered', async () => {
    const counts = new Int32Array(new SharedArrayBuffer(8)); // busy now, busy at most
    const body = `return async () => {
      const busy = Atomics.add(setup, 0, 1) + 1;
      if (busy > Atomics.load(setup, 1)) Atomics.store(setup, 1, busy);
      await new Promise((done) => setTimeout(done, 5));
      Atomics.sub(setup, 0, 1);
      return new Uint8Array();
    };`;
    const threads = await Promise.all(
      Array.from({ length: busyThreadsMax() + 3 }, () => start(body, { setup: counts })),
    );
    await Promise.all(threads.map((thread) => thread.request(null)));
    expect(counts[0]).toBe(0);
    expect(counts[1]).toBeLessThanOrEqual(busyThreadsMax());
    expect([1, 2, 8].map((cores) => busyThreadsMax(cores))).toEqual([1, 1, 7]);
  });
});
