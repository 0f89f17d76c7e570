import { expect, test } from '@playwright/test';
import { looksRight } from './open-page.ts';
import { goTo, signIn } from './sign-in.ts';
import { chargedAboveAgreed, suppliers } from './truth.ts';

const kroner = (text: string) => Number(/([\d\s]+),(\d\d)\s*kr/.exec(text)?.slice(1).join('').replace(/\s/g, ''));

test('a contract manager reads what each supplier charged above the agreed price, to the øre', async ({ page }) => {
  await signIn(page, 'tor-egil');
  await goTo(page, 'Prisavvik');
  const reported = page.locator('tbody tr').filter({ hasText: 'Rapportert' });
  await expect(reported.first()).toBeVisible();
  await looksRight(page);
  const expected = suppliers.map(({ key, name }) => ({ name, ...chargedAboveAgreed(key) }));
  expect(expected.every(({ lines, amount }) => lines > 0 && amount > 0)).toBe(true);
  for (const { name, lines, amount } of expected) {
    const row = reported.filter({ hasText: name });
    await expect(row, name).toHaveCount(1);
    const cells = await row.locator('th, td').allTextContents();
    // The amount and number of open lines, and all that was above the agreed price.
    expect(kroner(cells[3] ?? ''), `${name}, open`).toBe(Math.round(amount));
    expect(Number((cells[4] ?? '').replace(/\s/g, '')), `${name}, lines`).toBe(lines);
    expect(kroner(cells[5] ?? ''), `${name}, above the agreed price`).toBe(Math.round(amount));
  }

  const [largest] = expected.toSorted((one, other) => other.amount - one.amount);
  await reported.filter({ hasText: largest!.name }).getByRole('link', { name: largest!.name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(largest!.name);
  await looksRight(page);
});
