import { expect, test } from '@playwright/test';
import { looksRight } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';

/** From the agreement: the tab, the request and the button that opens the case. */
const ACTIONS_MAX = 3;

test('a contract manager asks a supplier for missing declarations in three actions', async ({ page }) => {
  await signIn(page, 'tor-egil');
  await goTo(page, 'Avtaler');
  await page
    .getByRole('link', { name: /Mat- og drikkevarer/ })
    .first()
    .click();
  let actions = 0;
  actions += 1;
  await page.getByRole('navigation', { name: 'Deler av avtalen' }).getByRole('link', { name: 'Oppfølging' }).click();
  const missing = page.locator('tg-missing-declarations');
  const rows = missing.locator('tbody tr');
  await expect(rows).toHaveCount(10);
  const amounts = (await rows.allTextContents()).map((text) =>
    Number(/([\d\s]+),(\d\d)\s*kr/.exec(text)?.[1]?.replace(/\s/g, '')),
  );
  expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
  const [first = ''] = await rows.first().locator('th, td').allTextContents();
  await looksRight(page);
  actions += 1;
  await page.getByRole('link', { name: /^Be Finnskog .* om deklarasjonene som mangler$/ }).click();
  const message = page.locator('#new-message');
  await expect(message).toHaveValue(/Vi mangler godkjent miljødeklarasjon/);
  expect(await message.inputValue()).toContain(`- ${first.trim().split(/\s/)[0]} `);
  await looksRight(page);
  actions += 1;
  await page.getByRole('button', { name: 'Åpne saken' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Deklarasjon som mangler/ })).toBeVisible();
  await expect(page.getByText('Vi mangler godkjent miljødeklarasjon').first()).toBeVisible();
  expect(actions).toBeLessThanOrEqual(ACTIONS_MAX);
});
