import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRule, ruleTable } from '../own-rules/compile-rule.ts';
import { functionNames } from '../own-rules/expression.ts';
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

  it('of own rules have the documented results', () => {
    const fields = [
      'quantity',
      'unit',
      'unitPrice',
      'amount',
      'deliveredOn',
      'itemName',
      'itemNumber',
      'invoiceNumber',
    ];
    const values = ['2', 'stk', '120.00', '240.00', '2026-03-05', 'Lettmelk 10 l', '7001', ''];
    const type = (name: string) =>
      ({ quantity: 'number', unitPrice: 'number', amount: 'number', deliveredOn: 'date' })[name] ?? 'string';
    const table = ruleTable(
      'lines',
      fields.map((name) => ({ name, type: type(name) })),
    );
    const row = { value: (field: number) => values[field]!, isEmpty: (field: number) => values[field] === '' };
    const examples = [...page.matchAll(/^\| `(.+)` \| (true|not true|not known) \|$/gm)];
    expect(examples.length).toBeGreaterThan(10);
    for (const [, condition, result] of examples) {
      const compilation = compileRule(condition!, [table]);
      const value = compilation.ok ? compilation.byTable.get('lines')!.run(row) : compilation.problem;
      expect([condition, value]).toEqual([condition, { true: true, 'not true': false, 'not known': null }[result!]]);
    }
    for (const name of functionNames) expect(page).toContain(`\`${name}(`);
  });

  it('name all roles', () => {
    for (const role of fieldRoles) expect(page).toContain(`\`${role}\``);
  });
});
