import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allChecks } from './all-checks.ts';

const lastClass = 76;

/** Error classes without a report check, with what covers them instead or why nothing does. None today. */
const withoutCheck: Readonly<Record<number, string>> = {};

const specOf = (id: string): string => readFileSync(join(__dirname, `${id}.spec.ts`), 'utf8');
const examplesIn = (spec: string): string[] => spec.split(/\n {2}it(?=[.(])/).slice(1);
const reports = (example: string, id: string): boolean =>
  example.includes(`'${id}'`) || !/'[a-z]+(?:-[a-z0-9]+)+'/.test(example);

/** Returns whether the spec has a file with the error, for which the check reports its class. */
const hasErrorExample = (spec: string, id: string, errorClass: number): boolean =>
  examplesIn(spec).some(
    (example) =>
      reports(example, id) && new RegExp(`toMatchObject\\(\\s*\\[\\s*\\{[^\\]]*class: ${errorClass}\\b`).test(example),
  );

/** Returns whether the spec has a file without the error, for which the check reports nothing. */
const hasCleanExample = (spec: string, id: string): boolean =>
  examplesIn(spec).some(
    (example) => reports(example, id) && /toEqual\(\s*\[\s*\],?\s*\)|findings: \[\s*\]|toBe\(0\)/.test(example),
  );

const classes = Array.from({ length: lastClass }, (_, at) => at + 1);
const checksOf = (errorClass: number) => allChecks.filter((check) => check.class === errorClass);

describe('error classes', () => {
  it.each(classes.filter((errorClass) => !(errorClass in withoutCheck)))(
    'have checks for %i, each with an example of the error and one without',
    (errorClass) => {
      const checks = checksOf(errorClass);
      expect(checks.length).toBeGreaterThan(0);
      expect(
        checks
          .filter(({ id }) => !hasErrorExample(specOf(id), id, errorClass) || !hasCleanExample(specOf(id), id))
          .map(({ id }) => id),
      ).toEqual([]);
    },
  );

  it('without a check have a stated reason', () =>
    expect(classes.filter((errorClass) => checksOf(errorClass).length === 0)).toEqual(
      Object.keys(withoutCheck).map(Number),
    ));

  it('are exactly these', () =>
    expect(allChecks.filter((check) => check.class > lastClass || check.class < 0)).toEqual([]));

  it('are found across line breaks too', () => {
    const twin = (list: string) => `\n  it('is silent', () => {\n    expect(said).toEqual(${list});\n  });\n`;
    expect(hasCleanExample(twin('\n      [],\n    '), 'date-1904')).toBe(true);
    expect(hasCleanExample(twin('[\n      { class: 45 },\n    ]'), 'date-1904')).toBe(false);
    const reportedBy = (list: string) =>
      `\n  it.each([\n    1,\n  ])('is heard', () => {\n    expect(said).toMatchObject(${list});\n  });\n`;
    expect(hasErrorExample(reportedBy('[\n      {\n        class: 45,\n      },\n    ]'), 'date-1904', 45)).toBe(true);
    expect(hasErrorExample(reportedBy('[\n      {\n        class: 44,\n      },\n    ]'), 'date-1904', 45)).toBe(false);
  });

  it('are reported when an example is removed', () => {
    const spec = specOf('units-mixed');
    const without = (pattern: RegExp) => spec.replace(pattern, '');
    expect([hasErrorExample(spec, 'units-mixed', 51), hasCleanExample(spec, 'units-mixed')]).toEqual([true, true]);
    expect(hasErrorExample(without(/\n {2}it\('asks about.*?\n {2}\}\);/s), 'units-mixed', 51)).toBe(false);
    expect(hasCleanExample(without(/\n {2}it\('accepts.*?\n {2}\}\);/s), 'units-mixed')).toBe(false);
    expect(hasErrorExample(spec, 'units-mixed', 50)).toBe(false);
  });
});
