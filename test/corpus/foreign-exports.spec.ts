import { agreements } from '@tallgrunn/agreements-server';
import { messageOf } from '@tallgrunn/formats';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend, type BatchDetail } from '@tallgrunn/spend-server';
import { postBatch, reverseBatch } from '@tallgrunn/spend-server/testing';
import { languages } from '@tallgrunn/values';
import { foreignFiles } from './foreign-exports.ts';
import type { ForeignFile } from './foreign-kit.ts';

let stand: TestApp;
let parties: Parties;
let files: ForeignFile[];
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  files = await foreignFiles();
});
afterAll(() => stand?.close());

/** Converts text to øre, without code of the product. */
const ore = (text: string): bigint => {
  const [, minus, kroner = '0', cents = ''] = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(text) ?? [];
  const size = BigInt(kroner) * 100n + BigInt(cents.padEnd(2, '0'));
  return minus ? -size : size;
};
const sum = (amounts: readonly string[]): bigint =>
  amounts.filter((text) => text !== '').reduce((total, text) => total + ore(text), 0n);
const own = () => parties.buyers[0]!.actor;
const counted = async (): Promise<bigint> => {
  const rows = await stand
    .get(UnitOfWork)
    .run({ ...parties.system }, () =>
      stand
        .get(Database)
        .query<{ sum: string }>(
          'select coalesce(sum(ledger_amount), 0)::numeric(20, 2)::text as sum from spend.door_spend_line',
        ),
    );
  return ore(rows[0]!.sum);
};
const totalOf = ({ totals }: BatchDetail, currency = 'NOK'): bigint => ore(totals[currency] ?? '0');
/** Returns the same lines as different bytes: white space after a text, a comment after an archive. */
function repeatedFile({ name, bytes }: ForeignFile): Buffer {
  if (!/\.(zip|xlsx)$/.test(name))
    return Buffer.concat([bytes, Buffer.from(name === 'x3.txt' ? '\n' : '\n', name === 'x3.txt' ? 'utf16le' : 'utf8')]);
  const longer = Buffer.concat([bytes, Buffer.from('.')]);
  longer.writeUInt16LE(1, longer.length - 3);
  return longer;
}

describe('foreign exports', () => {
  it('has fifty files', () => expect(files.length).toBeGreaterThanOrEqual(50));

  it('imports them with the manually counted sums or rejects them with a reason, recognises repeats, and reverses them completely', async () => {
    for (const [at, file] of files.entries()) {
      const batch = await postBatch(stand, own(), file.name, file.bytes);
      const { expected, what } = file;
      if ('refusal' in expected) {
        expect([what, batch.state, batch.refusal?.code, batch.lines]).toEqual([what, 'refused', expected.refusal, 0]);
        const { code, params } = batch.refusal!;
        for (const language of languages)
          expect(
            messageOf(
              {
                code,
                params: params as Record<string, string>,
                severity: 'blocksFile',
                place: null,
                found: String(params['found'] ?? ''),
                expected: null,
              },
              language,
            ),
          ).toMatch(/\w{4}/);
        continue;
      }
      const { amounts, currency, aside = 0, refused = 0, told = [], repeated = 0 } = expected;
      expect([
        what,
        batch.state,
        batch.lines - repeated,
        batch.quarantined,
        batch.refusedDocuments,
        batch.repeated,
      ]).toEqual([
        what,
        'posted',
        batch.kind === 'invoices' ? batch.lines - repeated : amounts.length,
        aside,
        refused,
        repeated,
      ]);
      expect([what, totalOf(batch, currency)]).toEqual([what, sum(amounts)]);
      expect([what, told.filter((code) => !(code in batch.findingCounts))]).toEqual([what, []]);
      expect([what, await counted()]).toEqual([what, sum(amounts)]);
      if (amounts.length === 0) continue;
      // A repeated import takes as long as the first, so only one in three of each kind is repeated.
      if (at % 3 !== 0) {
        await reverseBatch(stand, own(), batch.id);
        expect([what, await counted()]).toEqual([what, 0n]);
        continue;
      }
      const copy = await postBatch(stand, own(), file.name, repeatedFile(file));
      expect([what, copy.state, copy.repeated > 0, totalOf(copy, currency), await counted()]).toEqual([
        what,
        'posted',
        true,
        0n,
        sum(amounts),
      ]);
      await reverseBatch(stand, own(), copy.id);
      await reverseBatch(stand, own(), batch.id);
      expect([what, await counted()]).toEqual([what, 0n]);
    }
  });
});
