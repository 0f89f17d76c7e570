import { expect, test } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

test('a contract manager enters population figures and compares the municipalities @both', async ({ page }) => {
  await signIn(page, 'ingrid');
  await goTo(page, 'Kommunene side om side');
  // The latest year with complete ledgers of all municipalities.
  await expect(page.getByLabel('Periode')).toHaveValue('2025');
  await page.getByText('Legg inn innbyggertall').click();
  await page.getByLabel('År (1. januar)').fill('2025');
  await page.getByLabel('Kilde', { exact: true }).fill('Demoens egne, avrundede tall');
  await page
    .getByLabel('Innbyggere', { exact: true })
    .fill('Kongsvinger; 18100\nSør-Odal; 8100\nÅsnes; 7200\nEidskog; 6000\nNord-Odal; 5000\nGrue; 4500\nVåler; 3550');
  await page.getByRole('button', { name: 'Lagre innbyggertall' }).click();
  await expect(page.getByText('Innbyggertallet for 7 kommuner er lagret.')).toBeVisible();
  const chart = page.locator('tg-bar-chart');
  await expect(chart.getByText(/^\s*\d[\d\s]* kg \(/).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'municipalities');

  // In the half-year with a missing ledger, the municipality is shown but not compared.
  await page.getByLabel('Periode').selectOption('2026-Q2');
  await expect(chart.getByText(/kan ikke sammenlignes: regnskapet er ikke komplett for/).first()).toBeVisible();
  await page.getByLabel('Mål').selectOption({ label: 'Innkjøp' });
  await expect(chart).toContainText('kr');
  await looksRight(page);
});
