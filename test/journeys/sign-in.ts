import { expect, type Page } from '@playwright/test';
import { personOf } from './world.ts';

/** Signs a person of the demo world in, as they would: by the form. Ends on their front page. */
export async function signIn(page: Page, id: string): Promise<void> {
  const { email, password } = personOf(id);
  await page.goto('/sign-in');
  await page.getByLabel('E-postadresse').fill(email);
  await page.getByLabel('Passord').fill(password);
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Opens the menu where the window is narrow. */
export async function openMenu(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Meny', exact: true });
  if (await menu.isVisible()) await menu.click();
}

/** Goes to a place of the navigation. */
export async function goTo(page: Page, place: string): Promise<void> {
  await openMenu(page);
  await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: place, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
