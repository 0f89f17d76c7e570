import { languages } from '@tallgrunn/values';
import type { ReadProblemCode } from './read-problem.ts';
import type { ReadNote } from './table.ts';
import { noteMessage, problemMessage } from './texts.ts';
import { en } from './words-en.ts';
import { nb } from './words-nb.ts';

const codes = Object.keys(nb.problems).filter((code) => code !== 'workbook-part-damaged') as ReadProblemCode[];
const params = { found: 123_456, expected: 500, part: 'xl/a.xml', sheet: 'Salg', row: 12, column: 3 };

describe('messages about unreadable files', () => {
  it.each(codes)('describe %s in three languages', (code) => {
    const messages = languages.map((language) => problemMessage({ code, params }, language));
    expect(new Set(messages).size).toBe(3);
    for (const message of messages) {
      expect(message).not.toMatch(/undefined|\bNaN\b|«»|“”|  /);
      // The message states what is wrong and what to do about it.
      expect(message.split(/[.?!](?:\s|$)/).filter(Boolean).length).toBeGreaterThan(1);
    }
  });

  it('contain file kinds, locations and sizes', () => {
    expect(problemMessage({ code: 'not-a-table', params: { found: 'pdf' } }, 'nb')).toContain('Filen er en PDF-fil.');
    expect(problemMessage({ code: 'cell-too-long', params }, 'nb')).toContain('celle C12 i arket «Salg»');
    expect(
      problemMessage({ code: 'too-large', params: { found: 300 * 1024 * 1024, expected: 256 * 1024 * 1024 } }, 'en'),
    ).toContain('is 300 MB. The limit is 256 MB');
    expect(problemMessage({ code: 'workbook-damaged', params: { part: 'xl/styles.xml' } }, 'nn')).toContain(
      '«xl/styles.xml»',
    );
  });

  it.each(Object.keys(en.notes) as ReadNote['code'][])('describe the note %s', (code) => {
    const messages = languages.map((language) =>
      noteMessage({ code, params: { row: 3, sheet: 'Salg', ending: 'xls', found: 'csv', count: 2 } }, language),
    );
    expect(new Set(messages).size).toBe(3);
    for (const message of messages) expect(message).not.toMatch(/undefined|NaN/);
  });
});
