import { bytesOf, openTable } from '@tallgrunn/tabular';
import { builtInProfiles } from './built-in-profiles.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerProfile } from './ledger-profile.ts';
import { LedgerReport } from './ledger-report.ts';
import { readLedger } from './read-ledger.ts';

const visma = builtInProfiles.find(({ id }) => id === 'visma-like')!;
const heading =
  'Bilagsnummer;Dato;Periode;Art;Ansvar;Prosjekt;Leverandørnr;Leverandørnavn;Org.nr;Fakturanr;Valuta;Tekst;Beløp';
const usual = {
  voucher: '1',
  day: '31.01.2025',
  period: '202501',
  account: '115',
  centre: '3100',
  project: '',
  number: '50012',
  name: 'Finnskog',
  org: '311047116',
  invoice: 'F-1001',
  currency: 'NOK',
  text: 'Faktura',
  amount: '600,00',
};
const rowOf = (some: Partial<typeof usual>) => Object.values({ ...usual, ...some }).join(';');

async function read(rows: readonly Partial<typeof usual>[], more: Partial<LedgerProfile> = {}, after = '') {
  const report = new LedgerReport();
  const lines: LedgerLine[] = [];
  const bytes = new TextEncoder().encode(`${heading}\n${rows.map(rowOf).join('\n')}\n${after}`);
  for await (const batch of readLedger(await openTable(bytesOf(bytes), 'bok.csv'), { ...visma, ...more }, report))
    lines.push(...batch);
  return { lines, report, codes: Object.fromEntries(report.counts) };
}

describe('columns with equal headings', () => {
  it('are reported, with the one that is read', async () => {
    const report = new LedgerReport();
    const bytes = new TextEncoder().encode(`${heading};beløp\n${rowOf({})};700,00\n`);
    for await (const batch of readLedger(await openTable(bytesOf(bytes), 'bok.csv'), visma, report))
      expect(batch.map(({ amount }) => amount)).toEqual(['600.00']);
    expect(report.findings).toMatchObject([
      {
        code: 'ledger-duplicate-header',
        severity: 'confirm',
        place: { row: 1, column: 'M' },
        found: 'Beløp',
        params: { read: 'M', columns: 'M, N' },
      },
    ]);
  });
});

describe('postings similar to other rows', () => {
  it('are postings also when a text or supplier is named like a total', async () => {
    const { lines, report, codes } = await read(
      [{ text: 'Sum' }, { name: 'Total' }, { text: 'Delsum', org: '' }],
      {},
      ';;;;;;;;;;;Sum;1 800,00\n',
    );
    expect([lines.map(({ row }) => row), report.totals, codes]).toEqual([
      [2, 3, 4],
      { NOK: '1800.00' },
      { 'ledger-total-row': 1 },
    ]);
  });

  it('are quarantined when the amount exceeds the limit, and change no total', async () => {
    const { report, codes } = await read([{ amount: '9'.repeat(39) }, { amount: '1 234 567 890 123,00' }, {}]);
    expect([report.quarantined, report.totals, codes]).toEqual([2, { NOK: '600.00' }, { 'ledger-amount-not-read': 2 }]);
  });

  it('have the ledger’s currency when they state kr', async () => {
    expect((await read([{ currency: 'kr' }, { currency: 'Kr.' }, { currency: 'eur' }])).report.totals).toEqual({
      NOK: '1200.00',
      EUR: '600.00',
    });
  });

  it('of year-end closing count as December and are marked', async () => {
    const { lines, codes } = await read([
      { period: '202513' },
      { period: '2025P13' },
      { period: 'P13', day: '14.01.2026' },
      { period: '1' },
      { period: 'våren' },
    ]);
    expect(lines.map(({ period, closing }) => `${period}${closing ? ' closing' : ''}`)).toEqual([
      '2025-12 closing',
      '2025-12 closing',
      '2025-12 closing',
      '2025-01',
      'null',
    ]);
    expect(codes).toEqual({ 'ledger-date-not-read': 1 });
  });

  it('have no date when the year is mistyped', async () => {
    const { lines, codes } = await read([
      { day: '31.01.1025', period: '' },
      { day: '31.12.9999', period: '' },
      { day: '31.01.2025', period: '' },
    ]);
    expect([lines.map(({ voucherDate }) => voucherDate), codes]).toEqual([
      [null, null, '2025-01-31'],
      { 'ledger-date-not-read': 2 },
    ]);
  });

  it('have the account directly after the class in a longer code, and are reported once', async () => {
    const { lines, report } = await read([
      { account: '11150' },
      { account: '11150' },
      { account: '1115' },
      { account: '0001115' },
      { account: '115 Matvarer' },
      { account: '1.115.0' },
      { account: '6120' },
    ]);
    expect(lines.map(({ account }) => account?.code)).toEqual(['115', '115', '115', '115', '115', '115', '120']);
    expect(report.findings.map(({ code, found, params }) => [code, found, params['account']])).toEqual([
      ['ledger-account-truncated', '11150', '115'],
      ['ledger-account-truncated', '1.115.0', '115'],
      ['ledger-account-truncated', '6120', '120'],
    ]);
    const vat = await read([{ account: '14290' }, { account: '1115' }]);
    expect([vat.lines.length, [...vat.report.excluded.keys()]]).toEqual([1, ['account kostra 429']]);
    const named = await read([{ account: 'Matvarer' }, { account: '1115' }]);
    expect([named.lines.length, [...named.report.excluded.keys()]]).toEqual([1, ['chart unknown-account']]);
  });

  it('are reported when more than the class precedes the account', async () => {
    const { lines, report } = await read([{ account: '11150' }, { account: '1115' }, { account: '00115' }], {
      account: { system: 'kostra', last: 3 },
    });
    expect(lines.map(({ account }) => account?.code)).toEqual(['150', '115', '115']);
    expect(report.findings).toMatchObject([
      { code: 'ledger-account-truncated', found: '11150', params: { account: '150' } },
    ]);
  });
});

describe('ledger profile', () => {
  it('assigns VAT by cost centre, code or range', async () => {
    const vat = { amounts: 'net', byCostCentre: { '3100': 'gross', '7000-7199': 'unknown' } } as const;
    const { lines } = await read(
      [{ centre: '3100' }, { centre: '3100 Svømmehall' }, { centre: '7150' }, { centre: '7200' }, { centre: '' }],
      { vat },
    );
    expect(lines.map(({ vatStatus }) => vatStatus)).toEqual(['gross', 'gross', 'unknown', 'net', 'net']);
  });
});

it('does not store names next to an invoice or project number', async () => {
  const { lines, report } = await read([
    { invoice: 'Kari Nordmann Storgata 14' },
    { invoice: 'Faktura 1001 Kari Nordmann' },
    { invoice: 'INV 2025 001' },
    { invoice: 'KREDITNOTA 77' },
    { project: '4711 Avlastning Kari Nordmann' },
  ]);
  expect(lines.map(({ invoiceNumber }) => invoiceNumber)).toEqual([
    null,
    '1001',
    'INV 2025 001',
    'KREDITNOTA 77',
    'F-1001',
  ]);
  expect(JSON.stringify([lines.map(({ raw }) => raw), report.findings])).not.toMatch(/Nordmann|Storgata/);
  expect(report.redactions.list()).toEqual([
    { reason: 'reference', where: 'Fakturanr', count: 2 },
    { reason: 'reference', where: 'Prosjekt', count: 1 },
  ]);
});

it('shows an amount with its currency unchanged in a finding', async () => {
  const { report } = await read([{ account: '429' }]).catch(() => ({ report: new LedgerReport() }));
  expect(report.findings).toMatchObject([{ code: 'ledger-account-excluded', found: '600.00 NOK' }]);
});

describe('printed ledger', () => {
  const heading = 'Bilagsnummer;Bilagsdato;Art;Leverandørnr;Organisasjonsnummer;Fakturanummer;Beløp';
  const print = async (...rows: string[]) => {
    const report = new LedgerReport();
    const lines: LedgerLine[] = [];
    for await (const batch of readLedger(
      await openTable(bytesOf(new TextEncoder().encode([heading, ...rows, ''].join('\n'))), 'bok.csv'),
      visma,
      report,
    ))
      lines.push(...batch);
    return { lines, report, codes: Object.fromEntries(report.counts), leftOut: [...report.excluded.keys()] };
  };
  const posting = (voucher: number, amount: string, art = '115', organisation = '311047116') =>
    `${voucher};05.03.2026;${art};50012;${organisation};F-${voucher};${amount}`;

  it('is read without pages, repeated headers and remarks, and its totals are compared with their lines', async () => {
    const { lines, codes, leftOut } = await print(
      posting(1, '10,00'),
      ';;Sum art 115;;;;10,00',
      'Side 2;;;;;;',
      heading,
      posting(2, '20,00', '120'),
      posting(3, '5,00', '120'),
      ';;120 Sum;;;;25,00',
      'Total;;;;;;35,00',
      'Utskrevet av Kari Nordmann;;;;;;',
    );
    expect([lines.length, codes, leftOut]).toEqual([2 + 1, { 'ledger-total-row': 3 }, []]);
    expect((await print(posting(1, '10,00'), 'Total;;;;;;11,00')).codes).toEqual({ 'ledger-total-differs': 1 });
  });

  it('includes pending and excluded rows in the comparison with a total', async () => {
    const { codes } = await print('1;05.03.2026;115;77;;F-1;10,00', posting(2, '20,00'), 'Total;;;;;;30,00');
    expect(codes).toEqual({ 'ledger-total-row': 1, 'ledger-party-unknown': 1 });
  });

  it('reports ambiguous amounts when no other amount shows the separator', async () => {
    expect((await print(posting(1, '1.234'), posting(2, '5.678'))).report).toMatchObject({
      totals: { NOK: '6912' },
      findings: [{ code: 'ledger-amount-ambiguous', found: '1.234', params: { amount: '1234' } }, { found: '5.678' }],
    });
    expect((await print(posting(1, '1.234'), posting(2, '5.678,50'))).codes).toEqual({});
    expect((await print(posting(1, '1.234'), posting(2, '12.50'), posting(3, '12.75'))).codes).toEqual({
      'ledger-amount-ambiguous': 1,
    });
  });

  it('is reported when nearly all amounts are negative', async () => {
    const rows = Array.from({ length: 10 }, (_, at) => posting(at + 1, '-10,00'));
    expect((await print(...rows)).report.findings).toMatchObject([
      { code: 'ledger-mostly-negative', severity: 'confirm', params: { lines: 10, credits: 10 } },
    ]);
    expect((await print(...rows.slice(0, 8), posting(20, '5,00'))).codes).toEqual({});
  });

  it('may have the credit sign after the number', async () => {
    expect((await print(posting(1, '1 234,50 CR'), posting(2, '10,00 DR'))).report.totals).toEqual({ NOK: '-1224.50' });
  });
});
