/// <reference lib="dom" />
import { expect, test, type Locator } from '@playwright/test';
import { looksRight } from './open-page.ts';
import { ownAgreement, ownReport } from './own-agreement.ts';
import { signIn } from './sign-in.ts';

/** Drags a file from the desktop to an element and drops it there. */
async function drop(place: Locator, name: string, text: string): Promise<void> {
  const dataTransfer = await place.page().evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'text/csv' }));
      return transfer;
    },
    [name, text] as const,
  );
  await place.dispatchEvent('dragover', { dataTransfer });
  await expect(place).toHaveClass(/\bover\b/);
  await place.dispatchEvent('drop', { dataTransfer });
}

test('a supplier drops a file on the card of the report it belongs to', async ({ page }) => {
  const { title } = await ownAgreement(page);
  await signIn(page, 'anne-lise');
  const card = page.getByRole('article').filter({ hasText: title });
  const place = card.locator('tg-file-drop .drop');
  await drop(place, 'juli.pdf', 'ikke en tabell');
  await expect(card.getByRole('alert')).toContainText('juli.pdf');
  await expect(place).not.toHaveClass(/\bover\b/);
  await looksRight(page);

  await drop(place, 'juli.csv', ownReport);
  await expect(page.getByRole('heading', { level: 1, name: /juli 2026/i })).toBeVisible();
  await expect(page.getByText('juli.csv').first()).toBeVisible();
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();
  await looksRight(page);
});
