import { spoolFile, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import { Problem, UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { CheckVersion } from '../checking/check-version.ts';
import { marchLines, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';
import { ReceiveVersion } from '../versions/receive-version.ts';
import { ShowVersion } from '../versions/show-version.ts';
import { SubmitVersion } from '../versions/submit-version.ts';
import { SubmitNilReturn } from './submit-nil-return.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
});
afterAll(() => stand.close());

const clerk = () => parties.suppliers[0]!.actor;
const as = <T>(actor: ReturnType<typeof clerk>, work: () => Promise<T>): Promise<T> =>
  stand.get(UnitOfWork).run({ ...actor }, work);
/** Returns 'done', or the status and code of the problem; throws any other error. */
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Problem) return `${error.getStatus()} ${error.code}`;
      throw error;
    },
  );

async function checked(period: string, day: string, invoice: string): Promise<string> {
  const lines = marchLines.map((line) => ({ ...line, deliveredOn: day, invoiceNumber: invoice }));
  const file = await spoolFile(stand, `${invoice}.csv`, reportCsv(lines));
  const { id } = await as(clerk(), () => stand.get(ReceiveVersion).run(made.obligations[period]!, file, {}, {}));
  await as(parties.system, () => stand.get(CheckVersion).run({ subjectId: id }, { tell: () => Promise.resolve() }));
  return id;
}

async function submit(id: string): Promise<unknown> {
  const { verdict } = await as(clerk(), () => stand.get(ShowVersion).run(id));
  const confirmations = (verdict?.groups ?? [])
    .filter(({ severity }) => severity === 'confirm')
    .map(({ code, example }) => ({ code, cause: example.cause ?? '', reason: 'Ja.' }));
  return as(clerk(), () => stand.get(SubmitVersion).run(id, { confirmations, leaveOutRows: true }));
}

const versionsOf = (period: string) =>
  stand.asOwner<{ number: string }>(
    `select number from reporting.report_version where obligation_id = $1 and number is not null order by sequence`,
    [made.obligations[period]],
  );

describe('six concurrent nil returns', () => {
  it('creates one version, and returns 409 to the other requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        outcome(as(clerk(), () => stand.get(SubmitNilReturn).run(made.obligations['2026-01']!))),
      ),
    );
    expect(answers.toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => '409 nil-return-already-submitted'),
      'done',
    ]);
    expect(await versionsOf('2026-01')).toHaveLength(1);
  });
});

describe('five versions of one obligation submitted concurrently', () => {
  it('accepts one, and requires the others to be compared with it', async () => {
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await checked('2026-02', '10.02.2026', `F${n}`));
    const answers = await Promise.all(ids.map((id) => outcome(submit(id))));
    expect(answers.toSorted()).toEqual([...Array.from({ length: 4 }, () => '409 correction-base-changed'), 'done']);
    expect(await versionsOf('2026-02')).toHaveLength(1);
  });
});

describe('period that has not ended', () => {
  it('rejects a nil return, and states the first possible day', async () => {
    const refused = as(clerk(), () =>
      stand.get(SubmitNilReturn).run(made.obligations['2026-04']!, 'Ingenting levert.'),
    );
    await expect(refused).rejects.toMatchObject({
      status: 422,
      code: 'period-not-over',
      params: { period: '2026-04', from: '2026-05-01' },
    });
    expect(await versionsOf('2026-04')).toEqual([]);
  });

  it('is checked, and submitted after its end, or before when the terms allow it', async () => {
    const id = await checked('2026-04', '09.04.2026', 'F100');
    expect(await outcome(submit(id))).toBe('422 period-not-over');
    await stand.asOwner(`alter table agreements.terms_version disable trigger user`);
    await stand.asOwner(`update agreements.terms_version set document = document || '{"earlySubmission": "allowed"}'`);
    expect(await outcome(submit(id))).toBe('done');
    expect(await versionsOf('2026-04')).toHaveLength(1);
  });

  it('quarantines lines dated after the day of the check', async () => {
    const id = await checked('2026-04', '30.04.2026', 'F101');
    const { verdict } = await as(clerk(), () => stand.get(ShowVersion).run(id));
    expect(verdict).toMatchObject({
      accepted: 0,
      groups: expect.arrayContaining([expect.objectContaining({ code: 'date-in-future', count: 2 })]),
    });
  });
});
