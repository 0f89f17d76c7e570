import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { agreements } from '../../room.ts';
import { spoolFile } from '../../testing.ts';
import { ApplyImport } from './apply-import.ts';
import { ChangeImport } from './change-import.ts';
import { PlanImport, type PlannedImport } from './plan-import.ts';
import { ReceiveRegister } from './receive-register.ts';

let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

const as = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.manager.actor }, work);
const received = (text: string): Promise<PlannedImport> =>
  as(async () => {
    const { id } = await stand.get(ReceiveRegister).run(await spoolFile(stand, 'avtaler.csv', text));
    const plan = stand.get(PlanImport);
    return plan.run(await plan.row(id));
  });
const open = ({ questions }: PlannedImport) => questions.filter(({ answer }) => answer === null);
const answered = (plan: PlannedImport, choiceOf: (kind: string, key: string) => string | undefined = () => undefined) =>
  as(() =>
    stand.get(ChangeImport).answers(
      plan.row.id,
      open(plan).map(({ number, kind, key, proposed }) => ({ number, choice: choiceOf(kind, key) ?? proposed })),
    ),
  );
const apply = (plan: PlannedImport) => as(() => stand.get(ApplyImport).run(plan.row.id));
const lots = (caseNumber: string) =>
  stand.asOwner(
    `select l.key, l.maximum_value::text as max, l.technique, a.technique as whole, a.maximum_value::text as "wholeMax" from agreements.lot l join agreements.agreement a on a.id = l.agreement_id where a.case_number = $1 and a.cooperative_id = $2 order by l.key`,
    [caseNumber, parties.cooperativeId],
  );

const own = (
  nordMax: string,
  note = '',
) => `Saksnr;Avtalenavn;Startdato;Leverandør;Delkontrakt;Maks. verdi;Maks. verdi delkontrakt (NOK);Avropsmekanisme;Avrop delkontrakt;Deltakere;Merknad
24/1;Mat;01.01.2026;Granli Engros AS;Nord;30 mill;${nordMax};Kombinert;Rangert;Kongsvinger;${note}
24/1;Mat;01.01.2026;Solbakken Frukt AS;Sør;30 mill;10 mill;Kombinert;Minikonkurranse;Kongsvinger;
`;

it('reads lots from columns of their own, and shows the lot changes of a newer file', async () => {
  const plan = await received(own('20 mill'));
  expect(plan.reading.profile.columns).toMatchObject({
    maximumValue: 'Maks. verdi',
    lotMaximumValue: 'Maks. verdi delkontrakt (NOK)',
    technique: 'Avropsmekanisme',
    lotTechnique: 'Avrop delkontrakt',
  });
  expect(open(plan).map(({ kind }) => kind)).not.toContain('values-differ');
  await answered(plan);
  expect(await apply(plan)).toMatchObject({ created: 1 });
  expect(await lots('24/1')).toEqual([
    { key: 'Nord', max: '20000000', technique: 'ranked', whole: 'mixed', wholeMax: '30000000' },
    { key: 'Sør', max: '10000000', technique: 'reopening', whole: 'mixed', wholeMax: '30000000' },
  ]);
  expect((await received(own('20 mill', 'ny merknad'))).compared.map(({ state }) => state)).toEqual(['same']);
  const newer = await received(own('22 mill'));
  expect(newer.compared[0]?.changes).toEqual([
    { what: 'lotMaximumValue', about: 'Nord', before: '20000000', after: '22000000' },
  ]);
  expect(open(newer)).toEqual([]);
  await apply(newer);
  expect((await lots('24/1'))[0]).toMatchObject({ max: '22000000', technique: 'ranked' });
});

it('asks once per column whether rows of an agreement are lots, and once more for another currency', async () => {
  const plan = await received(`Saksnr;Avtalenavn;Startdato;Leverandør;Delkontrakt;Maks. verdi;Avropsmekanisme;Deltakere
24/2;Renhold;01.01.2026;Granli Engros AS;1;8 mill;Rangert;Kongsvinger
24/2;Renhold;01.01.2026;Solbakken Frukt AS;1;8 mill;Rangert;Kongsvinger
24/2;Renhold;01.01.2026;Granli Engros AS;2;1 mill EUR;Minikonkurranse;Kongsvinger
`);
  expect(
    open(plan)
      .filter(({ kind }) => kind === 'values-differ')
      .map(({ found, choices, proposed }) => [found['field'], choices.length, proposed]),
  ).toEqual([
    ['maximumValue', 3, 'per-lot'],
    ['technique', 3, 'per-lot'],
  ]);
  expect(
    open(plan)
      .filter(({ kind }) => kind === 'lot-currency')
      .map(({ found }) => [found['lot'], found['amount']]),
  ).toEqual([['2', '1000000 EUR']]);
  expect(open(await answered(plan))).toEqual([]);
  await apply(plan);
  expect(await lots('24/2')).toEqual([
    { key: '1', max: '8000000', technique: 'ranked', whole: 'mixed', wholeMax: null },
    { key: '2', max: null, technique: 'reopening', whole: 'mixed', wholeMax: null },
  ]);
});

it('does not propose lots as the reason when rows of one lot differ', async () => {
  const plan = await received(`Saksnr;Avtalenavn;Startdato;Leverandør;Delkontrakt;Maks. verdi;Deltakere
24/3;Kontor;01.01.2026;Granli Engros AS;1;8 mill;Kongsvinger
24/3;Kontor;01.01.2026;Solbakken Frukt AS;1;9 mill;Kongsvinger
`);
  expect(
    open(plan)
      .find(({ kind }) => kind === 'values-differ')
      ?.choices.map(({ id }) => id),
  ).toEqual(['value:8000000 NOK', 'value:9000000 NOK']);
});
