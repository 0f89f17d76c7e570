import { expect, test } from '@playwright/test';
import { invoiceTo } from './invoice.ts';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

test('a buyer uploads an invoice, and finds its line in the spend list', async ({ page }) => {
  const id = `P-${Date.now()}`;
  await signIn(page, 'marit');
  await goTo(page, 'Regnskap');
  await looksRight(page);
  await takePicture(page, 'spend');
  await page.locator('input[type=file]').setInputFiles({
    name: `${id}.xml`,
    mimeType: 'application/xml',
    buffer: invoiceTo(
      { name: 'Kongsvinger kommune', orgNumber: '944117784' },
      { id, issuedOn: '2026-06-15', items: ['Servietter'] },
    ),
  });
  await expect(page.getByRole('cell', { name: id })).toBeVisible();
  await looksRight(page);
  await page.getByRole('button', { name: 'Importer fakturaene' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Import / })).toBeVisible();
  await expect(page.getByText('Importert', { exact: true }).first()).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('Servietter').first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'batch');
  await page.goto('/spend/reconciliation');
  await expect(page.getByRole('heading', { level: 1, name: 'Regnskapskontroll' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /^Konto for konto: Kongsvinger kommune/ })).toBeVisible();
  await looksRight(page);
});
