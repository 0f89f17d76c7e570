/// <reference lib="dom" />
import { expect, test, type Page } from '@playwright/test';
import { pages } from '../../apps/web/src/shell/pages.ts';
import { signInAnew } from './sign-in.ts';

/** The pages of each side, by the person who opens them. */
const places = {
  ingrid: Object.values(pages).map(({ path }) => path),
  kari: [pages.reports.path, pages.several.path, pages.declarations.path, pages.people.path, pages.keys.path],
  marit: [pages.bought.path, pages.combined.path, pages.spend.path, pages.matching.path, pages.keys.path],
};

/** Collects what the browser forbids on the pages that are opened from now on. */
async function watchPolicy(page: Page): Promise<string[]> {
  const breaches: string[] = [];
  await page.exposeFunction('noteBreach', (breach: string) => void breaches.push(breach));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) => {
      void (window as unknown as { noteBreach(text: string): void }).noteBreach([location.pathname, violatedDirective, blockedURI, sourceFile, sample].join(' '));
    });
  });
  return breaches;
}

for (const [person, paths] of Object.entries(places)) {
  test(`no page breaks the policy that it is served under, for ${person}`, async ({ page }) => {
    const breaches = await watchPolicy(page);
    await signInAnew(page, person);
    for (const path of [...paths, 'help']) {
      await page.goto(`/${path}`);
      await expect(page.locator('h1').first()).toBeVisible();
      await expect(page.locator('tg-skeleton')).toHaveCount(0);
    }
    expect(breaches).toEqual([]);
    const styled = await page.evaluate(() => [...document.querySelectorAll('style')].filter((style) => (style.sheet?.cssRules.length ?? 0) > 0).length);
    expect(styled, 'components have got their styles').toBeGreaterThan(0);
  });
}

test('an inline style, an inline script and a foreign address are forbidden, and noticed', async ({ page }) => {
  const breaches = await watchPolicy(page);
  await page.goto('/sign-in');
  await expect(page.locator('h1').first()).toBeVisible();
  expect(breaches).toEqual([]);
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }));
    document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }));
    void fetch('https://example.org/').catch(() => undefined);
  });
  for (const directive of ['style-src-attr', 'style-src-elem', 'script-src-elem', 'connect-src']) await expect.poll(() => breaches.some((breach) => breach.includes(directive)), directive).toBe(true);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});
