import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { testAssortment } from '@tallgrunn/agreements-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Member, Who } from './world.ts';

/** Price data of an agreement: drafts, models, linked item numbers, cases. */
export interface PricesWorld {
  /** A draft to read, one to publish and one to discard. */
  readonly drafts: readonly [string, string, string];
  readonly priceVersionId: string;
  readonly priceModelId: string;
  readonly itemId: string;
  readonly packDecisionId: string;
  readonly itemChangeId: string;
  readonly adjustmentIds: readonly [string, string];
}

export const indexCsv = 'periode;verdi\n2025-10;120\n2026-03;126\n';
export const indexFields = { code: 'DEMO', title: 'Oppdiktet', source: 'Testen', licence: 'CC0' };
/** Six units per carton for each item. */
const withCartons = testAssortment
  .split('\n')
  .filter(Boolean)
  .map((line, at) => `${line};${at === 0 ? 'Antall i kartong' : '6'}`)
  .join('\n');
const adjustment = { index: 'DEMO', share: '0.65', basePeriod: '2025-10' };

export async function pricesOf(
  stand: TestApp,
  { manager, clerk }: Record<Who, Member>,
  { agreementId }: TestAgreement,
): Promise<PricesWorld> {
  const at = `/agreements/${agreementId}`;
  const supplierId = clerk.organisationId;
  const made = async (request: Promise<{ body: { id: string } }>) => (await request).body.id;
  const draft = () =>
    made(
      manager.caller
        .upload(`${at}/price-drafts`, { name: 'utkast.csv', content: testAssortment }, { supplierId })
        .expect(201),
    );
  const item = async (number: string) =>
    (
      await stand.asOwner<{ id: string }>('select id from agreements.item where agreement_id = $1 and number = $2', [
        agreementId,
        number,
      ])
    )[0]?.id ?? '';
  await manager.caller
    .upload(`${at}/price-versions`, { name: 'kartonger.csv', content: withCartons }, { supplierId })
    .expect(201);
  await manager.caller.upload('/index-series', { name: 'indeks.csv', content: indexCsv }, indexFields).expect(201);
  await made(
    manager.caller
      .post(`${at}/price-models`, { kind: 'fixed', fromOn: '2026-01-01', document: { adjustment } })
      .expect(201),
  );
  const asked = () =>
    made(
      manager.caller
        .post(`${at}/price-adjustments`, { supplierId, comparePeriod: '2026-03', wantedFrom: '2030-01-01' })
        .expect(201),
    );
  const itemId = await item('00512');
  return {
    drafts: [await draft(), await draft(), await draft()],
    priceVersionId:
      (
        await stand.asOwner<{ id: string }>(
          'select id from agreements.price_version where agreement_id = $1 order by number limit 1',
          [agreementId],
        )
      )[0]?.id ?? '',
    priceModelId: await made(
      manager.caller.post(`${at}/price-models`, { lot: '1B', kind: 'weekly-list', fromOn: '2026-01-01' }).expect(201),
    ),
    itemId,
    packDecisionId: await made(
      manager.caller
        .post(`${at}/items/${itemId}/pack-overrides`, {
          unit: 'brett',
          contains: '12',
          of: 'pk',
          reason: 'Talt på lager',
        })
        .expect(201),
    ),
    itemChangeId: await made(
      manager.caller
        .post(`${at}/item-number-changes`, { supplierId, oldNumber: '77120', newNumber: '30118' })
        .expect(201),
    ),
    adjustmentIds: [await asked(), await asked()],
  };
}
