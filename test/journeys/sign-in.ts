import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Cookie, type Page } from '@playwright/test';
import { personOf } from './world.ts';

const kept = 'tmp/journeys-sessions';

/** Where a person's session is kept for this server: another port is another server. */
const sessionFile = (id: string) =>
  path.join(kept, `${new URL(process.env['BASE_URL'] ?? 'http://localhost').port}-${id}.json`);

/**
 * Signs a person of the demo world in, whoever was signed in before: once by the form as they would and from then on with the session they have. Ends on their front page.
 * The server lets one address sign in twenty times a minute, and all journeys come from one address.
 */
export async function signIn(page: Page, id: string): Promise<void> {
  await page.goto('about:blank'); // an answer to the former person's page would bring their cookie back
  await page.context().clearCookies();
  if (await comeBack(page, id)) return;
  const { email, password } = personOf(id);
  await page.goto('/sign-in');
  await typePassword(page, email, password);
  await expect(page).not.toHaveURL(/sign-in/);
  mkdirSync(kept, { recursive: true });
  writeFileSync(sessionFile(id), JSON.stringify(await page.context().cookies()));
}

/** Fills in and sends the form of the sign-in page that is open. */
export async function typePassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-postadresse').fill(email);
  await page.getByRole('main').getByLabel('Passord', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click();
}

/** Signs out by the menu, and waits until the session is over. */
export async function signOut(page: Page): Promise<void> {
  await openMenu(page);
  const act = page.getByRole('button', { name: 'Logg ut' });
  await act.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Logg inn' })).toBeVisible();
  await expect(act).toHaveCount(0);
}

/** Another person takes the seat: whoever sat there leaves no session behind in this window. */
export async function signInAnew(page: Page, id: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, id);
}

/** The server asks for the password again before some acts when a sign-in is ten minutes old. */
const RECENT_MS = 5 * 60_000;

/** Whether the session kept for a person still opens their front page, and counts as recent for as long as a journey lasts. */
async function comeBack(page: Page, id: string): Promise<boolean> {
  if (!existsSync(sessionFile(id)) || Date.now() - statSync(sessionFile(id)).mtimeMs > RECENT_MS) return false;
  await page.context().addCookies(JSON.parse(readFileSync(sessionFile(id), 'utf8')) as Cookie[]);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return !page.url().includes('sign-in');
}

/** Opens the menu where the window is narrow. */
export async function openMenu(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Meny', exact: true });
  if (await menu.isVisible()) await menu.click();
}

/** Goes to a page by the menu, among all pages where it is not one of the role's places, and waits until the page one came from has made way. */
export async function goTo(page: Page, place: string): Promise<void> {
  await openMenu(page);
  const menu = page.getByRole('navigation', { name: 'Hovedmeny' });
  await menu.getByRole('link').first().waitFor(); // the menu is there before its places are
  const link = menu.getByRole('link', { name: place, exact: true }).first();
  if ((await link.count()) === 0) await menu.getByRole('button', { name: 'Alle sider' }).click();
  const { pathname } = new URL((await link.getAttribute('href')) ?? '/', page.url());
  await link.click();
  await expect(page).toHaveURL((url) => url.pathname.startsWith(pathname));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
