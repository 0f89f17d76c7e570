import { assortmentColumns, assortmentPath, supplierAssortmentPath } from '../agreements/write-assortments.ts';
import { declarations } from '../footprints/declarations.ts';
import { footprintPath } from '../footprints/write-footprints.ts';
import { beats, isLedgerMissing } from '../latent/story.ts';
import { describeDialect } from '../ledgers/dialects.ts';
import { ledgerPath, quarters } from '../ledgers/write-ledgers.ts';
import { formOf } from '../reports/forms.ts';
import type { WorldFile } from '../world-file.ts';
import { jsonFile } from '../writing/json.ts';
import { agreements } from './agreements.ts';
import { duties } from './duties.ts';
import { municipalities } from './municipalities.ts';
import { asOf, notice } from './notice.ts';
import { people } from './people.ts';
import { sitesIn } from './sites.ts';
import { cooperative, customers, suppliers } from './suppliers.ts';

const buyers = () => municipalities.map((one) => ({
  municipalityNumber: one.number, name: `${one.name} kommune`, municipality: one.name, orgNumber: one.orgNumber, oldMunicipalityNumber: one.oldNumber, inhabitants: one.inhabitants,
  ledgerDialect: one.dialect, eInvoiceShare: one.eInvoiceShare,
  sites: sitesIn(one.number).map(({ id, name, kind, orgNumber, costCentre, function: kostraFunction }) => ({ id, name, kind, orgNumber, costCentre, kostraFunction })),
}));

const columnsOf = (key: (typeof suppliers)[number]['key'], period: string) => Object.fromEntries(formOf(key, period).columns.map(([heading, field]) => [field, heading]));

const sellers = () => suppliers.map(({ key, slug, name, orgNumber, agreement, lots }) => ({
  key, slug, name, orgNumber, agreement, lots,
  /** What each column of the supplier's report means, in the last period. */
  reportColumns: columnsOf(key, '2026-Q2'),
  customers: customers.filter((one) => one.supplier === key).map((one) => ({ number: one.number, name: one.name, municipalityNumber: one.site.municipality.number, site: one.site.id })),
}));

const contracts = () => agreements.map((one) => ({
  ...one, assortment: assortmentPath(one), suppliers: suppliers.filter(({ agreement }) => agreement === one.number).map((seller) => ({ key: seller.key, orgNumber: seller.orgNumber, lots: seller.lots, assortment: supplierAssortmentPath(one, seller) })),
}));

const documents = () => declarations.map((one) => ({
  path: footprintPath(one), supplier: one.item.supplier, itemNumber: one.item.number, number: one.number, validFrom: one.validFrom, validTo: one.validTo, submittedAt: one.submittedAt, by: one.by,
}));

const ledgers = () => municipalities.flatMap((one) => quarters.filter((quarter) => !isLedgerMissing(one.number, quarter)).map((quarter) => ({ municipality: one.number, quarter, path: ledgerPath(one, quarter), dialect: one.dialect })));
const archives = () => municipalities.flatMap((one) => quarters.map((quarter) => ({ municipality: one.number, quarter, path: `invoices/${one.slug}/${quarter}.zip` })));

/** world.json: who takes part, what was agreed, and where the files are. Holds nothing a user could not know. */
export function writeWorld(seed: number, profile: string): WorldFile {
  return jsonFile('world.json', {
    notice, fictional: true, profile, seed, asOf, quarters, cooperative, buyers: buyers(), suppliers: sellers(), people, agreements: contracts(), assortmentColumns,
    duties, ledgerDialects: [...new Set(municipalities.map((one) => one.dialect))].map(describeDialect), reports: 'reports/manifest.json', ledgers: ledgers(), eInvoices: archives(), declarations: documents(), beats,
  });
}
