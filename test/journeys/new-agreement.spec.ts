import { expect, test, type Page } from '@playwright/test';
import { writeXlsx } from '@tallgrunn/tabular';
import { answerEveryQuestion } from './answer-questions.ts';
import { inviteManager, join } from './join.ts';
import { looksRight, takePicture } from './open-page.ts';
import { startEmpty, type OwnInstance } from './own-instance.ts';
import { goTo } from './sign-in.ts';

const reason = 'Ny pris er avtalt med kommunen.';

test.setTimeout(480_000);

let instance: OwnInstance | undefined;
test.beforeAll(async () => {
  test.setTimeout(400_000);
  instance = await startEmpty();
});
test.afterAll(() => instance?.stop());

const today = new Date();
/** The first day of the previous month: its report can be submitted. */
const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1)).toISOString().slice(0, 10);
const norwegian = (day: string) => day.split('-').reverse().join('.');

/** Builds a register of one agreement, with one supplier under two names. */
async function register(): Promise<Buffer> {
  const headings = [
    'Saksnr.',
    'Avtalenavn',
    'Startdato',
    'Sluttdato',
    'Leverandør',
    'Org.nr.',
    'Delkontrakt',
    'Deltakere',
    'Rapporteringsklausul',
  ];
  const row = (supplier: string, lot: string) => [
    '26/00412',
    'Mat og drikke',
    norwegian(month),
    '31.12.2029',
    supplier,
    '311 047 116',
    lot,
    'Kongsvinger kommune',
    'Ja',
  ];
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([
    {
      name: 'Avtaler',
      columns: headings.map((header) => ({ header })),
      rows: [row('Prøveengros AS', '1'), row('Prøveengros avd. Nord', '2')],
    },
  ]))
    parts.push(part);
  return Buffer.concat(parts);
}

const prices =
  'Varenummer;Varenavn;Delkontrakt;Enhet;Nettovekt kg;Pris;Gyldig fra\n00512;Kjøttdeig storfe 2,5 kg;1;pk;2,5;312,50;' +
  norwegian(month) +
  '\n';
const report =
  'Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Leveringsdato;Fakturanummer;Fakturadato\n00512;Kjøttdeig storfe 2,5 kg;Kongsvinger kommune;10;pk;400,00;4000,00;' +
  `${norwegian(month)};7001;${norwegian(month)}\n`;

/** Imports the register and answers its questions, until the agreement exists. */
async function importRegister(page: Page): Promise<void> {
  await goTo(page, 'Avtaler');
  await page.getByRole('link', { name: 'Importer avtaler' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Importer avtaler' })).toBeVisible();
  await looksRight(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'avtaler.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await register(),
  });
  await expect(page.getByRole('heading', { name: '3 spørsmål' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'register-import');
  for (const [question, choice] of [
    [/oppdiktede organisasjonsnumre/, /^Ja, bruk dem/],
    [/er oppført med flere navn/, /heter Prøveengros AS/],
    [/ikke registrert som deltaker/, /^Ny: Kongsvinger kommune/],
  ] as const) {
    const asked = page.getByRole('group', { name: question });
    await asked.getByRole('radio', { name: choice }).check();
    await page.getByRole('button', { name: new RegExp(`^Svar: .*${question.source}`) }).click();
    await expect(asked).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Opprett én avtale' }).click();
  await expect(page.getByRole('heading', { name: 'Avtalene er importert' })).toBeFocused();
  await looksRight(page);
}

async function setPricesAndTerms(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Gi avtalene vilkår' }).click();
  await expect(page.getByRole('combobox', { name: 'Klausulpakke for Mat og drikke' })).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'terms-start');
  await goTo(page, 'Avtaler');
  await page.getByRole('link', { name: 'Mat og drikke' }).click();
  const tabs = page.getByRole('navigation', { name: 'Deler av avtalen' });
  await tabs.getByRole('link', { name: 'Om avtalen' }).click();
  await expect(page.getByText('26/00412').first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'agreement-about');
  await tabs.getByRole('link', { name: 'Varer og priser' }).click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'priser.csv', mimeType: 'text/csv', buffer: Buffer.from(prices) });
  await expect(page.getByText('Dette er den første prisversjonen.')).toBeVisible();
  await page.getByRole('button', { name: 'Publiser prisene' }).click();
  await expect(page.getByText('Prisversjon 1 er publisert')).toBeVisible();
  await tabs.getByRole('link', { name: 'Vilkår' }).click();
  await page.getByRole('radio', { name: 'Klausulpakke: mat og drikke, månedlig' }).check();
  await page.getByLabel('Gjelder fra').fill(month);
  await page.getByRole('button', { name: 'Publiser versjon 1' }).click();
  await expect(page.getByText('Versjon 1 er publisert')).toBeVisible();
}

async function inviteSupplier(page: Page, { mailedLink }: OwnInstance): Promise<string> {
  await page.getByRole('navigation', { name: 'Deler av avtalen' }).getByRole('link', { name: 'Parter' }).click();
  await page.getByRole('button', { name: /Inviter første person hos Prøveengros/ }).click();
  await page.getByLabel('E-postadresse').fill('salg@proveengros.example');
  await page.getByRole('button', { name: 'Send invitasjon' }).click();
  await expect(page.getByText('Invitasjonen er sendt')).toBeVisible();
  return mailedLink('salg@proveengros.example');
}

async function expectStage(page: Page, stage: string): Promise<void> {
  await goTo(page, 'Avtaler');
  await page.getByRole('link', { name: 'Nye leverandører' }).click();
  await expect(
    page.getByRole('region', { name: stage, exact: true }).getByRole('heading', { name: 'Prøveengros AS' }),
  ).toBeVisible();
  await looksRight(page);
  await takePicture(page, `board-${stage}`);
}

async function reportAndSubmit(page: Page): Promise<void> {
  await page
    .locator('tg-obligation-card input[type=file]')
    .first()
    .setInputFiles({ name: 'leveranser.csv', mimeType: 'text/csv', buffer: Buffer.from(report) });
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();
  await answerEveryQuestion(page, reason);
  await page.getByRole('button', { name: /^Send inn (én linje|[\d\s]+ linjer?)/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Kvittering R-/ })).toBeVisible();
}

test('from an empty instance to the first accepted report of a new agreement', async ({ browser }) => {
  const own = instance as OwnInstance;
  const administrator = await join(
    browser,
    own,
    await own.setUp('cooperative', 'Prøvesamarbeidet', '--invite', 'drift@samkjop.example'),
    'Dag Drift',
  );
  const manager = await join(browser, own, await inviteManager(administrator, own), 'Frida Forvalter');
  await importRegister(manager);
  await setPricesAndTerms(manager);
  const link = await inviteSupplier(manager, own);
  await expectStage(manager, 'Invitert');
  const supplier = await join(browser, own, link, 'Siv Selger');
  await expectStage(manager, 'Har konto');
  await supplier.goto('/reports');
  await reportAndSubmit(supplier);
  await expectStage(manager, 'Sendt første rapport');
  await goTo(manager, 'Rapportering');
  await manager.getByRole('link', { name: /Prøveengros AS, .*: Til godkjenning/ }).click();
  await manager.getByRole('button', { name: 'Godkjenn rapporten' }).click();
  await expect(manager.getByText('Rapporten er godkjent og gjelder fra nå.')).toBeVisible();
  await expectStage(manager, 'Første godkjent');
});
