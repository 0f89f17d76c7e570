import { expect, test } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { acceptWithNewAccount, invitationFor } from './outbox.ts';
import { goTo, signIn } from './sign-in.ts';

const register = (number: string, buyer: string) =>
  `Saksnr;Avtale;Startdato;Sluttdato;Leverandør;Org.nr;Deltakere\n${number};Gatelys;01.01.2026;31.12.2027;Lyskraft ${number} AS;;${buyer}\n`;

test('a municipality from an imported register gets its first user by e-mail', async ({ page, browser, baseURL }) => {
  const stamp = Date.now();
  const buyer = `Nyland ${stamp} kommune`;
  await signIn(page, 'tor-egil');
  await goTo(page, 'Avtaler');
  await page.getByRole('link', { name: 'Importer avtaler' }).first().click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'avtaler.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(register(`26/${stamp % 100_000}`, buyer)),
  });
  const all = page.getByRole('button', { name: /^Svar som foreslått/ });
  const create = page.getByRole('button', { name: /^Opprett / });
  await expect(all.or(create).first()).toBeVisible();
  if (await all.isVisible()) await all.click();
  await create.click();
  await expect(page.getByRole('link', { name: 'Inviter dem som mangler brukere' })).toBeVisible();
  await page.getByRole('link', { name: 'Inviter dem som mangler brukere' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Uten brukere' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'without-users');

  const email = `radmann.${stamp}@nyland.example`;
  const choice = page.getByRole('checkbox', { name: `Inviter ${buyer}` });
  await choice.focus();
  await page.keyboard.press('Space');
  await expect(choice).toBeChecked();
  await page.getByRole('button', { name: /^Send én invitasjon/ }).click();
  await expect(page.locator('ds-error-summary')).toBeVisible(); // there is no address yet
  await page.getByLabel(`E-postadresse hos ${buyer}`).fill(email);
  await page.getByRole('button', { name: /^Send én invitasjon/ }).click();
  await expect(page.getByText('én invitasjon er på vei.')).toBeVisible();
  await expect(page.getByText(`Invitert`).first()).toBeVisible();
  await looksRight(page);

  const link = await invitationFor(browser, baseURL ?? '', email);
  const invited = await browser.newPage({
    baseURL: baseURL ?? '',
    viewport: page.viewportSize(),
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  await invited.goto('/outbox');
  await looksRight(invited);
  await invited.getByText('Les e-posten').first().click();
  await takePicture(invited, 'outbox');
  await invited.goto(link);
  await expect(invited.getByText(`har invitert deg til å bruke tjenesten for ${buyer}`)).toBeVisible();
  await looksRight(invited);
  await takePicture(invited, 'invitation-buyer');
  await acceptWithNewAccount(invited, 'Randi Rådmann');
  await expect(invited).not.toHaveURL(/invitation/);
  await goTo(invited, 'Kolleger');
  await expect(invited.getByText('Randi Rådmann').first()).toBeVisible();
  await invited.close();
});

test('a second administrator of a supplier, invited by the cooperative, gets access when the first approves', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'tor-egil');
  await page.goto('/parties?show=supplier');
  await page
    .getByRole('link', { name: /Finnskog/ })
    .first()
    .click();
  const people = page.getByRole('region', { name: 'Brukere' });
  await expect(people.getByRole('table')).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'party-people');
  const email = `andre.${Date.now()}@finnskog.example`;
  await people.getByRole('button', { name: /^Inviter en administrator hos/ }).click();
  await expect(people.getByText('må godkjenne den du inviterer')).toBeVisible();
  await people.getByLabel('E-postadresse').fill(email);
  await people.getByLabel('Egen melding').fill('Vi snakket om dette på mandag.');
  await people.getByRole('button', { name: 'Send invitasjon' }).click();
  await expect(people.getByText('Invitasjonen er sendt')).toBeVisible();

  const invited = await browser.newPage({
    baseURL: baseURL ?? '',
    viewport: page.viewportSize(),
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  await invited.goto(await invitationFor(browser, baseURL ?? '', email));
  await acceptWithNewAccount(invited, 'Andrea Andre');
  await expect(invited.getByText('Venter på godkjenning')).toBeVisible();
  await looksRight(invited);
  await takePicture(invited, 'invitation-awaiting');

  await signIn(page, 'kari');
  await goTo(page, 'Kolleger');
  await expect(page.getByText('Invitert av').first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'people-awaiting');
  await page.getByRole('button', { name: 'Godkjenn Andrea Andre' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Andrea Andre har fått tilgang.')).toBeVisible();
  await invited.goto('/colleagues');
  await expect(invited.getByText('Andrea Andre').first()).toBeVisible();
  await invited.close();
});
