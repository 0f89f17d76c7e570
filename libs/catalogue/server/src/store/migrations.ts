import { fillSeedSql, type RoomMigration } from '@tallgrunn/platform';
import accounts from '../data/account-categories.json';
import categories from '../data/categories.json';
import codeNames from '../data/code-names.json';
import products from '../data/products.json';
import unspsc from '../data/unspsc-categories.json';
import tables from './0001-tables.sql';
import firstCatalogue from './0002-first-catalogue.sql';
import kinds from './0003-products.sql';
import mappings from './0004-mappings.sql';
import order from './0005-order-of-corrections.sql';
import erasableTexts from './0006-erasable-texts.sql';
import merges from './0017-merged-organisations.sql';
import standardNames from './0080-standard-names.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-first-catalogue', fillSeedSql(firstCatalogue, { categories, accounts })],
  ['0003-products', fillSeedSql(kinds, { products })],
  ['0004-mappings', fillSeedSql(mappings, { unspsc, names: codeNames })],
  ['0005-order-of-corrections', order],
  ['0006-erasable-texts', erasableTexts],
  ['0017-merged-organisations', merges],
  ['0080-standard-names', standardNames],
];
