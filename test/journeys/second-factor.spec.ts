import { expect, test, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { join, password } from './join.ts';
import { looksRight, takePicture } from './open-page.ts';
import { startEmpty, type OwnInstance } from './own-instance.ts';
import { signOut, typePassword } from './sign-in.ts';

test.setTimeout(480_000);

const email = 'drift@samkjop.example';
const PERIOD_MS = 30_000;

let instance: OwnInstance | undefined;
test.beforeAll(async () => {
  test.setTimeout(400_000);
  instance = await startEmpty({ SECOND_FACTOR: 'required' });
});
test.afterAll(() => instance?.stop());

/** Returns the code of an authenticator app at a given time. */
const codeAt = (secret: string, timestamp: number): string =>
  new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: PERIOD_MS / 1000 }).generate({ timestamp });

/** Adds an app with the key on the page. Returns the key and the typed code. */
async function addApp(page: Page): Promise<{ secret: string; code: string }> {
  const app = page.getByRole('region', { name: 'Engangskoder fra en app' });
  await app.getByRole('button', { name: 'Legg til app' }).click();
  await expect(app.getByRole('img', { name: 'QR-kode for appen' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'account-totp');
  await app.getByLabel('Kode fra appen').fill('12');
  await app.getByRole('button', { name: 'Bekreft koden' }).click();
  await expect(app.locator('ds-error-summary')).toContainText('Skriv koden på seks sifre');
  await looksRight(page);
  const secret = await app.locator('#totp-secret').innerText();
  const code = codeAt(secret, Date.now());
  await app.getByLabel('Kode fra appen').fill(code);
  await app.getByRole('button', { name: 'Bekreft koden' }).click();
  await expect(page.getByText('Engangskoder er lagt til.')).toBeVisible();
  return { secret, code };
}

/** Returns the recovery codes, which the page only shows once. */
async function takeRecoveryCodes(page: Page): Promise<string[]> {
  const shown = page.getByRole('region', { name: 'Ta vare på disse kodene' });
  const codes = await shown.getByRole('listitem').allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  await looksRight(page);
  await takePicture(page, 'account-recovery-codes');
  await shown.getByRole('button', { name: 'Jeg har tatt vare på kodene' }).click();
  await expect(shown).toHaveCount(0);
  return codes;
}

async function expectSecondStep(page: Page): Promise<void> {
  await signOut(page);
  await typePassword(page, email, password);
  await expect(page.getByRole('heading', { name: 'Bekreft innloggingen' })).toBeFocused();
}

test('the first administrator must add a second factor before any other page opens, and signs in with it from then on', async ({
  browser,
}) => {
  const own = instance as OwnInstance;
  await own.setUp('cooperative', 'Prøvesamarbeidet', '--invite', email);
  const page = await join(browser, own, await own.mailedLink(email), 'Dag Drift');
  await expect(page.getByRole('heading', { level: 1, name: 'Min konto' })).toBeVisible();
  await expect(page.getByText('Rollen din krever en ekstra faktor')).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'account-required');
  await page.goto('/colleagues');
  await expect(page).toHaveURL(/\/account\?next=%2Fcolleagues/);
  expect((await page.request.get('/api/v1/colleagues')).status()).toBe(403);

  const { secret, code } = await addApp(page);
  await expect(page.getByText('Den ekstra faktoren er lagt til. Du har full tilgang.')).toBeVisible();
  const recoveryCodes = await takeRecoveryCodes(page);
  await page.getByRole('link', { name: 'Fortsett' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kolleger' })).toBeVisible();

  await expectSecondStep(page);
  await looksRight(page);
  await takePicture(page, 'second-step-totp');
  expect((await page.request.get('/api/v1/colleagues')).status()).toBe(401);
  await page.getByLabel('Kode fra appen').fill(code); // already used once
  await page.getByRole('button', { name: 'Bekreft', exact: true }).click();
  await expect(page.locator('ds-error-summary')).toContainText('Koden er feil, brukt eller utløpt.');
  await looksRight(page);
  await page.getByLabel('Kode fra appen').fill(codeAt(secret, Date.now() + PERIOD_MS));
  await page.getByRole('button', { name: 'Bekreft', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  await expectSecondStep(page);
  await page.getByRole('button', { name: 'Bruk gjenopprettingskode' }).click();
  await page.getByLabel('Gjenopprettingskode').fill(recoveryCodes[0] ?? '');
  await looksRight(page);
  await page.getByRole('button', { name: 'Bekreft', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto('/account');
  await expect(page.getByText('Du har 9 koder igjen.')).toBeVisible();
  await looksRight(page);
  await page.close();
});
