import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import { FileStore } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let address = '';
let headers: Record<string, string> = {};

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  await stand.app.listen(0, '127.0.0.1');
  address = await stand.app.getUrl();
  headers = { cookie: await signedInCookie(parties.suppliers[0]!.email) };
});
afterAll(() => stand.close());

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

async function signedInCookie(email: string): Promise<string> {
  const first = await fetch(`${address}/session`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const own = { cookie: cookieOf(first), 'x-csrf-token': csrfToken, 'content-type': 'application/json' };
  const body = JSON.stringify({ email, password: TEST_PASSWORD });
  const signedIn = await fetch(`${address}/session`, { method: 'POST', headers: own, body });
  expect(signedIn.status).toBe(200);
  return cookieOf(signedIn);
}

/** Returns random letters: they do not compress below the size of a socket buffer, and contain no personal number. */
const letters = (count: number): string =>
  Array.from(randomBytes(count), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
/**
 * Creates a report whose annotated file is several megabytes. A national identity number in it means that only a copy
 * of the file is stored.
 */
function longReport(itemName: string): string {
  const more = Array.from({ length: 8000 }, (_, at) => ({
    ...marchLines[1]!,
    itemName: letters(600),
    invoiceNumber: String(at + 1),
  }));
  return reportCsv([{ ...marchLines[0]!, itemName }, ...more]);
}

/** The server's connections with an open transaction. */
const openTransactions = async (): Promise<number> =>
  (
    await stand.asOwner<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and application_name like 'tallgrunn serve %' and state like 'idle in transaction%'`,
    )
  )[0]!.n;
async function spooled(): Promise<string[]> {
  const names = await readdir(stand.get(FileStore).spoolFolder);
  return names.filter((name) => /annotating|download/.test(name));
}

/** Fails the test by its time limit when the condition never holds. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(50);
}

/** Requests the annotated file and hangs up: at the first bytes, or before the answer. Returns the status, if any. */
async function hangUp(id: string, afterMs: number | null): Promise<number | null> {
  const client = new AbortController();
  if (afterMs !== null) setTimeout(() => client.abort(), afterMs);
  try {
    const response = await fetch(`${address}/report-versions/${id}/annotated-rows`, { headers, signal: client.signal });
    await response.body?.getReader().read();
    return response.status;
  } catch {
    return null;
  } finally {
    client.abort();
  }
}

describe.each([
  ['the file as it came', 'Kjøttdeig', true],
  ['the copy that is stored', '01010150074', true],
  ['rows alone, where nothing is stored', 'Kjøttdeig, grov', false],
])('download of %s that the client aborts', (_what, itemName, isStored) => {
  it('releases its connection and its slot, and leaves no file', async () => {
    const { id, verdict } = await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      made.obligations['2026-03']!,
      longReport(itemName),
    );
    expect(verdict?.rows).toBeGreaterThan(8000);
    if (!isStored)
      await stand.asOwner('update reporting.report_version set is_file_stored = false where id = $1', [id]);
    // more requests than the server has connections
    const statuses: (number | null)[] = [];
    for (let n = 0; n < 14; n += 1) {
      let status = await hangUp(id, n % 2 === 0 ? null : 30 * n);
      for (; status === 429; status = await hangUp(id, null)) await pause(100); // earlier downloads release their slots
      statuses.push(status);
    }
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(7);
    expect(statuses.filter((status) => status !== 200 && status !== null)).toEqual([]);
    await until(async () => (await openTransactions()) === 0);
    await until(async () => (await spooled()).length === 0);
    const whole = await fetch(`${address}/report-versions/${id}/annotated-rows`, { headers });
    expect([whole.status, (await whole.arrayBuffer()).byteLength > 2_000_000]).toEqual([200, true]);
  });
});
