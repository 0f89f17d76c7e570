import { existsSync } from 'node:fs';
import { adjustPrice } from '@tallgrunn/checks';
import { Database, FileStore, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { BuildCheckContext } from '../context/build-check-context.ts';
import { agreements } from '../room.ts';
import { setUpAgreement, spoolFile, type TestAgreement } from '../testing.ts';
import { AddPriceModel, type NewPriceModel } from './add-price-model.ts';
import { CalculateAdjustment } from './calculate-adjustment.ts';
import { DecideAdjustment } from './decide-adjustment.ts';
import { DiffPrices } from './diff-prices.ts';
import { ImportPriceDraft, type PriceListOptions } from './draft-prices.ts';
import { ImportAssortment } from './import-assortment.ts';
import { ImportIndexSeries } from './import-index-series.ts';
import { LinkItemNumbers } from './link-item-numbers.ts';
import { ListItemNumberChanges } from './list-item-number-changes.ts';
import { PublishPrices } from './publish-prices.ts';
import { ProposeAdjustments } from './propose-adjustments.ts';
import { RequestAdjustment } from './request-adjustment.ts';
import { ShowItem } from './show-item.ts';
import { RevokeItemNumberChange } from './revoke-item-number-change.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
});
beforeEach(async () => {
  parties = await setUpParties(stand, `Samarbeid ${Math.random()}`);
  made = await setUpAgreement(stand, parties);
});
afterAll(() => stand.close());

const supplier = () => parties.suppliers[0]!;
const asManager = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.manager.actor }, work);
const asSupplier = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...supplier().actor }, work);
const file = (text: string, name = 'priser.csv') => spoolFile(stand, name, text);
const importText = (text: string, options: PriceListOptions = {}) =>
  asManager(async () =>
    stand.get(ImportAssortment).run(made.agreementId, supplier().organisationId, await file(text), options),
  );
const draftText = (text: string, options: PriceListOptions = {}) =>
  asManager(async () =>
    stand.get(ImportPriceDraft).run(made.agreementId, supplier().organisationId, await file(text), options),
  );
const setModel = (model: NewPriceModel) => asManager(() => stand.get(AddPriceModel).run(made.agreementId, model));
const contextOf = async (period: string) =>
  (await asManager(() => stand.get(BuildCheckContext).run(made.obligations[period]!))).context;
const itemId = async (number: string) =>
  (
    await stand.asOwner<{ id: string }>('select id from agreements.item where agreement_id = $1 and number = $2', [
      made.agreementId,
      number,
    ])
  )[0]!.id;
const head = 'Varenr;Navn;Enhet;Pris;Tidligere varenr\n';

describe('draft of a price version', () => {
  it('remarks on prices of an agreement that has ended, and only then', async () => {
    const text = `${head}1;En;stk;10;\n`;
    const ended = async () => (await draftText(text)).remarks.filter(({ code }) => code === 'agreement-ended');
    expect(await ended()).toEqual([]);
    await stand.asOwner('update agreements.agreement set starts_on = $2, ends_on = $3 where id = $1 returning id', [
      made.agreementId,
      '2020-01-01',
      '2021-12-31',
    ]);
    expect(await ended()).toMatchObject([{ found: '2021-12-31' }]);
  });

  it('shows its changes in a preview, and changes nothing before it is published', async () => {
    await importText(
      `${head}1;En;stk;10;\n2;To;stk;20;\n3;Tre;stk;30;\n4;Fire;stk;40;\n5;Fem;stk;50;\n6;Seks;stk;60;\n`,
    );
    const draft = await draftText(
      `${head}1;En;stk;10;\n2;To;stk;22;\n3;Tre;stk;27;\n4;Fire ny;stk;40;\n5;Fem;pk;50;\n60;Seks;stk;61,5;6\n7;Syv;stk;70;\n`,
    );
    const { changes, ...sums } = await asManager(() => stand.get(DiffPrices).ofDraft(made.agreementId, draft.id));
    expect(sums).toEqual({
      items: 7,
      same: 1,
      comparedWith: 2,
      counts: { new: 1, gone: 0, 'price-up': 2, 'price-down': 1, renamed: 1, 'unit-changed': 1, 'number-changed': 1 },
    });
    expect(changes.map(({ number, kinds, percent }) => [number, kinds, percent])).toEqual([
      ['2', ['price-up'], '10.00'],
      ['3', ['price-down'], '-10.00'],
      ['4', ['renamed'], '0.00'],
      ['5', ['unit-changed'], null],
      ['60', ['price-up', 'number-changed'], '2.50'],
      ['7', ['new'], null],
    ]);
    expect((await contextOf('2026-03')).items?.number).toEqual(['1', '2', '3', '4', '5', '6']);
    const version = await asManager(() => stand.get(PublishPrices).run(made.agreementId, draft.id));
    expect(version).toMatchObject({ number: 3, items: 7 });
    const after = await asManager(() =>
      stand.get(DiffPrices).ofVersion(made.agreementId, version.id, { kind: 'price-up' }),
    );
    expect(after.counts).toEqual(sums.counts);
    expect(after.changes.map(({ number }) => number)).toEqual(['2', '60']);
    const context = await contextOf('2026-03');
    expect(context.items?.number).toEqual(['1', '2', '3', '4', '5', '60', '7']);
    expect(context.itemChanges).toEqual({ number: ['6'], item: [5], on: ['2026-01-01'] });
    await expect(asManager(() => stand.get(PublishPrices).run(made.agreementId, draft.id))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('shows every item of a first price list as new', async () => {
    const other = parties.suppliers[1]!.organisationId;
    const draft = await asManager(async () =>
      stand.get(ImportPriceDraft).run(made.agreementId, other, await file(`${head}1;En;stk;10;\n`)),
    );
    expect(await asManager(() => stand.get(DiffPrices).ofDraft(made.agreementId, draft.id))).toMatchObject({
      comparedWith: null,
      items: 1,
      counts: { new: 1 },
    });
  });
});

describe('price version with a valid-from date', () => {
  it('leaves earlier prices in force before that date', async () => {
    await importText(`${head}1;En;stk;10;\n`);
    await importText(`${head}1;En;stk;12;\n2;To;stk;5;\n`, { fromOn: '2026-03-15' });
    const { prices, items } = await contextOf('2026-03');
    expect(items?.number).toEqual(['1', '2']);
    expect(prices).toMatchObject({
      item: [0, 0, 1],
      price: ['10', '12', '5'],
      from: ['2026-01-01', '2026-03-15', '2026-03-15'],
      to: ['2026-03-14', null, null],
    });
  });

  it('adds weekly price lists alongside agreed prices', async () => {
    await setModel({ lot: '1A', kind: 'weekly-list', fromOn: '2026-01-01' });
    await importText('Varenr;Navn;Enhet;Listepris;Delkontrakt\n1;Agurk;kg;10;1A\n', {
      kind: 'list',
      fromOn: '2026-03-02',
    });
    await importText('Varenr;Navn;Enhet;Listepris;Delkontrakt\n1;Agurk;kg;11;1A\n', {
      kind: 'list',
      fromOn: '2026-03-09',
    });
    const { prices, priceModels, items } = await contextOf('2026-03');
    const at = items?.number.indexOf('1');
    expect(prices?.price.filter((_, row) => prices.item[row] === at)).toEqual(['10', '11']);
    expect(prices?.basis).toContain('list');
    expect(priceModels).toEqual([{ kind: 'weekly-list', lot: '1A', from: '2026-01-01', to: null }]);
    const item = await asManager(async () => stand.get(ShowItem).run(made.agreementId, await itemId('1')));
    // today is 14 April: the list of 9 March ended on the 15th
    expect(item).toMatchObject({ model: 'weekly-list', today: { price: null, reason: 'list-ended' } });
    expect(item.prices.map(({ price, validTo }) => [price, validTo])).toEqual([
      ['10', '2026-03-08'],
      ['11', null],
    ]);
  });
});

describe('price model', () => {
  it('ends the previous model, and is rejected with every error', async () => {
    await setModel({ kind: 'fixed', fromOn: '2026-01-01', tolerance: '1' });
    await setModel({ kind: 'list-discount', fromOn: '2026-07-01', discount: '12.5' });
    expect((await contextOf('2026-03')).priceModels).toEqual([
      { kind: 'fixed', lot: null, from: '2026-01-01', to: '2026-06-30', tolerance: '1' },
      { kind: 'list-discount', lot: null, from: '2026-07-01', to: null, discount: '12.5' },
    ]);
    await expect(
      setModel({ lot: '9', kind: 'list-discount', fromOn: '2026-01-01', untilOn: '2025-01-01' }),
    ).rejects.toMatchObject({
      issues: [{ code: 'discount-missing' }, { code: 'ends-before-it-begins' }, { code: 'lot-unknown' }],
    });
    await expect(setModel({ kind: 'fixed', fromOn: '2026-07-01' })).rejects.toMatchObject({
      code: 'price-model-date-taken',
    });
  });
});

describe('item number', () => {
  it('is linked manually, followed through changes, and unlinked permanently', async () => {
    await importText(`${head}A3;Ny;stk;10;A2\n`);
    await asManager(() =>
      stand.get(LinkItemNumbers).run(made.agreementId, {
        supplierId: supplier().organisationId,
        oldNumber: 'A1',
        newNumber: 'A2',
        onDate: '2026-02-01',
      }),
    );
    expect((await contextOf('2026-03')).itemChanges).toEqual({
      number: ['A1', 'A2'],
      item: [0, 0],
      on: ['2026-02-01', '2026-01-01'],
    });
    const link = (oldNumber: string, newNumber: string) =>
      asManager(() =>
        stand
          .get(LinkItemNumbers)
          .run(made.agreementId, { supplierId: supplier().organisationId, oldNumber, newNumber }),
      );
    await expect(link('A3', 'A1')).rejects.toMatchObject({ code: 'item-number-change-circular' });
    await expect(link('A1', 'A3')).rejects.toMatchObject({ code: 'item-number-already-changed' });
    await expect(link('A9', 'unknown')).rejects.toMatchObject({ code: 'item-unknown' });
    const changes = await asManager(() => stand.get(ListItemNumberChanges).run(made.agreementId));
    const imported = changes.find(({ origin }) => origin === 'imported');
    await asManager(() => stand.get(RevokeItemNumberChange).run(made.agreementId, imported!.id));
    await importText(`${head}A3;Ny;stk;11;A2\n`);
    const context = await contextOf('2026-03');
    expect([context.itemChanges, context.formerItems?.number]).toEqual([undefined, []]);
    await expect(
      asManager(() => stand.get(RevokeItemNumberChange).run(made.agreementId, imported!.id)),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('price adjustment', () => {
  const adjustment = { index: 'DEMO', share: '0.65', basePeriod: '2025-10', monthsBetween: 12, noticeMonths: 2 };
  const index = (text: string) =>
    asManager(async () =>
      stand
        .get(ImportIndexSeries)
        .run({ code: 'demo', title: 'Made up', source: 'This test', licence: 'CC0' }, await file(text, 'indeks.csv')),
    );
  const request = () =>
    asSupplier(() =>
      stand.get(RequestAdjustment).run(made.agreementId, { comparePeriod: '2026-03', wantedFrom: '2026-05-01' }),
    );
  const decide = (id: string, approve: boolean, fromOn?: string) =>
    asManager(() =>
      stand
        .get(DecideAdjustment)
        .run(made.agreementId, id, { approve, reason: 'as agreed', ...(fromOn && { fromOn }) }),
    );

  it('leads from a request to a new price version, and leaves earlier prices in force before it', async () => {
    await importText(`${head}1;En;stk;100;\n2;To;stk;19,90;\n3;Uten pris;stk;;\n`);
    await setModel({ kind: 'fixed', fromOn: '2026-01-01', document: { adjustment } });
    const { id } = await request();
    await expect(decide(id, true)).rejects.toMatchObject({
      code: 'adjustment-not-calculated',
      params: { reason: 'no-index-value' },
    });
    await index('Tall fra testen\nperiode;verdi\n2025M10;120\n2026M03;126\n');
    const computed = await asManager(() => stand.get(CalculateAdjustment).run(made.agreementId, id));
    // 14 April and two months' notice
    expect(computed).toMatchObject({
      earliestOn: '2026-06-14',
      because: 'notice-too-short',
      fromOn: '2026-06-14',
      index: { code: 'DEMO', version: 1 },
      factor: { priceChange: '3.2500' },
    });
    await expect(decide(id, true, '2026-06-13')).rejects.toMatchObject({
      code: 'adjustment-too-early',
      params: { earliest: '2026-06-14' },
    });
    const { number } = await decide(id, true, '2026-07-01');
    expect(number).toBe(3);
    const item = await asManager(async () => stand.get(ShowItem).run(made.agreementId, await itemId('2')));
    expect(item.prices.map(({ price, validFrom, validTo, reason }) => [price, validFrom, validTo, reason])).toEqual([
      ['19.9', '2026-01-01', '2026-06-30', 'imported'],
      ['20.55', '2026-07-01', null, 'adjusted'],
    ]);
    await expect(decide(id, false)).rejects.toMatchObject({ code: 'adjustment-already-decided' });
    const again = await request();
    const cases = await stand.asOwner<{ on: string }>(
      `select computed ->> 'earliestOn' as on from agreements.price_adjustment where id = $1`,
      [again.id],
    );
    // a year after the last
    expect(cases[0]?.on).toBe('2027-07-01');
    // measured from where the last one ended: a change of the index counts once
    await index('periode;verdi\n2025M10;120\n2026M03;126\n2027M03;132,3\n');
    const [proposal] = (await asManager(() => stand.get(ProposeAdjustments).run(made.agreementId))).filter(
      ({ supplierId }) => supplierId === parties.suppliers[0]!.organisationId,
    );
    expect(proposal).toMatchObject({
      ...{ comparePeriod: '2027-03', clause: { basePeriod: '2026-03' }, openNumber: again.number },
      computed: { earliestOn: '2027-07-01', factor: { indexChange: '5.0000', priceChange: '3.2500' } },
    });
  });

  it('rounds in the database as in the code', async () => {
    const prices = Array.from(
      { length: 400 },
      (_, n) => `${(n * 37) % 997}.${String((n * 53) % 1000).padStart(3, '0')}`,
    );
    await importText(
      `Varenr;Navn;Enhet;Pris\n${prices.map((price, n) => `v${n};Vare;stk;${price.replace('.', ',')}`).join('\n')}\n`,
    );
    await setModel({ kind: 'fixed', fromOn: '2026-01-01', document: { adjustment } });
    await index('periode;verdi\n2025-10;117,3\n2026-03;123,7\n');
    const { id } = await request();
    await decide(id, true);
    const rows = await stand.asOwner<{ number: string; price: string }>(
      `select i.number, l.price::text as price from agreements.price_line l join agreements.price_version v on v.id = l.price_version_id join agreements.item i on i.id = l.item_id where v.agreement_id = $1 and v.reason = 'adjusted'`,
      [made.agreementId],
    );
    const up = '121.460'; // 117.3 + 0.65 × 6.4
    expect(rows).toHaveLength(400);
    for (const { number, price } of rows)
      expect([number, price]).toEqual([number, adjustPrice(prices[Number(number.slice(1))]!, { up, down: '117.3' })]);
  });

  it('can be requested by a supplier for itself only, and decided by the contract manager only', async () => {
    await expect(request()).rejects.toMatchObject({ code: 'no-adjustment-clause' });
    await setModel({ kind: 'fixed', fromOn: '2026-01-01', document: { adjustment } });
    const agent = await signIn(stand, supplier().email);
    const { body } = await agent
      .post(`/agreements/${made.agreementId}/price-adjustments`, {
        comparePeriod: '2026-03',
        wantedFrom: '2026-09-01',
        supplierId: parties.suppliers[1]!.organisationId,
      })
      .expect(201);
    const { body: own } = await agent.get(`/agreements/${made.agreementId}/price-adjustments`).expect(200);
    expect(own).toMatchObject([
      {
        id: body.id,
        supplierId: supplier().organisationId,
        state: 'requested',
        computed: { factor: { reason: 'no-index-value' } },
      },
    ]);
    await agent
      .post(`/agreements/${made.agreementId}/price-adjustments/${body.id}/decide`, { approve: true, reason: 'please' })
      .expect(403);
    const other = await signIn(stand, parties.suppliers[1]!.email);
    expect((await other.get(`/agreements/${made.agreementId}/price-adjustments`).expect(200)).body).toEqual([]);
    await asSupplier(async () => {
      expect(
        await stand
          .get(Database)
          .query(`update agreements.price_adjustment set state = 'approved' where id = $1 returning id`, [body.id]),
      ).toEqual([]);
    });
  });

  it('rejects an index file with every error', async () => {
    await expect(index('periode;verdi\n2025M13;1\n2025M10;x\n2025M11;5\n2025-11;5\n')).rejects.toMatchObject({
      code: 'index-series-invalid',
      issues: [{ code: 'not-a-period' }, { code: 'not-a-number' }, { code: 'period-repeated' }],
    });
    await expect(index('a;b\n1;2\n')).rejects.toMatchObject({ issues: [{ code: 'column-missing' }] });
  });
});

describe('price list that is sent twice', () => {
  const list = `${head}1;En;stk;10;\n`;
  const again = (options: PriceListOptions) =>
    asManager(async () =>
      stand
        .get(ImportAssortment)
        .run(made.agreementId, supplier().organisationId, await file(list), { ...options, onlyIfChanged: true }),
    );
  const rehearse = (text: string, options: PriceListOptions = {}) =>
    asManager(async () =>
      stand.get(ImportAssortment).preview(made.agreementId, supplier().organisationId, await file(text), options),
    );

  it.each<[PriceListOptions, PriceListOptions, (string | null)[][]]>([
    [{ fromOn: '2026-02-01' }, { fromOn: '2026-02-01', untilOn: '2026-06-30' }, [['untilOn', null, '2026-06-30']]],
    [{ fromOn: '2026-02-01', untilOn: '2026-06-30' }, { fromOn: '2026-02-01' }, [['untilOn', '2026-06-30', null]]],
    [{ fromOn: '2026-02-01' }, {}, [['fromOn', '2026-02-01', null]]],
    [{}, { fromOn: '2026-02-01' }, [['fromOn', null, '2026-02-01']]],
    [
      { fromOn: '2026-02-01', untilOn: '2026-06-30' },
      { fromOn: '2026-03-01', untilOn: '2026-07-31' },
      [
        ['fromOn', '2026-02-01', '2026-03-01'],
        ['untilOn', '2026-06-30', '2026-07-31'],
      ],
    ],
  ])('returns the existing version for %j, and rejects %j with the differences', async (first, second, said) => {
    const { priceVersionId } = await again(first);
    expect(await again(first)).toMatchObject({ existed: true, priceVersionId });
    for (const send of [again, (options: PriceListOptions) => rehearse(list, options)]) {
      const { code, issues } = await send(second).then(
        () => Promise.reject(new Error('taken')),
        (error: { code: string; issues: { path: string; params: Record<string, string | null> }[] }) => error,
      );
      expect({ code, said: issues.map(({ path, params }) => [path, params['found'], params['expected']]) }).toEqual({
        code: 'prices-hold-otherwise',
        said,
      });
      expect(issues.every(({ params }) => (params['todo'] ?? '') !== '')).toBe(true);
    }
  });

  it('accepts any receipt date for a list without a valid-from date', async () => {
    await again({ kind: 'list', fromOn: '2020-01-01' });
    expect(await again({ kind: 'list' })).toMatchObject({ existed: true });
    await expect(again({ kind: 'list', untilOn: '2040-01-01' })).rejects.toMatchObject({
      code: 'prices-hold-otherwise',
    });
  });

  it('stores no file, draft or audit entry on a dry run', async () => {
    const left = () =>
      stand.asOwner(
        `select (select count(*)::int from platform.stored_file where cooperative_id = $1) as files, (select count(*)::int from platform.door_audit_entry where cooperative_id = $1) as traces,
         (select count(*)::int from agreements.price_draft where cooperative_id = $1) as drafts, (select count(*)::int from agreements.price_draft_line where cooperative_id = $1) as lines`,
        [parties.cooperativeId],
      );
    await again({});
    const before = await left();
    const tried = await file(`${head}1;En;stk;11;\n2;To;stk;20;\n`);
    const came = await asManager(() =>
      stand.get(ImportAssortment).preview(made.agreementId, supplier().organisationId, tried),
    );
    expect(came).toMatchObject({ items: 2, existed: false, changes: { counts: { new: 1, 'price-up': 1 } } });
    expect(await left()).toEqual(before);
    expect(await asManager(() => stand.get(FileStore).has(tried.sha256))).toBe(false);
    expect(existsSync(tried.path)).toBe(false);
  });
});
