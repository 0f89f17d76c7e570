import type { Type } from '@nestjs/common';
import { CreateAgreement } from '@tallgrunn/agreements-server';
import { setUpAgreement, spoolFile, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { MergeOrganisations, setUpParties, TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import { Clock, Database, Jobs, InMemoryJobs, UnitOfWork, JobWorker, type Actor } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { AcceptVersion, ReceiveVersion, ShowVersion, SubmitVersion } from '@tallgrunn/reporting-server';
import { reportCsv } from '@tallgrunn/reporting-server/testing';
import { ReceiveBatch, ReverseBatch, SaveImportProfile } from '@tallgrunn/spend-server';
import { osloDate } from '@tallgrunn/values';
import { signedIn } from '../../security/caller.ts';
import type { FigureSource } from '../figures/asking.ts';
import { readRawRows } from '../figures/raw-rows.ts';
import { CalculatedFigures } from '../figures/calculate.ts';
import { createProduct, type Product } from '../stand-product.ts';
import {
  drawWorld,
  FIRST,
  JOINED,
  kroner,
  LAST,
  SELLERS,
  type DrawnInvoice,
  type DrawnReported,
  type DrawnVoucher,
  type DrawnWorld,
} from './draw-world.ts';

const TODAY = `${LAST}-14`;
/** The ledger is imported as two files. The second repeats the last months of the first, with late postings. */
const [FIRST_FILE_UNTIL, SECOND_FILE_FROM] = ['2026-09', '2026-08'];
const BUYER_NAMES = ['Kongsvinger kommune', 'Nord-Odal kommune', 'Nord-Odal herad', 'Eidskog kommune'];
const BUYER_NUMBERS = ['944117784', '964950768', '', '964948143'];

const profileOf = (comesIn: object | undefined) =>
  ({
    id: comesIn ? 'drawn-all' : 'drawn',
    name: 'Drawn',
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
      currency: 'Valuta',
    },
    required: ['voucherNumber'],
    account: { system: 'kostra' },
    numbers: { decimal: '.' },
    sign: 'cost-positive',
    currency: 'NOK',
    vat: { amounts: 'unknown' },
    ...(comesIn ? { comesIn } : {}),
  }) as const;

/** Loads a drawn world through the product's use cases, signs users in and reads its raw rows. */
export async function createDrawnWorld(seed: number): Promise<FigureSource & { close(): Promise<void> }> {
  const product = await createProduct();
  const loading = await DrawnWorldLoader.begin(product);
  const server = await product.serve();
  server.get(Clock, { strict: false }).runFrom(loading.get(Clock).now());
  const signIn = (email: string) => signedIn({ app: server }, email, '/api/v1');
  const query = <R>(sql: string) =>
    loading.as(loading.parties.system, () => loading.get(Database).query(sql)) as Promise<R[]>;
  const manager = await signIn(loading.parties.manager.email);
  await loading.addLateBuyer(manager);
  await loading.load(drawWorld(seed));
  await loading.enterStatements(manager);
  const rows = await readRawRows(query);
  return {
    ...{ manager, query, rows, reckoned: new CalculatedFigures(rows), environment: product.environment },
    administrator: await signIn(loading.administrator),
    today: osloDate(loading.get(Clock).now()),
    close: async () => {
      await server.close();
      await product.close();
    },
  };
}

class DrawnWorldLoader {
  readonly administrator = 'annen@example.no';
  buyers: string[] = [];
  double = '';

  private constructor(
    readonly product: Product,
    readonly stand: TestApp,
    readonly parties: Parties,
    readonly agreement: TestAgreement,
  ) {}

  static async begin(product: Product): Promise<DrawnWorldLoader> {
    const stand = {
      get: (type: never) => product.app.get(type, { strict: false }),
      clock: product.app.get(Clock, { strict: false }),
    } as unknown as TestApp;
    const parties = await setUpParties(stand);
    const agreement = await setUpAgreement(stand, parties, { today: TODAY });
    const loading = new DrawnWorldLoader(product, stand, parties, agreement);
    await loading.#setUp();
    return loading;
  }

  get<T>(type: Type<T>): T {
    return this.stand.get(type);
  }

  as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return this.get(UnitOfWork).run({ ...actor }, work);
  }

  /**
   * Adds a second record of the first supplier and one of the second buyer, a buyer that joins in mid-year and a
   * colleague. Also adds an agreement that the second supplier has too.
   */
  async #setUp(): Promise<void> {
    const { system, buyers, suppliers, manager } = this.parties;
    const setUp = this.get(SetUpParties);
    const add = (kind: 'buyer' | 'supplier', name: string, orgNumber: string) =>
      this.as(system, () => setUp.addOrganisation({ kind, name, orgNumber: orgNumber || null }));
    this.double = await add('supplier', 'Finnskog Engros avd. Nord', SELLERS[2]);
    this.buyers = [
      ...buyers.map(({ organisationId }) => organisationId),
      await add('buyer', BUYER_NAMES[2]!, BUYER_NUMBERS[2]!),
      await add('buyer', BUYER_NAMES[3]!, BUYER_NUMBERS[3]!),
    ];
    await this.as(system, () =>
      setUp.addMember({
        organisationId: manager.organisationId,
        role: 'administrator',
        name: 'Annen',
        email: this.administrator,
        password: TEST_PASSWORD,
      }),
    );
    const joined = { buyerId: this.buyers[3]!, fromOn: `${JOINED}-01` };
    const more = {
      number: 'A-2',
      title: 'Frukt',
      cpv: '15000000',
      startsOn: `${JOINED}-01`,
      endsOn: '2028-06-30',
      suppliers: [{ supplierId: suppliers[1]!.organisationId }],
      buyers: [{ buyerId: this.buyers[0]! }, joined],
    };
    await this.as(manager.actor, () => this.get(CreateAgreement).run(more));
    await this.runPendingJobs();
  }

  /** Adds the buyer that joins in mid-year to the existing agreement. */
  async addLateBuyer(manager: FigureSource['manager']): Promise<void> {
    await manager
      .post(`/agreements/${this.agreement.agreementId}/participations`, {
        buyerId: this.buyers[3],
        fromOn: `${JOINED}-01`,
      })
      .expect(204);
  }

  /**
   * Loads the ledgers up to a month and the reports until then, and runs all jobs. Then merges two records and loads
   * the rest.
   */
  async load({ ledgers, invoices, reports }: DrawnWorld): Promise<void> {
    const { system } = this.parties;
    const isEarly = (month: string) => month <= FIRST_FILE_UNTIL;
    for (const [buyer, ledger] of ledgers.entries())
      await this.#postLedger(
        buyer,
        `bok-${buyer}-1.csv`,
        [...ledger]
          .filter(([month]) => isEarly(month) && buyer !== 3)
          .flatMap(([month, rows]) => (month < SECOND_FILE_FROM ? rows : rows.slice(0, -1))),
      );
    for (const invoice of invoices.filter(({ day }) => isEarly(day.slice(0, 7)))) await this.#postInvoice(invoice);
    for (const [month, lines] of reports) if (isEarly(month)) await this.#report(month, lines);
    await this.runPendingJobs();
    await this.as(system, () =>
      this.get(MergeOrganisations).run(this.double, {
        into: this.parties.suppliers[0]!.organisationId,
        reason: 'Samme leverandør.',
        isNumberWrong: true,
      }),
    );
    await this.as(system, () =>
      this.get(MergeOrganisations).run(this.buyers[2]!, { into: this.buyers[1]!, reason: 'Samme kommune.' }),
    );
    await this.runPendingJobs();
    const wrong = await this.#postLedger(
      0,
      'feil.csv',
      [...ledgers[0]!.values()]
        .flat()
        .slice(0, 5)
        .map((row) => ({ ...row, number: row.number + 90_000 })),
    );
    for (const [buyer, ledger] of ledgers.entries())
      if (buyer !== 2)
        await this.#postLedger(
          buyer,
          `bok-${buyer}-2.csv`,
          [...ledger].filter(([month]) => month >= SECOND_FILE_FROM || buyer === 3).flatMap(([, rows]) => rows),
        );
    for (const invoice of invoices.filter(({ day }) => !isEarly(day.slice(0, 7)))) await this.#postInvoice(invoice);
    for (const [month, lines] of reports) if (!isEarly(month)) await this.#report(month, lines);
    if (wrong) await this.as(this.parties.manager.actor, () => this.get(ReverseBatch).run(wrong, 'Feil fil.'));
    await this.runPendingJobs();
  }

  /** Enters data that users state: a maximum value, earlier call-offs, and months that are complete or not. */
  async enterStatements(manager: FigureSource['manager']): Promise<void> {
    const { agreementId } = this.agreement;
    await manager
      .patch(`/agreements/${agreementId}`, { maximumValue: '4000000', maximumCurrency: 'NOK', endsOn: '2029-12-31' })
      .expect(204);
    const amounts = [
      { supplierId: this.parties.suppliers[0]!.organisationId, lotId: this.agreement.lots['1A'], amount: '125000.50' },
    ];
    await manager
      .post(`/agreements/${agreementId}/opening-amounts`, {
        beforeMonth: '2026-02',
        source: 'Avtaleregnskap',
        sourceOn: `${FIRST}-31`,
        amounts,
      })
      .expect(204);
    // A month without any drawn data cannot have a statement.
    for (const [month, isComplete] of [
      ['2026-03', false],
      ['2026-05', true],
    ] as const) {
      const { status } = await manager.post(`/spend/ledger-months/${month}/statements`, {
        buyerId: this.buyers[0],
        isComplete,
        reason: 'Som avtalt.',
      });
      if (status !== 201 && status !== 409) throw new Error(`Stating ${month} answered ${status}.`);
    }
  }

  /** Runs the pending jobs, in order. */
  async runPendingJobs(passes?: (name: string) => boolean): Promise<void> {
    const [jobs, work] = [this.get(Jobs), this.get(JobWorker)];
    if (!(jobs instanceof InMemoryJobs)) throw new Error('The product stands with a queue of its own.');
    for (let job = jobs.takeNext(passes); job; job = jobs.takeNext(passes)) await work.runNow(job.name, job.envelope);
  }

  async #postLedger(buyer: number, name: string, rows: readonly DrawnVoucher[]): Promise<string | null> {
    if (rows.length === 0) return null;
    const { actor } = this.parties.manager;
    // The first buyer's ledger uses the default import filter; those of the others import everything.
    const profile = profileOf(buyer === 0 ? undefined : { parties: 'everybody', accounts: ['*'] });
    const { id: profileId } = await this.as(actor, () => this.get(SaveImportProfile).run(profile, null));
    const cells = rows.map(({ number, day, period, account, amount, vat, invoice, seller, currency }) =>
      [number, day, period, account, kroner(amount), ...vat, invoice, seller, currency].join(';'),
    );
    return this.#post(
      name,
      ['Nr;Dag;Periode;Konto;Sum;Mva;Avgift;Sats;Faktura;Orgnr;Valuta', ...cells, ''].join('\n'),
      { kind: 'ledger', buyerId: this.buyers[buyer]!, profileId },
    );
  }

  async #postInvoice({ number, day, buyer, seller, isCredit, lines }: DrawnInvoice): Promise<void> {
    const net = lines.reduce((sum, { amount }) => sum + amount, 0);
    const sign = isCredit ? -1 : 1;
    const document = sampleUbl({
      ...(isCredit ? { type: 'CreditNote' as const } : {}),
      id: number,
      issuedOn: day,
      seller: { orgNumber: seller, name: 'Finnskog Storkjøkken Engros' },
      buyer: { orgNumber: BUYER_NUMBERS[buyer] || BUYER_NUMBERS[1]!, name: BUYER_NAMES[buyer]! },
      lines: lines.map((line) => ({
        quantity: String(sign * line.quantity),
        unit: 'EA',
        net: kroner(sign * line.amount),
        price: kroner(line.price),
        name: line.name,
        sellerNumber: line.item,
      })),
      lineExtensionAmount: kroner(sign * net),
      payableAmount: kroner(sign * net),
    });
    await this.#post(`${number}.xml`, document, { kind: 'invoices', buyerId: this.buyers[buyer]! });
  }

  async #post(
    name: string,
    content: string,
    request: { kind: 'ledger' | 'invoices'; buyerId: string; profileId?: string },
  ): Promise<string> {
    const file = await spoolFile(this.stand, name, content);
    const { id } = await this.as(this.parties.manager.actor, () => this.get(ReceiveBatch).run(file, request));
    await this.runPendingJobs((job) => job.startsWith('spend.'));
    return id;
  }

  /** Uploads the first supplier's report of a month, answers every question, submits and accepts it. */
  async #report(month: string, drawn: readonly DrawnReported[]): Promise<void> {
    const [supplier, obligationId] = [this.parties.suppliers[0]!.actor, this.agreement.obligations[month]];
    if (!obligationId || month === LAST) return; // the current month is not reported yet
    const comma = (øre: number) => kroner(øre).replace('.', ',');
    const lines = drawn.map(({ item, name, unit, quantity, price, amount, buyer, day, invoice }) => ({
      itemNumber: item,
      itemName: name,
      buyer: BUYER_NAMES[buyer]!,
      quantity: String(quantity),
      unit,
      unitPrice: comma(price),
      amount: comma(amount),
      deliveredOn: day.split('-').reverse().join('.'),
      invoiceNumber: invoice,
    }));
    const file = await spoolFile(this.stand, `rapport-${month}.csv`, reportCsv(lines));
    const { id } = await this.as(supplier, () => this.get(ReceiveVersion).run(obligationId, file));
    await this.runPendingJobs((job) => job.startsWith('reporting.'));
    const version = await this.as(supplier, () => this.get(ShowVersion).run(id));
    const confirmations = (version.verdict?.groups ?? [])
      .filter(({ severity }) => severity === 'confirm')
      .map(({ code, example }) => ({ code, cause: example.cause ?? undefined, reason: 'Som avtalt.' }));
    await this.as(supplier, () =>
      this.get(SubmitVersion).run(id, { confirmations, leaveOutRows: (version.verdict?.quarantined ?? 0) > 0 }),
    );
    const { state } = await this.as(supplier, () => this.get(ShowVersion).run(id));
    if (state === 'submitted') await this.as(this.parties.manager.actor, () => this.get(AcceptVersion).run(id));
  }
}
