/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { samplePdf } from '@tallgrunn/formats/testing';
import { archivedEpd, footprintOf } from './footprint.ts';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

/** An item whose account has a factor and that has no footprint yet. */
const item = { number: '4420210', name: 'Batterier AA 24 stk' };

test('a supplier uploads a footprint, and the buyer sees it next to the official figure', async ({
  page,
  browser,
  baseURL,
}) => {
  const { number, name } = item;
  const product = `${name}, fra produsenten`;
  await signIn(page, 'anne-lise');
  await goTo(page, 'Deklarasjoner');
  await looksRight(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'fotavtrykk.json',
    mimeType: 'application/json',
    buffer: footprintOf(product, '4.25', randomUUID()),
  });
  await expect(page.getByText(/^\s*D-2026-\d{5} er mottatt: ett fotavtrykk, 0 varer koblet\./)).toBeVisible();
  await looksRight(page);
  await page.getByRole('link', { name: 'Se fotavtrykkene' }).click();
  await expect(page.getByRole('heading', { name: product })).toBeVisible();
  await expect(page.getByText('Ikke koblet til noen vare.')).toBeVisible();

  await page.getByRole('button', { name: 'Koble til en vare' }).click();
  await page.getByRole('button', { name: 'Lagre koblingen' }).click();
  await expect(page.getByText('Skriv varenummeret.').first()).toBeVisible();
  await looksRight(page);
  await page.getByLabel('Varenummer').fill(number);
  await page.getByLabel('Begrunnelse').fill('Produsenten leverer varen til oss.');
  await page.getByRole('button', { name: 'Lagre koblingen' }).click();
  await expect(page.getByText('Lagret. Tallene beregnes på nytt automatisk.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: number }).first()).toBeVisible();
  await looksRight(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await takePicture(page, 'declarations');

  const buyer = await browser.newPage({
    baseURL: baseURL ?? '',
    viewport: page.viewportSize(),
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  await signIn(buyer, 'marit');
  await expect(async () => {
    await buyer.goto(`/combined?from=2026-01&to=2026-03&side=both&text=${number}`);
    await buyer
      .getByRole('button', { name: `Åpne ${name}` })
      .first()
      .click();
    await expect(buyer.getByRole('heading', { name: 'Leverandørens eget tall', exact: true })).toBeVisible({
      timeout: 3000,
    });
  }).toPass({ timeout: 60_000 });
  const panel = buyer.getByRole('dialog');
  await expect(panel.getByText(/4,25 kg CO₂e per kg/).first()).toBeVisible();
  await expect(panel.getByText(/^\s*[\d\s,]+ kg CO₂e\s*$/)).toHaveCount(2); // the official figure, and the supplier's own figure
  await looksRight(buyer);
  await panel.getByRole('heading', { name: 'Leverandørens eget tall', exact: true }).scrollIntoViewIfNeeded();
  await takePicture(buyer, 'beside');
  await buyer.close();
});

test('an EPD is uploaded as an archive with its PDF, and counts after the contract manager accepts it', async ({
  page,
  browser,
  baseURL,
}) => {
  const product = 'Magasinholder i eik, fast';
  await signIn(page, 'anne-lise');
  await goTo(page, 'Deklarasjoner');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'epd.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await expect(page.getByText(/zip/).first()).toBeVisible();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'epd.zip', mimeType: 'application/zip', buffer: await archivedEpd(product, randomUUID()) });
  await expect(page.getByText(/^\s*D-2026-\d{5} er mottatt: ett fotavtrykk, 0 varer koblet\./)).toBeVisible();
  await page.getByRole('link', { name: 'Se fotavtrykkene' }).click();
  await expect(page.getByRole('heading', { name: product })).toBeVisible();
  await expect(page.getByText('Brukes ikke før innkjøpssamarbeidet har godkjent det.')).toBeVisible();
  await expect(page.getByText('EPD etter EN 15804+A2.')).toBeVisible();
  await expect(page.getByText(/Fossilt og arealbruk er brukt/)).toBeVisible();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'NEPD-9999-9999-NO.pdf', mimeType: 'application/pdf', buffer: samplePdf() });
  await expect(page.getByRole('button', { name: 'Last ned NEPD-9999-9999-NO.pdf' })).toBeVisible();
  await page.getByText('Alle moduler').click();
  await expect(page.getByRole('cell', { name: 'ikke deklarert' }).first()).toBeVisible();
  await looksRight(page);

  const manager = await browser.newPage({
    baseURL: baseURL ?? '',
    viewport: page.viewportSize(),
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  await signIn(manager, 'ingrid');
  await manager.goto(new URL(page.url()).pathname);
  const download = manager.waitForEvent('download');
  await manager.getByRole('button', { name: 'Last ned NEPD-9999-9999-NO.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('NEPD-9999-9999-NO.pdf');
  await manager.getByRole('button', { name: 'Avgjør', exact: true }).click();
  await expect(manager.getByRole('radio', { name: 'Godkjent med forbehold' })).toBeChecked();
  await manager.getByRole('radio', { name: 'Må avklares' }).check();
  await manager.getByRole('button', { name: 'Lagre avgjørelsen' }).click();
  await expect(manager.getByText('Skriv en kort begrunnelse.').first()).toBeVisible();
  await manager.getByRole('radio', { name: 'Godkjent med forbehold' }).check();
  await looksRight(manager);
  await manager.getByRole('button', { name: 'Lagre avgjørelsen' }).click();
  await expect(manager.getByText('Avgjørelsen er lagret. Tallene beregnes på nytt automatisk.')).toBeVisible();
  await expect(manager.getByText(/^\s*Godkjent med forbehold av .+ 2026\./)).toBeVisible();
  await looksRight(manager);
  await manager.evaluate(() => scrollTo(0, 0));
  await takePicture(manager, 'declaration-checklist');
  await manager.close();
});
