import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { exampleTerms, findingSchema, matchSchema, type SchemaProblem } from '@tallgrunn/checks';
import { sampleCatalogue, sampleNotice, sampleSaft, sampleSaftPurchase } from '@tallgrunn/formats/testing';
import { commands } from './commands.ts';
import { runCommand } from './testing/call.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

describe('the command line', () => {
  it('is documented, command by command', () => {
    const docs = readFileSync(path.resolve(__dirname, '../../../docs/cli.md'), 'utf8');
    for (const name of Object.keys(commands)) expect(docs).toContain(`## ${name}\n`);
  });

  it('describes itself and all commands', async () => {
    expect(await runCommand('--help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Exit codes: 0 fine, 1 findings that block, 2 wrong usage, 3 our fault.'),
    });
    for (const name of Object.keys(commands))
      expect(await runCommand(...name.split(' '), '--help')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining(`tallgrunn -- ${name}`),
      });
  });

  it.each([
    [[]],
    [['nonsense']],
    [['demo']],
    [['check']],
    [['check', 'a.csv']],
    [['check', 'a.csv', '--terms', 'none.json']],
    [['read', 'a.csv']],
    [['read', 'a.csv', '--as', 'poem']],
    [['read', '--as', 'table']],
    [['read', 'a', '--as', 'table', '--lang', 'se']],
    [['schema']],
    [['demo', 'generate']],
    [['demo', 'generate', '--out', 'x', '--seed', '-1']],
    [['check', '--fast']],
    [['set-up']],
    [['set-up', 'poem', 'X']],
    [['set-up', 'buyer', 'X', '--org-number', '944117785']],
  ])('exits with 2 for %j, with nothing on stdout', async (argv) => {
    const { code, stdout, log } = await runCommand(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(log).not.toBe('');
  });
});

describe('check', () => {
  const terms = file('terms.json', JSON.stringify(exampleTerms['monthly-food']()));
  const keys = ['file', 'ok', 'rows', 'accepted', 'totals', 'findings', 'terms', 'context', 'engine'];

  it('prints one line per file in the order given, whatever the files', async () => {
    const files = [
      file(
        'report.csv',
        'Varenummer;Varenavn;Kunde;Antall;Enhet;Beløp;Leveringsdato\n00412;Melk;Grue;2;STK;40,00;03.03.2026\n',
      ),
      path.join(folder, 'missing.csv'),
      file('empty.csv', ''),
      file('picture.xlsx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
      folder,
    ];
    const { code, lines } = await runCommand('check', ...files, '--terms', terms, '--lang', 'en', '--json');
    expect(code).toBe(1);
    expect(lines.map((line) => line['file'])).toEqual(files);
    for (const line of lines) expect(Object.keys(line)).toEqual(expect.arrayContaining(keys));
    expect(lines.slice(1).map((line) => line['ok'])).toEqual([false, false, false, false]);
    expect(lines[1]).toMatchObject({
      code: 'file-not-found',
      findings: [
        { code: 'file-not-found', severity: 'blocksFile', message: expect.stringContaining('does not exist') },
      ],
    });
    expect(lines[4]).toMatchObject({ code: 'not-a-file' });
    const findings = lines.flatMap((line) => line['findings'] as unknown[]);
    expect(findings.flatMap((finding): readonly SchemaProblem[] => matchSchema(finding, findingSchema))).toEqual([]);
  });

  it('speaks three languages', async () => {
    const empty = file('headings.csv', 'Varenummer;Varenavn\n');
    const messages = await Promise.all(
      ['nb', 'nn', 'en'].map(async (lang) =>
        JSON.stringify((await runCommand('check', empty, '--terms', terms, '--lang', lang)).lines[0]?.['findings']),
      ),
    );
    expect(new Set(messages).size).toBe(3);
  });

  it('divides a file among several reports, and loses no line', async () => {
    const month = (key: string, end: string) =>
      file(
        `${key}.json`,
        JSON.stringify({
          agreement: { id: 'food', title: 'Mat' },
          period: { key, start: `${key}-01`, end },
          buyers: { key: ['g'], name: ['Grue'] },
        }),
      );
    const contexts = ['--context', month('2026-02', '2026-03-01'), '--context', month('2026-03', '2026-04-01')];
    const row = (day: string) => `00412;Melk;Grue;2;STK;40,00;${day}`;
    const dump = file(
      'erp.csv',
      [
        'Varenummer;Varenavn;Kunde;Antall;Enhet;Beløp;Leveringsdato',
        row('03.02.2026'),
        row('04.03.2026'),
        row('05.03.2026'),
        row('06.06.2026'),
      ].join('\n'),
    );
    const { code, lines } = await runCommand(
      'check',
      dump,
      path.join(folder, 'missing.csv'),
      '--terms',
      terms,
      ...contexts,
      '--lang',
      'en',
    );
    expect(code).toBe(1);
    expect(lines[0]).toMatchObject({
      file: dump,
      ok: false,
      lines: 4,
      unread: [],
      reports: [
        { agreement: { id: 'food' }, period: '2026-02', rows: 1 },
        { period: '2026-03', rows: 2 },
      ],
      unclaimed: {
        count: 1,
        byReason: { 'date-outside': 1 },
        lines: [{ row: 5, found: '2026-06-06', candidates: [{ period: '2026-02' }, { period: '2026-03' }] }],
      },
    });
    expect(lines[1]).toMatchObject({ ok: false, code: 'file-not-found', reports: [] });
    expect((await runCommand('check', dump, '--terms', terms, '--terms', terms)).code).toBe(2);
    expect(
      (await runCommand('check', dump, '--terms', terms, '--terms', terms, '--terms', terms, ...contexts)).code,
    ).toBe(2);
  });

  it('reports errors in invalid terms', async () => {
    const { code, log } = await runCommand('check', 'x.csv', '--terms', file('bad.json', '{"id": 1}'));
    expect(code).toBe(2);
    expect(log).toMatch(/is not as "schema terms" describes:\n {2}\//);
    expect((await runCommand('check', 'x.csv', '--terms', file('text.json', 'terms'))).log).toContain('is not JSON');
  });
});

describe('read', () => {
  it('prints a table with its rows as in the file', async () => {
    const { code, lines } = await runCommand('read', file('table.csv', 'Vare;Antall\n\n00412;1,5\n'), '--as', 'table');
    expect(code).toBe(0);
    const text = (value: string) => ({ kind: 'text', text: value });
    const rows = [
      { row: 1, cells: [text('Vare'), text('Antall')] },
      { row: 3, cells: [text('00412'), text('1,5')] },
    ];
    expect(lines[0]).toMatchObject({
      ok: true,
      kind: 'table',
      document: { format: 'csv', delimiter: ';', sheets: [{ name: '', rows }] },
      findings: [],
    });
  });

  it('prints an invoice with decimals as text', async () => {
    const xml = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:c="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"><c:ID>7</c:ID><c:IssueDate>2026-03-01</c:IssueDate><c:DocumentCurrencyCode>NOK</c:DocumentCurrencyCode><a:LegalMonetaryTotal><c:LineExtensionAmount currencyID="NOK">10.10</c:LineExtensionAmount></a:LegalMonetaryTotal><a:InvoiceLine><c:ID>1</c:ID><c:InvoicedQuantity unitCode="EA">1</c:InvoicedQuantity><c:LineExtensionAmount currencyID="NOK">10.10</c:LineExtensionAmount><a:Item><c:Name>Melk</c:Name></a:Item></a:InvoiceLine></Invoice>`;
    const { lines } = await runCommand('read', file('invoice.xml', xml), '--as', 'invoice');
    expect(lines[0]).toMatchObject({
      ok: true,
      kind: 'invoice',
      document: {
        id: '7',
        type: 'invoice',
        currency: 'NOK',
        lines: [{ id: '1', quantity: '1', unit: 'EA', netAmount: '10.10' }],
        totals: { lineExtensionAmount: '10.10' },
      },
    });
  });

  it('prints the purchases of a SAF-T file, and why another is rejected', async () => {
    const { code, lines } = await runCommand(
      'read',
      file('bok.xml', sampleSaft({ transactions: [sampleSaftPurchase('1', '80.00', '20.00', '100.00')] })),
      file('some.xml', '<a/>'),
      '--as',
      'saft',
    );
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.objectContaining({
        ok: true,
        kind: 'saft',
        document: expect.objectContaining({
          version: '1.30',
          transactions: 1,
          debit: '100.00',
          totals: { NOK: '80.00' },
        }),
      }),
      expect.objectContaining({ ok: false, kind: 'saft', code: 'not-saft', document: null }),
    ]);
  });

  it('prints a notice, and the rules that another breaks', async () => {
    const broken = sampleNotice().replace(/<cbc:VersionID>.*?<.cbc:VersionID>/, '');
    const { code, lines } = await runCommand(
      'read',
      file('notice.xml', sampleNotice()),
      file('broken.xml', broken),
      '--as',
      'notice',
      '--lang',
      'en',
    );
    expect(code).toBe(1);
    expect(lines[0]).toMatchObject({
      ok: true,
      kind: 'notice',
      document: { type: 'cn-standard', issuedOn: '2026-03-02', lots: [{ id: 'LOT-0001', cpv: { main: '15000000' } }] },
      findings: [],
    });
    const [finding] = lines[1]?.['findings'] as { message: string }[];
    expect(lines[1]).toMatchObject({
      ok: false,
      code: 'notice-field-missing',
      document: null,
      findings: [{ params: { rule: 'BT-757-notice' }, class: 0 }],
    });
    expect(finding?.message).toBe('VersionID is missing, and every notice must have it (BT-757-notice).');
  });

  it('prints a catalogue, and nothing of a truncated one', async () => {
    const text = sampleCatalogue([{}, { number: '0041208', price: '25,00' }]);
    const { code, lines } = await runCommand(
      'read',
      file('catalogue.xml', text),
      file('cut.xml', text.slice(0, -80)),
      '--as',
      'catalogue',
      '--lang',
      'en',
    );
    expect(code).toBe(1);
    const document = {
      id: 'K-2026-1',
      contractReference: 'RA-17',
      lines: [
        { item: { sellerNumber: '0041207' }, prices: [{ amount: '25.00' }] },
        { item: { sellerNumber: '0041208' } },
      ],
    };
    expect(lines[0]).toMatchObject({
      ok: true,
      kind: 'catalogue',
      document,
      findings: [{ code: 'number-not-read', class: 0, place: { path: '/Catalogue/CatalogueLine[2]' } }],
    });
    expect(lines[1]).toMatchObject({ ok: false, kind: 'catalogue', code: 'xml-truncated', document: null });
  });

  it('reports a missing file and continues with the next', async () => {
    const { code, lines } = await runCommand(
      'read',
      path.join(folder, 'missing.csv'),
      file('table.csv', 'a;b\n'),
      '--as',
      'table',
      '--lang',
      'nn',
    );
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      { ok: false, code: 'file-not-found', findings: [{ message: expect.stringContaining('finst ikkje') }] },
      { ok: true },
    ]);
  });

  it('rejects an invalid profile', async () => {
    expect(
      await runCommand('read', file('table.csv', 'a;b\n'), '--as', 'ledger', '--profile', file('profile.json', '{}')),
    ).toMatchObject({ code: 2, log: expect.stringContaining('ledger-profile') });
  });
});

describe('schema', () => {
  it.each([
    'terms',
    'context',
    'finding',
    'read-finding',
    'table',
    'invoice',
    'ledger',
    'ledger-profile',
    'declaration',
    'notice',
    'catalogue',
  ])('prints %s', async (name) => {
    const { code, stdout } = await runCommand('schema', name);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('$schema');
  });
});

describe('demo generate', () => {
  it('writes the files it lists', async () => {
    const out = path.join(folder, 'world');
    const { code, lines } = await runCommand('demo', 'generate', '--seed', '3', '--out', out);
    const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect({ code, lines }).toEqual({
      code: 0,
      lines: [
        {
          out,
          profile: 'light',
          seed: 3,
          files: written.length,
          bytes: expect.any(Number),
          seconds: expect.any(Number),
          memoryMb: expect.any(Number),
        },
      ],
    });
    expect(JSON.parse(readFileSync(path.join(out, 'world.json'), 'utf8'))).toMatchObject({ seed: 3, fictional: true });
  });
});
