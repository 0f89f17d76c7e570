import { FormatProblem } from '../format-problem.ts';

type Decoder = InstanceType<typeof TextDecoder>;

const byteOrderMarks: [bytes: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Decodes the bytes of an XML file by byte order mark, otherwise by XML declaration, otherwise as UTF-8 (XML 1.0,
 * appendix F).
 * @throws FormatProblem 'file-empty' | 'not-xml' | 'xml-encoding'
 */
export async function* decodeXml(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  let pending = new Uint8Array();
  for await (const chunk of chunks) {
    if (decoder) {
      yield decodeChunk(decoder, chunk);
      continue;
    }
    pending = joined(pending, chunk);
    if (pending.length < 256) continue;
    decoder = decoderFor(pending);
    yield decodeChunk(decoder, pending);
  }
  if (!decoder) {
    if (pending.length === 0) throw new FormatProblem('file-empty');
    decoder = decoderFor(pending);
    yield decodeChunk(decoder, pending);
  }
  yield decodeChunk(decoder);
}

function decodeChunk(decoder: Decoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new FormatProblem('xml-encoding', { encoding: decoder.encoding });
  }
}

function decoderFor(head: Uint8Array): Decoder {
  const encoding = encodingOf(head);
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new FormatProblem('xml-encoding', { encoding });
  }
}

function encodingOf(head: Uint8Array): string {
  const shown = byteOrderMarks.find(([bytes]) => bytes.every((byte, i) => head[i] === byte))?.[1] ?? widthOf(head);
  if (shown === null) {
    const ascii = String.fromCharCode(...head.subarray(0, 256));
    if (!/^\s*</.test(ascii)) throw new FormatProblem('not-xml', { found: printable(ascii) });
    return declaredIn(ascii) ?? 'utf-8';
  }
  const declared = declaredIn(new TextDecoder(shown).decode(head.subarray(0, 256)));
  // A file in one encoding that declares another is not well-formed (XML 1.0, 4.3.3).
  if (
    declared !== null &&
    !(shown === 'utf-8' ? /^utf-?8$/ : /^(?:utf-16(?:le|be)?|iso-10646-ucs-2|ucs-2|unicode)$/).test(declared)
  )
    throw new FormatProblem('xml-encoding', { encoding: declared });
  return shown;
}

/** Detects UTF-16 without a byte order mark by the zero byte next to the first `<`. */
function widthOf(head: Uint8Array): string | null {
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  return head[0] === 0 && head[1] === 0x3c ? 'utf-16be' : null;
}

function declaredIn(text: string): string | null {
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Returns the first characters in a form that can be displayed. */
function printable(text: string): string {
  return text.slice(0, 20).replace(/[^\x20-\x7e]/g, '·');
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
