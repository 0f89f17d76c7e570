import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Cookie, type Page } from '@playwright/test';
import { personOf } from './world.ts';

const sessionFolder = 'tmp/journeys-sessions';

/**
 * Returns the file with a person's stored session for this server (another port is another server) and this worker: a
 * journey that signs the person out must not end the session of one that runs beside it.
 */
function sessionFile(id: string): string {
  const { port } = new URL(process.env['BASE_URL'] ?? 'http://localhost');
  return path.join(sessionFolder, `${port}-${process.env['TEST_PARALLEL_INDEX'] ?? 0}-${id}.json`);
}

/**
 * Signs in as a person of the demo world and ends on their front page. The first time uses the form; later ones reuse
 * the session, because the server limits one address to twenty sign-ins per minute and all journeys share one.
 */
export async function signIn(page: Page, id: string): Promise<void> {
  await page.goto('about:blank'); // a late response to the previous person's page would restore their cookie
  await page.context().clearCookies();
  if (await restoreSession(page, id)) return;
  const { email, password } = personOf(id);
  await page.goto('/sign-in');
  await typePassword(page, email, password);
  await expect(page).not.toHaveURL(/sign-in/);
  mkdirSync(sessionFolder, { recursive: true });
  writeFileSync(sessionFile(id), JSON.stringify(await page.context().cookies()));
}

/** Fills in and submits the open sign-in form. */
export async function typePassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-postadresse').fill(email);
  await page.getByRole('main').getByLabel('Passord', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click();
}

/** Signs out by the menu, and waits until the session has ended. */
export async function signOut(page: Page): Promise<void> {
  await openMenu(page);
  const act = page.getByRole('button', { name: 'Logg ut' });
  await act.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Logg inn' })).toBeVisible();
  await expect(act).toHaveCount(0);
}

/** Signs in as another person after removing the previous session from this window. */
export async function signInAnew(page: Page, id: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, id);
}

/** The server asks for the password a second time before some actions when a sign-in is ten minutes old. */
const RECENT_MS = 5 * 60_000;

/** Returns true if a person's stored session still opens their front page, and counts as recent for a whole journey. */
async function restoreSession(page: Page, id: string): Promise<boolean> {
  if (!existsSync(sessionFile(id)) || Date.now() - statSync(sessionFile(id)).mtimeMs > RECENT_MS) return false;
  await page.context().addCookies(JSON.parse(readFileSync(sessionFile(id), 'utf8')) as Cookie[]);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return !page.url().includes('sign-in');
}

/** Opens the menu in a narrow window. */
export async function openMenu(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Meny', exact: true });
  if (await menu.isVisible()) await menu.click();
}

/**
 * Opens a page by the menu, under all pages where it is not one of the role's own. Waits until the previous page has
 * gone.
 */
export async function goTo(page: Page, place: string): Promise<void> {
  await openMenu(page);
  const menu = page.getByRole('navigation', { name: 'Hovedmeny' });
  await menu.getByRole('link').first().waitFor(); // the menu appears before its entries
  const link = menu.getByRole('link', { name: place, exact: true }).first();
  if ((await link.count()) === 0) await menu.getByRole('button', { name: 'Alle sider' }).click();
  const { pathname } = new URL((await link.getAttribute('href')) ?? '/', page.url());
  await link.click();
  await expect(page).toHaveURL((url) => url.pathname.startsWith(pathname));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
