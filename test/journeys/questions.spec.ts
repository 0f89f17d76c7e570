import { expect, test, type Locator, type Page } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';
import * as truth from './truth.ts';

/**
 * User questions, answered on the screen and compared with the truth of the demo world. Where the two may differ,
 * because the truth cannot be known, the test states by how much. The periods are not changed by other journeys.
 */

const year2025 = { from: '2025-01', to: '2025-12' };
const nameOf = (municipality: string) =>
  truth.municipalities.find(({ municipalityNumber }) => municipalityNumber === municipality)?.name ?? '';
const kongsvinger = '3401';
const eidskog = '3416';
const valer = '3419';

/** Parses a Norwegian number: spaces between thousands, decimal comma. */
const numberIn = (text: string | null | undefined): number =>
  Number(
    (text ?? '')
      .replaceAll(/[\s\u00a0\u202f]/g, '')
      .replace(/[^\d,−-].*$/, '')
      .replace('−', '-')
      .replace(',', '.'),
  );
/** Returns the numbers before "kr" in a sentence. */
const kronerIn = (text: string | null): number[] =>
  [...(text ?? '').matchAll(/(\d[\d\s\u00a0\u202f]*)[\s\u00a0]kr/g)].map(([, digits]) => numberIn(digits));
const kroner = (ore: number) => Math.round(ore / 100);
/** Rounds to three significant figures, as tonnes are displayed. */
const threeDigits = (value: number) => Number(value.toPrecision(3));

/** Returns the rows of a table as texts, once it has any: row heading and cells. */
async function rowsOf(table: Locator): Promise<string[][]> {
  const rows = table.locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((each) =>
    each.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim())),
  );
}

async function openBought(page: Page, period: string, municipality?: string, supplier?: string): Promise<void> {
  await page.goto(`/purchases?period=${period}`);
  if (municipality) await page.getByLabel('Kommune').selectOption({ label: municipality });
  if (supplier) await page.getByLabel('Leverandør').selectOption({ label: supplier });
  await expect(page.locator('.figures')).toContainText(supplier ?? municipality ?? 'alle');
}

/** Shows a chart as a table and returns its rows. */
async function tableOf(chart: Locator): Promise<string[][]> {
  const act = chart.getByRole('button', { name: /^(Vis|Se) som tabell/ });
  await act.click();
  return rowsOf(chart.getByRole('table'));
}

test.beforeEach(async ({ page }) => {
  await signIn(page, 'ingrid');
});

test('how much of what we buy do we know the item of? @both', async ({ page }) => {
  await openBought(page, '2025');
  const item = page.locator('tg-coverage-bar li').filter({ hasText: 'Vare fra avtalen' });
  const told = numberIn(await item.locator('.figure').textContent());
  const { least, most } = truth.knownByItem({ months: year2025 });
  // An item is known if an accepted report names it and a ledger contains it. Rows with errors in the report may remain
  // unknown, so the figure lies between the two limits.
  expect(told).toBeGreaterThanOrEqual(kroner(least));
  expect(told).toBeLessThanOrEqual(kroner(most));
  await looksRight(page);

  // Each municipality's share in the comparison of municipalities.
  await page.goto('/municipalities?period=2025&measure=spend&per=total&accounts=all');
  const rows = await tableOf(page.locator('tg-bar-chart'));
  for (const { name, municipalityNumber: municipality } of truth.municipalities) {
    const share = numberIn(rows.find(([label]) => label === name)?.[2]);
    const [known, bought] = [
      truth.knownByItem({ months: year2025, municipality }),
      truth.purchases({ months: year2025, municipality }),
    ];
    // The page shows tenths of a per cent.
    expect(share, name).toBeGreaterThanOrEqual((100 * known.least) / bought - 0.05);
    expect(share, name).toBeLessThanOrEqual((100 * known.most) / bought + 0.05);
  }
});

test('did it fall or rise since last year?', async ({ page }) => {
  await openBought(page, '2026-Q1', nameOf(kongsvinger));
  const comparison = page.locator('tg-change-summary');
  // Investment is irregular, so a change is measured on the operating accounts.
  const [before, after] = [
    truth.operating({ months: { from: '2025-01', to: '2025-03' }, municipality: kongsvinger }),
    truth.operating({ months: { from: '2026-01', to: '2026-03' }, municipality: kongsvinger }),
  ];
  await expect(comparison).toContainText(after > before ? /Innkjøpene er .* høyere/ : /Innkjøpene er .* lavere/);
  const sentence = comparison.getByText(/^\s*Innkjøpene er/);
  expect(kronerIn(await sentence.textContent())).toEqual([kroner(before), kroner(after)]);

  // The truth has the emissions of a supplier's deliveries: a change reported as certain must not have the opposite
  // direction.
  const [first, then] = [
    { from: '2025-01', to: '2025-03' },
    { from: '2026-01', to: '2026-03' },
  ];
  const finnskog = truth.suppliers.find(({ key }) => key === 'finnskog')!;
  const certain: string[] = [];
  for (const { name, municipalityNumber: municipality } of truth.municipalities.filter(
    (each) => each.municipalityNumber !== valer,
  )) {
    await page.goto('/purchases?period=2026-Q1&by=delivery');
    await page.getByLabel('Kommune').selectOption({ label: name });
    await page.getByLabel('Leverandør').selectOption({ label: finnskog.name });
    await expect(page.locator('.figures')).toContainText(`${name}, fra ${finnskog.name}`);
    const verdict = comparison.getByRole('status').locator('strong');
    await expect(verdict).toContainText(/etter levering/);
    await expect(comparison).toContainText('Sammenlignet: januar 2025 til mars 2025 med januar 2026 til mars 2026.');
    const text = (await verdict.textContent()) ?? '';
    const change =
      truth.tonnesDelivered(municipality, finnskog.key, then) -
      truth.tonnesDelivered(municipality, finnskog.key, first);
    if (text.startsWith('Sikker nedgang')) expect(change, name).toBeLessThan(0);
    else if (text.startsWith('Sikker økning')) expect(change, name).toBeGreaterThan(0);
    // Where the direction is uncertain, the page states the reason.
    else expect(text, name).toMatch(/^Ingen sikker endring.*når beløp uten tall tas med/);
    if (text.startsWith('Sikker')) certain.push(name);
  }
  expect(certain.length).toBeGreaterThan(0);
  await looksRight(page);
  await takePicture(page, 'questions-change');

  // For a quarter with an incomplete ledger, the page shows no comparison and states why.
  expect(truth.lastLedgerMonth(valer)).toBe('2026-03');
  await openBought(page, '2026-Q2', nameOf(valer));
  await expect(comparison).toContainText('Kan ikke sammenlignes');
  await expect(comparison).toContainText(`${nameOf(valer)}: ikke komplett for april 2026 til juni 2026.`);
  await expect(comparison).not.toContainText(/Sikker|Innkjøpene er/);
});

test('may two municipalities be compared?', async ({ page }) => {
  await page.goto('/municipalities?period=2025&measure=spend&per=total&accounts=all');
  const chart = page.locator('tg-bar-chart');
  await expect(chart).not.toContainText('kan ikke sammenlignes');
  const told = new Map((await tableOf(chart)).map(([label, figure]) => [label, figure ?? '']));
  for (const { name, municipalityNumber: municipality } of truth.municipalities)
    expect(kronerIn(told.get(name) ?? ''), name).toEqual([kroner(truth.purchases({ months: year2025, municipality }))]);
  await looksRight(page);

  // Late vouchers may still arrive for the last month of a ledger. A municipality without a later month is not
  // compared, and the month is named.
  await page.goto('/municipalities?period=2026-Q1&measure=spend&per=total&accounts=all');
  await expect(chart).toContainText('kan ikke sammenlignes');
  const quarter = new Map((await tableOf(chart)).map(([label, figure]) => [label, figure ?? '']));
  for (const { name, municipalityNumber: municipality } of truth.municipalities) {
    const [figure, last] = [quarter.get(name) ?? '', truth.lastLedgerMonth(municipality) ?? ''];
    expect(kronerIn(figure), name).toEqual([
      kroner(truth.purchases({ months: { from: '2026-01', to: '2026-03' }, municipality })),
    ]);
    if (last > '2026-03') expect(figure, name).not.toContain('kan ikke sammenlignes');
    else expect(figure, name).toContain('kan ikke sammenlignes: regnskapet er ikke komplett for mars 2026');
  }
});

/** Searches for an item in Kongsvinger's purchases in 2025. Returns its row in the list of items. */
async function searchItem(page: Page, number: string, supplier: string): Promise<Locator> {
  const filters = page.locator('details.filters');
  if ((await filters.getAttribute('open')) === null) await filters.locator('summary').click();
  await page.getByRole('search', { name: 'Filter' }).getByRole('searchbox').fill(number);
  await page.getByRole('search', { name: 'Filter' }).getByRole('button', { name: 'Søk' }).click();
  await expect(page).toHaveURL(new RegExp(`text=${number}`));
  const row = page.locator('tg-items-table tbody tr').filter({ hasText: number }).filter({ hasText: supplier });
  await expect(row).toHaveCount(1);
  return row;
}

/** The items with the largest amounts that Kongsvinger bought from each supplier in 2025. */
const dearest = truth.suppliers.flatMap(({ key, name }) =>
  truth
    .itemsBought({ months: year2025, municipality: kongsvinger, supplier: key })
    .slice(0, 4)
    .map((item) => ({ ...item, supplierName: name })),
);

async function openCombined(page: Page): Promise<void> {
  await goTo(page, 'Samlet tabell');
  await page.goto('/combined?from=2025-01&to=2025-12');
  const filters = page.locator('details.filters');
  if ((await filters.getAttribute('open')) === null) await filters.locator('summary').click();
  await page
    .getByRole('search', { name: 'Filter' })
    .getByLabel('Kommune')
    .selectOption({ label: nameOf(kongsvinger) });
  await expect(page).toHaveURL(/buyer=/);
}

test('what did we buy of an item? @both', async ({ page }) => {
  await openCombined(page);
  for (const { number, supplierName, quantity, amount, unsure, prices } of dearest) {
    const row = await searchItem(page, number, supplierName);
    const cells = await row.locator('td, th').allTextContents();
    const [own = '', ...others] = (cells[2] ?? '').split(' + ');
    // Reported but not matched: it has a separate column, and its quantity is not part of the purchases.
    const missing = amount / 100 - numberIn(cells[3]);
    const [most, least] = [quantity - (missing * 100) / prices.most, quantity - (missing * 100) / prices.least];
    const told = numberIn(own);
    // A reported unit that cannot be converted to the item's own unit is shown separately. It comes from rows with
    // errors in the report.
    expect(told, number).toBeGreaterThanOrEqual(
      Math.round((least - (others.length > 0 ? unsure : 0)) * 1000 - 1) / 1000,
    );
    expect(told, number).toBeLessThanOrEqual(Math.round(most * 1000 + 1) / 1000);
  }
  await looksRight(page);
  await takePicture(page, 'questions-item');
});

test('for how much did we buy it?', async ({ page }) => {
  await openCombined(page);
  let exact = 0;
  for (const { number, supplierName, amount } of dearest) {
    const cells = await (await searchItem(page, number, supplierName)).locator('td, th').allTextContents();
    const [told, reportedOnly] = [numberIn(cells[3]), numberIn(cells[5])];
    // The truth lies between the matched amount alone and the sum of matched and unmatched reported amounts.
    expect(told, number).toBeLessThanOrEqual(amount / 100);
    expect(told + reportedOnly, number).toBeGreaterThanOrEqual(amount / 100);
    if (told === amount / 100) exact += 1;
  }
  // Exact to the øre for at least three of four: two thirds of the items come from suppliers whose reports name each
  // invoice.
  expect(exact).toBeGreaterThanOrEqual(0.75 * dearest.length);
});

test('what does it weigh, and how sure is that?', async ({ page }) => {
  await openCombined(page);
  const food = dearest.filter(({ supplier }) => supplier === 'finnskog' || supplier === 'solglott');
  for (const { number, supplierName, tonnesPerUnit, isPublished } of food) {
    const cells = await (await searchItem(page, number, supplierName)).locator('td, th').allTextContents();
    const [quantity, tonnes, note = ''] = [numberIn(cells[2]), numberIn(cells[4]), cells[6]];
    // The physical factor uses the quantity. The world's footprint is that of the published factor, so they agree to
    // the last displayed digit.
    if (isPublished) expect(tonnes, number).toBe(threeDigits(quantity * tonnesPerUnit));
    // Items without a factor have no footprint by quantity, and the page states so.
    else expect(note, number).toMatch(/uten utslippstall|anslått fra beløp/);
  }
});

/**
 * Agreements of suppliers with no other agreement. Another journey gives Blyant & Bind a second one, so its unreported
 * lines can no longer be assigned.
 */
const [food, ict] = [
  { number: 'RIIK-24-107', title: /Mat- og drikkevarer/ },
  { number: 'RIIK-24-130', title: /IKT-utstyr/ },
];

/** Opens the use of an agreement. */
async function openUse(page: Page, title: RegExp): Promise<void> {
  await goTo(page, 'Avtaler');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('navigation', { name: 'Deler av avtalen' }).getByRole('link', { name: 'Forbruk' }).click();
  await expect(page.locator('tg-consumption-chart')).toBeVisible();
}

test('how much have we bought under an agreement?', async ({ page }) => {
  for (const { number, title } of [food, ict]) {
    await openUse(page, title);
    const rows = await tableOf(page.locator('tg-consumption-chart'));
    const december = rows.find(([label]) => label?.startsWith('desember 2025')) ?? [];
    // Exact to the krone: reported amounts, including duplicates and fees, and booked amounts. Neither corrects the
    // other.
    expect(numberIn(december[2]), `${number} reported`).toBe(kroner(truth.reportedUnder(number, '2025')));
    expect(numberIn(december[4]), `${number} booked`).toBe(kroner(truth.bookedUnder(number, year2025)));
  }
});

test('how much of the maximum value is used, and when is it used up?', async ({ page }) => {
  const { number, title } = ict;
  const maximum = 38_500_000;
  await openUse(page, title);
  const used = page.locator('.figures > div').filter({ hasText: 'av maksimalverdien' });
  const [told = 0, of] = kronerIn((await used.locator('.large').textContent())!);
  expect(of).toBe(maximum);
  // Exact to the krone up to June, by month. Another journey imports a ledger for July, so its total is compared with
  // the chart instead.
  const months = await tableOf(page.locator('tg-consumption-chart'));
  const june = months.find(([label]) => label?.startsWith('juni 2026')) ?? [];
  expect(numberIn(june[4])).toBe(kroner(truth.bookedUnder(number, { from: '2025-01', to: '2026-06' })));
  expect(told).toBe(numberIn(months.at(-1)?.[4]));
  // The true call-off is larger, by postings not yet booked and the missing ledger.
  const calledOff = truth.calledOff(number);
  expect(told).toBeLessThanOrEqual(kroner(calledOff.at(-1)!.amount));
  await expect(used).toContainText(
    `${((told / maximum) * 100).toLocaleString('nb-NO', { maximumFractionDigits: 1 })}\u00a0% av maksimalverdien`,
  );

  // The true month of exhaustion lies within the displayed range. The page knows nothing about months without a ledger,
  // so its earliest answer is the world's current day.
  const when = page.locator('.figures > div').filter({ hasText: 'Når er rammen brukt opp?' });
  const truly = calledOff.find(({ amount }) => amount / 100 >= maximum)!.month;
  const [earliest = '', latest = earliest] = monthsIn((await when.locator('.large').textContent()) ?? '');
  expect(earliest >= truth.today).toBe(true);
  expect(
    truly <= latest && (truly >= earliest || truly < truth.today),
    `${truly} within ${earliest} to ${latest}`,
  ).toBe(true);
  // Call-offs before the first ledger have not been stated, and the page says that they are unknown.
  await expect(when).toContainText('Det er ikke kjent hva som ble avropt før januar 2025');
  await looksRight(page);
});

const MONTHS = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
/** Returns the months named in a text. */
const monthsIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(`(${MONTHS.join('|')}) (\\d{4})`, 'g'))].map(
    ([, name = '', year]) => `${year}-${String(MONTHS.indexOf(name) + 1).padStart(2, '0')}`,
  );

test('does it agree with the ledger, in total and for each period?', async ({ page }) => {
  for (const [municipality, period, months] of [
    [kongsvinger, '2025', year2025],
    [kongsvinger, '2025-Q3', { from: '2025-07', to: '2025-09' }],
    [eidskog, '2025-Q4', { from: '2025-10', to: '2025-12' }],
    [eidskog, '2026-Q1', { from: '2026-01', to: '2026-03' }],
  ] as const) {
    await openBought(page, period, nameOf(municipality));
    const panel = page.locator('.figures > div').first();
    await expect(panel).toContainText(`${nameOf(municipality)}, `);
    expect(kronerIn(await panel.locator('.large').textContent())[0], `${municipality} ${period}`).toBe(
      kroner(truth.purchases({ months, municipality })),
    );
  }
  // The person who keeps the ledger enters its own balances, and the page reports that they agree.
  await page.goto('/spend/reconciliation');
  await page
    .getByRole('search', { name: 'Velg regnskap' })
    .getByLabel('Kommune')
    .selectOption({ label: nameOf(eidskog) });
  await page.getByRole('search', { name: 'Velg regnskap' }).getByLabel('År').selectOption('2025');
  await expect(
    page.getByRole('heading', { level: 2, name: `Mot regnskapets egne summer: ${nameOf(eidskog)}, 2025` }),
  ).toBeVisible();
  await page.locator('summary').getByText('Legg inn en saldobalanse').click();
  const balances = [
    ...Map.groupBy(
      truth.ledgers.filter((row) => row.municipality === eidskog && row.month.startsWith('2025')),
      ({ account }) => account,
    ),
  ].map(
    ([account, rows]) =>
      `${account};${(rows.reduce((sum, { amount }) => sum + amount, 0) / 100).toFixed(2).replace('.', ',')}`,
  );
  await page.getByLabel('Hvor er summene fra?').fill('Saldobalanse fra økonomisystemet');
  await page.getByLabel(/^Linjer, for eksempel/).fill(balances.join('\n'));
  await page.getByRole('button', { name: /^Legg inn \d+ summer/ }).click();
  await expect(page.getByText(`${balances.length} summer er lagt inn.`)).toBeVisible();
  await expect(page.getByText(/^\s*Alle \d+ summer stemmer: differansen er 0\.\s*$/)).toBeVisible();
});

test('does it agree with the ledger, account by account?', async ({ page }) => {
  await page.goto('/spend/reconciliation');
  await page
    .getByRole('search', { name: 'Velg regnskap' })
    .getByLabel('Kommune')
    .selectOption({ label: nameOf(kongsvinger) });
  await page.getByRole('search', { name: 'Velg regnskap' }).getByLabel('År').selectOption('2025');
  const heading = `Konto for konto: ${nameOf(kongsvinger)}, 2025`;
  await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
  const rows = await rowsOf(page.getByRole('table', { name: heading }));
  const told = new Map(
    rows.map(([account = '', month = '', count, read]) => [
      `${account.split(' ')[0]} ${monthsIn(month)[0]}`,
      { rows: numberIn(count), amount: Math.round(numberIn(read) * 100) },
    ]),
  );
  // The account is the one the clerk chose. Only the clerk knows the correct one, so the truth's correct account is not
  // used here.
  expect([...told].sort()).toEqual([...accountMonths(kongsvinger, '2025')].sort());
});

/** Returns rows and sums of a ledger by account and month: '115 2025-03'. */
function accountMonths(municipality: string, year: string): Map<string, { rows: number; amount: number }> {
  const sums = new Map<string, { rows: number; amount: number }>();
  for (const { account, month, amount } of truth.ledgers.filter(
    (row) => row.municipality === municipality && row.month.startsWith(year),
  )) {
    const { rows, amount: before } = sums.get(`${account} ${month}`) ?? { rows: 0, amount: 0 };
    sums.set(`${account} ${month}`, { rows: rows + 1, amount: before + amount });
  }
  return sums;
}
