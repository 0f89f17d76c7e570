import { assortmentColumns } from '../../agreements/write-assortments.ts';
import { cooperative } from '../../setting/cooperative.ts';
import { notice } from '../../setting/notice.ts';
import { person, type Person } from '../../setting/person.ts';
import { oreText } from '../../values/amounts.ts';
import { addDays } from '../../values/calendar.ts';
import type { WorldFile } from '../../world-file.ts';
import type { Cell } from '../../writing/cell.ts';
import { writeCsv } from '../../writing/csv.ts';
import { jsonFile } from '../../writing/json.ts';
import type { ComposedCustomer } from '../cast/customer.ts';
import { profileOf } from '../cast/ledger-form.ts';
import type { ReportField } from '../cast/report-form.ts';
import type { Seller } from '../cast/seller.ts';
import type { DrawnHabit } from '../habits/habit.ts';
import type { Scene } from '../scene.ts';
import { isGross, withoutOf, type LedgerFile } from './write-ledger-files.ts';
import type { ArchiveFile } from './write-e-invoices.ts';
import { columnsOf, type ReportFile } from './write-report-files.ts';

const LOT = '1';
const assortmentPath = ({ agreement }: Seller): string => `agreements/${agreement}/assortment.csv`;
const clerkOf = ({ key }: Seller): string => `clerk-${key}`;
const hasLedger = ({ customers }: Scene): ComposedCustomer[] => customers.filter(({ booksAt }) => booksAt === null);
const description = (drawn: readonly DrawnHabit[]) =>
  drawn.map(({ habit, strength }) => ({ key: habit.key, strength: Number(strength.toFixed(3)) }));

/** Writes the price form of each agreement: every listed item with one price. */
export function* writePriceForms(scene: Scene): Generator<WorldFile> {
  for (const seller of scene.sellers) {
    const rows = seller.goods
      .filter(({ listed }) => listed)
      .map(({ number, gtin, name, category, unit, price }): Cell[] => [
        LOT,
        seller.orgNumber,
        number,
        gtin,
        name,
        category.name,
        category.cpv,
        unit,
        { number: '1' },
        unit,
        { number: '1' },
        { number: oreText(price) },
        { date: scene.firstDay },
        { date: '2029-12-31' },
      ]);
    yield {
      path: assortmentPath(seller),
      bytes: writeCsv([[...assortmentColumns], ...rows], {
        delimiter: ';',
        encoding: 'utf-8-bom',
        dates: 'dd.mm.yyyy',
        numbers: { decimal: ',', thousands: '', negative: 'minus' },
      }),
    };
  }
}

function peopleOf(scene: Scene): Person[] {
  const staff: Person[] = [
    person({
      id: 'ingrid',
      name: 'Ingrid Moseby',
      organisation: cooperative.key,
      domain: 'riik.example',
      role: 'contract-manager',
    }),
    person({
      id: 'wenche',
      name: 'Wenche Grinderhaug',
      organisation: cooperative.key,
      domain: 'riik.example',
      role: 'administrator',
    }),
  ];
  const clerks = scene.sellers.map((seller) =>
    person({
      id: clerkOf(seller),
      name: 'Mats Brattliaas',
      organisation: seller.key,
      domain: `${seller.key}.example`,
      role: 'supplier-administrator',
    }),
  );
  const buyers = hasLedger(scene).map(({ place }) =>
    person({
      id: `clerk-${place.number}`,
      name: 'Marit Holtbakken',
      organisation: place.number,
      domain: `${place.slug}.example`,
      role: 'buyer-administrator',
    }),
  );
  return [...staff, ...clerks, ...buyers];
}

/**
 * Builds the terms of a supplier's agreement. Fields that the supplier can fill in on every row are required; the
 * others are optional.
 */
function termsOf(seller: Seller, scene: Scene) {
  const columns = columnsOf(seller);
  const always: readonly ReportField[] = ['buyer', 'itemName', 'amount', 'deliveredOn'];
  return {
    version: 1,
    validFrom: scene.firstDay,
    frequency: seller.frequency,
    due: { kind: 'working-days-after', days: 10 },
    basis: 'delivered',
    vat: 'excluded',
    currency: 'NOK',
    scope: 'all-goods',
    nilReturnRequired: true,
    requiredFields: columns.filter((field) => always.includes(field)),
    optionalFields: columns.filter((field) => !always.includes(field)),
    sanction: { kind: 'daily-penalty', amount: 1000, per: 'working-day', excludes: [] },
    footprints: { required: 'none', text: '' },
    clause: 'Bilag 1',
  };
}

function agreementOf(seller: Seller, scene: Scene) {
  return {
    number: seller.agreement,
    name: `${seller.trade.title} (${seller.name.split(' ')[0]})`,
    cpv: seller.trade.cpv,
    validFrom: scene.firstDay,
    validTo: '2029-12-31',
    lots: [{ key: LOT, name: seller.trade.title }],
    participation: scene.customers.map(({ place }) => ({
      municipality: place.number,
      from: scene.firstDay,
      to: '2029-12-31',
    })),
    terms: termsOf(seller, scene),
    suppliers: [{ key: seller.key, orgNumber: seller.orgNumber, lots: [LOT], assortment: assortmentPath(seller) }],
  };
}

const sitesOf = ({ sites }: ComposedCustomer) =>
  sites.map(({ id, name, kind, orgNumber, costCentre, function: kostraFunction }) => ({
    id,
    name,
    kind,
    orgNumber,
    costCentre,
    kostraFunction,
  }));

function sellerOf(seller: Seller, scene: Scene) {
  const { key, slug, name, orgNumber, agreement, branch, predecessor, payee, form } = seller;
  return {
    key,
    slug,
    name,
    orgNumber,
    agreement,
    lots: [LOT],
    reportColumns: Object.fromEntries(columnsOf(seller).map((field) => [field, form.headings[field]])),
    ...(branch && { branches: [{ key: 'avdeling', ...branch }] }),
    ...(payee && { payee }),
    ...(predecessor && { predecessor }),
    customers: customersOf(seller, scene),
    habits: {
      trading: description(seller.trading),
      invoicing: description(seller.invoicing),
      reporting: description(seller.reporting),
    },
  };
}

/** Returns the buyer names used by a supplier, as already confirmed by users. */
function customersOf(seller: Seller, scene: Scene) {
  return scene.customers.flatMap(({ place, name, sites }) => [
    {
      number: place.number,
      name: `${name.toUpperCase().replace(' KOMMUNE', ' KOMM.')}`,
      municipalityNumber: place.number,
      site: sites[0]?.id,
    },
    ...(seller.reporting.some(({ habit }) => habit.key === 'place-for-buyer')
      ? sites.map((site) => ({ number: site.id, name: site.name, municipalityNumber: place.number, site: site.id }))
      : []),
  ]);
}

const bodiesOf = (scene: Scene) =>
  scene.customers.flatMap((customer) => {
    const { place, name, booksAt } = customer;
    if (booksAt === null || !place.body) return [];
    const members = place.body.members
      .filter(({ number }) => scene.customers.some((other) => other.place.number === number))
      .map(({ number, share }) => ({ municipalityNumber: number, share }));
    return [
      {
        key: place.number,
        name,
        orgNumber: place.orgNumber,
        kind: place.body.kind,
        booksAt: booksAt.place.number,
        members,
        sites: sitesOf(customer),
      },
    ];
  });

/** Returns the time one month after the last day: every ledger is closed by then. */
const asOf = ({ endDay }: Scene): string => `${addDays(endDay, 32)}T09:00:00+01:00`;

/**
 * Writes world.json of a composed world. It has the format of the other worlds, plus the import profiles of the
 * ledgers.
 */
export function writeComposedWorld(
  scene: Scene,
  ledgers: readonly LedgerFile[],
  archives: readonly ArchiveFile[],
): WorldFile {
  const files = ({ customer, quarter, file }: LedgerFile | ArchiveFile) => ({
    municipality: customer.place.number,
    quarter,
    path: file.path,
  });
  return jsonFile('world.json', {
    notice,
    fictional: true,
    profile: 'composed',
    seed: scene.seed,
    asOf: asOf(scene),
    quarters: scene.quarters,
    cooperative: { ...cooperative, members: hasLedger(scene).map(({ place }) => place.number) },
    buyers: hasLedger(scene).map((customer) => ({
      municipalityNumber: customer.place.number,
      name: customer.name,
      municipality: customer.place.name,
      orgNumber: customer.place.orgNumber,
      oldMunicipalityNumber: customer.place.oldNumber,
      inhabitants: customer.place.inhabitants,
      ledgerDialect: profileId(customer),
      sites: sitesOf(customer),
      habits: description(customer.booking),
    })),
    suppliers: scene.sellers.map((seller) => sellerOf(seller, scene)),
    bodies: bodiesOf(scene),
    people: peopleOf(scene),
    agreements: scene.sellers.map((seller) => agreementOf(seller, scene)),
    assortmentColumns,
    obligations: [],
    ledgerDialects: hasLedger(scene).map((customer) => ({ name: profileId(customer) })),
    ledgerProfiles: hasLedger(scene).map((customer) =>
      profileOf(customer.form, profileId(customer), withoutOf(customer), isGross(customer) ? 'gross' : 'net'),
    ),
    reports: 'reports/manifest.json',
    ledgers: ledgers.map((ledger) => ({ ...files(ledger), dialect: profileId(ledger.customer) })),
    eInvoices: archives.map(files),
    declarations: [],
    beats: [],
  });
}

const profileId = ({ place }: ComposedCustomer): string => `composed-${place.number}`;

/** Writes reports/manifest.json: each report is submitted ten days after its period, and accepted. */
export function writeComposedManifest(reports: readonly ReportFile[]): WorldFile {
  const entries = reports.map(({ seller, period, file, rows }) => {
    const end = period.includes('Q') ? endOfQuarter(period) : addDays(`${period}-28`, 4).slice(0, 7);
    return {
      supplier: seller.key,
      supplierOrgNumber: seller.orgNumber,
      agreement: seller.agreement,
      period,
      dueOn: `${end}-14`,
      version: 1,
      kind: file === null ? 'nil' : 'file',
      path: file?.path ?? null,
      submittedAt: `${end}-11T09:00:00+01:00`,
      by: clerkOf(seller),
      workingDaysLate: 0,
      outcome: 'accepted',
      decidedAt: `${end}-11T10:00:00+01:00`,
      decidedBy: 'ingrid',
      reason: null,
      plants: [],
      lines: rows.length,
    };
  });
  return jsonFile('reports/manifest.json', {
    notice,
    entries: entries.toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt)),
  });
}

const endOfQuarter = (period: string): string => {
  const [year, quarter] = period.split('-Q').map(Number) as [number, number];
  return quarter === 4 ? `${year + 1}-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}`;
};
