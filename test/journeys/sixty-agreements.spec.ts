import { writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { writeXlsx } from '@tallgrunn/tabular';
import {
  generateRegisterFile,
  type GeneratedRegister,
} from '@tallgrunn/agreements-server/testing/generate-register-file';
import { expectedQuestions, damageRegisterFile } from '@tallgrunn/agreements-server/testing/damage-register-file';
import { inviteManager, join } from './join.ts';
import { looksRight, takePicture } from './open-page.ts';
import { startEmpty, type OwnInstance } from './own-instance.ts';
import { csvForm, ehfCatalogue, xlsxForm, type PriceFile } from './price-files.ts';
import { goTo } from './sign-in.ts';

test.setTimeout(480_000);

let instance: OwnInstance | undefined;
test.beforeAll(async () => {
  test.setTimeout(400_000);
  instance = await startEmpty();
});
test.afterAll(() => instance?.stop());

interface Asked {
  readonly number: number;
  readonly kind: string;
  readonly rows: readonly number[];
  readonly choices: readonly { readonly id: string }[];
  readonly proposed: string;
  readonly answer: string | null;
}

/**
 * No party exists before the register is imported, so there is also one question for each of the six municipalities it
 * names.
 */
const expectedDoubts = { ...expectedQuestions, 'buyer-unknown': (expectedQuestions['buyer-unknown'] ?? 0) + 6 };
/** Number of decisions by a user: buttons pressed and files dropped. */
const decisions = { answers: 0, acts: 0 };
const times: string[] = [];

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  times.push(`${what} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

async function workbook({ headings, rows }: GeneratedRegister): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([
    {
      name: 'Avtaler',
      titles: ['Avtaleoversikt, uttrekk'],
      columns: headings.map((header) => ({ header })),
      rows: rows.map((row) => row.map((value) => (value === '' ? null : String(value)))),
    },
  ]))
    parts.push(part);
  return Buffer.concat(parts);
}

/** Drops the register and waits for the page of the import. */
async function dropRegister(page: Page, buffer: Buffer): Promise<string> {
  await goTo(page, 'Avtaler');
  await page.getByRole('link', { name: 'Importer avtaler' }).first().click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'avtaler.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  });
  decisions.acts += 1;
  await expect(page.getByRole('heading', { name: 'Dette skjer' })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

const questions = async (page: Page, importId: string) =>
  ((await (await page.request.get(`/api/v1/agreement-imports/${importId}`)).json()) as { questions: Asked[] })
    .questions;

/** Answers one question on the page, like the person who caused it. */
async function answer(
  page: Page,
  { number, kind, choices, proposed }: Asked,
  answers: Record<string, string>,
): Promise<void> {
  const wanted = answers[kind] ?? '';
  const text = wanted.startsWith('text:') ? wanted.slice('text:'.length) : null;
  const choice =
    text === null ? (choices.find(({ id }) => wanted !== '' && id.startsWith(wanted))?.id ?? proposed) : 'text';
  const form = page.locator('tg-question-form').filter({ has: page.locator(`#question-${number}`) });
  await form.locator(`input[type=radio][value="${choice}"]`).check();
  if (text !== null) await form.locator(`#question-${number}-text`).fill(text);
  await form.getByRole('button', { name: /^Svar: / }).click();
  decisions.answers += 1;
  await expect(
    page.locator('section > tg-question-form').filter({ has: page.locator(`#question-${number}`) }),
  ).toHaveCount(0);
}

async function answerAll(page: Page, importId: string, answers: Record<string, string>): Promise<void> {
  const seen = new Set<number>();
  for (
    let open = (await questions(page, importId)).filter((each) => each.answer === null);
    open.length > 0;
    open = (await questions(page, importId)).filter((each) => each.answer === null)
  ) {
    for (const question of open) {
      expect(seen, 'each doubt is asked once').not.toContain(question.number);
      seen.add(question.number);
      await answer(page, question, answers);
    }
  }
  const all = await questions(page, importId);
  expect(
    Object.fromEntries([...Map.groupBy(all, ({ kind }) => kind)].map(([kind, list]) => [kind, list.length])),
  ).toEqual(expectedDoubts);
  expect(seen.size).toBe(all.length);
}

/** Opens an agreement by its name in the list. */
async function openItems(page: Page, title: string): Promise<void> {
  await goTo(page, 'Avtaler');
  await page.getByRole('searchbox').fill(title);
  await page.getByRole('button', { name: 'Søk', exact: true }).click();
  await page.getByRole('link', { name: title, exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Deler av avtalen' })
    .getByRole('link', { name: 'Varer og priser' })
    .click();
}

async function dropPrices(page: Page, file: PriceFile): Promise<void> {
  const place = test.info().outputPath(file.name);
  await writeFile(place, file.buffer);
  await page.locator('tg-price-form input[type=file]').setInputFiles(place);
  decisions.acts += 1;
  await expect(page.getByText('Dette er den første prisversjonen.')).toBeVisible({ timeout: 60_000 });
}

async function publish(page: Page, items: string): Promise<void> {
  await page.getByRole('button', { name: 'Publiser prisene' }).click();
  decisions.acts += 1;
  await expect(page.getByText('Prisversjon 1 er publisert')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(new RegExp(`^${items} varer`)).first()).toBeVisible();
}

test('a register of sixty agreements and 120 suppliers, and price forms in three shapes', async ({ browser }) => {
  const own = instance as OwnInstance;
  const register = generateRegisterFile();
  const answers = damageRegisterFile(register);
  const file = await workbook(register);
  const administrator = await join(
    browser,
    own,
    await own.setUp('cooperative', 'Prøvesamarbeidet', '--invite', 'drift@samkjop.example'),
    'Dag Drift',
  );
  const page = await join(browser, own, await inviteManager(administrator, own), 'Frida Forvalter');

  await test.step('the register is imported', async () => {
    const importId = await timed('register read', () => dropRegister(page, file));
    await looksRight(page);
    await takePicture(page, 'sixty-questions');
    await timed('questions answered', () => answerAll(page, importId, answers));
    await expect(page.getByText(/^\s*120 leverandører og 7 deltakere er nye/)).toBeVisible();
    await timed('register applied', async () => {
      await page.getByRole('button', { name: 'Opprett 60 avtaler' }).click();
      decisions.acts += 1;
      await expect(page.getByRole('heading', { name: 'Avtalene er importert' })).toBeFocused({ timeout: 60_000 });
    });
  });

  await test.step('the same file a second time asks nothing and changes nothing', async () => {
    const importId = await dropRegister(page, file);
    expect((await questions(page, importId)).filter((each) => each.answer === null)).toEqual([]);
    await expect(page.getByText(/opprettes, 0 endres, 60 er som før/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ferdig, ingenting å endre' })).toBeVisible();
  });

  await test.step('sixty agreements are found by text, status and order', async () => {
    await goTo(page, 'Avtaler');
    await looksRight(page);
    await takePicture(page, 'sixty-agreements');
    await page.getByRole('combobox', { name: 'Vis', exact: true }).selectOption('ended');
    await expect(page.locator('tg-data-table .count')).not.toHaveText(/60/);
    await page.goto('/agreements/onboarding');
    await expect(page.getByRole('button', { name: /^Vis alle \d+: Ikke invitert/ })).toBeVisible();
    await looksRight(page);
    await takePicture(page, 'sixty-board');
    for (const [place, heading] of [
      ['/parties', 'Kjøpere og leverandører'],
      ['/agreements/terms', 'Vilkår på flere avtaler'],
    ] as const) {
      await page.goto(place);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await takePicture(page, `sixty${place.replaceAll('/', '-')}`);
    }
  });

  const prices = async (at: number, what: string, made: PriceFile, items: string) => {
    await openItems(page, register.agreements[at]?.title ?? '');
    await timed(`${what} read`, () => dropPrices(page, made));
    if (at === 1) {
      await page.reload();
      await expect(page.getByText('priser.csv er lest, men ikke publisert')).toBeVisible();
      await page.getByRole('navigation', { name: 'Deler av avtalen' }).getByRole('link', { name: 'Parter' }).click();
      await page
        .getByRole('navigation', { name: 'Deler av avtalen' })
        .getByRole('link', { name: 'Varer og priser' })
        .click();
      await expect(page.getByText('Ett prisskjema er lest, men ikke publisert').first()).toBeVisible();
      await looksRight(page);
      await takePicture(page, 'prices-waiting');
      await page.getByRole('button', { name: 'Se og publiser priser.csv' }).click();
    }
    await timed(`${what} published`, () => publish(page, items));
    await looksRight(page);
    await takePicture(page, `prices-${what.replace(/\W+/g, '-')}`);
  };
  await test.step('price forms in different shapes', async () => {
    await prices(1, 'CSV of 500', csvForm(500), '500');
    await prices(10, 'XLSX of 5000', await xlsxForm(5_000), '5\\s000');
    await prices(13, 'EHF of 50000', ehfCatalogue(50_000), '50\\s000');
  });
  await timed('list of agreements', async () =>
    expect((await page.request.get('/api/v1/agreements')).status()).toBe(200),
  );
  process.stderr.write(
    `sixty agreements: ${decisions.answers} questions answered and ${decisions.acts} buttons and files; ${times.join(', ')}\n`,
  );
});
