import fc from 'fast-check';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { splitRecord } from './split-record.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity]);
});
afterAll(() => stand.close());

/** Any text of PostgreSQL, often with the signs that its records quote. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'",\\() \n\ta'), maxLength: 8 }),
  )
  .map((each) => each.replaceAll('\u0000', ''));

it('the values of a record are those that PostgreSQL put into it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text), { minLength: 1, maxLength: 9 }), async (values) => {
      const list = values.map((_, at) => `$${at + 1}::text`).join(', ');
      const [row] = await stand.asOwner<{ record: string }>(`select row(${list})::text as record`, values);
      expect(splitRecord(row!.record)).toEqual(values);
    }),
    { numRuns: 300 },
  );
});
