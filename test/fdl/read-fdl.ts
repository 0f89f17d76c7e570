import type { FdlDefinition, FdlField, FdlLookupPart, FdlTable } from './fdl-definition.ts';
import { fdlTokens } from './fdl-tokens.ts';
import type { FdlToken } from './fdl-tokens.ts';

const types = new Set(['String', 'Decimal', 'Integer', 'Date', 'YesNo']);

/** Reads one definition completely. */
class FdlReader {
  private at = 0;
  private readonly tokens: readonly FdlToken[];

  constructor(source: string) {
    this.tokens = fdlTokens(source);
  }

  definition(): FdlDefinition {
    this.word('Framework');
    const code = this.take('word');
    this.sign('{');
    this.word('Name');
    const name = this.take('text');
    this.word('ManagementCharge');
    const charge = this.charge();
    const lots = this.nextIs('Lots') ? this.lots() : [];
    const tables: FdlTable[] = [];
    while (/^(?:Invoice|Contract|Other)Fields$/.test(this.peek().text)) tables.push(this.table());
    const lookups = this.nextIs('Lookups') ? this.lookups() : new Map<string, readonly FdlLookupPart[]>();
    this.sign('}');
    return { code, name, charge, lots, tables, lookups };
  }

  private charge(): string {
    const words: string[] = [];
    let depth = 0;
    while (depth > 0 || !/^(?:Lots|InvoiceFields|ContractFields|OtherFields)$/.test(this.peek().text)) {
      const { text, kind } = this.next();
      if (kind === 'sign' && text === '{') depth += 1;
      if (kind === 'sign' && text === '}') depth -= 1;
      words.push(kind === 'text' ? `'${text}'` : text);
    }
    return words.join(' ').replaceAll(' %', '%').replaceAll(' ,', ',');
  }

  private lots(): FdlDefinition['lots'] {
    this.word('Lots');
    return this.block('{', '}', () => {
      const number = this.take('text');
      this.sign('->');
      return { number, description: this.take('text') };
    });
  }

  private table(): FdlTable {
    const kind = this.take('word').replace('Fields', '') as FdlTable['kind'];
    return { kind, fields: this.block('{', '}', () => this.field()) };
  }

  private field(): FdlField {
    const optional = this.nextIs('optional');
    if (optional) this.next();
    const first = this.take('word');
    const length = this.peek().text === '(' ? this.range() : null;
    const second = this.nextIs('from') ? null : this.take('word');
    this.word('from');
    const from = this.take('text');
    const typed = second !== null || types.has(first);
    const dependsOn = this.nextIs('depends_on') ? this.dependence() : null;
    return { optional, type: typed ? first : null, length, destination: typed ? second : first, from, dependsOn };
  }

  /** (8), (..8), (8..) or (8..16) */
  private range(): FdlField['length'] {
    const parts = this.block('(', ')', () => this.next().text);
    const [least, most] = parts.includes('..')
      ? [parts[0] === '..' ? null : Number(parts[0]), parts.at(-1) === '..' ? null : Number(parts.at(-1))]
      : [Number(parts[0]), Number(parts[0])];
    return { least, most };
  }

  private dependence(): NonNullable<FdlField['dependsOn']> {
    this.word('depends_on');
    const parents = this.commas(() => this.take('text'));
    const cases = this.block('{', '}', () => {
      const when = this.commas(() => this.next().text);
      this.sign('->');
      return { when, lookup: this.take('word') };
    });
    return { parents, cases };
  }

  private lookups(): ReadonlyMap<string, readonly FdlLookupPart[]> {
    this.word('Lookups');
    return new Map(
      this.block('{', '}', () => {
        const name = this.take('word');
        const parts = this.block('[', ']', (): FdlLookupPart => {
          const { kind, text } = this.next();
          return kind === 'text' ? { value: text } : { lookup: text };
        });
        return [name, parts] as const;
      }),
    );
  }

  private commas(read: () => string): string[] {
    const list = [read()];
    while (this.peek().text === ',') {
      this.next();
      if (this.peek().text !== '->') list.push(read());
    }
    return list;
  }

  private block<T>(open: string, close: string, read: () => T): T[] {
    this.sign(open);
    const list: T[] = [];
    while (!(this.peek().kind === 'sign' && this.peek().text === close)) list.push(read());
    this.sign(close);
    return list;
  }

  private nextIs(word: string): boolean {
    return this.peek().kind === 'word' && this.peek().text === word;
  }

  private peek(): FdlToken {
    const token = this.tokens[this.at];
    if (!token) throw new Error('the definition ends too early');
    return token;
  }

  private next(): FdlToken {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private take(kind: FdlToken['kind']): string {
    const token = this.next();
    if (token.kind !== kind) throw new Error(`a ${kind} was expected, not ${token.text}`);
    return token.text;
  }

  private word(text: string): void {
    if (this.take('word') !== text) throw new Error(`${text} was expected`);
  }

  private sign(text: string): void {
    if (this.take('sign') !== text) throw new Error(`${text} was expected`);
  }
}

export function readFdl(source: string): FdlDefinition {
  return new FdlReader(source).definition();
}
