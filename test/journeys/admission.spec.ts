import { expect, test } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { acceptWithNewAccount, invitationFor } from './outbox.ts';
import { personOf } from './world.ts';
import { signIn } from './sign-in.ts';

test('an administrator invites a person, who creates an account from the link', async ({ page, browser, baseURL }) => {
  await signIn(page, 'wenche');
  await page.goto('/colleagues');
  await expect(page.getByRole('table', { name: /Kolleger|tilgang/ })).toBeVisible();
  await page.getByRole('button', { name: /Send invitasjon|Inviter/ }).click();
  await expect(page.getByText('Velg en rolle').first()).toBeVisible();
  await looksRight(page);
  const email = `ny.${Date.now()}@riik.example`;
  await page.getByLabel('E-postadresse').fill(email);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: /Send invitasjon|Inviter/ }).click();
  await expect(page.getByText(email).first()).toBeVisible();
  await expect(page.getByText(/\/invitation\//)).toHaveCount(0);
  const link = await invitationFor(browser, baseURL ?? '', email);
  await looksRight(page);
  await takePicture(page, 'people');
  await page.goto('/audit');
  await expect(page.getByText('sendte en invitasjon').filter({ visible: true }).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'audit');

  const invited = await browser.newPage({
    baseURL: baseURL ?? '',
    viewport: page.viewportSize(),
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  await invited.goto(link);
  await expect(invited.getByText('har invitert deg til å bruke tjenesten').first()).toBeVisible();
  await looksRight(invited);
  await takePicture(invited, 'invitation');
  await invited.getByRole('button', { name: 'Lag konto og gå videre' }).click();
  await expect(invited.locator('ds-error-summary')).toBeFocused();
  await looksRight(invited);
  await acceptWithNewAccount(invited, 'Nora Nymoen');
  await expect(invited).not.toHaveURL(/invitation/);
  await looksRight(invited);
  await invited.goto(link);
  await expect(invited.getByRole('link', { name: 'Gå til innlogging' })).toBeVisible(); // the link has been used; the page offers another way
  await looksRight(invited);
  await invited.close();
});

test('a user resets a forgotten password, and a used link offers another way', async ({ page }) => {
  await page.goto('/forgotten-password');
  await looksRight(page);
  await takePicture(page, 'forgotten-password');
  await page.getByRole('button').filter({ hasText: /lenke/i }).click();
  await expect(page.locator('ds-error-summary')).toBeFocused();
  await page.getByLabel('E-postadresse').fill(personOf('wenche').email);
  await page.getByRole('button').filter({ hasText: /lenke/i }).click();
  await expect(page.locator('[tgTakesFocus]')).toBeFocused();
  await looksRight(page);

  await page.goto('/new-password/not-a-link-that-was-ever-sent');
  await looksRight(page);
  await takePicture(page, 'new-password');
  await page.getByLabel('Nytt passord').fill('kort');
  await page.getByRole('button', { name: 'Lagre nytt passord' }).click();
  await expect(page.locator('ds-error-summary')).toBeFocused();
  await page.getByLabel('Nytt passord').fill('en setning som er lang nok');
  await page.getByRole('button', { name: 'Lagre nytt passord' }).click();
  await expect(page.getByRole('link', { name: 'Be om en ny lenke' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'new-password-spent');
});
