import { expect, type Browser, type Page } from '@playwright/test';

/**
 * Returns the address of the newest invitation to a person from the demo's Outbox page. The worker delivers the e-mail,
 * so it may take a moment.
 */
export async function invitationFor(browser: Browser, baseURL: string, email: string): Promise<string> {
  const reader = await browser.newPage({ baseURL, locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
  const link = reader.getByRole('link', { name: `Åpne invitasjonen, ${email}` }).first();
  await expect(async () => {
    await reader.goto('/outbox');
    await expect(reader.getByRole('heading', { level: 1, name: 'Utboks' })).toBeVisible();
    await expect(link).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  const path = new URL((await link.getAttribute('href')) ?? '', baseURL).pathname;
  await reader.close();
  return path;
}

/** Accepts an invitation with a new account, and stays on the next page. */
export async function acceptWithNewAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel('Navnet ditt').fill(name);
  await page.getByRole('main').getByLabel('Passord', { exact: true }).fill('en setning som er lang nok');
  await page.getByRole('button', { name: 'Lag konto og gå videre' }).click();
}
