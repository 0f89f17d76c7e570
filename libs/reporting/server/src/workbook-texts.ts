import { catalogue } from '@tallgrunn/values';

const nb = {
  templateName: (p: { number: string; period: string }) => `Mal ${p.number} ${p.period}.xlsx`,
  linesSheet: 'Leverte varer',
  annotatedName: (p: { name: string }) => `${p.name} med merknader.xlsx`,
  sheet: 'Ark',
  row: 'Rad',
  taken: 'Tatt med',
  yes: 'Ja',
  no: 'Nei',
  remarks: 'Merknader',
  wholeFile: 'Hele filen',
};

/** Words in the workbooks we make for suppliers. */
export const workbookTexts = catalogue({
  nb,
  nn: {
    templateName: ({ number, period }) => `Mal ${number} ${period}.xlsx`,
    linesSheet: 'Leverte varer',
    annotatedName: ({ name }) => `${name} med merknader.xlsx`,
    sheet: 'Ark',
    row: 'Rad',
    taken: 'Teken med',
    yes: 'Ja',
    no: 'Nei',
    remarks: 'Merknader',
    wholeFile: 'Heile fila',
  },
  en: {
    templateName: ({ number, period }) => `Template ${number} ${period}.xlsx`,
    linesSheet: 'Goods delivered',
    annotatedName: ({ name }) => `${name} with remarks.xlsx`,
    sheet: 'Sheet',
    row: 'Row',
    taken: 'Included',
    yes: 'Yes',
    no: 'No',
    remarks: 'Remarks',
    wholeFile: 'The whole file',
  },
});
