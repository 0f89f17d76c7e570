import { bytesOf, type ByteSource } from '@tallgrunn/tabular';
import { readWholeCatalogue } from '../catalogue/read-catalogue.ts';
import { readDespatches } from '../despatch/read-despatches.ts';
import { readInvoices } from '../invoice/read-invoices.ts';
import { LedgerReport } from '../ledger/ledger-report.ts';
import { readNotice } from '../notice/read-notice.ts';
import { readSaft } from '../saft/read-saft.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { sampleDespatch } from '../testing/sample-despatch.ts';
import { sampleNotice } from '../testing/sample-notice.ts';
import { sampleSaft, sampleSaftPurchase } from '../testing/sample-saft.ts';
import { sampleUbl } from '../testing/sample-ubl.ts';
import { detectSpendFormat } from '../detect-kind.ts';

const MB = 1024 * 1024;
const encoder = new TextEncoder();

/** A file that is never completely in memory: a start, a repeated text of the given total size, and an end. */
function longSource(
  before: string,
  again: string,
  sizeBytes: number,
  after: string,
): ByteSource & { readonly readBytes: () => number } {
  const [head, piece, tail] = [before, again.repeat(Math.ceil(MB / again.length)), after].map((text) =>
    encoder.encode(text),
  ) as [Uint8Array, Uint8Array, Uint8Array];
  const size = head.length + sizeBytes + tail.length;
  let told = 0;
  const read = (from: number, to: number): Promise<Uint8Array> => {
    const wanted = new Uint8Array(Math.max(0, Math.min(to, size) - from));
    for (let at = 0; at < wanted.length;) {
      const place = from + at;
      const [part, offset] =
        place < head.length
          ? [head, place]
          : place < head.length + sizeBytes
            ? [piece, (place - head.length) % piece.length]
            : [tail, place - head.length - sizeBytes];
      const room =
        place >= head.length && place < head.length + sizeBytes
          ? Math.min(part.length - offset, head.length + sizeBytes - place)
          : part.length - offset;
      const taken = part.subarray(offset, offset + Math.min(room, wanted.length - at));
      wanted.set(taken, at);
      at += taken.length;
    }
    told += wanted.length;
    return Promise.resolve(wanted);
  };
  return { size, read, readBytes: () => told };
}

type Door = (source: ByteSource) => Promise<string>;
const first = async (readings: AsyncIterable<{ ok: boolean; code?: string }>): Promise<string> => {
  for await (const reading of readings) return reading.ok ? 'read' : (reading.code ?? '');
  return 'nothing';
};
const one = async (reading: Promise<{ ok: boolean; code?: string }>): Promise<string> =>
  first(
    (async function* () {
      yield await reading;
    })(),
  );

const doors: Record<string, { readonly door: Door; readonly sample: string; readonly inside: RegExp }> = {
  invoices: {
    door: (source) => first(readInvoices(source, 'a.xml')),
    sample: sampleUbl({ lines: [{ net: '1' }], lineExtensionAmount: '1' }),
    inside: /Vare/,
  },
  'despatch advices': {
    door: (source) => first(readDespatches(source, 'a.xml')),
    sample: sampleDespatch({ lines: [{ quantity: '1' }] }),
    inside: /Vare/,
  },
  'SAF-T': {
    door: async (source) => {
      try {
        for await (const _ of readSaft(source, new LedgerReport())) continue;
        return 'read';
      } catch (error) {
        return (error as { code: string }).code;
      }
    },
    sample: sampleSaft({ transactions: [sampleSaftPurchase('1', '80.00', '20.00', '100.00')] }),
    inside: /Bilag 1/,
  },
  catalogues: {
    door: (source) => one(readWholeCatalogue(source, 'a.xml')),
    sample: sampleCatalogue(),
    inside: /<cbc:Name>[^<]+/,
  },
  notices: {
    door: (source) => one(readNotice(source, 'a.xml')),
    sample: sampleNotice(),
    inside: /<cbc:Name[^>]*>[^<]+/,
  },
};

const withDoctype = (sample: string, declaration: string): string => sample.replace(/<(?=[A-Za-z])/, `${declaration}<`);
const laughs = `<!DOCTYPE x [<!ENTITY l0 "lol">${Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]>`;
const quadratic = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100_000)}">]>`;

describe.each(Object.entries(doors))('hostile XML for the reader of %s', (_name, { door, sample, inside }) => {
  const put = (text: string): string => sample.replace(inside, (found) => `${found}${text}`);
  /** The sample split at the place where a long text is inserted. */
  const halves = (): [string, string] => {
    const found = inside.exec(sample)!;
    return [sample.slice(0, found.index + found[0].length), sample.slice(found.index + found[0].length)];
  };

  it('is read when it is harmless', async () => expect(await door(bytesOf(encoder.encode(sample)))).toBe('read'));

  it.each([
    ['a billion laughs', () => withDoctype(put('&l12;'), laughs), 'xml-doctype'],
    ['a long entity a thousand times', () => withDoctype(put('&a;'.repeat(1000)), quadratic), 'xml-doctype'],
    [
      'an external entity',
      () => withDoctype(put('&x;'), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'xml-doctype',
    ],
    ['an external DTD', () => withDoctype(sample, '<!DOCTYPE x SYSTEM "http://example.com/x.dtd">'), 'xml-doctype'],
    [
      'a parameter entity',
      () => withDoctype(sample, '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.com/p"> %p;]>'),
      'xml-doctype',
    ],
    ['an entity nobody declared', () => put('&x;'), 'xml-damaged'],
    ['a hundred thousand elements in each other', () => put(`<a>`.repeat(100_000)), 'xml-too-large'],
  ])('%s is refused', async (_what, text, code) => {
    expect(await door(bytesOf(encoder.encode(text())))).toBe(code);
  });

  it.each([
    ['one text', 'aaaaaaaaaaaaaaaa', ''],
    ['one CDATA section', '<![CDATA[', ']]>'],
    ['one comment', '<!-- ', ' -->'],
    ['one attribute', '<a b="', '"/>'],
    ['one name', '<a', '/>'],
    ['one processing instruction', '<?a ', '?>'],
  ])(
    'refuses two gigabytes in %s before reading them, with little memory',
    async (_what, begin, end) => {
      const [before, after] = halves();
      const source = longSource(before + begin, 'aaaaaaaaaaaaaaaa', 2047 * MB, end + after);
      const heap = process.memoryUsage().heapUsed;
      expect(await door(source)).toBe('xml-too-large');
      expect(source.readBytes()).toBeLessThan(16 * MB);
      expect(process.memoryUsage().heapUsed - heap).toBeLessThan(200 * MB);
    },
    60_000,
  );
});

describe('detecting the kind of a file', () => {
  it.each(['<!-- ', '<?a ', '<a b="', '<a'])(
    'stops on two gigabytes that begin with %s',
    async (begin) => {
      const source = longSource(`<?xml version="1.0"?>${begin}`, 'aaaaaaaaaaaaaaaa', 2047 * MB, '');
      expect(await detectSpendFormat(source)).toBe('invoice');
      expect(source.readBytes()).toBeLessThan(16 * MB);
    },
    60_000,
  );
});
