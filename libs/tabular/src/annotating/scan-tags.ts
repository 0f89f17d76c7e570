import { ReadProblem } from '../read-problem.ts';

const TAG_MAX = 1024 * 1024;

/** Where the markup that begins at `at` ends; -1 when that is not known yet. */
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
  // An attribute may hold a ">".
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
 * Goes through XML at its tags while it passes by. `onTag` sees each (not comments and the like), and gives what shall stand in its place,
 * or null to leave it; all else comes out as it went in.
 */
export class TagScanner {
  private rest = '';
  private readonly part: string;
  private readonly onTag: (tag: string) => string | null;

  constructor(part: string, onTag: (tag: string) => string | null) {
    this.part = part;
    this.onTag = onTag;
  }

  /** What can be passed on once `piece` has come. */
  push(piece: string): string {
    const xml = this.rest + piece;
    let out = '';
    let copied = 0;
    let at = 0;
    for (;;) {
      const start = xml.indexOf('<', at);
      if (start < 0) return this.keep('', out + xml.slice(copied));
      const end = xml.length - start < 2 ? -1 : endOf(xml, start, this.part);
      if (end < 0) return this.keep(xml.slice(start), out + xml.slice(copied, start));
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

  private keep(rest: string, out: string): string {
    if (rest.length > TAG_MAX) throw new ReadProblem('workbook-damaged', { part: this.part, reason: 'text-too-long' });
    this.rest = rest;
    return out;
  }
}

/** The name of a tag without "<", "/" and prefix. */
export function tagName(tag: string): string {
  return /^<\/?(?:[^\s:/>]*:)?([^\s/>]+)/.exec(tag)?.[1] ?? '';
}

/** The prefix of a tag with its colon; '' when it has none. */
export function tagPrefix(tag: string): string {
  return /^<\/?([^\s:/>]+:)?/.exec(tag)?.[1] ?? '';
}

/** The value of an attribute written without a prefix. */
export function tagAttribute(tag: string, name: string): string | null {
  return (
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(tag)
      ?.slice(1)
      .find((value) => value !== undefined) ?? null
  );
}

/** The tag with the attribute set, or taken away where the value is null. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const bare = tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
  return value === null ? bare : bare.replace(/\s*(\/?)>$/, ` ${name}="${value}"$1>`);
}
