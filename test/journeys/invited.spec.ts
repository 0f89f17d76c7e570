import { expect, test } from '@playwright/test';
import { answerEveryQuestion } from './answer-questions.ts';
import { looksRight, takePicture } from './open-page.ts';
import { acceptWithNewAccount, invitationFor } from './outbox.ts';
import { ownAgreement, ownReport, supplierWithoutUsers } from './own-agreement.ts';

test('an invited person checks a file, creates an account to submit it, and gets a receipt', async ({
  page,
  browser,
  baseURL,
}) => {
  // The first person of a supplier has access at once; later ones need an administrator's approval there.
  const { id, title, supplier } = await ownAgreement(page, {}, await supplierWithoutUsers(page));
  await page.goto(`/agreements/${id}`);
  await page.getByRole('button', { name: `Inviter første person hos ${supplier}` }).click();
  const email = `ny.${Date.now()}@rekvisita.example`;
  await page.getByLabel('E-postadresse').fill(email);
  await page.getByRole('button', { name: 'Send invitasjon' }).click();
  await expect(page.getByText('Invitasjonen er sendt')).toBeVisible();

  const invited = await browser.newPage({
    baseURL: baseURL ?? '',
    viewport: page.viewportSize(),
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  await invited.goto(await invitationFor(browser, baseURL ?? '', email));
  await invited.getByRole('link', { name: 'Åpne rapporten og kontroller en fil' }).click();
  await expect(invited).toHaveTitle(/juli 2026/i);
  await expect(invited.getByText(title).first()).toBeAttached();
  const obligation = new URL(invited.url()).pathname;
  await invited
    .locator('input[type=file]')
    .setInputFiles({ name: 'juli.csv', mimeType: 'text/csv', buffer: Buffer.from(ownReport) });
  await expect(invited.getByText(/\d+ stopp · /).first()).toBeVisible();
  await answerEveryQuestion(invited, 'Ny vare, avtalt med kommunen.');
  await looksRight(invited);

  await invited.getByRole('link', { name: /konto/i }).click();
  await expect(invited.getByRole('heading', { name: 'Ta imot invitasjonen' })).toBeVisible();
  await invited.getByRole('button', { name: 'Lag konto og gå videre' }).click();
  await expect(invited.getByText('Skriv navnet ditt').first()).toBeVisible();
  await looksRight(invited);
  await acceptWithNewAccount(invited, 'Nora Nymoen');

  await expect(invited).toHaveURL(new RegExp(`${obligation}(\\?|$)`));
  await expect(invited.getByText('juli.csv').first()).toBeVisible(); // the file and the answers were transferred
  const send = invited.getByRole('button', { name: 'Send inn 3 linjer' });
  await expect(send).toBeVisible();
  await looksRight(invited);
  await send.click();
  await expect(invited.getByRole('heading', { level: 1, name: /^Kvittering R-2026-\d{5}\/1/ })).toBeVisible();
  await expect(invited.getByText(/925,00/).first()).toBeVisible();
  await looksRight(invited);
  await takePicture(invited, 'first-receipt');
  await invited.close();
});
