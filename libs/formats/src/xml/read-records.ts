import { SaxesParser, type SaxesTagNS } from 'saxes';
import { FormatProblem } from '../format-problem.ts';
import { decodeXml } from './decode-xml.ts';
import type { Element } from './element.ts';
import { type XmlLimits, xmlLimits } from './limits.ts';

export interface XmlRoot {
  readonly name: string;
  readonly namespace: string;
  readonly line: number;
}

export type RootAnswer = 'read' | 'enter' | 'skip';

export interface RecordOptions {
  /**
   * Called with the root before anything else is read. Throws to refuse. 'enter' opens an envelope: it is then called
   * with each child until one is 'read'. 'skip' skips an element with its content.
   */
  readonly onRoot: (root: XmlRoot) => RootAnswer;
  /** Elements whose text is counted but never stored, such as embedded attachments. */
  readonly skipTextOf?: ReadonlySet<string>;
  /** Direct children of the root that are not built, such as signatures. */
  readonly skipRecords?: ReadonlySet<string>;
  /** Container elements at any depth: not built; their children are yielded as records instead. */
  readonly enter?: ReadonlySet<string>;
  readonly limits?: XmlLimits;
}

/**
 * Streams an XML document. Yields each direct child of its root as a small tree and releases it afterwards. A DOCTYPE
 * and entities of the document are refused, so that nothing is expanded or fetched.
 * @throws FormatProblem 'file-empty' | 'not-xml' | 'xml-encoding' | 'xml-doctype' | 'xml-truncated' | 'xml-damaged' |
 * 'xml-too-large', and the errors of `onRoot`
 */
export async function* readRecords(chunks: AsyncIterable<Uint8Array>, options: RecordOptions): AsyncGenerator<Element> {
  const limits = options.limits ?? xmlLimits;
  const builder = new RecordBuilder(options, limits);
  for await (const text of decodeXml(counted(chunks, limits.bytesMax))) {
    builder.write(text);
    yield* builder.takeRecords();
  }
  builder.close();
  yield* builder.takeRecords();
}

async function* counted(chunks: AsyncIterable<Uint8Array>, bytesMax: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new FormatProblem('xml-too-large', { what: 'bytes', limit: bytesMax });
    yield chunk;
  }
}

/** Maximum length of skipped text: enough for an attachment, within the memory of a reading process. */
const SKIPPED_CHARS_MAX = 100 * 1024 * 1024;

class RecordBuilder {
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly options: RecordOptions;
  private readonly limits: XmlLimits;
  private readonly open: Element[] = [];
  private ready: Element[] = [];
  private rootDepth = -1;
  private depth = 0;
  /** Depth at which a skipped element was opened; nothing below it is built. */
  private skippedAt = 0;
  private records = 0;
  private nodes = 0;
  /** Characters since the parser's last event. The parser holds a text, name or comment until it ends. */
  private charsSinceEvent = 0;

  constructor(options: RecordOptions, limits: XmlLimits) {
    this.options = options;
    this.limits = limits;
    this.parser.on('error', (error) => this.fail(error.message));
    this.parser.on('doctype', () => {
      throw new FormatProblem('xml-doctype', {}, { line: this.parser.line });
    });
    for (const event of ['comment', 'processinginstruction', 'attribute'] as const)
      this.parser.on(event, () => this.resetSilence());
    this.parser.on('opentag', (tag) => this.start(tag));
    this.parser.on('text', (text) => this.addText(text));
    this.parser.on('cdata', (text) => this.addText(text));
    this.parser.on('closetag', () => this.end());
  }

  write(text: string): void {
    this.charsSinceEvent += text.length;
    this.parser.write(text);
    if (this.charsSinceEvent > this.charsSinceEventMax()) this.tooLarge('text', this.limits.textCharsMax);
  }

  /** Skipped content may be long, for example attachments; other content may not. */
  private charsSinceEventMax(): number {
    const passedOver = this.skippedAt > 0 || this.options.skipTextOf?.has(this.open.at(-1)?.name ?? '');
    return passedOver ? Math.min(this.limits.bytesMax, SKIPPED_CHARS_MAX) : this.limits.textCharsMax;
  }

  private resetSilence(): void {
    this.charsSinceEvent = 0;
  }

  close(): void {
    this.parser.close();
    if (this.rootDepth < 0) throw new FormatProblem('xml-truncated', {}, { line: this.parser.line });
  }

  takeRecords(): Element[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  private start(tag: SaxesTagNS): void {
    this.resetSilence();
    this.depth += 1;
    if (this.depth > this.limits.depthMax) this.tooLarge('depth', this.limits.depthMax);
    if (this.skippedAt > 0) return;
    if (this.rootDepth < 0) return this.startRoot({ name: tag.local, namespace: tag.uri, line: this.parser.line });
    if (this.depth <= this.rootDepth) return;
    if (this.open.length === 0 && this.options.enter?.has(tag.local)) return;
    if (this.open.length === 0 && !this.startRecord(tag.local)) return;
    this.nodes += 1;
    if (this.nodes > this.limits.nodesPerRecordMax) this.tooLarge('nodes', this.limits.nodesPerRecordMax);
    const attributes: Record<string, string> = {};
    for (const { local, value } of Object.values(tag.attributes)) attributes[local] = value;
    const element: Element = {
      name: tag.local,
      attributes,
      children: [],
      text: '',
      textLength: 0,
      line: this.parser.line,
    };
    this.open.at(-1)?.children.push(element);
    this.open.push(element);
  }

  private startRoot(root: XmlRoot): void {
    const answer = this.options.onRoot(root);
    if (answer === 'read') this.rootDepth = this.depth;
    if (answer === 'skip') this.skippedAt = this.depth;
  }

  private startRecord(name: string): boolean {
    this.nodes = 0;
    this.records += 1;
    if (this.records > this.limits.recordsMax) this.tooLarge('records', this.limits.recordsMax);
    if (!this.options.skipRecords?.has(name)) return true;
    this.skippedAt = this.depth;
    return false;
  }

  private addText(text: string): void {
    this.resetSilence();
    const element = this.open.at(-1);
    if (!element) return;
    if (this.options.skipTextOf?.has(element.name)) {
      element.textLength += base64Characters(text);
      return;
    }
    element.textLength += text.length;
    if (element.textLength > this.limits.textCharsMax) this.tooLarge('text', this.limits.textCharsMax);
    element.text += text;
  }

  private end(): void {
    this.resetSilence();
    if (this.skippedAt === this.depth) this.skippedAt = 0;
    this.depth -= 1;
    const element = this.open.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (this.open.length === 0) this.ready.push(element);
  }

  private fail(message: string): never {
    const place = { line: this.parser.line };
    const detail = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    const isTruncated = /unclosed tag|document must contain a root element|unexpected end/.test(detail);
    // The text after a colon is quoted from the file and may be personal data.
    throw new FormatProblem(
      isTruncated ? 'xml-truncated' : 'xml-damaged',
      { damage: detail.split(':')[0] ?? '', line: place.line },
      place,
    );
  }

  private tooLarge(what: string, limit: number): never {
    throw new FormatProblem('xml-too-large', { what, limit }, { line: this.parser.line });
  }
}

/** Counts the characters of base64 data, without white space and padding. */
function base64Characters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 32 && code !== 61) count += 1;
  }
  return count;
}
