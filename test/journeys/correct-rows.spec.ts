import { expect, test } from '@playwright/test';
import { looksRight } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';
import { worldFile } from './world.ts';

test('a supplier opens the rows with findings as a table @both', async ({ page }) => {
  await signIn(page, 'jonas');
  await page
    .getByRole('link', { name: /^juli 2026/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^juli 2026/i })).toBeVisible();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(worldFile('reports', 'finnskog-storkjokken', '2026-07-v1-salgsstatistikk.csv'));
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();
  await page.getByRole('button', { name: 'Rett radene i en tabell' }).click();
  await page.locator('td[aria-invalid]').first().click();
  await looksRight(page);
});
test('a contract manager sees the checks that are often overridden', async ({ page }) => {
  await signIn(page, 'ingrid');
  await goTo(page, 'Rapportering');
  await page.getByRole('link', { name: 'Kontroller som ofte avvises' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Kontroller/ })).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  await looksRight(page);
});
