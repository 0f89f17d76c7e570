import { expect, test } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { invitationFor } from './outbox.ts';
import { goTo, signIn } from './sign-in.ts';
import { worldFile } from './world.ts';

test('a contract manager reads an agreement: parties, prices, terms, reports and use @both', async ({ page }) => {
  await signIn(page, 'tor-egil');
  await goTo(page, 'Avtaler');
  await looksRight(page);
  await page
    .getByRole('link', { name: /Mat- og drikkevarer/ })
    .first()
    .click();
  const tabs = page.getByRole('navigation', { name: 'Deler av avtalen' });
  await expect(page.getByRole('heading', { name: 'Leverandører' })).toBeVisible();
  await looksRight(page);
  await tabs.getByRole('link', { name: 'Varer og priser' }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'agreement');
  for (const tab of ['Om avtalen', 'Vilkår', 'Rapporter', 'Oppfølging', 'Forbruk']) {
    await tabs.getByRole('link', { name: tab }).click();
    await expect(tabs.getByRole('link', { name: tab })).toHaveAttribute('aria-current', 'page');
    await looksRight(page);
  }
  await takePicture(page, 'agreement-use');
});

test('a contract manager follows up one agreement and opens a list of that agreement only @both', async ({ page }) => {
  await signIn(page, 'tor-egil');
  await goTo(page, 'Avtaler');
  await page
    .getByRole('link', { name: /Mat- og drikkevarer/ })
    .first()
    .click();
  const tabs = page.getByRole('navigation', { name: 'Deler av avtalen' });
  await tabs.getByRole('link', { name: 'Oppfølging' }).click();
  for (const name of ['Rapporter over fristen', 'Åpne saker', 'Prisavvik', 'Datakvalitet', 'Miljødeklarasjoner'])
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
  await looksRight(page);
  await page.getByRole('link', { name: 'Se prisavvikene i avtalen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Prisavvik' })).toBeVisible();
  await expect(page.getByText('Viser bare avtalen')).toBeVisible();
  const rows = page.locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  for (const row of await rows.allTextContents()) expect(row).toContain('RIIK-24-107');
  await looksRight(page);
  await page.getByRole('link', { name: 'Vis alle avtaler' }).click();
  await expect(page.getByText('Viser bare avtalen')).toHaveCount(0);
});

test('an invited person checks a file before any account exists', async ({ page, browser, baseURL }) => {
  await signIn(page, 'tor-egil');
  await goTo(page, 'Avtaler');
  await page
    .getByRole('link', { name: /Mat- og drikkevarer/ })
    .first()
    .click();
  await page.getByRole('button', { name: /Inviter første person hos Finnskog/ }).click();
  const email = `ny.${Date.now()}@finnskog.example`;
  await page.getByLabel('E-postadresse').fill(email);
  await page.getByRole('button', { name: 'Send invitasjon' }).click();
  await expect(page.getByText('Invitasjonen er sendt')).toBeVisible();
  await looksRight(page);

  const invited = await browser.newPage({ baseURL: baseURL ?? '', viewport: page.viewportSize() });
  await invited.goto(await invitationFor(browser, baseURL ?? '', email));
  await looksRight(invited);
  await invited.getByRole('link', { name: 'Åpne rapporten og kontroller en fil' }).click();
  await invited
    .locator('input[type=file]')
    .setInputFiles(worldFile('reports', 'finnskog-storkjokken', '2026-07-v2-salgsstatistikk.csv'));
  await expect(invited.getByText(/\d+ stopp · /).first()).toBeVisible();
  await expect(invited.getByText(/^\s*Filen er bare på maskinen din/)).toBeVisible();
  await expect(invited.getByRole('button', { name: /^Send inn/ })).toHaveCount(0);
  await looksRight(invited);
  await takePicture(invited, 'invited');
  await invited.close();
});
