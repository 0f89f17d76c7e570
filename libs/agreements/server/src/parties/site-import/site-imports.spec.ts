import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { agreements } from '../../room.ts';
import { spoolFile } from '../../testing.ts';
import { ShowParty } from '../show-party.ts';
import { ApplySiteFile } from './apply-site-file.ts';
import { PlanSiteFile } from './plan-site-file.ts';

let stand: TestApp;
let parties: Parties;
const acting = <T>(act: () => Promise<T>) => stand.get(UnitOfWork).run(parties.manager.actor, act);
const buyer = () => parties.buyers[0]?.organisationId ?? '';
const supplier = () => parties.suppliers[0]?.organisationId ?? '';
const plan = async (partyId: string, csv: string) => {
  const file = await spoolFile(stand, 'steder.csv', csv);
  return acting(() => stand.get(PlanSiteFile).run(partyId, file));
};
const apply = async (partyId: string, csv: string) => {
  const file = await spoolFile(stand, 'steder.csv', csv);
  return acting(() => stand.get(ApplySiteFile).run(partyId, file));
};

const places = `Sted;Org.nr;Hører til;Ansvar;Leveringsnavn;Leverandør;Kundenummer;Fra
Langeland skole;974 635 607;Oppvekst;2110;Langeland Skule|Kjøkken Langeland;Finnskog Storkjøkken Engros;10423;01.01.2026
Oppvekst;;;2100;;;;
Austmarka barnehage;912346706.0;Oppvekst;;;311082272;00077;
`;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  stand.clock.runFrom(new Date('2026-04-14T10:00:00Z'));
});
afterAll(() => stand.close());

describe('site and customer number import', () => {
  it('shows a preview before anything is stored', async () => {
    const { rows } = await plan(buyer(), places);
    expect(rows.map(({ row, state, unit, number, remarks }) => [row, state, unit, number, remarks])).toEqual([
      [2, 'new', 'Langeland skole', '10423', []],
      [3, 'new', 'Oppvekst', '', []],
      [4, 'new', 'Austmarka barnehage', '00077', []],
    ]);
    expect((await acting(() => stand.get(ShowParty).run(buyer()))).units).toEqual([]);
  });

  it('stores the rows as manual entries, and changes nothing on a second import', async () => {
    await apply(buyer(), places);
    const { units, numbers } = await acting(() => stand.get(ShowParty).run(buyer()));
    const sector = units.find(({ name }) => name === 'Oppvekst')?.id;
    expect(units).toMatchObject([
      { name: 'Austmarka barnehage', orgNumber: '912346706', parentId: sector },
      {
        name: 'Langeland skole',
        orgNumber: '974635607',
        parentId: sector,
        costCentre: '2110',
        deliveryNames: ['Langeland Skule', 'Kjøkken Langeland'],
        fromOn: '2026-01-01',
      },
      { name: 'Oppvekst', costCentre: '2100', parentId: null },
    ]);
    expect(numbers).toMatchObject([
      { number: '10423', siteName: 'Langeland skole', origin: 'imported', fromOn: '2026-01-01' },
      { number: '00077', siteName: 'Austmarka barnehage' },
    ]);
    const again = await apply(buyer(), places);
    expect([again.units, again.numbers, again.rows.map(({ state }) => state)]).toEqual([
      [],
      [],
      ['same', 'same', 'same'],
    ]);
  });

  it('reports row, column and expected value of each invalid row, and imports the others', async () => {
    const { rows, units, numbers } = await plan(
      supplier(),
      `Kommune;Sted;Org.nr;Kundenr;Hører til
Kongsvinger;Ny skole;9,12E+08;;
Kongsvinger;Brandval;944117784;;
Elverum;Sted;;1;
3401;Roverud;974635608;2;
Kongsvinger kommune;;;10423;
Kongsvinger kommune;Langeland Skule;974635607;10500;Ukjent
;;;9,1E+05;
`,
    );
    expect(
      rows.map(({ row, state, remarks }) => [
        row,
        state,
        remarks.map(({ code, column, found, expected }) => [code, column, found, expected]),
      ]),
    ).toEqual([
      [2, 'left-out', [['org-number-lost-precision', 3, '9,12E+08', null]]],
      [3, 'left-out', [['org-number-of-organisation', 3, '944117784', 'Kongsvinger kommune']]],
      [4, 'left-out', [['buyer-unknown', 1, 'Elverum', null]]],
      [5, 'left-out', [['buyer-unknown', 1, '3401', null]]],
      [6, 'left-out', [['customer-number-held', 4, '10423', 'Kongsvinger kommune, Langeland skole']]],
      [
        7,
        'new',
        [
          ['known-by-number', 2, 'Langeland Skule', 'Langeland skole'],
          ['parent-unknown', 5, 'Ukjent', null],
        ],
      ],
      [
        8,
        'left-out',
        [
          ['buyer-missing', 1, null, null],
          ['customer-number-lost-precision', 4, '9,1E+05', null],
        ],
      ],
    ]);
    expect([units.length, numbers.length]).toEqual([0, 1]);
  });

  it('rejects a file of another kind', async () => {
    const file = await spoolFile(stand, 'annet.csv', 'a;b\n1;2\n');
    await expect(acting(() => stand.get(PlanSiteFile).run(buyer(), file))).rejects.toMatchObject({
      code: 'site-file-no-header-row',
    });
  });
});
