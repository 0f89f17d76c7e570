import { attribute } from './read-xml.ts';
import type { XmlAttributes } from './plain-xml.ts';
import type { XmlHandlers } from './read-xml.ts';

/** Effect of a number format on a number, as far as it matters here. */
export type NumberLook =
  { kind: 'plain' } | { kind: 'date' } | { kind: 'zeros'; digits: number } | { kind: 'percent'; decimals: number };

const GENERAL: NumberLook = { kind: 'plain' };
const DATE: NumberLook = { kind: 'date' };
const STYLES_MAX = 100_000;

// Built-in formats that are dates or times in some language (ECMA-376 part 1, 18.8.30). 45–47 are durations.
const dateIds = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Interprets a format code: "dd.mm.yyyy" is a date, "00000" pads with zeros, "0,0 %" is a percentage. */
export function parseNumberFormat(code: string): NumberLook {
  // Only letters outside quotes, escapes and brackets have a meaning; [h] and [mm] are durations, which stay numbers.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/\[(?:h+|m+|s+)\]/i.test(code) || /general/i.test(bare)) return GENERAL;
  if (/[ymdhs]/i.test(bare)) return DATE;
  const zeros = /^0{2,15}$/.exec(bare.split(';')[0]!.trim());
  if (zeros) return { kind: 'zeros', digits: zeros[0].length };
  const percent = /^[#0,]*(?:\.(0*))?\s*%\s*$/.exec(bare.split(';')[0]!);
  return percent ? { kind: 'percent', decimals: percent[1]?.length ?? 0 } : GENERAL;
}

function builtIn(id: number): NumberLook {
  if (dateIds.has(id)) return DATE;
  return id === 9 || id === 10 ? { kind: 'percent', decimals: id === 9 ? 0 : 2 } : GENERAL;
}

/** Collects the number format of each cell style (the `s` of a cell). */
export class StyleTable implements XmlHandlers {
  private readonly formats = new Map<number, NumberLook>();
  private readonly cellFormats: number[] = [];
  private inCellFormats = false;

  open(name: string, attributes: XmlAttributes): void {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    if (name === 'cellXfs') this.inCellFormats = true;
    else if (name === 'numFmt') this.addFormat(id, attribute(attributes, 'formatCode') ?? '');
    else if (name === 'xf' && this.inCellFormats) this.addCellFormat(id);
  }

  addFormat(id: number, code: string): void {
    if (this.formats.size < STYLES_MAX) this.formats.set(id, parseNumberFormat(code));
  }

  /** Adds the next cell style, with the number format `id`. */
  addCellFormat(id: number): void {
    if (this.cellFormats.length < STYLES_MAX) this.cellFormats.push(id);
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCellFormats = false;
  }

  look(style: number): NumberLook {
    const id = this.cellFormats[style];
    return id === undefined ? GENERAL : (this.formats.get(id) ?? builtIn(id));
  }
}
