import type { Server } from 'node:http';
import { exampleTerms, fieldRoles, hashOf, readTerms, type ClausePackage, type Terms } from '@tallgrunn/checks';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import fc from 'fast-check';
import request from 'supertest';
import { agreements } from '../room.ts';
import { setUpAgreement, testTerms, type TestAgreement } from '../testing.ts';
import { publicTerms } from './open-terms.ts';
import { slugForm } from './open-template.dto.ts';
import { slugOf } from './open-templates.ts';

let stand: TestApp;
let parties: Parties;
let others: Parties;
let made: TestAgreement;
let otherMade: TestAgreement;
let manager: Awaited<ReturnType<typeof signIn>>;
let otherManager: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  others = await setUpParties(stand, 'Nabosamarbeidet');
  made = await setUpAgreement(stand, parties);
  otherMade = await setUpAgreement(stand, others, { number: 'B-1' });
  [manager, otherManager] = [await signIn(stand, parties.manager.email), await signIn(stand, others.manager.email)];
});
afterAll(() => stand.close());

const at = (path = '', { agreementId } = made) => `/agreements/${agreementId}/open-templates${path}`;
const stranger = (path = '') => request(stand.app.getHttpServer() as Server).get(`/public/templates${path}`);

describe('open template', () => {
  it('has a preview before publication, is read without signing in, and is withdrawn at once', async () => {
    const preview = (await manager.get(at('/preview')).expect(200)).body;
    expect(preview).toMatchObject({
      report: 'deliveries',
      version: 1,
      slug: expect.stringMatching(slugForm),
      document: { title: testTerms.title },
      withheld: [],
    });
    await stranger(`/${preview.slug}`).expect(404);
    const { body: published } = await manager.post(at(), { report: 'deliveries', slug: preview.slug }).expect(201);

    const { body, headers } = await stranger(`/${preview.slug}`).expect(200);
    expect(body).toMatchObject({
      slug: preview.slug,
      version: 1,
      report: 'deliveries',
      cooperative: expect.any(String),
      languages: ['nb', 'nn', 'en'],
      document: preview.document,
    });
    expect(body.hash).toBe(hashOf(body.document));
    expect(readTerms(body.document).ok).toBe(true);
    expect(headers['set-cookie']).toBeUndefined();
    await stranger(`/${preview.slug}`).set('if-none-match', headers['etag']!).expect(304);
    expect((await stranger().expect(200)).body).toMatchObject([{ slug: preview.slug, hash: body.hash }]);

    await manager.post(at(`/${published.id}/withdraw`)).expect(204);
    await manager.post(at(`/${published.id}/withdraw`)).expect(204);
    expect((await stranger(`/${preview.slug}`).expect(410)).body).toMatchObject({
      code: 'template-withdrawn',
      params: { cooperative: body.cooperative },
    });
    expect((await stranger().expect(200)).body).toEqual([]);
    // Published again with another slug, it keeps its first address, which people know.
    expect((await manager.post(at(), { report: 'deliveries', slug: 'another-word' }).expect(201)).body).toMatchObject({
      id: published.id,
      slug: preview.slug,
    });
    await stranger(`/${preview.slug}`).expect(200);
    const acts = await stand.asOwner<{ act: string }>(
      `select act from platform.audit_entry where act like 'template.%' order by recorded_at, id`,
    );
    expect(acts.map(({ act }) => act)).toEqual(['template.published', 'template.withdrawn', 'template.published']);
  });

  it('follows the newest terms in force only', async () => {
    const [{ slug }] = (await manager.get(at()).expect(200)).body;
    const before = (await stranger(`/${slug}`).expect(200)).headers['etag']!;
    await manager
      .post(`/agreements/${made.agreementId}/terms`, {
        document: { ...testTerms, title: 'Ennå ikke' },
        holdsFrom: '2099-01-01',
      })
      .expect(201);
    await stranger(`/${slug}`).set('if-none-match', before).expect(304);
    await stand.asOwner(
      `update agreements.terms_version set applies_from = '2026-01-02' where cooperative_id = $1 and applies_from = '2099-01-01'`,
      [parties.manager.actor.cooperativeId],
    );
    expect((await stranger(`/${slug}`).set('if-none-match', before).expect(200)).body).toMatchObject({
      version: 2,
      document: { title: 'Ennå ikke' },
    });
  });

  it('has an address that is unique in the installation', async () => {
    const [{ slug }] = (await manager.get(at()).expect(200)).body;
    expect((await otherManager.post(at('', otherMade), { report: 'deliveries', slug }).expect(409)).body.code).toBe(
      'slug-already-taken',
    );
    expect((await manager.post(at(), { report: 'deliveries', slug: 'ny-adresse' }).expect(409)).body.code).toBe(
      'template-already-published',
    );
    expect((await manager.post(at(), { report: 'transport', slug: 'ny-adresse' }).expect(422)).body.code).toBe(
      'terms-not-in-force',
    );
    for (const wrong of ['Mat', 'a', 'mat og drikke', '-mat', 'mat-', '../mat', 'x'.repeat(61)])
      await manager.post(at(), { report: 'deliveries', slug: wrong }).expect(400);
  });

  it('gives a user without an organisation the published rows only', async () => {
    const seen = (sql: string) =>
      stand.get(UnitOfWork).runWithoutActor(() => stand.get(Database).query<{ n: number }>(sql));
    expect(await seen('select count(*)::int as n from agreements.open_template')).toEqual([{ n: 1 }]);
    expect(await seen('select count(distinct cooperative_id)::int as n from agreements.terms_version')).toEqual([
      { n: 1 },
    ]);
    for (const table of ['agreement', 'item', 'reporting_obligation', 'agreement_supplier', 'price_line'])
      expect(await seen(`select count(*)::int as n from agreements.${table}`)).toEqual([{ n: 0 }]);
    await manager.post(at(`/${(await manager.get(at()).expect(200)).body[0].id}/withdraw`)).expect(204);
    expect(await seen('select count(*)::int as n from agreements.terms_version')).toEqual([{ n: 0 }]);
  });
});

describe('public terms', () => {
  it('contains all packages that terms start from', () => {
    for (const id of Object.keys(exampleTerms) as ClausePackage[]) {
      const terms = exampleTerms[id]();
      expect(publicTerms(terms)).toEqual({ document: terms, withheld: [] });
    }
  });

  it('never contains a list of buyers, sites or items, whatever its column is called', () => {
    const closed = ['buyer', 'buyerOrgNumber', 'buyerName', 'site', 'itemNumber', 'gtin', 'itemName'];
    const field = fc.record({
      role: fc.constantFrom(...fieldRoles),
      own: fc.boolean(),
      values: fc.option(fc.array(fc.uuid(), { minLength: 1, maxLength: 3 })),
    });
    fc.assert(
      fc.property(fc.uniqueArray(field, { selector: ({ role }) => role, minLength: 2, maxLength: 8 }), (drawn) => {
        const fields = drawn.map(({ role, own, values }, no) => ({
          name: own ? `f${no}` : role,
          type: 'string' as const,
          ...(own && { role }),
          ...(values && { constraints: { required: true, enum: values } }),
        }));
        const [parent, child] = [fields[0]!, fields[1]!];
        const lists = [
          { name: 'l', child: child.name, parent: parent.name, values: { 'listed-parent': ['listed-child'] } },
        ];
        const terms = { ...exampleTerms['monthly-food'](), tables: [{ name: 'lines', fields }], lists } as Terms;
        const { document, withheld } = publicTerms(terms);
        const text = JSON.stringify(document);
        for (const [no, { role, values }] of drawn.entries()) {
          for (const value of values ?? []) expect(text.includes(value)).toBe(!closed.includes(role));
          expect(withheld.includes(fields[no]!.name)).toBe(closed.includes(role) && (values !== null || no < 2));
        }
        expect(text.includes('listed-')).toBe(!drawn.slice(0, 2).some(({ role }) => closed.includes(role)));
        expect(document.tables[0]!.fields.map(({ name }) => name)).toEqual(fields.map(({ name }) => name));
      }),
    );
  });

  it('derives an address from any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (title) => {
        const slug = slugOf(title);
        expect(slug).toMatch(slugForm);
        expect(slug.length).toBeGreaterThanOrEqual(3);
        expect(slug.length).toBeLessThanOrEqual(60);
      }),
    );
    expect(slugOf('Mat og drikke – Innlandet')).toBe('mat-og-drikke-innlandet');
  });
});
