import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './lock.mjs';

const lock = (version: string) =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/one': { version },
      'node_modules/for-others': { version, optional: true },
      'node_modules/@x/gone': { link: true, resolved: 'libs/gone' },
    },
  });
const installed = (version: string) => JSON.stringify({ packages: { 'node_modules/one': { version } } });

/** Replaces npm: records its arguments and leaves the files that a completed install leaves. */
const npm = `
import { appendFileSync, writeFileSync, mkdirSync } from 'node:fs';
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
console.log('npm speaks');
if (process.env.NPM_FAILS) process.exit(7);
mkdirSync('node_modules', { recursive: true });
writeFileSync('node_modules/.package-lock.json', process.env.NPM_LEAVES);
`;

describe('the bootstrap', () => {
  let top = '';
  beforeEach(() => {
    top = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-bootstrap-'));
    mkdirSync(path.join(top, 'tools'));
    mkdirSync(path.join(top, 'node_modules'));
    for (const name of ['bootstrap.mjs', 'lock.mjs'])
      copyFileSync(path.join(__dirname, name), path.join(top, 'tools', name));
    writeFileSync(path.join(top, 'package.json'), '{}');
    writeFileSync(path.join(top, 'package-lock.json'), lock('1'));
    writeFileSync(path.join(top, 'npm.mjs'), npm);
  });
  afterEach(() => rmSync(top, { recursive: true, force: true }));

  interface Started {
    child: ChildProcess;
    said: { stdout: string; stderr: string };
    ended: Promise<number | null>;
  }

  function start(script: string, words: string[] = [], env: NodeJS.ProcessEnv = {}): Started {
    writeFileSync(path.join(top, 'tools', 'script.mjs'), script);
    const child = spawn(process.execPath, ['tools/bootstrap.mjs', 'tools/script.mjs', ...words], {
      cwd: top,
      env: { ...process.env, npm_execpath: path.join(top, 'npm.mjs'), NPM_LEAVES: installed('1'), ...env },
    });
    const output = { stdout: '', stderr: '' };
    child.stdout?.on('data', (bytes) => (output.stdout += bytes));
    child.stderr?.on('data', (bytes) => (output.stderr += bytes));
    return { child, said: output, ended: new Promise((resolve) => child.once('close', (code) => resolve(code))) };
  }

  const npmCalls = () =>
    existsSync(path.join(top, 'npm-calls')) ? readFileSync(path.join(top, 'npm-calls'), 'utf8') : '';
  const alreadyInstalled = () => writeFileSync(path.join(top, 'node_modules', '.package-lock.json'), installed('1'));

  async function until(isSo: () => boolean): Promise<void> {
    for (let turn = 0; !isSo() && turn < 400; turn += 1) await pause(25);
    expect(isSo()).toBe(true);
  }

  it('installs nothing when everything is installed, and passes on arguments and exit code', async () => {
    alreadyInstalled();
    const { ended, said: output } = start('console.log(process.argv.slice(2).join()); process.exit(5);', ['a', '--b']);
    expect(await ended).toBe(5);
    expect({ ...output, calls: npmCalls() }).toEqual({ stdout: 'a,--b\n', stderr: '', calls: '' });
  });

  it.each([
    ['nothing is there', () => undefined],
    [
      'another version is there',
      () => writeFileSync(path.join(top, 'node_modules', '.package-lock.json'), installed('0')),
    ],
    ['an install was cut off', () => writeFileSync(path.join(top, 'node_modules', '.package-lock.json'), '')],
  ])('installs from the lockfile, without scripts and silent on stdout, when %s', async (_what, arrange) => {
    arrange();
    const { ended, said: output } = start(`console.log('{}')`);
    expect(await ended).toBe(0);
    expect(output.stdout).toBe('{}\n');
    expect(output.stderr).toMatch(/Installing packages.*npm speaks.*Packages installed/s);
    expect(npmCalls()).toBe('ci --ignore-scripts --no-audit --no-fund --loglevel=error\n');
  });

  it('installs once when two commands start at the same time', async () => {
    const both = [start(''), start('')];
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(npmCalls().trim().split('\n')).toHaveLength(1);
  });

  it('reports a failed install, with its exit code', async () => {
    const { ended, said: output } = start('', [], { NPM_FAILS: '1' });
    expect(await ended).toBe(7);
    expect(output.stderr).toContain('could not be installed');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('forwards %s', async (signal) => {
    alreadyInstalled();
    const {
      child,
      ended,
      said: output,
    } = start(
      `process.on('${signal}', () => { console.log('heard'); process.exit(0); }); console.log('up'); setInterval(() => 0, 1000);`,
    );
    await until(() => output.stdout.includes('up'));
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(output.stdout).toBe('up\nheard\n');
  });

  it('ends the program when the shell above it dies', async () => {
    alreadyInstalled();
    writeFileSync(path.join(top, 'tools', 'script.mjs'), `console.log(process.pid); setInterval(() => 0, 1000);`);
    const shell = spawn('sh', ['-c', `"${process.execPath}" tools/bootstrap.mjs tools/script.mjs; true`], { cwd: top });
    let printed = '';
    shell.stdout.on('data', (bytes) => (printed += bytes));
    await until(() => printed.includes('\n'));
    shell.kill('SIGKILL');
    await until(() => !isAlive(Number(printed)));
  });
});
