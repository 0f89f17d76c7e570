import fs from 'node:fs';
import path from 'node:path';
import { bytesOf } from '@tallgrunn/tabular';
import { readDocument } from '../read-document.ts';
import { thirdPartyData, filesBelow } from '../testing/borrowed-data.ts';
import { sampleDespatch } from '../testing/sample-despatch.ts';
import type { DespatchDocument } from './despatch.ts';

const read = (text: string | Uint8Array, name = 'p.xml') =>
  readDocument(bytesOf(typeof text === 'string' ? new TextEncoder().encode(text) : text), name, 'despatch');

describe('despatch advice', () => {
  it('states sender, goods, recipient, order and dates', async () => {
    const reading = await read(
      sampleDespatch({
        deliveredOn: '2026-03-02',
        lines: [
          { quantity: '12', number: '30118' },
          { quantity: 'tolv', unit: 'XPP' },
        ],
      }),
    );
    expect(reading).toMatchObject({
      ok: true,
      document: {
        id: 'P-1',
        orderReference: '4321',
        deliveredOn: '2026-03-02',
        seller: { orgNumber: '311047116' },
        buyer: { orgNumber: '311082272' },
        lines: [{ quantity: '12', unit: 'EA', orderLine: '1', item: { sellerNumber: '30118' } }, { quantity: 'tolv' }],
      },
      findings: [{ code: 'number-not-read', found: 'tolv', place: { path: '/DespatchAdvice/DespatchLine[2]' } }],
    });
  });

  it('stores nothing of contacts, drivers and attachments', async () => {
    const reading = await read(
      sampleDespatch({
        lines: [{ quantity: '1' }],
        partyXml: '<cac:Contact><cbc:Name>Kari Nordmann</cbc:Name></cac:Contact>',
      }),
    );
    expect(JSON.stringify(reading)).not.toContain('Kari');
  });

  it('is refused with its root name when it is another document', async () => {
    expect(await read('<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>')).toMatchObject({
      ok: false,
      code: 'not-a-despatch',
      findings: [{ params: { root: 'Order' } }],
    });
  });
});

const folder = thirdPartyData('1-ubl');

/**
 * Returns the despatch advices in a file: the file itself, or those inside a set of rule tests, cut out by their tags.
 */
function advicesOf(text: string): string[] {
  const found = text.match(/<(\w+:)?DespatchAdvice[\s>][\s\S]*?<\/(?:\w+:)?DespatchAdvice>/g) ?? [];
  return /<(?:\w+:)?testSet[\s>]/.test(text) ? found : found.length > 0 ? [text] : [];
}

(folder ? it : it.skip)('every third-party one is read with each line and its quantity as written', async () => {
  let advices = 0;
  let lines = 0;
  for (const file of filesBelow(folder!, '.xml')) {
    const whole = fs.readFileSync(path.join(folder!, file), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
    if (/<StructureElement|<Structure[\s>]/.test(whole)) continue; // a description of the format, not a document
    for (const text of advicesOf(whole)) {
      const reading = await read(text, file);
      if (!reading.ok) throw new Error(`${file}: ${JSON.stringify(reading.findings)}\n${text.slice(0, 400)}`);
      const document = reading.document as DespatchDocument;
      const own = text.match(/<(\w+:)?DespatchLine[\s>][\s\S]*?<\/(?:\w+:)?DespatchLine>/g) ?? [];
      const quantities = own.map((line) => /<(?:\w+:)?DeliveredQuantity[^>]*>([^<]*)</.exec(line)?.[1]?.trim() || null);
      expect([file, document.lines.map(({ quantity }) => quantity)]).toEqual([file, quantities]);
      advices += 1;
      lines += own.length;
    }
  }
  expect(advices).toBeGreaterThan(90);
  expect(lines).toBeGreaterThan(100);
});
