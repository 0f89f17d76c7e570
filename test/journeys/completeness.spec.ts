import { expect, test } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

test('a contract manager sees the available data, states that a month is complete, and compares it', async ({
  page,
}) => {
  await signIn(page, 'ingrid');
  await goTo(page, 'Innkjøp');
  // The ledgers of 2026 end in June, which may still grow. So five months of each year are compared, without buyers
  // that lack one of them.
  await page.goto('/purchases?period=2026');
  const comparison = page.locator('tg-change-summary');
  await expect(comparison).toContainText('Sammenlignet: januar 2025 til mai 2025 med januar 2026 til mai 2026.');
  await expect(comparison).toContainText(
    /Våler kommune er ikke med: regnskapet er ikke komplett for mars 2026 til mai 2026/,
  );
  await expect(comparison).not.toContainText('Sikker nedgang');
  await expect(page.getByRole('note')).toContainText('Regnskapet er ikke komplett for alle månedene');
  await looksRight(page);
  await takePicture(page, 'comparison');

  await goTo(page, 'Hva som er på plass');
  const region = page.getByRole('region', { name: '2026' });
  const kongsvinger = region
    .locator('tbody')
    .filter({ has: page.getByRole('rowheader', { name: 'Kongsvinger kommune' }) });
  await expect(kongsvinger.getByRole('button', { name: 'juni 2026: importert, mer kan komme' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'completeness');
  await kongsvinger.getByRole('button', { name: /^juni 2026/ }).click();
  const panel = page
    .getByRole('complementary')
    .or(page.getByRole('dialog'))
    .filter({ hasText: 'Kongsvinger kommune, juni 2026' });
  await panel.getByLabel('Begrunnelse').fill('Perioden er avsluttet i regnskapet.');
  await panel.getByRole('button', { name: 'Måneden er komplett' }).click();
  await expect(kongsvinger.getByRole('button', { name: 'juni 2026: komplett' })).toBeVisible();

  // For Kongsvinger alone, June is compared too: half a year of both years.
  await page.goto('/purchases?period=2026');
  await page.getByLabel('Kommune').selectOption({ label: 'Kongsvinger kommune' });
  await expect(comparison).toContainText('Sammenlignet: januar 2025 til juni 2025 med januar 2026 til juni 2026.');
  await expect(comparison).not.toContainText('Sikker nedgang');
  // The comparison is of operating accounts; investment is shown alongside.
  await expect(comparison).toContainText('Tallene gjelder drift.');
  await expect(comparison).toContainText(
    /Innkjøpene er 7,1\s% høyere: fra 77\s118\s196\skr til 82\s580\s172\skr, uten mva\./s,
  );
  await expect(comparison).toContainText(/Investering, til sammenligning: fra 22\s892\s824\skr til 21\s482\s936\skr/);
});
