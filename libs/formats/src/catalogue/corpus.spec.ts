import fs from 'node:fs';
import path from 'node:path';
import { bytesOf } from '@tallgrunn/tabular';
import type { Reading } from '../reading.ts';
import { thirdPartyData, filesBelow } from '../testing/borrowed-data.ts';
import type { CatalogueDocument } from './catalogue.ts';
import { readWholeCatalogue } from './read-catalogue.ts';

const folder = thirdPartyData('1-ubl');
const maybe = folder ? describe : describe.skip;

interface Extract {
  id: string;
  lines: {
    id: string;
    number: string;
    name: string;
    prices: string[];
    classes: string[];
    standard: string;
    action: string;
    unit: string;
  }[];
}

const blocks = (text: string, name: string): string[] =>
  text.match(new RegExp(`<${name}(?:\\s[^>]*)?>[\\s\\S]*?</${name}>`, 'g')) ?? [];
const decode = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#xA;/g, '\n')
    .replace(/&amp;/g, '&')
    .trim();
const inner = (text: string, name: string): string =>
  decode(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)<`).exec(text)?.[1] ?? '');

/**
 * Extracts the expected values by regular expressions, independently of the reader under test. Returns null for other
 * documents.
 */
function extract(source: string): Extract | null {
  const bare = source
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^\ufeff/, '')
    .replace(/<(\/?)[\w-]+:/g, '<$1');
  if (!/^\s*(?:<\?[^>]*\?>\s*)*<Catalogue\s/.test(bare)) return null;
  const text = bare
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<EmbeddedDocumentBinaryObject[\s\S]*?<\/EmbeddedDocumentBinaryObject>/g, '');
  const lines = blocks(text, 'CatalogueLine').map((line) => {
    const item = blocks(line, 'Item').at(-1) ?? '';
    const own = item.replace(
      /<ManufacturerParty>[\s\S]*?<\/ManufacturerParty>|<AdditionalItemProperty>[\s\S]*?<\/AdditionalItemProperty>/g,
      '',
    );
    return {
      id: inner(line, 'ID'),
      number: inner(blocks(item, 'SellersItemIdentification')[0] ?? '', 'ID'),
      name: inner(own, 'Name'),
      prices: blocks(line, 'RequiredItemLocationQuantity').flatMap((one) =>
        blocks(one, 'Price').map((price) => inner(price, 'PriceAmount')),
      ),
      classes: blocks(item, 'ItemClassificationCode').map((one) => inner(one, 'ItemClassificationCode')),
      standard: inner(blocks(item, 'StandardItemIdentification')[0] ?? '', 'ID'),
      action: inner(blocks(line, 'ActionCode').find((one) => !item.includes(one)) ?? '', 'ActionCode'),
      unit: inner(line, 'OrderableUnit'),
    };
  });
  return { id: inner(text.replace(/<(Customization|Profile|UBLVersion)ID/g, '<X'), 'ID'), lines };
}

function retold({ id, lines }: CatalogueDocument): Extract {
  const told = lines.map((line) => ({
    id: line.id ?? '',
    number: line.item.sellerNumber ?? '',
    name: line.item.name ?? '',
    prices: line.prices.map(({ amount }) => amount ?? ''),
    classes: line.item.classifications.map(({ code }) => code),
    standard: line.item.standardId?.id ?? '',
    action: line.actionCode ?? '',
    unit: line.orderableUnit ?? '',
  }));
  return { id: id ?? '', lines: told };
}

maybe('third-party catalogues', () => {
  const files = folder ? filesBelow(folder, '.xml') : [];
  const readings = new Map<string, Reading<CatalogueDocument>>();
  beforeAll(async () => {
    for (const file of files)
      readings.set(
        file,
        await readWholeCatalogue(bytesOf(new Uint8Array(fs.readFileSync(path.join(folder!, file)))), file),
      );
  }, 60_000);

  it('are read, and every other document is refused with its type', () => {
    const kinds: Record<string, number> = {};
    for (const reading of readings.values()) {
      const outcome = reading.ok ? reading.document.kind : reading.code;
      kinds[outcome] = (kinds[outcome] ?? 0) + 1;
    }
    const { 'not-a-catalogue': others, ...catalogues } = kinds;
    expect(catalogues).toEqual({ catalogue: 37, 'punch-out': 22 });
    expect(others).toBe(files.length - 59);
  });

  it('have the same lines, numbers, names, prices and classes as a plain extraction', () => {
    let lines = 0;
    let prices = 0;
    for (const [file, reading] of readings) {
      const expected = extract(fs.readFileSync(path.join(folder!, file), 'utf8'));
      expect([file, reading.ok]).toEqual([file, expected !== null]);
      if (!reading.ok || !expected) continue;
      expect([file, retold(reading.document)]).toEqual([file, expected]);
      lines += expected.lines.length;
      prices += expected.lines.reduce((sum, line) => sum + line.prices.length, 0);
    }
    expect([lines, prices]).toEqual([209, 198]);
  });

  it('have parties, and unreadable values only where the sender made errors', () => {
    const found: Record<string, number> = {};
    for (const reading of readings.values()) {
      if (!reading.ok) continue;
      expect(reading.document.seller.name ?? reading.document.seller.endpoint).not.toBeNull();
      for (const { code } of reading.findings) found[code] = (found[code] ?? 0) + 1;
    }
    expect(found).toEqual({
      'catalogue-price-missing': 2,
      'gtin-wrong': 66,
      'org-number-wrong': 4,
      'party-unidentified': 1,
      'unit-unlisted': 8,
    });
  });
});
