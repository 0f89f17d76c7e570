import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { compare, multiply, sum, unscaled } from '@tallgrunn/values';
import { FormatProblem } from '../format-problem.ts';
import { messageOf } from '../messages/message-of.ts';
import { thirdPartyData, filesBelow } from '../testing/borrowed-data.ts';
import { builtInProfiles } from './built-in-profiles.ts';
import type { LedgerLine } from './ledger-line.ts';
import { ledgerScales, type LedgerProfile } from './ledger-profile.ts';
import { LedgerReport } from './ledger-report.ts';
import { proposeProfile } from './propose-profile.ts';
import { readLedger } from './read-ledger.ts';

const table = (text: string | Uint8Array, name = 'hovedbok.csv') =>
  openTable(bytesOf(typeof text === 'string' ? new TextEncoder().encode(text) : text), name);
const profileOf = (id: string): LedgerProfile => builtInProfiles.find((profile) => profile.id === id)!;

/** Also imports rows without supplier numbers, for tests that are not about suppliers. */
const everybody = (id: string): LedgerProfile => ({ ...profileOf(id), comesIn: { parties: 'everybody' } });

async function read(text: string | Uint8Array, profile: LedgerProfile) {
  const report = new LedgerReport();
  const lines: LedgerLine[] = [];
  for await (const batch of readLedger(await table(text), profile, report)) lines.push(...batch);
  return { lines, report, codes: [...report.counts.keys()] };
}

const agresso = `Hovedbok 1. kvartal 2026;;;
;;;
BA;Bilagsnr;Bilagsdato;Periode;Konto;Konto (T);Ansvar;Funksjon;Resk.nr;Resk.nr (T);Orgnr;Fakturanr;AV;Tekst;Beløp
IV;70001;02.03.2026;202603;115;Matvarer;4010;253;50012;Finnskog Storkjøkken Engros;311047116;1001;1;Faktura 1001;1 250,50
IV;70001;02.03.2026;202603;429;Mva;4010;253;50012;Finnskog Storkjøkken Engros;311047116;1001;1;Mva;187,58
KF;70002;03.03.2026;202603;115;Matvarer;4010;253;;;;;;Omposteres;999,00
IV;70003;31.02.2026;202613;115;Matvarer;4010;253;50012;Finnskog Storkjøkken Engros;123456780;1002;1;Kreditnota;(50,50)
IV;70004;04.03.2026;202603;120;Forbruk;4010;253;50013;Blyant & Bind;311120301;77;1;Uten tall;se vedlegg
Sum;;;;;;;;;;;;;;1 200,00
`;

describe('ledger in Agresso format', () => {
  it('is read with detected header and numbers, and non-purchases excluded with their sum', async () => {
    const { lines, report, codes } = await read(agresso, profileOf('agresso-like'));
    expect(lines.map((line) => [line.row, line.amount, line.period])).toEqual([
      [4, '1250.50', '2026-03'],
      [7, '-50.50', '2026-12'],
    ]);
    expect(lines[0]).toMatchObject({
      voucherNumber: '70001',
      voucherDate: '2026-03-02',
      account: { system: 'kostra', code: '115' },
      function: '253',
      supplier: {
        orgNumber: '311047116',
        orgNumberValid: true,
        ledgerNumber: '50012',
        name: 'Finnskog Storkjøkken Engros',
      },
      invoiceNumber: '1001',
      vatStatus: 'net',
      raw: { amount: '1 250,50' },
    });
    expect(report).toMatchObject({ lines: 2, quarantined: 1, totals: { NOK: '1200.00' } });
    expect([...report.excluded]).toEqual([
      ['account kostra 429', { rows: 1, amounts: { NOK: '187.58' } }],
      ['filter BA = IV', { rows: 1, amounts: { NOK: '999.00' } }],
    ]);
    expect(codes).toEqual([
      'ledger-org-number-wrong',
      'ledger-date-not-read',
      'ledger-amount-not-read',
      'ledger-total-row',
      'ledger-account-excluded',
      'ledger-filtered',
    ]);
    const unread = report.findings.find((f) => f.code === 'ledger-amount-not-read')!;
    expect(unread).toMatchObject({
      severity: 'blocksRow',
      place: { sheet: '', row: 8, column: 'O' },
      found: 'se vedlegg',
    });
    for (const finding of report.findings)
      for (const language of ['nb', 'nn', 'en'] as const) expect(messageOf(finding, language)).not.toMatch(/–/);
  });

  it('reads American thousands when other amounts of the file show them', async () => {
    const text = 'BA,Bilagsnr,Konto,Beløp\nIV,1,115,"1,234.50"\nIV,2,115,"2,000"\nIV,3,115,(10.25)\n';
    expect((await read(text, everybody('agresso-like'))).lines.map((line) => line.amount)).toEqual([
      '1234.50',
      '2000',
      '-10.25',
    ]);
  });

  it('reports a total that differs from its lines', async () => {
    const { report } = await read(
      agresso.replace('Sum;;;;;;;;;;;;;;1 200,00', 'Totalt;;;;;;;;;;;;;;9 999,00'),
      profileOf('agresso-like'),
    );
    expect(report.findings.find((f) => f.code === 'ledger-total-differs')).toMatchObject({
      found: '9999.00',
      expected: '1200.00',
    });
  });
});

describe('other formats', () => {
  it('reads debit and credit, negative costs, the account as part of a code, currency and VAT by code', async () => {
    const profile: LedgerProfile = {
      ...everybody('xledger-like'),
      account: { system: 'kostra', start: 1, length: 3 },
      vat: { amounts: 'net', byCode: { '0': 'gross' } },
    };
    const text =
      'Voucher No;Account;Debit;Credit;Currency;Tax Code\n1;11150;100,00;;NOK;1\n2;11200;;40,00;eur;0\n3;11200;x;;NOK;1\n';
    const { lines, report } = await read(text, profile);
    expect(lines.map((l) => [l.account?.code, l.amount, l.currency, l.vatStatus])).toEqual([
      ['115', '100.00', 'NOK', 'net'],
      ['120', '-40.00', 'EUR', 'gross'],
    ]);
    expect(report).toMatchObject({ quarantined: 1, totals: { NOK: '100.00', EUR: '-40.00' } });
    const negative = await read('Voucher No;Account;Amount\n1;115;-10,00\n', {
      ...everybody('xledger-like'),
      sign: 'cost-negative',
    });
    expect(negative.lines[0]?.amount).toBe('10.00');
  });

  it('converts amounts in thousands or millions to kroner: amounts, debit and credit, VAT and totals', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ledgerScales),
        fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (scale, cents, split) => {
          const written = (value: number) => (value / 100).toFixed(2).replace('.', ',');
          const columns = {
            voucherNumber: 'Bilag',
            account: 'Konto',
            vatAmount: 'Mva',
            ...(split ? { debit: 'Debet', credit: 'Kredit' } : { amount: 'Beløp' }),
          };
          const profile: LedgerProfile = {
            ...everybody('visma-like'),
            columns,
            required: ['voucherNumber'],
            account: { system: 'kostra' },
            numbers: { decimal: ',', scale },
          };
          const row = (value: number, n: number) =>
            `${n};115;${written(25)};${split ? (value < 0 ? `;${written(-value)}` : `${written(value)};`) : written(value)}`;
          const { lines, report } = await read(
            [`Bilag;Konto;Mva;${split ? 'Debet;Kredit' : 'Beløp'}`, ...cents.map(row), ''].join('\n'),
            profile,
          );
          expect(lines.map(({ amount, vatAmount }) => [Number(amount), Number(vatAmount)])).toEqual(
            cents.map((value) => [Number(((value * scale) / 100).toFixed(2)) + 0, 0.25 * scale]),
          );
          expect(
            compare(
              report.totals['NOK'] ?? '0',
              sum(cents.map((value) => multiply(unscaled(value, 2), String(scale)))),
            ),
          ).toBe(0);
        },
      ),
    );
  });

  it('refuses a file without a header, or without rows below it', async () => {
    const code = (text: string) =>
      read(text, profileOf('visma-like')).then(
        () => 'read',
        (error: FormatProblem) => [error.code, error.params['missing']],
      );
    expect(await code('Bilagsnummer;Beløp\n1;2\n')).toEqual(['ledger-no-header', 'Art']);
    expect(await code('Bilagsnummer;Art;Beløp\n')).toEqual(['ledger-empty', undefined]);
  });

  it.each([
    [
      'agresso-like',
      'BA;Bilagsnr;Bilagsdato;År;Periode;Kontoklasse;Konto;Konto (T);Dim1;Dim1 (T);Dim2;Dim2 (T);AV;Resk.nr;Resk.nr (T);Org.nr;Fakturanr;Tekst;Beløp',
      'IV;1;02.03.2026;2026;202603;1;115;Matvarer;4010;Sykehjem;253;Institusjon;0;50012;Finnskog;311047116;1001;x;(1,250.50)',
    ],
    [
      'visma-like',
      'Selskap;Bilagstype;Bilagsnummer;Bilagsdato;Periode;Art;Artsnavn;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Fakturadato;Forfallsdato;Beløp;Bilagstekst',
      '3414;Inngående faktura;1;02.03.2026;202603;1115;Matvarer;4010;253;50012;Finnskog;311 047 116;1001;01.03.2026;31.03.2026;-1 250,50;x',
    ],
    [
      'xledger-like',
      'Bilagsnr;Bilagsdato;Periode;Konto;KOSTRA-art;KOSTRA-art navn;KOSTRA-funksjon;Koststed;Kontoklasse;Leverandørnr;Leverandør;Orgnr;Fakturanr;Fakturadato;Valuta;Beløp;Tekst',
      '1;2026-03-02;202603;11150;115;Matvarer;253;4010;1;50012;Finnskog;311047116;1001;2026-03-01;NOK;-1250.5;x',
    ],
  ])('selects the profile of the %s dialect by its headings', async (id, headings, row) => {
    const text = `${headings}\n${row}\n`;
    const [best] = await proposeProfile(await table(text));
    expect(best?.profile.id).toBe(id);
    const { lines } = await read(text, best!.profile);
    expect(lines).toMatchObject([
      {
        account: { code: '115' },
        function: '253',
        period: '2026-03',
        voucherDate: '2026-03-02',
        invoiceNumber: '1001',
        supplier: { orgNumber: '311047116', ledgerNumber: '50012', name: 'Finnskog' },
      },
    ]);
    expect(Number(lines[0]!.amount)).toBe(-1250.5);
  });

  it('the best profile is proposed by its headings', async () => {
    const [best] = await proposeProfile(await table(agresso));
    expect(best).toMatchObject({
      profile: { id: 'agresso-like' },
      fit: 1,
      headerRow: 3,
      unused: [],
      columns: { amount: 'Beløp', supplierNumber: 'Resk.nr' },
    });
    expect(await proposeProfile(await table('a;b\n1;2\n'))).toEqual([]);
  });
});

const folder = thirdPartyData('9-spend');
const payments = folder ? filesBelow(folder, '-payments.csv', '_processed.csv') : [];

/** Sums the amounts by regular expression, independently of the reader under test. */
function simpleSum(file: string, text: string): string {
  const dated = file.includes('lambeth') ? /,\d{2}\/\d{2}\/\d{4},(-?[\d.]+),/ : /,\d{4}-\d{2}-\d{2},(-?[\d.]+),/;
  const pattern = dated.test(text) ? dated : /,\s*(-?\d+(?:\.\d+)?)\s*$/;
  return sum(
    text.split(/\r\n|\r|\n/).flatMap((row) => (row.includes('Grand Total') ? [] : (pattern.exec(row)?.[1] ?? []))),
  );
}

(folder ? describe : describe.skip)('third-party payment files', () => {
  it.each(payments)('%s', async (file) => {
    const bytes = new Uint8Array(fs.readFileSync(path.join(folder!, file)));
    const [proposal] = await proposeProfile(await table(bytes, path.basename(file)));
    expect(proposal?.profile.id).toBe(file.includes('lambeth') ? 'lambeth-payments' : 'bradford-payments');
    const { report } = await read(bytes, proposal!.profile);
    expect(report.lines).toBeGreaterThan(600);
    const text = new TextDecoder().decode(bytes);
    expect([file, report.totals]).toEqual([file, { GBP: simpleSum(file, text) }]);
    const stated = /^\s*Grand Total\s*,(\d+\.\d+)/m.exec(text)?.[1];
    if (stated) expect([file, report.quarantined === 0]).toEqual([file, report.totals['GBP'] === stated]);
  });
});

describe('ledger column with vehicle registration numbers', () => {
  const csv = (heading: string) => agresso.replace('Ansvar', heading).replaceAll(';4010;', ';EK 12345;');
  const profile = (heading: string): LedgerProfile => ({
    ...everybody('agresso-like'),
    columns: { ...profileOf('agresso-like').columns, costCentre: heading },
  });

  it('is redacted by its heading, whichever field it is mapped to, and reported', async () => {
    const { lines, report } = await read(csv('Reg.nr. bil'), profile('Reg.nr. bil'));
    expect(lines[0]).toMatchObject({ costCentre: '•••', raw: { costCentre: '•••' } });
    expect(JSON.stringify(report.redactions)).not.toContain('12345');
  });

  it('is not assumed when the heading does not mention vehicles', async () => {
    expect((await read(csv('Ansvar'), profile('Ansvar'))).lines[0]).toMatchObject({ costCentre: 'EK 12345' });
  });
});
