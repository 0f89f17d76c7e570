import { expect, test, type Locator, type Page } from '@playwright/test';
import { looksRight } from './open-page.ts';
import { signIn } from './sign-in.ts';
import { personOf, worldFile } from './world.ts';

const stepsMax = 250;

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < stepsMax; step += 1) {
    if ((await target.count()) > 0 && (await target.first().evaluate((element) => element === document.activeElement)))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} is not reached by the keyboard`);
}

const seesFocus = async (page: Page): Promise<void> => {
  const outline = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  });
  expect(outline, 'what has the focus shows it').toBe(true);
};

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await seesFocus(page);
  await page.keyboard.press('Enter');
}

test('a supplier reports by keyboard only', async ({ page }) => {
  const { email, password } = personOf('petter');
  await page.goto('/sign-in');
  await tabTo(page, page.getByLabel('E-postadresse'));
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Rapportene dine' })).toBeFocused();

  await press(page, page.getByRole('link', { name: /^2\. kvartal 2026/i }));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await press(page, page.getByRole('button', { name: 'Velg fil' }));
  await (await chooser).setFiles(worldFile('reports', 'blyant-og-bind', '2026-Q2-v1-leveranserapport.xlsx'));
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();

  const open = page
    .getByRole('article')
    .filter({ hasText: /Spørsmål \d+ av \d+/ })
    .getByRole('button', { name: /^(Svar likt på alle|Dette er ikke en feil)/ });
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await press(page, open.first());
    await expect(page.getByLabel('Hvorfor stemmer det?')).toBeFocused();
    await page.keyboard.type('Kontrollert mot ordre.');
    await press(page, page.getByRole('button', { name: 'Lagre svaret' }));
    await expect(open).not.toHaveCount(left); // the answered question disappears before the next one is looked up
    await expect(
      page.locator('[role=heading]:focus, h2:focus'),
      'one stands on the next question, or on the next step',
    ).toHaveCount(1);
  }
  const leaveOut = page.getByRole('checkbox', { name: /^Send inn uten/ });
  if (await leaveOut.isVisible()) {
    await tabTo(page, leaveOut);
    await page.keyboard.press('Space');
  }
  await press(page, page.getByRole('button', { name: /^Send inn [\d\s]+ linjer/ }));
  await expect(page.getByRole('heading', { level: 1, name: /^Kvittering R-2026-/ })).toBeFocused();
});

test('a supplier corrects rows in the table by keyboard only', async ({ page }) => {
  const { email, password } = personOf('jonas');
  await page.goto('/sign-in');
  await tabTo(page, page.getByLabel('E-postadresse'));
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Rapportene dine' })).toBeFocused();
  await press(page, page.getByRole('link', { name: /^juli 2026/i }));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await press(page, page.getByRole('button', { name: 'Velg fil' }));
  await (await chooser).setFiles(worldFile('reports', 'finnskog-storkjokken', '2026-07-v1-salgsstatistikk.csv'));
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();

  await press(page, page.getByRole('button', { name: 'Rett radene i en tabell' }));
  const grid = page.getByRole('grid');
  await tabTo(page, grid.locator('td[tabindex="0"]'));
  await seesFocus(page);
  const focused = page.locator('td:focus');
  const first = (await focused.innerText()).trim();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F2');
  await page.keyboard.type('noe annet');
  await page.keyboard.press('Escape');
  await expect(focused).toHaveText(first);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Elverum kommune');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveText('Elverum kommune');
  await expect(page.locator('#grid-here')).toContainText(first === '' ? 'rad' : `I filen står det «${first}»`);
  await looksRight(page);
  await page.keyboard.press('Control+z');
  await expect(focused).toContainText(first);
  await page.keyboard.press('Control+y');
  await expect(focused).toHaveText('Elverum kommune');
});

test('a contract manager reaches every page in two steps by keyboard only @both', async ({ page }) => {
  await signIn(page, 'ingrid');
  const menu = page.getByRole('button', { name: 'Meny', exact: true });
  if (await menu.isVisible()) await press(page, menu);
  const all = page.getByRole('button', { name: 'Alle sider' });
  const choices = page.getByRole('list', { name: 'Utslippsfaktorer' }).getByRole('link', { name: 'Valgte faktorer' });
  await press(page, all);
  await expect(choices).toBeVisible();
  await looksRight(page);
  await page.keyboard.press('Escape');
  await expect(choices).toBeHidden();
  if (await menu.isVisible()) await press(page, menu);
  else await expect(all).toBeFocused();
  await press(page, all);
  await press(page, choices);
  await expect(page.getByRole('heading', { level: 1, name: 'Valgte faktorer' })).toBeFocused();
  await expect(choices).toBeHidden();
});
