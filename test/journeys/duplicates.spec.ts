/// <reference lib="dom" />
import { expect, test, type Page } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { supplierWithoutUsers } from './own-agreement.ts';

async function openParty(page: Page, name: string): Promise<void> {
  await page.goto('/parties');
  await page.getByLabel('Søk i navn og organisasjonsnummer').fill(name);
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a contract manager corrects a supplier’s name, and merges two records of one supplier', async ({ page }) => {
  const stays = await supplierWithoutUsers(page);
  const goes = await supplierWithoutUsers(page);

  await openParty(page, goes);
  await page.getByRole('button', { name: 'Rett navn eller nummer' }).click();
  const correcting = page.getByRole('dialog');
  await correcting.getByLabel('Navn', { exact: true }).fill(`${goes} (gammel)`);
  await correcting.getByLabel('Begrunnelse').fill('Skrevet feil i registeret.');
  await looksRight(page);
  await takePicture(page, 'correct-organisation');
  await correcting.getByRole('button', { name: 'Lagre rettelsen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${goes} (gammel)` })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tidligere navn og nummer' })).toContainText(goes);
  await looksRight(page);
  await takePicture(page, 'corrected-organisation');

  await page.getByRole('button', { name: /^Slå sammen/ }).click();
  const merging = page.getByRole('dialog');
  const other = await merging.locator('option', { hasText: stays }).getAttribute('value');
  await merging.getByRole('combobox').selectOption(other ?? '');
  await merging.getByRole('button', { name: 'Se hva som flyttes' }).click();
  await expect(merging.getByRole('heading', { level: 3 })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'merge-organisations');
  await merging.getByLabel('Begrunnelse').fill('Samme leverandør, tatt inn to ganger.');
  await merging.getByRole('button', { name: `Slå sammen ${goes} (gammel) med ${stays}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: stays })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'merged-organisation');

  await page.goto('/parties');
  await page.getByLabel('Søk i navn og organisasjonsnummer').fill(goes.slice(0, 8));
  await expect(page.getByRole('link', { name: `${goes} (gammel)` })).toHaveCount(0);
});
