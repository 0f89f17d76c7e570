import { fillSeedSql, type RoomMigration } from '@tallgrunn/platform';
import accounts from '../data/account-categories.json';
import categories from '../data/categories.json';
import names from '../data/code-names.json';
import products from '../data/products.json';
import unspsc from '../data/unspsc-categories.json';
import baseline from './0001-baseline.sql';
import catalogue from './0002-catalogue.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-baseline', baseline],
  ['0002-catalogue', fillSeedSql(catalogue, { categories, accounts, products, unspsc, names })],
];
