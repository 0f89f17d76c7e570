import { expect, test } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

test('a buyer sees the purchases, and opens the source cell of a figure @both', async ({ page }) => {
  await signIn(page, 'marit');
  await expect(page.getByRole('heading', { level: 1, name: 'Innkjøp' })).toBeVisible();
  await expect(page.getByText(/Vi vet hva som er kjøpt, for .*% av innkjøpsbeløpet/).first()).toBeVisible();
  await expect(page.getByText(/står for .* av det beregnede utslippet/).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'front-page');

  await goTo(page, 'Samlet tabell');
  const totals = page.getByRole('region', { name: 'Sum av utvalget' });
  await expect(totals).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'combined');

  const filters = page.locator('details.filters');
  if ((await filters.getAttribute('open')) === null) await filters.locator('summary').click();
  const before = await totals.textContent();
  const filter = page.getByRole('search', { name: 'Filter' });
  await filter.getByLabel('Leverandør').selectOption({ label: 'Finnskog Storkjøkken Engros AS' });
  await filter.getByLabel('Fra måned').selectOption('2026-03');
  await filter.getByLabel('Til måned').selectOption('2026-03');
  await expect(page).toHaveURL(/from=2026-03/);
  await expect(totals).not.toHaveText(before ?? '');

  await totals.getByRole('button', { name: /Hvorfor er tallet .* CO₂e/ }).click();
  const why = page.getByRole('dialog');
  await expect(why.getByRole('table').first()).toBeVisible();
  await expect(why.getByText(/DFØ/).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'why');
  await page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);

  await page
    .getByRole('button', { name: /^Åpne / })
    .first()
    .click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading', { name: 'Kilde', exact: true })).toBeVisible();
  await expect(panel.getByText(/, rad \d+/).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'opened-line');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('a contract manager filters the table by municipality and supplier', async ({ page }) => {
  await signIn(page, 'ingrid');
  await goTo(page, 'Samlet tabell');
  const filters = page.locator('details.filters');
  if ((await filters.getAttribute('open')) === null) await filters.locator('summary').click();
  const filter = page.getByRole('search', { name: 'Filter' });
  await filter.getByLabel('Kommune').selectOption({ label: 'Grue kommune' });
  await filter.getByLabel('Leverandør').selectOption({ label: 'Blyant & Bind AS' });
  await expect(page).toHaveURL(/buyer=.*supplier=|supplier=.*buyer=/);
  await expect(page.getByRole('cell', { name: 'Grue kommune' }).first()).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Kongsvinger kommune' })).toHaveCount(0);
  await looksRight(page);
});
