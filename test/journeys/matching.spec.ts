import { expect, test, type Locator, type Page } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

/** Each window width uses different lines: decisions in one do not affect the other. */
const parties = () =>
  test.info().project.name === 'wide'
    ? { supplier: 'Solgløtt Frukt & Grønt AS', buyer: 'Kongsvinger kommune' }
    : { supplier: 'Solgløtt Frukt & Grønt AS', buyer: 'Grue kommune' };

/** Opens the line at a position in the list. Returns the panel. */
async function openLine(page: Page, place: number): Promise<Locator> {
  await page
    .getByRole('button', { name: /^Se på / })
    .nth(place)
    .click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading', { name: 'Mulige treff i regnskapet' })).toBeVisible();
  return panel;
}

/** Decides on the first candidate of the open line, like a user who has reviewed both. */
async function decideFirstCandidate(panel: Locator, verdict: string, reason: string): Promise<void> {
  await panel
    .getByRole('button', { name: /^(Velg denne|Valgt)$/ })
    .first()
    .click();
  await panel.getByRole('radio', { name: verdict }).check();
  await panel.getByLabel('Hvorfor?').fill(reason);
  await panel.getByRole('button', { name: 'Lagre avgjørelsen' }).click();
  await expect(panel.getByText(/^\s*Avgjørelsen er lagret/)).toBeVisible();
}

test('a contract manager decides which lines are the same purchase, and which are not @both', async ({ page }) => {
  const { supplier, buyer } = parties();
  const stamp = String(Date.now());
  await signIn(page, 'tor-egil');
  await goTo(page, 'Avstemming');
  await expect(page.getByText(/^\s*Vi finner igjen .* av det rapporterte beløpet/).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'matching');
  // Learned rules: the delays in days that are confirmed in this world.
  await page.getByRole('button', { name: 'Lært av tallene' }).click();
  await expect(page.getByText(/^\s*Slik avviker rapportene fra regnskapet/)).toBeVisible();
  await expect(page.getByText(/Bygger på|Ingen lærte regler ennå/).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'matching-rules');
  // Bulk questions: the effect of an answer is shown before anything is saved.
  await page.getByRole('button', { name: 'Samme svar for mange' }).click();
  await expect(page.getByText(/^\s*Når mange linjer fra en leverandør avviker på samme måte/)).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'matching-questions');
  const question = page.getByRole('listitem').filter({ hasText: 'For eksempel:' }).first();
  if ((await question.count()) > 0) {
    await question.getByText(/^\s*Svar for alle/).click();
    await question.getByLabel('Svaret ditt').selectOption({ index: 1 });
    await question.getByRole('button', { name: 'Se hva svaret gjør' }).click();
    await expect(question.getByRole('button', { name: /^Svar for alle/ })).toBeVisible();
    await looksRight(page);
    await takePicture(page, 'matching-question-preview');
  }
  await page.getByRole('button', { name: 'Rapportert, ikke bokført', exact: true }).click();
  await page.getByRole('combobox', { name: 'Leverandør' }).selectOption({ label: supplier });
  await page.getByRole('combobox', { name: 'Kommune' }).selectOption({ label: buyer });
  await expect(page).toHaveURL(/buyer=/);

  const accepted = await openLine(page, 0);
  await accepted.getByRole('button', { name: 'Velg denne' }).first().click();
  await accepted.getByRole('button', { name: 'Lagre avgjørelsen' }).click();
  await expect(accepted.getByText('Velg om linjene er samme kjøp.').first()).toBeVisible();
  await looksRight(page);
  await decideFirstCandidate(accepted, 'Det er samme kjøp', `Samme kjøp ${stamp}`);
  await expect(accepted.getByText('Koblet i siste avstemming')).toBeVisible({ timeout: 45_000 });
  await looksRight(page);
  await page.reload();
  const again = page.getByRole('dialog');
  await expect(again.getByText('Koblet i siste avstemming')).toBeVisible();
  await expect(again.getByText(`Samme kjøp ${stamp}`)).toBeVisible();
  await decideFirstCandidate(again, 'Opphev en tidligere avgjørelse', `Opphevet ${stamp}`);
  await expect(again.getByText('Koblet i siste avstemming')).toHaveCount(0, { timeout: 45_000 });
  await page.keyboard.press('Escape');
  await expect(again).toHaveCount(0);

  const rejected = await openLine(page, 1);
  await takePicture(page, 'matching-pair');
  await decideFirstCandidate(rejected, 'Det er ikke samme kjøp', `Et annet kjøp ${stamp}`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Avgjort', exact: true }).click();
  const learnedText = page.getByRole('listitem').filter({ hasText: stamp });
  await expect(learnedText).toHaveCount(3);
  await expect(learnedText.filter({ hasText: `Et annet kjøp ${stamp}` })).toContainText('Ikke samme kjøp');
  await expect(learnedText.filter({ hasText: `Samme kjøp ${stamp}` })).toContainText('erstattet av en nyere');
  await page.reload();
  await expect(learnedText).toHaveCount(3);
  await looksRight(page);
});
