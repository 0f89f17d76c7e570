import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { AcceptVersion } from '../versions/accept-version.ts';
import { SubmitVersion } from '../versions/submit-version.ts';
import type { ReadingOptions } from '../checking/check-request.ts';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { AddColumnRule } from '@tallgrunn/agreements-server';
import { LearnColumns } from './learn-columns.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
});
afterAll(() => stand.close());

const supplier = () => parties.suppliers[0]!.actor;
const checked = (period: string, month: string, answers: ReadingOptions = {}) =>
  receivedReport(
    stand,
    supplier(),
    made.obligations[period]!,
    reportCsv(
      marchLines.map((line) => ({
        ...line,
        deliveredOn: line.deliveredOn.replace('.03.', `.${month}.`),
        invoiceNumber: `${month}${line.invoiceNumber}`,
      })),
    ).replace('Antall', 'Kollital'),
    'rapport.csv',
    answers,
  );
const codes = (version: Awaited<ReturnType<typeof checked>>) =>
  version.verdict!.groups.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
const taught = async () =>
  (await stand.get(UnitOfWork).run({ ...supplier() }, () => stand.get(PrepareCheck).run(made.obligations['2026-04']!)))
    .context.taughtColumns;

const learn = (id: string) =>
  stand
    .get(UnitOfWork)
    .run({ ...parties.system }, () =>
      stand.get(LearnColumns).run({ name: 'reporting.version-accepted', subjectId: id, payload: {} }),
    );
const lessons = () =>
  stand.asOwner<{ id: string; heading: string; field: string; undone: boolean }>(
    'select id, heading, field, revoked_at is not null as undone from agreements.column_rule order by created_at, id',
  );

it('stores column rules when the report is accepted, and only for columns that are not recognised without them', async () => {
  expect(codes(await checked('2026-04', '04'))).toContain('column-missing');
  expect(await taught()).toBeUndefined();
  const answered = await checked('2026-03', '03', {
    mapping: {
      sheet: '',
      headingRow: 1,
      columns: {
        itemNumber: 0,
        itemName: 1,
        buyer: 2,
        quantity: 3,
        unit: 4,
        unitPrice: 5,
        amount: 6,
        deliveredOn: 7,
        invoiceNumber: 8,
      },
    },
  });
  expect(codes(answered)).not.toContain('column-missing');
  await stand.get(UnitOfWork).run({ ...supplier() }, () => stand.get(SubmitVersion).run(answered.id, {}));
  const { state } = (
    await stand.asOwner<{ state: string }>(`select state from reporting.report_version where id = '${answered.id}'`)
  )[0]!;
  if (state !== 'accepted')
    await stand.get(UnitOfWork).run(parties.manager.actor, () => stand.get(AcceptVersion).run(answered.id));
  await learn(answered.id);
  await learn(answered.id); // an event may be delivered twice
  expect(await taught()).toEqual({ field: ['quantity'], heading: ['Kollital'] });
  stand.clock.runFrom(new Date('2026-05-02T10:00:00Z'));
  expect(codes(await checked('2026-04', '04'))).toEqual([]);
  stand.clock.runFrom(new Date(`${made.today}T10:00:00Z`));
});

it('applies column rules in the succeeding agreement until another rule is learned there', async () => {
  const next = await setUpAgreement(stand, parties, { number: 'A-2', today: '2026-04-28' });
  expect(
    (
      await stand
        .get(UnitOfWork)
        .run({ ...supplier() }, () => stand.get(PrepareCheck).run(next.obligations['2026-04']!))
    ).context.taughtColumns,
  ).toBeUndefined();
  await stand.asOwner(
    `update agreements.agreement_supplier set valid_to = '2026-03-31' where agreement_id = '${made.agreementId}'`,
  );
  await stand.asOwner(
    `update agreements.agreement_supplier set valid_from = '2026-04-01' where agreement_id = '${next.agreementId}'`,
  );
  const inNext = async () =>
    (
      await stand
        .get(UnitOfWork)
        .run({ ...supplier() }, () => stand.get(PrepareCheck).run(next.obligations['2026-04']!))
    ).context.taughtColumns;
  expect(await inNext()).toEqual({ field: ['quantity'], heading: ['Kollital'] });
  const manager = await signIn(stand, parties.manager.email);
  const { body } = await manager.get(`/parties/${supplier().organisationId}`).expect(200);
  expect(body.columnLessons).toMatchObject([
    {
      kind: 'name',
      heading: 'Kollital',
      field: 'quantity',
      origin: 'decided',
      agreementId: made.agreementId,
      alsoIn: ['Mat- og drikkevarer'],
      undoneAt: null,
    },
  ]);
  await stand.get(UnitOfWork).run(parties.manager.actor, () =>
    stand.get(AddColumnRule).run(parties.suppliers[0]!.organisationId, next.agreementId, {
      kind: 'name',
      heading: 'kollital',
      field: 'amount',
      value: null,
    }),
  );
  expect(await inNext()).toEqual({ field: ['amount'], heading: ['kollital'] });
  await manager
    .put(`/parties/${supplier().organisationId}/learned-rules/${(await lessons())[1]!.id}`)
    .send({ acts: false })
    .expect(204);
  expect(await inNext()).toBeUndefined();
});

it('can be revoked permanently by a manager, and restored', async () => {
  const manager = await signIn(stand, parties.manager.email);
  const [lesson] = await lessons();
  const act = (acts: boolean) =>
    manager.put(`/parties/${supplier().organisationId}/learned-rules/${lesson!.id}`).send({ acts }).expect(204);
  await act(false);
  expect(await taught()).toBeUndefined();
  const [version] = await stand.asOwner<{ id: string }>(
    `select id from reporting.report_version where state = 'accepted'`,
  );
  await learn(version!.id);
  expect((await lessons()).filter(({ undone }) => !undone)).toEqual([]);
  await act(true);
  expect(await taught()).toEqual({ field: ['quantity'], heading: ['Kollital'] });
});

it('repeats fill-down in the second month without a question', async () => {
  const [mince, milk] = [marchLines[0]!, marchLines[1]!];
  const month = (period: string, number: string, answers: ReadingOptions = {}) =>
    receivedReport(
      stand,
      supplier(),
      made.obligations[period]!,
      reportCsv([
        { ...mince, deliveredOn: `02.${number}.2026` },
        { ...milk, buyer: '', deliveredOn: `03.${number}.2026`, invoiceNumber: 'F2' },
        { ...milk, buyer: '', deliveredOn: `04.${number}.2026`, invoiceNumber: 'F3' },
      ]),
      'rapport.csv',
      answers,
    );
  const first = await month('2026-01', '01');
  const [asked] = first.verdict!.groups.filter(({ code }) => code === 'required-empty');
  expect(asked).toMatchObject({ count: 2, example: { fix: { kind: 'fill-down' } } });
  const answered = await month('2026-01', '01', {
    patches: asked!.example.fix!.patches as ReadingOptions['patches'] & object,
  });
  expect(answered.verdict).toMatchObject({ ok: true, accepted: 3 });
  await learn(answered.id);
  expect((await lessons()).at(-1)).toMatchObject({ heading: 'Kunde', field: 'buyer', undone: false });
  const second = await month('2026-02', '02');
  expect([second.verdict!.accepted, codes(second)]).toEqual([3, []]);
});

it('applies the date format of the first month when the file is ambiguous, and asks after the rule is revoked', async () => {
  const month = (period: string, number: string, answers: ReadingOptions = {}) =>
    receivedReport(
      stand,
      supplier(),
      made.obligations[period]!,
      reportCsv([{ ...marchLines[0]!, deliveredOn: `${number}/02/2026` }]).replace('Leveringsdato', 'Levert dag'),
      'rapport.csv',
      answers,
    );
  const first = await month('2026-02', '01');
  const [asked] = first.verdict!.groups.filter(({ code }) => code === 'day-month-ambiguous');
  expect(asked).toMatchObject({ severity: 'confirm', example: { fix: { kind: 'choose-date-order' } } });
  const answered = await month('2026-02', '01', {
    patches: [{ set: 'date-order', field: 'deliveredOn', value: 'day-first' }],
  });
  expect(codes(answered)).not.toContain('day-month-ambiguous');
  await learn(answered.id);
  const [lesson] = (await lessons()).slice(-1);
  expect(lesson).toMatchObject({ field: 'deliveredOn', undone: false });
  expect(codes(await month('2026-02', '03'))).not.toContain('day-month-ambiguous');
  const manager = await signIn(stand, parties.manager.email);
  await manager
    .put(`/parties/${supplier().organisationId}/learned-rules/${lesson!.id}`)
    .send({ acts: false })
    .expect(204);
  expect(codes(await month('2026-02', '03'))).toContain('day-month-ambiguous');
});
