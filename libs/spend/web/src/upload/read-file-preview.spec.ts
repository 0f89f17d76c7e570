import { builtInProfiles } from '@tallgrunn/formats';
import { sampleSaft, sampleSaftPurchase } from '@tallgrunn/formats/testing';
import { detectFormat, readLedgerHeadings, previewLedger, previewSaft } from './read-file-preview.ts';

const ledger = [
  'Bilagsnr;BA;Bilagsdato;Konto;Leverandør;Orgnr;Fakturanr;Beløp',
  '1001;IV;15.03.2026;1115;Finnskog;923456783;77;1 200,50',
  '1002;LØ;15.03.2026;1010;;;;900,00',
  '',
].join('\n');
/** Minimal File for the reader, because jsdom's File lacks arrayBuffer(). */
const file = (text: string, name: string): File => {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    slice: (from: number, to: number) => ({ arrayBuffer: () => Promise.resolve(bytes.slice(from, to).buffer) }),
  } as unknown as File;
};

describe('file preview before upload', () => {
  it('finds the headings and matching profiles', async () => {
    const { proposals, headings } = await readLedgerHeadings(file(ledger, 'bok.csv'), builtInProfiles);
    expect(proposals[0]?.profile.id).toBe('agresso-like');
    expect(headings).toContainEqual({ name: 'Fakturanr', sample: '77' });
  });

  it('shows the first lines and the excluded rows', async () => {
    const { proposals } = await readLedgerHeadings(file(ledger, 'bok.csv'), builtInProfiles);
    const profile = proposals[0]?.profile;
    if (!profile) throw new Error('no proposal');
    const { lines, report, trouble } = await previewLedger(file(ledger, 'bok.csv'), profile);
    expect(trouble).toBeNull();
    expect(lines.map(({ account, amount }) => [account?.code, amount])).toEqual([['115', '1200.50']]);
    expect([...report.excluded.values()].map(({ rows }) => rows)).toEqual([1]);
  });

  it('shows why a file cannot be read', async () => {
    const { trouble } = await previewLedger(file('a;b\n1;2\n', 'x.csv'), builtInProfiles[0]!);
    expect(trouble?.code).toBe('ledger-no-header');
  });

  it('detects the kind of a file by its content', async () => {
    expect(await detectFormat(file('<Invoice/>', 'Q1.xml'))).toBe('invoice');
    expect(await detectFormat(file(ledger, 'Q1.csv'))).toBe('table');
    expect(await detectFormat(file('', 'tom.xml'))).toBe('invoice');
    expect(await detectFormat(file(sampleSaft(), 'bok.xml'))).toBe('saft');
  });

  it('reads a SAF-T file completely, and reports imbalance at once', async () => {
    const good = await previewSaft(
      file(sampleSaft({ transactions: [sampleSaftPurchase('1', '80.00', '20.00', '100.00')] }), 'bok.xml'),
    );
    expect([
      good.trouble,
      good.whole,
      good.head?.company.name,
      good.lines.map(({ amount }) => amount),
      good.report.excluded.size,
    ]).toEqual([null, true, 'Solgløtt kommune', ['80.00'], 2]);
    const bad = await previewSaft(
      file(sampleSaft({ transactions: [sampleSaftPurchase('1', '80.00', '20.00', '99.00')] }), 'bok.xml'),
    );
    expect(bad.trouble?.code).toBe('saft-transaction-unbalanced');
  });
});
