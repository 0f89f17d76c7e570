import { expect, test, type Page } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { typePassword } from './sign-in.ts';
import { personOf } from './world.ts';

/** Persons of the demo that no other journey signs in as, because their password changes. */
const persons = ['turid', 'ole-jakob'];
const newPassword = 'fire gamle traktorer synger falskt';

/**
 * Opens the link of the newest e-mail to a person from the demo's Outbox page. The worker delivers the e-mail, so it
 * may take a moment.
 */
async function followLink(page: Page, email: string): Promise<void> {
  const link = page.getByRole('link', { name: `Åpne siden for nytt passord, ${email}` }).first();
  await expect(async () => {
    await page.goto('/outbox');
    await expect(link).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await looksRight(page);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lag nytt passord' })).toBeVisible();
}

async function save(page: Page, password: string): Promise<void> {
  await page.getByLabel('Nytt passord').fill(password);
  await page.getByRole('button', { name: 'Lagre nytt passord' }).click();
}

test('a user sets a strong new password by the link in the e-mail, and the old one is invalid', async ({ page }) => {
  const { name, email, password } = personOf(persons[test.info().retry] ?? 'amina');
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Glemt passordet?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nytt passord' })).toBeVisible();
  await page.getByLabel('E-postadresse').fill(email);
  await page.getByRole('button', { name: 'Send lenke' }).click();
  await expect(page.getByRole('heading', { name: 'Sjekk e-posten din' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'forgotten-password-sent');

  await followLink(page, email);
  const address = new URL(page.url()).pathname;
  await looksRight(page);
  await save(page, `${name} 2026`);
  await expect(page.locator('ds-error-summary')).toContainText(
    'Velg et annet passord: det er bygget av navnet ditt, virksomheten eller tjenesten.',
  );
  await looksRight(page);
  await takePicture(page, 'new-password-weak');
  await save(page, newPassword);
  await expect(page.getByRole('heading', { name: 'Passordet er lagret' })).toBeVisible();
  await looksRight(page);

  await page.getByRole('main').getByRole('link', { name: 'Logg inn' }).click();
  await typePassword(page, email, password);
  await expect(page.locator('ds-error-summary')).toContainText('E-postadressen eller passordet er feil.');
  await typePassword(page, email, newPassword);
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole('button', { name: 'Logg ut' })).toBeVisible();

  await page.goto(address); // the link has been used
  await save(page, 'fem andre traktorer tier stille');
  await expect(page.getByRole('link', { name: 'Be om en ny lenke' })).toBeVisible();
  await expect(page.locator('ds-error-summary')).toContainText('Lenken er brukt eller har gått ut.');
});
