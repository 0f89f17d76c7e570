import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { looksRight, takePicture, readsRight } from './open-page.ts';
import { ownAgreement } from './own-agreement.ts';

const secret = 'Brakkvannsverket Hemmelig';
const report = `Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Levert dato;Merknad
0099001;Ringperm A4 rygg 60 mm;${secret};12;stk;25,00;300,00;06.07.2026;uavklart-4711
0099002;Kladdebok A5 linjert;${secret};ca 40;stk;12,50;500,00;08.07.2026;
`;

/** Publishes the terms of a new agreement on its page. Returns the id and the public address. */
async function published(page: Page): Promise<{ id: string; slug: string }> {
  const { id } = await ownAgreement(page);
  await page.goto(`/agreements/${id}/terms`);
  await page.getByRole('button', { name: 'Se hva som blir offentlig' }).click();
  await expect(page.getByRole('heading', { name: 'Dette blir offentlig' })).toBeVisible();
  await expect(page.getByText(/Priser, varer, navn på kjøpere og leverandører/)).toBeVisible();
  await looksRight(page);
  const slug = `papir-${Date.now()}`;
  const field = page.getByLabel('Siste del av adressen');
  await field.fill('Æ!');
  await page.getByRole('button', { name: 'Publiser malen' }).click();
  await expect(page.getByText(/Skriv minst tre tegn/).first()).toBeVisible();
  await field.fill(slug);
  await field.scrollIntoViewIfNeeded();
  await takePicture(page, 'open-template-preview');
  await page.getByRole('button', { name: 'Publiser malen' }).press('Enter');
  await expect(page.getByRole('link', { name: new RegExp(`/sjekk/${slug}$`) })).toBeVisible();
  await looksRight(page);
  return { id, slug };
}

test(
  'a visitor checks a file against a published template, and nothing of it leaves the machine',
  { tag: '@both' },
  async ({ page, browser, baseURL }) => {
    const { id, slug } = await published(page);
    const stranger = await browser.newPage({
      baseURL: baseURL ?? '',
      viewport: page.viewportSize(),
      locale: 'nb-NO',
      timezoneId: 'Europe/Oslo',
    });
    const requests: { readonly method: string; readonly text: string }[] = [];
    // Requests of the page and of its workers.
    stranger.context().on('request', (request) =>
      requests.push({
        method: request.method(),
        text: `${request.url()} ${JSON.stringify(request.headers())} ${request.postDataBuffer()?.toString('latin1') ?? ''}`,
      }),
    );
    stranger.on('websocket', (socket) => requests.push({ method: 'SOCKET', text: socket.url() }));

    await stranger.goto('/sjekk');
    await expect(stranger.getByRole('heading', { level: 1, name: 'Sjekk en fil' })).toBeVisible();
    await looksRight(stranger);
    await stranger.locator(`a[href*="/sjekk/${slug}"]`).press('Enter');
    await expect(stranger.getByText('Filen forlater ikke maskinen din')).toBeVisible();
    await looksRight(stranger);
    await takePicture(stranger, 'checker-empty');
    const workbook = stranger.waitForEvent('download');
    await stranger.getByRole('link', { name: 'Last ned malen som Excel-fil' }).click();
    const template = await openTable(bytesOf(await readFile(await (await workbook).path())), 'mal.xlsx');
    expect(template.sheets.length).toBe(2);
    await stranger.locator('summary', { hasText: 'Kolonnene i malen, forklart' }).press('Enter');
    await expect(stranger.getByRole('rowheader', { name: 'Varenummer' })).toBeVisible();
    await looksRight(stranger);

    const before = requests.length;
    await stranger
      .locator('input[type=file]')
      .setInputFiles({ name: 'juli.csv', mimeType: 'text/csv', buffer: Buffer.from(report) });
    await expect(stranger.getByText(/\d+ stopp · /).first()).toBeVisible();
    await expect(stranger.getByText(/1 av 2|én linje kan tas med/).first()).toBeVisible();
    await expect(stranger.getByText('Det som ikke kan kontrolleres her')).toHaveCount(1);
    await expect(stranger.getByText(/avtaleforvalteren|[Ss]end inn/)).toHaveCount(0);
    await looksRight(stranger);
    await stranger.getByRole('heading', { level: 2, name: /Kontroll/ }).scrollIntoViewIfNeeded();
    await takePicture(stranger, 'checker-findings');

    const marked = stranger.waitForEvent('download');
    await stranger.getByRole('button', { name: 'Last ned filen med merknader' }).click();
    expect((await readFile(await (await marked).path())).length).toBeGreaterThan(0);

    // Selects another column as the customer, and back. Then the number is read as intended.
    await stranger.locator('summary', { hasText: 'Vis og rett kolonnene' }).press('Enter');
    await looksRight(stranger);
    await stranger
      .getByRole('button', { name: /^Bruk 40/ })
      .first()
      .click();
    await expect(stranger.getByText(/2 linjer kan tas med/).first()).toBeVisible();
    await expect(stranger.getByText('Rettet her')).toBeVisible();
    await looksRight(stranger);

    const all = requests.slice(before);
    for (const { method, text } of requests) {
      expect(method).toBe('GET');
      for (const word of [secret, encodeURIComponent(secret), 'uavklart-4711', 'Ringperm', 'juli.csv'])
        expect(text).not.toContain(word);
    }
    expect(all.filter(({ text }) => /\/api\//.test(text)).map(({ text }) => text.split(' ')[0])).toEqual([]);

    for (const [language, heading] of [
      ['nn', 'Det som ikkje kan kontrollerast her'],
      ['en', 'What cannot be checked here'],
    ] as const) {
      await stranger.goto(`/sjekk/${slug}?lang=${language}`);
      await expect(stranger.getByRole('heading', { name: heading })).toBeVisible();
      await readsRight(stranger);
      await stranger.goto(`/sjekk?lang=${language}`);
      await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
      await readsRight(stranger);
    }

    await page.goto(`/agreements/${id}/terms`);
    await page.getByRole('button', { name: 'Trekk malen tilbake' }).click();
    await expect(page.getByText(/^\s*Trukket tilbake/)).toBeVisible();
    await stranger.goto(`/sjekk/${slug}?lang=nb`);
    await expect(stranger.getByText(/har trukket malen tilbake/)).toBeVisible();
    await looksRight(stranger);
    await stranger.close();
  },
);
