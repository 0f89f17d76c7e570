/// <reference lib="dom" />
import { expect, test } from '@playwright/test';
import { looksRight, picture } from './look.ts';
import { ownAgreement, ownReport } from './own-agreement.ts';
import { signIn } from './sign-in.ts';

const branches = { 'Blyant & Bind avd. Flisa': '974760673', 'Blyant & Bind avd. Kirkenær': '974760959', 'Blyant & Bind avd. Magnor': '974761122' };
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const [heading = '', first = '', ...others] = ownReport.trim().split('\n');

test('a chain drops the files of its branches together, and sends them with the missing one named', async ({ page }) => {
  test.slow();
  const { title } = await ownAgreement(page, branches);
  await signIn(page, 'anne-lise');
  await page.goto('/reports');
  const card = page.getByRole('article').filter({ hasText: title });
  await expect(card).toContainText('3 filialer av 3 skylder en rapport');
  await looksRight(page);
  await card.getByRole('link', { name: 'Se og lever for filialene' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`juli 2026 · ${title}, alle filialer`, 'i') })).toBeVisible();
  const row = (name: string) => page.locator('tg-branch-row').filter({ hasText: name });
  await expect(row('Magnor')).toContainText('Mangler');

  await page.locator('input[type=file]').setInputFiles([
    file('juli.csv', `Selgende enhet;${heading}\n974760673;${first}\n`),
    file('uten navn.csv', `${[heading, ...others].join('\n')}\n`),
  ]);
  await expect(row('Flisa')).toContainText('kjent på organisasjonsnummeret i filen');
  await expect(page.getByText('uten navn.csv – det står ikke hvilken filial den gjelder.')).toBeVisible();
  await looksRight(page);
  await picture(page, 'branches');
  await page.getByLabel('Hvilken filial?').selectOption({ label: 'Blyant & Bind avd. Kirkenær' });
  await expect(row('Kirkenær')).toContainText('valgt av deg');
  await expect(row('Kirkenær')).toContainText('Klar');
  await expect(row('Flisa')).toContainText('Klar');

  await page.getByRole('button', { name: 'Send inn 2 filialer' }).click();
  await expect(page.getByText('Lever for Blyant & Bind avd. Magnor også').first()).toBeVisible();
  await page.getByLabel(/^Send inn uten Blyant & Bind avd. Magnor/).check();
  await page.getByLabel('Hvorfor mangler de?').fill('Kassen ble byttet 1. juli.');
  await looksRight(page);
  await page.getByRole('button', { name: 'Send inn 2 filialer' }).click();
  await expect(page.getByText('2 filialer er sendt inn.')).toBeVisible({ timeout: 60_000 });
  await expect(row('Flisa')).toContainText('R-2026-');
  await expect(row('Magnor')).toContainText('Kassen ble byttet 1. juli.');
  await looksRight(page);
  await picture(page, 'branches-sent');
});
