import { ReadProblem } from '../read-problem.ts';
import type { ReadLimits, SheetInfo } from '../table.ts';
import { attribute, localName } from '../xlsx/read-xml.ts';
import type { XmlAttributes } from '../xlsx/plain-xml.ts';

const STYLES_MAX = 100_000;
// Elements that define the tables and their visibility, matched in the raw XML text.
const soughtTags = /<(?:[\w-]+:)?(?:table|style|table-properties|null-date)(?=[\s/>])[^>]*>/g;
const attributePattern = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Collects the tables of a spreadsheet with their names. A table's style, which comes earlier in the file, defines
 * whether it is hidden.
 */
export class TableNames {
  readonly sheets: SheetInfo[] = [];
  date1904 = false;
  private readonly hiddenStyles = new Set<string>();
  private readonly limits: ReadLimits;
  private style = '';

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'style')
      this.style = attribute(attributes, 'family') === 'table' ? (attribute(attributes, 'name') ?? '') : '';
    else if (name === 'null-date') this.date1904 = attribute(attributes, 'date-value')?.startsWith('1904') ?? false;
    else if (
      name === 'table-properties' &&
      this.style !== '' &&
      attribute(attributes, 'display') === 'false' &&
      this.hiddenStyles.size < STYLES_MAX
    )
      this.hiddenStyles.add(this.style);
    else if (name === 'table') this.openTable(attributes);
  }

  private openTable(attributes: XmlAttributes): void {
    const { sheetsMax } = this.limits;
    if (this.sheets.length >= sheetsMax) throw new ReadProblem('too-many-sheets', { expected: sheetsMax });
    this.sheets.push({
      name: attribute(attributes, 'name') ?? '',
      hidden: this.hiddenStyles.has(attribute(attributes, 'style-name') ?? ''),
      merged: [],
    });
  }
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : -1;
      if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return entities[name ?? ''] ?? whole;
    },
  );
}

/** Finds the tables of a large content without reading its cells. */
export async function findTableNames(
  pieces: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  tagMax = 64 * 1024,
): Promise<TableNames> {
  const names = new TableNames(limits);
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of pieces) {
    text += decoder.decode(piece, { stream: true });
    const whole = text.lastIndexOf('>') + 1;
    for (const [tag] of text.slice(0, whole).matchAll(soughtTags)) {
      const attributes = Object.fromEntries(
        Array.from(tag.matchAll(attributePattern), ([, name, double, single]) => [
          name!,
          decoded(double ?? single ?? ''),
        ]),
      );
      names.open(localName(/^<([\w:-]+)/.exec(tag)![1]!), attributes);
    }
    text = text.slice(Math.max(whole, text.length - tagMax));
  }
  return names;
}
