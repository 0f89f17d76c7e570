/// <reference lib="dom" />
import { expect, test, type Page } from '@playwright/test';
import { answerEveryQuestion } from './answer-questions.ts';
import { looksRight, takePicture } from './open-page.ts';
import { openObligation, ownAgreement, ownReport } from './own-agreement.ts';
import { signIn } from './sign-in.ts';

const others = ['Rema 1000 Elverum AS', 'Hamar Hotell AS', 'Elverum kommune'];
const person = '13097248022';
const [head, ...rows] = ownReport.trim().split('\n') as [string, ...string[]];

/** The same report from a system with other customers, with a grand total and the packer's name. */
const everybody = [
  `${head};Ansattnavn;Merknad`,
  `${rows[0]};Ola Nordmann;`,
  ...others.map((name) => `${rows[0]!.replace('Kongsvinger kommune', name)};Ola Nordmann;ringte ${person}`),
  `${rows[1]};Kari Hansen;`,
  `${rows[2]!.replace('Grue kommune', 'Grue Gård')};Kari Hansen;`,
  `${rows[2]};Kari Hansen;`,
  'Totalt;;;;;;12345678,00;;;',
].join('\n');

interface RecordedPage {
  heard: Promise<string>[];
}

/**
 * Records every body that the page sends, byte for byte, as text: the browser does not otherwise report files in a
 * request.
 */
function recordBodies(): void {
  const page = globalThis as unknown as RecordedPage;
  page.heard = [];
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    if (body !== null && body !== undefined) page.heard.push(new Response(body as BodyInit).text());
    send.call(this, body);
  };
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    if (init?.body) page.heard.push(new Response(init.body).text());
    else if (input instanceof Request) page.heard.push(input.clone().text());
    return fetch(input, init);
  };
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function openReport(page: Page, title: string, who = 'anne-lise'): Promise<void> {
  await signIn(page, who);
  await openObligation(page, title);
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const another = page.getByRole('button', { name: 'Velg en annen fil' });
  if (await another.isVisible()) await another.click();
  await page.locator('input[type=file]').setInputFiles(file(name, text));
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();
}

async function excludeWhereAsked(page: Page): Promise<void> {
  await answerEveryQuestion(page, 'Kontrollert mot ordre.');
  const leaveOut = page.getByRole('checkbox', { name: /^Send inn uten/ });
  if (await leaveOut.isVisible()) await leaveOut.check();
}

test('a file of all customers is redacted in the browser, and a correction shows its changes', async ({ page }) => {
  const { title } = await ownAgreement(page);
  await page.addInitScript(recordBodies);
  await openReport(page, title);
  await choose(page, 'alle-kunder.csv', everybody);
  await expect(page.getByText('3 rader gjelder andre kunder og sendes ikke fra maskinen din').first()).toBeVisible();
  await expect(page.getByText(/Kolonnene «Ansattnavn» og «Merknad» kan inneholde personopplysninger/)).toBeVisible();
  await expect(page.getByText('Kolonne om personer er ikke tatt med').first()).toBeAttached();
  await page.getByText('Vis de 3 kundene som holdes tilbake').click();
  await expect(page.getByText('Hamar Hotell AS', { exact: true })).toBeVisible();
  await looksRight(page);
  await page.getByRole('heading', { name: /^1\. Lest/ }).evaluate((heading) => heading.scrollIntoView());
  await takePicture(page, 'cut');

  await excludeWhereAsked(page);
  await page.getByRole('button', { name: /^Send inn \d+ linjer/ }).click();
  await expect(page.getByText(/^\s*Svar på om én kunde hører til/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Nei, Grue Gård hører ikke til' }).click();
  await expect(page.getByText('4 rader gjelder andre kunder og sendes ikke fra maskinen din').first()).toBeVisible();
  await excludeWhereAsked(page);
  await page.getByRole('button', { name: /^Send inn \d+ linjer/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Kvittering R-2026-\d{5}/ })).toBeVisible();
  await expect(page.getByText(/^\s*[0-9a-f]{64}\s*$/)).toHaveCount(2);
  await expect(page.getByText(/4 rader om andre kunder, kolonnene «Ansattnavn» og «Merknad»/)).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'cut-receipt');
  const sent = (await page.evaluate(() => Promise.all((globalThis as unknown as RecordedPage).heard))).join('\n');
  expect(sent).toContain('Kladdebok A5 linjert;Grue kommune');
  for (const never of [...others, 'Grue Gård', 'Ola Nordmann', 'Kari Hansen', person, '12345678'])
    expect(sent).not.toContain(never);

  await page.getByRole('link', { name: 'Send en rettet versjon' }).click();
  await choose(
    page,
    'rettet.csv',
    [head, rows[0], rows[1]!.replace('40;stk;12,50;500,00', '30;stk;12,50;375,00')].join('\n'),
  );
  await excludeWhereAsked(page);
  await looksRight(page);
  await page.getByRole('button', { name: 'Sammenlign med det som er levert' }).click();
  await expect(page.getByText('én fjernet · én endret')).toBeVisible();
  await expect(page.getByText(/Virkning på beløpet: [−-]250,00\s+kr/)).toBeVisible();
  await expect(page.getByText('500,00 → 375,00')).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'correction');
  await page.getByRole('button', { name: 'Send inn rettelsen' }).click();
  await expect(page.getByText('Velg hvorfor rapporten rettes').first()).toBeVisible();
  await page.getByLabel('Hvorfor rettes rapporten?').selectOption({ label: 'Feil mengde' });
  await page.getByRole('button', { name: 'Send inn rettelsen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Kvittering R-2026-\d{5}\/2/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Dette retter R-2026-\d{5}\/1/ })).toBeVisible();
  await page.getByRole('button', { name: 'Vis endringene' }).click();
  await expect(page.getByText('500,00 → 375,00')).toBeVisible();
  await looksRight(page);
});

test('a contract manager uploads a report received by e-mail, and the supplier rejects it', async ({ page }) => {
  const { id, title } = await ownAgreement(page);
  const [obligation] = (await (await page.request.get(`/api/v1/obligations?agreementId=${id}`)).json()) as {
    id: string;
  }[];
  await page.goto(`/reports/${obligation?.id}`);
  await page.getByRole('button', { name: 'Lever på vegne av leverandøren …' }).click();
  await page.getByLabel('Hvem kom filen fra?').fill('Anne-Lise, e-post');
  await page.getByLabel('Hvilken dag kom den?').fill('2026-08-04');
  await page.getByLabel('Hvorfor leverer du den?').fill('Leverandøren får ikke logget inn.');
  await choose(page, 'fra-e-post.csv', ownReport);
  await excludeWhereAsked(page);
  await looksRight(page);
  await takePicture(page, 'behalf');
  await page.getByRole('button', { name: /^Send inn \d+ linjer/ }).click();
  await expect(page.getByRole('heading', { name: /^Levert på vegne av leverandøren/ })).toBeVisible();
  const receipt = new URL(page.url()).pathname;

  await signIn(page, 'anne-lise');
  await page.goto(receipt);
  await expect(page.getByText(/Filen kom fra Anne-Lise, e-post/)).toBeVisible();
  await page.getByRole('button', { name: 'Nei, dette stemmer ikke …' }).click();
  await page.getByLabel('Hva stemmer ikke?').fill('Filen er fra juni.');
  await looksRight(page);
  await page.getByRole('button', { name: 'Send svaret' }).click();
  await expect(page.getByText(/Leverandøren har svart at det ikke stemmer/)).toBeVisible();
  expect(title).not.toBe('');
});
