import { monthlyFood } from '../examples/monthly-food.ts';
import { readContext, readTerms } from '../read-documents.ts';
import { checkCsv, line, march, report, rightLine } from '../testing.ts';
import { checkResultJson } from '../check-result-json.ts';
import { contextSchema } from './context-schema.ts';
import { findingSchema } from './finding-schema.ts';
import { matchSchema } from './match-schema.ts';
import { termsSchema } from './terms-schema.ts';

const plainJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('JSON Schemas', () => {
  it('accept our own documents', () => {
    expect(readContext(plainJson(march))).toMatchObject({ ok: true });
    expect(readTerms(plainJson(monthlyFood()))).toMatchObject({ ok: true });
  });

  it('report the location of an error', () => {
    expect(readTerms({ ...monthlyFood(), version: '1', extra: 1 })).toEqual({
      ok: false,
      problems: [
        { path: '/version', problem: 'type', detail: 'integer' },
        { path: '/extra', problem: 'unknown', detail: 'extra' },
      ],
    });
    expect(readTerms(null)).toMatchObject({ ok: false });
    expect(
      readTerms({ ...monthlyFood(), lists: [{ name: 'x', parent: 'nix', child: 'unit', values: {} }] }),
    ).toMatchObject({ ok: false, problems: [{ path: '/lists/0/parent' }] });
  });

  it('require equal column lengths in a context', () => {
    expect(readContext({ items: { number: ['1'], name: [] } })).toMatchObject({
      ok: false,
      problems: [{ path: '/items', problem: 'length' }],
    });
    expect(readContext({ prices: { item: [3], price: ['1'], from: ['2026-01-01'], to: [null] } })).toMatchObject({
      ok: false,
      problems: [{ path: '/prices/item', problem: 'range' }],
    });
  });

  it('describe findings as given to other programs', async () => {
    const checkResult = await checkCsv(
      report(rightLine, rightLine, line({ quantity: 'ca 20', unit: 'krt', date: '30.02.2026' })),
    );
    const json = plainJson(checkResultJson('report.csv', checkResult, 'en')) as { findings: unknown[] };
    expect(Object.keys(json)).toEqual([
      'file',
      'ok',
      'rows',
      'accepted',
      'totals',
      'findings',
      'questions',
      'terms',
      'context',
      'engine',
    ]);
    expect(json.findings.length).toBeGreaterThan(3);
    for (const finding of json.findings) expect(matchSchema(finding, findingSchema)).toEqual([]);
  });

  it('use only what all JSON Schema validators support', () => {
    const keywords = new Set<string>();
    const walk = (schema: unknown): void => {
      if (schema === null || typeof schema !== 'object') return;
      for (const [key, value] of Object.entries(schema)) {
        if (!Array.isArray(schema)) keywords.add(key);
        if (key === 'properties' || key === '$defs') Object.values(value as object).forEach(walk);
        else if (key !== 'enum' && key !== 'required') walk(value);
      }
    };
    [termsSchema, contextSchema, findingSchema].forEach(walk);
    expect([...keywords].sort()).toEqual([
      '$defs',
      '$ref',
      '$schema',
      'additionalProperties',
      'anyOf',
      'const',
      'description',
      'enum',
      'items',
      'maximum',
      'minItems',
      'minLength',
      'minimum',
      'oneOf',
      'pattern',
      'properties',
      'required',
      'title',
      'type',
    ]);
  });
});
