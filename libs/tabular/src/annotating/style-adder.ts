import { stylesXml } from '../writing/workbook-parts.ts';
import type { AddedCellStyle, RemarkSeverity } from './remarks.ts';
import { tagPrefix, withAttribute } from './scan-tags.ts';

/** Elements of a style sheet in their required order (ECMA-376 part 1, 18.8.39). */
const order = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const STYLES_MAX = 64_000;
const looks: Record<RemarkSeverity, { fill: string; line: string }> = {
  error: { fill: 'FFF8D7DA', line: 'FFB02A37' },
  warning: { fill: 'FFFFF3CD', line: 'FF997404' },
  corrected: { fill: 'FFD1E7DD', line: 'FF0F5132' },
};

interface List {
  /** its element as XML */
  readonly items: string;
  readonly count: number;
  readonly added: string[];
}

/**
 * Adds styles to the style sheet of a workbook. Existing styles keep their number and their bytes; new ones are
 * appended.
 */
export class StyleAdder {
  private readonly xml: string;
  private readonly prefix: string;
  private readonly lists = new Map<string, List>();
  private readonly formats: readonly string[];
  private readonly cache = new Map<string, number>();

  constructor(xml: string | null) {
    this.xml = xml ?? stylesXml();
    this.prefix = tagPrefix(/<(?![?!])[^>]*>/.exec(this.xml)?.[0] ?? '');
    for (const [name, item] of [
      ['fonts', 'font'],
      ['fills', 'fill'],
      ['borders', 'border'],
      ['cellXfs', 'xf'],
    ] as const)
      this.lists.set(name, this.listOf(name, item));
    this.formats = this.lists.get('cellXfs')!.items.match(this.pattern('xf')) ?? [];
    if (this.formats.length === 0) this.add('cellXfs', '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>');
  }

  /**
   * Returns the number of a style equal to `style` but with the fill and border of a mark. Returns `style` itself when
   * the maximum number of styles is reached.
   */
  markedStyle(style: number, mark: RemarkSeverity): number {
    const fill = this.memoised(`fill ${mark}`, () => this.add('fills', fillOf(looks[mark].fill)));
    const border = this.memoised(`border ${mark}`, () => this.add('borders', borderOf(looks[mark].line)));
    if (this.lists.get('cellXfs')!.count + this.lists.get('cellXfs')!.added.length >= STYLES_MAX) return style;
    return this.memoised(`${style} ${mark}`, () => {
      const own =
        this.formats[style] ?? this.formats[0] ?? `<${this.prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
      const [tag] = /^<[^>]*>/.exec(own)!;
      const changed = [
        ['fillId', fill],
        ['borderId', border],
        ['applyFill', 1],
        ['applyBorder', 1],
      ] as const;
      return this.addRaw(
        'cellXfs',
        changed.reduce((xf, [name, value]) => withAttribute(xf, name, String(value)), tag) + own.slice(tag.length),
      );
    });
  }

  /** Returns the number of a style for the added sheet. */
  addedCellStyle(look: AddedCellStyle, isLink: boolean): number {
    return this.memoised(`look ${look} ${isLink}`, () => {
      const isBold = look === 'title' || look === 'heading';
      const font = isBold
        ? this.memoised(`bold ${look}`, () =>
            this.add('fonts', `<font><b/><sz val="${look === 'title' ? 14 : 11}"/><name val="Calibri"/></font>`),
          )
        : isLink
          ? this.memoised('link', () =>
              this.add('fonts', '<font><u/><sz val="11"/><color rgb="FF0B5CAD"/><name val="Calibri"/></font>'),
            )
          : 0;
      const fill =
        look === 'error' || look === 'warning' || look === 'corrected'
          ? this.memoised(`fill ${look}`, () => this.add('fills', fillOf(looks[look].fill)))
          : 0;
      const align = `<alignment vertical="top"${look === 'wrapped' ? ' wrapText="1"' : ''}/>`;
      return this.add(
        'cellXfs',
        `<xf numFmtId="${look === 'amount' ? 4 : 0}" fontId="${font}" fillId="${fill}" borderId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${align}</xf>`,
      );
    });
  }

  /** Returns the style sheet with the added styles. */
  finish(): string {
    let xml = this.xml;
    for (const name of ['cellXfs', 'borders', 'fills', 'fonts']) xml = this.withAdded(xml, name);
    return xml;
  }

  private pattern(name: string): RegExp {
    const tag = `${this.prefix}${name}`;
    return new RegExp(`<${tag}(?=[\\s/>])[^>]*(?:/>|(?<!/)>[\\s\\S]*?</${tag}\\s*>)`, 'g');
  }

  private listOf(name: string, item: string): List {
    const items = this.pattern(name).exec(this.xml)?.[0] ?? '';
    return {
      items,
      count: (items.slice(1).match(new RegExp(`<${this.prefix}${item}(?=[\\s/>])`, 'g')) ?? []).length,
      added: [],
    };
  }

  private memoised(key: string, make: () => number): number {
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const number = make();
    this.cache.set(key, number);
    return number;
  }

  /** Adds the prefix of the style sheet to our elements, which have none. */
  private add(name: string, item: string): number {
    return this.addRaw(name, item.replace(/<(\/?)(\w)/g, `<$1${this.prefix}$2`));
  }

  private addRaw(name: string, item: string): number {
    const list = this.lists.get(name)!;
    // A workbook without any such element gets the default ones first.
    if (list.count === 0 && list.added.length === 0)
      list.added.push(
        ...(defaultItems[name] ?? []).map((first) => first.replace(/<(\/?)(\w)/g, `<$1${this.prefix}$2`)),
      );
    list.added.push(item);
    return list.count + list.added.length - 1;
  }

  private withAdded(xml: string, name: string): string {
    const { added, count, items } = this.lists.get(name)!;
    if (added.length === 0) return xml;
    const tag = `${this.prefix}${name}`;
    const total = count + added.length;
    if (items === '') return this.inOrder(xml, name, `<${tag} count="${total}">${added.join('')}</${tag}>`);
    const open = /^<[^>]*>/.exec(items)![0];
    const counted = withAttribute(open.replace(/\s*\/>$/, '>'), 'count', String(total));
    const inner = open.endsWith('/>') ? '' : items.slice(open.length, items.lastIndexOf('</'));
    const at = xml.indexOf(items);
    return `${xml.slice(0, at)}${counted}${inner}${added.join('')}</${tag}>${xml.slice(at + items.length)}`;
  }

  /** Inserts a list that the style sheet lacked, before the first element that must follow it. */
  private inOrder(xml: string, name: string, list: string): string {
    const later = order
      .slice(order.indexOf(name) + 1)
      .map((each) => xml.search(new RegExp(`<${this.prefix}${each}(?=[\\s/>])`)))
      .filter((at) => at >= 0);
    const at = later.length > 0 ? Math.min(...later) : xml.lastIndexOf('</');
    if (at >= 0) return xml.slice(0, at) + list + xml.slice(at);
    return xml.replace(/<([^\s?!/>]+)([^>]*)\/>\s*$/, `<$1$2>${list}</$1>`);
  }
}

const defaultItems: Readonly<Record<string, readonly string[]>> = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
};

const fillOf = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;

function borderOf(color: string): string {
  const side = (name: string) => `<${name} style="medium"><color rgb="${color}"/></${name}>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
}
