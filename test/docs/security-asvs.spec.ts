import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, readText } from '../architecture/project-files.ts';

const text = readText(projectRoot, 'docs/security-asvs.md');

/** Number of requirements of level 1 and 2 by chapter, as in the standard. */
const requirements = {
  V1: 27,
  V2: 11,
  V3: 19,
  V4: 10,
  V5: 9,
  V6: 35,
  V7: 18,
  V8: 7,
  V9: 7,
  V10: 29,
  V11: 14,
  V12: 9,
  V13: 13,
  V14: 9,
  V15: 13,
  V16: 16,
  V17: 7,
};

interface Row {
  readonly id: string;
  readonly level: string;
  readonly wording: string;
  readonly verdict: string;
  readonly evidence: string;
}

const rows: Row[] = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+) \|$/gm)].map(
  ([, id = '', level = '', wording = '', verdict = '', evidence = '']) => ({ id, level, wording, verdict, evidence }),
);
const ofChapter = (chapter: string) => rows.filter(({ id }) => `V${id.split('.')[0]}` === chapter);

/** Returns the files named in a text, without anchors and without code that is not a path. */
function filesNamed(in_: string): string[] {
  return [...in_.matchAll(/`((?:apps|libs|test|tools|docker)\/[^`\s]+)`/g)].map(([, file = '']) => file);
}

describe('the answers to ASVS', () => {
  it('name files that exist', () => {
    const named = filesNamed(text);
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((file) => !existsSync(path.join(projectRoot, file)))).toEqual([]);
  });

  it('answer each requirement of level 1 and 2 once', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(
      Object.fromEntries(Object.keys(requirements).map((chapter) => [chapter, ofChapter(chapter).length])),
    ).toEqual(requirements);
  });

  it('give one of four results, and a reason', () => {
    for (const { id, verdict, evidence } of rows) {
      expect([id, ['met', 'partly', 'not met', 'n/a'].includes(verdict)]).toEqual([id, true]);
      expect([id, evidence.length > 3]).toEqual([id, true]);
    }
  });

  it('count the results, chapter by chapter', () => {
    for (const chapter of Object.keys(requirements)) {
      const of = ofChapter(chapter);
      const counts = ['met', 'partly', 'not met', 'n/a'].map(
        (verdict) => of.filter((row) => row.verdict === verdict).length,
      );
      expect(text).toMatch(
        new RegExp(`^\\| \\[${chapter} [^\\]]+\\]\\(#[^)]+\\) \\| [^|]+ \\| ${counts.join(' \\| ')} \\|$`, 'm'),
      );
    }
  });

  it('list every shortfall', () => {
    const short = text.slice(text.indexOf('## What falls short'), text.indexOf('## V1 '));
    for (const { id, verdict } of rows.filter(({ id: each }) => !each.startsWith('10.')))
      expect([id, short.includes(`**${id}**`)]).toEqual([id, verdict === 'partly' || verdict === 'not met']);
    expect(short).toContain('**V10**');
  });

  it('are linked from the security page', () => {
    for (const file of ['docs/security.md', 'SECURITY.md'])
      expect(readText(projectRoot, file)).toContain('security-asvs.md');
  });
});
