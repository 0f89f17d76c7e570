import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldRoles } from '../terms.ts';
import { readContext, readTerms } from '../read-documents.ts';
import { checkCsv, heading, line } from '../testing.ts';

const page = readFileSync(join(__dirname, '../../../../docs/terms-and-context.md'), 'utf8');
const example = (kind: string): unknown =>
  JSON.parse(new RegExp(`\`\`\`json ${kind}\\n(.*?)\`\`\``, 's').exec(page)![1]!);

describe('the documented examples', () => {
  it('match the schemas, and check a report', async () => {
    const [terms, context] = [readTerms(example('terms')), readContext(example('context'))];
    if (!terms.ok || !context.ok) throw new Error(JSON.stringify([terms, context]));
    const text = [
      heading,
      line({
        item: '30118',
        quantity: '3',
        unit: 'krt',
        price: '711,00',
        amount: '2133,00',
        buyer: 'Kongsvinger rådhus, kantina',
      }),
    ].join('\n');
    const checkResult = await checkCsv(text, { terms: terms.value, context: context.value });
    expect(checkResult).toMatchObject({ ok: true, accepted: 1, totals: { byBuyer: [{ buyer: '3401' }] } });
    expect(checkResult.counts['price-above-agreed']).toBeUndefined();
  });

  it('name all roles', () => {
    for (const role of fieldRoles) expect(page).toContain(`\`${role}\``);
  });
});
