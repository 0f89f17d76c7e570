import type { nb } from './words-nb.ts';

export const en: typeof nb = {
  cell: ({ cell }) => `cell ${cell}`,
  row: ({ row }) => `row ${row}`,
  inSheet: ({ place, sheet }) => `${place} of sheet “${sheet}”`,
  kinds: {
    pdf: 'a PDF',
    png: 'an image (PNG)',
    jpeg: 'an image (JPEG)',
    gif: 'an image (GIF)',
    gzip: 'a packed file (gzip)',
    zip: 'a zip file without a workbook',
    '7z': 'a packed file (7-Zip)',
    rar: 'a packed file (RAR)',
    program: 'a program',
    rtf: 'a text document (RTF)',
    docx: 'a Word document',
    pptx: 'a PowerPoint presentation',
    ole: 'an older Office document that is not Excel',
    xml: 'an XML file',
    json: 'a JSON file',
    binary: 'not text',
    xls: 'a very old Excel file (before Excel 5)',
    opendocument: 'an OpenDocument file that is not a spreadsheet',
    numbers: 'a Numbers document',
    html: 'a web page saved as a spreadsheet',
    sylk: 'a SYLK file (.slk)',
    macros: 'macros',
    controls: 'ActiveX controls',
    'program-links': 'links that start other programs (DDE or OLE)',
    embedded: 'embedded objects, such as documents or programs',
  },
  problems: {
    'file-empty': () =>
      'The file is empty. We expected a table with headers and lines. Check that you chose the right file. If you had no deliveries, choose “No deliveries in the period”.',
    'not-a-table': ({ kind }) =>
      `The file is ${kind}. We expected an Excel workbook (.xlsx) or a CSV file. Save the table as .xlsx and upload that.`,
    'document-type-not-supported': ({ kind }) =>
      `The file is ${kind}. We do not read that kind yet. Open it in your spreadsheet program, choose “Save as” and .xlsx, and upload the new file.`,
    'password-protected': () =>
      'The file is protected by a password, so we cannot open it. Remove the password (File › Info › Protect Workbook), save and upload again.',
    'workbook-damaged': () =>
      'The workbook is damaged and cannot be read to its end. Open it in Excel, let Excel repair it, save as .xlsx and upload again.',
    'workbook-part-damaged': ({ part }) =>
      `The workbook is damaged: the part “${part}” cannot be read. Open it in Excel, let Excel repair it, save as .xlsx and upload again.`,
    'zip-damaged': () =>
      'The zip file is damaged or incomplete. Re-create it, or download the original again, and upload again.',
    'zip-bomb': () =>
      'The file unpacks to far more than a report does, so we stopped reading. Save a copy without images, empty rows and unused sheets, and upload that.',
    'active-content': ({ kind }) =>
      `The workbook contains ${kind}. Anyone who opens the file later could run them, so we do not accept it. Save it as an ordinary workbook (.xlsx) without them, or as CSV, and upload that.`,
    'xml-doctype': ({ part }) =>
      `The part “${part}” contains a DOCTYPE. Ordinary workbooks have none, and we do not read it for safety. Save the file again from Excel and upload that.`,
    'too-large': ({ foundMb, expectedMb }) =>
      `The file is ${foundMb} MB. The limit is ${expectedMb} MB. Split the report into several files, or remove images and unused sheets.`,
    'too-many-sheets': ({ expected }) =>
      `The workbook has more than ${expected} sheets, which is the limit. Remove sheets that are not part of the report.`,
    'too-many-rows': ({ expected }) =>
      `The file has more than ${expected} rows, which is the limit. Split the report into several files.`,
    'too-many-columns': ({ found, expected, place }) =>
      `There is content in column ${found} (${place}). The limit is ${expected} columns. Delete the content to the right of the table, and check that the separator is right.`,
    'too-many-texts': ({ expectedMb }) =>
      `The texts of the workbook take more than ${expectedMb} MB, which is the limit. Split the report into several files, or save it as CSV.`,
    'cell-too-long': ({ expected, place }) =>
      `The text in ${place} has more than ${expected} characters, which is the limit. Shorten the text. If there are many lines in one cell, a quotation mark is probably missing.`,
    'line-not-json': ({ row }) =>
      `Line ${row} is not one JSON object in UTF-8. We expected one object per line, such as {"itemNumber": "00512", "quantity": 10}. Correct the line and send it again.`,
    'line-value-nested': ({ row, field }) =>
      `The field «${field}» in line ${row} has a list or an object as its value. We expected text, a number, true, false or null. Write the value directly in the line.`,
  },
  notes: {
    'name-says-otherwise': ({ ending, found }) =>
      `The file name ends in .${ending}, but the content is ${found}. We read the content.`,
    'bytes-not-in-encoding': ({ many, count }) =>
      many({
        one: 'One character could not be read and is shown as “�”.',
        other: `${count} characters could not be read and are shown as “�”.`,
      }),
    'quote-broken': ({ row }) => `The quotation marks in row ${row} do not match. The text is included as written.`,
    'quote-never-closed': ({ row }) =>
      `A quotation mark in row ${row} is never closed. It is read as an ordinary character.`,
    'sheet-missing': ({ sheet }) => `The sheet “${sheet}” is listed but not in the file. It was not read.`,
    'sheet-not-a-table': ({ sheet }) => `The sheet “${sheet}” is a chart or the like and was not read.`,
  },
};
