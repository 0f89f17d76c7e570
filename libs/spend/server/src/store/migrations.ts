import { fillSeedSql, type RoomMigration } from '@tallgrunn/platform';
import { ACCOUNT_VAT, VAT_RATES } from '../account-vat.ts';
import tables from './0001-tables.sql';
import deliveries from './0002-deliveries.sql';
import counterBatches from './0003-counter-batches.sql';
import programs from './0005-programs.sql';
import minimised from './0004-minimised.sql';
import invoiceDays from './0006-invoice-days.sql';
import closing from './0007-closing.sql';
import supplierMasters from './0008-supplier-masters.sql';
import erasableTexts from './0009-erasable-texts.sql';
import contentPerBuyer from './0010-content-per-buyer.sql';
import merges from './0021-merged-organisations.sql';
import monthStatement from './0022-month-statement.sql';
import accountingDay from './0027-accounting-day.sql';
import netAmount from './0028-net-amount.sql';
import reconciliation from './0030-reconciliation.sql';
import accountClass from './0031-account-class.sql';
import tiesByAmount from './0032-ties-by-amount.sql';
import countedInvoices from './0040-counted-invoices.sql';
import invoiceMonths from './0041-invoice-months.sql';
import collectivePostings from './0042-collective-postings.sql';
import restOfShares from './0043-rest-of-shares.sql';

/** Accounts and rates as rows, for postings imported before amounts excl. VAT were stored. */
const accounts = Object.entries(ACCOUNT_VAT).flatMap(([system, kinds]) =>
  Object.entries(kinds).flatMap(([kind, codes]) => codes.map((code) => ({ system, code, kind }))),
);
const rates = Object.entries(VAT_RATES).flatMap(([kind, each]) => each.map((one) => ({ kind, ...one })));
import readerCodes from './0070-reader-codes.sql';
import standardNames from './0080-standard-names.sql';
import hashedPostingKeys from './0090-hashed-posting-keys.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-deliveries', deliveries],
  ['0003-counter-batches', counterBatches],
  ['0004-minimised', minimised],
  ['0005-programs', programs],
  ['0006-invoice-days', invoiceDays],
  ['0007-closing', closing],
  ['0008-supplier-masters', supplierMasters],
  ['0009-erasable-texts', erasableTexts],
  ['0010-content-per-buyer', contentPerBuyer],
  ['0021-merged-organisations', merges],
  ['0022-month-statement', monthStatement],
  ['0027-accounting-day', accountingDay],
  ['0028-net-amount', fillSeedSql(netAmount, { accounts, rates })],
  ['0030-reconciliation', reconciliation],
  ['0031-account-class', accountClass],
  ['0032-ties-by-amount', tiesByAmount],
  ['0040-counted-invoices', countedInvoices],
  ['0041-invoice-months', invoiceMonths],
  ['0042-collective-postings', collectivePostings],
  ['0043-rest-of-shares', restOfShares],
  ['0070-reader-codes', readerCodes],
  ['0080-standard-names', standardNames],
  ['0090-hashed-posting-keys', hashedPostingKeys],
];
