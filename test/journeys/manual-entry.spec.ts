/// <reference lib="dom" />
import { expect, test, type Page } from '@playwright/test';
import { answerEveryQuestion } from './answer-questions.ts';
import { looksRight, takePicture } from './open-page.ts';
import { ownAgreement } from './own-agreement.ts';
import { signIn } from './sign-in.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'Linjer i rapporten' });
const saved = (page: Page) => expect(page.getByText(/^\s*Lagret .*Ikke sendt inn\.\s*$/)).toBeVisible();

async function openForm(page: Page, title: string): Promise<void> {
  await page.goto('/reports');
  await page
    .getByRole('article')
    .filter({ hasText: title })
    .getByRole('link', { name: /^(Skriv linjene her|Fortsett på det du har skrevet)/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`juli 2026 · ${title}`, 'i') })).toBeVisible();
  await expect(grid(page)).toBeVisible();
}

/** Starts editing a cell. */
async function begin(page: Page, row: number, column: number): Promise<void> {
  await grid(page).getByRole('row').nth(row).getByRole('gridcell').nth(column).dblclick();
  await expect(grid(page).getByRole('combobox')).toBeFocused();
}

/** Types cells one after the other by keyboard only, from the first cell of the line. */
async function typeLine(page: Page, row: number, cells: readonly string[]): Promise<void> {
  await begin(page, row, 0);
  for (const cell of cells) {
    await page.keyboard.type(cell);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Escape');
}

test('a supplier types a small delivery, a colleague’s window shows it, and it is submitted and corrected @both', async ({
  page,
  browser,
}) => {
  test.slow();
  const { title } = await ownAgreement(page);
  await signIn(page, 'anne-lise');
  await openForm(page, title);
  await expect(page.getByText('Her kan du skrive inntil 250 linjer.')).toBeVisible();
  await looksRight(page);

  await typeLine(page, 1, ['0099001', 'Ringperm A4 rygg 60 mm']);
  await begin(page, 1, 2);
  await page.keyboard.type('kongsv');
  await expect(page.getByRole('option', { name: /Kongsvinger kommune/ })).toBeVisible();
  await takePicture(page, 'typed-offers');
  await looksRight(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  for (const cell of ['12', 'stk', '25']) {
    await page.keyboard.type(cell);
    await page.keyboard.press('Tab');
  }
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Kongsvinger kommune');
  await page.keyboard.press('Tab');
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('row').nth(1)).toContainText('300,00');
  await expect(grid(page).getByRole('row').nth(1)).toContainText('06.07.2026');
  await saved(page);

  // Another window of the same supplier shows the line, and adds one.
  const other = await browser.newContext({ viewport: page.viewportSize() });
  const colleague = await other.newPage();
  await signIn(colleague, 'anne-lise');
  await openForm(colleague, title);
  await expect(grid(colleague).getByRole('row').nth(1)).toContainText('Ringperm A4 rygg 60 mm');
  await typeLine(colleague, 2, ['0099002', 'Kladdebok A5 linjert', 'Grue kommune', '10', 'stk', '12,50', '', '14.7']);
  await saved(colleague);
  await other.close();
  await expect(grid(page).getByRole('row').nth(2)).toContainText('Kladdebok A5 linjert', { timeout: 20_000 });
  await expect(page.getByText('2 av 250 linjer')).toBeVisible();

  await page.reload();
  await expect(grid(page).getByRole('row').nth(2)).toContainText('125,00');
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'typed');
  await answerEveryQuestion(page, 'Varen ble bestilt utenom sortimentet.');
  await page.getByRole('button', { name: 'Send inn 2 linjer' }).click();
  await expect(page).toHaveURL(/\/reports\/versions\//);
  await expect(page.getByText('425,00').first()).toBeVisible();

  // The lines remain, and a change to one is a correction.
  await page.goBack();
  await expect(page.getByText('ble sendt inn med linjene her')).toBeVisible();
});
