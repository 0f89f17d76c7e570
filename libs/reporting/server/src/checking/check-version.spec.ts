import { UnitOfWork, type Actor, type Progress } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { agreements } from '@tallgrunn/agreements-server';
import { declarations } from '@tallgrunn/declarations-server';
import { spend } from '@tallgrunn/spend-server';
import { setUpAgreement, spoolFile, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { reporting } from '../room.ts';
import { ReceiveVersion } from '../versions/receive-version.ts';
import { CheckVersion } from './check-version.ts';
import { acceptedReport, marchLines, reportCsv } from '../testing.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let units: UnitOfWork;
const silent: Progress = { tell: () => Promise.resolve() };

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, declarations, spend, reporting]);
  units = stand.get(UnitOfWork);
  parties = await setUpParties(stand);
  made = await setUpAgreement(stand, parties);
});
afterAll(() => stand.close());

const system = (): Actor => ({ ...parties.system });
const stage = (versionId: string, andThen: () => void = () => undefined) =>
  units.run(system(), async () => {
    await stand.get(CheckVersion).run({ subjectId: versionId }, silent);
    andThen();
  });

async function received(lines = marchLines): Promise<string> {
  const file = await spoolFile(stand, 'mars.csv', reportCsv(lines));
  const { id } = await units.run({ ...parties.suppliers[0]!.actor }, () =>
    stand.get(ReceiveVersion).run(made.obligations['2026-03']!, file),
  );
  return id;
}

const countOf = async (versionId: string) => {
  const [row] = await stand.asOwner<{ lines: number; verdicts: number; state: string }>(
    `select (select count(*)::int from reporting.report_line where version_id = $1) as lines, (select count(*)::int from reporting.check_result where version_id = $1) as verdicts,
       (select state from reporting.report_version where id = $1) as state`,
    [versionId],
  );
  return row;
};

describe('file with characters that the database cannot store', () => {
  it('is checked and stored: invalid characters in headings, customers and findings', async () => {
    const text = reportCsv([
      { ...marchLines[0]!, buyer: '\0Kongsvinger kommune' },
      { ...marchLines[1]!, quantity: '4\0 stk', itemName: 'Melk \ud83d' },
    ]).replace('Fakturanummer', 'Faktura\0nummer');
    const file = await spoolFile(stand, 'mars.csv', text);
    const { id } = await units.run({ ...parties.suppliers[0]!.actor }, () =>
      stand
        .get(ReceiveVersion)
        .run(made.obligations['2026-03']!, file, { patches: [{ set: 'buyer', text: '\0x', buyer: 'y' }] }),
    );
    await stage(id);
    expect(await countOf(id)).toMatchObject({ state: 'checked', lines: 1, verdicts: 1 });
  });
});

describe('failed job', () => {
  it('leaves no rows, and restarts from the file', async () => {
    const id = await received();
    await expect(
      stage(id, () => {
        throw new Error('killed at the last moment');
      }),
    ).rejects.toThrow('killed');
    expect(await countOf(id)).toEqual({ lines: 0, verdicts: 0, state: 'received' });
    await stage(id);
    expect(await countOf(id)).toEqual({ lines: 2, verdicts: 1, state: 'checked' });
  });

  it('leaves no duplicates when two jobs run concurrently, or one is repeated', async () => {
    const id = await received();
    await Promise.all([stage(id), stage(id)]);
    await stage(id);
    expect(await countOf(id)).toEqual({ lines: 2, verdicts: 1, state: 'checked' });
  });

  it('leaves no rows when its connection is cut during COPY', async () => {
    const id = await received();
    const cut = async () => {
      await stand.asOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tallgrunn_app' and datname = current_database() and state = 'idle in transaction'`,
      );
    };
    const falling = units.run(system(), async () => {
      await stand.get(CheckVersion).run({ subjectId: id }, silent);
      await cut();
    });
    await expect(falling).rejects.toThrow();
    expect(await countOf(id)).toEqual({ lines: 0, verdicts: 0, state: 'received' });
    await stage(id);
    expect(await countOf(id)).toEqual({ lines: 2, verdicts: 1, state: 'checked' });
  });
});

it('stores own lines once when rows of other customers come after own lines have been sent', async () => {
  const ours = Array.from({ length: 6_000 }, (_, at) => ({ ...marchLines[0]!, invoiceNumber: String(at) }));
  const others = ['Bergen kommune', 'Stavanger kommune', 'Hotell Bristol AS', 'Oslo kommune'].map((buyer) => ({
    ...marchLines[0]!,
    buyer,
  }));
  const id = await received([...ours, ...others]);
  await stage(id);
  expect(await countOf(id)).toEqual({ lines: 6_000, verdicts: 1, state: 'checked' });
});

it('acceptedReport creates a report in force, for the specs of other rooms', async () => {
  const version = await acceptedReport(stand, parties, made);
  expect(version).toMatchObject({ state: 'accepted', lines: 2 });
  const again = await acceptedReport(stand, parties, made);
  expect(again.number).toBe('R-2026-00001/2');
});
