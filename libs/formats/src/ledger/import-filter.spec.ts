import { bytesOf, openTable } from '@tallgrunn/tabular';
import { validateProfile } from './check-profile.ts';
import { isAccountRange } from './import-filter.ts';
import { builtInProfiles } from './built-in-profiles.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerImportFilter, LedgerProfile } from './ledger-profile.ts';
import { LedgerReport } from './ledger-report.ts';
import { type LedgerOptions, readLedger } from './read-ledger.ts';

const person = '13097248022';
const visma = builtInProfiles.find(({ id }) => id === 'visma-like')!;
const heading =
  'Bilagsnummer;Art;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Tekst;Saksbehandler\n';

async function read(rows: readonly string[], comesIn?: LedgerImportFilter, options?: LedgerOptions) {
  const profile: LedgerProfile = { ...visma, ...(comesIn ? { comesIn } : {}) };
  const report = new LedgerReport();
  const lines: LedgerLine[] = [];
  for await (const batch of readLedger(
    await openTable(bytesOf(new TextEncoder().encode(`${heading}${rows.join('\n')}\n`)), 'bok.csv'),
    profile,
    report,
    options,
  ))
    lines.push(...batch);
  return {
    lines,
    report,
    came: lines.map(({ row }) => row),
    leftOut: Object.fromEntries(
      [...report.excluded].map(([reason, { rows: count, amounts }]) => [reason, [count, amounts['NOK']]]),
    ),
  };
}

describe('ledger import filter', () => {
  it('imports postings of organisations with a number on the row, or paired with one elsewhere in the ledger', async () => {
    const rows = [
      '1;115;77;Finnskog;311047116;5;10,00;;',
      `2;115;90;Kari Nordmann;${person};6;20,00;;`,
      '3;115;91;Ola Hansen;;7;30,00;;',
      '4;115;;Per Olsen;;;40,00;;',
      '5;115;78;Blyant & Bind;;8;50,00;;',
    ];
    const { came, leftOut, report } = await read(rows, undefined, { supplierNumbers: ['78'] });
    expect([came, leftOut]).toEqual([[2, 6], { 'party person': [1, '20.00'], 'party no-number': [2, '70.00'] }]);
    expect(JSON.stringify([report.findings, report.redactions.list()])).not.toMatch(
      /Nordmann|Hansen|Olsen|13097248022/,
    );
    expect((await read(rows, { parties: 'everybody' })).came).toEqual([2, 3, 4, 5, 6]);
  });

  it('holds postings until a later row shows the supplier’s number', async () => {
    const { came, leftOut, report } = await read([
      '1;115;77;Finnskog;;5;10,00;;',
      '2;115;88;Ukjent;;6;1,00;;',
      '3;115;77;Finnskog;311047116;7;30,00;;',
    ]);
    expect([came, leftOut, report.totals]).toEqual([[2, 4], { 'party no-number': [1, '1.00'] }, { NOK: '40.00' }]);
  });

  it('imports the accounts with purchases in the chart, or those listed in the profile', async () => {
    const on = (account: string) => `1;${account};77;Finnskog;311047116;5;10,00;;`;
    const rows = ['010', '115', '370', '429', '470', '650'].map(on);
    expect((await read(rows)).leftOut).toEqual({
      'chart payroll': [1, '10.00'],
      'account kostra 429': [1, '10.00'],
      'chart finance': [1, '10.00'],
      'chart income': [1, '10.00'],
    });
    expect(await read(rows, { accounts: ['370', '400-499'] })).toMatchObject({
      came: [4, 6],
      leftOut: { 'chart not-listed': [3, '30.00'], 'account kostra 429': [1, '10.00'] },
    });
    expect((await read(rows, { accounts: ['*'] })).came).toEqual([2, 3, 4, 6, 7]);
  });

  it('stores of a text the words about goods and accounting, the supplier’s name and the invoice number', async () => {
    const row = (text: string) => `1;115;77;Finnskog Storkjøkken;311047116;F-1001;10,00;${text};KN`;
    const text = 'Faktura F-1001 Finnskog, kontormateriell til Kari Nordmann, Storgata 14, tlf 99887766';
    const { lines, report } = await read([row(text)]);
    expect(lines[0]).toMatchObject({
      text: 'Faktura F-1001 Finnskog, kontormateriell til',
      raw: { text: 'Faktura F-1001 Finnskog, kontormateriell til' },
    });
    expect(report.redactions.list()).toEqual([
      { reason: 'column', where: 'Saksbehandler', count: 1 },
      { reason: 'free-text', where: 'Tekst', count: 1 },
    ]);
    expect((await read([row(text)], { text: 'none' })).lines[0]?.text).toBeNull();
    expect((await read([row(`Til ${person}`)], { text: 'whole' })).lines[0]?.text).toBe('Til •••••••••••');
    expect((await read([row('Skolemat Solbygda')], undefined, { words: ['solbygda'] })).lines[0]?.text).toBe(
      'Skolemat Solbygda',
    );
  });

  it('quotes unreadable values in a finding, without names', async () => {
    const { report } = await read([
      '1;115;77;Finnskog;311047116;5;Kari Nordmann;;',
      '2;115;77;Finnskog;311047116;5;tretti;;',
    ]);
    expect(report.findings.filter(({ code }) => code === 'ledger-amount-not-read').map(({ found }) => found)).toEqual([
      '•••',
      'tretti',
    ]);
  });

  it('is part of the profile, which is validated', () => {
    const fault = (comesIn: unknown) => {
      try {
        validateProfile({ ...visma, comesIn });
        return null;
      } catch (error) {
        return (error as { params: { detail: string } }).params.detail;
      }
    };
    expect(fault({ parties: 'everybody', accounts: ['100-399', '470', '*'], text: 'none' })).toBeNull();
    expect([
      fault([]),
      fault({ parties: 'all' }),
      fault({ accounts: [] }),
      fault({ accounts: ['100-39'] }),
      fault({ text: 'some' }),
    ]).toEqual(['comesIn', 'comesIn.parties', 'comesIn.accounts', 'comesIn.accounts', 'comesIn.text']);
    expect(['115', '100-399', '399-100', '1-', '*'].map(isAccountRange)).toEqual([true, true, false, false, true]);
  });
});
