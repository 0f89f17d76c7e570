/// <reference lib="dom" />
import { expect, test, type Page } from '@playwright/test';
import { openMenu, signInAnew } from './sign-in.ts';

/** One person of each side. */
const persons = ['ingrid', 'kari', 'marit'];

/** Returns the addresses of all pages in the signed-in user's menu. */
async function menuAddresses(page: Page): Promise<string[]> {
  await openMenu(page);
  const menu = page.getByRole('navigation', { name: 'Hovedmeny' });
  await menu.getByRole('link').first().waitFor();
  const all = menu.getByRole('button', { name: 'Alle sider' });
  if (await all.isVisible()) await all.click();
  const places = await menu
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  return [...new Set(places)];
}

/** Collects violations of the content security policy on the pages opened from now on. */
async function watchPolicy(page: Page): Promise<string[]> {
  const breaches: string[] = [];
  await page.exposeFunction('noteBreach', (breach: string) => void breaches.push(breach));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) => {
      void (window as unknown as { noteBreach(text: string): void }).noteBreach(
        [location.pathname, violatedDirective, blockedURI, sourceFile, sample].join(' '),
      );
    });
  });
  return breaches;
}

for (const person of persons) {
  test(`no page breaks the policy that it is served under, for ${person}`, async ({ page }) => {
    test.slow();
    const breaches = await watchPolicy(page);
    await signInAnew(page, person);
    const places = await menuAddresses(page);
    expect(places.length).toBeGreaterThan(4);
    for (const place of [...places, '/help']) {
      await page.goto(place);
      await expect(page.locator('h1').first()).toBeVisible();
      await expect(page.locator('tg-skeleton')).toHaveCount(0);
    }
    expect(breaches).toEqual([]);
    const styled = await page.evaluate(
      () => [...document.querySelectorAll('style')].filter((style) => (style.sheet?.cssRules.length ?? 0) > 0).length,
    );
    expect(styled, 'components have got their styles').toBeGreaterThan(0);
  });
}

test('an inline style, an inline script and a foreign address are blocked and recorded', async ({ page }) => {
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
  for (const directive of ['style-src-attr', 'style-src-elem', 'script-src-elem', 'connect-src'])
    await expect.poll(() => breaches.some((breach) => breach.includes(directive)), directive).toBe(true);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});
