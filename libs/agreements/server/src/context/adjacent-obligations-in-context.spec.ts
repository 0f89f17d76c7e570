import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { CreateObligations } from '../obligations/create-obligations.ts';
import { agreements } from '../room.ts';
import { PublishTerms } from '../terms/publish-terms.ts';
import { setUpAgreement, testTerms, type TestAgreement } from '../testing.ts';
import { AddUnitMapping } from '../parties/add-unit-mapping.ts';
import { LearnItemNumbers } from '../prices/learn-item-numbers.ts';
import { LinkItemNumbers } from '../prices/link-item-numbers.ts';
import { ListItemNumberChanges } from '../prices/list-item-number-changes.ts';
import { RevokeItemNumberChange } from '../prices/revoke-item-number-change.ts';
import { BuildCheckContext } from './build-check-context.ts';

let stand: TestApp;
let parties: Parties;
let old: TestAgreement;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  old = await setUpAgreement(stand, parties);
});
afterAll(() => stand.close());

const first = () => parties.suppliers[0]!.organisationId;
const asManager = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.manager.actor }, work);
const open = () => stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(CreateObligations).run());
const contextOf = async (agreementId: string, start: string) => {
  const [row] = await asManager(() =>
    stand
      .get(Database)
      .query<{ id: string }>(
        'select id from agreements.door_reporting_obligation where agreement_id = $1 and supplier_id = $2 and period_start = $3',
        [agreementId, first(), start],
      ),
  );
  return (await asManager(() => stand.get(BuildCheckContext).run(row!.id))).context;
};

describe('parts of a period in the check context', () => {
  it('contains the validity of the agreement, and no other part when the period is undivided', async () => {
    const context = await contextOf(old.agreementId, '2026-03-01');
    expect([context.holds, context.otherParts]).toEqual([{ from: '2026-01-01', until: null }, undefined]);
  });

  it('contains the other part of a period in which the terms change', async () => {
    await asManager(() => stand.get(PublishTerms).run(old.agreementId, testTerms, '2026-04-10'));
    await open();
    const part = {
      agreement: [old.agreementId],
      title: ['Mat- og drikkevarer'],
      key: ['2026-04'],
      from: ['2026-01-01'],
      until: [null],
    };
    expect((await contextOf(old.agreementId, '2026-04-01')).otherParts).toEqual({
      ...part,
      start: ['2026-04-10'],
      end: ['2026-05-01'],
    });
    expect((await contextOf(old.agreementId, '2026-04-10')).otherParts).toEqual({
      ...part,
      start: ['2026-04-01'],
      end: ['2026-04-10'],
    });
    expect((await contextOf(old.agreementId, '2026-03-01')).otherParts).toBeUndefined();
  });

  it('contains the parts of the preceding agreement in the same CPV division, and of no other agreement', async () => {
    await stand.asOwner(`update agreements.agreement_supplier set valid_to = '2026-04-19' where agreement_id = $1`, [
      old.agreementId,
    ]);
    const next = await setUpAgreement(stand, parties, { number: 'A-2', today: '2026-04-28' });
    await stand.asOwner(`update agreements.agreement_supplier set valid_from = '2026-04-20' where agreement_id = $1`, [
      next.agreementId,
    ]);
    await stand.asOwner(`delete from agreements.reporting_obligation where agreement_id = $1`, [next.agreementId]);
    await open();
    const { holds, otherParts } = await contextOf(next.agreementId, '2026-04-20');
    expect(holds).toEqual({ from: '2026-04-20', until: null });
    expect(otherParts).toMatchObject({
      agreement: [old.agreementId, old.agreementId],
      start: ['2026-04-01', '2026-04-10'],
      end: ['2026-04-10', '2026-04-20'],
      until: ['2026-04-19', '2026-04-19'],
    });
    await stand.asOwner(`update agreements.agreement set cpv = '39000000' where id = $1`, [next.agreementId]);
    expect((await contextOf(next.agreementId, '2026-04-20')).otherParts).toBeUndefined();
  });
});

it('inherits unit mappings and changed item numbers from the preceding agreement, except numbers in its own price list', async () => {
  const next = await setUpAgreement(stand, parties, { number: 'A-3', today: '2026-04-28' });
  await stand.asOwner(`update agreements.agreement_supplier set valid_to = '2026-01-31' where agreement_id = $1`, [
    old.agreementId,
  ]);
  await stand.asOwner(`update agreements.agreement_supplier set valid_from = '2026-02-01' where agreement_id = $1`, [
    next.agreementId,
  ]);
  await asManager(() => stand.get(AddUnitMapping).run(first(), old.agreementId, { text: 'krt', unit: 'stk' }));
  const items = Object.fromEntries(
    (
      await stand.asOwner<{ number: string; id: string }>(
        'select number, id from agreements.item where agreement_id = $1',
        [old.agreementId],
      )
    ).map(({ number, id }) => [number, id]),
  );
  await asManager(() =>
    stand
      .get(LearnItemNumbers)
      .run(old.agreementId, first(), 'R-1', [{ number: 'K-77', itemId: items['00512']!, onDate: '2026-01-05' }]),
  );
  await stand.asOwner(`insert into agreements.item_number_change (cooperative_id, id, agreement_id, supplier_id, old_item_id, new_item_id, effective_on, origin, made_at)
    select cooperative_id, gen_random_uuid(), agreement_id, supplier_id, id, '${items['77120']!}', '2026-01-05', 'decided', now() from agreements.item where id = '${items['8801']!}'`);
  const { taughtUnits, itemChanges, items: agreed } = await contextOf(next.agreementId, '2026-02-01');
  expect(taughtUnits).toMatchObject({ text: ['krt'], unit: ['stk'] });
  expect(itemChanges?.number.map((number, at) => [number, agreed?.number[itemChanges.item[at]!]])).toEqual([
    ['K-77', '00512'],
  ]);
});

describe('inherited item number change', () => {
  const listed = (agreementId: string) => asManager(() => stand.get(ListItemNumberChanges).run(agreementId));
  const readAs = async (agreementId: string) => (await contextOf(agreementId, '2026-02-01')).itemChanges?.number ?? [];
  let next: string;

  beforeAll(async () => {
    next = (await stand.asOwner<{ id: string }>(`select id from agreements.agreement where number = 'A-3'`))[0]!.id;
  });

  it('is listed under its own agreement with the inheriting ones, and under each of these with its source', async () => {
    const [change, ...none] = await listed(next);
    expect(change).toMatchObject({
      oldNumber: 'K-77',
      newNumber: '00512',
      onDate: '2026-01-05',
      origin: 'reported',
      undoneAt: null,
      inheritedFrom: { id: old.agreementId },
      alsoIn: [],
    });
    expect(none).toEqual([]);
    expect((await listed(old.agreementId)).find(({ oldNumber }) => oldNumber === 'K-77')).toMatchObject({
      inheritedFrom: null,
      alsoIn: expect.arrayContaining([expect.stringContaining('A-3')]) as string[],
    });
  });

  it('is revoked in the inheriting agreement only, and is restored only by a manual link', async () => {
    const [change] = await listed(next);
    await asManager(() => stand.get(RevokeItemNumberChange).run(next, change!.id));
    expect(await readAs(next)).toEqual([]);
    expect(await listed(next)).toMatchObject([
      { oldNumber: 'K-77', newNumber: '00512', undoneAt: expect.any(Date) as Date, inheritedFrom: null },
    ]);
    expect((await listed(old.agreementId)).find(({ oldNumber }) => oldNumber === 'K-77')?.undoneAt).toBeNull();
    expect((await contextOf(old.agreementId, '2026-01-01')).itemChanges?.number).toContain('K-77');
    await expect(asManager(() => stand.get(RevokeItemNumberChange).run(next, change!.id))).rejects.toMatchObject({
      code: 'not-found',
    });
    const items = Object.fromEntries(
      (
        await stand.asOwner<{ number: string; id: string }>(
          'select number, id from agreements.item where agreement_id = $1',
          [next],
        )
      ).map(({ number, id }) => [number, id]),
    );
    await asManager(() =>
      stand
        .get(LearnItemNumbers)
        .run(next, first(), 'R-2', [{ number: 'K-77', itemId: items['00512']!, onDate: '2026-02-05' }]),
    );
    expect(await readAs(next)).toEqual([]);
    await asManager(() =>
      stand
        .get(LinkItemNumbers)
        .run(next, { supplierId: first(), oldNumber: 'K-77', newNumber: '00512', onDate: '2026-02-01' }),
    );
    expect(await readAs(next)).toEqual(['K-77']);
  });

  it('cannot be revoked in an agreement where it does not apply', async () => {
    const other = (await listed(old.agreementId)).find(({ oldNumber }) => oldNumber === '8801');
    await expect(asManager(() => stand.get(RevokeItemNumberChange).run(next, other!.id))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
