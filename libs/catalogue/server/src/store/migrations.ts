import { seeded, type RoomMigration } from '@tallgrunn/platform';
import accounts from '../data/account-categories.json';
import categories from '../data/categories.json';
import tables from './0001-tables.sql';
import firstCatalogue from './0002-first-catalogue.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-first-catalogue', seeded(firstCatalogue, { categories, accounts })],
];
