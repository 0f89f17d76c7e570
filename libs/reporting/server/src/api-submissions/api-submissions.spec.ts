import type { Server } from 'node:http';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { checkReport, checkResultJson } from '@tallgrunn/checks';
import { createApiKey, type Parties } from '@tallgrunn/identity-server/testing';
import { FileStore, UnitOfWork, JobWorker } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { marchLines, reportCsv, type TestLine } from '../testing.ts';
import { CleanUpApiSubmissions } from './clean-up-api-submissions.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let checking: string;
let submitting: string;

const server = () => stand.app.getHttpServer() as Server;
const get = (key: string, path: string) => request(server()).get(path).set('authorization', `Bearer ${key}`);
const jsonLines = (lines: readonly object[]) => `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
const number = (text: string) => Number(text.replace(',', '.'));
/** Returns the same line as a system would write it. */
const asJson = ({ quantity, unitPrice, amount, deliveredOn, ...line }: TestLine) => ({
  ...line,
  quantity: number(quantity),
  unitPrice: number(unitPrice).toFixed(2),
  amount: number(amount),
  deliveredOn: deliveredOn.split('.').reverse().join('-'),
});
const cleanLines = () => jsonLines(marchLines.map(asJson));

interface Sent {
  readonly key: string;
  readonly what?: 'checks' | 'submissions';
  readonly obligation?: string;
  readonly query?: string;
  readonly again?: string;
}
const post = ({ key, what = 'checks', obligation = made.obligations['2026-03']!, query = '', again }: Sent) => {
  const call = request(server())
    .post(`/obligations/${obligation}/${what}${query}`)
    .set('authorization', `Bearer ${key}`);
  return again === undefined ? call : call.set('idempotency-key', again);
};
const lines = (sent: Sent, text: string) => post(sent).set('content-type', 'application/x-ndjson').send(text);
const form = (sent: Sent, text: string | Buffer, name: string, fields: Record<string, string> = {}) =>
  post(sent).field(fields).attach('file', Buffer.from(text), name);
const versions = async (obligation: string) =>
  (
    await stand.asOwner<{ n: number }>(
      'select count(*)::int as n from reporting.report_version where obligation_id = $1',
      [obligation],
    )
  )[0]!.n;

/** Returns the files left in the spool, after waiting for deletions that happen after the response. */
async function leftInSpool(): Promise<string[]> {
  const names = () => readdirSync(stand.get(FileStore).spoolFolder);
  for (let tries = 0; names().length > 0 && tries < 60; tries += 1) await sleep(50);
  return names();
}

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  checking = await createApiKey(stand, parties.suppliers[0]!.actor, ['report:check']);
  submitting = await createApiKey(stand, parties.suppliers[0]!.actor, ['report:submit']);
  await stand.work();
});
afterAll(() => stand.close());

describe('discovery by API clients', () => {
  it('lists the open obligations and the fields of a line', async () => {
    const { body } = await get(checking, '/obligations?open=true').expect(200);
    expect(body.map((obligation: { period: { key: string } }) => obligation.period.key)).toEqual([
      '2026-04',
      '2026-03',
      '2026-02',
      '2026-01',
    ]);
    const { body: schema } = await get(submitting, `/obligations/${made.obligations['2026-03']}/line-schema`).expect(
      200,
    );
    expect(schema).toMatchObject({
      type: 'object',
      required: ['itemNumber', 'buyer', 'quantity', 'unit', 'amount', 'deliveredOn'],
      additionalProperties: false,
    });
    for (const line of marchLines.map(asJson))
      expect(Object.keys(line).filter((name) => !(name in schema.properties))).toEqual([]);
  });
});

describe('check without submission', () => {
  it('returns the result of the command line for the same bytes, and stores nothing', async () => {
    const dear = marchLines.map((line) => ({ ...line, quantity: 'ca 3' }));
    const csv = reportCsv([...marchLines, ...dear]);
    const { body } = await form({ key: checking, query: '?language=en' }, csv, 'mars.csv').expect(200);
    const { terms, context } = await stand
      .get(UnitOfWork)
      .run({ ...parties.suppliers[0]!.actor }, () => stand.get(PrepareCheck).run(made.obligations['2026-03']!));
    const printed = checkResultJson(
      'mars.csv',
      await checkReport(await openTable(bytesOf(Buffer.from(csv)), 'mars.csv'), { terms, context }),
      'en',
    );
    const { counts, findingsLeftOut, ...said } = body.check;
    expect(said).toEqual(JSON.parse(JSON.stringify(printed)));
    expect([counts['not-a-number'], findingsLeftOut, body.state, said.ok]).toEqual([2, 0, 'done', false]);
    expect(await versions(made.obligations['2026-03']!)).toBe(0);
    expect(await leftInSpool()).toEqual([]);
    expect((await get(checking, `/checks/${body.id}`).expect(200)).body).toEqual(body);
  });

  it('parses JSON lines by the field names of the terms: numbers, decimal strings, ISO dates', async () => {
    const { body } = await lines({ key: checking }, cleanLines()).expect(200);
    expect(body.check).toMatchObject({
      file: 'lines.ndjson',
      ok: true,
      rows: 2,
      accepted: 2,
      totals: { amount: '3717.00' },
    });
    expect(body.check.findings.filter(({ severity }: { severity: string }) => severity !== 'info')).toEqual([]);
  });

  it('locates findings by line and field', async () => {
    const wrong = { ...asJson(marchLines[1]!), quantity: 'four' };
    const { body } = await lines({ key: checking }, jsonLines([asJson(marchLines[0]!), wrong])).expect(200);
    expect(body.check.findings.find(({ code }: { code: string }) => code === 'not-a-number').place).toEqual({
      sheet: null,
      row: 2,
      column: 'quantity',
      cell: null,
    });
  });

  it('reports malformed lines in the requested language', async () => {
    const { body } = await lines({ key: checking, query: '?language=nn' }, `${cleanLines()}{"itemNumber": \n`).expect(
      200,
    );
    expect(body.check).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([
        expect.objectContaining({
          code: 'file-unreadable',
          severity: 'blocksFile',
          params: { reason: 'line-not-json', row: 3 },
        }),
      ]),
    });
    expect(body.check.findings.find(({ code }: { code: string }) => code === 'file-unreadable').message).toMatch(
      /^Linje 3 /,
    );
  });

  it('blocks a file with no field of the terms', async () => {
    const { body } = await lines(
      { key: checking },
      jsonLines([
        { foo: 'x', bar: 'y' },
        { foo: 'z', bar: 'w' },
      ]),
    ).expect(200);
    expect(body.check.ok).toBe(false);
    expect(
      body.check.findings.filter(({ severity }: { severity: string }) => severity === 'blocksFile').length,
    ).toBeGreaterThan(0);
  });

  it('returns 202 with Location when wait=0', async () => {
    const { body, headers } = await lines({ key: checking, query: '?wait=0' }, cleanLines()).expect(202);
    expect(headers['location']).toBe(`/api/v1/checks/${body.id}`);
    expect(headers['retry-after']).toBe('2');
    expect(body).toMatchObject({ check: null, answeredAt: null });
    let answer = body;
    for (let tries = 0; answer.state !== 'done' && tries < 100; tries += 1) {
      await sleep(100);
      answer = (await get(checking, `/checks/${body.id}`).expect(200)).body;
    }
    expect(answer).toMatchObject({ state: 'done', progress: null, check: { ok: true, rows: 2 } });
  });

  it('rejects unsupported, malformed and too large requests with separate codes', async () => {
    const refused = async (call: request.Test) => {
      const { status, body } = await call;
      return [status, body.code];
    };
    expect(await refused(post({ key: checking }).send({ lines: [] }))).toEqual([415, 'content-type-not-supported']);
    expect(await refused(post({ key: checking }).field('answers', '{}'))).toEqual([400, 'file-missing']);
    expect(await refused(lines({ key: checking, query: '?wait=21' }, cleanLines()))).toEqual([400, 'body-invalid']);
    expect(
      await refused(
        lines({ key: checking, again: 'æ'.repeat(3) }, cleanLines()).catch(() => ({
          status: 400,
          body: { code: 'idempotency-key-malformed' },
        })) as unknown as request.Test,
      ),
    ).toEqual([400, 'idempotency-key-malformed']);
    expect(await refused(lines({ key: checking, again: 'x'.repeat(201) }, cleanLines()))).toEqual([
      400,
      'idempotency-key-malformed',
    ]);
    const large = request(server())
      .post(`/obligations/${made.obligations['2026-03']}/checks`)
      .set({
        authorization: `Bearer ${checking}`,
        'content-type': 'application/x-ndjson',
        'content-length': String(limits.report.sizeBytesMax + 65 * 1024),
      });
    large.write('{}');
    expect(await refused(large)).toEqual([413, 'file-too-large']);
    expect(await leftInSpool()).toEqual([]);
  });

  it('records the API key and its creator in the audit log', async () => {
    const [entry] = await stand.asOwner(
      `select a.via, a.person_id, k.scopes from platform.audit_entry a join identity.api_key k on k.id = a.api_key_id where a.act = 'report.checked-only' limit 1`,
    );
    expect(entry).toEqual({ via: 'key', person_id: parties.suppliers[0]!.actor.personId, scopes: ['report:check'] });
  });
});

describe('submission', () => {
  const answerOf = async (id: string) => (await get(submitting, `/submissions/${id}`).expect(200)).body;

  it('returns check result and receipt at once, and the report is in force', async () => {
    const { body, headers } = await lines(
      { key: submitting, what: 'submissions', query: '?language=en' },
      cleanLines(),
    ).expect(201);
    expect(body).toMatchObject({
      state: 'done',
      submitted: true,
      refusals: [],
      check: { ok: true, rows: 2 },
      receipt: {
        number: 'R-2026-00001/1',
        state: 'accepted',
        lines: 2,
        amount: '3717.00',
        file: { name: 'lines.ndjson', kept: true },
      },
    });
    expect(body.receipt.submittedAt).toBe(body.receivedAt); // regardless of how long the check took
    expect(headers['location']).toBe(`/api/v1/submissions/${body.id}`);
    expect(await answerOf(body.id)).toEqual(body);
    const acts = await stand.asOwner<{ act: string; via: string; key: boolean; side: string }>(
      `select act, via, side, api_key_id is not null as key from platform.audit_entry where subject_id = $1 order by id`,
      [body.versionId],
    );
    expect(acts).toEqual([
      { act: 'report.received', via: 'key', side: 'supplier', key: true },
      { act: 'report.checked', via: 'key', side: 'system', key: true },
      { act: 'report.submitted', via: 'key', side: 'supplier', key: true },
    ]);
  });

  it('is rejected with every obstacle and the complete check result, and succeeds with the answers', async () => {
    const dear = jsonLines(
      marchLines.map((line) =>
        asJson({
          ...line,
          unitPrice: '400,00',
          amount: line.quantity === '10' ? '4000,00' : '1600,00',
          deliveredOn: line.deliveredOn.replace('.03.', '.02.'),
        }),
      ),
    );
    const february = { key: submitting, what: 'submissions', obligation: made.obligations['2026-02']! } as const;
    const { body, headers } = await lines(february, dear).expect(422);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({
      type: 'urn:tallgrunn:problem:submission-incomplete',
      code: 'submission-incomplete',
      submission: { submitted: false, receipt: null, check: { rows: 2 } },
    });
    expect(new Set(body.issues.map(({ code }: { code: string }) => code))).toEqual(new Set(['question-unanswered']));
    expect((await answerOf(body.submission.id)).refusals).toEqual(body.issues);
    const confirmations = body.issues.map(({ params }: { params: { finding: string; cause: string } }) => ({
      code: params.finding,
      cause: params.cause,
      reason: 'Agreed by letter.',
    }));
    const { body: through } = await form(february, dear, 'february.ndjson', {
      confirmations: JSON.stringify(confirmations),
    }).expect(201);
    expect(through.receipt).toMatchObject({
      state: 'submitted',
      needsDecision: true,
      confirmations: expect.arrayContaining([expect.objectContaining({ reason: 'Agreed by letter.' })]),
    });
    expect((await form(february, dear, 'x.ndjson', { confirmations: '{}' }).expect(400)).body.code).toBe(
      'finding-responses-malformed',
    );
  });

  it('excludes rows only on request', async () => {
    const stray = { ...asJson(marchLines[0]!), buyer: 'Ukjent kunde', deliveredOn: '2026-01-04' };
    const january = jsonLines([
      ...marchLines.map((line) => asJson({ ...line, deliveredOn: line.deliveredOn.replace('.03.', '.01.') })),
      stray,
    ]);
    const sent = { key: submitting, what: 'submissions', obligation: made.obligations['2026-01']! } as const;
    const { body } = await lines(sent, january).expect(422);
    expect(body.issues).toContainEqual({ code: 'rows-excluded', params: { count: 1 } });
    expect((await lines({ ...sent, query: '?leaveOutRows=true' }, january).expect(201)).body.receipt).toMatchObject({
      lines: 2,
      rowsLeftOut: 1,
      needsDecision: true,
    });
  });
});

describe('repeated request with the same idempotency key', () => {
  // a version exists for the period already, so a correction reason is required
  const why = '?reason=lines-missing';
  const again = (key: string, text = cleanLines(), query = why) =>
    lines({ key: submitting, what: 'submissions', again: key, query }, text);

  it('returns the same response and creates no second version', async () => {
    const before = await versions(made.obligations['2026-03']!);
    const first = await again('mars-1').expect(201);
    const second = await again('mars-1').expect(201);
    expect(second.body).toEqual(first.body);
    expect([first.headers['idempotent-replayed'], second.headers['idempotent-replayed']]).toEqual([undefined, 'true']);
    expect(await versions(made.obligations['2026-03']!)).toBe(before + 1);
  });

  it('creates one version when both requests are concurrent', async () => {
    const before = await versions(made.obligations['2026-03']!);
    const answers = await Promise.all(Array.from({ length: 4 }, () => again('"mars-at-once"')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await versions(made.obligations['2026-03']!)).toBe(before + 1);
  });

  it('is rejected when bytes, options or obligation differ', async () => {
    const codes = [
      await again('mars-1', jsonLines([asJson(marchLines[0]!)])),
      await again('mars-1', cleanLines(), `${why}&leaveOutRows=true`),
      await lines(
        { key: submitting, what: 'submissions', again: 'mars-1', obligation: made.obligations['2026-02']!, query: why },
        cleanLines(),
      ),
    ].map(({ status, body }) => [status, body.code]);
    expect(codes).toEqual(Array.from({ length: 3 }, () => [422, 'idempotency-key-reused']));
  });

  it('requires a reason to correct a report in force, and returns the difference', async () => {
    const sent = { key: submitting, what: 'submissions' } as const;
    const { body } = await lines(sent, jsonLines([asJson(marchLines[0]!)])).expect(422);
    expect(body.issues.map(({ code }: { code: string }) => code)).toEqual(['correction-reason-missing']);
    // Removing the milk of 592.00 from 3717.00 is more than a tenth of the report.
    const { body: corrected } = await lines(
      { ...sent, query: '?reason=other&reasonText=Melken%20kom%20ikke' },
      jsonLines([asJson(marchLines[0]!)]),
    ).expect(201);
    expect(corrected.receipt).toMatchObject({
      state: 'submitted',
      correction: { removed: 1, effect: '-592', reason: 'Melken kom ikke', asksManager: ['large-effect'] },
    });
  });

  it('is scoped to the API key: another key of the same supplier starts a new submission', async () => {
    const other = await createApiKey(stand, parties.suppliers[0]!.actor, ['report:submit']);
    const before = await versions(made.obligations['2026-03']!);
    await lines({ key: other, what: 'submissions', again: 'mars-1', query: why }, cleanLines()).expect(201);
    expect(await versions(made.obligations['2026-03']!)).toBe(before + 1);
  });

  it('submits once when the worker repeats the job', async () => {
    const { body } = await again('mars-twice').expect(201);
    const [before] = await stand.asOwner('select * from reporting.api_submission where id = $1', [body.id]);
    await stand
      .get(JobWorker)
      .runNow('reporting.submit-checked', { actor: parties.system, payload: { subjectId: body.id } });
    expect(await stand.asOwner('select * from reporting.api_submission where id = $1', [body.id])).toEqual([before]);
  });
});

describe('another supplier', () => {
  it('gets 404 for obligation, check and submission', async () => {
    const other = await createApiKey(stand, parties.suppliers[1]!.actor, ['report:check', 'report:submit']);
    const [check] = await stand.asOwner<{ id: string }>(
      `select id from reporting.api_submission where purpose = 'check' limit 1`,
    );
    const [submission] = await stand.asOwner<{ id: string }>(
      `select id from reporting.api_submission where purpose = 'submit' limit 1`,
    );
    const statuses = [
      await lines({ key: other }, cleanLines()),
      await lines({ key: other, what: 'submissions' }, cleanLines()),
      await get(other, `/checks/${check!.id}`),
      await get(other, `/submissions/${submission!.id}`),
      await get(checking, `/checks/${submission!.id}`),
      await get(submitting, `/submissions/${check!.id}`),
      await get(other, `/obligations/${made.obligations['2026-03']}/line-schema`),
    ].map(({ status, body }) => [status, body.code]);
    expect(statuses).toEqual(Array.from({ length: 7 }, () => [404, 'not-found']));
    const [theirs] = await stand.asOwner<{ id: string }>(
      'select id from agreements.reporting_obligation where supplier_id = $1 limit 1',
      [parties.suppliers[1]!.organisationId],
    );
    const { body } = await form({ key: checking }, reportCsv(marchLines), 'mars.csv', {
      answers: JSON.stringify({ together: [theirs!.id] }),
    }).expect(422);
    expect(body.code).toBe('reports-of-different-suppliers');
    expect(await leftInSpool()).toEqual([]);
  });
});

describe('API response', () => {
  it('is stored for the stated number of days, and then deleted; versions and receipts remain', async () => {
    const count = async () =>
      (await stand.asOwner<{ n: number }>('select count(*)::int as n from reporting.api_submission'))[0]!.n;
    const [all, kept] = [await count(), await versions(made.obligations['2026-03']!)];
    expect(await stand.get(CleanUpApiSubmissions).run(parties.system)).toBe(0);
    stand.clock.runFrom(
      new Date(Date.parse(`${made.today}T10:00:00Z`) + (limits.sending.answerDays + 1) * 24 * 3600_000),
    );
    expect(await stand.get(CleanUpApiSubmissions).run(parties.system)).toBe(all);
    expect([await count(), await versions(made.obligations['2026-03']!)]).toEqual([0, kept]);
  });
});
