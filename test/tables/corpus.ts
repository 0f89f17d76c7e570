import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

// Third-party files are next to the checkout, never in it; without them these tests are skipped.
export const folder =
  ['shared', '../shared', '../../shared', '../../../shared']
    .map((up) => path.join(__dirname, '../..', up, 'data/8-tabular'))
    .find(existsSync) ?? '';

/** Returns the files of the corpus below a folder, sorted by name. */
export function filesUnder(part: string, pattern = /./): string[] {
  if (folder === '') return [];
  const names = readdirSync(path.join(folder, part), { recursive: true, encoding: 'utf8' }).map((name) =>
    path.join(part, name),
  );
  return names.filter((name) => pattern.test(name) && statSync(path.join(folder, name)).isFile()).sort();
}

const zipOfCsv = 'a zip of CSV files or of a data package, without a workbook';
const nothing = 'nothing in it';

/**
 * Files that are not read, with the rejection and the reason. JSON files and the key of an empty sheet are handled
 * below.
 */
export const rejections: Readonly<Record<string, readonly [code: string, why: string]>> = {
  'SheetJS+test_files/1904/1904.slk': ['document-type-not-supported', 'SYLK, which no supplier sends'],
  'SheetJS+test_files/2011/password_2002_40_xor.xls.1.csv': ['file-empty', nothing],
  'SheetJS+test_files/2011/password_2002_40_xor.xls.2.csv': ['file-empty', nothing],
  'SheetJS+test_files/password_2002_40_xor.xls': ['password-protected', 'encrypted'],
  'exceljs+exceljs/spec/integration/data/invalid-xml.xlsx': ['workbook-damaged', 'its sheet is no XML'],
  'exceljs+exceljs/spec/integration/data/missing-bits.xlsx': ['workbook-damaged', 'it has no workbook part'],
  'frictionlessdata+frictionless-py/data/chunk1.csv.zip': ['not-a-table', zipOfCsv],
  'frictionlessdata+frictionless-py/data/chunk2.csv.zip': ['not-a-table', zipOfCsv],
  'frictionlessdata+frictionless-py/data/doublequote.csv.zip': ['not-a-table', zipOfCsv],
  'frictionlessdata+frictionless-py/data/empty.csv': ['file-empty', nothing],
  'frictionlessdata+frictionless-py/data/inquiry.json': [
    'line-not-json',
    'an object over several lines begins as JSON lines do',
  ],
  'frictionlessdata+frictionless-py/data/innerpath.package.zip': ['not-a-table', zipOfCsv],
  'frictionlessdata+frictionless-py/data/package-invalid.zip': ['not-a-table', zipOfCsv],
  'frictionlessdata+frictionless-py/data/package.zip': ['not-a-table', zipOfCsv],
  'frictionlessdata+frictionless-py/data/resource.zip': ['not-a-table', zipOfCsv],
  'frictionlessdata+frictionless-py/data/table-multiple-files.zip': ['not-a-table', zipOfCsv],
  'frictionlessdata+frictionless-py/data/table.csv.gz': ['not-a-table', 'packed with gzip'],
  'frictionlessdata+frictionless-py/data/table.csv.zip': ['not-a-table', zipOfCsv],
  'frictionlessdata+frictionless-py/data/wide.csv': ['too-many-columns', 'it has 9,074 columns'],
  'frictionlessdata+frictionless-py/data/without-rows.csv.zip': ['not-a-table', zipOfCsv],
};

export interface ExcludedKey {
  /** the exported sheet */
  key: string;
  /** 0-based row and column among the non-empty rows; without it the whole sheet is excluded */
  cells?: readonly string[];
  why: string;
}

const formats = 'it tests number formats: parts of dates, scaled numbers, and numbers too wide for their column';
const signs = 'its format shows letters and signs that are no part of the number';

/** Places where an exported sheet differs from the values of the workbook, and why. */
export const excludedKeys: readonly ExcludedKey[] = [
  { key: 'LONumbers-2010.xls.0', why: formats },
  { key: 'LONumbers-2011.xlsx.0', why: formats },
  { key: 'LONumbers.xlsx.0', why: formats },
  { key: 'number_format_entities.xlsb.0', why: signs },
  { key: 'number_format_entities.xlsx.0', why: signs },
  { key: 'numfmt_1_russian.xlsm.0', why: 'it tests Russian number formats, and its key lost the letters' },
  {
    key: 'NumberFormatCondition.xlsm.0',
    cells: ['6:1', '7:0', '7:1', '8:0', '8:1'],
    why: 'the format leaves out the minus',
  },
  {
    key: 'comments_stress_test.xlsx.2',
    cells: ['0:1', '1:1', '2:1'],
    why: 'a function Excel no longer knew when it wrote the key',
  },
  { key: 'formula_stress_test.xlsx.1', cells: ['5:1', '6:1'], why: 'the formula reads the clock' },
  { key: 'formula_stress_test.xlsx.3', cells: ['32:7'], why: 'day 0, shown as 0 January 1900' },
  { key: 'formula_stress_test.xlsx.4', cells: ['2:1'], why: "the formula tells Excel's version" },
  { key: 'formula_stress_test.xlsx.7', cells: ['45:1', '46:1'], why: 'the formula draws a random number' },
  { key: 'formula_stress_test.xlsx.9', cells: ['16:1', '17:2'], why: "a character the key's code page lacks" },
  { key: 'sushi.xlsx.0', cells: ['0:0'], why: "a character the key's code page lacks" },
];
