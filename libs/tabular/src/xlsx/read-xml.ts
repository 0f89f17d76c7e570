import { SaxesParser } from 'saxes';
import { ReadProblem } from '../read-problem.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader of one part wants to hear. Names come without their prefix: strict and namespaced variants look alike. */
export interface XmlHandlers {
  open?(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

export interface XmlSettings {
  /** names the part in problems */
  part: string;
  /** characters between two tags */
  textMax?: number;
  depthMax?: number;
}

type Decoder = InstanceType<typeof TextDecoder>;

const TEXT_MAX = 1024 * 1024;
const DEPTH_MAX = 128;
// Later versions of Excel keep their additions here, under names that mean something else outside.
const EXTENSIONS = 'extLst';

export interface XmlReader {
  write(bytes: Uint8Array): void;
  end(): void;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name without prefix (`r:id` is `id`). */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const prefixed = Object.keys(attributes).find((key) => localName(key) === name);
  return prefixed === undefined ? undefined : attributes[prefixed];
}

/** By byte order mark or by what the declaration says; XML without either is UTF-8. */
export function decoderOf(start: Uint8Array): Decoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(String.fromCharCode(...start.subarray(0, 120)))?.[1];
  try {
    return new TextDecoder(declared && !/^utf-?16/i.test(declared) ? declared : 'utf-8');
  } catch {
    return new TextDecoder();
  }
}

/**
 * Reads XML as it comes. A DOCTYPE is refused (no entity of ours or theirs is ever expanded or fetched), and so are
 * texts and nesting beyond the limits: a bomb is stopped while it unpacks.
 */
export function xmlReader({ part, textMax = TEXT_MAX, depthMax = DEPTH_MAX }: XmlSettings, handlers: XmlHandlers): XmlReader {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let decoder: Decoder | null = null;
  let depth = 0;
  let quiet = 0;
  let extensions = 0;
  parser.on('doctype', () => {
    throw new ReadProblem('xml-doctype', { part });
  });
  parser.on('error', (cause) => {
    throw new ReadProblem('workbook-damaged', { part, reason: 'xml' }, { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0;
    depth += 1;
    if (depth > depthMax) throw new ReadProblem('workbook-damaged', { part, reason: 'nesting' });
    const local = localName(name);
    if (local === EXTENSIONS) extensions += 1;
    if (extensions === 0) handlers.open?.(local, attributes);
  });
  parser.on('closetag', ({ name }) => {
    quiet = 0;
    depth -= 1;
    const local = localName(name);
    if (extensions === 0) handlers.close?.(local);
    if (local === EXTENSIONS) extensions -= 1;
  });
  if (handlers.text) {
    const text = handlers.text.bind(handlers);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const feed = (text: string) => {
    quiet += text.length;
    parser.write(text);
    // What is left over since the last tag; a whole piece may lie between two, so a piece counts at most once.
    if (quiet > textMax + text.length) throw new ReadProblem('workbook-damaged', { part, reason: 'text-too-long' });
  };
  return {
    write(bytes) {
      decoder ??= decoderOf(bytes);
      feed(decoder.decode(bytes, { stream: true }));
    },
    end() {
      if (decoder) feed(decoder.decode());
      parser.close();
    },
  };
}
