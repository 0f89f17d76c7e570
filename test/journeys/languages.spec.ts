import { expect, test } from '@playwright/test';
import { readsRight } from './open-page.ts';
import { signIn } from './sign-in.ts';

const pagesOf: Record<string, readonly string[]> = {
  jonas: ['/reports', '/declarations', '/agreements', '/colleagues', '/help'],
  ingrid: [
    '/today',
    '/completeness',
    '/municipalities',
    '/targets',
    '/compliance',
    '/agreements',
    '/combined',
    '/spend',
    '/matching',
    '/matching?state=decided',
  ],
  marit: [
    '/purchases',
    '/purchases?period=2026',
    '/combined?from=2026-03&to=2026-03',
    '/spend',
    '/spend/reconciliation',
    '/spend/import-profiles',
    '/matching',
    '/emission-factors',
    '/emissions',
  ],
};
const spoken = { nn: 'Logg ut', en: 'Sign out' } as const;
const rounds = Object.entries(pagesOf).flatMap(([person, pages]) =>
  Object.entries(spoken).map(([language, signOut]) => ({ person, pages, language, signOut })),
);
/** Patterns of missing values in a sentence. "null" only in English, because it is the Norwegian word for zero. */
const holesOf = {
  nn: /\bundefined\b|^null$|\bNaN\b|\[object |Invalid Date|\{\{|\$\{/m,
  en: /\bundefined\b|\bnull\b|\bNaN\b|\[object |Invalid Date|\{\{|\$\{/,
};

for (const { person, pages, language, signOut } of rounds) {
  test(`the pages of ${person} are whole in ${language}`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await signIn(page, person);
    for (const place of pages) {
      await page.goto(`${place}${place.includes('?') ? '&' : '?'}lang=${language}`);
      await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('button', { name: signOut })).toBeVisible();
      await readsRight(page);
      expect(await page.locator('body').innerText(), place).not.toMatch(language === 'nn' ? holesOf.nn : holesOf.en);
    }
    expect(complaints).toEqual([]);
  });
}
