import { bytesOf, openTable } from '@tallgrunn/tabular';
import { findBranch } from './which-branch.ts';

const branches = [
  { id: 'k', name: 'Glomma Byggvarelager avd. Kongsvinger', orgNumber: '971000025' },
  { id: 's', name: 'Glomma Byggvarelager avd. Kongsvinger sentrum', orgNumber: '971000033' },
  { id: 'f', name: 'Glomma Byggvarelager avd. Flisa', orgNumber: '971000017' },
];
const of = async (text: string, name = 'rapport.csv') =>
  findBranch(await openTable(bytesOf(new TextEncoder().encode(text)), name), name, branches);
const lines = (heading: string, ...values: string[]) =>
  `${heading};Varenr;Beløp\n${values.map((value) => `${value};10;5,00`).join('\n')}\n`;

describe('the branch of a file', () => {
  it.each([
    [
      'by a number in its rows',
      lines('Selger', '971000017', '971000017'),
      'x.csv',
      { found: 'one', id: 'f', by: 'number' },
    ],
    [
      'by a number above its rows',
      `Rapport for org.nr 971 000 025\n${lines('Kunde', 'Kongsvinger kommune')}`,
      'x.csv',
      { found: 'one', id: 'k', by: 'number' },
    ],
    [
      'by its column, where the file is named after another',
      lines('Filial', 'Flisa'),
      'Kongsvinger.csv',
      { found: 'one', id: 'f', by: 'column' },
    ],
    [
      'by a column of departments',
      lines('Avdeling', branches[1]!.name),
      'x.csv',
      { found: 'one', id: 's', by: 'column' },
    ],
    [
      'by the name of the file',
      lines('Kunde', 'Grue'),
      '2026-Q2 flisa.csv',
      { found: 'one', id: 'f', by: 'file-name' },
    ],
    [
      'by the longest name in the name of the file',
      lines('Kunde', 'Grue'),
      'avd_Kongsvinger_sentrum.csv',
      { found: 'one', id: 's', by: 'file-name' },
    ],
    [
      'by the number in the name of the file',
      lines('Kunde', 'Grue'),
      '971000025.csv',
      { found: 'one', id: 'k', by: 'file-name' },
    ],
    [
      'of several',
      lines('Filial', 'Flisa', 'Glomma Byggvarelager avd. Kongsvinger'),
      'x.csv',
      { found: 'several', ids: ['f', 'k'] },
    ],
    ['of nobody we know', lines('Kunde', 'Kongsvinger kommune'), 'rapport.csv', { found: 'none' }],
    ['of nobody, where all share the name', lines('Kunde', 'Grue'), 'Glomma Byggvarelager.csv', { found: 'none' }],
  ])('%s', async (_title, text, name, expected) => {
    expect(await of(text, name)).toEqual(expected);
  });

  it('is found by the file name alone when the file is unreadable', async () => {
    expect(await findBranch(null, 'Flisa.xlsx', branches)).toEqual({ found: 'one', id: 'f', by: 'file-name' });
  });
});
