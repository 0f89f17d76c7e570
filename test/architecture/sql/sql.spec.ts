import { loadModule } from 'pgsql-parser';
import { formatViolations } from '../violation.ts';
import { projectRoot } from '../project-files.ts';
import { schemaViolations } from './schema-boundaries.ts';
import { tablesOf } from './tables.ts';
import { listedButMissing, tenancyViolations } from './tenancy.ts';

describe('the SQL of the product', () => {
  beforeAll(() => loadModule());

  it('names only its own schema and the door views of rooms to its left', () =>
    expect(formatViolations(schemaViolations(projectRoot))).toEqual([]));
  it('starts every key with the tenant and protects every tenant table', () =>
    expect(formatViolations(tenancyViolations(projectRoot))).toEqual([]));
  it('creates every table listed as having no tenant', () => expect(listedButMissing(projectRoot)).toEqual([]));
  it('is found by the search', () => expect(tablesOf(projectRoot).length).toBeGreaterThan(5));
});
