import fs from 'node:fs';
import path from 'node:path';
import { agreements } from '@tallgrunn/agreements-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { writeZip } from '@tallgrunn/tabular';
import { normalise } from '@tallgrunn/values';

const data = path.join(__dirname, '../../../shared/data');
const [invoiceFolder, ledgerFolder] = ['1-ubl', '9-spend'].map((topic) => path.join(data, topic)) as [string, string];
const maybe = fs.existsSync(invoiceFolder) && fs.existsSync(ledgerFolder) ? describe : describe.skip;
const filesIn = (folder: string, pattern: RegExp): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort();

/** Returns the line total stated in a document, by a regular expression; null when it is not an invoice. */
function statedSum(xml: string): string | null {
  const bare = xml.replace(/<!--[\s\S]*?-->/g, '').replace(/^\ufeff/, '');
  const root = /^\s*(?:<\?[^>]*\?>\s*)*<(?:\w+:)?(Invoice|CreditNote)\s[^>]*xsd:\1-2/.exec(bare)?.[1];
  const total = /<(?:\w+:)?LegalMonetaryTotal>[\s\S]*?<(?:\w+:)?LineExtensionAmount[^>]*>\s*([^<\s]*)/.exec(bare)?.[1];
  if (!root || total === undefined) return null;
  return normalise(root === 'CreditNote' ? (total.startsWith('-') ? total.slice(1) : `-${total}`) : total);
}

/**
 * Returns true if the seller has any organisation identifier. Two sellers have none, or only an e-mail address: they
 * may be persons and are excluded.
 */
function givesNumber(xml: string): boolean {
  const seller =
    /<(?:\w+:)?AccountingSupplierParty[\s>][\s\S]*?<\/(?:\w+:)?AccountingSupplierParty>/.exec(
      xml.replace(/<!--[\s\S]*?-->/g, ''),
    )?.[0] ?? '';
  const numbers = [
    ...seller.matchAll(
      /<(?:\w+:)?(?:EndpointID|CompanyID)[^>]*>([^<]*)<|<(?:\w+:)?PartyIdentification>\s*<(?:\w+:)?ID[^>]*>([^<]*)</g,
    ),
  ].map(([, id, other]) => id ?? other ?? '');
  return numbers.some((number) => /\d/.test(number) && !number.includes('@'));
}

maybe('third-party spend in the database', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeAll(async () => {
    stand = await setUpTestApp([identity, agreements, spend]);
    parties = await setUpParties(stand);
  });
  afterAll(() => stand?.close());
  const query = <R>(sql: string): Promise<R[]> =>
    stand.get(UnitOfWork).run(parties.system, () => stand.get(Database).query<R>(sql));

  it('stores every invoice and credit note with its stated sum, for any organisation as seller', async () => {
    const names = filesIn(invoiceFolder, /\.xml$/i).filter((name) => !/(^|\/)\./.test(name));
    const documents = names.map((name) => ({ name, content: [fs.readFileSync(path.join(invoiceFolder, name))] }));
    const pieces: Uint8Array[] = [];
    for await (const piece of writeZip(documents)) pieces.push(piece);
    const batch = await postBatch(stand, parties.manager.actor, 'alle.zip', Buffer.concat(pieces));
    const expected = documents.flatMap(({ name, content: [bytes] }) => {
      const text = bytes!.toString('utf8');
      const sum = statedSum(text);
      return sum === null || !givesNumber(text) ? [] : [[name.replaceAll('\\', '/'), sum] as const];
    });
    const nobodys = documents.filter(
      ({ content: [bytes] }) => statedSum(bytes!.toString('utf8')) !== null && !givesNumber(bytes!.toString('utf8')),
    ).length;
    expect(nobodys).toBe(2);
    expect(batch).toMatchObject({
      state: 'posted',
      documents: expected.length,
      refusedDocuments: names.length - expected.length - nobodys,
      leftOut: [{ reason: 'party no-number' }],
    });
    const stored = await query<{ name: string; line_sum: string }>(
      'select name, trim_scale(line_sum)::text as line_sum from spend.door_invoice',
    );
    expect(new Map(stored.map(({ name, line_sum }) => [name, line_sum]))).toEqual(new Map(expected));
  });

  it('stores every payment file to the penny, and quarantines unreadable rows', async () => {
    let lines = 0;
    for (const name of filesIn(ledgerFolder, /-payments\.csv$|_processed\.csv$/)) {
      const bytes = fs.readFileSync(path.join(ledgerFolder, name));
      const batch = await postBatch(stand, parties.manager.actor, path.basename(name), bytes);
      const stated = /^\s*Grand Total\s*,(\d+\.\d+)/m.exec(bytes.toString('utf8'))?.[1];
      expect([name, batch.state]).toEqual([name, 'posted']);
      if (stated) expect([name, batch.totals['GBP'] === stated]).toEqual([name, batch.quarantined === 0]);
      lines += batch.lines;
    }
    const [stored] = await query<{ lines: number }>('select count(*)::int as lines from spend.door_posting');
    expect([stored?.lines, lines > 65_000]).toEqual([lines, true]);
  });
});
