import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readPdf } from '@tallgrunn/platform/testing/read-pdf';
import { answerEveryQuestion } from './answer-questions.ts';
import { looksRight } from './open-page.ts';
import { openObligation, ownAgreement, ownReport } from './own-agreement.ts';
import { signIn } from './sign-in.ts';

/** From the supplier's page: the months, the sheet for the supplier and the download. */
const ACTIONS_MAX = 4;
const promised = 0.6;
/** Whether each line of the report is as offered. */
const kept = ['Ja', 'Nei', 'Ja'];

const [head = '', ...rows] = ownReport.trim().split('\n');
const report = [`${head};Miljømerket`, ...rows.map((row, at) => `${row};${kept[at]}`)].join('\n');
const kronerOf = (row: string) => Number(row.split(';')[6]?.replace(',', '.'));
const all = rows.reduce((sum, row) => sum + kronerOf(row), 0);
const delivered = rows.filter((_, at) => kept[at] === 'Ja').reduce((sum, row) => sum + kronerOf(row), 0) / all;
const plain = (text: string) => text.replace(/\s+/g, ' ');

test('a contract manager sees what was promised against what was delivered, also on the sheet of a meeting', async ({
  page,
}) => {
  const { id, number, title, supplier } = await ownAgreement(page, {}, undefined, {
    fields: [{ name: 'ecoLabelled', type: 'boolean', title: 'Miljømerket' }],
    promises: [{ attribute: 'Miljømerkede varer', field: 'ecoLabelled', share: promised }],
  });
  await page.goto(`/agreements/${id}/utilisation`);
  await expect(page.getByText('Kan ikke måles: ingen linjer er rapportert').first()).toBeVisible();

  await signIn(page, 'anne-lise');
  await openObligation(page, title);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'merket.csv', mimeType: 'text/csv', buffer: Buffer.from(report) });
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();
  await answerEveryQuestion(page, 'Kontrollert mot ordre.');
  await page.getByRole('button', { name: /^Send inn \d+ linjer/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Kvittering R-2026-\d{5}/ })).toBeVisible();

  await signIn(page, 'tor-egil');
  await page.goto(`/agreements/${id}/obligations`);
  await page
    .getByRole('link', { name: /juli 2026/i })
    .first()
    .click();
  const accept = page.getByRole('button', { name: 'Godkjenn rapporten' });
  await expect(accept.or(page.getByText('Godkjent', { exact: true })).first()).toBeVisible();
  if (await accept.isVisible()) {
    await accept.click();
    await expect(page.getByText('Rapporten er godkjent og gjelder fra nå.')).toBeVisible();
  }

  await page.goto(`/agreements/${id}/utilisation`);
  const section = page.locator('tg-commitments');
  const row = section.locator('tbody tr').filter({ hasText: 'Miljømerkede varer' }).first();
  const percent = (share: number) => `${(share * 100).toLocaleString('nb-NO', { maximumFractionDigits: 0 })} %`;
  await expect(row).toContainText(percent(promised));
  await expect(row).toContainText('lavere enn forpliktelsen');
  const measured = /(\d+(?:,\d+)?)\s%, lavere/.exec((await row.textContent()) ?? '')?.[1] ?? '';
  expect(Number(measured.replace(',', '.'))).toBeCloseTo(delivered * 100, 0);
  await expect(row).toContainText(new RegExp(`${all}\\s*kr, 3 linjer`));
  await looksRight(page);

  await page.goto(`/agreements/${id}/parties`);
  await page.getByRole('link', { name: supplier, exact: true }).first().click();
  let actions = 0;
  const act = async (work: Promise<unknown>) => {
    actions += 1;
    await work;
  };
  const sheet = page.locator('tg-meeting-sheet');
  await expect(sheet).toBeVisible();
  await act(sheet.getByLabel('Til og med måned').fill('2026-07'));
  await act(sheet.getByLabel('Fra og med måned').fill('2026-07'));
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    act(sheet.getByRole('button', { name: 'Last ned møteark (PDF)' }).click()),
  ]);
  const text = plain(readPdf(readFileSync(await pdf.path())).text);
  expect(text).toContain('Tilbudt og levert');
  expect(text).toMatch(new RegExp(`${number} Miljømerkede varer 60 % 45,9 % av ${all} kr ingen linjer`));
  expect(actions).toBeLessThanOrEqual(ACTIONS_MAX);
});
