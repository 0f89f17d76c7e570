import { createHash } from 'node:crypto';
import { customerHash } from '@tallgrunn/checks';
import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import { spoolFile, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { parseRedactionNotice } from '../checking/redaction-notice.ts';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { CheckVersion } from '../checking/check-version.ts';
import { ReceiveVersion } from '../versions/receive-version.ts';
import { ShowReceipt } from '../versions/show-receipt.ts';
import { ShowVersion } from '../versions/show-version.ts';
import { SubmitVersion } from '../versions/submit-version.ts';
import { LearnExcludedCustomers } from './learn-excluded-customers.ts';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
});
afterAll(() => stand.close());

const stranger = 'Våler kommune (Østfold)';
const clerk = () => parties.suppliers[0]!.actor;
const context = async () =>
  (await stand.get(UnitOfWork).run({ ...clerk() }, () => stand.get(PrepareCheck).run(made.obligations['2026-04']!)))
    .context;

/** March as uploaded by a browser: without the rows of the excluded customer, and with the hash of its name. */
async function submitted(answer: { excluded?: string[]; included?: string[] }): Promise<string> {
  const sent = reportCsv(marchLines);
  const whole = {
    sha256: createHash('sha256')
      .update(`whole ${JSON.stringify(answer)}`)
      .digest('hex'),
    sizeBytes: 900,
  };
  const cut = parseRedactionNotice(
    JSON.stringify({
      rows: 8,
      columns: [],
      cells: 0,
      unused: [{ sheet: '', column: 9, heading: 'Bestilt av' }],
      sheets: 0,
      leftOut: 2,
      whole,
      ...answer,
    }),
  );
  const file = await spoolFile(stand, 'mars.csv', sent);
  const { id } = await stand
    .get(UnitOfWork)
    .run(clerk(), () => stand.get(ReceiveVersion).run(made.obligations['2026-03']!, file, {}, { cut }));
  await stand
    .get(UnitOfWork)
    .run(parties.system, () => stand.get(CheckVersion).run({ subjectId: id }, { tell: () => Promise.resolve() }));
  const { verdict, correction } = await stand.get(UnitOfWork).run(clerk(), () => stand.get(ShowVersion).run(id));
  const confirmations = (verdict?.groups ?? [])
    .filter(({ severity }) => severity === 'confirm')
    .map(({ code, example }) => ({ code, cause: example.cause ?? '', reason: 'Ja' }));
  const submit = {
    confirmations,
    leaveOutRows: true,
    ...(correction && { correction: { code: 'wrong-quantity' as const } }),
  };
  await stand.get(UnitOfWork).run(clerk(), () => stand.get(SubmitVersion).run(id, submit));
  await stand
    .get(UnitOfWork)
    .run({ ...parties.system }, () =>
      stand.get(LearnExcludedCustomers).run({ name: 'reporting.version-submitted', subjectId: id, payload: {} }),
    );
  return id;
}

it('stores a hash of an excluded customer when the report is submitted, and removes its rows from the next file', async () => {
  const hash = customerHash(await context(), stranger);
  const id = await submitted({ excluded: [hash] });
  expect((await context()).excludedCustomers).toEqual({ hash: [hash] });
  const tables = await stand.asOwner<{ all: string | null }>(
    `select string_agg(t::text, ' ') as all from reporting.excluded_customer t`,
  );
  expect(tables[0]!.all).not.toContain('Våler');
  const next = await receivedReport(
    stand,
    clerk(),
    made.obligations['2026-04']!,
    reportCsv([
      { ...marchLines[0]!, deliveredOn: '03.04.2026' },
      { ...marchLines[0]!, buyer: stranger, deliveredOn: '04.04.2026', invoiceNumber: '9' },
    ]),
  );
  expect(next).toMatchObject({ verdict: { rows: 1, quarantined: 0 }, cuttings: [{ stage: 'kept', rows: 1 }] });
  const receipt = await stand.get(UnitOfWork).run(clerk(), () => stand.get(ShowReceipt).run(id));
  expect(receipt).toMatchObject({
    rowsLeftOut: 2,
    needsDecision: true,
    cuttings: [{ stage: 'sent', rows: 8, leftOut: 2, unused: [{ heading: 'Bestilt av' }] }],
  });
});

it('deletes the hash when the supplier declares the customer to be a buyer', async () => {
  await submitted({ included: [customerHash(await context(), stranger)] });
  expect((await context()).excludedCustomers).toBeUndefined();
});

it('rejects an invalid hash', () => {
  expect(() =>
    parseRedactionNotice(JSON.stringify({ rows: 0, columns: [], cells: 0, whole: null, excluded: ['Våler kommune'] })),
  ).toThrow('redaction-malformed');
});
