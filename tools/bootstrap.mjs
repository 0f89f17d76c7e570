// Plain JavaScript without dependencies. It runs on the Node version that started npm (18 or newer), installs missing
// packages, then starts the Node version pinned in package.json. It prints nothing on stdout, which belongs to the
// command.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const binary = process.platform === 'win32' ? 'node.exe' : 'node';
const say = (text) => process.stderr.write(`${text}\n`);

/**
 * Returns the packages of a lockfile; empty when the file is missing. npm writes its own lockfile after each completed
 * install.
 */
function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(path.join(root, lockfile), 'utf8')).packages;
  } catch {
    return {};
  }
}

/**
 * Returns true when node_modules contains exactly the packages of package-lock.json. Packages for other platforms may
 * be missing.
 */
function isInstalled() {
  const isWanted = ([place, want]) =>
    place.startsWith('node_modules/') && !(want.link && !existsSync(path.join(root, want.resolved)));
  const wanted = Object.entries(packagesIn('package-lock.json')).filter(isWanted);
  const present = packagesIn('node_modules/.package-lock.json');
  const agrees = (want, have) =>
    have ? have.version === want.version && have.integrity === want.integrity : want.optional === true;
  return Object.keys(present).length > 0 && wanted.every(([place, want]) => agrees(want, present[place]));
}

let wasAsked = false;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a command to its end and forwards signals to it. Returns its exit code. */
function run(command, words, options) {
  const child = spawn(command, words, options);
  const passOn = (signal) => {
    wasAsked = true;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, passOn);
  followShell(child);
  return new Promise((resolve) => {
    const done = (code, signal) => {
      for (const each of signals) process.off(each, passOn);
      resolve(code ?? (signal ? 1 : 0));
    };
    child.on('exit', done).on('error', () => done(1));
  });
}

/** Ends the child when npm's shell dies without forwarding the signal. */
function followShell(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
}

async function install() {
  const began = Date.now();
  say('Installing packages: about a minute and 1.2 GB the first time ...');
  const npm = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run(npm[0], [...npm.slice(1), ...options], { cwd: root, stdio: ['ignore', 2, 2] });
  if (code !== 0) {
    if (wasAsked) process.exit(code);
    say("The packages could not be installed: see npm's message above (no network, or no room on the disk?).");
    process.exit(code);
  }
  say(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** Returns the Node binaries for this machine among the installed packages. */
function bundledNodes() {
  const require = createRequire(path.join(root, 'package.json'));
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`].flatMap((name) => {
    try {
      return [path.join(path.dirname(require.resolve(`${name}/package.json`)), 'bin', binary)];
    } catch {
      return [];
    }
  });
}

function isNewEnough(node) {
  const answer = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout || '0.0';
  const [major, minor] = answer.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 15);
}

function chooseNode() {
  const bundled = bundledNodes();
  const chosen = [...bundled, process.execPath].find(isNewEnough);
  if (chosen) return chosen;
  const reason = bundled.length
    ? 'the one among the packages does not run here (on Debian: apt-get install libstdc++6)'
    : `there is none among the packages for ${process.platform}-${process.arch}`;
  say(`Tallgrunn needs Node 24.15 or newer. This is ${process.version}, and ${reason}.`);
  return process.exit(1);
}

async function handOver(node, script, rest) {
  const PATH = [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter);
  process.exitCode = await run(node, [path.join(root, script), ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH },
  });
}

if (!isInstalled()) await withLock(path.join(root, 'tmp', 'install.lock'), () => isInstalled() || install());
await handOver(chooseNode(), process.argv[2], process.argv.slice(3));
