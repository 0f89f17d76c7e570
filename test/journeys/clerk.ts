import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';
import { items, priceForm } from './clerk-files.ts';
import { field, monthlyTerms, openObligation } from './own-agreement.ts';

interface TermsWanted {
  /** fields that are not required */
  readonly optional?: readonly string[];
  readonly gtin?: boolean;
}

/** Returns the terms of a monthly report. */
const termsOf = ({ optional = [], gtin = false }: TermsWanted) =>
  monthlyTerms(
    [
      field('buyer', 'Kunde'),
      field('site', 'Leveringssted', 'string', false),
      field('itemNumber', 'Varenummer'),
      field('itemName', 'Varenavn'),
      field('quantity', 'Antall', 'number'),
      field('unit', 'Enhet'),
      ...(gtin ? [field('gtin', 'GTIN', 'string', false)] : []),
      field('unitPrice', 'Pris', 'number', false),
      field('amount', 'Beløp', 'number'),
      field('deliveredOn', 'Leveringsdato', 'date'),
      field('invoiceNumber', 'Fakturanummer', 'string', false),
    ].map((each) => (optional.includes(each.name) ? { ...each, constraints: { required: false } } : each)),
  );

/** Creates an agreement with a price form and one report each for June and July 2026, used by no other journey. */
export async function clerksAgreement(
  page: Page,
  supplierName = 'Blyant & Bind AS',
  wanted: TermsWanted = {},
): Promise<{ readonly title: string; readonly id: string }> {
  await signIn(page, 'tor-egil');
  const number = `K-${Date.now()}`;
  const title = `Storkjøkken ${number}`;
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  const headers = { 'x-csrf-token': csrfToken };
  const made = async <T>(place: string, options: object): Promise<T> => {
    const answer = await page.request.post(`/api/v1/${place}`, { ...options, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as T;
  };
  const parties = (await (await page.request.get('/api/v1/parties/assignable')).json()) as {
    id: string;
    kind: string;
    name: string;
  }[];
  const supplierId = parties.find(({ name }) => name === supplierName)!.id;
  const buyers = parties.filter(({ kind }) => kind === 'buyer').map(({ id }) => ({ buyerId: id }));
  const { id } = await made<{ id: string }>('agreements', {
    data: { number, title, startsOn: '2026-06-01', endsOn: '2026-07-31', suppliers: [{ supplierId }], buyers },
  });
  const draft = await made<{ id: string }>(`agreements/${id}/price-drafts`, {
    multipart: { supplierId, file: { name: 'priser.csv', mimeType: 'text/csv', buffer: Buffer.from(priceForm) } },
  });
  await made(`agreements/${id}/price-drafts/${draft.id}/publish`, { data: {} });
  await made(`agreements/${id}/terms`, { data: { document: termsOf(wanted) } });
  const obligations = async () =>
    ((await (await page.request.get(`/api/v1/obligations?agreementId=${id}`)).json()) as unknown[]).length;
  await expect.poll(obligations, { timeout: 30_000 }).toBe(2);
  expect(items.length).toBeGreaterThan(20);
  return { id, title };
}

/**
 * A clerk who reports, with counted actions and answers. A click, a choice, a text and a dropped file are one action
 * each.
 */
export class Clerk {
  actions = 0;
  answers = 0;
  readonly said: string[] = [];

  constructor(readonly page: Page) {}

  async openReport(title: string, month: RegExp): Promise<void> {
    await this.page.goto('/reports');
    await openObligation(this.page, title, month);
  }

  async drop(name: string, buffer: Buffer): Promise<void> {
    this.actions += 1;
    await this.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await this.checked();
  }

  /** Waits until the file is checked and nothing is being read. */
  async checked(): Promise<void> {
    await expect(this.page.getByText(/\d+ stopp · /).first()).toBeVisible();
    await expect(this.page.getByRole('progressbar')).toHaveCount(0);
  }

  async press(button: Locator): Promise<void> {
    this.actions += 1;
    await button.click();
  }

  /** Answers a question, and records its subject. */
  async answer(button: Locator, about: string): Promise<void> {
    this.answers += 1;
    this.said.push(about);
    await this.press(button);
    await this.checked();
  }

  async choose(select: Locator, option: string | RegExp): Promise<void> {
    this.actions += 1;
    const label =
      typeof option === 'string'
        ? option
        : ((await select.locator('option').allTextContents()).find((text) => option.test(text)) ?? '');
    await select.selectOption({ label: label.trim() });
  }

  async explain(article: Locator, reason: string, about: string): Promise<void> {
    await this.press(article.getByRole('button', { name: /^(Svar likt på alle|Dette er ikke en feil)/ }).first());
    this.actions += 1;
    await this.page.getByLabel('Hvorfor stemmer det?').fill(reason);
    await this.answer(this.page.getByRole('button', { name: 'Lagre svaret' }), about);
  }

  /** Returns the current questions, as displayed. */
  async questions(): Promise<string[]> {
    const articles = this.page.locator('tg-check-step .part > tg-finding-kind:not(details *) article');
    return (await articles.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
  }

  /** Returns the customers that the page asks about. */
  async customers(): Promise<string[]> {
    return this.page.locator('.asked li .name').allInnerTexts();
  }

  /** Submits the report, without the rows held back, if any. Returns the number on the receipt. */
  async send(): Promise<string> {
    const leaveOut = this.page.getByRole('checkbox', { name: /^Send inn uten/ });
    if (await leaveOut.isVisible()) {
      this.actions += 1;
      await leaveOut.check();
    }
    await this.press(this.page.getByRole('button', { name: /^Send inn [\d\s]+ linjer/ }));
    const receipt = this.page.getByRole('heading', { level: 1, name: /^Kvittering R-2026-\d{5}/ });
    await expect(receipt).toBeVisible();
    return (await receipt.innerText()).replace('Kvittering ', '');
  }
}
