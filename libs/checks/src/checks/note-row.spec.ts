import { monthlyFood } from '../examples/monthly-food.ts';
import {
  checkCsv,
  checkSheets,
  headingCells,
  line,
  lineCells,
  march,
  report,
  findingsOf,
  troubles,
} from '../testing.ts';

const notes = [
  'Antall linjer: 40;;;;;;;;',
  'Antall linjer;;;40;;;;;',
  ';Skrevet ut 01.02.2026;;;;;;;',
  'Skrevet ut;01.02.2026 kl. 10.15;;;;;;;',
  'Side 1 av 3;;;;;;;;',
  'Sum eks. mva;;;;;;;;',
  'Herav mva;;;;;;120,00;;',
  ';;*** Slutt på rapporten;;;;;;',
  'Number of lines: 40;;;;;;;;',
  'Printed on 1 February 2026;;;;;;;;',
  'Alle priser er oppgitt uten merverdiavgift;;;;;;;;',
  'Kontakt oss på 62 00 00 00 ved spørsmål;;;;;;;;',
  'Tal på linjer;40;;;;;;;',
];
const mayBeLines = [
  line({ date: '' }),
  'Kongsvinger;;;;;;;;',
  ';7001;;;;;;;',
  'Kongsvinger;7001;;;;;;;',
  'Sidebordet AS;;;;;;;;',
  ';7001;Antall linjer;;;;;;',
  'Side 1 Kjøkken;A100;;2;;;;;',
  'Ukjent kjøkken;;;2;;;;;',
  ';XYZ;;;;;;;',
  ';;Lettmelk 10 l;;;;;;',
  'Grende skole;;;;;;;;',
  ';;Kjøttdeig av svin, 2 kg;;;;;;',
  ';;;;;;;05.03.2026;',
];

describe('note-row', () => {
  it.each(notes)('does not take %s for a line, and reports it', async (text) => {
    const checkResult = await checkCsv(report(line(), text, line({ invoice: 'F2' })));
    expect([troubles(checkResult), checkResult.accepted]).toEqual([[], 2]);
    expect(findingsOf(checkResult, 'note-row')).toMatchObject([
      {
        class: 9,
        severity: 'info',
        place: { row: 3 },
        found: text
          .split(';')
          .filter((cell) => cell !== '')
          .join(' '),
      },
    ]);
  });

  it.each(mayBeLines)('blocks %s as an incomplete line', async (text) => {
    const checkResult = await checkCsv(report(line(), text));
    expect(checkResult).toMatchObject({ rows: 2, quarantined: 1 });
    expect(findingsOf(checkResult, 'note-row')).toEqual([]);
  });

  it('takes no line of a short table for a remark, whatever its customer, but does so for a label without a value', async () => {
    const field = (name: string, type: 'string' | 'number') => ({ name, type, constraints: { required: true } });
    const terms = {
      ...monthlyFood(),
      tables: [{ name: 'lines', fields: [field('buyer', 'string'), field('amount', 'number')] }],
    };
    const read = async (...rows: string[]) =>
      await checkCsv(['Kunde;Beløp', ...rows].join('\n'), { terms, context: { period: march.period! } });
    expect(await read('Source Norge AS;1200,00', 'Kilde skole;1300,00', 'Mva-fri handel;12,00')).toMatchObject({
      rows: 3,
    });
    expect(await read('Eidskog;1200,00', 'Skrevet ut 01.02.2026;', 'Side 1 av 1;')).toMatchObject({
      rows: 1,
      counts: { 'note-row': 2 },
    });
  });

  it('shows no identity number, and counts rows of a workbook in the same way', async () => {
    const said = findingsOf(
      await checkSheets([{ rows: [headingCells, lineCells(), ['Skrevet ut av 13097248022']] }]),
      'note-row',
    );
    expect(said).toHaveLength(1);
    expect(JSON.stringify(said)).not.toContain('13097248022');
  });
});
