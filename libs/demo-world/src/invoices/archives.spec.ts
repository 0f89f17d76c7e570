import { strFromU8, unzipSync } from 'fflate';
import { collectWorld, jsonOf, rowsOf } from '../testing.ts';
import { isOrganisationNumber } from '../values/check-digits.ts';

const one = (xml: string, name: string) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
const ore = (text: string) => Math.round(Number(text) * 100);
const block = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map((match) => match[1] as string);

let documents: [path: string, name: string, xml: string][];
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  files = await collectWorld(5);
  documents = [...files]
    .filter(([path]) => path.startsWith('invoices/'))
    .flatMap(([path, bytes]) =>
      Object.entries(unzipSync(bytes)).map(([name, xml]): [string, string, string] => [path, name, strFromU8(xml)]),
    );
});

describe('e-invoices', () => {
  it('adds up lines, charges, VAT and payable amount', () => {
    expect(documents.length).toBeGreaterThan(1500);
    for (const [, , xml] of documents) {
      const lines = [...block(xml, 'cac:InvoiceLine'), ...block(xml, 'cac:CreditNoteLine')];
      for (const line of lines) {
        const quantity = Number(one(line, 'cbc:InvoicedQuantity') || one(line, 'cbc:CreditedQuantity'));
        expect(
          Math.abs(quantity * ore(one(line, 'cbc:PriceAmount')) - ore(one(line, 'cbc:LineExtensionAmount'))),
        ).toBeLessThanOrEqual(0.51);
        expect(quantity).toBeGreaterThan(0);
      }
      const totals = block(xml, 'cac:LegalMonetaryTotal')[0] as string;
      const sum = lines.reduce((total, line) => total + ore(one(line, 'cbc:LineExtensionAmount')), 0);
      const charges = ore(one(totals, 'cbc:ChargeTotalAmount') || '0');
      const vat = ore(one(block(xml, 'cac:TaxTotal')[0] as string, 'cbc:TaxAmount'));
      expect(
        [
          one(totals, 'cbc:LineExtensionAmount'),
          one(totals, 'cbc:TaxExclusiveAmount'),
          one(totals, 'cbc:PayableAmount'),
        ].map(ore),
      ).toEqual([sum, sum + charges, sum + charges + vat]);
      expect(vat).toBe(Math.round(((sum + charges) * Number(one(xml, 'cbc:Percent'))) / 100));
    }
  });

  it('names seller and buyer with valid organisation numbers, and states that they are fictional', () => {
    for (const [, , xml] of documents) {
      const numbers = [...xml.matchAll(/schemeID="0192">(\d+)</g)].map((match) => match[1] as string);
      expect(numbers.length).toBe(4);
      expect(numbers.every(isOrganisationNumber)).toBe(true);
      expect(numbers[0]).toMatch(/^311/);
      expect(xml).toContain('Demodata');
    }
  });

  it('lets a credit note refer to an earlier invoice', () => {
    const issued = new Map(
      documents.map(([, name, xml]) => [name.split('_')[0] + one(xml, 'cbc:ID'), one(xml, 'cbc:IssueDate')]),
    );
    const credits = documents.filter(([, , xml]) => xml.includes('<CreditNote '));
    expect(credits.length).toBeGreaterThan(50);
    for (const [, name, xml] of credits) {
      const reference = one(block(xml, 'cac:BillingReference')[0] ?? '', 'cbc:ID');
      expect(reference).not.toBe('');
      const original = issued.get(name.split('_')[0] + reference);
      if (original) expect(original < one(xml, 'cbc:IssueDate')).toBe(true);
    }
  });

  it('places e-invoices where the truth says', () => {
    const truth = jsonOf<{
      invoices: { columns: string[]; rows: unknown[][] };
      files: { columns: string[]; rows: unknown[][] };
    }>(files.get('truth.json'));
    const paths = rowsOf<{ path: string }>(truth.files).map(({ path }) => path);
    const held = rowsOf<{ number: string; archive: number | null; entry: string }>(truth.invoices).filter(
      ({ archive }) => archive !== null,
    );
    const present = new Set(documents.map(([path, name]) => `${path}!${name}`));
    expect(held.length).toBe(documents.length);
    expect(held.every(({ archive, entry }) => present.has(`${paths[archive as number]}!${entry}`))).toBe(true);
  });
});
