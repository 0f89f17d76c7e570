import { strFromU8, unzipSync } from 'fflate';
import { HyperFormula } from 'hyperformula';

// Recalculates a pack as a third party would: nothing of the product is imported. Uses a CSV parser, integers for
// decimals, and a spreadsheet engine for the workbook.

export interface RecalculatedPack {
  /** Sum of ROUND(basis × multiplier, 6) per line, exact. */
  readonly exactKg: string;
  /**
   * The same sum with multipliers calculated from factor, VAT, index, rate and units, in floating point like a
   * spreadsheet.
   */
  readonly fromFactors: number;
  /** Results of the workbook's own formulas. */
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
const toScaledInteger = (text: string): bigint => {
  const [, minus, integer = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return BigInt(`${minus ?? ''}${integer}${decimals.padEnd(SCALE, '0')}`);
};
/** Rounds half away from zero to six decimals. Returns millionths. */
function roundToMillionths(product: bigint, decimals: number): bigint {
  const unit = 10n ** BigInt(decimals - 6);
  const size = product < 0n ? -product : product;
  const result = (size * 2n + unit) / (unit * 2n);
  return product < 0n ? -result : result;
}

function multiplierOf(row: Row): number {
  const numberOf = (name: string) => Number(row[name]);
  const converted =
    row['priceConcept'] === 'converted'
      ? (1 - numberOf('taxShare') - numberOf('marginShare')) * numberOf('basicPrice') +
        numberOf('marginShare') * numberOf('tradeValue')
      : null;
  if (converted !== null && Math.abs(converted - numberOf('factorValue')) > 1e-12)
    throw new Error(`Not converted as told: ${JSON.stringify(row)}`);
  const value = (name: string) => (name === 'factorValue' && converted !== null ? converted : numberOf(name));
  const of: Record<string, () => number> = {
    'price-level': () => value('factorValue') / (1 + value('vat')),
    'own-prices': () => ((value('published') / 1000) * value('indexBase')) / value('indexYear') / (1 + value('vat')),
    'foreign-prices': () =>
      ((value('factorValue') / value('rate')) * value('indexBase')) / value('indexYear') / (1 + value('vat')),
    'foreign-level': () => value('factorValue') / value('rate') / (1 + value('vat')),
    'other-year': () => (value('factorValue') * value('indexBase')) / value('indexYear') / (1 + value('vat')),
    quantity: () => value('factorValue') * value('perUnit'),
    declared: () => value('declared') * value('perUnit'),
    stated: () => value('stated'),
  };
  const evaluate = of[row['formula'] ?? ''];
  if (!evaluate) throw new Error(`No formula: ${JSON.stringify(row)}`);
  return evaluate();
}

const roundSix = (value: number): number => (Math.sign(value) * Math.round(Math.abs(value) * 1e6)) / 1e6;

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Returns the cells of a worksheet: formulas without their cached results, and numbers. Texts are ignored. */
function cellsOf(xml: string): (number | string | null)[][] {
  const rows: (number | string | null)[][] = [];
  for (const [, letters = '', row = '', formula, value = ''] of xml.matchAll(
    /<c r="([A-Z]+)(\d+)"[^>]*>(?:<f>([^<]*)<\/f>)?<v>([^<]*)<\/v><\/c>/g,
  )) {
    (rows[Number(row) - 1] ??= [])[columnOf(letters)] = formula ? `=${unescaped(formula)}` : Number(value);
  }
  return Array.from(rows, (cells) => Array.from(cells ?? [], (cell) => cell ?? null));
}

/** Evaluates every formula of the workbook with an independent spreadsheet engine. */
function evaluateWorkbook(bytes: Uint8Array): RecalculatedPack['workbook'] {
  const files = unzipSync(bytes);
  const names = [...strFromU8(files['xl/workbook.xml']!).matchAll(/<sheet name="([^"]+)"/g)].map(([, name = '']) =>
    unescaped(name),
  );
  const sheets = Object.fromEntries(
    names.map((name, at) => [name, cellsOf(strFromU8(files[`xl/worksheets/sheet${at + 1}.xml`]!))]),
  );
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
  const [total, stated] = ['B4', 'B5'].map((place) =>
    engine.getCellValue(engine.simpleCellAddressFromString(place, 0)!),
  );
  const lines = engine
    .getSheetFormulas(engine.getSheetId('lines')!)
    .flat()
    .filter((formula) => formula !== undefined);
  engine.destroy();
  if (typeof total !== 'number' || typeof stated !== 'number')
    throw new Error(`Not reckoned: ${JSON.stringify([total, stated])}`);
  return { total, stated, formulas: lines.length };
}

/** Calculates the total of a pack from the pack alone. */
export function recalculatePack(pack: Uint8Array): RecalculatedPack {
  const files = unzipSync(pack);
  const table = (name: string) => readCsv(strFromU8(files[`tables/${name}.csv`]!));
  const multipliers = new Map(table('multipliers').map((row) => [row['number'], row]));
  const lines = table('lines');
  let [exact, fromFactors] = [0n, 0];
  for (const { basis = '', multiplier = '', multiplierNumber } of lines) {
    if (multiplierNumber === '') continue;
    exact += roundToMillionths(toScaledInteger(basis) * toScaledInteger(multiplier), 2 * SCALE);
    fromFactors += roundSix(Number(basis) * multiplierOf(multipliers.get(multiplierNumber)!));
  }
  const text = (exact < 0n ? -exact : exact).toString().padStart(7, '0');
  const workbook = files['evidence.xlsx'];
  return {
    exactKg: `${exact < 0n ? '-' : ''}${text.slice(0, -6)}.${text.slice(-6)}`,
    fromFactors,
    workbook: workbook ? evaluateWorkbook(workbook) : null,
    lines: lines.length,
  };
}
