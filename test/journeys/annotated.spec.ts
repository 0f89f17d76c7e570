import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { bytesOf, openTable, openZip, readEntry } from '@tallgrunn/tabular';
import { looksRight } from './open-page.ts';
import { signIn } from './sign-in.ts';
import { worldFile } from './world.ts';

const file = worldFile('reports', 'blyant-og-bind', '2026-Q2-v1-leveranserapport.xlsx');

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await openZip(bytesOf(bytes));
  const parts = new Map<string, string>();
  for (const entry of zip.entries)
    parts.set(entry.name, Buffer.from(await readEntry(zip, entry, 50_000_000)).toString('base64'));
  return parts;
}

test('a supplier downloads the file with its findings before submitting anything', async ({ page }) => {
  await signIn(page, 'petter');
  // by id: other journeys may have submitted it, and so many more that it is no longer among the newest receipts
  const obligations = (await (await page.request.get('/api/v1/obligations')).json()) as {
    id: string;
    period: { key: string };
  }[];
  await page.goto(`/reports/${obligations.find(({ period }) => period.key === '2026-Q2')?.id}`);
  await expect(page.getByRole('heading', { level: 1, name: /^2\. kvartal 2026/ })).toBeVisible();
  const sent: string[] = [];
  page.on('request', (request) => (request.method() === 'POST' ? sent.push(request.url()) : undefined));
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByText(/\d+ stopp · /).first()).toBeVisible();
  await looksRight(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Last ned filen med merknader' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('2026-Q2-v1-leveranserapport med merknader.xlsx');
  expect(sent).toEqual([]);

  const [was, is] = [await readFile(file), await readFile(await download.path())];
  expect((await openTable(bytesOf(is), 'a.xlsx')).sheets.at(-1)?.name).toBe('Funn');
  const [before, after] = [await partsOf(was), await partsOf(is)];
  const changed = [...before].filter(([name, content]) => after.get(name) !== content).map(([name]) => name);
  for (const name of changed)
    expect(name).toMatch(
      /^(\[Content_Types\]\.xml|xl\/(workbook|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/(_rels\/)?sheet\d+\.xml(\.rels)?)$/,
    );
  expect(
    Buffer.from([...after].find(([name]) => name.startsWith('xl/comments'))?.[1] ?? '', 'base64').toString(),
  ).toContain('<comment ref=');
});
