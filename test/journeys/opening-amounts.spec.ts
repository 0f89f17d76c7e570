import { expect, test } from '@playwright/test';
import { goTo, signIn } from './sign-in.ts';

/** Open the form, amount, source, date and save. The first month is filled in. */
const ACTIONS_MAX = 5;

test('a contract manager states what was called off before the ledgers begin, and it counts to the krone', async ({
  page,
}) => {
  await signIn(page, 'tor-egil');
  await goTo(page, 'Avtaler');
  await page
    .getByRole('link', { name: /Kontorrekvisita og skolemateriell/ })
    .first()
    .click();
  await page.getByRole('navigation', { name: 'Deler av avtalen' }).getByRole('link', { name: 'Forbruk' }).click();
  const used = page.locator('.figures > div').first().locator('.large');
  const usedKroner = async () => Number((await used.textContent())!.split('kr')[0]!.replace(/\D/g, ''));
  await expect(used).toBeVisible();
  const section = page.locator('tg-opening-amounts');
  const stated = async () =>
    Number(
      /([\d\s]+)(?:,\d\d)?\s*kr/
        .exec((await section.locator('tbody').getByRole('cell').nth(2).textContent()) ?? '')?.[1]
        ?.replace(/\s/g, '') ?? 0,
    );
  const [before, already] = [await usedKroner(), await stated()];
  const amount = already + 1_500_000;
  let actions = 0;
  const act = async (work: Promise<unknown>) => {
    actions += 1;
    await work;
  };
  await act(section.locator('summary').click());
  await expect(section.locator('#opening-month')).not.toHaveValue('');
  await act(section.getByLabel(/^Blyant & Bind AS/).fill(String(amount)));
  await act(section.getByLabel('Kilde for beløpene').fill('Oppgave fra leverandøren'));
  await act(section.getByLabel('Dato for kilden').fill('2026-08-01'));
  await act(section.getByRole('button', { name: 'Lagre beløpene' }).click());
  await expect(section.getByText('Beløpene er lagret.')).toBeVisible();
  await expect.poll(usedKroner, 'used, with what was stated').toBe(before + 1_500_000);
  await expect(page.getByText('Det er ikke kjent hva som ble avropt før')).toHaveCount(0);
  expect(actions).toBeLessThanOrEqual(ACTIONS_MAX);
});
