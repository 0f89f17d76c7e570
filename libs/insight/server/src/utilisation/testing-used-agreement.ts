import { ImportAssortment, PublishTerms } from '@tallgrunn/agreements-server';
import {
  setUpAgreement,
  spoolFile,
  testAssortment,
  testTerms,
  type TestAgreement,
} from '@tallgrunn/agreements-server/testing';
import { matchAndCalculate, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { submitFootprints } from '@tallgrunn/declarations-server/testing';
import { followUp } from '@tallgrunn/follow-up-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { RefreshCombined } from '../refresh-combined.ts';
import { insight } from '../room.ts';

const at = (month: string) =>
  marchLines.map((line) => ({
    ...line,
    deliveredOn: line.deliveredOn.replace('.03.', `.${month}.`),
    invoiceNumber: `${line.invoiceNumber}${month}`,
  }));
const beside = {
  ...marchLines[0]!,
  itemNumber: 'U-99',
  itemName: 'Servietter',
  amount: '100,00',
  unitPrice: '10,00',
  deliveredOn: '04.03.2026',
  invoiceNumber: '7009',
};

export interface UsedAgreement {
  readonly stand: TestApp;
  readonly parties: Parties;
  readonly agreement: TestAgreement;
  readonly manager: SignedIn;
}

/**
 * Sets up an agreement with three months of reports, two price lists, commitments and a maximum value, and calculates
 * it.
 */
export async function setUpUsedAgreement(): Promise<UsedAgreement> {
  const stand = await setUpTestApp([...roomsOfEmissions, followUp, insight]);
  const parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  const units = stand.get(UnitOfWork);
  const promises = [
    { attribute: { nb: 'Fakturanummer på alt' }, field: 'invoiceNumber', value: '7001' },
    { attribute: 'Økologisk', field: 'organic', share: 0.3 },
  ];
  const organic = { name: 'organic', type: 'boolean' as const, title: { nb: 'Økologisk' } };
  const tables = testTerms.tables.map((table) => ({ ...table, fields: [...table.fields, organic] }));
  const terms = {
    ...testTerms,
    tables,
    promises,
    declarations: [{ share: 0.9, of: 'items' as const, by: '2026-12-31', standards: ['EN 15804+A2'] }],
  };
  for (const [key, lines] of [
    ['2026-01', at('01')],
    ['2026-02', at('02')],
    ['2026-03', [...marchLines, beside]],
  ] as const)
    await acceptedReport(stand, parties, agreement, { periodKey: key, lines });
  await stand.asOwner(`update reporting.report_line set item_name = '=HYPERLINK("x")' where item_number = 'U-99'`);
  await units.run(parties.manager.actor, () => stand.get(PublishTerms).run(agreement.agreementId, terms, '2026-04-01'));
  const dearer = await spoolFile(stand, 'priser-2.csv', testAssortment.replace('312,50', '343,75'));
  await units.run(parties.manager.actor, () =>
    stand.get(ImportAssortment).run(agreement.agreementId, parties.suppliers[0]!.organisationId, dearer),
  );
  await stand.asOwner(
    `update agreements.agreement set maximum_value = 20000, ends_on = '2026-12-31', technique = 'share' where id = $1`,
    [agreement.agreementId],
  );
  await stand.asOwner(`update agreements.lot set maximum_value = 5000 where id = $1`, [agreement.lots['1B']]);
  await stand.asOwner(
    `update agreements.agreement_supplier set share = 0.6 where agreement_id = $1 and supplier_id = $2`,
    [agreement.agreementId, parties.suppliers[0]!.organisationId],
  );
  await stand.asOwner(
    `insert into agreements.agreement_supplier (cooperative_id, id, agreement_id, supplier_id, lot_id, valid_from, share) select cooperative_id, gen_random_uuid(), agreement_id, $2, $3, valid_from, 0.4 from agreements.agreement_supplier where agreement_id = $1 limit 1`,
    [agreement.agreementId, parties.suppliers[1]!.organisationId, agreement.lots['1A']],
  );
  await stand.asOwner(
    `insert into agreements.agreement_option (cooperative_id, id, agreement_id, number, notice_by, extends_to) values ($1, gen_random_uuid(), $2, 1, '2026-06-30', '2027-12-31')`,
    [parties.cooperativeId, agreement.agreementId],
  );
  await stand.asOwner(
    `insert into agreements.price_adjustment (cooperative_id, id, agreement_id, supplier_id, number, requested_on, comparison_period, requested_from, clause, state, made_at) values ($1, gen_random_uuid(), $2, $3, 'P-1', '2026-04-01', '2026-03', '2026-05-01', '{}', 'requested', now())`,
    [parties.cooperativeId, agreement.agreementId, parties.suppliers[0]!.organisationId],
  );
  await postLedger(stand, parties, [
    { account: '115', amount: '3125.00', invoice: '7001', orgNumber: '311047116' },
    { account: '115', amount: '400.00', invoice: '9999', orgNumber: '311047116' },
    { account: '115', amount: '777.00', orgNumber: '999888777' },
  ]);
  await submitFootprints(stand, parties.suppliers[0]!.actor, parties.suppliers[0]!.organisationId, [{}]);
  await matchAndCalculate(stand, parties);
  await units.run({ ...parties.system }, () => stand.get(RefreshCombined).run());
  return { stand, parties, agreement, manager: await signIn(stand, parties.manager.email) };
}
