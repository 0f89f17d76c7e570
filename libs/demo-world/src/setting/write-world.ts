import { assortmentColumns, assortmentPath, supplierAssortmentPath } from '../agreements/write-assortments.ts';
import { footprintPath } from '../footprints/write-footprints.ts';
import { describeDialect } from '../ledgers/dialects.ts';
import { ledgerPath } from '../ledgers/write-ledgers.ts';
import type { WorldFile } from '../world-file.ts';
import { jsonFile } from '../writing/json.ts';
import { cooperative } from './cooperative.ts';
import type { Municipality } from './municipalities.ts';
import { notice } from './notice.ts';
import type { Scenario } from './scenario.ts';
import type { Supplier } from './supplier.ts';

const sitesIn = ({ sites }: Scenario, one: Municipality) =>
  sites.filter(({ municipality }) => municipality === one).map(({ id, name, kind, orgNumber, costCentre, function: kostraFunction }) => ({ id, name, kind, orgNumber, costCentre, kostraFunction }));

const municipalitiesOf = ({ buyers }: Scenario) => buyers.filter(({ body }) => !body);

const buyers = (scenario: Scenario) => municipalitiesOf(scenario).map((one) => ({
  municipalityNumber: one.number, name: `${one.name} kommune`, municipality: one.name, orgNumber: one.orgNumber, oldMunicipalityNumber: one.oldNumber, inhabitants: one.inhabitants,
  ledgerDialect: one.dialect, eInvoiceShare: one.eInvoiceShare, sites: sitesIn(scenario, one),
}));

const columnsOf = ({ form }: Supplier, period: string) => Object.fromEntries(form(period).columns.map(([heading, field]) => [field, heading]));

const sellers = ({ suppliers, customers, quarters }: Scenario) => suppliers.map((one) => ({
  key: one.key, slug: one.slug, name: one.name, orgNumber: one.orgNumber, agreement: one.agreement, lots: one.lots,
  /** What each column of the supplier's report means, in the last period. */
  reportColumns: columnsOf(one, quarters[quarters.length - 1] as string),
  customers: customers.filter(({ supplier }) => supplier === one.key).map(({ number, name, site }) => ({ number, name, municipalityNumber: site.municipality.number, site: site.id })),
}));

const contracts = (scenario: Scenario) => scenario.agreements.map((one) => ({
  ...one, assortment: assortmentPath(one),
  suppliers: scenario.suppliers.filter(({ agreement }) => agreement === one.number).map((seller) => ({ key: seller.key, orgNumber: seller.orgNumber, lots: seller.lots, assortment: supplierAssortmentPath(scenario, one, seller) })),
}));

const documents = (scenario: Scenario) => scenario.declarations.map((one) => ({
  path: footprintPath(scenario, one), supplier: one.item.supplier, itemNumber: one.item.number, number: one.number, validFrom: one.validFrom, validTo: one.validTo, submittedAt: one.submittedAt, by: one.by,
}));

const ledgers = (scenario: Scenario) => municipalitiesOf(scenario).flatMap((one) =>
  scenario.quarters.filter((quarter) => !scenario.story.isLedgerMissing(one.number, quarter)).map((quarter) => ({ municipality: one.number, quarter, path: ledgerPath(one, quarter), dialect: one.dialect })));
const archives = (scenario: Scenario) => municipalitiesOf(scenario).flatMap((one) => scenario.quarters.map((quarter) => ({ municipality: one.number, quarter, path: `invoices/${one.slug}/${quarter}.zip` })));

/** world.json: who takes part, what was agreed, and where the files are. Holds nothing a user could not know. */
export function writeWorld(scenario: Scenario): WorldFile {
  const { seed, profile, asOf, quarters, people, duties, story: { beats } } = scenario;
  return jsonFile('world.json', {
    notice, fictional: true, profile, seed, asOf, quarters, cooperative, buyers: buyers(scenario), suppliers: sellers(scenario), people, agreements: contracts(scenario), assortmentColumns,
    duties, ledgerDialects: [...new Set(municipalitiesOf(scenario).map((one) => one.dialect))].map(describeDialect), reports: 'reports/manifest.json', ledgers: ledgers(scenario), eInvoices: archives(scenario),
    declarations: documents(scenario), beats,
  });
}
