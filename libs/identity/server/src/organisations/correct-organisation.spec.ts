import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { EraseMentions } from '../personal-data/erase-mentions.ts';
import { identity } from '../room.ts';
import { SetUpParties } from '../set-up-parties.ts';
import { setUpParties, signIn, type Parties, type SignedIn } from '../testing.ts';

let stand: TestApp;
let ours: Parties;
let theirs: Parties;
let manager: SignedIn;
let [supplier, otherSupplier, buyer] = ['', '', ''];
const reason = 'Nummeret var til et annet selskap.';
const correct = (id: string, body: object) => manager.post(`/organisations/${id}/correct`, { reason, ...body });

interface Identity extends Record<string, unknown> {
  readonly name: string;
  readonly org_number: string | null;
}
const identityOf = async (id: string) =>
  (
    await stand.asOwner<Identity>(
      'select o.name, e.org_number from identity.organisation o left join identity.legal_entity e on e.id = o.legal_entity_id where o.id = $1',
      [id],
    )
  )[0];
const historyOf = (id: string) =>
  stand.asOwner<Identity & { valid_from: Date; valid_to: Date; reason: string; corrected_by: string }>(
    `select h.name, h.org_number, h.valid_from, h.valid_to, c.reason, c.corrected_by from identity.organisation_history h
     join identity.organisation_correction c on c.cooperative_id = h.cooperative_id and c.history_id = h.id where h.organisation_id = $1 order by h.valid_to`,
    [id],
  );
const inUnit = <T>(work: () => Promise<T>, actor = ours.system) => stand.get(UnitOfWork).run({ ...actor }, work);
const legalEntities = () => stand.asOwner('select id, org_number, name from identity.legal_entity order by org_number');

beforeAll(async () => {
  stand = await setUpTestApp([identity]);
  ours = await setUpParties(stand);
  theirs = await setUpParties(stand, 'Nabosamkjøp');
  manager = await signIn(stand, ours.manager.email);
  [supplier, otherSupplier] = ours.suppliers.map(({ organisationId }) => organisationId) as [string, string];
  buyer = ours.buyers[0]!.organisationId;
});
afterAll(() => stand.close());

describe('CorrectOrganisation', () => {
  it.each([
    ['a number with a wrong check digit', { orgNumber: '912346707' }, 'org-number-check-digit', 'orgNumber'],
    ['a number with too few digits', { orgNumber: '91234670' }, 'org-number-length', 'orgNumber'],
    ['a number of a made-up company', { orgNumber: '311120301' }, 'org-number-test-number', 'orgNumber'],
    ['a name of spaces', { name: '   ' }, 'name-missing', 'name'],
    ['a reason of spaces', { name: 'Finnskog AS', reason: '   ' }, 'reason-missing', 'reason'],
    [
      'the name and number it has',
      { name: ' Finnskog  Storkjøkken Engros ', orgNumber: '311 047 116' },
      'nothing-corrected',
      'name',
    ],
  ])('refuses %s', async (_what, body, code, path) => {
    const response = await correct(supplier, body);
    expect([response.status, response.body.code, response.body.issues]).toMatchObject([
      422,
      'organisation-correction-refused',
      [{ code, path }],
    ]);
    expect(await historyOf(supplier)).toEqual([]);
  });

  it('rejects the number of another organisation of the same kind, and names it', async () => {
    await correct(otherSupplier, { orgNumber: '912346706' }).expect(204);
    const taken = await correct(supplier, { orgNumber: '912 346 706' });
    expect([taken.status, taken.body.code, taken.body.params]).toEqual([
      409,
      'organisation-number-taken',
      { orgNumber: '912346706', name: 'Solgløtt Frukt & Grønt' },
    ]);
    expect(taken.body.issues).toMatchObject([
      { code: 'number-taken', path: 'orgNumber', params: { expected: 'Solgløtt Frukt & Grønt' } },
    ]);
    expect(await historyOf(supplier)).toEqual([]);
  });

  it('changes number and name, and stores the former ones with person and reason', async () => {
    const before = await legalEntities();
    await correct(supplier, { orgNumber: 'NO 974 760 673 MVA', name: 'Finnskog  Storkjøkken AS' }).expect(204);
    expect(await identityOf(supplier)).toEqual({ name: 'Finnskog Storkjøkken AS', org_number: '974760673' });
    await correct(supplier, { name: 'Finnskog Storkjøkken Norge AS' }).expect(204);
    const history = await historyOf(supplier);
    expect(history).toMatchObject([
      {
        name: 'Finnskog Storkjøkken Engros',
        org_number: '311047116',
        reason,
        corrected_by: ours.manager.actor.personId,
      },
      { name: 'Finnskog Storkjøkken AS', org_number: '974760673', reason },
    ]);
    expect(history[1]!.valid_from).toEqual(history[0]!.valid_to);
    expect(history[0]!.valid_from < history[0]!.valid_to).toBe(true);
    expect(await legalEntities()).toEqual(expect.arrayContaining(before));
  });

  it('publishes each correction for rooms that store organisations of numbers', async () => {
    const events = await stand.asOwner(
      `select 1 from platform.domain_event where name = 'identity.organisation-changed' and subject_id = $1`,
      [supplier],
    );
    expect(events).toHaveLength((await historyOf(supplier)).length);
  });

  it('does not change the same legal entity in another cooperative', async () => {
    expect(await identityOf(theirs.suppliers[0]!.organisationId)).toEqual({
      name: 'Finnskog Storkjøkken Engros',
      org_number: '311047116',
    });
    expect(await historyOf(theirs.suppliers[0]!.organisationId)).toEqual([]);
    await correct(theirs.suppliers[0]!.organisationId, { name: 'Overtatt' }).expect(404);
  });

  it('is recorded in the audit log, with an erasable reason', async () => {
    const [entry] = await stand.asOwner<{ details: object }>(
      `select details from platform.door_audit_entry where act = 'organisation.corrected' and subject_id = $1 order by id`,
      [supplier],
    );
    expect(entry?.details).toMatchObject({ before: { orgNumber: '311047116' }, after: { orgNumber: '974760673' } });
    const erased = await inUnit(() => stand.get(EraseMentions).inCooperative(['annet selskap']));
    expect(erased).toContainEqual({ place: 'identity.organisation_correction.reason', erased: 3 });
    expect((await historyOf(supplier)).map((each) => each.reason)).toEqual(['[slettet]', '[slettet]']);
  });

  it('is kept when the same parties are set up again by the former number', async () => {
    const ensure = (orgNumber: string | null, name: string) =>
      inUnit(() => stand.get(SetUpParties).ensureOrganisation({ kind: 'supplier', name, orgNumber }));
    expect(await ensure('311047116', 'Finnskog Storkjøkken Engros')).toEqual({ id: supplier, existed: true });
    expect(await ensure(null, 'Finnskog Storkjøkken Engros')).toEqual({ id: supplier, existed: true });
    await correct(buyer, { orgNumber: null }).expect(204);
    const again = await inUnit(() =>
      stand.get(SetUpParties).ensureOrganisation({ kind: 'buyer', name: 'En annen kommune', orgNumber: '944117784' }),
    );
    expect([again, (await identityOf(buyer))?.org_number]).toEqual([{ id: buyer, existed: true }, null]);
    await inUnit(() =>
      stand
        .get(SetUpParties)
        .ensureOrganisation({ kind: 'buyer', name: 'Kongsvinger kommune', orgNumber: '944117784' }),
    );
    expect((await identityOf(buyer))?.org_number).toBeNull();
  });

  it('lets another organisation take the former number', async () => {
    const added = await inUnit(() =>
      stand.get(SetUpParties).addOrganisation({ kind: 'buyer', name: 'Rett kommune', orgNumber: '944117784' }),
    );
    const rows = await inUnit(() =>
      stand
        .get(Database)
        .query(
          `select id, is_current from identity.door_organisation_number where kind = 'buyer' and org_number = '944117784'`,
        ),
    );
    expect(rows).toEqual([{ id: added, is_current: true }]);
  });

  it('is allowed to the cooperative only, and not for the cooperative itself', async () => {
    await correct(ours.manager.organisationId, { name: 'Annet samkjøp' }).expect(404);
    const clerk = await signIn(stand, ours.suppliers[1]!.email);
    expect((await clerk.post(`/organisations/${otherSupplier}/correct`, { name: 'Selv', reason })).status).toBe(403);
    const seen = await inUnit(
      () =>
        stand
          .get(Database)
          .one(
            'select exists (select from identity.organisation_history) as histories, exists (select from identity.organisation_correction) as corrections',
          ),
      ours.suppliers[1]!.actor,
    );
    expect(seen).toEqual({ histories: true, corrections: false });
  });
});
