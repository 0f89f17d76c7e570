import { expect, type Page } from '@playwright/test';

/** Gives every question of the check the same answer, like a user who has reviewed them all. */
export async function answerEveryQuestion(page: Page, reason: string): Promise<void> {
  const open = page
    .getByRole('article')
    .filter({ hasText: /Spørsmål \d+ av \d+/ })
    .getByRole('button', { name: /^(Svar likt på alle|Dette er ikke en feil)/ });
  const form = page.getByLabel('Hvorfor stemmer det?');
  // An answered question may remain visible for a moment, so the click is retried.
  await expect(async () => {
    while ((await open.count()) > 0) {
      await open.first().click({ timeout: 2_000 });
      await form.fill(reason, { timeout: 2_000 });
      await page.getByRole('button', { name: 'Lagre svaret' }).click({ timeout: 2_000 });
      await expect(form).toHaveCount(0);
    }
  }).toPass({ timeout: 90_000 });
}
