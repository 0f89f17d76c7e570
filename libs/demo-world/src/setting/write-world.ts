import { adjustedFormsOf, priceListsOf } from '../agreements/price-forms.ts';
import {
  assortmentColumns,
  assortmentPath,
  supplierAssortmentPath,
  suppliersOf,
} from '../agreements/write-assortments.ts';
import { footprintPath } from '../footprints/write-footprints.ts';
import { describeDialect } from '../ledgers/dialects.ts';
import { ledgerPath } from '../ledgers/write-ledgers.ts';
import type { WorldFile } from '../world-file.ts';
import { jsonFile } from '../writing/json.ts';
import type { Agreement } from './agreement.ts';
import { cooperative } from './cooperative.ts';
import type { Municipality } from './municipalities.ts';
import { notice } from './notice.ts';
import type { Scenario } from './scenario.ts';
import type { Supplier } from './supplier.ts';

const sitesIn = ({ sites }: Scenario, one: Municipality) =>
  sites
    .filter(({ municipality }) => municipality === one)
    .map(({ id, name, kind, orgNumber, costCentre, function: kostraFunction }) => ({
      id,
      name,
      kind,
      orgNumber,
      costCentre,
      kostraFunction,
    }));

const municipalitiesOf = ({ buyers }: Scenario) => buyers.filter(({ body }) => !body);

const buyers = (scenario: Scenario) =>
  municipalitiesOf(scenario).map((one) => ({
    municipalityNumber: one.number,
    name: `${one.name} kommune`,
    municipality: one.name,
    orgNumber: one.orgNumber,
    oldMunicipalityNumber: one.oldNumber,
    inhabitants: one.inhabitants,
    ledgerDialect: one.dialect,
    eInvoiceShare: one.eInvoiceShare,
    sites: sitesIn(scenario, one),
  }));

/** Lists the buying bodies that are not municipalities: owners, ledger and sites. */
const bodies = (scenario: Scenario) =>
  scenario.buyers.flatMap((one) =>
    one.body
      ? [
          {
            key: one.number,
            name: one.name,
            orgNumber: one.orgNumber,
            kind: one.body.kind,
            booksAt: one.body.booksAt,
            members: one.body.members.map(({ number, share }) => ({ municipalityNumber: number, share })),
            sites: sitesIn(scenario, one),
          },
        ]
      : [],
  );

const columnsOf = ({ form }: Supplier, period: string) =>
  Object.fromEntries(form(period).columns.map(([heading, field]) => [field, heading]));

const sellers = ({ suppliers, customers, quarters }: Scenario) =>
  suppliers.map((one) => ({
    key: one.key,
    slug: one.slug,
    name: one.name,
    orgNumber: one.orgNumber,
    agreement: one.agreement,
    lots: one.lots,
    /** Meaning of each column of the supplier's report, in the last period. */
    reportColumns: columnsOf(one, quarters[quarters.length - 1] as string),
    ...(one.branches && { branches: one.branches }),
    ...(one.payee && { payee: one.payee }),
    ...(one.formerAgreement && { formerAgreement: one.formerAgreement }),
    customers: customers
      .filter(({ supplier }) => supplier === one.key)
      .map(({ number, name, site }) => ({ number, name, municipalityNumber: site.municipality.number, site: site.id })),
  }));

/** Lists the price lists and the price files after each approved adjustment. */
function priceFilesOf(scenario: Scenario, terms: Agreement) {
  const lists = priceListsOf(scenario, terms).map(({ supplier, path, fromOn }) => ({ supplier, path, fromOn }));
  const adjustments = terms.adjustments?.map((one) => ({
    ...one,
    prices: one.approved
      ? adjustedFormsOf(scenario, terms).find(
          ({ supplier, fromOn }) => supplier === one.supplier && fromOn === one.fromOn,
        )?.path
      : null,
  }));
  return { ...(lists.length > 0 && { priceLists: lists }), ...(adjustments && { adjustments }) };
}

const contracts = (scenario: Scenario) =>
  scenario.agreements.map((one) => ({
    ...one,
    assortment: assortmentPath(one),
    suppliers: suppliersOf(scenario, one).map((seller) => ({
      key: seller.key,
      orgNumber: seller.orgNumber,
      lots: seller.lots,
      assortment: supplierAssortmentPath(scenario, one, seller),
      ...one.keys?.[seller.key],
    })),
    ...priceFilesOf(scenario, one),
  }));

const documents = (scenario: Scenario) =>
  scenario.declarations.map((one) => ({
    path: footprintPath(scenario, one),
    supplier: one.item.supplier,
    itemNumber: one.item.number,
    number: one.number,
    validFrom: one.validFrom,
    validTo: one.validTo,
    submittedAt: one.submittedAt,
    by: one.by,
  }));

const ledgers = (scenario: Scenario) =>
  municipalitiesOf(scenario).flatMap((one) =>
    [...scenario.spendOnlyQuarters, ...scenario.quarters]
      .filter((quarter) => !scenario.story.isLedgerMissing(one.number, quarter))
      .map((quarter) => ({ municipality: one.number, quarter, path: ledgerPath(one, quarter), dialect: one.dialect })),
  );
const archives = (scenario: Scenario) =>
  municipalitiesOf(scenario).flatMap((one) =>
    scenario.quarters.map((quarter) => ({
      municipality: one.number,
      quarter,
      path: `invoices/${one.slug}/${quarter}.zip`,
    })),
  );

/** Writes world.json: the parties, the agreements and the files. Contains nothing that a user could not know. */
export function writeWorld(scenario: Scenario): WorldFile {
  const {
    seed,
    profile,
    asOf,
    quarters,
    people,
    obligations,
    story: { beats },
  } = scenario;
  return jsonFile('world.json', {
    notice,
    fictional: true,
    profile,
    seed,
    asOf,
    quarters,
    cooperative,
    buyers: buyers(scenario),
    suppliers: sellers(scenario),
    ...(scenario.buyers.some(({ body }) => body) && { bodies: bodies(scenario) }),
    ...(scenario.indexSeries.length > 0 && {
      indexSeries: scenario.indexSeries.map(({ values: _, ...series }) => series),
    }),
    people,
    agreements: contracts(scenario),
    assortmentColumns,
    obligations,
    ledgerDialects: [...new Set(municipalitiesOf(scenario).map((one) => one.dialect))].map(describeDialect),
    reports: 'reports/manifest.json',
    ledgers: ledgers(scenario),
    eInvoices: archives(scenario),
    declarations: documents(scenario),
    beats,
  });
}
