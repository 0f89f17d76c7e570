import { expect, test } from '@playwright/test';
import { looksRight, picture } from './look.ts';
import { goTo, signIn } from './sign-in.ts';

test('a buyer reads what an account is reckoned with, and why', async ({ page }) => {
  await signIn(page, 'geir');
  await goTo(page, 'Faktorbok');
  const counted = page.getByText(/^\d+ kontoer har faktor, /);
  await expect(counted).toBeVisible();
  await looksRight(page);
  await picture(page, 'factor-book');

  const map = page.getByRole('table', { name: 'Kontoer med svar og grunn' });
  const food = map.getByRole('row').filter({ hasText: 'Matvarer' }).first();
  await expect(food).toContainText('Ingen faktor');
  await expect(map.getByRole('row').filter({ hasText: 'Kontormateriell' }).first()).toContainText('0,0256');
  const reasons = await map.locator('.reason').allTextContents();
  expect(reasons.length).toBeGreaterThan(10);
  expect(reasons.filter((reason) => reason.trim().length < 10)).toEqual([]);

  await page.getByLabel('Svar', { exact: true }).selectOption({ label: 'Må svares på' });
  await expect(page).toHaveURL(/answer=ask/);
  await expect(food).toHaveCount(0);
  await looksRight(page);
  const ofKostra = await counted.textContent();
  await page.getByLabel('Kontoplan', { exact: true }).selectOption({ label: 'NS 4102' });
  await expect(page).toHaveURL(/system=ns4102/);
  await expect(counted).not.toHaveText(ofKostra ?? '');
  await page.reload();
  await expect(page.getByLabel('Kontoplan', { exact: true })).toHaveValue('ns4102');

  await expect(page.getByRole('heading', { name: 'Utgivelsen i bruk' })).toBeVisible();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await page.getByLabel('Slag', { exact: true }).selectOption({ label: 'Per mengde' });
  await expect(page.getByText(/^Faktorer per mengde brukes der mengden er kjent/)).toBeVisible();
  await looksRight(page);
});
