/// <reference lib="dom" />
import { expect, test } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { ownAgreement, ownReport } from './own-agreement.ts';
import { signIn } from './sign-in.ts';

const branches = {
  'Blyant & Bind avd. Flisa': '974760673',
  'Blyant & Bind avd. Kirkenær': '974760959',
  'Blyant & Bind avd. Magnor': '974761122',
};
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const [heading = '', first = '', ...others] = ownReport.trim().split('\n');

test('a chain drops the files of its branches together, and submits them with the missing one named', async ({
  page,
}) => {
  test.slow();
  const { title } = await ownAgreement(page, branches);
  await signIn(page, 'anne-lise');
  await page.goto('/reports');
  const card = page.getByRole('article').filter({ hasText: title });
  await expect(card).toContainText('3 filialer av 3 mangler rapport');
  await looksRight(page);
  await card.getByRole('link', { name: 'Se og lever for filialene' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: new RegExp(`juli 2026 · ${title}, alle filialer`, 'i') }),
  ).toBeVisible();
  const row = (name: string) => page.locator('tg-branch-row').filter({ hasText: name });
  await expect(row('Magnor')).toContainText('Mangler');

  await page
    .locator('input[type=file]')
    .setInputFiles([
      file('juli.csv', `Selgende enhet;${heading}\n974760673;${first}\n`),
      file('uten navn.csv', `${[heading, ...others].join('\n')}\n`),
    ]);
  await expect(row('Flisa')).toContainText('kjent på organisasjonsnummeret i filen');
  await expect(page.getByText('uten navn.csv – det står ikke hvilken filial den gjelder.')).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'branches');
  await page.getByLabel('Hvilken filial?').selectOption({ label: 'Blyant & Bind avd. Kirkenær' });
  await expect(row('Kirkenær')).toContainText('valgt av deg');
  await expect(row('Kirkenær')).toContainText('Klar');
  await expect(row('Flisa')).toContainText('Klar');

  await page.getByRole('button', { name: 'Send inn 2 filialer' }).click();
  await expect(page.getByText('Lever for Blyant & Bind avd. Magnor også').first()).toBeVisible();
  await page.getByLabel(/^Send inn uten Blyant & Bind avd. Magnor/).check();
  await page.getByLabel('Hvorfor mangler de?').fill('Kassen ble byttet 1. juli.');
  await looksRight(page);
  await page.getByRole('button', { name: 'Send inn 2 filialer' }).click();
  await expect(page.getByText('2 filialer er sendt inn.')).toBeVisible({ timeout: 60_000 });
  await expect(row('Flisa')).toContainText('R-2026-');
  await expect(row('Magnor')).toContainText('Kassen ble byttet 1. juli.');
  await looksRight(page);
  await takePicture(page, 'branches-sent');
});

test('a chain handles a duplicate file, a correction, a replacement after delivery, and a missing file on the due date', async ({
  page,
}) => {
  test.slow();
  const { title } = await ownAgreement(page, branches);
  await signIn(page, 'anne-lise');
  await page.goto('/reports');
  await page
    .getByRole('article')
    .filter({ hasText: title })
    .getByRole('link', { name: 'Se og lever for filialene' })
    .click();
  await expect(
    page.getByRole('heading', { level: 1, name: new RegExp(`juli 2026 · ${title}, alle filialer`, 'i') }),
  ).toBeVisible();
  const overview = page.url();
  const row = (name: string) => page.locator('tg-branch-row').filter({ hasText: name });
  const lines = (number: string, ...of: string[]) =>
    `Selgende enhet;${heading}\n${of.map((each) => `${number};${each}`).join('\n')}\n`;
  const drop = (...files: ReturnType<typeof file>[]) => page.locator('input[type=file]').setInputFiles(files);

  const flisa = lines('974760673', first, ...others);
  await drop(
    file('flisa.csv', flisa),
    file('flisa (1).csv', flisa),
    file('kirkenær.csv', lines('974760959', first.replace(';12;', ';ca 12;'))),
  );
  await expect(row('Flisa')).toContainText('Klar');
  await expect(page.getByText('flisa (1).csv – den er helt lik en fil som er her fra før.')).toBeVisible();
  await expect(row('Kirkenær')).toContainText('Må rettes');
  await looksRight(page);
  await takePicture(page, 'branches-twice');
  await page.getByRole('button', { name: 'Fjern filen flisa (1).csv' }).click();

  await drop(file('kirkenær rettet.csv', lines('974760959', first.replace('06.07', '07.07'))));
  await expect(page.getByText('kirkenær rettet.csv – filialen har en fil her fra før.')).toBeVisible();
  await page
    .getByLabel('Hvilken filial?')
    .selectOption({ label: 'Blyant & Bind avd. Kirkenær (bytter ut filen som er der)' });
  await expect(row('Kirkenær')).toContainText('Klar');
  await page.getByRole('button', { name: 'Fjern filen kirkenær.csv' }).click();
  await page.getByLabel(/^Send inn uten Blyant & Bind avd. Magnor/).check();
  await page.getByLabel('Hvorfor mangler de?').fill('Kommer mandag.');
  await page.getByRole('button', { name: 'Send inn 2 filialer' }).click();
  await expect(page.getByText('2 filialer er sendt inn.')).toBeVisible({ timeout: 60_000 });

  await drop(
    file('flisa ny.csv', lines('974760673', first.replace('12;stk;25,00;300,00', '14;stk;25,00;350,00'), ...others)),
  );
  await expect(
    page.getByText('flisa ny.csv – filialen har levert. Rett rapporten på filialens egen side.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Fjern filen flisa ny.csv' }).click();
  await row('Flisa').getByRole('link', { name: /^Rett/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /filial Blyant & Bind avd. Flisa/ })).toBeVisible();
  await page
    .locator('input[type=file]')
    .setInputFiles(
      file('flisa ny.csv', lines('974760673', first.replace('12;stk;25,00;300,00', '14;stk;25,00;350,00'), ...others)),
    );
  await page.getByRole('button', { name: 'Sammenlign med det som er levert' }).click();
  await expect(page.getByText(/Virkning på beløpet: \+?50,00\s+kr/)).toBeVisible();
  await page.getByLabel('Hvorfor rettes rapporten?').selectOption({ label: 'Feil mengde' });
  await page.getByRole('button', { name: 'Send inn rettelsen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Kvittering R-2026-\d{5}\/2/ })).toBeVisible();

  await signIn(page, 'tor-egil');
  await page.goto(overview);
  await expect(row('Flisa')).toContainText(/R-2026-\d{5}\/2/);
  await expect(row('Kirkenær')).toContainText(/R-2026-\d{5}\/1/);
  await expect(row('Magnor')).toContainText('Kommer mandag.');
  await looksRight(page);
});
