import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { FileStore, UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import { spoolFile, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { parseRedactionNotice } from './redaction-notice.ts';
import { ReceiveVersion } from '../versions/receive-version.ts';
import { ShowReceipt } from '../versions/show-receipt.ts';
import { ShowVersion } from '../versions/show-version.ts';
import { CheckVersion } from './check-version.ts';
import { SubmitVersion } from '../versions/submit-version.ts';
import { CleanUpDrafts } from './clean-up-drafts.ts';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let units: UnitOfWork;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  units = stand.get(UnitOfWork);
});
afterAll(() => stand?.close());

const clerk = () => parties.suppliers[0]!.actor;
const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Returns the whole content of the file store as text. */
async function storedTexts(): Promise<string> {
  const folder = path.dirname(stand.get(FileStore).spoolFolder);
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    names.map(async (name) =>
      (await stat(path.join(folder, name))).isFile() ? readFile(path.join(folder, name), 'utf8') : '',
    ),
  );
  return files.join('\n');
}

async function everyRow(): Promise<string> {
  const tables = ['report_line', 'quarantined_row', 'finding', 'check_result', 'file_redaction', 'report_version'];
  const rows = await Promise.all(
    tables.map((table) =>
      stand.asOwner<{ all: string | null }>(`select string_agg(t::text, ' ') as all from reporting.${table} t`),
    ),
  );
  return rows
    .flat()
    .map(({ all }) => all ?? '')
    .join('\n');
}

const everybody = reportCsv([
  marchLines[0]!,
  { ...marchLines[0]!, buyer: 'Rema 1000 Elverum AS', invoiceNumber: '9001' },
  { ...marchLines[0]!, buyer: 'Hamar Hotell AS', invoiceNumber: '9002', amount: 'ca 20' },
  marchLines[1]!,
]);

describe('file of all customers that was not redacted before upload', () => {
  it('is redacted before storage, and findings and lines have the original row numbers', async () => {
    const version = await receivedReport(stand, clerk(), made.obligations['2026-03']!, everybody);
    expect(version).toMatchObject({
      lines: 2,
      verdict: { rows: 2, accepted: 2, quarantined: 0 },
      file: { sha256: hashOf(everybody), kept: true },
      cuttings: [{ stage: 'kept', wholeSha256: hashOf(everybody), rows: 2, columns: [], cells: 0 }],
    });
    const lines = await stand.asOwner<{ row_no: number }>(
      `select row_no from reporting.report_line where version_id = '${version.id}' order by line_no`,
    );
    expect(lines.map(({ row_no }) => row_no)).toEqual([2, 5]);
    expect(`${await storedTexts()}${await everyRow()}`).not.toMatch(/Rema 1000|Hamar Hotell/);
    expect(await storedTexts()).toContain('Nord-Odal kommune');
  });

  it('is deleted with its copy when it is never submitted', async () => {
    stand.clock.runFrom(new Date('2026-09-01T10:00:00Z'));
    expect(await stand.get(CleanUpDrafts).run(parties.system)).toBe(1);
    expect(await storedTexts()).not.toContain('Nord-Odal kommune');
    stand.clock.runFrom(new Date(`${made.today}T10:00:00Z`));
  });
});

describe('file that was redacted before upload', () => {
  const whole = { sha256: hashOf(everybody), sizeBytes: everybody.length };

  it('shows the original hash, the uploaded hash and the number of removed rows on its receipt', async () => {
    const sent = reportCsv(marchLines);
    const cut = parseRedactionNotice(
      JSON.stringify({ rows: 2, columns: [{ sheet: '', column: 9, heading: 'Ansatt', row: 1 }], cells: 0, whole }),
    );
    const file = await spoolFile(stand, 'mars.csv', sent);
    const { id } = await units.run(clerk(), () =>
      stand.get(ReceiveVersion).run(made.obligations['2026-03']!, file, {}, { cut }),
    );
    await units.run(parties.system, () =>
      stand.get(CheckVersion).run({ subjectId: id }, { tell: () => Promise.resolve() }),
    );
    const { verdict } = await units.run(clerk(), () => stand.get(ShowVersion).run(id));
    expect(verdict?.groups.find(({ code }) => code === 'personal-column')?.example).toMatchObject({
      severity: 'info',
      place: { row: 1, column: 'Ansatt', cell: 'J1' },
    });
    const confirmations = (verdict?.groups ?? [])
      .filter(({ severity }) => severity === 'confirm')
      .map(({ code, example }) => ({ code, cause: example.cause ?? '', reason: 'Ja' }));
    await units.run(clerk(), () => stand.get(SubmitVersion).run(id, { confirmations }));
    const receipt = await units.run(clerk(), () => stand.get(ShowReceipt).run(id));
    expect(receipt.file).toMatchObject({ sha256: hashOf(sent), kept: true });
    expect(receipt.cuttings).toEqual([
      {
        stage: 'sent',
        wholeSha256: whole.sha256,
        wholeSizeBytes: whole.sizeBytes,
        rows: 2,
        columns: [{ sheet: '', column: 9, heading: 'Ansatt', row: 1 }],
        cells: 0,
        unused: [],
        sheets: 0,
        leftOut: 0,
      },
    ]);
  });

  it('is not redacted a second time: the supplier has answered for its rows', async () => {
    const sent = reportCsv([
      { ...marchLines[0]!, buyer: 'Glåmdal Drift AS', deliveredOn: '03.02.2026' },
      { ...marchLines[1]!, deliveredOn: '04.02.2026' },
    ]);
    const file = await spoolFile(stand, 'februar.csv', sent);
    const { id } = await units.run(clerk(), () =>
      stand
        .get(ReceiveVersion)
        .run(
          made.obligations['2026-02']!,
          file,
          {},
          { cut: { rows: 5, columns: [], cells: 0, unused: [], sheets: 0, leftOut: 0, whole } },
        ),
    );
    await units.run(parties.system, () =>
      stand.get(CheckVersion).run({ subjectId: id }, { tell: () => Promise.resolve() }),
    );
    const version = await units.run(clerk(), () => stand.get(ShowVersion).run(id));
    expect(version.verdict).toMatchObject({ rows: 2, quarantined: 1, counts: { 'buyer-not-entitled': 1 } });
    expect(version.cuttings.map(({ stage }) => stage)).toEqual(['sent']);
  });
});

describe('redaction details of an upload', () => {
  it.each([
    ['no JSON', '{'],
    ['a hash that is none', JSON.stringify({ rows: 1, columns: [], cells: 0, whole: { sha256: 'abc', sizeBytes: 1 } })],
    ['rows that stayed of a file that was not cut', JSON.stringify({ rows: 1, columns: [], cells: 0, whole: null })],
    [
      'a column without its sheet',
      JSON.stringify({ rows: 0, columns: [{ column: 1, heading: 'x' }], cells: 0, whole: null }),
    ],
  ])('rejects %s', (_, text) => expect(() => parseRedactionNotice(text)).toThrow('redaction-malformed'));

  it('removes personal data from a heading, and stores row 0 when no row is given', () => {
    const told = parseRedactionNotice(
      JSON.stringify({
        rows: 0,
        columns: [{ sheet: '', column: 9, heading: '13097248022' }],
        cells: 0,
        whole: { sha256: 'a'.repeat(64), sizeBytes: 1 },
      }),
    );
    expect(told?.columns).toEqual([
      { sheet: '', column: 9, heading: expect.not.stringContaining('13097248022') as string, row: 0 },
    ]);
  });

  it('returns null when the client did not check, and zero counts when nothing was removed', () => {
    expect(parseRedactionNotice(undefined)).toBeNull();
    expect(parseRedactionNotice(JSON.stringify({ rows: 0, columns: [], cells: 0, whole: null }))).toEqual({
      rows: 0,
      columns: [],
      cells: 0,
      unused: [],
      sheets: 0,
      leftOut: 0,
      whole: null,
    });
  });
});
