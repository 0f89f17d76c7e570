/** Attributes of a tag, by their names as written. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

export interface XmlEventListener {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(text: string): void;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
const MORE = -1;
const UNUSUAL = -2;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
/** ASCII characters allowed in names. Names with other characters are left to the full XML parser. */
const inNames = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9_:.-]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const startsNames = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z_:]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Characters and sequences that need a full XML parser: those XML forbids, and the end of a CDATA section. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]|\]\]>/;
/**
 * A complete simple cell with a value or inline text without entities. Most of a sheet consists of these, and matching
 * them as a whole halves the time.
 */
const simpleCell =
  /<c r="([A-Z]{1,3}\d{1,7})"(?: s="(\d{1,6})")?(?: t="([A-Za-z]{1,9})")?><(?:v>([^<&\r]+)<\/v|is><t(?: xml:space="preserve")?>([^<&\r]+)<\/t><\/is)><\/c>/y;
const entity = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#x([0-9A-Fa-f]{1,5}));|&/g;
const noAttributes: XmlAttributes = {};
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Returns the text with its entities replaced; null when it has an unusual one. */
function withEntities(text: string): string | null {
  let usual = true;
  const plain = text.replace(
    entity,
    (_, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return named[name]!;
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : 0;
      usual &&= code >= 0x20 && code < 0xd800;
      return String.fromCharCode(code);
    },
  );
  return usual ? plain : null;
}

/**
 * Parses the XML that programs write for tables: tags, attributes and texts, with ASCII names, and no other XML
 * feature. At anything else, and at any error, it stops and returns the unread rest. A full XML parser then continues
 * from `openTags`.
 * A sheet has millions of tags, and a full parser takes five times as long per tag.
 */
export class SimpleXmlParser {
  readonly #listener: XmlEventListener;
  readonly #open: string[] = [];
  #rest = '';
  #at = 0;
  #isOver = false;
  #attributes: Record<string, string> = {};

  constructor(listener: XmlEventListener) {
    this.#listener = listener;
  }

  /** Start tags that reopen the open elements; for a finished document, an equivalent one. */
  get openTags(): string {
    return this.#isOver ? '<over/>' : this.#open.map((name) => `<${name}>`).join('');
  }

  /** Parses a piece, starting with the first tag of a document. Returns null, or the text left to the full parser. */
  write(piece: string): string | null {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    if (forbidden.test(text)) return text;
    let from = 0;
    while (from < text.length) {
      const until = this.#readOne(text, from);
      if (until === UNUSUAL) return text.slice(from);
      if (until === MORE) break;
      from = until;
    }
    this.#rest = text.slice(from);
    return null;
  }

  /** Returns the unread rest at the end of input; null when the document is complete. */
  end(): string | null {
    return this.#isOver && this.#rest.trim() === '' ? null : this.#rest;
  }

  /** Parses one tag, or the text before the next. Returns the end position. */
  #readOne(text: string, from: number): number {
    if (text.charCodeAt(from) !== LESS) return this.#readText(text, from);
    if (from + 1 >= text.length) return MORE;
    if (text.charCodeAt(from + 1) === SLASH) return this.#readEnd(text, from + 2);
    if (this.#isOver) return UNUSUAL;
    return (text.startsWith('<c r="', from) && this.#readPlainCell(text, from)) || this.#readStart(text, from + 1);
  }

  /**
   * Emits the events of a complete simple cell, as parsing it tag by tag would. Returns 0 when the cell is not of that
   * form.
   */
  #readPlainCell(text: string, from: number): number {
    simpleCell.lastIndex = from;
    const cell = this.#open.length > 0 ? simpleCell.exec(text) : null;
    if (!cell) return 0;
    const [, r, s, t, value, own] = cell;
    this.#listener.open('c', { r, s, t });
    if (own !== undefined) this.#listener.open('is', noAttributes);
    const holds = own === undefined ? 'v' : 't';
    this.#listener.open(holds, noAttributes);
    this.#listener.text((own ?? value)!);
    this.#listener.close(holds);
    if (own !== undefined) this.#listener.close('is');
    this.#listener.close('c');
    return simpleCell.lastIndex;
  }

  #readText(text: string, from: number): number {
    const until = text.indexOf('<', from);
    if (until < 0) return MORE;
    const piece = text.slice(from, until);
    if (this.#open.length === 0) return piece.trim() === '' ? until : UNUSUAL;
    const plain = piece.includes('&')
      ? withEntities(piece.includes('\r') ? piece.replace(/\r\n?/g, '\n') : piece)
      : piece.includes('\r')
        ? piece.replace(/\r\n?/g, '\n')
        : piece;
    if (plain === null) return UNUSUAL;
    this.#listener.text(plain);
    return until;
  }

  #readEnd(text: string, from: number): number {
    const until = text.indexOf('>', from);
    if (until < 0) return MORE;
    const name = this.#open.at(-1);
    if (name === undefined || until - from !== name.length || !text.startsWith(name, from)) return UNUSUAL;
    this.#close(name);
    return until + 1;
  }

  #close(name: string): void {
    this.#open.pop();
    this.#isOver = this.#open.length === 0;
    this.#listener.close(name);
  }

  #readStart(text: string, from: number): number {
    const nameEnd = this.#nameEnd(text, from);
    if (nameEnd < 0) return nameEnd;
    const name = text.slice(from, nameEnd);
    this.#attributes = {};
    const end = this.#readAttributes(text, nameEnd);
    if (end < 0) return end;
    this.#open.push(name);
    this.#listener.open(name, this.#attributes);
    if (text.charCodeAt(end) === GREATER) return end + 1;
    this.#close(name);
    return end + 2;
  }

  /** Reads attributes up to the ">" or "/>" that ends the tag. Returns its position. */
  #readAttributes(text: string, from: number): number {
    let at = from;
    for (;;) {
      const before = at;
      while (isSpace(text.charCodeAt(at))) at += 1;
      if (at >= text.length) return MORE;
      const code = text.charCodeAt(at);
      if (code === GREATER) return at;
      if (code === SLASH) return at + 1 >= text.length ? MORE : text.charCodeAt(at + 1) === GREATER ? at : UNUSUAL;
      if (at === before) return UNUSUAL;
      at = this.#readAttribute(text, at);
      if (at < 0) return at;
    }
  }

  #readAttribute(text: string, from: number): number {
    const nameEnd = this.#nameEnd(text, from);
    if (nameEnd < 0) return nameEnd;
    if (nameEnd + 1 >= text.length) return MORE;
    const quote = text.charCodeAt(nameEnd + 1);
    if (text.charCodeAt(nameEnd) !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) return UNUSUAL;
    const until = text.indexOf(quote === QUOTE ? '"' : "'", nameEnd + 2);
    if (until < 0) return MORE;
    const name = text.slice(from, nameEnd);
    const value = text.slice(nameEnd + 2, until);
    if (Object.hasOwn(this.#attributes, name) || /[<&\t\r\n]/.test(value)) return UNUSUAL;
    this.#attributes[name] = value;
    return until + 1;
  }

  #nameEnd(text: string, from: number): number {
    const first = text.charCodeAt(from);
    if (from >= text.length) return MORE;
    if (!(first < 128) || startsNames[first] !== 1) return UNUSUAL;
    let at = from + 1;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 128) return UNUSUAL;
      if (inNames[code] !== 1) return at;
    }
    return MORE;
  }
}
