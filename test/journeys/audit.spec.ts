import { expect, test, type Browser, type Page } from '@playwright/test';
import { looksRight, takePicture } from './open-page.ts';
import { acceptWithNewAccount, invitationFor } from './outbox.ts';
import { goTo, signIn } from './sign-in.ts';

/** Returns the number of the newest run, from its heading. */
async function newestRun(page: Page): Promise<number> {
  await page.goto('/emissions');
  const heading = page.getByRole('heading', { level: 2, name: /^Beregning [\d\s]+$/ }).first();
  await expect(heading).toBeVisible();
  return Number(((await heading.textContent()) ?? '').replaceAll(/\D/g, ''));
}

/** Proposes to publish the displayed run; a colleague approves it in a separate window. */
async function publish(page: Page, colleague: Page, caseNumber: string): Promise<void> {
  await page.getByText('Publiser beregningen', { exact: true }).click();
  await page.getByLabel('Saksnummer i arkivet').fill(caseNumber);
  await page.getByLabel('Hva som publiseres').fill('Alle kommunene, alle måneder.');
  await page.getByRole('button', { name: /^Foreslå å publisere beregning/ }).click();
  await expect(
    page.getByText(`Forslaget om å publisere i sak ${caseNumber} venter på at en annen godkjenner.`),
  ).toBeVisible();
  await signIn(colleague, 'tor-egil');
  await colleague.goto('/emissions');
  await colleague
    .getByRole('button', { name: new RegExp(`^Godkjenn: Publiser beregning .* i sak ${caseNumber}:`) })
    .click();
  await expect(colleague.getByText('Forslaget er godkjent og gjelder nå.')).toBeVisible();
}

const besides = (browser: Browser, page: Page, baseURL: string | undefined) =>
  browser.newPage({
    baseURL: baseURL ?? '',
    viewport: page.viewportSize(),
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });

test('a steward proposes a factor for paper, sees its effect, a colleague approves, and the bridge shows a grey step', async ({
  page,
  browser,
  baseURL,
}) => {
  const caseNumber = `26/${Date.now()}`;
  await signIn(page, 'ingrid');
  const before = await newestRun(page);
  const colleague = await besides(browser, page, baseURL);
  await publish(page, colleague, caseNumber);
  // A different factor per window width, because both run against the same server.
  const factor = 'defra25-19-506-5167-15-1';
  await page.goto(`/emission-factors/assignments?set=uk-government-2025&factor=${factor}&kind=product`);
  await page.getByLabel('For vareslaget').selectOption({ label: 'Papir' });
  await page.getByLabel('Gjelder fra').fill('2024-01-01');
  const reason = `Resirkulert er det som er avtalt. ${Date.now()}`;
  await page.getByLabel('Hvorfor?').fill(reason);
  await page.getByLabel('Hvem skal godkjenne?').selectOption({ label: 'Tor Egil Rustadmo' });
  await page.getByRole('button', { name: 'Send forslaget' }).click();
  await expect(page.getByText('Forslaget er sendt.', { exact: false })).toBeVisible();
  const mine = page.getByRole('listitem').filter({ hasText: reason });
  await mine.getByRole('button', { name: 'Vis hva det endrer' }).click();
  await expect(mine.getByText(/får et annet tall/)).toBeVisible();
  // The figure of the effect opens its lines, each with the current and the proposed calculation.
  await mine.locator('tg-preview-explanation button').first().click();
  const effect = page.getByRole('dialog');
  await expect(effect.getByRole('cell', { name: /× .* = .* kg/ }).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'effect-why');
  await effect.getByRole('button', { name: 'Lukk' }).click();

  await colleague.goto('/emission-factors/assignments');
  await colleague.getByRole('listitem').filter({ hasText: reason }).getByRole('button', { name: 'Godkjenn' }).click();
  await expect(colleague.getByText('Godkjent. Faktoren gjelder fra datoen', { exact: false })).toBeVisible();
  await colleague.close();

  await expect.poll(() => newestRun(page), { timeout: 60_000 }).toBeGreaterThan(before);
  await page.goto(`/emissions?run=${before}`);
  const bridge = page.locator('tg-bridge');
  await expect(bridge.getByRole('img', { name: /Ny faktor: [+−]/ })).toBeVisible();
  const grey = bridge.locator('svg[role=img] > rect[data-kind=grey]');
  const widths = await grey.evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('width'))));
  expect(Math.max(...widths)).toBeGreaterThan(0);
  await looksRight(page);
  await bridge.scrollIntoViewIfNeeded();
  await takePicture(page, 'bridge');
  await bridge.getByRole('button', { name: 'Vis som tabell' }).click();
  await expect(bridge.getByRole('row', { name: /Ny faktor/ })).toBeVisible();
  await looksRight(page);

  await page.goto('/emissions?fromYear=2025&toYear=2026');
  await expect(page.locator('tg-period-bridge').getByRole('img', { name: /2025, nå: / })).toBeVisible();
  await looksRight(page);
  await page.locator('tg-period-bridge').scrollIntoViewIfNeeded();
  await takePicture(page, 'year-bridge');
  // A step opens its groups, a group its lines, and a line its cells.
  await page
    .locator('tg-period-bridge tg-period-step-explanation')
    .first()
    .getByRole('button', { name: /^Hvorfor/ })
    .click();
  const step = page.getByRole('dialog');
  await expect(step.getByText(/Endrede innkjøp|Endret beregning/).first()).toBeVisible();
  await looksRight(page);
  await takePicture(page, 'year-step');
  await step
    .getByRole('button', { name: /^Linjene i / })
    .first()
    .click();
  await expect(step.getByRole('heading', { name: /^Linjene i / })).toBeVisible();
  await step.getByRole('table').last().getByRole('link').first().click();
  await expect(page.locator('tr.weighed').first()).toBeVisible();
});

test('an auditor goes from a published total to a source cell in at most four clicks', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'ingrid');
  const caseNumber = `26/${Date.now()}-rev`;
  await newestRun(page);
  const colleague = await besides(browser, page, baseURL);
  await publish(page, colleague, caseNumber);
  await colleague.close();
  const administrator = await besides(browser, page, baseURL);
  await signIn(administrator, 'wenche');
  await goTo(administrator, 'Kolleger');
  const email = `revisor.${Date.now()}@revisjon.example`;
  await administrator.getByLabel('E-postadresse').fill(email);
  await administrator.getByRole('radio', { name: /Revisor/ }).check();
  await administrator.getByRole('button', { name: 'Send invitasjon' }).click();
  await expect(administrator.getByText('Velg den siste dagen').first()).toBeVisible();
  await looksRight(administrator);
  await administrator.getByLabel('Siste dag med tilgang').fill('2026-12-20');
  await administrator.getByRole('button', { name: 'Send invitasjon' }).click();
  await expect(administrator.getByText('Invitasjonen er sendt')).toBeVisible();
  await administrator.close();

  const auditor = await besides(browser, page, baseURL);
  await auditor.goto(await invitationFor(browser, baseURL ?? '', email));
  await acceptWithNewAccount(auditor, 'Reidun Revisor');
  await expect(auditor.getByRole('heading', { level: 1, name: 'Publiserte tall' })).toBeVisible();
  await expect(
    auditor.getByText('Tilgangen din er bare for lesing og varer til og med 20. desember 2026.'),
  ).toBeVisible();
  await looksRight(auditor);
  await takePicture(auditor, 'published');

  let clicks = 0;
  const click = async (name: string | RegExp, role: 'link' | 'button') => {
    clicks += 1;
    await auditor.getByRole(role, { name }).first().click();
  };
  await click(caseNumber, 'link');
  await expect(auditor.getByText('Utslipp fra innkjøp')).toBeVisible();
  await looksRight(auditor);
  await click('Trekk stikkprøven', 'button');
  await expect(auditor.getByText(/med 25 trekk\. Startverdi/)).toBeVisible();
  await looksRight(auditor);
  await takePicture(auditor, 'sample');
  clicks += 1;
  await auditor.locator('tg-sample tg-data-table a').first().click();
  await expect(auditor.getByRole('heading', { level: 1, name: 'Linjen og grunnlaget' })).toBeVisible();
  await expect(auditor.locator('tr.weighed').first()).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(4);
  await looksRight(auditor);
  await takePicture(auditor, 'source-cell');

  await auditor.goto('/combined');
  await expect(auditor.getByText('Du har ikke tilgang til denne siden')).toBeVisible();
  await auditor.close();
});
