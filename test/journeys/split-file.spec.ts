/// <reference lib="dom" />
import { expect, test, type Page } from '@playwright/test';
import { answerEveryQuestion } from './answer-questions.ts';
import { looksRight, takePicture } from './open-page.ts';
import { ownAgreement, ownReport } from './own-agreement.ts';
import { signIn } from './sign-in.ts';

const reason = 'Varen ble bestilt utenom sortimentet.';

/** Builds a complete export of a supplier's own system, with a column for the agreement. */
function fullExport(first: string, second: string): string {
  const [heading, ...lines] = ownReport.trim().split('\n');
  const of = (agreement: string) => lines.map((line) => `${agreement};${line}`);
  return [`Avtalenr;${heading}`, ...of(first), ...of(second).slice(0, 2), `X-100;${lines[0]}`].join('\n');
}

/** Checks one part of the file, answers its questions and submits it. */
async function sendPart(page: Page, title: string, lines: string): Promise<void> {
  await page
    .getByRole('article')
    .filter({ hasText: title })
    .getByRole('button', { name: /^Kontroller og send inn/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`juli 2026 · ${title}`, 'i') })).toBeVisible();
  await expect(page.getByText(`${lines} av 6 linjer i filen hører til denne rapporten.`)).toBeVisible();
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();
  await answerEveryQuestion(page, reason);
  await page.getByRole('button', { name: 'Send inn', exact: false }).last().click();
  await expect(page).toHaveURL(/\/reports\/versions\//);
}

test('a supplier drops one file for two reports, and sends each its own lines', async ({ page }) => {
  test.slow();
  const [one, two] = [await ownAgreement(page), await ownAgreement(page)];
  const [first, second] = [one, two].map(({ title }) => title.split(' ').at(-1)!) as [string, string];
  await signIn(page, 'anne-lise');
  await page.goto('/reports');
  const place = page.locator('tg-split-file-drop');
  await expect(place.getByRole('heading', { name: 'Slipp en fil for flere rapporter' })).toBeVisible();
  await place
    .locator('input[type=file]')
    .setInputFiles({ name: 'erp.csv', mimeType: 'text/csv', buffer: Buffer.from(fullExport(first, second)) });

  await expect(
    page.getByText(
      'Filen har linjer for 2 rapporter. Vi leste 6 linjer, og én linje hører ikke til noen av rapportene.',
    ),
  ).toBeVisible();
  await expect(page.getByText('Avtalen «X-100» har ingen åpen rapport')).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'several');

  await sendPart(page, one.title, '3');
  await expect(page.getByText('2 linjer hører til én rapport til.')).toBeVisible();
  await looksRight(page);
  await page.getByRole('link', { name: 'Fortsett med resten av filen (én rapport)' }).click();
  await expect(page.getByRole('article').filter({ hasText: one.title })).toContainText('Sendt inn');

  await sendPart(page, two.title, '2');
  await expect(page.getByRole('link', { name: /Fortsett med resten/ })).toHaveCount(0);
});
