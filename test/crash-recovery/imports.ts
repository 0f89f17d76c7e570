import { setTimeout as pause } from 'node:timers/promises';
import { testAssortment, testTerms } from '@tallgrunn/agreements-server/testing';
import { withClient } from '../../tools/postgres/connect.mts';
import type { Installation } from '../../tools/trial/installation.mts';
import { largeLedger, largeReport, type LargeReport } from '../../tools/trial/large-report.mts';
import { HttpUser } from '../../tools/trial/visitor.mts';

interface UploadedFile {
  id: string;
  file: LargeReport;
}

interface Added {
  id: string;
  invitation: { link: string };
}

const password = 'en lang nok frase for prøver';
/** A job of a dead worker is abandoned after half a minute without a heartbeat and run a second time. */
const patienceMs = 120_000;

/** Returns the previous month: its obligation is open whenever the test runs. */
function lastMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}

/** A cooperative in an installation, and all its uploads: they must be stored whatever happens meanwhile. */
export class Imports {
  readonly reports: UploadedFile[] = [];
  readonly ledgers: UploadedFile[] = [];
  readonly month = lastMonth();
  #number = 1;
  #obligationId = '';

  private constructor(
    readonly installation: Installation,
    readonly supplier: HttpUser,
    readonly buyer: HttpUser,
  ) {}

  /** Sets up the parties by `tallgrunn set-up` and their invitations, and an agreement over HTTP as its manager. */
  static async setUp(installation: Installation): Promise<Imports> {
    const add = (kind: string, name: string, email: string) =>
      installation.tallgrunn<Added>('set-up', kind, name, '--invite', email);
    const join = ({ invitation }: Added, name: string) =>
      HttpUser.join(installation.address, invitation.link, name, { password });
    const administrator = await join(await add('cooperative', 'Innkjøp Øst', 'leder@example.no'), 'Liv Leder');
    const invited = await administrator.post('/colleagues/invitations', {
      email: 'avtaler@example.no',
      role: 'contract-manager',
    });
    if (invited.status !== 201) throw new Error(`No invitation: ${invited.status} ${JSON.stringify(invited.body)}`);
    const manager = await HttpUser.join(
      installation.address,
      await installation.invitationLink('avtaler@example.no'),
      'Ada Avtale',
      { password },
    );
    const buyer = await add('buyer', 'Kongsvinger kommune', 'kunde@example.no');
    const otherBuyer = await add('buyer', 'Nord-Odal kommune', 'annen@example.no');
    const supplier = await add('supplier', 'Matgrossisten AS', 'selger@example.no');
    const imports = new Imports(installation, await join(supplier, 'Siv Selger'), await join(buyer, 'Kari Kunde'));
    await imports.#agree(manager, supplier.id, [buyer.id, otherBuyer.id]);
    return imports;
  }

  async #agree(manager: HttpUser, supplierId: string, buyers: string[]): Promise<void> {
    const agreement = await manager.post<{ id: string }>('/agreements', {
      number: 'A-1',
      title: 'Mat- og drikkevarer',
      startsOn: `${this.month}-01`,
      lots: [{ key: '1A', title: 'Tørr, kjøl og frys' }],
      suppliers: [{ supplierId, lots: ['1A'] }],
      buyers: buyers.map((buyerId) => ({ buyerId })),
    });
    const prices = await manager.upload(
      `/agreements/${agreement.body.id}/price-versions`,
      'priser.csv',
      new Blob([testAssortment]),
      { supplierId },
    );
    const terms = await manager.post(`/agreements/${agreement.body.id}/terms`, { document: testTerms });
    expect([agreement, prices, terms].map(({ status, body }) => (status === 201 ? status : body))).toEqual([
      201, 201, 201,
    ]);
    await this.installation.until('an obligation', async () => (await this.#findObligation()) !== '');
  }

  async #findObligation(): Promise<string> {
    const [obligation] = await this.sql<{ id: string }>(
      'select id from agreements.reporting_obligation where period_key = $1',
      [this.month],
    );
    return (this.#obligationId = obligation?.id ?? '');
  }

  sql<R extends object>(statement: string, params: unknown[] = []): Promise<R[]> {
    return withClient(this.installation.databaseUrl, async (client) => (await client.query<R>(statement, params)).rows);
  }

  async handIn(reportLines: number, ledgerLines: number): Promise<void> {
    const report = largeReport(reportLines, this.#number, this.month);
    const ledger = largeLedger(ledgerLines, this.#number, this.month);
    this.#number += Math.max(reportLines, ledgerLines);
    const [version, batch] = await Promise.all([
      retryUpload(() =>
        this.supplier.upload<{ id: string }>(`/obligations/${this.#obligationId}/versions`, 'rapport.csv', report.file),
      ),
      retryUpload(() => this.buyer.upload<{ id: string }>('/spend/batches', 'hovedbok.csv', ledger.file)),
    ]);
    expect([version.status, batch.status]).toEqual([202, 201]);
    this.reports.push({ id: version.body.id, file: report });
    this.ledgers.push({ id: batch.body.id, file: ledger });
  }

  /**
   * Uploads a report and a ledger, and resolves while both are being processed, before any of their lines is visible.
   * If one is done before the other starts, two more follow, and that one is twice as large.
   */
  async beginTwo(reportLines: number, ledgerLines: number): Promise<void> {
    const lines = { report: reportLines, ledger: ledgerLines };
    for (let tries = 0; tries < 5; tries += 1) {
      if (this.reports.length > 0) await this.untilNewestIn(); // jobs repeated after a crash would delay the next upload
      await this.handIn(lines.report, lines.ledger);
      const first = await this.#firstDone();
      if (first === null) return;
      lines[first] *= 2;
    }
    throw new Error(`No two imports were at work at once:\n${this.installation.printed}`);
  }

  /** Waits until the newest report and ledger are both being processed, and returns null, or which is done first. */
  async #firstDone(): Promise<'report' | 'ledger' | null> {
    const newest = [this.reports.at(-1)?.id, this.ledgers.at(-1)?.id];
    for (const last = performance.now() + patienceMs; performance.now() < last; await pause(20)) {
      const rows = await this.sql<{ id: string; state: string }>(
        'select subject_id as id, state from platform.job_progress where subject_id = any($1)',
        [newest],
      );
      const done = rows.find(({ state }) => state === 'done' || state === 'failed');
      if (done) return done.id === newest[0] ? 'report' : 'ledger';
      if (rows.filter(({ state }) => state === 'working').length === newest.length) return null;
    }
    return 'report';
  }

  /** Waits until the newest report and ledger are imported. */
  async untilNewestIn(): Promise<void> {
    await this.supplier.until(`/report-versions/${this.reports.at(-1)?.id}`, patienceMs);
    await this.buyer.until(`/spend/batches/${this.ledgers.at(-1)?.id}`, patienceMs);
  }

  async submitFirst(): Promise<void> {
    const { status } = await this.supplier.post(`/report-versions/${this.reports[0]?.id}/submit`, {
      confirmations: [],
      leaveOutRows: false,
    });
    expect(status).toBe(201);
  }

  /** Requires that everything stored is complete and stored once, to the last øre. */
  async expectWholeOrNothing(): Promise<void> {
    const { lines, postings } = await this.#counted();
    expect(expectedSums(this.reports)).toEqual(expect.arrayContaining(lines));
    expect(expectedSums(this.ledgers)).toEqual(expect.arrayContaining(postings));
  }

  /**
   * Requires that every upload is stored once, to the last øre, that nothing else is stored and that no job is pending.
   */
  async expectAllOnce(): Promise<void> {
    for (const { id } of this.reports) await this.supplier.until(`/report-versions/${id}`, patienceMs);
    for (const { id } of this.ledgers) await this.buyer.until(`/spend/batches/${id}`, patienceMs);
    expect(await this.#counted()).toEqual({ lines: expectedSums(this.reports), postings: expectedSums(this.ledgers) });
    const versions = await this.sql<{ state: string }>('select state from reporting.report_version');
    expect(versions.map(({ state }) => state)).toEqual(
      this.reports.map(() => expect.stringMatching(/^(checked|accepted)$/)),
    );
    expect(await this.sql('select state from spend.batch')).toEqual(this.ledgers.map(() => ({ state: 'posted' })));
    expect(await this.sql(`select subject_id from platform.job_progress where state = 'failed'`)).toEqual([]);
    expect(
      await this.sql('select version_id from reporting.check_result group by version_id having count(*) > 1'),
    ).toEqual([]);
    expect(
      await this.sql(
        `select subject_id from platform.domain_event where name = 'spend.batch-posted' group by subject_id having count(*) > 1`,
      ),
    ).toEqual([]);
  }

  async #counted(): Promise<{ lines: object[]; postings: object[] }> {
    const lines = await this.sql(
      'select version_id as id, count(*)::int as lines, (sum(amount) * 100)::bigint::text as ore from reporting.report_line group by version_id order by version_id',
    );
    const postings = await this.sql(
      'select batch_id as id, count(*)::int as lines, (sum(amount) * 100)::bigint::text as ore from spend.posting group by batch_id order by batch_id',
    );
    return { lines, postings };
  }
}

/**
 * Uploads a second time if the server closed the connection. A server that has just lost its database may do so; an
 * incomplete upload is not stored.
 */
async function retryUpload<T>(upload: () => Promise<T>): Promise<T> {
  try {
    return await upload();
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code !== 'EPIPE') throw error;
    await pause(1_000);
    return upload();
  }
}

const expectedSums = (taken: UploadedFile[]): object[] =>
  taken
    .map(({ id, file }) => ({ id, lines: file.lines, ore: String(file.sumOre) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
