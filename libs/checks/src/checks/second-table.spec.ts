import {
  checkCsv,
  checkSheets,
  heading,
  headingCells,
  line,
  lineCells,
  report,
  findingsOf,
  troubles,
} from '../testing.ts';

describe('second-table', () => {
  it('reports nothing for a list whose headings recur on each page below a title', async () => {
    const pages = [
      heading,
      line(),
      'Testleverandør AS;;;;;;;Side 2 av 3;',
      '',
      heading,
      line({ invoice: 'F2' }),
      'Levert Sør-Odal;;;;;;;;',
      heading,
      line({ invoice: 'F3' }),
    ].join('\r\n');
    const checkResult = await checkCsv(pages);
    expect(findingsOf(checkResult, 'second-table')).toEqual([]);
    expect([troubles(checkResult), checkResult.rows, checkResult.accepted]).toEqual([[], 3, 3]);
    expect(findingsOf(checkResult, 'note-row').map(({ place }) => place?.row)).toEqual([3, 7]);
  });

  it('asks about a table below with other columns, and takes none of its rows for a line', async () => {
    const checkResult = await checkSheets([
      {
        rows: [
          headingCells,
          lineCells(),
          lineCells({ invoice: 'F2' }),
          [],
          ['Returer'],
          ['Kunde', 'Varenummer', 'Antall', 'Årsak'],
          ['Kongsvinger', '7001', -1, 'Sur'],
          ['Sør-Odal', '7001', -2, 'Knust'],
        ],
      },
    ]);
    expect(findingsOf(checkResult, 'second-table')).toMatchObject([
      {
        class: 7,
        severity: 'confirm',
        place: { sheet: 'Ark1', cell: 'A6' },
        found: 'Kunde · Varenummer · Antall · Årsak',
        params: { rows: 2 },
      },
    ]);
    expect([troubles(checkResult), checkResult.rows, checkResult.accepted]).toEqual([['second-table'], 2, 2]);
  });

  it('asks about a table next to the lines with the same columns, and uses none of its columns', async () => {
    const other = lineCells({ buyer: 'Sør-Odal', invoice: 'F9' });
    const checkResult = await checkSheets([
      {
        rows: [
          [...headingCells, null, ...headingCells],
          [...lineCells(), null, ...other],
          [...lineCells({ invoice: 'F2' }), null, ...other],
          [...lineCells({ invoice: 'F3' })],
        ],
      },
    ]);
    expect(findingsOf(checkResult, 'second-table')).toMatchObject([{ place: { cell: 'K1' }, params: { rows: 2 } }]);
    expect(findingsOf(checkResult, 'column-renamed')).toEqual([]);
    expect([checkResult.rows, checkResult.accepted]).toEqual([3, 3]);
  });

  it('continues when the headings of the main table recur', async () => {
    const checkResult = await checkCsv(
      `${report(line())}\r\n\r\nKunde;Varenummer;Antall\r\nKongsvinger;7001;3\r\n\r\n${heading}\r\n${line({ invoice: 'F2' })}`,
    );
    expect(findingsOf(checkResult, 'second-table').map(({ params }) => params['rows'])).toEqual([1]);
    expect(checkResult.accepted).toBe(2);
  });
});
