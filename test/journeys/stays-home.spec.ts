/// <reference lib="dom" />
import { expect, test, type Page } from '@playwright/test';
import { writeXlsx } from '@tallgrunn/tabular';
import { unzipSync } from 'fflate';
import { answerEveryQuestion } from './answer-questions.ts';
import { looksRight } from './open-page.ts';
import { openObligation, ownAgreement, ownReport } from './own-agreement.ts';
import { signIn } from './sign-in.ts';

const redactedTexts = [
  'Glåmdal Bruktbutikk',
  'Lena Ødegårdsrud',
  'lena@grossist.example',
  'bare for oss',
  '98765',
  'Elverum',
];
const [head = '', ...rows] = ownReport.trim().split('\n');
const wide = [
  `${head};Bestilt av;Kontakt;Merknad`,
  ...rows.map((row) => `${row};Lena Ødegårdsrud;lena@grossist.example;bare for oss`),
];
const stranger = `${rows[0]!.replace('Kongsvinger kommune', 'Glåmdal Bruktbutikk')};Lena Ødegårdsrud;;98765`;
const lines = [...wide, stranger].map((row) => row.split(';'));
const [item, name, , , unit, price] = rows[0]!.split(';') as [string, string, string, string, string, string];
const day = rows[0]!.split(';').at(-1)!;
const table = [
  [
    'Varenummer',
    'Varenavn',
    'Enhet',
    'Pris',
    'Levert dato',
    'Antall Kongsvinger',
    'Beløp Kongsvinger',
    'Antall Elverum',
    'Beløp Elverum',
  ],
  [item, name, unit, price, day, '40', '500,00', '77', '98765,00'],
];

interface RecordedPage {
  heard: Promise<number[]>[];
}

/** Records every body that the page sends, byte for byte. */
function recordBodies(): void {
  const page = globalThis as unknown as RecordedPage;
  page.heard = [];
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    if (body !== null && body !== undefined)
      page.heard.push(new Response(body as BodyInit).arrayBuffer().then((bytes) => [...new Uint8Array(bytes)]));
    send.call(this, body);
  };
}

async function workbook(all: readonly (readonly string[])[]): Promise<Buffer> {
  const [headings = [], ...body] = all;
  const values = async function* () {
    for (const row of body) yield [...row];
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx([
    { name: 'Ark1', columns: headings.map((header) => ({ header, kind: 'text' as const })), rows: values() },
  ]))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Returns every text that was sent, including those packed in a workbook. */
async function textsSent(page: Page): Promise<string> {
  const bodies = (await page.evaluate(() => Promise.all((globalThis as unknown as RecordedPage).heard))).map((bytes) =>
    Buffer.from(bytes),
  );
  return bodies
    .flatMap((body) => {
      const zip = body.indexOf(Buffer.from('PK\u0003\u0004', 'latin1'));
      const end = body.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
      const packed =
        zip < 0
          ? []
          : Object.entries(unzipSync(body.subarray(zip, end + 22))).flatMap(([entry, bytes]) => [
              entry,
              Buffer.from(bytes).toString(),
            ]);
      return [body.toString(), ...packed];
    })
    .join('\n');
}

const kinds = [
  ['a CSV file', 'salg.csv', () => Promise.resolve(Buffer.from(lines.map((row) => row.join(';')).join('\r\n')))],
  ['a workbook', 'salg.xlsx', () => workbook(lines)],
  ['a table of customers', 'tabell.xlsx', () => workbook(table)],
] as const;

for (const [what, fileName, bytes] of kinds) {
  test(`no row, column or word of strangers leaves the machine: ${what}`, async ({ page }) => {
    const { title } = await ownAgreement(page);
    await page.addInitScript(recordBodies);
    await signIn(page, 'anne-lise');
    await openObligation(page, title);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: fileName, mimeType: 'application/octet-stream', buffer: await bytes() });
    await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();
    if (what !== 'a table of customers')
      await expect(page.getByText(/kolonner brukes ikke, og innholdet sendes ikke/).first()).toBeVisible();
    await looksRight(page);
    await answerEveryQuestion(page, 'Kontrollert mot ordre.');
    const leaveOut = page.getByRole('checkbox', { name: /^Send inn uten/ });
    if (await leaveOut.isVisible()) await leaveOut.check();
    await page.getByRole('button', { name: /^Send inn (\d+|én) linje/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Kvittering R-2026-\d{5}/ })).toBeVisible();
    await expect(page.getByText(/Sendt uten/)).toBeVisible();
    const sent = await textsSent(page);
    expect(sent).toContain('Kongsvinger');
    for (const text of redactedTexts) expect(sent).not.toContain(text);
  });
}
