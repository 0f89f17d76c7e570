import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Database, FileStore, UnitOfWork, type SpooledFile } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import { CreateAgreement } from './register/create-agreement.ts';
import { ImportAssortment } from './prices/import-assortment.ts';
import { CreateObligations } from './obligations/create-obligations.ts';
import { headings as priceListHeadings } from './prices/assortment-columns.ts';
import { registerFields as registerHeadings } from './register/agreement-import/register-fields.ts';
import { PublishTerms, type TermsDraft } from './terms/publish-terms.ts';

/** Headings of register and price list columns, by field. */
export { priceListHeadings, registerHeadings };

/** Terms of the test agreement: monthly, due after ten working days. */
export const testTerms: TermsDraft = {
  title: { nb: 'Månedlig leveranserapport', en: 'Monthly delivery report' },
  frequency: 'month',
  due: { kind: 'working-days', days: 10 },
  basis: 'delivered',
  vat: 'excluded',
  currency: 'NOK',
  scope: 'all-goods',
  nilReport: 'allowed',
  tables: [
    {
      name: 'lines',
      fields: [
        {
          name: 'itemNumber',
          type: 'string',
          title: { nb: 'Varenummer', en: 'Item number' },
          constraints: { required: true },
        },
        { name: 'itemName', type: 'string', title: { nb: 'Varenavn', en: 'Item name' } },
        { name: 'buyer', type: 'string', title: { nb: 'Kunde', en: 'Customer' }, constraints: { required: true } },
        { name: 'quantity', type: 'number', title: { nb: 'Antall', en: 'Quantity' }, constraints: { required: true } },
        { name: 'unit', type: 'string', title: { nb: 'Enhet', en: 'Unit' }, constraints: { required: true } },
        { name: 'unitPrice', type: 'number', title: { nb: 'Pris', en: 'Price' } },
        { name: 'amount', type: 'number', title: { nb: 'Beløp', en: 'Amount' }, constraints: { required: true } },
        {
          name: 'deliveredOn',
          type: 'date',
          title: { nb: 'Levert dato', en: 'Delivery date' },
          constraints: { required: true },
        },
        { name: 'invoiceNumber', type: 'string', title: { nb: 'Fakturanummer', en: 'Invoice number' } },
      ],
    },
  ],
};

export const testAssortment = `Varenummer;Varenavn;GTIN;Delkontrakt;Enhet;Antall i enhet;Innholdsenhet;Nettovekt kg;Pris;Gyldig fra
00512;Kjøttdeig storfe 2,5 kg;;1A;pk;;;2,5;312,50;
30118;Lettmelk 10 l;;1A;stk;;;10,3;148,00;
77120;Laks 1 kg;;1A;kg;;;1;189,90;
8801;Nitrilhansker M, eske 100;;1A;eske;100;stk;0,4;98,00;
`;

export interface TestAgreement {
  readonly agreementId: string;
  readonly lots: Record<string, string>;
  readonly termsVersionId: string;
  /** The date that the test clock was set to. */
  readonly today: string;
  /** Obligations of the first supplier by period key, oldest first. */
  readonly obligations: Readonly<Record<string, string>>;
}

/** Writes a text to the spool as an uploaded file. */
export async function spoolFile(stand: TestApp, name: string, text: string | Uint8Array): Promise<SpooledFile> {
  const folder = stand.get(FileStore).spoolFolder;
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, randomUUID());
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  await writeFile(file, bytes);
  return { path: file, name, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * Creates an agreement from 2026-01-01 with two lots: each supplier has one, and all buyers participate. The first
 * supplier has prices and, by mid-April, four obligations.
 */
export async function setUpAgreement(
  stand: TestApp,
  parties: Parties,
  { number = 'A-1', today = '2026-04-14' } = {},
): Promise<TestAgreement> {
  stand.clock.runFrom(new Date(`${today}T10:00:00Z`));
  const units = stand.get(UnitOfWork);
  const [first, second] = parties.suppliers;
  const { id: agreementId, lots } = await units.run(parties.manager.actor, () =>
    stand.get(CreateAgreement).run({
      number,
      title: 'Mat- og drikkevarer',
      cpv: '15000000',
      startsOn: '2026-01-01',
      lots: [
        { key: '1A', title: 'Tørr, kjøl og frys' },
        { key: '1B', title: 'Frukt og grønt' },
      ],
      suppliers: [
        { supplierId: first?.organisationId ?? '', lots: ['1A'] },
        { supplierId: second?.organisationId ?? '', lots: ['1B'] },
      ],
      buyers: parties.buyers.map(({ organisationId }) => ({ buyerId: organisationId })),
    }),
  );
  const prices = await spoolFile(stand, 'priser.csv', testAssortment);
  await units.run(parties.manager.actor, () =>
    stand.get(ImportAssortment).run(agreementId, first?.organisationId ?? '', prices),
  );
  const terms = await units.run(parties.manager.actor, () => stand.get(PublishTerms).run(agreementId, testTerms));
  await units.run(parties.system, () => stand.get(CreateObligations).run());
  const obligations = await units.run(parties.system, () =>
    stand
      .get(Database)
      .query<{ period_key: string; id: string }>(
        'select period_key, id from agreements.door_reporting_obligation where agreement_id = $1 and supplier_id = $2 order by period_key',
        [agreementId, first?.organisationId],
      ),
  );
  return {
    agreementId,
    lots,
    termsVersionId: terms.id,
    today,
    obligations: Object.fromEntries(obligations.map(({ period_key, id }) => [period_key, id])),
  };
}
