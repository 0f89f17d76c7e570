import { expect, test } from '@playwright/test';
import { answerEveryQuestion } from './answer-questions.ts';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';
import { worldFile } from './world.ts';

interface Reporter {
  clerk: string;
  supplier: string;
  file: string;
  /** A submitted report that is replaced by a nil return. */
  nilBy: string;
  nilSupplier: string;
  nilPeriod: string;
}

const wide: Reporter = {
  clerk: 'jonas',
  supplier: 'Finnskog Storkjøkken Engros AS',
  file: worldFile('reports', 'finnskog-storkjokken', '2026-07-v1-salgsstatistikk.csv'),
  nilBy: 'henrik',
  nilSupplier: 'Nettverket IT-handel AS',
  nilPeriod: '1. kvartal 2026',
};
const narrow: Reporter = {
  clerk: 'silje',
  supplier: 'Solgløtt Frukt & Grønt AS',
  file: worldFile('reports', 'solglott-frukt', '2026-07-v1-manedsrapport.xlsx'),
  nilBy: 'silje',
  nilSupplier: 'Solgløtt Frukt & Grønt AS',
  nilPeriod: 'juni 2026',
};
const reporter = (): Reporter => (test.info().project.name === 'wide' ? wide : narrow);

const reason = 'Kontrollert mot ordre og avtalt med kommunen.';

test.describe.configure({ mode: 'serial' });

test('a supplier drops a file, answers the questions of the check, and gets a receipt @both', async ({ page }) => {
  const { clerk, file } = reporter();
  await signIn(page, clerk);
  await expect(page.getByRole('heading', { level: 1, name: 'Rapportene dine' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'obligations');
  await page
    .getByRole('article')
    .filter({ hasText: /juli 2026/i })
    .locator('input[type=file]')
    .setInputFiles(file);
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();
  await looksRight(page);
  await page.getByRole('heading', { name: /^1\. Lest/ }).evaluate((heading) => heading.scrollIntoView());
  await takePicture(page, 'report-page');

  await page.getByRole('button', { name: /^Send inn [\d\s]+ linjer/ }).click();
  await expect(page.getByText(/^\s*Svar på (ett|\d+) spørsmål i steg 3/).first()).toBeVisible();
  await looksRight(page);
  await answerEveryQuestion(page, reason);
  const leaveOut = page.getByRole('checkbox', { name: /^Send inn uten/ });
  if (await leaveOut.isVisible()) await leaveOut.check();
  await page.getByRole('button', { name: /^Send inn [\d\s]+ linjer/ }).click();

  await expect(page.getByRole('heading', { level: 1, name: /^Kvittering R-2026-\d{5}/ })).toBeVisible();
  await expect(page.getByText(/^\s*[0-9a-f]{64}\s*$/).first()).toBeVisible(); // the hash of the submitted file; after a redaction, also that of the whole file
  await expect(page.getByText('Til godkjenning').first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'receipt');
});

test('a supplier submits a nil return, sees the booked amounts, and explains @both', async ({ page }) => {
  const { nilBy, nilPeriod } = reporter();
  await signIn(page, nilBy);
  await page
    .getByRole('link', { name: new RegExp(nilPeriod, 'i') })
    .first()
    .click();
  await page.getByRole('button', { name: 'Ingen leveranser i perioden' }).click();
  const dialog = page.getByRole('dialog', { name: 'Meld at det ikke er levert noe' });
  await expect(dialog).toBeVisible();
  await looksRight(page);
  await dialog.getByRole('button', { name: 'Meld ingen leveranser' }).click();
  const booked = dialog.getByRole('region', { name: 'Dette har kundene bokført' });
  await expect(booked.getByRole('listitem').filter({ hasText: 'Kongsvinger kommune har bokført' })).toContainText(
    /Antall fakturaer: \d+\. De største er .+ Regnskapet er lest til og med 30\. juni 2026\./,
  );
  await looksRight(page);
  await takePicture(page, 'nothing-but-booked');
  await dialog.getByLabel('Hvorfor er det ikke levert noe?').fill('Fakturaene gjelder en annen avtale.');
  await dialog.getByRole('button', { name: 'Meld ingen leveranser med forklaringen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Kvittering R-2026-/ })).toBeVisible();
  await looksRight(page);
});

test('a contract manager sees the status of reports, accepts one and returns another @both', async ({ page }) => {
  const { supplier, nilSupplier, nilPeriod } = reporter();
  await signIn(page, 'ingrid');
  await expect(page.getByRole('heading', { level: 1, name: 'I dag' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'today');

  await goTo(page, 'Rapportering');
  await looksRight(page);
  await takePicture(page, 'matrix');
  await page.getByRole('link', { name: new RegExp(`${supplier}, juli 2026: Til godkjenning`, 'i') }).click();
  await expect(page.getByText(reason).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'version');
  await page.getByRole('button', { name: 'Godkjenn rapporten' }).click();
  await expect(page.getByText('Rapporten er godkjent og gjelder fra nå.')).toBeVisible();
  await looksRight(page);

  await goTo(page, 'Rapportering');
  await page.getByRole('link', { name: new RegExp(`${nilSupplier}, ${nilPeriod}: Til godkjenning`, 'i') }).click();
  await expect(page.getByText('Fakturaene gjelder en annen avtale.').first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'nothing-to-decide');
  await page.getByRole('button', { name: 'Send tilbake …' }).click();
  await page.getByRole('button', { name: 'Send tilbake til leverandøren' }).click();
  await expect(page.getByText('Skriv hva som skal rettes').first()).toBeVisible();
  await looksRight(page);
  await page.getByLabel('Hva skal rettes?').fill('Kommunene har bokført kjøp i perioden.');
  await page.getByRole('button', { name: 'Send tilbake til leverandøren' }).click();
  await expect(page.getByText('Rapporten er sendt tilbake.')).toBeVisible();
  await looksRight(page);
});
