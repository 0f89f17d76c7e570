/**
 * Entries of the information dictionary that may name a person (ISO 32000-2, 14.3.3), and the author entry of
 * annotations.
 */
const metadataEntry =
  /\/(?:Author|Creator|Producer|Title|Subject|Keywords|Company|Manager|SourceModified|LastAuthor|T)\s*(?=[(<])/g;
/** Matches an XMP packet. All its texts are blanked, whatever their names. */
const xmpPacket = /<\?xpacket begin=[\s\S]*?<\?xpacket end=/g;
const SPACE = 0x20;

/**
 * Returns the end of a literal string, which may contain balanced and escaped parentheses; -1 when it is not closed.
 */
function endOfLiteral(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')' && (depth -= 1) === 0) return at;
  }
  return -1;
}

/**
 * Blanks a PDF's metadata about its author in place: the entries of its information dictionary and its XMP packets.
 * Every byte keeps its offset, so that cross-references remain valid. Object streams and page content are unchanged.
 * Returns whether anything was blanked.
 */
export function blankPdfMetadata(bytes: Uint8Array): boolean {
  const text = latin1(bytes);
  let isChanged = false;
  const blank = (from: number, to: number, filler = SPACE): void => {
    for (let at = from; at < to; at += 1) {
      if (bytes[at] === filler) continue;
      bytes[at] = filler;
      isChanged = true;
    }
  };
  for (const { 0: name, index } of text.matchAll(metadataEntry)) {
    const from = index + name.length;
    if (text[from] === '<' && text[from + 1] === '<') continue;
    const to = text[from] === '(' ? endOfLiteral(text, from) : text.indexOf('>', from);
    // A hexadecimal string consists of spaces when each pair of digits is 20.
    if (to > from && text[from] === '(') blank(from + 1, to);
    else if (to > from)
      for (let at = from + 1; at < to; at += 1) blank(at, at + 1, (at - from) % 2 === 1 ? 0x32 : 0x30);
  }
  for (const { 0: xml, index } of text.matchAll(xmpPacket)) {
    for (const { 0: part, index: at } of xml.matchAll(/>[^<>]+(?=<)/g))
      if (/\S/.test(part.slice(1))) blank(index + at + 1, index + at + part.length);
    for (const { 0: part, 1: before = '', 2: value = '', index: at } of xml.matchAll(
      /(\s(?!xmlns|rdf:about|rdf:parseType|xml:lang)[\w.-]+:[\w.-]+=")([^"]*)"/g,
    )) {
      if (part !== '' && value.trim() !== '')
        blank(index + at + before.length, index + at + before.length + value.length);
    }
  }
  return isChanged;
}

/** Decodes one character per byte, also for a large file. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
