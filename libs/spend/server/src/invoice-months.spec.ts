import { agreements } from '@tallgrunn/agreements-server';
import fc from 'fast-check';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from './room.ts';
import { postBatch, reverseBatch } from './testing.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
});
afterAll(() => stand.close());

const seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
const own = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const nobody = { orgNumber: '974760673', name: 'Ingen' };
const months = ['2026-01', '2026-02', '2026-03'];

interface Load {
  readonly number: number;
  readonly month: number;
  readonly isOwn: boolean;
}
type Act = Load | { readonly reverses: number };

const load = fc.record({
  number: fc.integer({ min: 1000, max: 1004 }),
  month: fc.integer({ min: 0, max: 2 }),
  isOwn: fc.integer({ min: 0, max: 9 }).map((at) => at > 0),
});
const acts = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: load as fc.Arbitrary<Act> },
    { weight: 1, arbitrary: fc.record({ reverses: fc.nat() }) as fc.Arbitrary<Act> },
  ),
  { minLength: 3, maxLength: 10 },
);

const counts = (actor: Actor, sql: string) =>
  stand
    .get(UnitOfWork)
    .run({ ...actor }, () => stand.get(Database).query<{ buyer: string; month: string; count: number }>(sql));
const KEPT = `select m.buyer_id as buyer, m.month, m.invoice_count as count from spend.door_invoice_month m order by 1, 2`;
const COUNTED = `select i.buyer_id as buyer, to_char(i.issued_on, 'YYYY-MM') as month, count(*)::int as count from spend.door_invoice i where i.buyer_id is not null and i.issued_on is not null and not i.repeated group by 1, 2 order by 1, 2`;
/** Imports and reverses files of one invoice each in a given order. Many of them duplicate others. */
async function carriedOut(parties: Parties, list: readonly Act[]): Promise<void> {
  const batches: string[] = [];
  for (const [at, act] of list.entries()) {
    if ('reverses' in act) {
      const [batch] = batches.splice(act.reverses % Math.max(1, batches.length), 1);
      if (batch) await reverseBatch(stand, parties.manager.actor, batch);
    } else {
      const issuedOn = `${months[act.month]}-05`;
      const content = sampleUbl({
        id: String(act.number),
        issuedOn,
        seller,
        buyer: act.isOwn ? own : nobody,
        lines: [{ net: '800.00' }],
        lineExtensionAmount: '800.00',
        payableAmount: '1000.00',
        headXml: `<!-- ${at} -->`,
      });
      batches.push((await postBatch(stand, parties.manager.actor, `${act.number}.xml`, content)).id);
    }
  }
}

describe('invoice count per month', () => {
  it('equals the count of the invoices for any order of imports and reversals', async () => {
    let several = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const parties = await setUpParties(stand);
        await carriedOut(parties, list);
        for (const actor of [parties.manager.actor, parties.buyers[0]!.actor, parties.buyers[1]!.actor])
          expect(await counts(actor, KEPT)).toEqual(await counts(actor, COUNTED));
        several += (await counts(parties.manager.actor, KEPT)).length;
      }),
      { numRuns: 12 },
    );
    expect(several).toBeGreaterThan(0);
  });
});
