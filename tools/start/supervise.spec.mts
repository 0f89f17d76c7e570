import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../lock.mjs';
import { nextWait, rotateLog, supervise, type Supervised } from './supervise.mts';

describe('a supervised program', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-supervise-'));
  const messages: string[] = [];
  let program: Supervised | undefined;
  afterEach(() => program?.stop());
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(name: string, script: string): Supervised {
    const file = path.join(folder, `${name}.mjs`);
    writeFileSync(file, script);
    program = supervise(
      { name, words: [file], env: process.env, cwd: folder, logFile: path.join(folder, `${name}.log`) },
      (text) => messages.push(text),
    );
    return program;
  }

  async function until(isSo: () => boolean): Promise<void> {
    for (let turn = 0; !isSo() && turn < 100; turn += 1) await pause(50);
    expect(isSo()).toBe(true);
  }

  const logged = (name: string) => readFileSync(path.join(folder, `${name}.log`), 'utf8');

  it('is restarted under another pid when killed', async () => {
    const patient = run('patient', `console.log('up'); setInterval(() => 0, 1000);`);
    await until(() => logged('patient').includes('up'));
    const first = patient.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await until(() => patient.pid !== first && logged('patient').split('up').length === 3);
    expect(messages.at(-1)).toMatch(/^patient ended by SIGKILL; it starts again in 0\.5 s/);
    expect(await patient.firstFall).toContain('ended by SIGKILL');
  });

  it('reports its last log lines when it ends', async () => {
    const hasty = run('hasty', `console.error('no port left'); process.exit(3);`);
    expect(await hasty.firstFall).toBe('ended with code 3\nno port left');
  });

  it('is gone after stop, and is not restarted', async () => {
    const calm = run(
      'calm',
      `process.on('SIGTERM', () => process.exit(0)); console.log('up'); setInterval(() => 0, 1000);`,
    );
    await until(() => logged('calm').includes('up'));
    const pid = calm.pid ?? 0;
    await calm.stop();
    expect(isAlive(pid)).toBe(false);
    expect(messages.filter((text) => text.startsWith('calm'))).toEqual([]);
  });

  it('has its log rotated while it runs, and continues in an empty one', async () => {
    const file = path.join(folder, 'talks.log');
    run('talks', `let n = 0; setInterval(() => console.log('line ' + (n += 1)), 2);`);
    await until(() => logged('talks').includes('line 20\n'));
    rotateLog(file, 10);
    await until(() => /^line \d+$/m.test(logged('talks')));
    const aside = readFileSync(`${file}.1`, 'utf8');
    expect(aside).toContain('line 1\n');
    expect(logged('talks')).not.toContain('line 1\n');
    for (let turn = 0; turn < 7; turn += 1) {
      await until(() => logged('talks').length > 10);
      rotateLog(file, 10);
    }
    const names = readdirSync(folder).filter((name) => name.startsWith('talks.log'));
    expect(names.toSorted()).toEqual(['talks.log', ...[1, 2, 3, 4, 5].map((n) => `talks.log.${n}`)]);
  });

  it('waits longer after each exit, and resets after a minute of running', () => {
    expect([0, 500, 1000, 16_000, 30_000].map((last) => nextWait(last, 10))).toEqual([500, 1000, 2000, 30_000, 30_000]);
    expect(nextWait(30_000, 61_000)).toBe(500);
  });
});
