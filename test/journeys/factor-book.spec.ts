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

test('a buyer sees what the sources make of the same purchase, and why they differ', async ({ page }) => {
  await signIn(page, 'geir');
  await goTo(page, 'Faktorbok');
  await page.getByRole('link', { name: 'Kilder side om side' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kilder side om side' })).toBeVisible();
  await expect(page.getByText(/^Fra 28 kg til 99,5 kg: 3,6 ganger/).first()).toBeVisible();
  const table = page.getByRole('table', { name: 'Kilder for varen' });
  await expect(table.getByText('gård til butikk').first()).toBeVisible();
  await looksRight(page);
  await picture(page, 'compare');
  await page.getByRole('link', { name: '1 kWh strøm' }).click();
  await expect(page).toHaveURL(/per=kwh/);
  await expect(table.getByText('kraft uten opprinnelsesgaranti').first()).toBeVisible();
  await goTo(page, 'Faktorbok');
  await page.getByRole('link', { name: 'Valg av faktor' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Valg av faktor' })).toBeVisible();
  await looksRight(page);
});

test('a contract manager proposes a factor, sees what it would change, and cannot approve it alone', async ({ page }) => {
  await signIn(page, 'ingrid');
  await page.goto('/factors/comparison?goods=Storfe');
  await page.getByRole('link', { name: 'Foreslå brukt' }).first().click();
  await page.getByRole('button', { name: 'Send forslaget' }).click();
  await expect(page.getByText('Velg hva faktoren er for.').first()).toBeVisible();
  await looksRight(page);
  await page.getByLabel('For vareslaget').selectOption({ label: 'Storfekjøtt' });
  await page.getByLabel('Gjelder fra').fill('2026-01-01');
  await page.getByLabel('Hvorfor?').fill('Franske tall ligger nærmere norsk drift.');
  await page.getByLabel('Hvem skal avgjøre?').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Send forslaget' }).click();
  await expect(page.getByText('Forslaget er sendt.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Vis hva den endrer' }).first().click();
  await expect(page.getByText(/linjer får et annet tall/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Godkjenn' })).toHaveCount(0);
  await looksRight(page);
  await picture(page, 'choices');
});
