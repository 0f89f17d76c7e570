import type { GeneratedRegister } from './generate-register-file.ts';

export const column = {
  case: 0,
  title: 1,
  start: 3,
  end: 4,
  value: 6,
  technique: 7,
  supplier: 10,
  number: 11,
  buyers: 14,
} as const;
export const caseAt = (register: GeneratedRegister, at: number) => register.agreements[at]?.caseNumber ?? '';
export const rowsOf = (register: GeneratedRegister, at: number) =>
  register.rows.filter((row) => row[column.case] === caseAt(register, at));
const setCells = (rows: (string | number)[][], key: keyof typeof column, value: string) =>
  rows.forEach((row) => (row[column[key]] = value));
const named = (register: GeneratedRegister, name: string) =>
  register.rows.filter((row) => row[column.supplier] === name);

/**
 * Adds irregularities that require questions. Returns the answers: by kind of question, the beginning of an option's
 * id, or the text to type.
 */
export function damageRegisterFile(register: GeneratedRegister): Record<string, string> {
  const { agreements: all, suppliers } = register;
  const [first, second] = ['Granli Engros AS', 'Solbakken Engros AS'];
  const again = (name: string) => named(register, name).slice(1);
  again(first).forEach((row) => ((row[column.supplier] = 'Granli Engros'), (row[column.number] = '')));
  again(second).forEach((row) => ((row[column.supplier] = 'Solbaken Engros AS'), (row[column.number] = '')));
  again('Furumo Engros AS').forEach((row) => (row[column.number] = '')); // the same name: no question
  again('Vestby Engros AS').forEach((row) => (row[column.supplier] = 'Vestby Storhusholdning AS'));
  named(register, 'Kvernes Engros AS').forEach((row) => (row[column.number] = '999999999'));
  suppliers.set('Kvernes Engros AS', null);
  named(register, 'Brattland Engros AS').forEach((row) => (row[column.number] = '9.11E+08'));
  named(register, 'Elvestad Engros AS').forEach((row) => (row[column.number] = '911000001'));
  suppliers.set('Elvestad Engros AS', null);
  for (const at of [4, 7]) {
    setCells(rowsOf(register, at), 'start', all[at]?.endsOn ?? '');
    setCells(rowsOf(register, at), 'end', all[at]?.startsOn ?? '');
  }
  setCells(rowsOf(register, 11), 'end', '31.06.2027');
  setCells(rowsOf(register, 13), 'value', 'ca. 15 mill');
  for (const at of [16, 19, 22]) setCells(rowsOf(register, at), 'technique', 'Parallell');
  for (const at of [25, 28]) setCells(rowsOf(register, at), 'buyers', 'Odalstunet IKS');
  for (const at of [31, 34]) setCells(rowsOf(register, at), 'buyers', '');
  setCells(rowsOf(register, 40), 'title', all[37]?.title ?? '');
  setCells(rowsOf(register, 43).slice(0, 1), 'case', '');
  for (const at of [16, 19, 22]) Object.assign(all[at] ?? {}, { technique: 'ranked' });
  Object.assign(all[11] ?? {}, { endsOn: '2027-06-30' });
  Object.assign(all[40] ?? {}, { title: all[37]?.title });
  for (const at of [25, 28]) Object.assign(all[at] ?? {}, { buyers: ['Odalstunet IKS'] });
  for (const at of [31, 34])
    Object.assign(all[at] ?? {}, {
      buyers: ['Kongsvinger', 'Nord-Odal', 'Sør-Odal', 'Eidskog', 'Grue', 'Åsnes', 'Våler', 'Odalstunet IKS'],
    });
  return {
    'test-numbers': 'use',
    'org-number-placeholder': 'without-number',
    'org-number-lost-precision': `text:${suppliers.get('Brattland Engros AS') ?? ''}`,
    'org-number-check-digit': 'without-number',
    'number-with-names': 'name:Vestby Engros AS',
    'supplier-resembles': 'party:',
    'dates-reversed': 'swap',
    'day-doubtful': 'text:2027-06-30',
    'amount-doubtful': 'value:15000000 NOK',
    'technique-doubtful': 'value:ranked',
    'buyer-unknown': 'new',
    'buyers-not-said': 'all',
    'buyers-all': 'municipalities',
    'title-twice': 'separate',
    'case-number-missing': `text:${caseAt(register, 43)}`,
  };
}

/**
 * Expected number of questions by kind, when the seven municipalities are registered: each doubt once, however many
 * rows it affects.
 */
export const expectedQuestions: Readonly<Record<string, number>> = {
  'test-numbers': 1,
  'org-number-placeholder': 1,
  'org-number-lost-precision': 1,
  'org-number-check-digit': 1,
  'number-with-names': 1,
  'supplier-resembles': 2,
  'dates-reversed': 2,
  'day-doubtful': 1,
  'amount-doubtful': 1,
  'technique-doubtful': 1,
  'buyer-unknown': 1,
  'buyers-not-said': 1,
  'buyers-all': 1,
  'title-twice': 1,
  'case-number-missing': 1,
};
