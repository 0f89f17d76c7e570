import { fetchFigures, differences, type FigureSource } from './asking.ts';
import { verifyAgreements } from './assert-agreements.ts';
import { verifyExports } from './assert-exports.ts';
import { verifyLedgers } from './assert-ledgers.ts';
import { verifyMunicipalities } from './assert-municipalities.ts';
import { verifyPeriods } from './assert-periods.ts';
import { verifyPurchases } from './assert-purchases.ts';
import { decimal, micro, total } from './micro.ts';

interface Coverage {
  readonly agreementPurchases: string;
  readonly linked: string;
  readonly parts: readonly { readonly amount: string }[];
}

/**
 * Compares every figure of a world, on every page, file and command, with the independent calculation from raw rows.
 */
export function verifyFigures(source: () => FigureSource): void {
  verifyPurchases(source);
  verifyAgreements(source);
  verifyPeriods(source);
  verifyMunicipalities(source);
  verifyLedgers(source);

  it('says how much of what is booked the reports tell, and the parts add up to it', async () => {
    const at = source();
    const told = await fetchFigures<Coverage>(at, '/matching/coverage');
    const { agreementPurchases, linked } = at.reckoned.coverage();
    const parts = decimal(total(told.parts.map(({ amount }) => micro(amount))));
    expect(
      differences([
        ['booked on agreement suppliers', told.agreementPurchases, agreementPurchases],
        ['told by reports', told.linked, linked],
        ['the parts together', parts, agreementPurchases],
      ]),
    ).toEqual([]);
  });

  verifyExports(source);
}
