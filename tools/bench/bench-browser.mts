import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../test/support/browser.ts';
import { buildProductIfChanged } from '../build/build-all.mts';
import { rounded, type Ratio } from './measure.mts';
import { ReportTrial } from './report-bench.mts';

interface Dropped {
  /** Seconds from the drop of the file to the check result on the page. */
  seconds: number;
  /** Longest time between two frames meanwhile, in milliseconds. */
  frameMs: number;
}

/**
 * Runs in the page: measures the time from the choice of a file to its check result, and the longest frame. Uses the
 * page's own clock.
 */
const watchPage = (): void => {
  const seen = { began: 0, ended: 0, frameMs: 0 };
  Object.assign(globalThis, { seen });
  let last = 0;
  const frame = (now: number): void => {
    if (last > 0) seen.frameMs = Math.max(seen.frameMs, now - last);
    last = now;
    if (/\d+ stopp · /.test(document.querySelector('main')?.innerText ?? '')) seen.ended = performance.now();
    else requestAnimationFrame(frame);
  };
  document.addEventListener(
    'change',
    () => {
      seen.began = performance.now();
      requestAnimationFrame(frame);
    },
    { capture: true, once: true },
  );
};

async function dropFile(page: Page, address: string, file: string): Promise<Dropped> {
  await page.goto(address);
  const place = page.locator('input[type=file]').first();
  await place.waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(watchPage);
  await place.setInputFiles(file);
  await page.waitForFunction(() => (globalThis as unknown as { seen: { ended: number } }).seen.ended > 0, null, {
    timeout: 600_000,
    polling: 500,
  });
  const { began, ended, frameMs } = await page.evaluate(
    () => (globalThis as unknown as { seen: { began: number; ended: number; frameMs: number } }).seen,
  );
  return { seconds: (ended - began) / 1000, frameMs };
}

/**
 * Measures a supplier's own browser: the time from the drop of a file to its check result, and whether the page stays
 * responsive while a large file is read.
 */
export async function benchBrowser(small = 5_000, large = 210_000): Promise<Ratio[]> {
  await buildProductIfChanged();
  const trial = new ReportTrial();
  try {
    await trial.start();
    const launched = await chromium.launch(await findBrowser());
    try {
      const context = await launched.newContext({
        baseURL: trial.product.address,
        viewport: { width: 1280, height: 900 },
        locale: 'nb-NO',
      });
      await context.addCookies(
        trial.supplier.headers['cookie']!.split('; ').map((cookie) => ({
          name: cookie.slice(0, cookie.indexOf('=')),
          value: cookie.slice(cookie.indexOf('=') + 1),
          url: trial.product.address,
        })),
      );
      const page = await context.newPage();
      const measure = async (lines: number, kind: 'csv' | 'xlsx') =>
        dropFile(page, `/reports/${trial.obligation}`, await trial.file(lines, kind));
      // Of three tries, take the shortest time and the shortest longest frame. Other load on the processors only makes
      // both longer.
      const best = async (lines: number, kind: 'csv' | 'xlsx'): Promise<Dropped> => {
        const measurements = [await measure(lines, kind), await measure(lines, kind), await measure(lines, kind)];
        return {
          seconds: Math.min(...measurements.map(({ seconds }) => seconds)),
          frameMs: Math.min(...measurements.map(({ frameMs }) => frameMs)),
        };
      };
      await measure(1_000, 'csv'); // warm-up: compiles the page's programs before the measurement
      const few = await best(small, 'csv');
      const csv = await best(large, 'csv');
      const workbook = await best(large, 'xlsx');
      const row = (what: string, { seconds, frameMs }: Dropped): Ratio => ({
        what,
        first: `${rounded(seconds)} s`,
        second: `${Math.round(frameMs)} ms`,
        ratio: rounded(seconds),
      });
      return [
        row(`browser: ${small} lines, drop to verdict / longest frame`, few),
        row(`browser: ${large} lines, drop to verdict / longest frame`, csv),
        row(`browser: workbook of ${large} lines, drop to verdict / longest frame`, workbook),
      ];
    } finally {
      await launched.close();
    }
  } finally {
    await trial.remove();
  }
}
