import { expect, test, type Page } from '@playwright/test';
import { looksRight } from './open-page.ts';
import { supplierWithoutUsers } from './own-agreement.ts';

/** Opens the page of a supplier's names and numbers from the list. */
async function openParty(page: Page, name: string): Promise<void> {
  await page.goto('/parties?show=supplier');
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a contract manager records a phone call without opening a case first', async ({ page }) => {
  const name = await supplierWithoutUsers(page);
  await openParty(page, name);
  await page.getByRole('link', { name: 'Avtaler, rapporter, kvalitet og saker' }).click();
  const section = page.locator('tg-conversations');
  await section.getByRole('button', { name: 'Før en samtale eller et møte' }).click();
  await section.getByRole('button', { name: 'Lagre' }).click();
  await expect(section.locator('.ds-error-summary')).toContainText('Skriv hva som ble sagt.');
  const said = 'De sender prislisten på nytt innen fredag.';
  await section.locator('textarea').fill(said);
  await looksRight(page);
  await section.getByRole('button', { name: 'Lagre' }).click();
  const row = section.getByRole('row').filter({ hasText: said });
  await expect(row).toContainText('10. august 2026');
  await looksRight(page);
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/\/cases\//);
  await expect(page.getByRole('main')).toContainText(said);
  await looksRight(page);
});

test('a supplier is taken over by another, which is then named on its page', async ({ page }) => {
  const [sold, buyer] = [await supplierWithoutUsers(page), await supplierWithoutUsers(page)];
  await openParty(page, sold);
  await page.getByText('La en annen leverandør overta …').click();
  await page.getByLabel('Leverandøren som overtar').selectOption({ label: buyer });
  await page.locator('#transfer-day').fill('2026-09-01');
  await expect(page.getByRole('heading', { name: `${buyer} overtar på samme vilkår (1)` })).toBeVisible();
  await looksRight(page);
  await page.getByRole('button', { name: `La ${buyer} overta` }).click();
  await expect(page.getByText(`${buyer} overtar én avtale fra 1. september 2026.`)).toBeVisible();
  await looksRight(page);
  await page.getByRole('link', { name: buyer, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: buyer })).toBeVisible();
  await page.getByRole('link', { name: 'Avtaler, rapporter, kvalitet og saker' }).click();
  await expect(page.getByRole('row').filter({ hasText: '1. september 2026' })).toHaveCount(1);
});
