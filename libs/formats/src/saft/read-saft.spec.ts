import fs from 'node:fs';
import path from 'node:path';
import { bytesOf, writeZip } from '@tallgrunn/tabular';
import { languages } from '@tallgrunn/values';
import { messageOf } from '../messages/message-of.ts';
import { readDocument } from '../read-document.ts';
import { thirdPartyData, filesBelow } from '../testing/borrowed-data.ts';
import { sampleSaft, sampleSaftPurchase, type SampleSaft } from '../testing/sample-saft.ts';
import { detectSpendFormat } from '../detect-kind.ts';
import type { SaftDocument } from './saft-document.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (content: string | Uint8Array, name = 'saft.xml') =>
  readDocument(bytesOf(typeof content === 'string' ? encode(content) : content), name, 'saft');
const documentOf = async (content: string | Uint8Array): Promise<SaftDocument> => {
  const reading = await read(content);
  if (!reading.ok) throw new Error(reading.code);
  return reading.document as SaftDocument;
};

async function zipped(files: Record<string, string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(Object.entries(files).map(([name, text]) => ({ name, content: [encode(text)] }))))
    pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

const march: SampleSaft = {
  transactions: [
    sampleSaftPurchase('70001', '800.00', '120.00', '920.00'),
    {
      id: '70002',
      lines: [
        { account: '1010', debit: '50000' },
        { account: '2400', credit: '50000' },
      ],
    },
    {
      id: '70003',
      lines: [
        { account: '1115', debit: '30.5' },
        { account: '2400', credit: '30.50' },
      ],
    },
    {
      id: '70004',
      period: '13',
      lines: [
        { account: '1115', credit: '80.00' },
        { account: '2400', debit: '80.00', supplier: '50012', reference: 'K-9' },
      ],
    },
  ],
};

describe('SAF-T file', () => {
  it('yields the purchases of its suppliers by art, and reports all other lines with their sum', async () => {
    const document = await documentOf(sampleSaft(march));
    expect(document).toMatchObject({
      version: '1.30',
      company: { orgNumber: '311082272' },
      currency: 'NOK',
      from: '2026-03',
      to: '2026-03',
      transactions: 4,
      debit: '51030.50',
      credit: '51030.50',
      rows: 9,
      lineCount: 2,
      totals: { NOK: '720.00' },
    });
    expect(
      document.lines.map(({ voucherNumber, account, amount, period, invoiceNumber, function: f, supplier }) => [
        voucherNumber,
        account?.system,
        account?.code,
        amount,
        period,
        invoiceNumber,
        f,
        supplier.orgNumber,
      ]),
    ).toEqual([
      ['70001', 'kostra', '115', '800.00', '2026-03', 'F-70001', '253', '311047116'],
      ['70004', 'kostra', '115', '-80.00', '2026-12', 'K-9', null, '311047116'],
    ]);
    expect(
      Object.fromEntries(document.leftOut.map(({ reason, rows, amounts }) => [reason, [rows, amounts['NOK']]])),
    ).toEqual({
      'saft compensation': [1, '120.00'],
      'saft balance': [4, '-50870.50'],
      'saft payroll': [1, '50000'],
      'saft no-supplier': [1, '30.5'],
    });
  });

  it('of version 1.10 is mapped by its standard accounts, or by its own without them', async () => {
    const accounts = [
      { id: '4000', name: 'Varekjøp', standard: '43' },
      { id: '6540', name: 'Inventar' },
      { id: '2400', name: 'Gjeld', standard: '24' },
    ];
    const lines = [
      { account: '4000', debit: '10' },
      { account: '6540', debit: '5' },
      { account: '2400', credit: '15', supplier: '50012' },
    ];
    expect(
      (await documentOf(sampleSaft({ version: '1.10', accounts, transactions: [{ id: '1', lines }] }))).lines.map(
        ({ account }) => account,
      ),
    ).toEqual([
      { system: 'ns4102', code: '43' },
      { system: 'local', code: '6540' },
    ]);
  });

  it('may have several parts: the first has chart and suppliers of all, and totals are per part or for the whole', async () => {
    const [first, second] = [
      sampleSaftPurchase('1', '100.00', '25.00', '125.00'),
      sampleSaftPurchase('2', '200.00', '50.00', '250.00'),
    ];
    const own = await zipped({
      'saft_2_2.xml': sampleSaft({ transactions: [second], withoutMaster: true }),
      'saft_1_2.xml': sampleSaft({ transactions: [first] }),
    });
    expect(await documentOf(own)).toMatchObject({
      transactions: 2,
      totals: { NOK: '300.00' },
      lines: [
        { sheet: 'saft_1_2.xml', row: 1 },
        { sheet: 'saft_2_2.xml', row: 1, supplier: { orgNumber: '311047116' } },
      ],
    });
    const totals = { totalDebit: '375.00', totalCredit: '375.00', entries: '2' };
    const whole = await zipped({
      'a_1.xml': sampleSaft({ ...totals, transactions: [first] }),
      'a_2.xml': sampleSaft({ ...totals, transactions: [second], withoutMaster: true }),
    });
    expect(await read(whole)).toMatchObject({ ok: true, findings: [] });
    const others = await zipped({
      'a.xml': sampleSaft({ transactions: [first] }),
      'b.xml': sampleSaft({ transactions: [second], company: { orgNumber: '944117784', name: 'Kongsvinger kommune' } }),
    });
    expect(await read(others)).toMatchObject({ ok: false, code: 'saft-parts-differ' });
  });

  it.each<[string, string, object]>([
    [
      'saft-transaction-unbalanced',
      sampleSaft({ transactions: [sampleSaftPurchase('7', '800.00', '120.00', '920.01')] }),
      { transaction: '7', debit: '920.00', credit: '920.01', difference: '-0.01' },
    ],
    [
      'saft-total-differs',
      sampleSaft({ ...march, totalDebit: '51000.00' }),
      { side: 'debit', found: '51000.00', expected: '51030.50' },
    ],
    [
      'saft-amount-not-read',
      sampleSaft({
        transactions: [sampleSaftPurchase('7', '800,00', '120.00', '920.00')],
        totalDebit: '1',
        totalCredit: '1',
      }),
      { transaction: '7', found: '800,00' },
    ],
    ['saft-accounts-missing', sampleSaft({ ...march, withoutMaster: true }), {}],
    ['saft-empty', sampleSaft(), {}],
    ['saft-version', sampleSaft(march).replace('>1.30<', '>2.0<'), { found: '2.0' }],
    ['not-saft', '<AuditFile><Header/></AuditFile>', { root: 'AuditFile', namespace: '–' }],
    ['xml-truncated', sampleSaft(march).slice(0, -40), {}],
    ['xml-doctype', '<!DOCTYPE AuditFile [<!ENTITY x "y">]><AuditFile/>', {}],
  ])('is refused with one reason: %s', async (code, text, params) => {
    const refused = await read(text);
    expect(refused).toMatchObject({ ok: false, code, findings: [{ severity: 'blocksFile', params }] });
    expect(refused.findings).toHaveLength(1);
    for (const language of languages) expect(messageOf(refused.findings[0]!, language)).not.toContain(code);
  });

  it('with an invalid day is read without it, with a finding', async () => {
    const said = { TransactionDate: '2026-02-31', GLPostingDate: '0026-03-01', PeriodYear: '0000' };
    const text = Object.entries(said).reduce(
      (xml, [name, value]) => xml.replace(new RegExp(`<((?:\\w+:)?${name})>[^<]*`, 'g'), `<$1>${value}`),
      sampleSaft({ transactions: [sampleSaftPurchase('7', '800.00', '120.00', '920.00')] }),
    );
    const reading = await read(text);
    expect(reading).toMatchObject({
      ok: true,
      document: { lines: [{ voucherDate: null, invoiceDate: null, period: null, amount: '800.00' }] },
    });
    expect(new Set(reading.findings.map(({ code }) => code))).toEqual(new Set(['ledger-date-not-read']));
  });

  it('with a wrong number of transactions is read, with a finding', async () => {
    expect(await read(sampleSaft({ ...march, entries: '9' }))).toMatchObject({
      ok: true,
      findings: [{ code: 'saft-entries-differ', found: '9', expected: '4' }],
    });
  });

  it('is detected by its content, whatever its name', async () => {
    expect(await detectSpendFormat(bytesOf(encode(sampleSaft(march))))).toBe('saft');
    expect(await detectSpendFormat(bytesOf(await zipped({ 'x.xml': sampleSaft(march) })))).toBe('saft');
    expect(await detectSpendFormat(bytesOf(encode('a;b\n1;2\n')))).toBe('table');
    expect(await detectSpendFormat(bytesOf(await zipped({ '[Content_Types].xml': '<Types/>' })))).toBe('table');
  });
});

const folder = thirdPartyData('2-saft');
(folder ? it : it.skip)('balances in every third-party file, or is refused for one reason', async () => {
  const came: Record<string, unknown> = {};
  for (const file of filesBelow(folder!, '.xml')) {
    const bytes = new Uint8Array(fs.readFileSync(path.join(folder!, file)));
    if (!/<(?:\w+:)?AuditFile\s/i.test(Buffer.from(bytes.subarray(0, 2_000)).toString('utf8'))) continue;
    const reading = await read(bytes, file);
    came[path.basename(file)] = reading.ok
      ? (({ transactions, debit, credit, totals, leftOut }) => ({
          transactions,
          debit,
          credit,
          totals,
          nobodys: leftOut.find(({ reason }) => reason === 'party no-number')?.amounts,
        }))(reading.document as SaftDocument)
      : reading.findings.map(({ code }) => code);
  }
  expect(came).toEqual({
    'ExampleFile SAF-T Financial_999999999_20161125213512.xml': {
      transactions: 2,
      debit: '25000',
      credit: '25000',
      totals: {},
      nobodys: { NOK: '10000' },
    },
    'ExampleFile SAF-T Cash Register_999999999_20210330104000.xml': ['not-saft'],
    'Eksempelfil fra xmlSpy.xml': ['not-saft'],
    'generated_auditfile_formatted.xml': ['saft-version'],
  });
});
