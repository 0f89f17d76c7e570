import { expect, test, type Page } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

async function openTerms(page: Page): Promise<void> {
  await signIn(page, 'tor-egil');
  await goTo(page, 'Avtaler');
  await page
    .getByRole('link', { name: /Mat- og drikkevarer/ })
    .first()
    .click();
  await page.getByRole('navigation', { name: 'Deler av avtalen' }).getByRole('link', { name: 'Vilkår' }).click();
  await expect(page.getByRole('heading', { name: /^Publiser versjon/ })).toBeVisible();
  await expect(page.locator('tg-terms-in-words')).toBeVisible(); // it moves the form down when it appears
}

test('a contract manager changes the terms by keyboard, sees errors and changes, and tries them on reports', async ({
  page,
}) => {
  await openTerms(page);
  await page.getByRole('radio', { name: /slik den er$/ }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Ingen feil i vilkårene')).toBeVisible();

  // The columns are collapsed; an error in one of them can be reached from the list of errors.
  await page.locator('summary', { hasText: 'Kolonner og lister' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('tg-columns-section summary', { hasText: /^\s*Varenavn/ }).focus();
  await page.keyboard.press('Enter');
  await looksRight(page);
  const pattern = page.getByRole('textbox', { name: 'Mønster' });
  await pattern.fill('(');
  await pattern.press('Tab');
  await expect(page.getByText('Én feil må rettes før vilkårene kan publiseres')).toBeVisible();
  await page.getByRole('button', { name: 'Vis feilene' }).press('Enter');
  await expect(page.locator('ds-error-summary')).toBeFocused();
  await looksRight(page);
  await page.getByRole('link', { name: /«\(» er ikke et mønster som kan leses/ }).press('Enter');
  await expect(pattern).toBeFocused();
  await pattern.fill('[A-Z]{40}');
  await pattern.press('Tab');
  await expect(page.getByText('Ingen feil i vilkårene')).toBeVisible();

  await page.locator('summary', { hasText: 'Endringer fra versjonen før' }).press('Enter');
  await expect(page.locator('tg-differences-section')).toContainText('Nytt: [A-Z]{40}');

  await page.locator('summary', { hasText: 'Prøv på rapporter som er levert' }).press('Enter');
  await page.getByRole('button', { name: 'Prøv utkastet' }).press('Enter');
  await expect(page.getByText(/rapporter er prøvd\s*$/)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('row', { name: /Skrevet på en annen måte enn avtalt/ }).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'terms');
});

test('a separate report is published for a later date, in each language', async ({ page }) => {
  await openTerms(page);
  await page.getByRole('radio', { name: 'Klausulpakke: transport, årlig' }).check();
  await expect(page.getByText('Ingen feil i vilkårene')).toBeVisible();
  await page.getByRole('button', { name: /^Publiser versjon/ }).click();
  await expect(page.locator('ds-error-summary')).toContainText('Velg dagen vilkårene gjelder fra');
  await page.getByLabel('Gjelder fra').fill('2031-01-01');
  for (const [language, words] of [
    ['en', 'Rules and due dates'],
    ['nn', 'Reglar og fristar'],
    ['nb', 'Regler og frister'],
  ] as const) {
    await page.goto(
      `${page.url().replace(/[?&]lang=..$/, '')}${page.url().includes('?') && !/\?lang=..$/.test(page.url()) ? '&' : '?'}lang=${language}`,
    );
    await page.getByRole('radio', { name: /(?:transport, årl|Clause package: transport)/ }).check();
    await expect(page.locator('summary', { hasText: words })).toBeVisible();
    await looksRight(page);
  }
  await page.getByLabel('Gjelder fra').fill('2031-01-01');
  await page.getByRole('button', { name: /^Publiser versjon/ }).click();
  await expect(page.getByText(/^\s*Versjon \d+ er publisert\s*$/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Transport' })).toBeVisible();
  await looksRight(page);
});
