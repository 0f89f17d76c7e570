import { Problem, UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { admitColleague, setUpMember, type Parties } from '@tallgrunn/identity-server/testing';
import { PublishTerms } from '@tallgrunn/agreements-server';
import { spoolFile, testTerms, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { AcceptVersion } from '../versions/accept-version.ts';
import { RespondToOnBehalf } from '../on-behalf/respond-to-on-behalf.ts';
import { UploadOnBehalf } from '../on-behalf/upload-on-behalf.ts';
import { ListFindings } from '../versions/list-findings.ts';
import { DownloadFile } from '../versions/download-file.ts';
import { ReceiveVersion, type UploadDetails } from '../versions/receive-version.ts';
import { ShowDiff } from './show-diff.ts';
import { ShowReceipt } from '../versions/show-receipt.ts';
import { ShowVersion } from '../versions/show-version.ts';
import { CheckVersion } from '../checking/check-version.ts';
import { SubmitOnBehalf } from '../on-behalf/submit-on-behalf.ts';
import { SubmitVersion, type SubmissionInput } from '../versions/submit-version.ts';
import { marchLines, reportCsv, type TestLine } from '../testing.ts';
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
const silent = { tell: () => Promise.resolve() };
const as = <T>(actor: ReturnType<typeof clerk>, work: () => Promise<T>): Promise<T> => units.run({ ...actor }, work);
const show = (id: string) => as(clerk(), () => stand.get(ShowVersion).run(id));

async function handedIn(obligation: string, lines: readonly TestLine[], arrival: UploadDetails = {}) {
  const file = await spoolFile(stand, 'rapport.csv', reportCsv(lines));
  const { id } = await as(clerk(), () =>
    stand.get(ReceiveVersion).run(made.obligations[obligation]!, file, {}, arrival),
  );
  await as(parties.system, () => stand.get(CheckVersion).run({ subjectId: id }, silent));
  return show(id);
}

async function delivered(id: string, wanted: SubmissionInput = {}) {
  const { verdict } = await show(id);
  const confirmations = (verdict?.groups ?? [])
    .filter(({ severity }) => severity === 'confirm')
    .map(({ code, example }) => ({ code, cause: example.cause ?? '', reason: 'Ja.' }));
  await as(clerk(), () => stand.get(SubmitVersion).run(id, { confirmations, ...wanted }));
  const version = await show(id);
  if (version.state === 'submitted') await as(parties.manager.actor, () => stand.get(AcceptVersion).run(id));
  return version;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Problem) =>
      error.code === 'submission-incomplete'
        ? error.issues.map((issue) => (issue as { code: string }).code).join()
        : error.code,
  );

// Calculated by hand. Meat: 10 × 312.50 = 3125.00. Milk: 4 × 148.00 = 592.00. Salmon: 5 × 189.90 = 949.50.
const [meat, milk] = [marchLines[0]!, marchLines[1]!];
const salmon: TestLine = {
  itemNumber: '77120',
  itemName: 'Laks 1 kg',
  buyer: 'Kongsvinger kommune',
  quantity: '5',
  unit: 'kg',
  unitPrice: '189,90',
  amount: '949,50',
  deliveredOn: '20.03.2026',
  invoiceNumber: '7003',
};
const lessMeat = { ...meat, quantity: '8', amount: '2500,00' };

describe('version that replaces another', () => {
  it('is compared by line: new, removed and changed lines, and the total difference', async () => {
    await delivered((await handedIn('2026-03', [meat, milk])).id);
    const { id, correction } = await handedIn('2026-03', [lessMeat, salmon]);
    // 2500.00 + 949.50 − (3125.00 + 592.00)
    expect(correction).toMatchObject({
      baseNumber: 'R-2026-00001/1',
      way: 'replaces',
      added: 1,
      removed: 1,
      changed: 1,
      effect: '-267.50',
      reasonCode: null,
    });
    const { lines, next } = await as(clerk(), () => stand.get(ShowDiff).run({ versionId: id }));
    expect(
      lines.map(({ kind, itemNumber, effect, before, after }) => [
        kind,
        itemNumber,
        effect,
        before && [before.row, before.quantity, before.unitPrice, before.amount],
        after && [after.row, after.quantity, after.unitPrice, after.amount],
      ]),
    ).toEqual([
      ['added', '77120', '949.50', null, [3, '5', '189.90', '949.50']],
      ['changed', '00512', '-625.00', [2, '10', '312.50', '3125.00'], [2, '8', '312.50', '2500.00']],
      ['removed', '30118', '-592.00', [3, '4', '148.00', '592.00'], null],
    ]);
    expect(next).toBeNull();
    expect((await as(clerk(), () => stand.get(ShowDiff).run({ versionId: id, kind: 'removed' }))).lines).toHaveLength(
      1,
    );
    expect(
      (await as(clerk(), () => stand.get(ShowDiff).run({ versionId: id, after: '949.50~zzz' }))).lines.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['changed', 'removed']);
  });

  it('is rejected without a reason, and after another version has come into force', async () => {
    const { id } = await handedIn('2026-03', [lessMeat, milk]);
    const also = await handedIn('2026-03', [lessMeat]);
    expect(await codeOf(as(clerk(), () => stand.get(SubmitVersion).run(id, {})))).toContain(
      'correction-reason-missing',
    );
    expect(
      await codeOf(as(clerk(), () => stand.get(SubmitVersion).run(id, { correction: { code: 'other', text: '' } }))),
    ).toContain('correction-reason-missing');
    await delivered(id, { correction: { code: 'wrong-quantity', text: 'To pakker kom tilbake' } });
    const receipt = await as(clerk(), () => stand.get(ShowReceipt).run(id));
    // −625.00 is more than a tenth of 3717.00.
    expect(receipt).toMatchObject({
      number: 'R-2026-00001/2',
      needsDecision: true,
      correction: {
        reasonCode: 'wrong-quantity',
        reason: 'To pakker kom tilbake',
        asksManager: ['large-effect'],
        effect: '-625.00',
      },
    });
    expect(
      await codeOf(
        as(clerk(), () => stand.get(SubmitVersion).run(also.id, { correction: { code: 'wrong-quantity' } })),
      ),
    ).toBe('correction-base-changed');
  });

  it('has no comparison when it is the first', async () => {
    const first = await handedIn('2026-04', [{ ...milk, deliveredOn: '07.04.2026' }]);
    expect(first.correction).toBeNull();
    expect(await codeOf(as(clerk(), () => stand.get(ShowDiff).run({ versionId: first.id })))).toBe(
      'nothing-to-compare',
    );
  });
});

describe('version that amends another', () => {
  it('retains every line that it does not mention, and is complete in itself', async () => {
    const [base] = await stand.asOwner<{ id: string }>(
      `select id from reporting.report_version where obligation_id = '${made.obligations['2026-03']}' and state = 'accepted'`,
    );
    const amended = await handedIn('2026-03', [{ ...lessMeat, unitPrice: '312,00', amount: '2496,00' }, salmon], {
      way: 'amends',
    });
    // 2496.00 + 949.50 and the milk of the base version, 592.00
    expect(amended).toMatchObject({
      lines: 3,
      amount: '4037.50',
      verdict: { rows: 2 },
      correction: { way: 'amends', added: 1, removed: 0, changed: 1, effect: '945.50' },
    });
    const lines = await stand.asOwner(
      `select line_no, item_number, amount::text as amount, row_no, carried_from_version_id from reporting.report_line where version_id = '${amended.id}' order by line_no`,
    );
    expect(lines).toEqual([
      { line_no: 1, item_number: '00512', amount: '2496.00', row_no: 2, carried_from_version_id: null },
      { line_no: 2, item_number: '77120', amount: '949.50', row_no: 3, carried_from_version_id: null },
      { line_no: 3, item_number: '30118', amount: '592.00', row_no: 3, carried_from_version_id: base!.id },
    ]);
  });

  it('requires a report with lines to amend', async () => {
    expect(await codeOf(handedIn('2026-02', [milk], { way: 'amends' }))).toBe('nothing-to-amend');
  });

  it('waits for the manager after the period is closed, whatever its size', async () => {
    const january = (line: TestLine) => ({ ...line, deliveredOn: line.deliveredOn.replace('.03.', '.01.') });
    await delivered((await handedIn('2026-01', [january(meat), january(milk)])).id);
    const late = await handedIn('2026-01', [{ ...january(milk), quantity: '4,1', amount: '606,80' }], {
      way: 'amends',
    });
    const { correction } = await delivered(late.id, { correction: { code: 'wrong-quantity' } });
    expect(correction).toMatchObject({ effect: '14.80', asksManager: ['period-closed'] });
  });
});

describe('previous version', () => {
  it('is available unchanged, with its file and its check result, after the terms change', async () => {
    const [old] = await stand.asOwner<{ id: string }>(
      `select id from reporting.report_version where obligation_id = '${made.obligations['2026-03']}' and state = 'replaced' and sequence = 1`,
    );
    const id = old!.id;
    const shown = async () => ({ ...(await show(id)), progress: null }); // job progress is not part of the version
    const before = await shown();
    const findings = await as(clerk(), () => stand.get(ListFindings).run({ versionId: id }));
    const strict = {
      ...testTerms,
      checks: [
        { id: 'leading-zeros-lost', severity: 'blocksFile' as const },
        { id: 'item-unknown', severity: 'blocksFile' as const },
      ],
      scope: 'agreed-items' as const,
    };
    await as(parties.manager.actor, () => stand.get(PublishTerms).run(made.agreementId, strict));
    await stand.work();
    expect(await shown()).toEqual(before);
    expect(await as(clerk(), () => stand.get(ListFindings).run({ versionId: id }))).toEqual(findings);
    const file = await as(clerk(), () => stand.get(DownloadFile).run(id));
    const pieces: Buffer[] = [];
    for await (const piece of file.getStream()) pieces.push(piece as Buffer);
    expect(Buffer.concat(pieces).toString()).toBe(reportCsv([meat, milk]));
  });
});

it('requires review when amounts move from one buyer to another, even if they cancel out', async () => {
  const base = await handedIn('2026-01', [{ ...meat, deliveredOn: '08.01.2026', quantity: '200', amount: '62500,00' }]);
  await delivered(base.id, { correction: { code: 'wrong-quantity' } });
  const moved = await handedIn('2026-01', [
    { ...meat, deliveredOn: '08.01.2026', quantity: '200', amount: '62500,00', buyer: 'Nord-Odal kommune' },
  ]);
  expect(moved.correction).toMatchObject({
    effect: '0.00',
    movement: '125000.00',
    asksManager: ['large-effect', 'period-closed'],
  });
});

describe('report submitted on behalf of the supplier', () => {
  const behalf = {
    receivedFrom: 'Kari Nordmann, e-post',
    receivedOn: '2026-03-02',
    reason: 'Leverandøren får ikke logget inn.',
  };
  const february = reportCsv([{ ...milk, deliveredOn: '10.02.2026' }]);

  it('has a receipt date in the past, and stores no national identity number', async () => {
    const handIn = async (said: object) =>
      as(parties.manager.actor, async () =>
        stand
          .get(UploadOnBehalf)
          .run(
            made.obligations['2026-02']!,
            await spoolFile(stand, 'februar.csv', february),
            {},
            {},
            { ...behalf, ...said },
          ),
      );
    expect(await codeOf(handIn({ receivedOn: '2031-01-01' }))).toBe('on-behalf-malformed');
    const { id } = await handIn({ receivedFrom: 'Kari, 01010750160' });
    expect(
      await stand.asOwner(`select received_from from reporting.on_behalf_submission where version_id = '${id}'`),
    ).toEqual([{ received_from: 'Kari, •••••••••••' }]);
  });

  it('is flagged permanently, announced by e-mail, and answered by the supplier', async () => {
    const { manager } = parties;
    const { id } = await as(manager.actor, async () =>
      stand
        .get(UploadOnBehalf)
        .run(made.obligations['2026-02']!, await spoolFile(stand, 'februar.csv', february), {}, {}, behalf),
    );
    await as(parties.system, () => stand.get(CheckVersion).run({ subjectId: id }, silent));
    const { verdict } = await show(id);
    const confirmations = (verdict?.groups ?? [])
      .filter(({ severity }) => severity === 'confirm')
      .map(({ code, example }) => ({ code, cause: example.cause ?? '', reason: 'Ja.' }));
    await as(manager.actor, () => stand.get(SubmitOnBehalf).run(id, { confirmations }));
    expect(await as(manager.actor, () => stand.get(ShowReceipt).run(id))).toMatchObject({
      onBehalf: { ...behalf, by: expect.any(String), answer: null },
    });
    const own = (await stand.deliverMail()).filter((letter) => letter.includes(`/reports/versions/${id}`));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain(`To: ${parties.suppliers[0]!.email}`);
    expect(own[0]).toContain(behalf.reason);
    expect(await codeOf(as(clerk(), () => stand.get(RespondToOnBehalf).run(id, { agreed: false })))).toBe(
      'on-behalf-response-missing',
    );
    await as(clerk(), () => stand.get(RespondToOnBehalf).run(id, { agreed: false, text: 'Feil måned.' }));
    expect((await show(id)).onBehalf).toMatchObject({ ...behalf, answer: 'disagreed', answerText: 'Feil måned.' });
  });

  it('is accepted by a second, independent manager, even without findings', async () => {
    const [hander, second] = [
      parties.manager,
      await setUpMember(stand, parties, parties.manager, 'administrator', 'andre@example.no'),
    ];
    const dependent = await admitColleague(
      stand,
      { ...hander.actor, role: 'administrator' },
      'contract-manager',
      'avhengig@example.no',
    );
    const { id } = await as(hander.actor, async () =>
      stand
        .get(UploadOnBehalf)
        .run(
          made.obligations['2026-02']!,
          await spoolFile(stand, 'februar-2.csv', reportCsv([{ ...milk, deliveredOn: '11.02.2026' }])),
          {},
          {},
          behalf,
        ),
    );
    await as(parties.system, () => stand.get(CheckVersion).run({ subjectId: id }, silent));
    const { verdict } = await show(id);
    const confirmations = (verdict?.groups ?? [])
      .filter(({ severity }) => severity === 'confirm')
      .map(({ code, example }) => ({ code, cause: example.cause ?? '', reason: 'Ja.' }));
    await as(hander.actor, () =>
      stand.get(SubmitOnBehalf).run(id, { confirmations, correction: { code: 'wrong-quantity' } }),
    );
    expect((await show(id)).state).toBe('submitted');
    expect(await codeOf(as(hander.actor, () => stand.get(AcceptVersion).run(id)))).toBe('second-person-required');
    expect(await codeOf(as(dependent.actor, () => stand.get(AcceptVersion).run(id)))).toBe('approver-not-independent');
    await as(second.actor, () => stand.get(AcceptVersion).run(id));
    expect((await show(id)).state).toBe('accepted');
  });

  it('rejects on-behalf actions on a report that the supplier uploaded', async () => {
    const own = await handedIn('2026-04', [{ ...milk, deliveredOn: '08.04.2026' }]);
    expect(await codeOf(as(parties.manager.actor, () => stand.get(SubmitOnBehalf).run(own.id, {})))).toBe(
      'not-submitted-on-behalf',
    );
    expect(await codeOf(as(clerk(), () => stand.get(RespondToOnBehalf).run(own.id, { agreed: true })))).toBe(
      'not-submitted-on-behalf',
    );
    expect(
      await codeOf(as(parties.suppliers[1]!.actor, () => stand.get(RespondToOnBehalf).run(own.id, { agreed: true }))),
    ).toBe('not-found');
  });
});
