import { randomUUID } from 'node:crypto';
import { agreements, ImportAssortment } from '@tallgrunn/agreements-server';
import { setUpAgreement, spoolFile, testAssortment } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { factorBook } from '@tallgrunn/factor-book-server';
import { sampleEpdJson, samplePdf } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import {
  admitColleague,
  setUpMember,
  setUpParties,
  signIn,
  type Parties,
  type SignedIn,
} from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { LinkByIdentifier } from './link-by-identifier.ts';
import { declarations } from './room.ts';
import { archiveOf, reviewFootprints, submitEpd, submitFootprints } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let supplier: SignedIn;
let manager: SignedIn;
let supplierId: string;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, factorBook, declarations]);
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
  supplier = await signIn(stand, parties.suppliers[0]!.email);
  manager = await signIn(stand, parties.manager.email);
  supplierId = parties.suppliers[0]!.organisationId;
});
afterAll(() => stand.close());

interface FootprintView {
  readonly id: string;
  readonly advice: string;
  readonly points: readonly {
    readonly code: string;
    readonly outcome: string;
    readonly standing: string;
    readonly params: Record<string, string>;
  }[];
  readonly decision: { readonly verdict: string; readonly by: string | null } | null;
}
const showFootprint = async (declarationId: string, by = manager): Promise<FootprintView> =>
  (await by.get(`/declarations/${declarationId}`).expect(200)).body.footprints[0];
const outcomes = ({ points }: FootprintView): Record<string, string> =>
  Object.fromEntries(points.map(({ code, outcome }) => [code, outcome]));
const upload = (by: SignedIn, content: Buffer, name: string) => by.post('/declarations').attach('file', content, name);
const decide = (by: SignedIn, footprintIds: readonly string[], verdict: string, reason = '') =>
  by.post('/footprints/review', { footprintIds, verdict, reason });
const linkedFootprints = () =>
  stand
    .get(UnitOfWork)
    .run(parties.system, () =>
      stand
        .get(Database)
        .query<Record<string, unknown>>(
          'select item_number, trim_scale(per_unit)::text as per_unit, accepted, trim_scale(kg_per_unit)::text as kg_per_unit from declarations.door_footprint order by item_number, per_unit',
        ),
    );

describe('submitted EPD', () => {
  it('reads an archive and JSON in a subprocess and assesses each checklist item', async () => {
    const { body } = await upload(
      supplier,
      await archiveOf({ id: '10000000-0000-4000-8000-000000000001', owner: 'Finnskog Storkjøkken Engros AS' }),
      'bord.zip',
    ).expect(201);
    expect(body).toMatchObject({ footprints: 1, linked: 0 });
    const footprint = await showFootprint(body.id);
    expect(footprint).toMatchObject({
      advice: 'accepted',
      decision: null,
      perUnit: '12.4',
      declaredUnit: 'kilogram',
      epd: { standard: 'EN 15804+A2', registrationNumber: 'NEPD-9999-9999-NO' },
    });
    expect(outcomes(footprint)).toEqual({
      kind: 'epd',
      registration: 'complete',
      verified: 'named',
      valid: 'holds',
      age: 'recent',
      scope: 'whole',
      sums: 'agree',
      sign: 'fossil-and-luluc',
      magnitude: 'per-kg',
      unit: 'unlinked',
      product: 'unlinked',
      owner: 'same',
      geography: 'stated',
      quality: 'missing',
      evidence: 'named',
    });
    const json = sampleEpdJson({
      id: '10000000-0000-4000-8000-000000000002',
      reviewer: null,
      registration: null,
      published: '2019-01-01',
      validUntil: '2024',
    });
    const second = await upload(supplier, Buffer.from(JSON.stringify(json)), 'epd.json').expect(201);
    const weaker = await showFootprint(second.body.id);
    expect([weaker.advice, outcomes(weaker)]).toEqual([
      'to-clarify',
      expect.objectContaining({ registration: 'missing', verified: 'none', valid: 'expired', owner: 'maker' }),
    ]);
  });

  it('returns a finding for a PDF that it is an attachment and has no figures', async () => {
    const refused = await upload(supplier, Buffer.from('%PDF-1.7 …'), 'epd.pdf');
    expect([refused.status, refused.body.code, refused.body.params.code]).toEqual([
      422,
      'declaration-unreadable',
      'pdf-no-figures',
    ]);
  });

  it('compares the declared size, unit and name with the linked items', async () => {
    const beef = (value: string, product = 'Storfekjøtt') =>
      submitFootprints(stand, parties.suppliers[0]!.actor, supplierId, [
        {
          id: `20000000-0000-4000-8000-00000000${value.padStart(4, '0').slice(0, 4)}`,
          productIds: ['urn:pact:finnskog:00512'],
          value,
          product,
        },
      ]);
    const usual = await showFootprint((await beef('27')).id);
    expect(usual.points.find(({ code }) => code === 'magnitude')).toMatchObject({
      outcome: 'within',
      standing: 'good',
      params: { value: '27' },
    });
    expect(outcomes(usual)).toMatchObject({ unit: 'converts', product: 'item-number' });
    const grams = await showFootprint((await beef('2700')).id);
    expect([grams.advice, outcomes(grams)['magnitude']]).toEqual(['to-clarify', 'outside']);
    const other = await showFootprint((await beef('26', 'Kopipapir A4')).id);
    expect([other.advice, outcomes(other)['product']]).toEqual(['to-clarify', 'other-name']);
  });

  it('refuses acceptance of a negative, missing or withdrawn figure', async () => {
    const wood = await submitEpd(stand, parties.suppliers[0]!.actor, supplierId, {
      id: '30000000-0000-4000-8000-000000000001',
      one: { 'A1-A3': '-647' },
    });
    const footprint = await showFootprint(wood.id);
    expect([footprint.advice, outcomes(footprint)['sign']]).toEqual(['rejected', 'negative']);
    const refused = await decide(manager, [footprint.id], 'accepted', 'Ja');
    expect([refused.status, refused.body.code]).toEqual([422, 'declaration-not-usable']);
  });
});

describe('footprint review', () => {
  it('requires a review before use, and a reason against the recommendation; the latest review is in force', async () => {
    const { id } = await submitEpd(stand, parties.suppliers[0]!.actor, supplierId, {
      id: '40000000-0000-4000-8000-000000000001',
      gtins: [],
      unit: 'm3',
      massKg: '2300',
      fossil: { 'A1-A3': '200' },
      luluc: { 'A1-A3': '0' },
      reviewer: null,
    });
    const { id: footprint, advice } = await showFootprint(id);
    expect(advice).toBe('accepted-with-reservation');
    await supplier
      .post(`/footprints/${footprint}/item-links`, {
        itemNumber: '77120',
        verdict: 'linked',
        reason: 'Samme vare',
      })
      .expect(204);
    const row = async () => (await linkedFootprints()).find((each) => each['item_number'] === '77120');
    expect(await row()).toEqual({ item_number: '77120', per_unit: '200', accepted: false, kg_per_unit: '2300' });
    expect((await decide(manager, [footprint], 'rejected')).body.code).toBe('declaration-reason-missing');
    expect((await decide(manager, [footprint], 'accepted-with-reservation')).body).toEqual({ footprints: 1 });
    expect(await row()).toMatchObject({ accepted: true });
    expect((await showFootprint(id)).decision).toMatchObject({
      verdict: 'accepted-with-reservation',
      by: expect.any(String),
    });
    await decide(manager, [footprint], 'rejected', 'Det er en annen vare.').expect(201);
    expect(await row()).toBeUndefined();
    const facts = await stand.asOwner(`select payload from platform.domain_event where name = 'declarations.decided'`);
    expect(facts.length).toBe(2);
  });

  it('accepts only the items linked at the time; a later link awaits another acceptance', async () => {
    const { id } = await submitEpd(stand, parties.suppliers[0]!.actor, supplierId, {
      id: '40000000-0000-4000-8000-000000000003',
      name: 'Kjøtt',
      fossil: { 'A1-A3': '31' },
      luluc: { 'A1-A3': '0' },
    });
    const { id: footprint } = await showFootprint(id);
    const tie = (by: SignedIn, itemNumber: string, verdict = 'linked') =>
      by.post(`/footprints/${footprint}/item-links`, { itemNumber, verdict, reason: 'Samme vare' }).expect(204);
    const counts = async () =>
      Object.fromEntries(
        (await linkedFootprints())
          .filter((each) => each['per_unit'] === '31')
          .map((each) => [each['item_number'], each['accepted']]),
      );
    const waiting = async () =>
      (await manager.get(`/declarations/${id}`).expect(200)).body.footprints[0].items
        .filter(({ waits }: { waits: boolean }) => waits)
        .map(({ number }: { number: string }) => number);
    const undecided = async () =>
      (await manager.get('/declarations').expect(200)).body.find((each: { id: string }) => each.id === id).undecided;
    await tie(supplier, '00512');
    await decide(manager, [footprint], 'accepted', 'Lest.').expect(201);
    expect([await counts(), await waiting(), await undecided()]).toEqual([{ '00512': true }, [], 0]);
    await tie(supplier, '30118');
    expect([await counts(), await waiting(), await undecided()]).toEqual([
      { '00512': true, '30118': false },
      ['30118'],
      1,
    ]);
    await tie(manager, '77120');
    expect([await counts(), await waiting()]).toEqual([{ '00512': true, '30118': false, '77120': true }, ['30118']]);
    await tie(supplier, '00512', 'not-linked');
    await tie(supplier, '00512');
    expect(await counts()).toEqual({ '00512': false, '30118': false, '77120': true });
    await decide(manager, [footprint], 'accepted', 'Også for melk.').expect(201);
    expect([await counts(), await waiting(), await undecided()]).toEqual([
      { '00512': true, '30118': true, '77120': true },
      [],
      0,
    ]);
    for (const item of ['00512', '30118', '77120']) await tie(supplier, item, 'not-linked');
  });

  it('awaits acceptance of an item from a new price list although its item number is the same', async () => {
    const { id } = await submitFootprints(stand, parties.suppliers[0]!.actor, supplierId, [
      {
        id: '40000000-0000-4000-8000-000000000004',
        productIds: ['urn:pact:finnskog:00999'],
        value: '6',
        product: 'Nye hansker',
      },
    ]);
    const { id: footprint } = await showFootprint(id);
    await decide(manager, [footprint], 'accepted', 'Lest.').expect(201);
    const [{ id: agreementId }] = (await stand.asOwner<{ id: string }>('select id from agreements.agreement')) as [
      { id: string },
    ];
    const prices = await spoolFile(
      stand,
      'nye.csv',
      `${testAssortment}00999;Nye hansker;;1A;eske;100;stk;0,4;99,00;\n`,
    );
    await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(ImportAssortment).run(agreementId, supplierId, prices));
    await stand.get(UnitOfWork).run(parties.system, () => stand.get(LinkByIdentifier).run(supplierId));
    const row = async () => (await linkedFootprints()).find((each) => each['item_number'] === '00999');
    expect(await row()).toMatchObject({ per_unit: '6', accepted: false });
    await decide(manager, [footprint], 'accepted', 'Lest igjen.').expect(201);
    expect(await row()).toMatchObject({ accepted: true });
  });

  it('requires a reason that is not blank', async () => {
    const { id } = await submitEpd(stand, parties.suppliers[0]!.actor, supplierId, {
      id: '40000000-0000-4000-8000-000000000005',
    });
    const { id: footprint } = await showFootprint(id);
    const { body } = await supplier
      .post(`/footprints/${footprint}/item-links`, { itemNumber: '00512', verdict: 'linked', reason: ' \n' })
      .expect(400);
    expect(body.issues).toEqual([expect.objectContaining({ path: 'reason', code: 'isLength' })]);
  });

  it('is allowed only for the cooperative, not for the supplier or the buyer', async () => {
    const { id } = await submitEpd(stand, parties.suppliers[0]!.actor, supplierId, {
      id: '40000000-0000-4000-8000-000000000002',
    });
    const { id: footprint } = await showFootprint(id);
    expect((await decide(supplier, [footprint], 'accepted')).status).toBe(403);
    const buyer = await signIn(stand, parties.buyers[0]!.email);
    expect((await decide(buyer, [footprint], 'accepted')).status).toBe(403);
    const elsewhere = await setUpParties(stand, 'Et annet innkjøp');
    const stranger = await signIn(stand, elsewhere.manager.email);
    expect((await decide(stranger, [footprint], 'accepted')).status).toBe(404);
    const [row] = (await manager.get('/declarations').expect(200)).body;
    expect(row).toMatchObject({ id, undecided: 1 });
  });
});

describe('attachments of a declaration', () => {
  it('accepts PDFs, stores them unchanged and returns them only as downloads', async () => {
    const { id } = await submitEpd(stand, parties.suppliers[0]!.actor, supplierId, {
      id: '50000000-0000-4000-8000-000000000001',
    });
    const pdf = samplePdf('<script>alert(1)</script>');
    const kept = await supplier
      .post(`/declarations/${id}/attachments`)
      .attach('file', pdf, '../EPD "bord".pdf')
      .expect(201);
    expect(kept.body).toMatchObject({ fileName: 'EPD "bord".pdf', sizeBytes: pdf.length });
    expect(
      (await supplier.post(`/declarations/${id}/attachments`).attach('file', pdf, 'igjen.pdf').expect(201)).body.id,
    ).toBe(kept.body.id);
    const download = await manager.get(`/declarations/${id}/attachments/${kept.body.id}`).buffer(true).expect(200);
    expect(download.headers['content-type']).toBe('application/octet-stream');
    expect(download.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''EPD%20%22bord%22.pdf`);
    expect(outcomes(await showFootprint(id))['evidence']).toBe('kept');
    const original = await manager.get(`/declarations/${id}/file`).buffer(true).expect(200);
    expect(original.headers['content-disposition']).toContain('attachment');
    expect(
      (
        await supplier
          .post(`/declarations/${id}/attachments`)
          .attach('file', samplePdf('stream', 'stream'), 'x\r\nSet-Cookie: a=b;.html')
          .expect(201)
      ).body.fileName,
    ).toMatch(/^x(?:%0D%0A)?Set-Cookie: a=b;\.pdf$/);
    const other = await signIn(stand, parties.suppliers[1]!.email);
    await other.get(`/declarations/${id}/attachments/${kept.body.id}`).expect(404);
    expect((await other.post(`/declarations/${id}/attachments`).attach('file', pdf, 'a.pdf')).status).toBe(404);
  });

  it.each([
    ['a page that names the header', Buffer.from('<html>%PDF-1.7</html>')],
    ['a page with a whole PDF behind it', Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), samplePdf()])],
    ['a page with header, end and place', Buffer.from('%PDF-1.7<html><script>alert(1)</script>\nstartxref\n9\n%%EOF')],
    ['a header alone', Buffer.from('%PDF-1.7\n')],
    ['a PDF that is cut off', samplePdf().subarray(0, 300)],
    ['a PDF with a page behind it', Buffer.concat([samplePdf(), Buffer.from('<script>alert(1)</script>')])],
    [
      'a place beyond the file',
      Buffer.from(
        samplePdf()
          .toString()
          .replace(/startxref\n\d+/, 'startxref\n99999'),
      ),
    ],
    ['a table that names no catalogue', Buffer.from(samplePdf().toString().replace('/Root 1 0 R', ''))],
  ])('rejects a file that is not a PDF: %s', async (_what, bytes) => {
    const { id } = await submitEpd(stand, parties.suppliers[0]!.actor, supplierId, { id: randomUUID() });
    const { status, body } = await supplier.post(`/declarations/${id}/attachments`).attach('file', bytes, 'epd.pdf');
    expect([status, body.code]).toEqual([422, 'attachment-not-pdf']);
  });
});

describe('declaration that the cooperative submitted for a supplier', () => {
  it('requires acceptance by an independent second person', async () => {
    const second = await setUpMember(stand, parties, parties.manager, 'contract-manager', 'andre@example.no');
    const dependent = await admitColleague(
      stand,
      { ...parties.manager.actor, role: 'administrator' },
      'contract-manager',
      'avhengig@example.no',
    );
    const { id } = await submitFootprints(stand, { ...parties.manager.actor }, supplierId, [
      { id: '60000000-0000-4000-8000-000000000001', productIds: ['urn:pact:finnskog:7001'], value: '0.0001' },
    ]);
    await expect(reviewFootprints(stand, parties.manager.actor, id)).rejects.toMatchObject({
      code: 'second-person-required',
    });
    await expect(reviewFootprints(stand, dependent.actor, id)).rejects.toMatchObject({
      status: 422,
      code: 'approver-not-independent',
    });
    await reviewFootprints(stand, parties.manager.actor, id, 'rejected');
    await reviewFootprints(stand, second.actor, id);
  });
});
