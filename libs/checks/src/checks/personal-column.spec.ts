import type { ReportLine } from '../line.ts';
import {
  checkCsv,
  checkSheets,
  heading,
  headingCells,
  line,
  lineCells,
  report,
  rightLine,
  findingsOf,
  troubles,
} from '../testing.ts';

const person = '13097248022';

describe('personal-column', () => {
  it('reports nothing about columns of goods, or about numbers that are something else', async () => {
    expect(findingsOf(await checkCsv(`${heading};Merknad\n${rightLine};ring 12345678901`), 'personal-column')).toEqual(
      [],
    );
  });

  it('leaves out a column with a personal heading, and accepts the rows', async () => {
    const lines: ReportLine[] = [];
    const checkResult = await checkCsv(`${heading};Ansattnavn\n${rightLine};Kari Nordmann`, {
      onLine: (each) => void lines.push(each),
    });
    expect(findingsOf(checkResult, 'personal-column')).toMatchObject([
      { class: 74, severity: 'info', found: 'Ansattnavn', place: { row: 1, column: 'Ansattnavn' } },
    ]);
    expect(JSON.stringify([checkResult, lines])).not.toContain('Kari');
    expect(checkResult).toMatchObject({ ok: true, accepted: 1 });
  });

  it('leaves out a column with identity numbers, reports it once, and accepts the rows', async () => {
    const rows = [line(), line({ invoice: 'F2' }), line({ invoice: 'F3' })].map((each) => `${each};${person}`);
    for (const text of [`${heading};Bestiller\n${rows.join('\n')}`, `${heading};\n${rows.join('\n')}`]) {
      const lines: ReportLine[] = [];
      const checkResult = await checkCsv(text, { onLine: (each) => void lines.push(each) });
      expect(findingsOf(checkResult, 'personal-column')).toMatchObject([{ place: { row: 2, cell: 'J2' } }]);
      expect([troubles(checkResult), checkResult.accepted]).toEqual([[], 3]);
      expect(JSON.stringify([checkResult, lines])).not.toContain(person);
    }
  });

  it('does the same in a workbook and next to the lines, for each sheet separately', async () => {
    const checkResult = await checkSheets([
      {
        rows: [
          [...headingCells, 'Fnr'],
          [...lineCells(), Number(person)],
          [...lineCells({ invoice: 'F2' }), Number(person)],
        ],
      },
      { name: 'Bestillere', rows: [['Liste'], ['Kari', Number(person)], ['Ola', Number(person)]] },
    ]);
    expect(findingsOf(checkResult, 'personal-column').map(({ place }) => [place?.sheet, place?.cell])).toEqual([
      ['Ark1', 'J1'],
      ['Bestillere', 'B2'],
    ]);
    expect([troubles(checkResult), checkResult.accepted]).toEqual([[], 2]);
    expect(JSON.stringify(checkResult)).not.toContain(person);
  });

  it('reports a column that was redacted before, and names next to identity numbers', async () => {
    const gone = await checkCsv(`${heading}\n${rightLine}`, {
      withheld: [
        { sheet: '', column: 9, heading: 'Ansattnavn', row: 1 },
        { sheet: '', column: 10, heading: '', row: 0 },
      ],
    });
    expect(findingsOf(gone, 'personal-column').map(({ place }) => place)).toEqual([
      { sheet: null, row: 1, column: 'Ansattnavn', cell: 'J1' },
      { sheet: null, row: null, column: 'K', cell: null },
    ]);
    const beside = await checkCsv(`${heading};Fnr;Navn\n${rightLine};${person};Kari Nordmann`);
    expect(findingsOf(beside, 'personal-column').map(({ place }) => place?.cell)).toEqual(['J1', 'K1']);
  });

  it('reports nothing for a used column: there the row is blocked', async () => {
    const checkResult = await checkCsv(report(line({ invoice: person })));
    expect([findingsOf(checkResult, 'personal-column'), troubles(checkResult), checkResult.accepted]).toEqual([
      [],
      ['personal-data'],
      0,
    ]);
  });
});
