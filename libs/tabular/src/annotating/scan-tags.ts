import { ReadProblem } from '../read-problem.ts';

const TAG_MAX = 1024 * 1024;

/**
 * Returns the end position of the markup that begins at `at`; -1 when it is not complete yet. @throws ReadProblem
 * 'xml-doctype'
 */
function endOf(xml: string, at: number, part: string): number {
  const after = (mark: string) => {
    const found = xml.indexOf(mark, at);
    return found < 0 ? -1 : found + mark.length;
  };
  if (xml.charCodeAt(at + 1) === 63) return after('?>');
  if (xml.charCodeAt(at + 1) === 33) {
    if (xml.startsWith('<!--', at)) return after('-->');
    if (xml.startsWith('<![CDATA[', at)) return after(']]>');
    if (xml.length - at < 9) return -1;
    throw new ReadProblem('xml-doctype', { part });
  }
  // An attribute value may contain ">".
  let quote = 0;
  for (let index = at + 1; index < xml.length; index += 1) {
    const code = xml.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return index + 1;
  }
  return -1;
}

/**
 * Scans streamed XML for tags. `onTag` receives each tag (not comments, CDATA and the like) and returns its
 * replacement, or null to leave it. Everything else is passed through unchanged.
 */
export class TagScanner {
  private rest = '';
  private readonly part: string;
  private readonly onTag: (tag: string) => string | null;

  constructor(part: string, onTag: (tag: string) => string | null) {
    this.part = part;
    this.onTag = onTag;
  }

  /** Takes a piece and returns the output that is complete with it. */
  push(piece: string): string {
    const xml = this.rest + piece;
    let out = '';
    let copied = 0;
    let at = 0;
    for (;;) {
      const start = xml.indexOf('<', at);
      if (start < 0) return this.retainRest('', out + xml.slice(copied));
      const end = xml.length - start < 2 ? -1 : endOf(xml, start, this.part);
      if (end < 0) return this.retainRest(xml.slice(start), out + xml.slice(copied, start));
      at = end;
      const second = xml.charCodeAt(start + 1);
      if (second === 63 || second === 33) continue;
      const instead = this.onTag(xml.slice(start, end));
      if (instead === null) continue;
      out += xml.slice(copied, start) + instead;
      copied = end;
    }
  }

  end(): string {
    return this.rest;
  }

  private retainRest(rest: string, out: string): string {
    if (rest.length > TAG_MAX) throw new ReadProblem('workbook-damaged', { part: this.part, reason: 'text-too-long' });
    this.rest = rest;
    return out;
  }
}

/** Returns the name of a tag without "<", "/" and prefix. */
export function tagName(tag: string): string {
  return /^<\/?(?:[^\s:/>]*:)?([^\s/>]+)/.exec(tag)?.[1] ?? '';
}

/** Returns the prefix of a tag with its colon; '' when it has none. */
export function tagPrefix(tag: string): string {
  return /^<\/?([^\s:/>]+:)?/.exec(tag)?.[1] ?? '';
}

/** Returns the value of an attribute without a prefix; null when it is missing. */
export function tagAttribute(tag: string, name: string): string | null {
  return (
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(tag)
      ?.slice(1)
      .find((value) => value !== undefined) ?? null
  );
}

/** Returns the tag with the attribute set, or removed when the value is null. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const bare = tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
  return value === null ? bare : bare.replace(/\s*(\/?)>$/, ` ${name}="${value}"$1>`);
}
