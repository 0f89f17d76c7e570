import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { bytesOf as sourceOf, openZip, readEntry, writeXlsx, writeZip, type ZipPart } from '@tallgrunn/tabular';
import { agreements } from '../../room.ts';
import { spoolFile } from '../../testing.ts';
import { ApplyImport } from './apply-import.ts';
import { ChangeImport } from './change-import.ts';
import { PlanImport, type PlannedImport } from './plan-import.ts';
import { ReceiveRegister } from './receive-register.ts';

let stand: TestApp;
let parties: Parties;
const as = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run(parties.manager.actor, work);

beforeEach(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
});
afterEach(() => stand.close());

const headings = [
  'Saksnr.',
  'Avtalenavn',
  'Startdato',
  'Sluttdato',
  'Opsjon',
  'Maks. verdi',
  'Leverandør',
  'Deltakere',
];
const rows: readonly (readonly string[])[] = [
  ['24/1', 'Mat og drikke', '01.01.2024', '31.12.2026', 'Ja, 1+1 år', '10 mill', 'Granli Engros AS', 'Grue'],
  ['', '', '', '', '', '', 'Solbakken Engros AS', ''],
  ['', '', '', '', '', '', 'Vestby Engros AS', ''],
  ['', 'Transport', '', '', '', '', '', ''],
  ['24/2', 'Drivstoff', '01.02.2024', '31.01.2027', 'Ja, 1+1 år', '5 mill', 'Total Norge AS', 'Grue'],
  ['', '', '', '', '', '', 'Furumo Drivstoff AS', ''],
  ['Antall avtaler: 2', '', '', '', '', '', '', ''],
  ['', 'Sum', '', '', '', '15 mill', '', ''],
];

async function bytesOf(merges: readonly string[] = []): Promise<Uint8Array> {
  const sheets = [
    {
      name: 'Avtaler',
      columns: headings.map((header) => ({ header })),
      rows: rows.map((row) => row.map((text) => text || null)),
    },
    { name: 'Merknader', columns: [{ header: 'Merknad' }], rows: [['Sist endret i mars']] },
  ];
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx(sheets)) parts.push(part);
  const bytes = Buffer.concat(parts);
  return merges.length === 0 ? bytes : withMerges(bytes, merges);
}

/** Merges cells of the first sheet, as a spreadsheet program would write it. */
async function withMerges(bytes: Uint8Array, merges: readonly string[]): Promise<Uint8Array> {
  const zip = await openZip(sourceOf(bytes));
  const parts: ZipPart[] = [];
  for (const entry of zip.entries) {
    let content = await readEntry(zip, entry, 1_000_000);
    if (entry.name === 'xl/worksheets/sheet1.xml') {
      const cells = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
      const xml = new TextDecoder().decode(content);
      content = new TextEncoder().encode(
        xml.replace('</sheetData>', `</sheetData><mergeCells count="${merges.length}">${cells}</mergeCells>`),
      );
    }
    parts.push({ name: entry.name, content: [content] });
  }
  const out: Uint8Array[] = [];
  for await (const part of writeZip(parts)) out.push(part);
  return Buffer.concat(out);
}

async function received(bytes: Uint8Array): Promise<PlannedImport> {
  const { id } = await as(async () => stand.get(ReceiveRegister).run(await spoolFile(stand, 'avtaler.xlsx', bytes)));
  return as(async () => stand.get(PlanImport).run(await stand.get(PlanImport).row(id)));
}
const suppliersOf = ({ compared }: PlannedImport) =>
  compared.map(({ draft }) => [draft.caseNumber, draft.holdings.map(({ supplier }) => supplier.name)]);
const expected = [
  ['24/1', ['Granli Engros AS', 'Solbakken Engros AS', 'Vestby Engros AS']],
  ['24/2', ['Total Norge AS', 'Furumo Drivstoff AS']],
];

describe('register with continuation rows', () => {
  it('asks once with a proposal, then adds the rows to the agreement, its options and its buyers', async () => {
    const plan = await received(await bytesOf());
    const question = plan.questions.find(({ kind }) => kind === 'rows-continued');
    expect(question).toMatchObject({ rows: [3, 4, 7], proposed: 'as-above', answer: null });
    expect(plan.questions.map(({ kind }) => kind)).not.toContain('case-number-missing');
    expect(plan.questions.map(({ kind }) => kind)).not.toContain('buyers-not-said');
    expect(plan.questions.map(({ kind }) => kind)).not.toContain('option-doubtful');
    expect(suppliersOf(plan)).toEqual(expected);
    expect(plan.compared.map(({ draft }) => draft.options.map(({ extendsTo }) => extendsTo))).toEqual([
      ['2027-12-31', '2028-12-31'],
      ['2028-01-31', '2029-01-31'],
    ]);
  });

  it('does not ask when the workbook merges the cells', async () => {
    const merges = ['A', 'B', 'C', 'D', 'E', 'F', 'H'].flatMap((column) => [
      `${column}2:${column}4`,
      `${column}6:${column}7`,
    ]);
    const plan = await received(await bytesOf(merges));
    expect(plan.questions.map(({ kind }) => kind)).not.toContain('rows-continued');
    expect(suppliersOf(plan)).toEqual(expected);
  });

  it('lists rows and sheets that are not read, with the reason', async () => {
    const plan = await received(await bytesOf());
    expect(plan.leftOut).toEqual([
      { row: 5, text: 'Transport', reason: 'no-agreement' },
      { row: 8, text: 'Antall avtaler: 2', reason: 'sum' },
      { row: 9, text: 'Sum · 15 mill', reason: 'sum' },
    ]);
    expect(plan.reading.otherSheets).toEqual([{ name: 'Merknader', rows: 2 }]);
    const { number = 0 } = plan.questions.find(({ kind }) => kind === 'rows-continued') ?? {};
    const changed = await as(() => stand.get(ChangeImport).answers(plan.row.id, [{ number, choice: 'leave-out' }]));
    expect(changed.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'answered'],
      [4, 'answered'],
      [5, 'no-agreement'],
      [7, 'answered'],
      [8, 'sum'],
      [9, 'sum'],
    ]);
  });

  it('accounts for every non-empty row', async () => {
    const plan = await received(await bytesOf());
    const used = plan.compared.flatMap(({ draft }) => draft.rows);
    expect([...used, ...plan.leftOut.map(({ row }) => row)].sort((a, b) => a - b)).toEqual(
      plan.reading.rows.map(({ row }) => row),
    );
  });
});

describe('one organisation number with two names', () => {
  const csv = (...lines: string[]) =>
    new TextEncoder().encode(['Saksnr.;Avtalenavn;Startdato;Leverandør;Org.nr.;Deltakere', ...lines].join('\n'));
  const receive = async (bytes: Uint8Array) => {
    const { id } = await as(async () => stand.get(ReceiveRegister).run(await spoolFile(stand, 'avtaler.csv', bytes)));
    return as(async () => stand.get(PlanImport).run(await stand.get(PlanImport).row(id)));
  };

  it('creates no duplicate when they are different suppliers and the same file is imported twice', async () => {
    const file = csv(
      '24/1;Mat;01.01.2024;Øst Kontor AS;974760673;Grue',
      '24/2;Kontor;01.01.2024;Vest Møbler AS;974760673;Grue',
    );
    const first = await receive(file);
    const answers = first.questions.map(({ number, kind, proposed }) => ({
      number,
      choice: kind === 'number-with-names' ? 'separate' : proposed,
    }));
    await as(() => stand.get(ChangeImport).answers(first.row.id, answers));
    expect(await as(() => stand.get(ApplyImport).run(first.row.id))).toMatchObject({ created: 2, suppliers: 2 });
    const second = await receive(file);
    expect(second.questions.filter(({ answer }) => answer === null)).toEqual([]);
    expect(second.compared.map(({ state }) => state)).toEqual(['same', 'same']);
    expect(await as(() => stand.get(ApplyImport).run(second.row.id))).toEqual({
      created: 0,
      changed: 0,
      same: 2,
      suppliers: 0,
      buyers: 0,
    });
  });
});
