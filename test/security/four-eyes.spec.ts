import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tallgrunn } from '@tallgrunn/app-cli';
import { SetUpParties } from '@tallgrunn/identity-server';
import { admitColleague, signIn, TEST_PASSWORD, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { Client } from 'pg';
import { sampleAssignmentInput, inForce, samplePolicy, createFourEyesWorld } from './two-persons.ts';
/**
 * One person tries to put a factor or a method policy in force alone: over the pages' API, the command line, and SQL as
 * the application role. The journeys test the pages themselves.
 */

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-two-'));
const ownDatabase = process.env['DATABASE_URL'];

let stand: TestApp;
let parties: Parties;
let one: SignedIn;
let other: SignedIn;
let me = '';
let asked = '';
let before: string;

const approveAssignment = () => inForce(stand);

beforeAll(async () => {
  ({ stand, parties, one, other, me, asked } = await createFourEyesWorld());
  before = await approveAssignment();
});
afterAll(async () => {
  await stand.close();
  rmSync(folder, { recursive: true });
  if (ownDatabase === undefined) delete process.env['DATABASE_URL'];
  else process.env['DATABASE_URL'] = ownDatabase;
});

const drafted = async () =>
  (await one.post('/factor-assignments', sampleAssignmentInput).expect(201)).body.id as string;
const proposed = async () => {
  const id = await drafted();
  await one.post(`/factor-assignments/${id}/propose`, { approverId: asked }).expect(204);
  return id;
};
/** An earlier day for each, because a repeated proposal is rejected. */
let day = 29;
const ruled = async () =>
  (
    await one
      .post('/emissions/method-policies', {
        ...samplePolicy,
        fromOn: `2026-01-${String((day -= 1)).padStart(2, '0')}`,
        approverId: asked,
      })
      .expect(201)
  ).body.id as string;

describe('one person alone puts nothing in force', () => {
  afterEach(async () => expect(await approveAssignment()).toBe(before));

  it('over the API', async () => {
    const refusals = async (id: string, rule: string) => [
      await one.post(`/factor-assignments/${await drafted()}/propose`, { approverId: me }),
      await one.post(`/factor-assignments/${await drafted()}/decide`, { verdict: 'approved' }),
      await one.post(`/factor-assignments/${id}/decide`, { verdict: 'approved' }),
      await one.post('/approval-delegations', {
        personId: asked,
        deputyId: me,
        fromOn: '2020-01-01',
        untilOn: '2040-01-01',
      }),
      await one.post('/emissions/method-policies', { ...samplePolicy, approverId: me }),
      await one.post(`/emissions/method-policy-proposals/${rule}/decide`, { verdict: 'approved' }),
    ];
    const answers = await refusals(await proposed(), await ruled());
    expect(answers.map(({ body }) => body.code)).toEqual([
      'second-approver-required',
      'factor-assignment-state-changed',
      'second-approver-required',
      'factor-assignment-invalid',
      'second-approver-required',
      'second-approver-required',
    ]);
  });

  it('over the command line: no command decides, and publishing releases puts nothing in force', async () => {
    process.env['DATABASE_URL'] = stand.database.ownerUrl;
    const problemCode: string[] = [];
    const call = (...words: string[]) =>
      tallgrunn(words, {
        text: async (piece) => void problemCode.push(piece),
        line: async (line) => void problemCode.push(JSON.stringify(line)),
        log: (message) => void problemCode.push(message),
      });
    const id = await proposed();
    for (const words of [
      ['factors', 'approve', id],
      ['approve', id],
      ['choose', id],
      ['factors', 'choose'],
      ['rulings', 'approve', await ruled()],
      ['import', 'choice', id],
      ['import', 'ruling', id],
    ])
      expect([words, await call(...words)]).toEqual([words, 2]);
    const file = path.join(folder, 'epa.csv');
    writeFileSync(
      file,
      `"2017 NAICS Code","2017 NAICS Title","GHG","Unit","Supply Chain Emission Factors without Margins","Margins of Supply Chain Emission Factors","Supply Chain Emission Factors with Margins"\n337127,"Institutional Furniture Manufacturing","All GHGs","kg CO2e/2022 USD, purchaser price",0.2,0.046,0.246\n`,
    );
    expect(await call('import', 'factors', 'epa', file)).toBe(0);
    const { id: setId } = JSON.parse(problemCode.find((line) => line.includes('"added":true')) ?? '{}') as {
      id: string;
    };
    expect(setId).toMatch(/epa/);
    expect(await stand.asOwner('select from factor_book.door_effective_assignment where set_id = $1', [setId])).toEqual(
      [],
    );
  });

  it('in SQL as the application role, in one statement or several', async () => {
    const [id, rule] = [await proposed(), await ruled()];
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    const as = (person: string) =>
      client.query(
        `select set_config('app.cooperative_id', $1, false), set_config('app.side', 'cooperative', false), set_config('app.person_id', $2, false)`,
        [parties.cooperativeId, person],
      );
    const refused = (sql: string, params: unknown[]) =>
      expect(client.query(sql, params)).rejects.toThrow(
        /two persons|Only the assigned approver|acts for none|(?:is|are) not changed|begins as a proposal|violates check/,
      );
    try {
      await as(me);
      for (const who of [me, asked]) {
        await refused(
          `update factor_book.factor_assignment set state = 'approved', decided_by = $2, decided_at = now() where id = $1`,
          [id, who],
        );
        await refused(
          `update factor_book.factor_assignment set state = 'approved', proposed_by = $2, decided_by = $2, decided_at = now() where id = $1`,
          [id, who],
        );
        await refused(
          `update emissions.method_policy_proposal set state = 'approved', decided_by = $2, decided_at = now() where id = $1`,
          [rule, who],
        );
        await refused(
          `update emissions.method_policy_proposal set state = 'approved', assigned_approver_id = $2, proposed_by = $2, decided_by = $2, decided_at = now() where id = $1`,
          [rule, who],
        );
        await refused(
          `insert into emissions.method_policy (id, category_code, valid_from, methods, reason, decided_by, decided_at) values (gen_random_uuid(), 'ict', '2026-01-01', array['physical-average'], 'Som før.', $1, now())`,
          [who],
        );
        await refused(
          `insert into emissions.method_policy (id, category_code, valid_from, methods, reason, decided_by, decided_at, proposal_id) values (gen_random_uuid(), 'ict', '2026-01-01', array['physical-average'], 'Som før.', $1, now(), $2)`,
          [who, rule],
        );
        await refused(
          `insert into emissions.method_policy_proposal (id, category_code, valid_from, methods, reason, state, assigned_approver_id, proposed_by, proposed_at, decided_by, decided_at) values (gen_random_uuid(), 'ict', '2026-01-01', array['physical-average'], 'x', 'approved', $1, $2, now(), $1, now())`,
          [asked, who],
        );
        await refused(
          `insert into factor_book.approval_delegation (id, person_id, delegate_id, valid_from, valid_to, decided_by, decided_at) values (gen_random_uuid(), $1, $2, '2020-01-01', '2040-01-01', $3, now())`,
          [asked, me, who],
        );
      }
      await as('');
      await refused(
        `update factor_book.factor_assignment set state = 'approved', decided_by = $2, decided_at = now() where id = $1`,
        [id, asked],
      );
      await refused(
        `update emissions.method_policy_proposal set state = 'approved', decided_by = $2, decided_at = now() where id = $1`,
        [rule, asked],
      );
      await expect(
        client.query(`alter table factor_book.factor_assignment disable trigger guard_factor_assignment`),
      ).rejects.toThrow(/must be owner/);
      await expect(client.query(`update emissions.method_policy set methods = array['spend-account']`)).rejects.toThrow(
        /permission denied/,
      );
      await expect(client.query('insert into factor_book.default_factor values ($1)', ['x'])).rejects.toThrow(
        /permission denied/,
      );
    } finally {
      await client.end();
    }
  });

  it('as the database’s owner without an actor', async () => {
    const id = await proposed();
    await expect(
      stand.asOwner(
        `update factor_book.factor_assignment set state = 'approved', decided_by = $2, decided_at = now() where id = $1`,
        [id, asked],
      ),
    ).rejects.toThrow(/acts for none/);
  });
});

it('two people put a decision in force', async () => {
  const [id, rule] = [await proposed(), await ruled()];
  await other.post(`/factor-assignments/${id}/decide`, { verdict: 'approved' }).expect(204);
  await other.post(`/emissions/method-policy-proposals/${rule}/decide`, { verdict: 'approved' }).expect(204);
  expect(await approveAssignment()).toBe('1 choices, 1 rules');
});

describe('people who depend on each other', () => {
  let helper: SignedIn;
  let helperId = '';
  const secondAccount = 'min.andre.konto@example.no';
  const approversOf = async (by: SignedIn) =>
    (await by.get('/factor-assignments/approvers').expect(200)).body.map(({ id }: { id: string }) => id) as string[];

  beforeAll(async () => {
    before = await approveAssignment();
    await admitColleague(
      stand,
      { ...parties.manager.actor, personId: asked, role: 'administrator' },
      'contract-manager',
      secondAccount,
    );
    helper = await signIn(stand, secondAccount);
    helperId = (await helper.get('/session')).body.person.id;
  });
  afterEach(async () => expect(await approveAssignment()).toBe(before));

  it('are not asked by each other, and are in no list of approvers', async () => {
    expect(await approversOf(other)).toEqual([me]);
    expect(await approversOf(helper)).toEqual([me]);
    expect((await approversOf(one)).sort()).toEqual([asked, helperId].sort());
    for (const [by, second] of [
      [other, helperId],
      [helper, asked],
    ] as const) {
      const { id } = (await by.post('/factor-assignments', sampleAssignmentInput).expect(201)).body;
      const answers = [
        await by.post(`/factor-assignments/${id}/propose`, { approverId: second }),
        await by.post('/emissions/method-policies', { ...samplePolicy, approverId: second }),
      ];
      for (const { status, body } of answers)
        expect([status, body.code, body.params]).toMatchObject([
          422,
          'approver-not-independent',
          { origin: 'Den andre' },
        ]);
    }
    // A third person proposes the draft of one of the two.
    const { id } = (await helper.post('/factor-assignments', sampleAssignmentInput).expect(201)).body;
    expect((await one.post(`/factor-assignments/${id}/propose`, { approverId: asked })).body.code).toBe(
      'approver-not-independent',
    );
  });

  it('cannot decide as a delegate either, nor on earlier proposals', async () => {
    const today = stand.clock.now().toISOString().slice(0, 10);
    await one.post('/approval-delegations', { deputyId: helperId, fromOn: today, untilOn: today }).expect(201);
    const { id } = (await other.post('/factor-assignments', sampleAssignmentInput).expect(201)).body;
    await other.post(`/factor-assignments/${id}/propose`, { approverId: me }).expect(204);
    const rule = (
      await other
        .post('/emissions/method-policies', { ...samplePolicy, fromOn: '2025-12-01', approverId: me })
        .expect(201)
    ).body.id as string;
    expect(
      (await helper.get('/factor-assignments').expect(200)).body.find((row: { id: string }) => row.id === id),
    ).toMatchObject({ mine: false });
    expect(
      (await helper.get('/emissions/method-policy-proposals').expect(200)).body.find(
        (row: { id: string }) => row.id === rule,
      ),
    ).toMatchObject({ mine: false });
    // `me` may decide; their delegates may not, and are not asked to.
    const asks = async (by: SignedIn) =>
      (await by.get('/today').expect(200)).body.tasks
        .map(({ kind }: { kind: string }) => kind)
        .filter((kind: string) => ['factors', 'rulings'].includes(kind));
    expect([await asks(one), await asks(helper)]).toEqual([['factors', 'rulings'], []]);
    await stand.asOwner('alter table factor_book.factor_assignment disable trigger user');
    await stand.asOwner('update factor_book.factor_assignment set assigned_approver_id = $2 where id = $1', [
      id,
      helperId,
    ]);
    await stand.asOwner('alter table factor_book.factor_assignment enable trigger user');
    for (const verdict of ['approved', 'rejected']) {
      expect((await helper.post(`/factor-assignments/${id}/decide`, { verdict })).body.code).toBe(
        'approver-not-independent',
      );
      expect((await helper.post(`/emissions/method-policy-proposals/${rule}/decide`, { verdict })).body.code).toBe(
        'approver-not-independent',
      );
    }
  });
});

it('people with expired access get no requests, and are not delegates', async () => {
  const { personId } = await stand.get(UnitOfWork).run(parties.system, () =>
    stand.get(SetUpParties).addMember({
      organisationId: parties.manager.organisationId,
      role: 'administrator',
      name: 'Sluttet',
      email: 'sluttet@example.no',
      password: null,
      endsAt: new Date(stand.clock.now().getTime() - 1000),
    }),
  );
  expect((await one.get('/factor-assignments/approvers')).body.map(({ id }: { id: string }) => id)).not.toContain(
    personId,
  );
  const found = [
    await one.post(`/factor-assignments/${await drafted()}/propose`, { approverId: personId }).expect(422),
    await one.post('/emissions/method-policies', { ...samplePolicy, approverId: personId }).expect(422),
    await one
      .post('/approval-delegations', { deputyId: personId, fromOn: '2026-01-01', untilOn: '2040-01-01' })
      .expect(422),
  ];
  expect(found.map(({ body }) => body.issues[0].code)).toEqual([
    'approver-unknown',
    'approver-unknown',
    'delegate-not-eligible',
  ]);
});

describe('a decision by two people', () => {
  it('is not ended implicitly, nor retroactively by one person', async () => {
    const id = await proposed();
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    try {
      await client.query(
        `select set_config('app.cooperative_id', $1, false), set_config('app.side', 'cooperative', false), set_config('app.person_id', $2, false)`,
        [parties.cooperativeId, asked],
      );
      const decide = `update factor_book.factor_assignment set state = 'approved', decided_by = $2, decided_at = now()`;
      await expect(client.query(`${decide}, valid_to = '2026-02-01' where id = $1`, [id, asked])).rejects.toThrow(
        /last day of a factor assignment is set when it is ended/,
      );
      await client.query(`${decide} where id = $1`, [id, asked]);
      const end = (untilOn: string) =>
        client.query(
          `update factor_book.factor_assignment set state = 'retired', retired_by = $2, retired_at = '2026-08-10T12:00:00Z', valid_to = $3 where id = $1`,
          [id, asked, untilOn],
        );
      await expect(end('2026-08-09')).rejects.toThrow(/cannot end a decision of two persons/);
      expect((await end('2026-08-10')).rowCount).toBe(1);
    } finally {
      await client.end();
    }
  });

  it("is not made by a delegate outside the delegation's days, whatever time they state", async () => {
    const email = 'vikaren@example.no';
    const deputy = await stand.get(UnitOfWork).run(parties.system, () =>
      stand.get(SetUpParties).addMember({
        organisationId: parties.manager.organisationId,
        role: 'administrator',
        name: 'Vikaren',
        email,
        password: TEST_PASSWORD,
      }),
    );
    await other
      .post('/approval-delegations', { deputyId: deputy.personId, fromOn: '2020-01-01', untilOn: '2020-01-31' })
      .expect(201);
    await other
      .post('/approval-delegations', { deputyId: deputy.personId, fromOn: '2090-01-01', untilOn: '2090-01-31' })
      .expect(201);
    const [id, rule] = [await proposed(), await ruled()];
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    try {
      await client.query(
        `select set_config('app.cooperative_id', $1, false), set_config('app.side', 'cooperative', false), set_config('app.person_id', $2, false)`,
        [parties.cooperativeId, deputy.personId],
      );
      for (const [table, which] of [
        ['factor_book.factor_assignment', id],
        ['emissions.method_policy_proposal', rule],
      ]) {
        await expect(
          client.query(
            `update ${table} set state = 'approved', decided_by = $2, decided_at = '2020-01-15T12:00:00Z' where id = $1`,
            [which, deputy.personId],
          ),
        ).rejects.toThrow(/Only the assigned approver/);
        await expect(
          client.query(
            `update ${table} set state = 'approved', decided_by = $2, decided_at = '2090-01-15T12:00:00Z' where id = $1`,
            [which, deputy.personId],
          ),
        ).rejects.toThrow(/Only the assigned approver/);
      }
    } finally {
      await client.end();
    }
  });
});
