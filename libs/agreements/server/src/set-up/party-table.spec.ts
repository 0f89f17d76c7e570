import { UnitOfWork } from '@tallgrunn/platform';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import fc from 'fast-check';
import { agreements } from '../room.ts';
import { spoolFile } from '../testing.ts';
import { ApplyPartyTable, type TableApplied } from './apply-party-table.ts';

let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
});
beforeEach(async () => {
  parties = await setUpParties(stand, `Samarbeid ${Math.random()}`);
});
afterAll(() => stand.close());

const apply = (rows: readonly string[], isDryRun = false): Promise<TableApplied> => {
  const work = async () =>
    stand
      .get(ApplyPartyTable)
      .run(
        'parties',
        await spoolFile(stand, 'parter.csv', `kind;name;orgNumber;municipalityNumber\n${rows.join('\n')}\n`),
        { language: 'nb', testNumbers: true },
      );
  const units = stand.get(UnitOfWork);
  return isDryRun ? units.dryRun({ ...parties.manager.actor }, work) : units.run({ ...parties.manager.actor }, work);
};
const refusal = (rows: readonly string[], isDryRun = false) =>
  apply(rows, isDryRun).then(
    () => null,
    ({ code, issues }: { code: string; issues: { code: string; params: Record<string, unknown> }[] }) => ({
      code,
      said: issues.map((each) => [
        each.code,
        each.params['column'],
        each.params['found'],
        each.params['expected'],
        typeof each.params['todo'],
      ]),
    }),
  );
const organisations = () =>
  stand.asOwner(
    `select o.id, o.name, o.municipality_number, e.org_number from identity.organisation o left join identity.legal_entity e on e.id = o.legal_entity_id where o.cooperative_id = $1 order by o.id`,
    [parties.cooperativeId],
  );

describe('party table', () => {
  it.each([
    [
      'another name by the number',
      'supplier;Ask AS;311082272;',
      [['differs', 'name', 'Solgløtt Frukt & Grønt', 'Ask AS', 'string']],
    ],
    [
      'another municipality number',
      'buyer;Grue kommune;;3418',
      [['differs', 'municipalityNumber', '3417', '3418', 'string']],
    ],
    [
      'a number for one that has none',
      'buyer;Grue kommune;974760673;3417',
      [['differs', 'orgNumber', null, '974760673', 'string']],
    ],
    [
      'a municipality number for one that has none',
      'buyer;Kongsvinger kommune;944117784;3401',
      [['differs', 'municipalityNumber', null, '3401', 'string']],
    ],
  ])('is rejected for %s, and changes nothing', async (_, row, said) => {
    await apply(['buyer;Grue kommune;;3417']);
    const before = await organisations();
    for (const isDryRun of [true, false])
      expect(await refusal([row], isDryRun)).toEqual({ code: 'party-table-invalid', said });
    expect(await organisations()).toEqual(before);
  });

  it('is idempotent for random tables, also when a repeated table has fewer values', async () => {
    const name = fc.stringMatching(/^[A-ZÆØÅ][a-zæøå]{3,12} [A-Z][a-z]{2,8}$/);
    const drawn = fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom('buyer', 'supplier'),
        name,
        municipality: fc.option(fc.integer({ min: 1000, max: 5999 }).map(String)),
      }),
      { minLength: 1, maxLength: 6, selector: (each) => each.name.toLowerCase() },
    );
    await fc.assert(
      fc.asyncProperty(drawn, async (made) => {
        parties = await setUpParties(stand, `Samarbeid ${Math.random()}`);
        const rows = made.map((each) => `${each.kind};${each.name};;${each.municipality ?? ''}`);
        expect(await apply(rows)).toMatchObject({ added: made.length, same: 0 });
        const before = await organisations();
        for (const again of [rows, made.map((each) => `${each.kind};${each.name.toUpperCase()};;`)])
          expect(await apply(again)).toMatchObject({ added: 0, same: made.length });
        expect(await organisations()).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });
});
