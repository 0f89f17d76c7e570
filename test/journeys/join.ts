import { expect, test, type Browser, type Page } from '@playwright/test';
import type { OwnInstance } from './own-instance.ts';
import { goTo } from './sign-in.ts';

/** Password of every user of a separate instance. */
export const password = 'et langt nok passord til dette';

/** Follows a personal link to a separate instance and creates an account. */
export async function join(browser: Browser, { address }: OwnInstance, link: string, name: string): Promise<Page> {
  const page = await browser.newPage({
    baseURL: address,
    viewport: test.info().project.use.viewport ?? null,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  await page.goto(new URL(link).pathname);
  await page.getByLabel('Navnet ditt').fill(name);
  await page.getByRole('main').getByLabel('Passord', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Lag konto og gå videre' }).click();
  await expect(page).not.toHaveURL(/invitation/);
  return page;
}

/** Invites a contract manager as the administrator. Returns the personal link from the e-mail. */
export async function inviteManager(administrator: Page, { mailedLink }: OwnInstance): Promise<string> {
  await goTo(administrator, 'Kolleger');
  await administrator.getByLabel('E-postadresse').fill('forvalter@samkjop.example');
  await administrator.getByRole('radio', { name: /Avtaleforvalter/ }).check();
  await administrator.getByRole('button', { name: 'Send invitasjon' }).click();
  await expect(administrator.getByText('Invitasjonen er på vei')).toBeVisible();
  return mailedLink('forvalter@samkjop.example');
}
