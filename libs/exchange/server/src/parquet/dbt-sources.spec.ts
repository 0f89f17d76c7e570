import { readFileSync } from 'node:fs';
import path from 'node:path';
import { entitySets } from '../tables/entity-sets.ts';
import { dbtSources } from './dbt-sources.ts';

it('the published sources of dbt are those of the tables', () => {
  const file = path.resolve(__dirname, '../../../../../docs/dbt/sources.yml');
  expect(readFileSync(file, 'utf8')).toBe(dbtSources(entitySets));
});
