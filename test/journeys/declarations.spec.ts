/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { footprintOf } from './footprint.ts';
import { looksRight, picture } from './look.ts';
import { goTo, signIn } from './sign-in.ts';

/** An item of each window's own: its account has a factor, and nobody handed in a footprint for it. */
const itemOf: Readonly<Record<string, { readonly number: string; readonly name: string }>> = { wide: { number: '4420210', name: 'Batterier AA 24 stk' }, narrow: { number: '0055064', name: 'Limstift 40 g 20 stk' } };

test('a supplier hands in a footprint, and the buyer sees it beside the official figure', async ({ page, browser, baseURL }) => {
  const { number, name } = itemOf[test.info().project.name] ?? { number: '', name: '' };
  const product = `${name}, fra produsenten`;
  await signIn(page, 'anne-lise');
  await goTo(page, 'Deklarasjoner');
  await looksRight(page);
  await page.locator('input[type=file]').setInputFiles({ name: 'fotavtrykk.json', mimeType: 'application/json', buffer: footprintOf(product, '4.25', randomUUID()) });
  await expect(page.getByText(/^D-2026-\d{5} er mottatt: ett fotavtrykk, 0 varer knyttet\./)).toBeVisible();
  await looksRight(page);
  await page.getByRole('link', { name: 'Se fotavtrykkene' }).click();
  await expect(page.getByRole('heading', { name: product })).toBeVisible();
  await expect(page.getByText('Ikke knyttet til noen vare.')).toBeVisible();

  await page.getByRole('button', { name: 'Knytt til en vare' }).click();
  await page.getByRole('button', { name: 'Knytt sammen' }).click();
  await expect(page.getByText('Skriv varenummeret.').first()).toBeVisible();
  await looksRight(page);
  await page.getByLabel('Varenummer').fill(number);
  await page.getByLabel('Hvorfor?').fill('Produsenten leverer varen til oss.');
  await page.getByRole('button', { name: 'Knytt sammen' }).click();
  await expect(page.getByText('Lagret. Tallene regnes på nytt av seg selv.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: number }).first()).toBeVisible();
  await looksRight(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await picture(page, 'declarations');

  const buyer = await browser.newPage({ baseURL: baseURL ?? '', viewport: page.viewportSize(), locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
  await signIn(buyer, 'marit');
  await expect(async () => {
    await buyer.goto(`/combined?from=2026-01&to=2026-03&side=both&text=${number}`);
    await buyer.getByRole('button', { name: `Åpne ${name}` }).first().click();
    await expect(buyer.getByRole('heading', { name: 'Leverandørens eget tall, ved siden av' })).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  const panel = buyer.getByRole('dialog');
  await expect(panel.getByText(/4,25 kg CO₂e per kg/).first()).toBeVisible();
  await expect(panel.getByText(/^[\d\s,]+ kg CO₂e$/)).toHaveCount(2); // the official figure, and the supplier's beside it
  await looksRight(buyer);
  await panel.getByRole('heading', { name: 'Leverandørens eget tall, ved siden av' }).scrollIntoViewIfNeeded();
  await picture(buyer, 'beside');
  await buyer.close();
});
