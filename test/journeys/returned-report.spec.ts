import { expect, test, type Page } from '@playwright/test';
import { writeZip } from '@tallgrunn/tabular';
import { answerEveryQuestion } from './answer-questions.ts';
import { invoiceTo } from './invoice.ts';
import { asAgresso, asVisma, asXledger, type LedgerFile } from './ledgers.ts';
import { looksRight, takePicture } from './open-page.ts';
import { ownAgreement } from './own-agreement.ts';
import { goTo, signIn } from './sign-in.ts';

const blyant = { name: 'Blyant & Bind AS', orgNumber: '311120301' };
const buyers = {
  valer: { name: 'Våler kommune', orgNumber: '871034222' },
  nordOdal: { name: 'Nord-Odal kommune', orgNumber: '964950768' },
  asnes: { name: 'Åsnes kommune', orgNumber: '964948232' },
};

async function zipOf(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of writeZip(Object.entries(files).map(([name, content]) => ({ name, content: [content] }))))
    parts.push(part);
  return Buffer.concat(parts);
}

async function loaded(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^Import / })).toBeVisible();
  await expect(page.getByText('Importert', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
}

async function loadLedger(page: Page, file: LedgerFile, buyer: string): Promise<void> {
  await goTo(page, 'Regnskap');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByLabel('Hvilken kommune gjelder filen?').selectOption({ label: buyer });
  await page.getByRole('button', { name: 'Importer regnskapet' }).click();
  await loaded(page);
}

/**
 * Imports three invoices, each in the ledger of a different municipality, with four lines of the agreement in total.
 * Their items are in no other journey, and the amounts are large enough to be first in the queue.
 */
async function loadInvoices(page: Page, stamp: string, contract: string): Promise<void> {
  const numbers = { valer: `V${stamp}`, nordOdal: `N${stamp}`, asnes: `A${stamp}` };
  await loadLedger(
    page,
    asAgresso(`valer-${stamp}`, [{ invoice: numbers.valer, day: '2026-07-10', kroner: 40_000 }]),
    buyers.valer.name,
  );
  await loadLedger(
    page,
    asVisma(`nord-odal-${stamp}`, [{ invoice: numbers.nordOdal, day: '2026-07-11', kroner: 20_000 }]),
    buyers.nordOdal.name,
  );
  await loadLedger(
    page,
    await asXledger(`asnes-${stamp}`, [{ invoice: numbers.asnes, day: '2026-07-12', kroner: 20_000 }]),
    buyers.asnes.name,
  );
  const invoice = (
    to: keyof typeof buyers,
    issuedOn: string,
    items: readonly string[],
    itemNumbers: readonly string[],
  ) =>
    invoiceTo(buyers[to], {
      id: numbers[to],
      issuedOn,
      items,
      numbers: itemNumbers,
      seller: { ...blyant, name: 'Blyant og Bind AS' },
      contract,
      deliveredOn: issuedOn,
      price: 10_000,
    });
  const zip = await zipOf({
    'valer.xml': invoice('valer', '2026-07-10', ['Ringperm A4', 'Kladdebok A5'], [`${stamp}1`, `${stamp}2`]),
    'nord-odal.xml': invoice('nordOdal', '2026-07-11', ['Kladdebok A5'], [`${stamp}2`]),
    'asnes.xml': invoice('asnes', '2026-07-12', [`Kaffetrakter ${stamp}`], [`${stamp}7`]),
  });
  await goTo(page, 'Regnskap');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: `fakturaer-${stamp}.zip`, mimeType: 'application/zip', buffer: zip });
  await page.getByRole('button', { name: 'Importer fakturaene' }).click();
  await loaded(page);
}

test('spend of three municipalities is shown to the supplier: unreported lines, a response, and a report prefilled from e-invoices', async ({
  page,
}) => {
  test.setTimeout(400_000); // jobs of other journeys are matched, calculated and combined first
  const { id: agreementId, number } = await ownAgreement(page);
  const stamp = number.slice(-7);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await loadInvoices(page, stamp, number);

  // The queue has the lines once they are matched.
  const { 0: obligation } = (await (
    await page.request.get(`/api/v1/obligations?agreementId=${agreementId}`)
  ).json()) as {
    id: string;
  }[];
  const open = async () =>
    (
      (await (await page.request.get(`/api/v1/obligations/${obligation!.id}/unreported-spend`)).json()) as {
        open: { invoices: number };
      }
    ).open.invoices;
  await expect.poll(open, { timeout: 150_000, intervals: [3000] }).toBe(3);
  await page.goto('/matching?state=booked-not-reported');
  await page.getByRole('combobox', { name: 'Leverandør' }).selectOption({ label: blyant.name });
  await page.getByRole('combobox', { name: 'Kommune' }).selectOption({ label: buyers.asnes.name });
  await expect(page.getByRole('button', { name: `Se på Kaffetrakter ${stamp}` })).toBeVisible();

  // The supplier sees the booked lines, and responds to those outside the agreement.
  await signIn(page, 'anne-lise');
  await page.goto(`/reports/${obligation!.id}`);
  await expect(
    page.getByRole('heading', { name: 'Kommunene har importert 4 e-fakturalinjer fra dere i perioden' }),
  ).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'begin-from-invoices');
  await page.getByRole('link', { name: 'Bokført, ikke i rapporten' }).click();
  await expect(
    page.getByRole('heading', { name: 'Rapportene deres dekker 0 % av 80 000 kr som er bokført' }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: '3 fakturaer, 80 000 kr, er ikke i rapporten' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'booked-not-reported');
  await page.getByRole('button', { name: `Svar: Faktura A${stamp}` }).click();
  await page.getByRole('radio', { name: 'Den hører ikke til denne avtalen' }).check();
  await page.getByLabel('Forklar').fill(`Kaffetrakteren er kjøpt utenom ${stamp}.`);
  await looksRight(page);
  await page.getByRole('button', { name: 'Lagre svaret' }).click();
  await expect(page.getByText('Hører ikke til avtalen')).toBeVisible();
  await page.getByRole('button', { name: `Se linjene: Faktura V${stamp}` }).click();
  await expect(page.getByRole('rowheader', { name: /Ringperm A4/ })).toBeVisible();
  await looksRight(page);

  // The obligation opens with prefilled lines: the supplier reviews, corrects and submits.
  await page.goto(`/reports/${obligation!.id}`);
  await page.getByRole('button', { name: 'Bruk linjene' }).click();
  const grid = page.getByRole('grid', { name: 'Linjer i rapporten' });
  await expect(grid.getByRole('row').nth(1)).toContainText(buyers.valer.orgNumber); // two municipalities are called Våler
  await expect(grid.getByRole('row').nth(3)).toContainText('Nord-Odal kommune');
  await expect(page.getByText(/^\s*4 av 4 linjer er hentet fra kommunenes e-fakturaer/)).toBeVisible();
  const coffee = grid.getByRole('row').filter({ hasText: 'Kaffetrakter' });
  await coffee.getByRole('gridcell').first().click();
  await expect(page.getByText(`Hentet fra faktura A${stamp}, linje 1, Åsnes kommune`)).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'typed-from-invoices');
  await page.getByRole('button', { name: 'Ta bort linjen' }).click();
  await expect(coffee).toHaveCount(0);
  await expect(page.getByText(/^\s*Lagret .*Ikke sendt inn\.\s*$/)).toBeVisible();
  await answerEveryQuestion(page, 'Varen ble bestilt utenom sortimentet.');
  await page.getByRole('button', { name: 'Send inn 3 linjer' }).click();
  await expect(page).toHaveURL(/\/reports\/versions\//);
  await expect(page.getByText('e-fakturaer: 3 linjer, ingen rettet, ingen lagt til')).toBeVisible();
  await looksRight(page);
  const versionId = new URL(page.url()).pathname.split('/').at(-1)!;

  await page.goto(`/reports/${obligation!.id}/invoices`);
  await expect(page.getByRole('heading', { level: 1, name: 'Er e-fakturaene gode nok?' })).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Bare 0 % av beløpet har vare, mengde, enhet og pris: det trengs en fil' }),
  ).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'invoice-quality');

  // The reviewer sees the supplier's response to the line, and accepts it.
  await signIn(page, 'tor-egil');
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  const { state } = (await (await page.request.get(`/api/v1/report-versions/${versionId}`)).json()) as {
    state: string;
  };
  if (state === 'submitted')
    await page.request.post(`/api/v1/report-versions/${versionId}/accept`, { headers: { 'x-csrf-token': csrfToken } });
  await page.goto('/matching?state=booked-not-reported');
  await page.getByRole('combobox', { name: 'Leverandør' }).selectOption({ label: blyant.name });
  await page.getByRole('checkbox', { name: 'Bare linjer leverandøren har svart på' }).check();
  await page.getByRole('button', { name: `Se på Kaffetrakter ${stamp}` }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText(`Kaffetrakteren er kjøpt utenom ${stamp}.`)).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'matching-statement');
  await panel.getByLabel('Hvorfor godkjenner du svaret?').fill(`Stemmer ${stamp}`);
  await panel.getByRole('button', { name: 'Godkjenn som «Kan være kjøpt utenfor avtale»' }).click();
  await expect(panel.getByText('godkjent som avklaring')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Venter på godkjenning' }).click();
  await expect(page.getByRole('heading', { name: 'Avklaringer av linjer' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'matching-second');

  // Coverage increases when the report is in force and matched.
  await expect.poll(open, { timeout: 150_000, intervals: [3000] }).toBe(1);
  await page.goto(`/reports/${obligation!.id}/booked`);
  await expect(page.getByRole('heading', { name: 'Rapportene dekker 75 % av 80 000 kr som er bokført' })).toBeVisible();
  await expect(page.getByText(/^\s*Før R-2026-\d+\/1 var dekningen 0\s%\. Nå er den 75\s%\.\s*$/)).toBeVisible();
  await looksRight(page);
});
