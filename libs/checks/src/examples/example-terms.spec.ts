import { readTerms } from '../read-documents.ts';
import { exampleTerms } from './example-terms.ts';

describe('clause packages', () => {
  it.each(Object.entries(exampleTerms))('%s is a terms document', (id, build) => {
    expect(readTerms(JSON.parse(JSON.stringify(build())))).toMatchObject({ ok: true });
    expect(build({ version: 3 })).toMatchObject({ id, version: 3 });
  });
});
