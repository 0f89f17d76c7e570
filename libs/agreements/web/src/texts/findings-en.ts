import type { FindingWords } from './findings-nb.ts';

export const findingsEn = {
  'column-missing': {
    says: 'A column we need is not in the file',
    todo: 'Add the column, or give it one of the names we recognise.',
  },
  'no-items': {
    says: 'The file has headings, but no items',
    todo: 'Check that the items are on the same sheet as the headings.',
  },
  'number-missing': { says: 'The item number is missing', todo: 'Enter the item number, or remove the row.' },
  'number-lost-digits': {
    says: 'The item number lost digits in the spreadsheet',
    todo: 'Format the column as text, and enter the number again.',
  },
  'name-missing': { says: 'The item name is missing', todo: 'Enter the name of the item.' },
  'unit-missing': { says: 'The unit is missing', todo: 'Enter the unit the price is for, for example pcs or kg.' },
  'not-a-number': {
    says: 'The value is not a number',
    todo: 'Enter only the number. Is 1.234 a thousand or one point two? Write 1234 or 1,234.',
  },
  'number-negative': { says: 'The number is below zero', todo: 'Enter the number without a minus.' },
  'not-a-day': { says: 'The value is not a date', todo: 'Enter the date as day.month.year.' },
  'price-ends-before-it-begins': { says: 'The price ends before it begins', todo: 'Correct valid from or valid to.' },
  'item-repeated': {
    says: 'The item has two prices for the same days',
    todo: 'Keep one of the rows, or give each its own time with valid from and valid to.',
  },
  'lot-unknown': {
    says: 'The lot is not part of the agreement',
    todo: 'Use one of the numbers that the agreement has.',
  },
  'gtin-length': {
    says: 'The GTIN has the wrong number of digits and was not imported',
    todo: 'A GTIN has 8, 12, 13 or 14 digits.',
  },
  'gtin-check-digit': {
    says: 'The GTIN is mistyped and was not imported',
    todo: 'Compare the number with the package: its check digit is wrong.',
  },
  'gtin-lost-precision': {
    says: 'The GTIN lost digits in the spreadsheet and was not imported',
    todo: 'Format the column as text, and enter the number again.',
  },
  'gtin-not-digits': {
    says: 'The GTIN cannot be right and was not imported',
    todo: 'Compare the number with the package.',
  },
  'file-empty': { says: 'The file is empty', todo: 'Save the file again from the spreadsheet.' },
  'document-type-not-supported': {
    says: 'This file type is not supported',
    todo: 'Save the price form as Excel (.xlsx) or CSV.',
  },
  'not-a-table': {
    says: 'This is not a spreadsheet or a CSV file',
    todo: 'Save the price form as Excel (.xlsx) or CSV.',
  },
  'password-protected': {
    says: 'The workbook is locked with a password',
    todo: 'Remove the password in Excel, and save the file again.',
  },
  'workbook-damaged': { says: 'The workbook is damaged', todo: 'Open the file in Excel, and save it again.' },
  'too-large': {
    says: 'The file is too large',
    todo: 'Remove sheets and columns that are not part of the price form.',
  },
  'too-many-rows': { says: 'The file has too many rows', todo: 'Remove empty rows at the end of the sheet.' },
  'price-not-fixed': {
    says: 'The item is imported without a price, and its price cannot be checked',
    todo: 'Ask the supplier for a fixed price, or state under “How prices are set” how it is set.',
  },
  'discount-not-deducted': {
    says: 'The form has a discount in addition to the price. The price is used unchanged, and the discount is not deducted',
    todo: 'Check that the price is after the discount.',
  },
  'price-less-discount': {
    says: 'The price is the list price less the discount: the form has no net price',
    todo: 'Check some of the prices.',
  },
  'list-valid-from': {
    says: 'The date above the headings is used as the first day of the prices',
    todo: 'Choose another day under “Prices apply from” if it is wrong.',
  },
  'agreement-ended': {
    says: 'The agreement has ended',
    todo: 'The prices are used only for reports for the time before it ended. Check that this is the right agreement.',
  },
  'sheet-without-heading': {
    says: 'A sheet was not read: it has no headings that we recognise',
    todo: 'If the sheet has items, it needs the same headings as the others.',
  },
  'nobb-not-eight-digits': { says: 'The NOBB number was not imported', todo: 'NOBB numbers have eight digits.' },
  'share-unread': { says: 'The share was not imported', todo: 'Enter the share as a percentage, for example 50%.' },
  'line-deleted': { says: 'The catalogue removes the item', todo: 'There is nothing you need to do if that is right.' },
  'line-repeated': {
    says: 'The item appears several times in the catalogue, and the first is used',
    todo: 'Ask the supplier to send the item once.',
  },
  'price-repeated': {
    says: 'The item has several prices for the same time and quantity, and the first is used',
    todo: 'Ask the supplier to send one price.',
  },
  'not-a-catalogue': {
    says: 'The XML file is not a catalogue',
    todo: 'Ask the supplier for an EHF catalogue, or for the price form as Excel.',
  },
  'catalogue-without-lines': { says: 'The catalogue has no items', todo: 'Ask the supplier to send it again.' },
  'xml-truncated': { says: 'The XML file is cut off', todo: 'Ask the supplier to send it again.' },
  'xml-damaged': { says: 'The XML file is damaged', todo: 'Ask the supplier to send it again.' },
  unknown: {
    says: 'Something in the file could not be read',
    todo: 'Compare this place with the rest of the file.',
  },
} satisfies FindingWords;
