import { expect, request, test } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

test('an administrator creates an API key by keyboard, sees it once, and revokes it', async ({ page, baseURL }) => {
  const name = 'Økonomisystemet';
  await signIn(page, 'kari');
  await goTo(page, 'Kolleger');
  await page.getByRole('link', { name: 'API-nøkler for andre systemer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API-nøkler' })).toBeVisible();
  await looksRight(page);

  await page.getByRole('button', { name: 'Opprett nøkkelen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').locator('tg-error-summary')).toContainText('Skriv et navn på nøkkelen');
  await looksRight(page);
  await page.getByLabel('Navn', { exact: true }).focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByLabel('Siste dag den er gyldig').fill('2026-10-31');
  await takePicture(page, 'machine-keys-form');
  await page.keyboard.press('Enter');
  const shown = page.getByLabel('Nøkkel', { exact: true });
  await expect(shown).toHaveValue(/^tg_[0-9a-f]{10}_[A-Za-z0-9_-]{43}$/);
  const key = await shown.inputValue();
  await looksRight(page);
  await page.getByRole('button', { name: 'Kopier nøkkelen' }).click();
  await expect(page.getByText(/Nøkkelen er (kopiert|markert)/)).toBeVisible();
  await takePicture(page, 'machine-keys-made');

  const program = await request.newContext({ baseURL: baseURL!, extraHTTPHeaders: { authorization: `Bearer ${key}` } });
  expect((await program.get('/api/v1/obligations?open=true')).status()).toBe(200);
  expect((await program.get('/api/v1/colleagues')).status()).toBe(403);

  await page.getByRole('button', { name: 'Jeg har lagret den' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: `Trekk tilbake ${name}`, exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(key);
  await page.evaluate(() => scrollTo(0, 0));
  await takePicture(page, 'machine-keys');

  await page.getByRole('button', { name: `Trekk tilbake ${name}`, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Ja, trekk tilbake ${name}` }).focus();
  await looksRight(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('er trukket tilbake og virker ikke lenger.')).toBeVisible();
  expect((await program.get('/api/v1/obligations')).status()).toBe(401);
  await program.dispose();

  await goTo(page, 'Behandlingslogg');
  await expect(page.getByText('trakk tilbake en API-nøkkel').filter({ visible: true }).first()).toBeVisible();
});

test('the page of API keys is available in three languages', async ({ page }) => {
  await signIn(page, 'kari');
  for (const [language, heading] of [
    ['nb', 'API-nøkler'],
    ['nn', 'API-nøklar'],
    ['en', 'API keys'],
  ] as const) {
    await page.goto(`/colleagues/api-keys?lang=${language}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await looksRight(page);
  }
});
