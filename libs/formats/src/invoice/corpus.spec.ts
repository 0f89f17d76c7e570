import fs from 'node:fs';
import path from 'node:path';
import type { Reading } from '../reading.ts';
import { thirdPartyData, fileChunks, filesBelow } from '../testing/borrowed-data.ts';
import { chunked } from '../testing/sample-ubl.ts';
import type { InvoiceDocument } from './invoice.ts';
import { readUblInvoice } from './read-ubl-invoice.ts';

const folder = thirdPartyData('1-ubl');
const maybe = folder ? describe : describe.skip;

interface Extract {
  root: string;
  lineExtensionAmount: string | undefined;
  payableAmount: string | undefined;
  lineAmounts: string[];
}

const decode = (bytes: Buffer): string =>
  bytes.toString(/encoding=["']iso-8859-1/i.test(bytes.toString('latin1', 0, 200)) ? 'latin1' : 'utf8');
const inner = (text: string, name: string): string | undefined =>
  new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(text)?.[1]?.trim();

/** Extracts the expected values by regular expressions, independently of the reader under test. */
function extract(bytes: Buffer): Extract | null {
  const text = decode(bytes)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(\w+:)?UBLExtensions[\s\S]*?<\/(\w+:)?UBLExtensions>/g, '')
    .replace(/<((?:\w+:)?Embedded\w+)[\s\S]*?<\/\1>/g, '');
  const root = /^\s*(?:<\?[^>]*\?>\s*)*<(?:\w+:)?(Invoice|CreditNote)\s[^>]*xsd:\1-2/.exec(text.replace(/^\ufeff/, ''));
  if (!root) return null;
  const total = /<(?:\w+:)?LegalMonetaryTotal[\s\S]*?LegalMonetaryTotal>/.exec(text)?.[0] ?? '';
  const lines = text.match(/<(?:\w+:)?(InvoiceLine|CreditNoteLine)>[\s\S]*?<\/(?:\w+:)?\1>/g) ?? [];
  return {
    root: root[1]!,
    lineExtensionAmount: inner(total, 'LineExtensionAmount'),
    payableAmount: inner(total, 'PayableAmount'),
    lineAmounts: lines.map((line) => inner(line, 'LineExtensionAmount') ?? ''),
  };
}

/** Parses a decimal to an integer in units of 1e-10; null when the text is not a decimal. */
function units(text: string | undefined): bigint | null {
  const found = /^([+-]?)(\d+)(?:\.(\d{1,10}))?$/.exec(text ?? '');
  if (!found) return null;
  const size = BigInt(found[2]!) * 10n ** 10n + BigInt((found[3] ?? '').padEnd(10, '0'));
  return found[1] === '-' ? -size : size;
}
const CENT = 10n ** 8n;

maybe('third-party UBL', () => {
  const files = folder ? filesBelow(folder, '.xml') : [];
  const readings = new Map<string, Reading<InvoiceDocument>>();
  beforeAll(async () => {
    for (const file of files)
      readings.set(file, await readUblInvoice(fileChunks(path.join(folder!, file)), { name: file }));
  });

  it('every file is read or refused with a known code', () => {
    const refusedWith = new Set([...readings.values()].flatMap((reading) => (reading.ok ? [] : [reading.code])));
    expect(readings.size).toBeGreaterThan(2000);
    expect([...refusedWith].sort()).toEqual(['document-type-not-supported', 'wrong-root']);
  });

  it('has the totals and line amounts of a plain extraction for every invoice and credit note', () => {
    let invoices = 0;
    for (const [file, reading] of readings) {
      const expected = extract(fs.readFileSync(path.join(folder!, file)));
      expect([file, reading.ok]).toEqual([file, expected !== null]);
      if (!reading.ok || !expected) continue;
      invoices += 1;
      const { totals, lines, type } = reading.document;
      const found = {
        root: type === 'invoice' ? 'Invoice' : 'CreditNote',
        lineExtensionAmount: totals.lineExtensionAmount ?? '',
        payableAmount: totals.payableAmount ?? '',
        lineAmounts: lines.map((line) => line.netAmount ?? ''),
      };
      expect([file, found]).toEqual([file, expected]);
    }
    expect(invoices).toBeGreaterThan(450);
  });

  it('sums the lines of every valid one to its own LineExtensionAmount, calculated independently; others are reported', () => {
    // Examples of broken rules, and payment requests, whose lines are parts of the requested amount.
    const notValid = /\/bad\/|hode-blank|payment-request/;
    let valid = 0;
    for (const [file, reading] of readings) {
      const said = extract(fs.readFileSync(path.join(folder!, file)));
      if (!said || !reading.ok) continue;
      const stated = units(said.lineExtensionAmount);
      const sum = said.lineAmounts.reduce<bigint | null>(
        (total, text) => (total === null || units(text) === null ? null : total + units(text)!),
        0n,
      );
      const differs = stated === null || sum === null || sum - stated > CENT || stated - sum > CENT;
      if (!notValid.test(file)) {
        expect([file, differs]).toEqual([file, false]);
        valid += 1;
      }
      if (stated !== null && sum !== null)
        expect([file, reading.findings.some(({ code }) => code === 'invoice-line-sum')]).toEqual([file, differs]);
    }
    expect(valid).toBeGreaterThan(310);
  });

  it('reads every fragment with a line, in the rule test sets, with the amounts of its lines', async () => {
    let read = 0;
    for (const file of files) {
      const text = decode(fs.readFileSync(path.join(folder!, file))).replace(/<!--[\s\S]*?-->/g, '');
      if (!/<(?:\w+:)?testSet[\s>]/.test(text)) continue;
      for (const [fragment] of text.matchAll(/<(\w+:)?(Invoice|CreditNote)\s[\s\S]*?<\/(?:\w+:)?\2>/g)) {
        const lines = fragment.match(/<(?:\w+:)?(InvoiceLine|CreditNoteLine)[\s>][\s\S]*?<\/(?:\w+:)?\1>/g) ?? [];
        // One test set has a credit note in the namespace of invoices.
        if (lines.length === 0 || !/^<(?:\w+:)?(Invoice|CreditNote)\s[^>]*xsd:\1-2/.test(fragment)) continue;
        const reading = await readUblInvoice(chunked(fragment, 4096), { name: file });
        expect([file, reading.ok ? reading.document.lines.map(({ netAmount }) => netAmount) : reading.code]).toEqual([
          file,
          lines.map((line) => inner(line, 'LineExtensionAmount') || null),
        ]);
        read += 1;
      }
    }
    expect(read).toBeGreaterThan(600);
  });

  it('preserves the header total of documents that follow the European norm', () => {
    const deliberatelyBad = /\/bad\/|hode-blank|_error_/;
    const european = [...readings].filter(
      ([file, r]) => r.ok && r.document.customization?.includes('en16931') && !deliberatelyBad.test(file),
    );
    expect(european.length).toBeGreaterThan(200);
    const broken = european.filter(([, reading]) => reading.findings.some((f) => f.code === 'invoice-line-sum'));
    expect(broken.map(([file]) => file)).toEqual([]);
  });
});
