import { SaxesParser } from 'saxes';
import { ReadProblem } from '../read-problem.ts';
import { SimpleXmlParser } from './plain-xml.ts';
import type { XmlEventListener, XmlAttributes } from './plain-xml.ts';

/** Event handlers for one part. Names come without prefix, so that strict and namespaced variants look alike. */
export interface XmlHandlers {
  open?(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

export interface XmlSettings {
  /** name of the part in problems */
  part: string;
  /** characters between two tags */
  textMax?: number;
  depthMax?: number;
}

type Decoder = InstanceType<typeof TextDecoder>;

const TEXT_MAX = 1024 * 1024;
const DEPTH_MAX = 128;
// Later versions of Excel store their additions here, under names that mean something else elsewhere.
const EXTENSIONS = 'extLst';

export interface XmlReader {
  write(bytes: Uint8Array): void;
  end(): void;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Returns an attribute by its name without prefix (`r:id` is `id`). */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const prefixed = Object.keys(attributes).find((key) => localName(key) === name);
  return prefixed === undefined ? undefined : attributes[prefixed];
}

/** Returns the decoder by byte order mark or XML declaration; UTF-8 by default. */
export function decoderOf(start: Uint8Array): Decoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(
    String.fromCharCode(...start.subarray(0, 120)),
  )?.[1];
  try {
    return new TextDecoder(declared && !/^utf-?16/i.test(declared) ? declared : 'utf-8');
  } catch {
    return new TextDecoder();
  }
}

/** Passes parser events to the handlers and enforces the limits. */
class HandlerRelay implements XmlEventListener {
  #depth = 0;
  #extensions = 0;
  /** characters since the last tag */
  #quiet = 0;
  readonly #settings: XmlSettings;
  readonly #handlers: XmlHandlers;

  constructor(settings: XmlSettings, handlers: XmlHandlers) {
    this.#settings = settings;
    this.#handlers = handlers;
  }

  open(name: string, attributes: XmlAttributes): void {
    const { part, depthMax = DEPTH_MAX } = this.#settings;
    this.#quiet = 0;
    this.#depth += 1;
    if (this.#depth > depthMax) throw new ReadProblem('workbook-damaged', { part, reason: 'nesting' });
    const local = localName(name);
    if (local === EXTENSIONS) this.#extensions += 1;
    if (this.#extensions === 0) this.#handlers.open?.(local, attributes);
  }

  close(name: string): void {
    this.#quiet = 0;
    this.#depth -= 1;
    const local = localName(name);
    if (this.#extensions === 0) this.#handlers.close?.(local);
    if (local === EXTENSIONS) this.#extensions -= 1;
  }

  text(text: string): void {
    this.#handlers.text?.(text);
  }

  /**
   * Wraps the parsing of a piece and limits the text between two tags. A whole piece may lie between two tags, so a
   * piece counts at most once. @throws ReadProblem 'workbook-damaged'
   */
  within(piece: string, read: () => void): void {
    const { part, textMax = TEXT_MAX } = this.#settings;
    this.#quiet += piece.length;
    read();
    if (this.#quiet > textMax + piece.length)
      throw new ReadProblem('workbook-damaged', { part, reason: 'text-too-long' });
  }
}

/** Creates a full XML parser that rejects a DOCTYPE. Elements that are already open are reopened without events. */
function fullParser(part: string, relay: HandlerRelay, openTags = ''): SaxesParser<{ xmlns: false }> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on('doctype', () => {
    throw new ReadProblem('xml-doctype', { part });
  });
  parser.on('error', (cause) => {
    throw new ReadProblem('workbook-damaged', { part, reason: 'xml' }, { cause });
  });
  parser.write(openTags);
  parser.on('opentag', ({ name, attributes }) => relay.open(name, attributes));
  parser.on('closetag', ({ name }) => relay.close(name));
  parser.on('text', (text) => relay.text(text));
  parser.on('cdata', (text) => relay.text(text));
  return parser;
}

/** Returns the position of a document's first tag, after an ordinary declaration; -1 when there is anything else. */
const firstTag = (text: string): number =>
  /^\ufeff?(?:<\?xml version="1\.0"[^<>?]*\?>)?\s*(?=<[A-Za-z])/.exec(text)?.[0].length ?? -1;

/**
 * Parses streamed XML. A DOCTYPE is rejected, so no entity is ever expanded or fetched. Texts and nesting beyond the
 * limits are rejected during unpacking, which stops XML bombs. @throws ReadProblem 'xml-doctype' | 'workbook-damaged'
 */
export function xmlReader(settings: XmlSettings, handlers: XmlHandlers): XmlReader {
  const relay = new HandlerRelay(settings, handlers);
  let decoder: Decoder | null = null;
  let simpleParser: SimpleXmlParser | null = null;
  let completeParser: SaxesParser<{ xmlns: false }> | null = null;
  const begin = (text: string): void => {
    const from = firstTag(text);
    if (from < 0) completeParser = fullParser(settings.part, relay);
    else simpleParser = new SimpleXmlParser(relay);
    read(from < 0 ? text : text.slice(from));
  };
  const read = (text: string): void => {
    if (completeParser) return void completeParser.write(text);
    if (!simpleParser) return text === '' ? undefined : begin(text);
    const left = simpleParser.write(text);
    if (left !== null) goOn(left, simpleParser.openTags);
  };
  const goOn = (left: string, openTags: string): void => {
    completeParser = fullParser(settings.part, relay, openTags);
    completeParser.write(left);
  };
  const feed = (text: string): void => relay.within(text, () => read(text));
  return {
    write(bytes) {
      decoder ??= decoderOf(bytes);
      feed(decoder.decode(bytes, { stream: true }));
    },
    end() {
      if (decoder) feed(decoder.decode());
      const left = completeParser || !simpleParser ? null : simpleParser.end();
      if (left !== null) goOn(left, simpleParser!.openTags);
      if (!simpleParser && !completeParser) completeParser = fullParser(settings.part, relay);
      completeParser?.close();
    },
  };
}
