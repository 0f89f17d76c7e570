import { expect, type Page } from '@playwright/test';

/** Gives every question of the check the same answer, as somebody does who has looked at them all. */
export async function answerEveryQuestion(page: Page, reason: string): Promise<void> {
  const open = page.getByRole('article').filter({ hasText: /Spørsmål \d+ av \d+/ }).getByRole('button', { name: /^(Svar likt på alle|Dette er ikke en feil)/ });
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await open.first().click();
    await page.getByLabel('Hvorfor stemmer det?').fill(reason);
    await page.getByRole('button', { name: 'Lagre svaret' }).click();
    await expect(open).not.toHaveCount(left); // the answered question leaves before the next is looked for
  }
}
