import {
  CreateAgreement,
  ImportAssortment,
  CreateObligations,
  PublishTerms,
  type TermsDraft,
} from '@tallgrunn/agreements-server';
import { spoolFile } from '@tallgrunn/agreements-server/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import type { Parties } from '@tallgrunn/identity-server/testing';
import { exampleTerms } from '@tallgrunn/checks';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { wideAssortment, wideBuyers } from './wide-report.mts';

/** Returns terms with 18 columns, monthly. */
function wideTerms(): TermsDraft {
  const { id: _id, version: _version, tables, ...rest } = exampleTerms['quarterly-goods']();
  const usual = tables[0]!.fields.filter(({ name }) => name !== 'buyerOrgNumber');
  const fields = [
    ...usual,
    { name: 'category', type: 'string' as const },
    { name: 'invoicedOn', type: 'date' as const },
  ];
  return { ...rest, frequency: 'month', due: { kind: 'working-days', days: 10 }, tables: [{ name: 'lines', fields }] };
}

/**
 * Creates a second agreement of the first supplier at the maximum realistic size: 2,000 priced items, 40 buyers, 18
 * columns. Returns its obligations by period key.
 */
export async function setUpLargeAgreement(
  stand: TestApp,
  { manager, suppliers, system }: Parties,
): Promise<Record<string, string>> {
  const units = stand.get(UnitOfWork);
  const supplierId = suppliers[0]!.organisationId;
  const buyers = await units.run(system, async () => {
    const added: { buyerId: string }[] = [];
    for (const name of wideBuyers)
      added.push({
        buyerId: await stand
          .get(SetUpParties)
          .addOrganisation({ kind: 'buyer', name: `${name} kommune`, orgNumber: null }),
      });
    return added;
  });
  const lots = [{ key: '1A', title: 'Mat og drikke' }];
  const { id } = await units.run(manager.actor, () =>
    stand.get(CreateAgreement).run({
      number: 'A-2',
      title: 'Storkjøkken',
      cpv: '15000000',
      startsOn: '2026-01-01',
      lots,
      suppliers: [{ supplierId, lots: ['1A'] }],
      buyers,
    }),
  );
  const prices = await spoolFile(stand, 'priser.csv', wideAssortment());
  await units.run(manager.actor, () => stand.get(ImportAssortment).run(id, supplierId, prices));
  await units.run(manager.actor, () => stand.get(PublishTerms).run(id, wideTerms()));
  await units.run(system, () => stand.get(CreateObligations).run());
  const obligations = await units.run(system, () =>
    stand
      .get(Database)
      .query<{ period_key: string; id: string }>(
        'select period_key, id from agreements.door_reporting_obligation where agreement_id = $1',
        [id],
      ),
  );
  return Object.fromEntries(obligations.map(({ period_key, id: obligationId }) => [period_key, obligationId]));
}
