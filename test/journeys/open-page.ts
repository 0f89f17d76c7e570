/// <reference lib="dom" />
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pictures for the docs, only rewritten with WRITE_PICTURES=1. */
const docs = new Set(
  process.env['WRITE_PICTURES']
    ? ['report-page', 'matrix', 'combined', 'matching', 'spend', 'factor-book', 'declarations']
    : [],
);
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const wide = { width: 1280, height: 900 };
export const narrow = { width: 390, height: 844 };

/** Calls `look` in the current window and in a narrow one, unless the journey is itself run in a narrow window. */
async function inBothWidths(page: Page, look: (width: string) => Promise<void>): Promise<void> {
  const { project, tags } = test.info();
  await look(project.name);
  if (project.name === 'narrow' || tags.includes('@both')) return;
  await page.setViewportSize(narrow);
  await look('narrow');
  await page.setViewportSize(wide);
}

/** Requires that axe finds no issue and that nothing exceeds the window, in both widths. */
export const looksRight = (page: Page): Promise<void> => inBothWidths(page, () => checkAccessibility(page));

/**
 * Requires the same of a page already checked in another language: in a narrow window, only longer words can differ.
 */
export const readsRight = (page: Page): Promise<void> =>
  inBothWidths(page, (width) => (width === 'narrow' ? expectNoOverflow(page) : checkAccessibility(page)));

/** Runs axe by evaluation, because the page's policy forbids script tags. */
async function checkAccessibility(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('tg-skeleton')).toHaveCount(0);
  await expect(page.locator('.trouble'), 'the page has met an error').toHaveCount(0);
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values },
      }),
    rules,
  );
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`).join('\n')}`,
    ),
  ).toEqual([]);
  await expectNoOverflow(page);
}

/** Requires that nothing exceeds the window. Polls, because a resized page may take a moment. */
async function expectNoOverflow(page: Page): Promise<void> {
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond, 'pixels that stick out of the window').toBeLessThanOrEqual(0);
}

/** Takes a screenshot of the window in both widths. On request, the wide ones become the docs' pictures. */
export const takePicture = (page: Page, name: string): Promise<void> =>
  inBothWidths(page, async (width) => {
    const folder = width === 'wide' && docs.has(name) ? 'docs/pictures' : path.join('tmp', 'pictures', width);
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  });
