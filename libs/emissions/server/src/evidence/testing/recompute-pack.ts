import { strFromU8, unzipSync } from 'fflate';

// A third party's way: nothing of the product is imported. A CSV reader, whole numbers for decimals, and a spreadsheet's three formulas.

export interface Recomputed {
  /** Of ROUND(basis × multiplier, 6) of each line, in whole micrograms: exact. */
  readonly exactKg: string;
  /** The same with multipliers made of factor, VAT, index, rate and units, in floating point as a spreadsheet has it. */
  readonly fromFactors: number;
  /** What the workbook's own formulas come to. */
  readonly workbook: { readonly total: number; readonly stated: number; readonly formulas: number } | null;
  readonly lines: number;
}

type Row = Readonly<Record<string, string>>;

export function readCsv(text: string): Row[] {
  const records: string[][] = [[]];
  let field = '';
  let quoted = false;
  const body = text.replace(/^\ufeff/, '');
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at]!;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (body[at + 1] === '"') field += body[(at += 1)]!;
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ';') {
      records.at(-1)!.push(field);
      field = '';
    } else if (sign === '\n') {
      records.at(-1)!.push(field.replace(/\r$/, ''));
      records.push([]);
      field = '';
    } else field += sign;
  }
  const [heads = [], ...rows] = records.filter((record) => record.length > 0);
  return rows.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ''])));
}

const SCALE = 24;
const whole = (text: string): bigint => {
  const [, minus, integer = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return BigInt(`${minus ?? ''}${integer}${decimals.padEnd(SCALE, '0')}`);
};
/** Half away from zero, to six decimals: in millionths. */
function rounded(product: bigint, decimals: number): bigint {
  const unit = 10n ** BigInt(decimals - 6);
  const size = product < 0n ? -product : product;
  const result = (size * 2n + unit) / (unit * 2n);
  return product < 0n ? -result : result;
}

function multiplierOf(row: Row): number {
  const told = (name: string) => Number(row[name]);
  const converted = row['priceConcept'] === 'converted' ? (1 - told('taxShare') - told('marginShare')) * told('basicPrice') + told('marginShare') * told('tradeValue') : null;
  if (converted !== null && Math.abs(converted - told('factorValue')) > 1e-12) throw new Error(`Not converted as told: ${JSON.stringify(row)}`);
  const value = (name: string) => (name === 'factorValue' && converted !== null ? converted : told(name));
  const of: Record<string, () => number> = {
    'price-level': () => value('factorValue') / (1 + value('vat')),
    'own-prices': () => ((value('published') / 1000) * value('indexBase')) / value('indexYear') / (1 + value('vat')),
    'foreign-prices': () => ((value('factorValue') / value('rate')) * value('indexBase')) / value('indexYear') / (1 + value('vat')),
    'foreign-level': () => value('factorValue') / value('rate') / (1 + value('vat')),
    'other-year': () => (value('factorValue') * value('indexBase')) / value('indexYear') / (1 + value('vat')),
    quantity: () => value('factorValue') * value('perUnit'),
    declared: () => value('declared') * value('perUnit'),
    stated: () => value('stated'),
  };
  const made = of[row['formula'] ?? ''];
  if (!made) throw new Error(`No formula: ${JSON.stringify(row)}`);
  return made();
}

const roundSix = (value: number): number => (Math.sign(value) * Math.round(Math.abs(value) * 1e6)) / 1e6;

interface Cell {
  readonly formula: string | null;
  readonly value: string;
}

/** The cells of a worksheet with a number, by their place. */
function cellsOf(xml: string): Map<string, Cell> {
  const found = xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<f>([^<]*)<\/f>)?<v>([^<]*)<\/v><\/c>/g);
  return new Map([...found].map(([, place = '', formula, value = '']) => [place, { formula: formula ? formula.replaceAll('&apos;', "'").replaceAll('&amp;', '&') : null, value }]));
}

function reckonWorkbook(bytes: Uint8Array): Recomputed['workbook'] {
  const files = unzipSync(bytes);
  const [total, lines, multipliers] = [1, 2, 3].map((number) => cellsOf(strFromU8(files[`xl/worksheets/sheet${number}.xml`]!)));
  const numberIn = (sheet: Map<string, Cell>, place: string): number => {
    const cell = sheet.get(place);
    if (!cell) throw new Error(`${place} is empty.`);
    return cell.formula === null ? Number(cell.value) : arithmetic(cell.formula, sheet);
  };
  /** Places, numbers, 1+…, × and ÷ from left to right: what a multiplier's formula is made of. */
  const arithmetic = (formula: string, sheet: Map<string, Cell>): number => {
    const [, tax, margin, basic, again, trade] = /^\(1-([A-Z]+\d+)-([A-Z]+\d+)\)\*([A-Z]+\d+)\+([A-Z]+\d+)\*([A-Z]+\d+)$/.exec(formula)?.map((place) => (/^[A-Z]+\d+$/.test(place) ? numberIn(sheet, place) : 0)) ?? [];
    if (tax !== undefined && margin !== undefined && basic !== undefined && again !== undefined && trade !== undefined) return (1 - tax - margin) * basic + again * trade;
    const terms = [...formula.matchAll(/([*/]?)(\(1\+[A-Z]+\d+\)|[A-Z]+\d+|\d+)/g)];
    if (terms.map(([text]) => text).join('') !== formula) throw new Error(`Not understood: ${formula}`);
    const valueOf = (term: string) => (term.startsWith('(') ? 1 + numberIn(sheet, term.slice(3, -1)) : /^\d/.test(term) ? Number(term) : numberIn(sheet, term));
    return terms.reduce((result, [, sign, term = '']) => (sign === '/' ? result / valueOf(term) : sign === '*' ? result * valueOf(term) : valueOf(term)), 0);
  };
  let [sum, formulas] = [0, 0];
  const [, column = '', from = '', to = ''] = /^SUM\('lines'!([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(total!.get('B4')?.formula ?? '') ?? [];
  for (let row = Number(from); row <= Number(to); row += 1) {
    const cell = lines!.get(`${column}${row}`);
    if (!cell) continue; // no figure: never zero, and not in the sum
    const [, basis = '', multiplier = ''] = /^ROUND\(([A-Z]+\d+)\*'multipliers'!([A-Z]+\d+),6\)$/.exec(cell.formula ?? '') ?? [];
    sum += roundSix(numberIn(lines!, basis) * numberIn(multipliers!, multiplier));
    formulas += 1;
  }
  return { total: sum, stated: Number(total!.get('B5')?.value), formulas };
}

/** The total of a pack, from the pack alone. */
export function recomputePack(pack: Uint8Array): Recomputed {
  const files = unzipSync(pack);
  const table = (name: string) => readCsv(strFromU8(files[`tables/${name}.csv`]!));
  const multipliers = new Map(table('multipliers').map((row) => [row['number'], row]));
  const lines = table('lines');
  let [exact, fromFactors] = [0n, 0];
  for (const { basis = '', multiplier = '', multiplierNumber } of lines) {
    if (multiplierNumber === '') continue;
    exact += rounded(whole(basis) * whole(multiplier), 2 * SCALE);
    fromFactors += roundSix(Number(basis) * multiplierOf(multipliers.get(multiplierNumber)!));
  }
  const text = (exact < 0n ? -exact : exact).toString().padStart(7, '0');
  const workbook = files['evidence.xlsx'];
  return { exactKg: `${exact < 0n ? '-' : ''}${text.slice(0, -6)}.${text.slice(-6)}`, fromFactors, workbook: workbook ? reckonWorkbook(workbook) : null, lines: lines.length };
}
