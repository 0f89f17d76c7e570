import { AddBuyerAliases } from '@tallgrunn/agreements-server';
import { testTerms } from '@tallgrunn/agreements-server/testing';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { Database, systemActor, UnitOfWork, JobWorker } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { mentionsOf, namesOrganisation, referencesIn, sumsOf } from './organisation-references.ts';
import { setUpWorld, type World } from './world.ts';

let stand: TestApp;
let ours: World;
let theirs: World;
let [twin, stays, buyerThatStays] = ['', '', ''];
const reason = 'De er den samme virksomheten.';

beforeAll(async () => {
  stand = await startAllRooms();
  ours = await setUpWorld(stand, 'Nordsamkjop', 2);
  theirs = await setUpWorld(stand, 'Sorsamkjop', 1);
});
afterAll(() => stand.close());

const preview = (fromId: string, intoId: string, by = ours.members.manager.caller) =>
  by.get(`/organisations/${fromId}/merge-preview?into=${intoId}`);
const merge = (fromId: string, intoId: string, more: object = {}, by = ours.members.manager.caller) =>
  by.post(`/organisations/${fromId}/merge`, { into: intoId, reason, ...more });
const references = () => referencesIn(stand);
const add = (kind: 'buyer' | 'supplier', name: string, orgNumber: string | null = null) =>
  stand
    .get(UnitOfWork)
    .run({ ...ours.parties.system }, () => stand.get(SetUpParties).addOrganisation({ kind, name, orgNumber }));
async function nameOf(id: string): Promise<string | undefined> {
  const [row] = await stand.asOwner<{ name: string }>('select name from identity.organisation where id = $1', [id]);
  return row?.name;
}

/**
 * Creates a second record of the first supplier: a shared user, its own agreement with obligations, and the same name
 * for the same buyer.
 */
async function addTwin(): Promise<string> {
  const { clerk, buyer, manager } = ours.members;
  const twin = await add('supplier', 'Finnskog AS');
  const member = {
    organisationId: twin,
    role: 'supplier-clerk',
    name: 'Kari',
    email: clerk.email,
    password: null,
  } as const;
  await stand.get(UnitOfWork).run({ ...ours.parties.system }, () => stand.get(SetUpParties).addMember(member));
  const parties = { suppliers: [{ supplierId: twin }], buyers: [{ buyerId: buyer.organisationId }] };
  const { body: agreement } = await manager.caller
    .post('/agreements', { number: 'Dobbel-1', title: 'Brød', startsOn: '2026-01-01', ...parties })
    .expect(201);
  await manager.caller.post(`/agreements/${agreement.id}/terms`, { document: testTerms }).expect(201);
  await stand
    .get(UnitOfWork)
    .run({ ...ours.parties.manager.actor }, () =>
      stand.get(AddBuyerAliases).addAlias(twin, 'Kongsv.', buyer.organisationId),
    );
  return twin;
}

/**
 * Returns columns to be moved with rows that still name the merged organisation, except those that may remain as
 * duplicates.
 */
async function remainingReferences(id: string): Promise<string[]> {
  const left: string[] = [];
  for (const { target, column, rule, duplicates } of await references()) {
    if (rule !== 'moved' || duplicates === 'retained') continue;
    const rows = await stand.asOwner(`select 1 from ${target} where ${namesOrganisation(target, column)} limit 1`, [
      id,
    ]);
    if (rows.length > 0) left.push(`${target}.${column}`);
  }
  return left;
}

/**
 * Merges and compares: the preview's counts equal the moved rows, and no moved column names the merged organisation.
 */
async function mergeAndCompare(fromId: string, intoId: string, more: object = {}) {
  const { body: expected } = await preview(fromId, intoId).expect(200);
  expect(expected.conflicts).toEqual([]);
  const before = await sumsOf(stand, ours.cooperativeId);
  const { body: merged } = await merge(fromId, intoId, more).expect(200);
  const moves = (counts: readonly { kind: string; moved: number; removed: number }[]) =>
    counts
      .filter(({ moved, removed }) => moved + removed > 0)
      .map(({ kind, moved, removed }) => [kind, moved, removed]);
  expect(moves(merged.counts)).toEqual(moves(expected.counts));
  expect(await remainingReferences(fromId)).toEqual([]);
  return {
    before,
    after: await sumsOf(stand, ours.cooperativeId),
    counts: merged.counts as { kind: string; moved: number; removed: number; retained: number }[],
  };
}

describe('columns that refer to an organisation', () => {
  it('may only be changed by the application to follow a merge', async () => {
    const change = () =>
      stand
        .get(UnitOfWork)
        .run({ ...ours.parties.system }, () =>
          stand
            .get(Database)
            .query('update spend.invoice_line set buyer_id = $1 where buyer_id is distinct from $1', [
              ours.members.otherBuyer.organisationId,
            ]),
        );
    await expect(change()).rejects.toThrow(/can only move to the organisation that its own was merged into/);
  });
});

describe('the preview of a merge', () => {
  it('accepts two organisations of the same kind only', async () => {
    const { clerk, buyer } = ours.members;
    expect((await preview(clerk.organisationId, buyer.organisationId)).body).toMatchObject({
      code: 'organisation-merge-refused',
      issues: [{ code: 'other-kind', path: 'into' }],
    });
    expect((await preview(clerk.organisationId, clerk.organisationId)).body).toMatchObject({
      code: 'organisation-merge-refused',
      issues: [{ code: 'same-organisation', path: 'into' }],
    });
  });

  it('rejects organisations of another cooperative, from either side', async () => {
    const [mine, foreign] = [ours.members.clerk.organisationId, theirs.members.clerk.organisationId];
    await preview(mine, foreign).expect(404);
    await preview(foreign, mine).expect(404);
    await merge(mine, foreign).expect(404);
    await merge(mine, ours.members.otherSupplier.organisationId, {}, theirs.members.manager.caller).expect(404);
  });
});

describe('a merge with conflicts', () => {
  it('is rejected while both owe reports for the same period, and moves nothing', async () => {
    const { clerk } = ours.members;
    twin = await addTwin();
    await stand.asOwner(
      `insert into agreements.reporting_obligation
         (cooperative_id, id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, due_on, opened_at)
       select cooperative_id, gen_random_uuid(), agreement_id, $2, terms_version_id, period_key, period_start, period_end, due_on, opened_at
       from agreements.reporting_obligation where id = $1`,
      [ours.agreement.obligations['2026-03'], twin],
    );
    const before = await sumsOf(stand, ours.cooperativeId);
    const { status, body } = await merge(twin, clerk.organisationId);
    expect([status, body.code, body.params.into]).toEqual([
      409,
      'organisation-merge-conflicts',
      await nameOf(clerk.organisationId),
    ]);
    expect(body.issues).toContainEqual(
      expect.objectContaining({
        code: 'obligations-overlap',
        path: 'into',
        params: expect.objectContaining({ expected: '2026-03', count: 1 }),
      }),
    );
    expect(await sumsOf(stand, ours.cooperativeId)).toEqual(before);
    await stand.asOwner(
      `update agreements.reporting_obligation set exempted_at = now(), exemption_reason = 'Den andre rapporterer.' where supplier_id = $1 and agreement_id = $2`,
      [twin, ours.agreement.agreementId],
    );
  });

  it('is rejected while both have a ledger for the same month, one participates in the other, or a file is being processed', async () => {
    const { buyer, otherBuyer, clerk, otherSupplier } = ours.members;
    expect((await preview(otherBuyer.organisationId, buyer.organisationId)).body.conflicts).toEqual([
      { code: 'ledger-months-overlap', found: '2026-03', expected: null, count: 1 },
      { code: 'part-of-each-other', found: null, expected: null, count: 2 },
    ]);
    await merge(otherBuyer.organisationId, buyer.organisationId, { isNumberWrong: true }).expect(409);
    const { body } = await preview(otherSupplier.organisationId, clerk.organisationId).expect(200);
    expect(body.conflicts.map(({ code }: { code: string }) => code)).toEqual([
      'obligations-overlap',
      'work-in-progress',
    ]);
    // The state after the worker's checks.
    await stand.asOwner(
      `update reporting.report_version set state = 'checked', checked_at = now() where state = 'received'`,
    );
    await stand.asOwner(
      `update reporting.api_submission set state = 'done', answered_at = now() where state = 'waiting'`,
    );
  });

  it('is rejected where both have a number, until the user states that one is wrong', async () => {
    const [from, into] = [
      await add('buyer', 'Dobbelt kommune', '974635607'),
      await add('buyer', 'Dobbelt', '974760673'),
    ];
    const refused = await merge(from, into);
    expect([refused.status, refused.body.code, refused.body.issues]).toMatchObject([
      409,
      'organisation-numbers-differ',
      [{ code: 'numbers-differ', path: 'isNumberWrong', params: { found: '974635607', expected: '974760673' } }],
    ]);
    expect((await merge(from, into, { reason: '  ' })).body.issues).toMatchObject([
      { code: 'reason-missing', path: 'reason' },
    ]);
    await merge(from, into, { isNumberWrong: true }).expect(200);
    const [row] = await stand.asOwner(
      'select org_number from identity.organisation o join identity.legal_entity e on e.id = o.legal_entity_id where o.id = $1',
      [into],
    );
    expect(row).toEqual({ org_number: '974760673' });
    await merge(from, into, { isNumberWrong: true }).expect(404);
  });
});

describe('a merge of two buyers', () => {
  it('moves all rows, loses and duplicates nothing except a common participation, and gives the users access', async () => {
    const { buyer, manager } = ours.members;
    buyerThatStays = await add('buyer', 'Kongsvinger');
    await stand.asOwner(
      `insert into agreements.participation (cooperative_id, agreement_id, buyer_id, valid_from, valid_to)
       select cooperative_id, agreement_id, $2, valid_from, valid_to from agreements.participation where buyer_id = $1 and agreement_id = $3`,
      [buyer.organisationId, buyerThatStays, ours.agreement.agreementId],
    );
    const { before, after, counts } = await mergeAndCompare(buyer.organisationId, buyerThatStays);
    expect(after).toEqual(before);
    const countOf = (kind: string) => counts.find((each) => each.kind === kind);
    expect(countOf('agreements')).toMatchObject({ removed: 1 });
    const kinds = [
      'users',
      'invoices',
      'ledger-lines',
      'deliveries',
      'report-lines',
      'names',
      'sites',
      'decisions',
      'matches',
    ];
    expect(kinds.filter((kind) => (countOf(kind)?.moved ?? 0) === 0)).toEqual([]);
    const { body: session } = await buyer.caller.get('/session').expect(200);
    expect(JSON.stringify(session)).toContain(buyerThatStays);
    await buyer.caller.get(`/spend/batches/${ours.ledgerId}/lines`).expect(200);
    const { body: listed } = await manager.caller.get('/parties').expect(200);
    expect((listed as { id: string }[]).map(({ id }) => id)).not.toContain(buyer.organisationId);
    const { body: page } = await manager.caller.get(`/parties/${buyerThatStays}`).expect(200);
    expect([page.orgNumber, page.mergedInto]).toEqual(['944117784', null]);
    expect(page.formerIdentities).toContainEqual(
      expect.objectContaining({ name: 'Kongsvinger kommune', orgNumber: '944117784', reason }),
    );
    const { body: gone } = await manager.caller.get(`/parties/${buyer.organisationId}`).expect(200);
    expect(gone.mergedInto).toEqual({ id: buyerThatStays, name: 'Kongsvinger' });
    await manager.caller
      .post(`/organisations/${buyer.organisationId}/correct`, { name: 'Nytt navn', reason })
      .expect(404);
    await manager.caller.post(`/buyers/${buyer.organisationId}/invitations`, { email: 'ny@example.no' }).expect(404);
  });

  it('is in the audit log, and publishes an event for recalculation', async () => {
    const mergedId = ours.members.buyer.organisationId;
    const [entry] = await stand.asOwner<{ details: object }>(
      `select details from platform.door_audit_entry where act = 'organisation.merged' and subject_id = $1`,
      [buyerThatStays],
    );
    expect(entry?.details).toMatchObject({
      mergedId,
      merged: { name: 'Kongsvinger kommune', orgNumber: '944117784' },
      isNumberWrong: false,
    });
    const events = await stand.asOwner(
      `select payload from platform.domain_event where name = 'identity.organisation-changed' and subject_id = $1`,
      [buyerThatStays],
    );
    expect(events).toEqual([{ payload: { mergedId } }]);
    const subscribers = await stand.asOwner(
      `select job_name from platform.event_subscription where fact_name = 'identity.organisation-changed'`,
    );
    expect(subscribers).toEqual([{ job_name: 'on-fact.MatchAfterChange' }]);
  });
});

describe('a merge of two suppliers', () => {
  it('moves agreements and obligations, except the settled obligation and duplicates', async () => {
    const { clerk } = ours.members;
    const { before, after, counts } = await mergeAndCompare(twin, clerk.organisationId);
    expect(after).toEqual(before);
    expect(counts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'agreements', moved: 1, removed: 0 }),
        expect.objectContaining({ kind: 'obligations', retained: 1 }),
        expect.objectContaining({ kind: 'names', moved: 0, retained: 1 }),
        expect.objectContaining({ kind: 'users', moved: 0, retained: 1 }),
      ]),
    );
    expect(
      await stand.asOwner('select 1 from identity.membership where organisation_id = $1 and ended_at is null', [twin]),
    ).toEqual([]);
  });

  it('moves all data of a supplier with reports, prices, keys and learned texts; only stated places still name it', async () => {
    const { clerk } = ours.members;
    stays = await add('supplier', 'Finnskog Norge AS');
    const { before, after } = await mergeAndCompare(clerk.organisationId, stays);
    expect(after).toEqual(before);
    const { body: session } = await clerk.caller.get('/session').expect(200);
    expect(JSON.stringify(session)).toContain(stays);
    await clerk.caller.get(`/report-versions/${ours.versions.accepted}`).expect(200);
    const stated = (await references())
      .filter(({ rule, duplicates }) => rule === 'retained' || duplicates === 'retained')
      .map(({ target }) => target);
    // The record itself, entries and events from before the merge, and the progress of jobs about it.
    const records = [
      'identity.organisation',
      'identity.session',
      'platform.audit_text',
      'platform.domain_event',
      'platform.job_progress',
    ];
    expect(
      (await mentionsOf(stand, clerk.organisationId)).filter(
        (place) => !stated.includes(place) && !records.includes(place),
      ),
    ).toEqual([]);
    expect(
      await stand.asOwner('select id from platform.merged_organisation where into_id = $1 order by merged_at', [stays]),
    ).toEqual([{ id: twin }, { id: clerk.organisationId }]);
  });

  it('gives the number to the remaining one, and calculates its figures', async () => {
    const [number] = await stand.asOwner(
      `select id, is_current from identity.door_organisation_number
       where kind = 'supplier' and org_number = '311047116' and cooperative_id = $1`,
      [ours.cooperativeId],
    );
    expect(number).toEqual({ id: stays, is_current: true });
    const jobs = stand.get(JobWorker);
    const actor = systemActor(ours.cooperativeId);
    const published = await stand.asOwner(
      'select * from emissions.run_total where cooperative_id = $1 order by run_number, buyer_id, category_code, method',
      [ours.cooperativeId],
    );
    for (const job of ['MatchAfterChange', 'CalculateAfter', 'RefreshAfterRun'])
      await jobs.runNow(`on-fact.${job}`, {
        actor,
        payload: { name: 'test', subjectId: ours.cooperativeId, payload: { buyerIds: [buyerThatStays] } },
      });
    const open = await stand.asOwner(
      `select 1 from emissions.result where cooperative_id = $1 and closed_by_run is null and (buyer_id = $2 or supplier_id = $3)
       union all select 1 from insight.combined_line where cooperative_id = $1 and (buyer_id = $2 or supplier_id = $3)`,
      [ours.cooperativeId, ours.members.buyer.organisationId, ours.members.clerk.organisationId],
    );
    expect(open).toEqual([]);
    expect(
      await stand.asOwner(
        `select * from emissions.run_total where cooperative_id = $1 and run_number <= $2
       order by run_number, buyer_id, category_code, method`,
        [ours.cooperativeId, ours.lastRun],
      ),
    ).toEqual(published.filter(({ run_number: run }) => Number(run) <= ours.lastRun));
  });

  it('leaves the other cooperative unchanged', async () => {
    expect(
      await stand.asOwner('select 1 from platform.merged_organisation where cooperative_id = $1', [
        theirs.cooperativeId,
      ]),
    ).toEqual([]);
    await theirs.members.manager.caller.get(`/parties/${theirs.members.otherSupplier.organisationId}`).expect(200);
  });
});
