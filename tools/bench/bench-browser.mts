import { chromium, type Page } from '@playwright/test';
import { browser } from '../../test/support/browser.ts';
import { buildAll } from '../build/build-all.mts';
import { rounded, type Ratio } from './measure.mts';
import { ReportTrial } from './report-trial.mts';

interface Dropped {
  /** From the file's being let go of to a verdict on the page. */
  seconds: number;
  /** The longest time between two frames meanwhile. */
  frameMs: number;
}

/** What the page is asked to watch from the moment a file is chosen until its verdict stands there. In the page's own clock. */
const watch = (): void => {
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

async function drop(page: Page, address: string, file: string): Promise<Dropped> {
  await page.goto(address);
  const place = page.locator('input[type=file]').first();
  await place.waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(watch);
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

/** A supplier's own browser: from the drop of a file to its verdict, and whether the page stays quick while a large one is read. */
export async function benchBrowser(small = 5_000, large = 210_000): Promise<Ratio[]> {
  await buildAll();
  const trial = new ReportTrial();
  try {
    await trial.start();
    const launched = await chromium.launch(await browser());
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
      const take = async (lines: number, kind: 'csv' | 'xlsx') =>
        drop(page, `/reports/${trial.duty}`, await trial.file(lines, kind));
      // Of several, the quickest and the one whose longest frame was shortest: others who use the processors make both longer, and nothing makes them shorter.
      const best = async (lines: number, kind: 'csv' | 'xlsx'): Promise<Dropped> => {
        const taken = [await take(lines, kind), await take(lines, kind), await take(lines, kind)];
        return {
          seconds: Math.min(...taken.map(({ seconds }) => seconds)),
          frameMs: Math.min(...taken.map(({ frameMs }) => frameMs)),
        };
      };
      await take(1_000, 'csv'); // the page's programs are compiled by the time that counts
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
