import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';

export interface OwnAgreement {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly supplier: string;
}

interface Party {
  readonly id: string;
  readonly kind: 'supplier' | 'buyer';
  readonly name: string;
}

const usualSupplier = 'Blyant & Bind AS';
/** Builds a column of a report. */
export const field = (name: string, title: string, type = 'string', required = true) => ({
  name,
  type,
  title,
  constraints: { required },
});

/** Builds the terms of a report with the given columns: monthly, due after ten working days. */
export const monthlyTerms = (fields: readonly object[]) => ({
  title: 'Månedlig leveranserapport',
  frequency: 'month',
  due: { kind: 'working-days', days: 10 },
  basis: 'delivered',
  vat: 'excluded',
  currency: 'NOK',
  scope: 'all-goods',
  nilReport: 'allowed',
  tables: [{ name: 'lines', fields }],
});

/** Columns that the agreement asks for beside the usual ones, and what the supplier promised in its tender. */
interface MoreTerms {
  readonly fields?: readonly object[];
  readonly promises?: readonly object[];
}

/** Terms of the suppliers' reports under the agreement. */
const terms = ({ fields = [], promises }: MoreTerms) => ({
  ...monthlyTerms([...usualFields, ...fields]),
  ...(promises && { promises }),
});
const usualFields = [
  field('itemNumber', 'Varenummer'),
  field('itemName', 'Varenavn'),
  field('buyer', 'Kunde'),
  field('quantity', 'Antall', 'number'),
  field('unit', 'Enhet'),
  field('unitPrice', 'Pris', 'number'),
  field('amount', 'Beløp', 'number'),
  field('deliveredOn', 'Levert dato', 'date'),
];

async function post<T>(page: Page, place: string, data: object): Promise<T> {
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  const answer = await page.request.post(`/api/v1/${place}`, { data, headers: { 'x-csrf-token': csrfToken } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as T;
}

/** Creates branches of the supplier, unless another journey has already done so. */
async function withBranches(page: Page, supplierId: string, branches: Readonly<Record<string, string>>): Promise<void> {
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  for (const [name, orgNumber] of Object.entries(branches))
    await page.request.post(`/api/v1/parties/${supplierId}/related-entities`, {
      data: { kind: 'branch', name, orgNumber },
      headers: { 'x-csrf-token': csrfToken },
    });
}

/**
 * Creates a new agreement with one obligation for July 2026, used by no other journey; with branches, one per branch.
 * Leaves its contract manager signed in.
 */
export async function ownAgreement(
  page: Page,
  branches: Readonly<Record<string, string>> = {},
  supplier = usualSupplier,
  more: MoreTerms = {},
): Promise<OwnAgreement> {
  const number = `J-${Date.now()}`;
  const title = `Papir og perm ${number}`;
  await signIn(page, 'tor-egil');
  const parties = (await (await page.request.get('/api/v1/parties/assignable')).json()) as Party[];
  const suppliers = parties.filter(({ name }) => name === supplier).map(({ id }) => ({ supplierId: id }));
  const buyers = parties.filter(({ kind }) => kind === 'buyer').map(({ id }) => ({ buyerId: id }));
  const count = Object.keys(branches).length;
  await withBranches(page, suppliers[0]?.supplierId ?? '', branches);
  const { id } = await post<{ id: string }>(page, 'agreements', {
    number,
    title,
    startsOn: '2026-07-01',
    endsOn: '2026-07-31',
    suppliers,
    buyers,
  });
  await post(page, `agreements/${id}/terms`, {
    document: { ...terms(more), ...(count > 0 && { partsOf: 'branch' }) },
  });
  const obligations = async () =>
    ((await (await page.request.get(`/api/v1/obligations?agreementId=${id}`)).json()) as unknown[]).length;
  await expect.poll(obligations, { timeout: 30_000 }).toBe(Math.max(1, count));
  return { id, number, title, supplier };
}

/** Creates a supplier without users by importing a register of agreements. Returns its name. */
export async function supplierWithoutUsers(page: Page): Promise<string> {
  const key = randomUUID().slice(0, 8);
  const name = `${key} Kontorrekvisita AS`;
  const register = `Saksnr;Avtale;Startdato;Sluttdato;Leverandør;Org.nr;Deltakere\nR-${key};Rekvisita ${key};01.01.2026;31.12.2027;${name};;Kongsvinger kommune\n`;
  await signIn(page, 'tor-egil');
  await page.goto('/agreements/import');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'avtaler.csv', mimeType: 'text/csv', buffer: Buffer.from(register) });
  const answerAll = page.getByRole('button', { name: /^Svar som foreslått/ });
  const create = page.getByRole('button', { name: /^Opprett / });
  await expect(answerAll.or(create).first()).toBeVisible();
  if (await answerAll.isVisible()) await answerAll.click();
  await create.click();
  await expect(page.getByRole('heading', { name: 'Avtalene er importert' })).toBeVisible();
  return name;
}

/** A report for this agreement, as a supplier's own system would write it. */
export const ownReport = `Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Levert dato
0099001;Ringperm A4 rygg 60 mm;Kongsvinger kommune;12;stk;25,00;300,00;06.07.2026
0099002;Kladdebok A5 linjert;Kongsvinger kommune;40;stk;12,50;500,00;08.07.2026
0099002;Kladdebok A5 linjert;Grue kommune;10;stk;12,50;125,00;14.07.2026
`;

/** Opens the report of an agreement for a month, from the card or row that the supplier is shown of it. */
export async function openObligation(page: Page, title: string, month = /juli 2026/i): Promise<void> {
  const link = page.getByRole('link', { name: month });
  await page
    .getByRole('article')
    .filter({ hasText: title })
    .locator(link)
    .or(page.getByRole('row').filter({ hasText: title }).locator(link))
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: month })).toBeVisible();
}
