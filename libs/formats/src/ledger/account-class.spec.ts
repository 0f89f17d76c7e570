import fc from 'fast-check';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { accountClassHeadings, classInAccount, readAccountClass } from './account-class.ts';
import { validateProfile } from './check-profile.ts';
import { builtInProfiles } from './built-in-profiles.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { AccountClass, LedgerProfile } from './ledger-profile.ts';
import { LedgerReport } from './ledger-report.ts';
import { proposeProfile } from './propose-profile.ts';
import { readLedger } from './read-ledger.ts';

const classes = fc.constantFrom<AccountClass>('operating', 'investment');
const digitOf = (accountClass: AccountClass): string => (accountClass === 'operating' ? '1' : '0');
const ways: Readonly<Record<AccountClass, readonly string[]>> = {
  operating: [
    '1',
    '01',
    'D',
    'Drift',
    'Driftsregnskap',
    'driftsrekneskapet',
    '1 Drift',
    '1 - drift',
    'Kontoklasse 1',
    'Operating',
  ],
  investment: [
    '0',
    '00',
    'I',
    'Inv.',
    'Investering',
    'Investeringsregnskapet',
    'investeringsrekneskap',
    '0 Investering',
    '0-Investeringer',
    'kontoklasse 0',
    'Capital',
  ],
};
const arts = ['100', '115', '120', '195', '230', '240'];

const table = (rows: readonly (readonly string[])[]) =>
  openTable(bytesOf(new TextEncoder().encode(rows.map((row) => row.join(';')).join('\n'))), 'hovedbok.csv');

async function read(rows: readonly (readonly string[])[], profile: LedgerProfile) {
  const report = new LedgerReport();
  const lines: LedgerLine[] = [];
  for await (const batch of readLedger(await table(rows), profile, report)) lines.push(...batch);
  return { classes: lines.map(({ accountClass }) => accountClass), report, lines };
}

const proposed = async (rows: readonly (readonly string[])[]): Promise<LedgerProfile> =>
  (await proposeProfile(await table(rows)))[0]!.profile;

/** Builds a typical export. A test supplies the column before the amount and the account codes. */
const ledger = (heading: string, rows: readonly { readonly account: string; readonly told: string }[]): string[][] => [
  ['Bilagsnr', 'Bilagsdato', 'Konto', 'Konto (T)', 'Resk.nr', 'Orgnr', heading, 'Beløp'],
  ...rows.map(({ account, told }, at) => [
    String(at + 1),
    '01.02.2026',
    account,
    'Matvarer',
    '5',
    '311047116',
    told,
    `${at + 1},50`,
  ]),
];

describe('account class of a ledger row', () => {
  it('is read in every spelling that systems use, in any case', () => {
    const written = classes.chain((each) =>
      fc.tuple(
        fc.constant(each),
        fc.constantFrom(...ways[each]),
        fc.constantFrom('as-is', 'upper', 'lower'),
        fc.constantFrom('', ' ', '  '),
      ),
    );
    fc.assert(
      fc.property(written, ([each, way, inCase, space]) => {
        const text = inCase === 'upper' ? way.toUpperCase() : inCase === 'lower' ? way.toLowerCase() : way;
        expect(readAccountClass(space + text + space)).toBe(each);
      }),
    );
  });

  it('is unknown when a cell states something else, or two classes', () => {
    const strange = fc.oneof(
      fc.integer({ min: 2, max: 99_999 }).map(String),
      fc.constantFrom('1 Investering', '0 drift', '-', '1 Barnehage', 'D/K', '10', '0.1', 'x', 'drift og vedlikehold'),
    );
    fc.assert(fc.property(strange, (text) => expect(readAccountClass(text)).toBeNull()));
  });

  it('is the digit before the account, at no other position of a code', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 9 }),
        fc.constantFrom(...arts),
        fc.constantFrom('', '0', '00', '5'),
        (first, art, rest) => {
          expect(classInAccount(`${first}${art}${rest}`, art)).toBe(
            first === 0 ? 'investment' : first === 1 ? 'operating' : null,
          );
          expect(classInAccount(`${art}${rest}`, art)).toBeNull();
        },
      ),
    );
  });

  it('is detected from the content of a column with such a heading, and read row by row', async () => {
    const rows = fc.array(
      classes.chain((each) =>
        fc.record({ each: fc.constant(each), told: fc.constantFrom(...ways[each]), account: fc.constantFrom(...arts) }),
      ),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...accountClassHeadings), rows, async (heading, drawn) => {
        const file = ledger(heading, drawn);
        const profile = await proposed(file);
        expect(profile.columns.accountClass).toBe(heading);
        expect((await read(file, profile)).classes).toEqual(drawn.map(({ each }) => each));
      }),
      { numRuns: 60 },
    );
  });

  it('is not searched in a column with other content under such a heading', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...accountClassHeadings),
        fc.array(classes, { minLength: 3, maxLength: 20 }),
        fc.constantFrom('2', 'IV', '25', 'Barnehage'),
        fc.nat(),
        async (heading, drawn, other, place) => {
          const file = ledger(
            heading,
            drawn.map((each, at) => ({ account: '115', told: at === place % drawn.length ? other : digitOf(each) })),
          );
          const profile = await proposed(file);
          expect([profile.columns.accountClass, profile.accountClass]).toEqual([undefined, undefined]);
          expect((await read(file, profile)).classes).toEqual(drawn.map(() => null));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is taken from the account code only if every row has a class before an art, and not all begin with 0', async () => {
    const drawn = fc.array(fc.record({ each: classes, art: fc.constantFrom(...arts) }), {
      minLength: 5,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom('0', '00'), fc.boolean(), async (rows, rest, odd) => {
        const accounts = rows.map(({ each, art }, at) =>
          odd && at === rows.length - 1 ? art : `${digitOf(each)}${art}${rest}`,
        );
        const file = ledger(
          'Prosjekt',
          accounts.map((account) => ({ account, told: '' })),
        );
        const isTold = !odd && rows.some(({ each }) => each === 'operating');
        const profile = await proposed(file);
        expect(profile.accountClass).toEqual(isTold ? { inAccount: true } : undefined);
        expect((await read(file, profile)).classes).toEqual(rows.map(({ each }) => (isTold ? each : null)));
      }),
      { numRuns: 60 },
    );
  });

  it('is taken from the ledger’s own account in another column under the same conditions', async () => {
    const drawn = fc.array(fc.record({ each: classes, art: fc.constantFrom(...arts) }), {
      minLength: 5,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(drawn, fc.boolean(), async (rows, odd) => {
        const heads = ['Bilagsnr', 'Bilagsdato', 'Konto', 'KOSTRA-art', 'Leverandørnr', 'Orgnr', 'Beløp'];
        const file = [
          heads,
          ...rows.map(({ each, art }, at) => [
            String(at + 1),
            '2026-02-01',
            odd && at === 0 ? '64100' : `${digitOf(each)}${art}0`,
            art,
            '5',
            '311047116',
            `${at + 1},50`,
          ]),
        ];
        const isTold = !odd && rows.some(({ each }) => each === 'operating');
        const profile = await proposed(file);
        expect(profile.columns).toMatchObject({
          account: expect.arrayContaining(['KOSTRA-art']),
          ...(isTold ? { accountClass: 'Konto' } : {}),
        });
        expect((await read(file, profile)).classes).toEqual(rows.map(({ each }) => (isTold ? each : null)));
      }),
      { numRuns: 40 },
    );
  });

  it('is null and reported with location and expected values when unreadable', async () => {
    const profile: LedgerProfile = {
      ...builtInProfiles[0]!,
      columns: { ...builtInProfiles[0]!.columns, accountClass: 'Klasse' },
      filters: [],
    };
    const file = ledger('Klasse', [
      { account: '115', told: '1' },
      { account: '115', told: '7' },
      { account: '115', told: '' },
    ]);
    const { classes: told, report, lines } = await read(file, profile);
    expect(told).toEqual(['operating', null, null]);
    expect(lines).toHaveLength(3);
    expect(report.findings).toMatchObject([
      {
        code: 'ledger-class-not-read',
        severity: 'confirm',
        place: { row: 3, column: 'G' },
        found: '7',
        expected: '0, 1, I, D, investering, drift',
        params: { field: 'Klasse' },
      },
    ]);
  });

  it('is the profile’s class for the whole file when there is no column', async () => {
    const profile = {
      ...builtInProfiles[0]!,
      columns: { ...builtInProfiles[0]!.columns, accountClass: 'Klasse' },
      filters: [],
      accountClass: { all: 'investment' },
    } as const;
    const file = ledger('Klasse', [
      { account: '115', told: '1' },
      { account: '115', told: '' },
    ]);
    expect((await read(file, profile)).classes).toEqual(['operating', 'investment']);
  });

  it('is reported when a code does not begin with the class, although the profile states so', async () => {
    const profile = { ...builtInProfiles[0]!, filters: [], accountClass: { inAccount: true } } as const;
    const { classes: told, report } = await read(
      ledger('Prosjekt', [
        { account: '11150', told: '' },
        { account: '115', told: '' },
      ]),
      profile,
    );
    expect(told).toEqual(['operating', null]);
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'ledger-class-not-read', found: '115' }));
  });

  it('is unknown when a person’s own profile states no source', async () => {
    const { accountClass: _, ...columns } = builtInProfiles[0]!.columns;
    const own: LedgerProfile = { ...builtInProfiles[0]!, columns, filters: [] };
    const file = ledger('Kontoklasse', [{ account: '115', told: '1' }]);
    const [best] = await proposeProfile(await table(file), [own]);
    expect([best!.profile.columns.accountClass, best!.unused]).toEqual([undefined, ['Kontoklasse']]);
    expect((await read(file, own)).classes).toEqual([null]);
  });

  it('accepts only known rules in a profile', () => {
    const profile = builtInProfiles[0]!;
    for (const accountClass of [{ inAccount: true }, { all: 'operating' }, {}])
      expect(validateProfile({ ...profile, accountClass })).toMatchObject({ accountClass });
    for (const accountClass of [{ all: 'balance' }, { inAccount: 'yes' }, 'operating'])
      expect(() => validateProfile({ ...profile, accountClass })).toThrow('import-profile-invalid');
  });
});
