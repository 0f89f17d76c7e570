import { expect, test, type Page } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { openMenu, signIn, signOut, typePassword } from './sign-in.ts';
import { personOf } from './world.ts';

// A passkey belongs to the site's domain name, which an IP address is not; the demo's default address is an IP address.
test.use({ baseURL: (process.env['BASE_URL'] ?? 'http://localhost:3000').replace('127.0.0.1', 'localhost') });

/** Persons of the demo that no other journey signs in as: a second try must not find the passkey of the first. */
const persons = ['solveig', 'hilde'];

/** Adds a virtual authenticator with user verification to the browser. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function openAccount(page: Page): Promise<void> {
  await openMenu(page);
  await page.getByRole('link', { name: 'Min konto' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Min konto' })).toBeVisible();
}

const expectSignedIn = async (page: Page): Promise<void> => {
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole('heading', { level: 1, name: 'Innkjøp' })).toBeVisible();
};

test('a user adds a passkey, signs in with it, and needs it in addition to the password', async ({ page }) => {
  const id = persons[test.info().retry] ?? 'per-arne';
  const { email, password } = personOf(id);
  const name = 'Kontormaskinen';
  await addAuthenticator(page);
  await signIn(page, id);
  await openAccount(page);
  const passkeys = page.getByRole('region', { name: 'Passnøkler' });
  await expect(passkeys.getByText('Du har ingen passnøkler.')).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'account');
  await passkeys.getByRole('button', { name: 'Legg til passnøkkel' }).click();
  await expect(passkeys.locator('ds-error-summary')).toContainText('Skriv et navn på passnøkkelen');
  await looksRight(page);

  await passkeys.getByLabel('Navn på passnøkkelen').fill(name);
  await passkeys.getByRole('button', { name: 'Legg til passnøkkel' }).click();
  await expect(page.getByText('Passnøkkelen er lagt til.')).toBeVisible();
  const codes = page.getByRole('region', { name: 'Ta vare på disse kodene' });
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  await looksRight(page);
  await takePicture(page, 'account-passkey-added');
  await codes.getByRole('button', { name: 'Jeg har tatt vare på kodene' }).click();
  await expect(codes).toHaveCount(0);
  await expect(passkeys.getByRole('listitem').filter({ hasText: name })).toContainText('Ikke brukt ennå.');
  await looksRight(page);

  await signOut(page);
  const act = page.getByRole('button', { name: 'Logg inn med passnøkkel' });
  await expect(act).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'sign-in');
  await act.click();
  await expectSignedIn(page);

  await signOut(page);
  await typePassword(page, email, password);
  await expect(page.getByRole('heading', { name: 'Bekreft innloggingen' })).toBeFocused();
  await looksRight(page);
  await takePicture(page, 'second-step-passkey');
  await page.goto('/combined');
  await expect(page, 'the password alone opens nothing').toHaveURL(/sign-in/);
  await page.getByRole('button', { name: 'Bruk passnøkkel', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Samlet tabell' })).toBeVisible();

  await openAccount(page);
  await expect(passkeys.getByRole('listitem').filter({ hasText: name })).toContainText('Sist brukt');
  await passkeys.getByRole('button', { name: `Fjern ${name}` }).click();
  await expect(page.getByText('Passnøkkelen er fjernet.')).toBeVisible();
  await expect(passkeys.getByText('Du har ingen passnøkler.')).toBeVisible();
  await signOut(page);
  await typePassword(page, email, password);
  await expectSignedIn(page);
});
