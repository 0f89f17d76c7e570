import { expect, test } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

const list =
  'Sted;Org.nr;Hører til;Ansvar;Leveringsnavn\nOppvekst reise;;;2100;\nReise skole;912346706;Oppvekst reise;2110;Reise skule\nFeil sted;912346707;;;\n';

test('a contract manager finds a municipality, imports its sites, and adds and revokes a customer number', async ({
  page,
}) => {
  await signIn(page, 'tor-egil');
  await goTo(page, 'Avtaler');
  await page.getByRole('link', { name: 'Kjøpere og leverandører' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kjøpere og leverandører' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'parties');
  await page.getByLabel('Vis', { exact: true }).selectOption('buyer');
  await page.getByRole('link', { name: 'Eidskog', exact: false }).first().click();
  await expect(page.getByRole('heading', { name: 'Steder og avdelinger' })).toBeVisible();
  await looksRight(page);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'steder.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await expect(page.getByText('Dette vil skje')).toBeVisible();
  await expect(page.getByText('Kolonne B: Kontrollsifferet i «912346707» stemmer ikke')).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'parties-preview');
  await page.getByRole('button', { name: 'Lagre dette' }).click();
  await expect(page.getByText('Dette er lagret')).toBeVisible();
  const sector = page.locator('tg-site-branch details').filter({ hasText: 'Oppvekst reise' });
  await expect(sector.getByText('Reise skole')).toBeVisible();
  await sector.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(sector.getByText('Reise skole')).toBeHidden();
  await page.keyboard.press('Enter');
  await page.evaluate(() => scrollTo(0, 0));
  await takePicture(page, 'party-buyer');
});

test('a supplier has its branches, and its names for customers', async ({ page }) => {
  await signIn(page, 'tor-egil');
  await page.goto('/parties?show=supplier');
  await page.locator('tbody a').last().click(); // another journey gives the first one branches
  await page.getByRole('button', { name: 'Legg til nummer' }).click();
  await page.getByLabel('Navn', { exact: true }).fill('Filial i vest');
  await page.getByLabel('Organisasjonsnummer', { exact: true }).fill('9,12E+08');
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('Regnearket har mistet sifre i «9,12E+08»').first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'party-belonging');
  await page.getByLabel('Organisasjonsnummer', { exact: true }).fill('');
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await expect(page.locator('.belongings').getByText('Filial i vest')).toBeVisible();
  await page.getByRole('button', { name: 'Legg til kundenummer' }).click();
  const number = '70423';
  await page.getByLabel('Kundenummer', { exact: true }).fill(number);
  await page.getByRole('dialog').getByLabel('Kjøper').selectOption({ index: 1 });
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await page.getByRole('button', { name: `Angre ${number}` }).click();
  await expect(page.getByRole('button', { name: `Ta i bruk igjen: ${number}` })).toBeVisible();
  await looksRight(page);
  await page.locator('#part-lessons').scrollIntoViewIfNeeded();
  await takePicture(page, 'party-supplier');
});
