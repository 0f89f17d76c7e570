import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { calculate, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { MatchLines } from '@tallgrunn/matching-server';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { SumBookedSpend, SaveImportProfile, ShowBatch } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import fc from 'fast-check';
import { RefreshCombined } from './refresh-combined.ts';
import { insight } from './room.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
});
afterAll(() => stand.close());

const seller = '311047116';
/** VAT rates of accounts in 2026, in per cent; purchases from private providers have several rates. */
const rates: Readonly<Record<string, number | null>> = { '200': 25, '115': 15, '160': 12, '185': 0, '370': null };

/** A random voucher: what the ledger states about it, and how. Whole øre. */
interface Voucher {
  readonly account: string;
  readonly net: number;
  readonly isCredit: boolean;
  readonly basis: 'stated' | 'vat-on-row' | 'rate-on-row' | 'rate-of-account' | 'unknown';
  readonly rowRate: number;
  /** Whether an e-invoice with two lines is linked to it, and whether the ledger has its sum excl. or incl. VAT. */
  readonly invoiced: 'no' | 'net' | 'gross';
  /** Accounting period; '' if the ledger states none. All vouchers and invoices are dated 10 March. */
  readonly period: string;
}

const voucher: fc.Arbitrary<Voucher> = fc.record({
  account: fc.constantFrom(...Object.keys(rates)),
  net: fc.integer({ min: 5_000, max: 2_000_000 }),
  isCredit: fc.boolean(),
  basis: fc.constantFrom(
    'stated' as const,
    'vat-on-row' as const,
    'rate-on-row' as const,
    'rate-of-account' as const,
    'unknown' as const,
  ),
  rowRate: fc.constantFrom(25, 15, 12, 0),
  invoiced: fc.constantFrom('no' as const, 'no' as const, 'net' as const, 'gross' as const),
  period: fc.constantFrom('2026-02', '2026-03', '2026-04', ''),
});

/** Rounds half away from zero. */
const roundedQuotient = (dividend: number, divisor: number): number =>
  Math.sign(dividend) * Math.floor((2 * Math.abs(dividend) + divisor) / (2 * divisor));
const formatNok = (øre: number): string => (øre / 100).toFixed(2);
const øre = (text: string | null | undefined): number => Math.round(Number(text ?? '0') * 100);

interface LedgerRow {
  /** Amount in the ledger. */
  readonly amount: number;
  readonly cells: readonly [status: string, vat: string, rate: string];
  /** Amount excl. VAT; null if it cannot be known. */
  readonly net: number | null;
}

/**
 * Returns the voucher's ledger row and its amount excl. VAT, calculated from the random values independently of the
 * product.
 */
function ledgerRowOf({ account, net: drawn, isCredit, basis, rowRate, invoiced }: Voucher): LedgerRow {
  const net = isCredit ? -drawn : drawn;
  const rate = basis === 'rate-of-account' ? (rates[account] ?? 25) : rowRate;
  const gross = net + roundedQuotient(net * rate, 100);
  if (basis === 'stated') return { amount: net, cells: ['Netto', '', ''], net };
  const amount = invoiced === 'net' ? net : gross;
  // An invoice states the amount excl. VAT of its postings if their rows do not.
  if (basis === 'unknown') return { amount, cells: ['', '', ''], net: invoiced === 'no' ? null : net };
  if (basis === 'vat-on-row') return { amount: gross, cells: ['Brutto', formatNok(gross - net), ''], net };
  const byRate = roundedQuotient(gross * 100, 100 + rate);
  if (basis === 'rate-on-row') return { amount: gross, cells: ['Brutto', '', String(rate)], net: byRate };
  if (invoiced !== 'no') return { amount, cells: ['Brutto', '', ''], net };
  return { amount, cells: ['Brutto', '', ''], net: rates[account] === null ? null : byRate };
}

const profile = {
  id: 'net-sums',
  name: 'Net sums',
  columns: {
    voucherNumber: 'Nr',
    voucherDate: 'Dag',
    period: 'Periode',
    account: 'Konto',
    amount: 'Sum',
    vatStatus: 'Mva',
    vatAmount: 'Avgift',
    vatRate: 'Sats',
    invoiceNumber: 'Faktura',
    supplierOrgNumber: 'Orgnr',
  },
  required: ['voucherNumber'],
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  currency: 'NOK',
  vat: { amounts: 'unknown' },
} as const;

/** Imports the vouchers as one ledger with its e-invoices, and calculates all figures. */
async function loadWorld(parties: Parties, vouchers: readonly Voucher[], isInvoiceFirst: boolean): Promise<string> {
  const { actor } = parties.manager;
  const buyerId = parties.buyers[0]!.organisationId;
  const { id: profileId } = await stand
    .get(UnitOfWork)
    .run(actor, () => stand.get(SaveImportProfile).run(profile, null));
  const told = vouchers.map(ledgerRowOf);
  const rows = told.map(({ amount, cells }, at) =>
    [
      at + 1,
      '2026-03-10',
      vouchers[at]!.period,
      vouchers[at]!.account,
      formatNok(amount),
      ...cells,
      vouchers[at]!.invoiced === 'no' ? '' : `F-${7000 + at}`,
      seller,
    ].join(';'),
  );
  const ledger = () =>
    postBatch(
      stand,
      actor,
      'bok.csv',
      ['Nr;Dag;Periode;Konto;Sum;Mva;Avgift;Sats;Faktura;Orgnr', ...rows, ''].join('\n'),
      { kind: 'ledger', buyerId, profileId },
    );
  const invoices = async () => {
    for (const [at, { invoiced, net, isCredit, basis, account, rowRate }] of vouchers.entries()) {
      if (invoiced === 'no') continue;
      const rate = basis === 'rate-of-account' ? (rates[account] ?? 25) : basis === 'stated' ? 25 : rowRate;
      const first = Math.floor(net / 3);
      const document = sampleUbl({
        ...(isCredit ? { type: 'CreditNote' as const } : {}),
        id: `F-${7000 + at}`,
        issuedOn: '2026-03-10',
        buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
        lines: [first, net - first].map((each, no) => ({
          quantity: '1',
          unit: 'EA',
          net: formatNok(each),
          price: formatNok(each),
          name: `Vare ${no}`,
          sellerNumber: `${at}-${no}`,
        })),
        lineExtensionAmount: formatNok(net),
        payableAmount: formatNok(net + roundedQuotient(net * rate, 100)),
      });
      await postBatch(stand, actor, `faktura-${at}.xml`, document, { kind: 'invoices', buyerId });
    }
  };
  let batch = isInvoiceFirst ? null : await ledger();
  await invoices();
  batch ??= await ledger();
  await calculate(stand, parties);
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
  await calculate(stand, parties);
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run());
  return batch.id;
}

describe('amount excluding VAT', () => {
  it('is equal in batch, combined table, emission run, matching, supplier check and samples, and in each ledger month', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(voucher, { minLength: 6, maxLength: 14 }),
        fc.boolean(),
        async (drawn, isInvoiceFirst) => {
          // Purchases from a supplier exceed its credits.
          const vouchers: Voucher[] = [
            ...drawn,
            {
              account: '200',
              net: 40_000_000,
              isCredit: false,
              basis: 'stated',
              rowRate: 25,
              invoiced: 'no',
              period: '2026-03',
            },
          ];
          const parties = await setUpParties(stand);
          const agreement: TestAgreement = await setUpAgreement(stand, parties);
          const batchId = await loadWorld(parties, vouchers, isInvoiceFirst);
          const told = vouchers.map(ledgerRowOf);
          const net = told.reduce((sum, each) => sum + (each.net ?? 0), 0);
          const outside = told.reduce((sum, each) => sum + (each.net === null ? each.amount : 0), 0);

          const units = stand.get(UnitOfWork);
          const batch = await units.run(parties.manager.actor, () => stand.get(ShowBatch).run(batchId));
          const manager = await signIn(stand, parties.manager.email);
          const combined = (await manager.get('/combined/totals').expect(200)).body;
          const emissions = (await manager.get('/emissions/summary').expect(200)).body.totals;
          const coverage = (await manager.get('/matching/coverage').expect(200)).body;
          const wanted = {
            supplierId: parties.suppliers[0]!.organisationId!,
            agreementId: agreement.agreementId,
            start: '2026-01-01',
            end: '2027-01-01',
            currency: 'NOK',
            sellerNumber: null,
            reportedKeys: [],
          };
          const checked = (await units.run(parties.manager.actor, () => stand.get(SumBookedSpend).run(wanted)))!.sums;

          expect({
            batch: øre(batch.netTotals['NOK']),
            combined: øre(combined.booked),
            emissions: øre(emissions.spend),
            coverage: øre(coverage.allPurchases),
            check: checked.reduce((sum, { amount, early }) => sum + øre(amount) + øre(early), 0),
          }).toEqual({ batch: net, combined: net, emissions: net, coverage: net, check: net });
          expect({
            batch: øre(batch.unknownTotals['NOK']),
            combined: øre(combined.vatUnknown.amount),
            emissions: øre(emissions.vatUnknown),
            coverage: øre(coverage.outside),
          }).toEqual({ batch: outside, combined: outside, emissions: outside, coverage: outside });
          // A month is that of the accounting period, independent of document dates.
          for (const month of ['2026-02', '2026-03', '2026-04']) {
            const own = told
              .filter((_, at) => (vouchers[at]!.period || '2026-03') === month)
              .reduce((sum, each) => sum + (each.net ?? 0), 0);
            const [table, run] = [
              (await manager.get(`/combined/totals?from=${month}&to=${month}`).expect(200)).body,
              (await manager.get(`/emissions/summary?from=${month}&to=${month}`).expect(200)).body.totals,
            ];
            expect([month, øre(table.booked), øre(run.spend)]).toEqual([month, own, own]);
          }
          expect(øre(batch.totals['NOK'])).toBe(told.reduce((sum, { amount }) => sum + amount, 0));
        },
      ),
      { numRuns: Number(process.env['NET_WORLDS'] ?? 4), endOnFailure: true },
    );
  });
});
