import fc from 'fast-check';
import { AssignOwner, ExemptObligation, ExtendObligation, TransferSupplier } from '@tallgrunn/agreements-server';
import { SetUpParties } from '@tallgrunn/identity-server';
import { Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { ListObligations, SubmitNilReturn, SubmitNilReturns, SubmitVersion } from '@tallgrunn/reporting-server';
import { marchLines, receivedReport, reportCsv } from '@tallgrunn/reporting-server/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { setUpFollowUp } from '../testing.ts';
import { ChallengeLine } from './challenge-line.ts';
import { ChangeCase } from './change-case.ts';
import { DecideRequest } from './decide-request.ts';
import { SendCaseMessage } from './email/send-case-message.ts';
import { FollowReports } from './follow-reports.ts';
import { HandOverResponsibilities, type HandOver } from './hand-over.ts';
import { ListCases } from './list-cases.ts';
import { OpenCase } from './open-case.ts';
import { MoveOpenReports } from './move-open-reports.ts';
import { RecordConversation, titleOf } from './record-conversation.ts';
import { RequestCorrection } from './request-correction.ts';
import { OpenSupplierRequest } from './request-of-supplier.ts';
import { ShowCase } from './show-case.ts';
import { AddCaseEntry } from './write-in-case.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
beforeEach(async () => {
  ({ stand, parties, made } = await setUpFollowUp());
});
afterEach(() => stand.close());

const as = <T>(actor: Actor, work: () => Promise<T>) => stand.get(UnitOfWork).run(actor, work);
const asManager = <T>(work: () => Promise<T>) => as(parties.manager.actor, work);
const supplier = (at = 0) => parties.suppliers[at]!.actor;
const follow = (day: string) => {
  stand.clock.runFrom(new Date(`${day}T10:00:00Z`));
  return as(parties.system, () => stand.get(FollowReports).run());
};
const cases = (actor: Actor = parties.manager.actor) => as(actor, () => stand.get(ListCases).run({}));
const shown = (id: string, actor: Actor = parties.manager.actor) => as(actor, () => stand.get(ShowCase).run(id));
const obligation = (key: string) => made.obligations[key]!;
const supplierId = () => parties.suppliers[0]!.organisationId;
const openLate = () =>
  asManager(() =>
    stand.get(OpenCase).run({
      kind: 'late',
      supplierId: supplierId(),
      subjects: [{ kind: 'obligation', obligationId: obligation('2026-03') }],
      note: 'Ring Kari.',
    }),
  );
const mine = (rows: Awaited<ReturnType<typeof cases>>) => rows.filter((row) => row.supplier.id === supplierId());

describe('FollowReports', () => {
  it('opens one internal case per supplier and agreement and adds later reports to it', async () => {
    // Due 15 January, 13 February and 17 April. The first two were late before anyone could sign in.
    await follow('2026-04-15');
    expect(await cases()).toEqual([]);
    await follow('2026-04-22');
    const [first] = mine(await cases());
    expect(first).toMatchObject({
      number: 'S-2026-00001',
      kind: 'late',
      origin: 'rule',
      isShared: false,
      status: 'open',
    });
    await follow('2026-04-22');
    await follow('2026-04-27');
    const rows = mine(await cases());
    expect(rows).toHaveLength(1);
    expect(rows[0]?.periods).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(mine(await cases(supplier()))).toEqual([]);
  });

  it('resolves exempt or extended obligations and closes the case when none is missing', async () => {
    await follow('2026-04-27');
    const [row] = mine(await cases());
    await asManager(() => stand.get(ExemptObligation).run(obligation('2026-01'), 'Før oppstart.'));
    await asManager(() =>
      stand.get(ExtendObligation).run(obligation('2026-03'), { dueOn: '2026-06-01', reason: 'Nytt system.' }),
    );
    await as(supplier(), () => stand.get(SubmitNilReturn).run(obligation('2026-02')));
    await follow('2026-04-27');
    const done = await shown(row!.id);
    expect(done).toMatchObject({ status: 'closed', outcome: 'resolved' });
    expect(done.entries.map(({ kind }) => kind).sort()).toEqual(
      ['opened', 'exempted', 'due-date-extended', 'report-received', 'closed'].sort(),
    );
    await follow('2026-04-28');
    expect(mine(await cases())).toHaveLength(1);
  });
});

describe('conversation', () => {
  it('shows messages to both sides and internal entries to the cooperative only', async () => {
    const { id } = await openLate();
    await expect(shown(id, supplier())).rejects.toMatchObject({ code: 'not-found' });
    await asManager(() => stand.get(AddCaseEntry).run(id, { kind: 'message', body: 'Når kommer mars?' }));
    expect(await shown(id)).toMatchObject({ status: 'waiting-for-supplier', isShared: true });
    await as(supplier(), () =>
      stand.get(AddCaseEntry).run(id, {
        kind: 'message',
        body: 'I morgen.',
        subjects: [{ kind: 'obligation', obligationId: obligation('2026-03') }],
      }),
    );
    const theirs = await shown(id, supplier());
    expect(theirs.entries.map(({ kind, body }) => [kind, body])).toEqual([
      ['message', 'Når kommer mars?'],
      ['message', 'I morgen.'],
    ]);
    expect(theirs).toMatchObject({ status: 'waiting-for-us', owner: null, nextOn: null });
    expect((await shown(id)).entries.map(({ kind }) => kind)).toEqual(['opened', 'note', 'message', 'message']);
    await expect(shown(id, supplier(1))).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      as(supplier(), () => stand.get(AddCaseEntry).run(id, { kind: 'note', body: 'x' })),
    ).rejects.toMatchObject({ code: 'note-for-cooperative-only' });
  });

  it('e-mails each message to the other side', async () => {
    const { id } = await openLate();
    const { id: entryId } = await asManager(() =>
      stand.get(AddCaseEntry).run(id, { kind: 'message', body: 'Når kommer mars?' }),
    );
    const before = await queued();
    await as(parties.system, () =>
      stand
        .get(SendCaseMessage)
        .run({ name: 'follow-up.message-written', subjectId: id, payload: { caseId: id, entryId } }),
    );
    expect((await queued()) - before).toBe(1);
  });

  it('closes and reopens with a reason, hands over, and returns on the next date', async () => {
    const { id } = await openLate();
    await asManager(() => stand.get(ChangeCase).run(id, { nextOn: '2026-05-04' }));
    await asManager(() => stand.get(ChangeCase).close(id, 'no-action', 'Ringt.'));
    await expect(asManager(() => stand.get(AddCaseEntry).run(id, { kind: 'note', body: 'x' }))).rejects.toMatchObject({
      code: 'case-closed',
    });
    await asManager(() => stand.get(ChangeCase).reopen(id, 'Kom ikke.'));
    expect((await shown(id)).entries.map(({ kind }) => kind)).toEqual([
      'opened',
      'note',
      'next-date-changed',
      'closed',
      'reopened',
    ]);
  });
});

async function queued(): Promise<number> {
  const [row] = await stand.asOwner<{ n: number }>(
    `select count(*)::int as n from pgboss.job where name = 'platform.deliver-mail'`,
  );
  return row!.n;
}

describe('supplier request', () => {
  const ask = (request: Parameters<OpenSupplierRequest['run']>[0]) =>
    as(supplier(), () => stand.get(OpenSupplierRequest).run(request));

  it('grants more time on approval', async () => {
    const request = {
      kind: 'extension-request',
      reason: 'Sykdom.',
      obligationId: obligation('2026-03'),
      dueOn: '2026-04-27',
    } as const;
    const { id } = await ask(request);
    await expect(ask(request)).rejects.toMatchObject({ code: 'request-already-made' });
    await asManager(() => stand.get(DecideRequest).run(id, { isApproved: true, reason: 'Greit.' }));
    const [row] = await as(supplier(), () => stand.get(ListObligations).byIds([obligation('2026-03')]));
    expect(row).toMatchObject({ dueOn: '2026-04-27', extension: { originalDueOn: '2026-04-17', reason: 'Greit.' } });
    expect(await shown(id, supplier())).toMatchObject({ status: 'closed', outcome: 'approved' });
  });

  it('supports exemption, end of reporting and correction, and changes nothing when declined', async () => {
    const { id: exemption } = await ask({
      kind: 'exemption-request',
      reason: 'Stengt.',
      obligationId: obligation('2026-02'),
    });
    await asManager(() => stand.get(DecideRequest).run(exemption, { isApproved: true, reason: 'Stengt i februar.' }));
    const { id: stop } = await ask({
      kind: 'stop-request',
      reason: 'Solgt.',
      agreementId: made.agreementId,
      lastDay: '2026-04-30',
    });
    await asManager(() => stand.get(DecideRequest).run(stop, { isApproved: true, reason: 'Takk.' }));
    const { id: correction } = await ask({ kind: 'data-correction-request', reason: 'Nytt navn.' });
    await asManager(() => stand.get(DecideRequest).run(correction, { isApproved: false, reason: 'Meld til Brreg.' }));
    const rows = await as(parties.system, () =>
      stand
        .get(Database)
        .query(
          `select (select exemption_reason from agreements.door_reporting_obligation where id = $1) as exempt, (select max(valid_to)::text from agreements.door_agreement_supplier where supplier_id = $2) as until`,
          [obligation('2026-02'), supplierId()],
        ),
    );
    expect(rows).toEqual([{ exempt: 'Stengt i februar.', until: '2026-04-30' }]);
    expect(await shown(correction)).toMatchObject({ outcome: 'declined' });
  });

  it('reports missing fields', async () => {
    await expect(ask({ kind: 'stop-request', reason: 'x' })).rejects.toMatchObject({ code: 'request-incomplete' });
    await expect(
      ask({ kind: 'extension-request', reason: 'x', obligationId: obligation('2026-03'), dueOn: '2026-04-01' }),
    ).rejects.toMatchObject({ code: 'extension-not-later' });
  });

  it('accepts nil returns for several reports at once', async () => {
    const results = await as(supplier(), () =>
      stand.get(SubmitNilReturns).run([obligation('2026-01'), obligation('2026-02'), obligation('2026-04')]),
    );
    expect(results.map(({ code, versionId }) => [code, versionId !== null])).toEqual([
      [null, true],
      [null, true],
      ['period-not-over', false],
    ]);
  });
});

describe('report and its lines', () => {
  const accepted = async () => {
    const version = await receivedReport(stand, supplier(), obligation('2026-03'), reportCsv(marchLines));
    await as(supplier(), () => stand.get(SubmitVersion).run(version.id, { confirmations: [], leaveOutRows: false }));
    return version.id;
  };

  it('requests a correction and closes the case with the next version', async () => {
    const versionId = await accepted();
    const listed = await asManager(() => stand.get(ListObligations).run({ accepted: true }));
    expect(listed.map(({ version }) => version?.id)).toEqual([versionId]);
    const { id } = await asManager(() => stand.get(RequestCorrection).run(versionId, { message: 'Antall mangler.' }));
    await expect(
      asManager(() => stand.get(RequestCorrection).run(versionId, { message: 'En gang til.' })),
    ).rejects.toMatchObject({ code: 'correction-already-requested' });
    expect((await shown(id, supplier())).subjects).toMatchObject([{ kind: 'report', versionId }]);
    await stand.asOwner(`update reporting.report_version set state = 'replaced', superseded_at = now() where id = $1`, [
      versionId,
    ]);
    await follow('2026-04-16');
    expect(await shown(id)).toMatchObject({ status: 'closed', outcome: 'resolved' });
  });

  it('lets only the buyer of a line challenge it', async () => {
    const versionId = await accepted();
    const lines = await as(parties.system, () =>
      stand
        .get(Database)
        .query<{ line_no: number; buyer_id: string }>(
          'select line_no, buyer_id from reporting.door_report_line where version_id = $1',
          [versionId],
        ),
    );
    const buyer = parties.buyers[0]!;
    const own = lines.find(({ buyer_id }) => buyer_id === buyer.organisationId)!;
    const other = lines.find(({ buyer_id }) => buyer_id !== buyer.organisationId)!;
    const challenge = (lineNo: number) =>
      as(buyer.actor, () =>
        stand.get(ChallengeLine).run({ versionId, lineNo, about: 'not-received', body: 'Ikke mottatt.' }),
      );
    await expect(challenge(other.line_no)).rejects.toMatchObject({ code: 'not-found' });
    const { id } = await challenge(own.line_no);
    await expect(challenge(own.line_no)).rejects.toMatchObject({ code: 'line-already-challenged' });
    expect(await shown(id, supplier())).toMatchObject({
      kind: 'dispute',
      buyer: { id: buyer.organisationId },
      subjects: [{ kind: 'line', snapshot: { agreedPrice: '312.5' } }],
    });
    await expect(shown(id, parties.buyers[1]!.actor)).rejects.toMatchObject({ code: 'not-found' });
    await as(supplier(), () => stand.get(AddCaseEntry).run(id, { kind: 'message', body: 'Levert 3. mars.' }));
    expect((await shown(id, buyer.actor)).entries.map(({ kind }) => kind)).toEqual(['opened', 'message', 'message']);
  });
});

describe('HandOverResponsibilities', () => {
  it('moves agreements, open cases and decisions to the successor', async () => {
    const leaver = parties.manager.actor;
    const added = await as(parties.system, () =>
      stand.get(SetUpParties).addMember({
        organisationId: parties.manager.organisationId,
        role: 'contract-manager',
        name: 'Ny Ansatt',
        email: 'ny@example.no',
        password: null,
      }),
    );
    const people = await asManager(() => stand.get(AssignOwner).list());
    const successor = people.find(({ name }) => name === 'Ny Ansatt')!;
    expect(added.membershipId).toBeTruthy();
    await asManager(() => stand.get(AssignOwner).run(made.agreementId, leaver.personId));
    const { id } = await openLate();
    const handOver = (more: Partial<HandOver> = {}) =>
      asManager(() =>
        stand.get(HandOverResponsibilities).run({ fromPersonId: leaver.personId!, toPersonId: successor.id, ...more }),
      );
    await asManager(() =>
      stand.get(Database).query(
        `insert into agreements.agreement_contact (id, agreement_id, name, email, phone, role)
         select gen_random_uuid(), $1, name, upper(email), '99999999', 'contract' from identity.door_recipient where person_id = $2`,
        [made.agreementId, leaver.personId],
      ),
    );
    const before = await asManager(() => stand.get(HandOverResponsibilities).list());
    expect(before.find(({ person }) => person.id === leaver.personId)).toMatchObject({
      isActive: true,
      agreements: [{ id: made.agreementId }],
      cases: [{ id }],
    });
    expect(await handOver({ agreementIds: [], caseIds: [] })).toEqual({
      ...{ agreements: 0, contacts: 0, cases: 0, delegate: 'not-asked' },
    });
    const done = await handOver();
    expect(done).toEqual({ agreements: 1, contacts: 1, cases: 1, delegate: 'named' });
    expect(
      await stand.asOwner('select name, email, phone from agreements.agreement_contact where supplier_id is null'),
    ).toEqual([{ name: 'Ny Ansatt', email: 'ny@example.no', phone: null }]);
    expect(await shown(id)).toMatchObject({ owner: { id: successor.id, isMe: false } });
    expect(await handOver()).toEqual({ agreements: 0, contacts: 0, cases: 0, delegate: 'already-named' });
  });
});

describe('RecordConversation', () => {
  it('records a call that no case is about, closed unless it must be followed up', async () => {
    const record = (nextOn: string | null) =>
      asManager(() =>
        stand.get(RecordConversation).run(supplierId(), {
          ...{
            kind: 'phone-call',
            body: 'Kari ringte om fakturaene.\nDe kommer fredag.',
            happenedOn: '2026-04-13',
            nextOn,
          },
        }),
      );
    const done = await record(null);
    expect(await shown(done.id)).toMatchObject({
      ...{
        kind: 'other',
        title: 'Kari ringte om fakturaene.',
        status: 'closed',
        outcome: 'no-action',
        isShared: false,
      },
      entries: [
        { kind: 'opened' },
        { kind: 'phone-call', happenedOn: '2026-04-13', isInternal: true },
        { kind: 'closed' },
      ],
    });
    const open = await record('2026-04-20');
    expect(await shown(open.id)).toMatchObject({ status: 'open', nextOn: '2026-04-20', owner: { isMe: true } });
    expect(await cases(supplier())).toEqual([]);
    await expect(
      asManager(() =>
        stand.get(RecordConversation).run(parties.buyers[0]!.organisationId, {
          ...{ kind: 'meeting', body: 'x', happenedOn: '2026-04-13' },
        }),
      ),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes its title from the first line, shortened', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300 }), fc.string({ maxLength: 50 }), (line, rest) => {
        const title = titleOf(`${line}\n${rest}`);
        expect(title.length).toBeLessThanOrEqual(80);
        expect(title).not.toContain('\n');
      }),
    );
  });
});

describe('MoveOpenReports', () => {
  it('moves only reports from the day on that neither supplier has submitted', async () => {
    const [from, into] = parties.suppliers.map(({ organisationId }) => organisationId);
    await as(supplier(), () => stand.get(SubmitNilReturn).run(obligation('2026-03')));
    await asManager(() => stand.get(TransferSupplier).run(from!, into!, '2026-02-01'));
    await as(parties.system, () =>
      stand.get(MoveOpenReports).run({
        ...{ name: 'agreements.supplier-transferred', subjectId: from! },
        payload: { intoId: into!, day: '2026-02-01', agreementIds: [made.agreementId] },
      } as Parameters<MoveOpenReports['run']>[0]),
    );
    const owed = async (supplierOf: string) =>
      Object.fromEntries(
        (await as(parties.system, () => stand.get(ListObligations).run({ supplierId: supplierOf }))).map(
          ({ period, exemptReason, lots }) => [period.key, exemptReason ?? lots.join()],
        ),
      );
    expect(await owed(from!)).toEqual({
      ...{ '2026-01': '1A', '2026-02': 'no-longer-owed', '2026-03': '1A', '2026-04': 'no-longer-owed' },
    });
    expect(await owed(into!)).toMatchObject({
      '2026-01': '1B',
      '2026-02': '1A,1B',
      '2026-03': '1B',
      '2026-04': '1A,1B',
    });
  });
});
