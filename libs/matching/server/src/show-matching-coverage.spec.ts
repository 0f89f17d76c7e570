import { agreements } from '@tallgrunn/agreements-server';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { spend } from '@tallgrunn/spend-server';
import { matching } from './room.ts';
import { ShowMatchingCoverage } from './show-matching-coverage.ts';

it('limits coverage per month before summing, also in a month of credit notes', async () => {
  const stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  try {
    const parties = await setUpParties(stand);
    const [supplier, buyer] = [parties.suppliers[0]!.organisationId, parties.buyers[0]!.organisationId];
    const cell = (
      month: string,
      state: string,
      amount: number,
      linked: number,
      cause: string | null = null,
      side: 'booked' | 'reported' = 'booked',
    ) =>
      stand.asOwner(
        `insert into matching.matching_total (cooperative_id, side, supplier_id, buyer_id, month, state, lines, amount, linked, cause) values ($1, $9, $2, $3, $4, $5, 1, $6, $7, $8)`,
        [parties.system.cooperativeId, supplier, buyer, month, state, amount, linked, cause, side],
      );
    await cell('2026-01', 'matched', 100, 100);
    await cell('2026-02', 'matched', -40, -40);
    await cell('2026-03', 'matched', 50, 70);
    await cell('2026-04', 'booked-not-reported', 30, 0);
    await cell('2026-05', 'booked-not-reported', -5, 0);
    await cell('2026-06', 'matched', 80, 100, 'vat');
    await cell('2026-06', 'booked-not-reported', 40, 0, 'timing');
    await cell('2026-07', 'matched', 90, 60, 'amount-differs');
    const seen = await stand
      .get(UnitOfWork)
      .run({ ...parties.system }, () => stand.get(ShowMatchingCoverage).run({ supplierId: null, buyerId: null }));
    expect([seen.agreementPurchases, seen.linked, seen.over].map(Number)).toEqual([345, 270, 20]);
    expect(seen.rows.map(({ booked, linked }) => [Number(booked), Number(linked)])).toEqual([[345, 270]]);
    // The linked amount is the covered amount; differences on linked lines are under their cause. Everything adds up to
    // the booked amount.
    expect(seen.parts.map(({ cause, amount }) => [cause, Number(amount)])).toEqual([
      ['matched', 270],
      ['timing', 40],
      ['amount-differs', 30],
      ['none', 25],
      ['vat', -20],
    ]);
    expect(seen.parts.reduce((all, { amount }) => all + Number(amount), 0)).toBe(345);

    // Of NOK 30 - 5 booked without a cause, NOK 18 are reported in the same quarter without a link: they count as
    // reported. The quarter before has nothing to explain.
    await cell('2026-06', 'reported-not-booked', 18, 0, null, 'reported');
    await cell('2026-02', 'reported-not-booked', 500, 0, null, 'reported');
    await cell('2026-05', 'reported-not-booked', 900, 0, 'freight-fees', 'reported');
    const balanced = await stand
      .get(UnitOfWork)
      .run({ ...parties.system }, () => stand.get(ShowMatchingCoverage).run({ supplierId: null, buyerId: null }));
    expect(balanced.parts.map(({ cause, amount }) => [cause, Number(amount)])).toEqual([
      ['matched', 270],
      ['timing', 40],
      ['amount-differs', 30],
      ['vat', -20],
      ['not-tied', 18],
      ['none', 7],
    ]);
    expect([balanced.notTied, ...balanced.rows.map(({ notTied }) => notTied)].map(Number)).toEqual([18, 18]);
    const may = await stand
      .get(UnitOfWork)
      .run({ ...parties.system }, () =>
        stand.get(ShowMatchingCoverage).run({ supplierId: null, buyerId: null, from: '2026-04', to: '2026-04' }),
      );
    expect([may.notTied, may.agreementPurchases].map(Number)).toEqual([0, 30]);
  } finally {
    await stand.close();
  }
});
