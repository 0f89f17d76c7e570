import { UnitOfWork, type Actor } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { signIn, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { AcceptVersion } from '../versions/accept-version.ts';
import { SubmitVersion } from '../versions/submit-version.ts';
import { LearnUnits } from '../learning/learn-units.ts';
import { RememberedAnswerStore, type NewAnswer } from '../store/remembered-answer-store.ts';
import type { ReadingOptions } from '../checking/check-request.ts';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let supplier: Actor;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  supplier = parties.suppliers[0]!.actor;
});
afterAll(() => stand.close());

/** March as submitted by a clerk, with a unit that is not standard and an item that is not agreed. */
async function submitted(answers: ReadingOptions, month = '03'): Promise<string> {
  const lines = [
    { ...marchLines[1]!, unit: 'spn', deliveredOn: `07.${month}.2026`, invoiceNumber: `s${month}` },
    { ...marchLines[0]!, deliveredOn: `08.${month}.2026`, invoiceNumber: `t${month}` },
  ];
  const version = await receivedReport(
    stand,
    supplier,
    made.obligations[`2026-${month}`]!,
    reportCsv(lines),
    'rapport.csv',
    answers,
  );
  const questions = version.verdict?.groups.filter(({ severity }) => severity === 'confirm') ?? [];
  const confirmations = questions.map(({ code, example }) => ({
    code,
    cause: example.cause ?? '',
    reason: 'Avtalt per telefon.',
  }));
  await stand.get(UnitOfWork).run({ ...supplier }, () =>
    stand.get(SubmitVersion).run(version.id, {
      confirmations,
      leaveOutRows: (version.verdict?.quarantined ?? 0) > 0,
      ...(version.correction && { correction: { code: 'wrong-quantity' } }),
    }),
  );
  return version.id;
}
const spn = (unit: string): ReadingOptions => ({
  patches: [
    { set: 'unit', text: 'spn', unit },
    { set: 'cell', sheet: '', row: 2, column: 3, value: '1' },
  ],
});
const april = () => made.obligations['2026-04']!;

it('applies to the next file from submission, with day, person and report, for this supplier only', async () => {
  const clerk = await signIn(stand, parties.suppliers[0]!.email);
  expect((await clerk.get(`/obligations/${april()}/remembered-answers`).expect(200)).body).toEqual([]);
  const id = await submitted(spn('stk'));
  const [version] = await stand.asOwner<{ number: string; state: string }>(
    `select number, state from reporting.report_version where id = '${id}'`,
  );
  const { body } = await clerk.get(`/obligations/${april()}/remembered-answers`).expect(200);
  expect(body).toMatchObject([
    {
      kind: 'change',
      subject: 'unit spn',
      answer: { set: 'unit', text: 'spn', unit: 'stk' },
      reason: null,
      reportNumber: version!.number,
    },
  ]);
  expect(body[0].givenBy).toEqual(expect.any(String));
  expect(String(body[0].givenAt).slice(0, 10)).toBe(stand.clock.now().toISOString().slice(0, 10));
  const other = await signIn(stand, parties.suppliers[1]!.email);
  await other.get(`/obligations/${april()}/remembered-answers`).expect(404);
  await other.post(`/obligations/${april()}/remembered-answers/${body[0].id}/revoke`).expect(404);
});

it('retains its day when the answer is repeated, and is replaced by a different answer', async () => {
  const clerk = await signIn(stand, parties.suppliers[0]!.email);
  const list = async () =>
    (await clerk.get(`/obligations/${april()}/remembered-answers`).expect(200)).body as {
      id: string;
      answer: { unit: string };
    }[];
  const [before] = await list();
  await submitted(spn('stk'), '02');
  expect(await list()).toEqual([before]);
  await submitted(spn('kg'), '01');
  expect((await list()).map(({ answer }) => answer.unit)).toEqual(['kg']);
});

it('is revoked by the supplier along with the rules learned from it, and is not learned afterwards', async () => {
  const clerk = await signIn(stand, parties.suppliers[0]!.email);
  const taught = async () =>
    (await stand.get(UnitOfWork).run({ ...supplier }, () => stand.get(PrepareCheck).run(april()))).context.taughtUnits
      ?.text ?? [];
  const [{ id: version }] = (await stand.asOwner<{ id: string }>(
    `select id from reporting.report_version where period_key = '2026-01' order by received_at desc limit 1`,
  )) as [{ id: string }];
  const accept = () => stand.get(UnitOfWork).run(parties.manager.actor, () => stand.get(AcceptVersion).run(version));
  if (
    (await stand.asOwner<{ state: string }>(`select state from reporting.report_version where id = '${version}'`))[0]!
      .state === 'submitted'
  )
    await accept();
  const learn = () =>
    stand
      .get(UnitOfWork)
      .run({ ...parties.system }, () =>
        stand.get(LearnUnits).run({ name: 'reporting.version-accepted', subjectId: version, payload: {} }),
      );
  await learn();
  expect(await taught()).toEqual(['spn']);
  const [answer] = (await clerk.get(`/obligations/${april()}/remembered-answers`).expect(200)).body;
  await clerk.post(`/obligations/${april()}/remembered-answers/${answer.id}/revoke`).expect(204);
  await clerk.post(`/obligations/${april()}/remembered-answers/${answer.id}/revoke`).expect(404);
  expect((await clerk.get(`/obligations/${april()}/remembered-answers`).expect(200)).body).toEqual([]);
  expect(await taught()).toEqual([]);
  await learn();
  expect(await taught()).toEqual([]);
  const acts = await stand.asOwner<{ act: string }>(
    `select act from platform.audit_entry where act like 'report.answer%'`,
  );
  expect(acts.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['report.answers-remembered', 'report.answer-revoked']),
  );
});

/** Stores answers about customers as the supplier's clerk, under an existing version. Returns the number stored. */
async function saved(answers: readonly NewAnswer[]): Promise<number> {
  const [version] = await stand.asOwner<{ id: string }>(
    `select id from reporting.report_version where supplier_id = '${supplier.organisationId}' limit 1`,
  );
  return stand
    .get(UnitOfWork)
    .run({ ...supplier }, () =>
      stand
        .get(RememberedAnswerStore)
        .save({ supplierId: supplier.organisationId!, agreementId: made.agreementId }, version!.id, answers),
    );
}
const customer = (subject: string, ours: boolean): NewAnswer => ({
  kind: 'customer',
  subject,
  answer: { ours },
  reason: null,
});
const inForce = (like: string) =>
  stand.asOwner<{ subject: string; ours: boolean }>(
    `select subject, (answer->>'ours')::boolean as ours from reporting.remembered_answer where revoked_at is null and subject like '${like}' order by subject`,
  );

it('stores each answer once, and lists all of them across pages', async () => {
  const many = Array.from({ length: 2_300 }, (_, index) => customer(`many-${String(index).padStart(4, '0')}`, true));
  expect(await saved(many)).toBe(many.length);
  expect(await saved(many)).toBe(0);
  expect(await saved(many.map(({ subject }, index) => customer(subject, index % 100 !== 0)))).toBe(23);
  const stored = await inForce('many-%');
  expect(stored.map(({ subject }) => subject)).toEqual(many.map(({ subject }) => subject));
  expect(stored.filter(({ ours }) => !ours)).toHaveLength(23);

  const clerk = await signIn(stand, parties.suppliers[0]!.email);
  const reached: { id: string; subject: string }[] = [];
  const sizes: number[] = [];
  for (let last = 1_000; last === 1_000;) {
    const { body } = await clerk
      .get(`/obligations/${april()}/remembered-answers${reached.length > 0 ? `?after=${reached.at(-1)!.id}` : ''}`)
      .expect(200);
    reached.push(...body);
    sizes.push((last = body.length));
  }
  expect(sizes).toEqual([1_000, 1_000, 300]);
  expect(reached.map(({ subject }) => subject).sort()).toEqual(many.map(({ subject }) => subject));

  const taken = reached.find(({ subject }) => subject === 'many-0007')!;
  await clerk.post(`/obligations/${april()}/remembered-answers/${taken.id}/revoke`).expect(204);
  expect(await inForce('many-0007')).toEqual([]);
});

it('stores one answer when reports are submitted concurrently', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `once-${String(index).padStart(2, '0')}`);
  const rounds = [true, false, true, false].map((ours, index) =>
    (index % 2 === 0 ? names : names.toReversed()).map((name) => customer(name, ours)),
  );
  await Promise.all(rounds.map((answers) => saved(answers)));
  const stored = await inForce('once-%');
  expect(stored.map(({ subject }) => subject)).toEqual(names);
  expect(new Set(stored.map(({ ours }) => ours)).size).toBe(1);
});

it('stores the last of two answers to one subject in a report', async () => {
  expect(await saved([customer('both', false), customer('both', true)])).toBe(1);
  expect(await inForce('both')).toEqual([{ subject: 'both', ours: true }]);
});
