import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { invoiceTo } from './invoice.ts';
import { looksRight } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

/** Texts that a spreadsheet would execute, and the harmless texts to write instead. */
const items = ['=2+5', '+2+5', '-2+5', '@SUM(A1:A9)', 'Servietter'];
const written = ["'=2+5", "'+2+5", "'-2+5", "'@SUM(A1:A9)", 'Servietter'];

/** Returns rows of cells. */
const cellsOf = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';').map((cell) => cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"')));

test('a buyer downloads the table as a file that runs no formula, whatever the item names', async ({ page }) => {
  test.setTimeout(400_000); // jobs of other journeys are matched, calculated and combined first
  const id = `F-${Date.now()}`;
  await signIn(page, 'bjorn');
  await goTo(page, 'Regnskap');
  await page.locator('input[type=file]').setInputFiles({
    name: `${id}.xml`,
    mimeType: 'application/xml',
    buffer: invoiceTo({ name: 'Våler kommune', orgNumber: '871034222' }, { id, issuedOn: '2026-05-15', items }),
  });
  await page.getByRole('button', { name: 'Importer fakturaene' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Import / })).toBeVisible(); // before that, the list shows other imports
  await expect(page.getByText('Importert', { exact: true }).first()).toBeVisible({ timeout: 45_000 });

  await expect(async () => {
    await page.goto(`/combined?text=${id}`);
    await expect(page.getByRole('button', { name: 'Åpne =2+5' })).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 120_000 });
  await looksRight(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Last ned som CSV' }).click();
  const [heads = [], ...rows] = cellsOf(readFileSync(await (await download).path(), 'utf8'));
  const item = heads.indexOf('Vare');
  expect(rows.map((row) => row[item]).toSorted()).toEqual(written.toSorted());
  expect(rows.flat().filter((cell) => /^[=@\t]|^[+-](?![\d,.]+$)/.test(cell))).toEqual([]);
});
