import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from '@playwright/test';

const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const isRoot = process.getuid?.() === 0;
const args = isRoot ? [...quiet, '--no-sandbox'] : quiet;

/** Uses a temporary folder in this checkout, where Chromium unpacks itself, so that two users do not collide. */
function useOwnTemporaryFolder(): void {
  const own = fileURLToPath(new URL('../../tmp/browser', import.meta.url));
  mkdirSync(own, { recursive: true });
  process.env['TMPDIR'] = own;
}

/** Returns the Chromium of the packages for Linux x64, with the libraries and fonts that a minimal machine lacks. */
async function packagedChromium(): Promise<LaunchOptions> {
  useOwnTemporaryFolder();
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const env: Record<string, string> = { ...(process.env as Record<string, string>) };
  if (spawnSync(executablePath, ['--version']).status !== 0) {
    await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))));
    env['LD_LIBRARY_PATH'] = path.join(tmpdir(), 'al2023', 'lib');
  }
  // Without any font all text has size 0 and counts as hidden.
  if (!existsSync('/usr/share/fonts')) env['FONTCONFIG_PATH'] = path.join(tmpdir(), 'fonts');
  return { executablePath, env, args: [...new Set([...args, '--no-sandbox'])] };
}

/**
 * Returns a Chromium: that of CHROME_PATH, of the packages, of Playwright's own download, otherwise the machine's
 * Chrome or Edge.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const own = process.env['CHROME_PATH'];
  if (own) return { executablePath: own, args };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return { args };
  return { channel: process.platform === 'win32' ? 'msedge' : 'chrome', args };
}
