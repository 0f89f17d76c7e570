import fs from 'node:fs';
import path from 'node:path';
import type { Reading } from '../reading.ts';
import { borrowedData, fileChunks, filesBelow } from '../testing/borrowed-data.ts';
import type { InvoiceDocument } from './invoice.ts';
import { readUblInvoice } from './read-ubl-invoice.ts';

const folder = borrowedData('1-ubl');
const maybe = folder ? describe : describe.skip;

interface Extract {
  root: string;
  lineExtensionAmount: string | undefined;
  payableAmount: string | undefined;
  lineAmounts: string[];
}

const decode = (bytes: Buffer): string => bytes.toString(/encoding=["']iso-8859-1/i.test(bytes.toString('latin1', 0, 200)) ? 'latin1' : 'utf8');
const inner = (text: string, name: string): string | undefined => new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(text)?.[1]?.trim();

/** What an invoice says, taken by regular expressions: knows nothing of the reader it is compared with. */
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

maybe('third-party UBL', () => {
  const files = folder ? filesBelow(folder, '.xml') : [];
  const readings = new Map<string, Reading<InvoiceDocument>>();
  beforeAll(async () => {
    for (const file of files) readings.set(file, await readUblInvoice(fileChunks(path.join(folder!, file)), { name: file }));
  });

  it('every file is read or refused with a known code', () => {
    const refusedWith = new Set([...readings.values()].flatMap((reading) => (reading.ok ? [] : [reading.code])));
    expect(readings.size).toBeGreaterThan(2000);
    expect([...refusedWith].sort()).toEqual(['kind-not-yet', 'wrong-root']);
  });

  it('every invoice and credit note has the totals and line amounts that a simple extraction finds', () => {
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

  it('documents meant to be valid after the European norm keep their header sum', () => {
    const deliberatelyBad = /\/bad\/|hode-blank|_error_/;
    const european = [...readings].filter(([file, r]) => r.ok && r.document.customization?.includes('en16931') && !deliberatelyBad.test(file));
    expect(european.length).toBeGreaterThan(200);
    const broken = european.filter(([, reading]) => reading.findings.some((f) => f.code === 'invoice-line-sum'));
    expect(broken.map(([file]) => file)).toEqual([]);
  });
});
