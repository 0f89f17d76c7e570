import { identity, SetUpParties } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { writeXlsx } from '@tallgrunn/tabular';
import { agreements } from '../../room.ts';
import { spoolFile } from '../../testing.ts';
import { ApplyImport } from './apply-import.ts';
import { ChangeImport } from './change-import.ts';
import { generateRegisterFile, type GeneratedRegister } from '../../testing/generate-register-file.ts';
import { PlanImport, type PlannedImport } from './plan-import.ts';
import { ReceiveRegister } from './receive-register.ts';
import { caseAt, column, expectedQuestions, rowsOf, damageRegisterFile } from '../../testing/damage-register-file.ts';

let stand: TestApp;
let parties: Parties;
const as = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run(parties.manager.actor, work);

async function workbook({ headings, rows }: Pick<GeneratedRegister, 'headings' | 'rows'>): Promise<Uint8Array> {
  const sheet = {
    name: 'Avtaler',
    titles: ['Avtaleoversikt, uttrekk'],
    columns: headings.map((header) => ({ header })),
    rows: rows.map((row) => row.map((value) => (value === '' ? null : String(value)))),
  };
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([sheet])) parts.push(part);
  return Buffer.concat(parts);
}

async function received(register: Pick<GeneratedRegister, 'headings' | 'rows'>): Promise<PlannedImport> {
  const file = await spoolFile(stand, 'avtaler.xlsx', await workbook(register));
  const { id } = await as(() => stand.get(ReceiveRegister).run(file));
  return planned(id);
}
const planned = (id: string) => as(async () => stand.get(PlanImport).run(await stand.get(PlanImport).row(id)));

function answersOf({ questions }: PlannedImport, said: Record<string, string>) {
  return questions
    .filter(({ answer }) => answer === null)
    .map(({ number, kind, choices, proposed }) => {
      const [choice = proposed, text] = (said[kind] ?? '').startsWith('text:')
        ? ['text', said[kind]?.slice(5)]
        : [choices.find(({ id }) => id.startsWith(said[kind] ?? ''))?.id];
      return { number, choice, ...(text && { text }) };
    });
}

interface Stored extends Record<string, unknown> {
  readonly case_number: string;
}
const stored = () =>
  stand.asOwner<Stored>(
    `select a.case_number, a.title, a.starts_on::text, a.ends_on::text, a.cpv, a.technique, a.maximum_value::text,
       (select coalesce(array_agg(key order by key), '{}') from agreements.lot l where l.agreement_id = a.id) as lots,
       (select coalesce(array_agg(concat_ws(' | ', o.name, coalesce(l.key, ''), coalesce(s.rank::text, ''), coalesce(s.share::text, ''), s.reporting_clause_status) order by o.name, l.key), '{}')
        from agreements.agreement_supplier s join identity.organisation o on o.id = s.supplier_id left join agreements.lot l on l.id = s.lot_id where s.agreement_id = a.id) as holdings,
       (select coalesce(array_agg(o.name order by o.name), '{}') from agreements.participation p join identity.organisation o on o.id = p.buyer_id where p.agreement_id = a.id) as buyers,
       (select coalesce(array_agg(extends_to::text order by extends_to), '{}') from agreements.agreement_option t where t.agreement_id = a.id) as options
     from agreements.agreement a where a.cooperative_id = $1 order by a.case_number`,
    [parties.cooperativeId],
  );

const sorted = (texts: readonly string[]) => [...texts].sort();
const bareNames = (names: unknown) => sorted((names as string[]).map((name) => name.replace(' kommune', '')));

describe('contract register with 60 agreements and 120 suppliers', () => {
  let register: GeneratedRegister;
  let said: Record<string, string>;
  let plan: PlannedImport;

  beforeAll(async () => {
    stand = await setUpTestApp([identity, agreements]);
    parties = await setUpParties(stand);
    for (const [name, orgNumber] of [
      ['Sør-Odal kommune', '964947716'],
      ['Eidskog kommune', '964948054'],
      ['Grue kommune', '964948143'],
      ['Åsnes kommune', '964948232'],
      ['Våler kommune', '871034222'],
    ] as const) {
      await stand
        .get(UnitOfWork)
        .run(parties.system, () => stand.get(SetUpParties).addOrganisation({ kind: 'buyer', name, orgNumber }));
    }
    register = generateRegisterFile();
    said = damageRegisterFile(register);
    plan = await received(register);
  });
  afterAll(() => stand.close());

  it('asks once for each ambiguity, and stores nothing before every question is answered', async () => {
    const kinds = Map.groupBy(plan.questions, ({ kind }) => kind);
    expect(Object.fromEntries([...kinds].map(([kind, list]) => [kind, list.length]))).toEqual(expectedQuestions);
    expect(plan.questions.find(({ kind }) => kind === 'technique-doubtful')?.rows).toHaveLength(3);
    await expect(as(() => stand.get(ApplyImport).run(plan.row.id))).rejects.toMatchObject({
      code: 'import-questions-open',
      params: { count: 17 },
    });
    expect(await stored()).toEqual([]);
  });

  it('rejects invalid answers', async () => {
    const lost = plan.questions.find(({ kind }) => kind === 'org-number-lost-precision');
    const change = stand.get(ChangeImport);
    await expect(
      as(() => change.answers(plan.row.id, [{ number: lost?.number ?? 0, choice: 'text', text: '123' }])),
    ).rejects.toMatchObject({ issues: [{ code: 'org-number-length' }] });
    await expect(as(() => change.answers(plan.row.id, [{ number: 99, choice: 'new' }]))).rejects.toMatchObject({
      issues: [{ code: 'choice-unknown' }],
    });
  });

  it('creates the agreements, suppliers and participations of the file', async () => {
    const answered = await as(() => stand.get(ChangeImport).answers(plan.row.id, answersOf(plan, said)));
    expect(answered.questions.filter(({ answer }) => answer === null)).toEqual([]);
    const counts = await as(() => stand.get(ApplyImport).run(plan.row.id));
    expect(counts).toEqual({ created: 60, changed: 0, same: 0, suppliers: 120, buyers: 1 });
    const found = await stored();
    const expected = register.agreements.toSorted((a, b) => a.caseNumber.localeCompare(b.caseNumber));
    expect(found.map(({ case_number }) => case_number)).toEqual(expected.map(({ caseNumber }) => caseNumber));
    for (const [at, each] of expected.entries()) {
      const is = found[at] as Stored;
      expect({ ...is, buyers: bareNames(is['buyers']), holdings: sorted(is['holdings'] as string[]) }).toEqual({
        case_number: each.caseNumber,
        title: each.title,
        starts_on: each.startsOn,
        ends_on: each.endsOn,
        cpv: each.cpv,
        technique: each.technique,
        maximum_value: each.maximumValue,
        lots: each.lots,
        holdings: sorted(each.holdings),
        buyers: sorted(each.buyers),
        options: each.options.filter((day) => day > (each.endsOn ?? '')),
      });
    }
    const suppliers = await stand.asOwner<{ name: string; org_number: string | null }>(
      `select o.name, e.org_number from identity.organisation o left join identity.legal_entity e on e.id = o.legal_entity_id where o.kind = 'supplier' and o.name like '% AS' order by o.name`,
    );
    expect(new Map(suppliers.map(({ name, org_number }) => [name, org_number]))).toEqual(
      new Map([...register.suppliers].toSorted(([a], [b]) => a.localeCompare(b))),
    );
  });

  it('changes nothing and asks nothing when the file is imported twice', async () => {
    const before = await stored();
    const again = await received(register);
    expect(again.questions.filter(({ answer }) => answer === null)).toEqual([]);
    expect(again.questions.every(({ remembered }) => remembered)).toBe(true);
    expect(
      again.compared.filter(({ state }) => state !== 'same').map(({ draft, changes }) => [draft.caseNumber, changes]),
    ).toEqual([]);
    expect(await as(() => stand.get(ApplyImport).run(again.row.id))).toEqual({
      created: 0,
      changed: 0,
      same: 60,
      suppliers: 0,
      buyers: 0,
    });
    expect(await stored()).toEqual(before);
  });

  it('shows the differences of a changed file, and applies only those', async () => {
    rowsOf(register, 1).forEach((row) => (row[column.end] = '31.12.2031'));
    rowsOf(register, 3)
      .slice(0, 1)
      .forEach((row) => (row[15] = 'Sendt 1.2'));
    const [copied = []] = rowsOf(register, 5);
    register.rows.push(Object.assign([...copied], { [column.supplier]: 'Nykommer AS', [column.number]: '', 13: '' }));
    const changed = await received(register);
    const differing = changed.compared.filter(({ state }) => state === 'changed');
    expect(
      differing.flatMap(({ draft, changes }) =>
        changes.map(({ what, about, before, after }) => [draft.caseNumber, what, about, before, after]),
      ),
    ).toEqual([
      [caseAt(register, 1), 'endsOn', '', register.agreements[1]?.endsOn, '2031-12-31'],
      [caseAt(register, 3), 'clauseStatus', rowsOf(register, 3)[0]?.[column.supplier], 'signed', 'sent'],
      [caseAt(register, 5), 'supplier', 'Nykommer AS', null, ''],
    ]);
    await as(async () =>
      stand.get(ChangeImport).answers(changed.row.id, answersOf(await stand.get(PlanImport).run(changed.row), said)),
    );
    expect(await as(() => stand.get(ApplyImport).run(changed.row.id))).toMatchObject({
      created: 0,
      changed: 3,
      same: 57,
      suppliers: 1,
    });
  });
});
