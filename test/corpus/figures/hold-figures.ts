import { ask, differences, type Asking } from './asking.ts';
import { holdAgreements } from './hold-agreements.ts';
import { holdExports } from './hold-exports.ts';
import { holdLedgers } from './hold-ledgers.ts';
import { holdMunicipalities } from './hold-municipalities.ts';
import { holdPeriods } from './hold-periods.ts';
import { holdPurchases } from './hold-purchases.ts';
import { decimal, micro, total } from './micro.ts';

interface Coverage {
  readonly agreementPurchases: string;
  readonly linked: string;
  readonly parts: readonly { readonly amount: string }[];
}

/**
 * Compares every figure of a world, on every page, file and command, with the independent calculation from raw rows.
 */
export function holdFigures(asking: () => Asking): void {
  holdPurchases(asking);
  holdAgreements(asking);
  holdPeriods(asking);
  holdMunicipalities(asking);
  holdLedgers(asking);

  it('says how much of what is booked the reports tell, and the parts add up to it', async () => {
    const at = asking();
    const told = await ask<Coverage>(at, '/matching/coverage');
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

  holdExports(asking);
}
