import { identity } from '@tallgrunn/identity-server';
import { setUpParties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { agreements } from '../../room.ts';
import { spoolFile } from '../../testing.ts';
import { ApplyImport } from './apply-import.ts';
import { ChangeImport } from './change-import.ts';
import { PlanImport, type PlannedImport } from './plan-import.ts';
import { ReceiveRegister } from './receive-register.ts';

const VALER = { name: 'Våler kommune', orgNumber: '871034222' };
const register = `Saksnr;Avtale;Startdato;Sluttdato;Leverandør;Org.nr;Deltakere;Kontaktperson;E-post
26/1;Frukt;01.01.2026;31.12.2027;Fjell Frukt AS;;Våler;Per Vik;per@fjell.example
26/2;Renhold;01.01.2026;31.12.2027;Blank Renhold AS;;Våler;;post@blank.example
`;

let stand: TestApp;
let as: <T>(work: () => Promise<T>) => Promise<T>;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  const { manager } = await setUpParties(stand);
  as = (work) => stand.get(UnitOfWork).run(manager.actor, work);
});
afterAll(() => stand.close());

async function receive(text = register): Promise<PlannedImport> {
  const file = await spoolFile(stand, 'avtaler.csv', new TextEncoder().encode(text));
  const { id } = await as(() => stand.get(ReceiveRegister).run(file));
  return as(async () => stand.get(PlanImport).run(await stand.get(PlanImport).row(id)));
}

describe('a register that leaves something out', () => {
  it('asks which municipality a name that two share is, with the number of the one nearby', async () => {
    const { row, questions } = await receive();
    const asked = questions.filter(({ kind }) => kind === 'buyer-unknown');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      rows: [2, 3],
      choices: expect.arrayContaining([
        { id: `new:${VALER.orgNumber}`, params: { ...VALER, county: 'Innlandet' } },
        { id: 'new', params: { name: 'Våler', orgNumber: '' } },
      ]),
      proposed: `new:${VALER.orgNumber}`,
    });
    const answers = questions.map(({ number, proposed }) => ({ number, choice: proposed }));
    await as(() => stand.get(ChangeImport).answers(row.id, answers));
    await as(() => stand.get(ApplyImport).run(row.id));
    const buyers = await as(() =>
      stand
        .get(Database)
        .query(
          `select o.name, o.org_number as "orgNumber", o.municipality_number as municipality from identity.door_organisation o where o.kind = 'buyer' and o.name like 'Våler%'`,
        ),
    );
    expect(buyers).toEqual([{ ...VALER, municipality: '3419' }]);
  });

  it('does not propose the one nearby for a name that states another county', async () => {
    const { questions } = await receive(register.replaceAll('26/', '27/').replaceAll(';Våler;', ';Våler i Østfold;'));
    expect(questions.find(({ kind }) => kind === 'buyer-unknown')).toMatchObject({
      proposed: 'new',
      choices: expect.arrayContaining([{ id: 'new', params: { name: 'Våler i Østfold', orgNumber: '' } }]),
    });
  });

  it('says of no reporting clause that it is in the contract', async () => {
    const clauses = await as(() =>
      stand
        .get(Database)
        .query(
          'select distinct reporting_clause_status as status, reporting_clause_status_on as noted from agreements.agreement_supplier',
        ),
    );
    expect(clauses).toEqual([{ status: 'not-stated', noted: null }]);
  });

  it('gives a supplier its contact person, and never names a contact by a masked address', async () => {
    const contacts = await as(() =>
      stand
        .get(Database)
        .query(
          'select name, email, role, supplier_id is not null as "isSuppliers" from agreements.agreement_contact order by name',
        ),
    );
    const reporting = { role: 'reporting', isSuppliers: true };
    expect(contacts).toEqual([
      { name: 'Per Vik', email: 'per@fjell.example', ...reporting },
      { name: 'post', email: 'post@blank.example', ...reporting },
    ]);
  });

  it('changes nothing the second time', async () => {
    const { compared, questions } = await receive();
    expect(questions.filter(({ answer }) => answer === null)).toEqual([]);
    expect(compared.map(({ state }) => state)).toEqual(['same', 'same']);
  });
});
