import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { exampleTerms } from '@tallgrunn/checks';
import { agreements } from '../room.ts';
import { setUpAgreement, testTerms, type TestAgreement } from '../testing.ts';
import { RequireValidTerms } from './require-sound-terms.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let manager: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  made = await setUpAgreement(stand, parties);
  manager = await signIn(stand, parties.manager.email);
});
afterAll(() => stand.close());

const at = (path = '') => `/agreements/${made.agreementId}/terms${path}`;
const draftOf = (id: keyof typeof exampleTerms) => {
  const { id: _id, version: _version, ...draft } = exampleTerms[id]();
  return draft;
};

describe('terms publication', () => {
  it('rejects a draft with every error', async () => {
    const document = {
      ...testTerms,
      colour: 'red',
      due: { kind: 'working-days', days: 0 },
      checks: [{ id: 'nix' }],
      sanction: { kind: 'day-fine' },
    };
    const { body } = await manager.post(at(), { document, holdsFrom: '2026-07-01' }).expect(422);
    expect(body.code).toBe('terms-invalid');
    expect(body.issues.map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual([
      ['form-unknown', '/colour'],
      ['due-before-end', '/due/days'],
      ['check-unknown', '/checks/0/id'],
      ['sanction-without-amount', '/sanction/amount'],
      ['sanction-without-per', '/sanction/per'],
    ]);
  });

  it('rejects a rule that has no text of its own in a language it is shown in', async () => {
    const rule = (id: string, text: unknown) => ({ id, text, severity: 'confirm', expression: 'quantity > 0' });
    const publish = (...ownRules: object[]) =>
      manager.post(at(), { document: { ...testTerms, ownRules }, holdsFrom: '2026-07-01' });
    const { body } = await publish(
      rule('one', 'Se over raden.'),
      rule('two', { nb: '', en: 'Correct the quantity.' }),
      rule('three', { nb: 'Rett antallet.', nn: 'Sjå over rada.', en: ' ' }),
      rule('four', { nb: 'Rett antallet.' }),
    ).expect(422);
    expect(body.code).toBe('terms-invalid');
    expect(body.issues).toEqual([
      { path: '/ownRules/0/text', code: 'rule-text-placeholder', params: { rule: 'one', found: 'Se over raden.' } },
      { path: '/ownRules/1/text/nb', code: 'rule-text-empty', params: { rule: 'two' } },
      {
        path: '/ownRules/2/text/nn',
        code: 'rule-text-placeholder',
        params: { rule: 'three', found: 'Sjå over rada.' },
      },
      { path: '/ownRules/2/text/en', code: 'rule-text-empty', params: { rule: 'three' } },
    ]);
  });

  it('lints a large document in a subprocess, and stops a slow one while other requests are answered', async () => {
    const long = [...Array(2000).keys()].map((at) => `Sone ${at}`);
    const fields = testTerms.tables[0]!.fields.map((field) =>
      field.name === 'itemName' ? { ...field, constraints: { enum: [...long, 'sone 7'] } } : field,
    );
    const repeated = { ...testTerms, tables: [{ ...testTerms.tables[0], fields }] };
    const linted = await manager.post(at(), { document: repeated, holdsFrom: '2026-07-01' }).expect(422);
    expect(
      linted.body.issues.map(({ code, path }: { code: string; path: string }) => [code, path.replace(/\d+/, 'n')]),
    ).toEqual([['enum-twice', expect.stringMatching(/enum\/2000$/)]]);

    const lint = stand.get(RequireValidTerms);
    const usual = lint.limits;
    lint.limits = { ...usual, secondsMax: 0.5 };
    const tables = [...Array(10_000).keys()].map((index) => ({
      name: `t${index}`,
      fields: [{ name: 'f', type: 'string', title: 'F' }],
    }));
    let isAnswered = false;
    const hostile = stand
      .get(UnitOfWork)
      .run({ ...parties.manager.actor }, () => lint.run({ ...testTerms, tables }))
      .catch((error: unknown) => error)
      .finally(() => (isAnswered = true));
    let answeredMeanwhile = 0;
    while (!isAnswered)
      await manager
        .get(at())
        .expect(200)
        .then(() => (answeredMeanwhile += isAnswered ? 0 : 1));
    const refusal = await hostile;
    lint.limits = usual;
    expect(refusal).toMatchObject({ code: 'terms-invalid', issues: [{ path: '', code: 'document-too-large' }] });
    expect(answeredMeanwhile).toBeGreaterThan(0);
  });

  it('rejects a first day that is not after that of the terms in force', async () => {
    const { body } = await manager.post(at(), { document: testTerms, holdsFrom: '2026-01-01' }).expect(422);
    expect(body).toMatchObject({
      code: 'terms-start-too-early',
      params: { holdsFrom: '2026-01-01', inForceFrom: '2026-01-01' },
    });
  });

  it('numbers the versions of each report separately, and defaults to the next period', async () => {
    expect(
      (await manager.post(at(), { document: { ...testTerms, due: { kind: 'calendar-days', days: 5 } } }).expect(201))
        .body,
    ).toMatchObject({ version: 2, report: 'deliveries', holdsFrom: '2026-05-01' });
    expect((await manager.post(at(), { document: draftOf('yearly-transport') }).expect(201)).body).toMatchObject({
      version: 1,
      report: 'transport',
      holdsFrom: '2026-01-01',
    });
    expect((await manager.get(at('/1')).expect(200)).body).toMatchObject({ version: 1, frequency: 'month' });
    expect((await manager.get(at('/1?report=transport')).expect(200)).body).toMatchObject({
      version: 1,
      report: 'transport',
    });
    await manager.get(at('/2?report=transport')).expect(404);
    await manager.get(at('/1?report=Transport!')).expect(400);
  });

  it('replaces a version that is not yet in force', async () => {
    expect((await manager.post(at(), { document: testTerms, holdsFrom: '2026-05-01' }).expect(201)).body).toMatchObject(
      { version: 3 },
    );
  });

  it('cannot be changed or deleted by any application role', async () => {
    for (const sql of ["update agreements.terms_version set sha256 = 'x'", 'delete from agreements.terms_version']) {
      await expect(
        stand.get(UnitOfWork).run(parties.manager.actor, () => stand.get(Database).query(sql)),
      ).rejects.toThrow(/permission denied/);
    }
  });
});

describe('terms query', () => {
  it('lists versions by report with their status', async () => {
    const { body } = await manager.get(at()).expect(200);
    expect(
      body.map(({ report, versions }: { report: string; versions: { version: number; state: string }[] }) => [
        report,
        versions.map(({ version, state }) => [version, state]),
      ]),
    ).toEqual([
      [
        'deliveries',
        [
          [3, 'coming'],
          [2, 'coming'],
          [1, 'in-force'],
        ],
      ],
      ['transport', [[1, 'in-force']]],
    ]);
    expect(body[0].title).toEqual(testTerms.title);
  });

  it('describes the differences between two versions', async () => {
    const { body } = await manager
      .get(`/agreements/${made.agreementId}/terms/diff?from=1&to=2&language=en`)
      .expect(200);
    expect(body).toEqual([
      {
        path: '/due',
        kind: 'changed',
        before: testTerms.due,
        after: { kind: 'calendar-days', days: 5 },
        where: 'Due',
        says: expect.stringContaining('working days after the period'),
      },
    ]);
    expect((await manager.get(`/agreements/${made.agreementId}/terms/diff?from=1&to=3`).expect(200)).body).toEqual([]);
    await manager.get(`/agreements/${made.agreementId}/terms/diff?from=1&to=9`).expect(404);
  });

  it('explains the columns for people and for programs', async () => {
    const page = await manager.get(at('/1/columns?language=nn')).expect(200);
    expect(page.headers['content-type']).toContain('text/markdown');
    expect(page.text).toContain('| Varenummer | Må fyllast ut.');
    expect((await manager.get(at('/1/line-schema')).expect(200)).body).toMatchObject({
      properties: {
        lines: { items: { required: ['itemNumber', 'buyer', 'quantity', 'unit', 'amount', 'deliveredOn'] } },
      },
    });
  });

  it('lets a supplier of the agreement read, but not publish', async () => {
    const supplier = await signIn(stand, parties.suppliers[0]!.email);
    await supplier.get(at()).expect(200);
    await supplier.get(at('/1/columns')).expect(200);
    await supplier.post(at(), { document: testTerms }).expect(403);
  });
});
