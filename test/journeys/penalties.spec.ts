import { readFileSync } from 'node:fs';
import { expect, test, type Locator } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { looksRight } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';
import { worldFile } from './world.ts';

interface Submission {
  readonly supplier: string;
  readonly period: string;
  readonly version: number | null;
  readonly workingDaysLate: number | null;
}

/** Daily penalty of the demo's agreements, NOK per working day. */
const RATE = 1000;
/** What the letter takes: menu, row, claim, reason, decision, letter, download. */
const ACTIONS_MAX = 8;
const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');

const { entries } = JSON.parse(readFileSync(worldFile('reports', 'manifest.json'), 'utf8')) as {
  entries: Submission[];
};
const { suppliers } = JSON.parse(readFileSync(worldFile('world.json'), 'utf8')) as {
  suppliers: { key: string; name: string }[];
};
const periodName = (key: string) =>
  key.includes('Q')
    ? `${key.slice(-1)}. kvartal ${key.slice(0, 4)}`
    : `${MONTHS[Number(key.slice(5)) - 1]} ${key.slice(0, 4)}`;
/** Late reports of the demo, by the first submission: time in the buyer's own queue does not count. */
const late = entries
  .filter(({ version, workingDaysLate }) => version === 1 && (workingDaysLate ?? 0) > 0)
  .map(({ supplier, period, workingDaysLate }) => ({
    report: periodName(period),
    supplier: suppliers.find(({ key }) => key === supplier)!.name,
    days: workingDaysLate!,
  }));

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

test('a contract manager claims a daily penalty by letter, with the days and kroner of the demo', async ({ page }) => {
  let actions = 0;
  const act = async (work: () => Promise<unknown>) => {
    actions += 1;
    await work();
  };
  const click = (target: Locator) => act(() => target.click());
  await signIn(page, 'tor-egil');
  await goTo(page, 'Sene rapporter og dagmulkt');
  actions += 2; // the menu and the page
  const rows = page.locator('tbody tr').filter({ hasText: 'RIIK-2' });
  await expect(rows.first()).toBeVisible();
  const shown = (await rows.allTextContents()).map(plain).toSorted();
  const expected = late.map(({ report, supplier, days }) => [report, supplier, days] as const);
  expect(shown).toHaveLength(expected.length);
  for (const [report, supplier, days] of expected) {
    const row = shown.find((text) => text.startsWith(report) && text.includes(supplier)) ?? '';
    expect(row, `${report}, ${supplier}`).toContain(days === 1 ? 'én virkedag' : `${days} virkedager`);
    const amount = /virkedag(?:er)? ?([\d ]+),00 kr/.exec(row)?.[1]?.replaceAll(' ', '');
    expect(Number(amount), `${report}, ${supplier}`).toBe(days * RATE);
  }
  await looksRight(page);

  const quarter = late.find(({ report }) => report === '3. kvartal 2025')!;
  await click(page.getByRole('link', { name: new RegExp(quarter.report) }).first());
  await expect(page.getByRole('heading', { level: 2, name: 'Avgjør' })).toBeVisible();
  await looksRight(page);
  await click(page.getByRole('radio', { name: 'Kreve dagmulkt' }));
  await act(() => page.locator('#penalty-reason').fill('Ingen varslet oss.'));
  await click(page.getByRole('button', { name: 'Lagre avgjørelsen' }));
  await click(page.locator('summary', { hasText: 'Rediger brevet' }));
  const [letter] = await Promise.all([
    page.waitForEvent('download'),
    click(page.getByRole('button', { name: 'Last ned brevet (Word)' })),
  ]);
  const document = strFromU8(unzipSync(readFileSync(await letter.path()))['word/document.xml']!);
  const text = plain(document.replace(/<[^>]+>/g, ' '));
  expect(text).toContain(`${(quarter.days * RATE).toLocaleString('nb-NO').replace(/\s/g, ' ')},00 kr`);
  expect(text).toContain(quarter.report);
  expect(actions).toBeLessThanOrEqual(ACTIONS_MAX);

  // Other journeys read the same demo.
  await page.locator('summary', { hasText: 'Trekk tilbake' }).click();
  await page.getByLabel('Hvorfor trekkes avgjørelsen tilbake?').fill('Prøve.');
  await page.getByRole('button', { name: 'Trekk tilbake' }).click();
  await expect(page.getByText('Trukket tilbake').first()).toBeVisible();
});
