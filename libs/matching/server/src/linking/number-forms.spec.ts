import fc from 'fast-check';
import { learnForms, stripAffixes } from './number-forms.ts';

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghkmnprstvx'), minLength: 1, maxLength: 3 });
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
/** Text around a number on one side: the same letters and separators each time, with changing digits. */
const around = fc.oneof(
  fc.constant({ kind: 'nothing', before: () => '', after: () => '' }),
  fc
    .tuple(letters, fc.constantFrom('', '-', '/', ' ', '.'))
    .map(([head, sign]) => ({ kind: 'prefix', before: () => `${head.toUpperCase()}${sign}`, after: () => '' })),
  fc.tuple(fc.constantFrom('-', '/', '_', '.'), fc.integer({ min: 1, max: 3 })).map(([sign, length]) => ({
    kind: 'row',
    before: () => '',
    after: (some: string) => `${sign}${some.slice(0, length).padEnd(length, '1')}`,
  })),
  fc.tuple(fc.integer({ min: 1, max: 2 })).map(([length]) => ({
    kind: 'check',
    before: () => '',
    after: (some: string) => some.slice(0, length).padEnd(length, '7'),
  })),
  fc.constantFrom('2025', '24', '71').map((series) => ({ kind: 'series', before: () => series, after: () => '' })),
  fc.constantFrom('-no', '/kr', 'x').map((tail) => ({ kind: 'suffix', before: () => '', after: () => tail })),
);
const numbers = fc.uniqueArray(fc.integer({ min: 10_000, max: 99_999 }), { minLength: 12, maxLength: 60 });

describe('learning the notation of invoice numbers', () => {
  it('learns it from pairs with the same number, whatever the text around it', () => {
    fc.assert(
      fc.property(around, around, numbers, fc.infiniteStream(digits(3)), (left, right, all, stream) => {
        fc.pre(left.kind !== 'nothing' || right.kind !== 'nothing');
        const some = () => stream.next().value;
        const seen = all.map((number) => ({
          report: `${left.before()}${number}${left.after(some())}`,
          booked: `${right.before()}${number}${right.after(some())}`,
        }));
        const plain = (text: string) =>
          text
            .toLowerCase()
            .replaceAll(/[^a-z0-9]/g, '')
            .replace(/^0+/, '');
        fc.pre(seen.every(({ report, booked }) => plain(report) !== plain(booked)));
        const forms = learnForms(seen);
        const explained = seen.filter(({ report, booked }) =>
          forms.some(
            (form) =>
              stripAffixes(report, form.report) !== null &&
              stripAffixes(report, form.report) === stripAffixes(booked, form.booked),
          ),
        );
        expect({
          left: left.kind,
          right: right.kind,
          forms: forms.length > 0,
          share: explained.length / seen.length >= 0.8,
        }).toEqual({ left: left.kind, right: right.kind, forms: true, share: true });
      }),
      { numRuns: 300 },
    );
  });

  it('learns nothing from unrelated numbers', () => {
    fc.assert(
      fc.property(numbers, numbers, (some, others) => {
        fc.pre(some.length >= 12 && others.length >= 12);
        const seen = some
          .slice(0, Math.min(some.length, others.length))
          .map((number, at) => ({ report: `F-${number}`, booked: String(others[at]) }));
        fc.pre(seen.every(({ report, booked }) => !report.endsWith(booked)));
        expect(learnForms(seen)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('learns several forms for several number series', () => {
    const seen = Array.from({ length: 20 }, (_, at) =>
      at % 2 === 0
        ? { report: `A-${10_000 + at}`, booked: String(10_000 + at) }
        : { report: `${20_000 + at}/1`, booked: `${20_000 + at}` },
    );
    expect(learnForms(seen).map(({ report, seen: count }) => [report, count])).toEqual(
      expect.arrayContaining([
        [{ before: 'a-', after: '' }, 10],
        [{ before: '', after: '/9' }, 10],
      ]),
    );
  });

  it('leaves numbers in other notations unchanged', () => {
    expect([
      stripAffixes('F-23678', { before: 'f-', after: '' }),
      stripAffixes('23678', { before: 'f-', after: '' }),
      stripAffixes('00013788/1', { before: '', after: '/9' }),
    ]).toEqual(['23678', null, '13788']);
  });
});
