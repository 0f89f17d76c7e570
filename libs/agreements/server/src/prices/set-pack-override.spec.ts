import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { BuildCheckContext } from '../context/build-check-context.ts';
import { agreements } from '../room.ts';
import { setUpAgreement, spoolFile, type TestAgreement } from '../testing.ts';
import { SetPackOverride, type PackOverrideInput } from './set-pack-override.ts';
import { ImportAssortment } from './import-assortment.ts';
import { ShowItem } from './show-item.ts';
import { RevokePackOverride } from './revoke-pack-override.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let itemId: string;

const form =
  'Varenr;Navn;Enhet;Pris;Innhold;Innholdsenhet;Antall i pakning;Pakning;Antall i kartong;Kartonger per pall\n1;Ost;pk;10;2,5;kg;6;boks;4;40\n';
const asManager = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.manager.actor }, work);
const bringForm = () =>
  asManager(async () =>
    stand
      .get(ImportAssortment)
      .run(made.agreementId, parties.suppliers[0]!.organisationId, await spoolFile(stand, 'priser.csv', form)),
  );
const decide = (said: Omit<PackOverrideInput, 'reason'>) =>
  asManager(() => stand.get(SetPackOverride).run(made.agreementId, itemId, { ...said, reason: ' Talt på lager ' }));
/** Returns the content of each unit as the checks receive it. */
async function conversions(): Promise<string[]> {
  const { context } = await asManager(() => stand.get(BuildCheckContext).run(made.obligations['2026-03']!));
  const { units, items } = context;
  const at = items?.number.indexOf('1');
  return (units?.unit ?? []).flatMap((unit, row) =>
    units?.item[row] === at ? [`${unit} = ${units?.factor[row] ?? ''} ${units?.to[row] ?? ''}`] : [],
  );
}

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  made = await setUpAgreement(stand, parties);
  await bringForm();
  itemId = (
    await stand.asOwner<{ id: string }>(`select id from agreements.item where agreement_id = $1 and number = '1'`, [
      made.agreementId,
    ])
  )[0]!.id;
});
afterAll(() => stand.close());

it('takes precedence over the price form, also over the next one, until it is withdrawn', async () => {
  const before = await conversions();
  expect(before).toEqual(expect.arrayContaining(['pk = 2.5 kg', 'boks = 6 pk']));
  const box = await decide({ unit: 'Boks', contains: '12', of: 'pk' });
  await decide({ unit: 'tralle', contains: '8', of: 'boks' });
  expect(await conversions()).toEqual(expect.arrayContaining(['Boks = 12 pk', 'tralle = 8 boks']));
  await bringForm();
  expect(await conversions()).not.toContain('boks = 6 pk');
  const { packDecisions } = await asManager(() => stand.get(ShowItem).run(made.agreementId, itemId));
  expect(packDecisions).toEqual([
    expect.objectContaining({
      unit: 'Boks',
      contains: '12',
      of: 'pk',
      reason: 'Talt på lager',
      decidedBy: expect.any(String),
    }),
    expect.objectContaining({ unit: 'tralle' }),
  ]);
  await asManager(() => stand.get(RevokePackOverride).run(made.agreementId, itemId, box.id));
  expect(await conversions()).toContain('boks = 6 pk');
  await expect(
    asManager(() => stand.get(RevokePackOverride).run(made.agreementId, itemId, box.id)),
  ).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('can declare that a unit has no conversion, and replaces the earlier decision', async () => {
  await decide({ unit: 'pk', contains: '3', of: 'kg' });
  await decide({ unit: 'pk' });
  expect((await conversions()).filter((text) => text.startsWith('pk'))).toEqual([]);
});

it('rejects an incomplete conversion and a circular one', async () => {
  await expect(decide({ unit: 'sekk', contains: '3' })).rejects.toMatchObject({ code: 'pack-content-incomplete' });
  await expect(decide({ unit: 'pk', contains: '2', of: 'boks' })).rejects.toMatchObject({
    code: 'pack-conversion-circular',
  });
  await expect(decide({ unit: 'pk', contains: '2', of: 'PK' })).rejects.toMatchObject({
    code: 'pack-conversion-circular',
  });
});
