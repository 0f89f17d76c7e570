import fs from 'node:fs';
import path from 'node:path';
import { recommendation20 } from '../codes/recommendation-20.ts';
import { thirdPartyData } from '../testing/borrowed-data.ts';
import { chunked, sampleUbl, type SampleLine } from '../testing/sample-ubl.ts';
import type { LineCo2e } from './invoice.ts';
import { readUblInvoice } from './read-ubl-invoice.ts';

// A thousand invoice lines with correct and incorrect CO₂e statements. The expected result is derived here from the
// wording of OIOUBL rules GP004 to GP009 and of DFØ's definition (EHF post-award 3). It shares no code with the tested
// functions.

interface Mutant {
  readonly quantity: string;
  readonly said: Readonly<
    Partial<
      Record<
        | 'EmissionFactor'
        | 'NetEmissionQuantity'
        | 'EmissionFactorSource'
        | 'EmissionFactorCalculationRate'
        | 'EmissionFactorCalculationUnit',
        string
      >
    >
  >;
}

/** Seeded random numbers (mulberry32): the same seed gives the same numbers. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Parses an xs:decimal to an integer in units of 10⁻¹²; null when the text is not a decimal. */
const TWELVE = 12;
function fixed(text: string | undefined): bigint | null {
  const found = text === undefined ? null : /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!found || `${found[2]}${found[3] ?? ''}` === '') return null;
  const units = BigInt(`${found[2] || '0'}${(found[3] ?? '').padEnd(TWELVE, '0').slice(0, TWELVE)}`);
  return found[1] === '-' ? -units : units;
}

/** Rounds to four decimals, half away from zero. */
function fourth(value: bigint): bigint {
  const step = 10n ** BigInt(TWELVE - 4);
  return value < 0n ? -((-value + step / 2n) / step) : (value + step / 2n) / step;
}

const times = (a: bigint, b: bigint): bigint => (a * b) / 10n ** BigInt(TWELVE);
const written = (value: bigint): string => {
  const digits = String(value < 0n ? -value : value).padStart(TWELVE + 1, '0');
  const text = `${digits.slice(0, -TWELVE)}.${digits.slice(-TWELVE)}`.replace(/\.?0+$/, '');
  return value < 0n ? `-${text}` : text;
};

const unitsKnown = new Set(['KGM', 'EA', 'H87', 'LTR', 'TNE', 'KWH', '2N', 'E27', 'XBX', 'ZZ']);

function expectedRules({ quantity, said }: Mutant): string[] {
  const rules: string[] = [];
  const [factor, net, rate, count] = [
    said.EmissionFactor,
    said.NetEmissionQuantity,
    said.EmissionFactorCalculationRate,
    quantity,
  ].map(fixed);
  if (said.EmissionFactor !== undefined && factor === null) rules.push('GP004');
  if (
    said.NetEmissionQuantity !== undefined &&
    (net === null ||
      (typeof factor === 'bigint' && typeof count === 'bigint' && fourth(net!) !== fourth(times(factor, count))))
  )
    rules.push('GP005');
  if (
    said.EmissionFactorSource !== undefined &&
    said.EmissionFactorSource !== 'Database' &&
    said.EmissionFactorSource !== 'Internal'
  )
    rules.push('GP006');
  if (said.EmissionFactor !== undefined && said.EmissionFactorSource === undefined) rules.push('GP007');
  if (said.EmissionFactorCalculationUnit !== undefined && !unitsKnown.has(said.EmissionFactorCalculationUnit))
    rules.push('GP008');
  if (said.EmissionFactorCalculationRate !== undefined && rate === null) rules.push('GP009');
  return rules;
}

/**
 * Returns kg per invoiced unit where the line states it unambiguously: the factor, or the source's factor times the
 * rate. Null otherwise.
 */
function expectedPerUnit({ quantity, said }: Mutant): string | null {
  const [factor, net, rate, count] = [
    said.EmissionFactor,
    said.NetEmissionQuantity,
    said.EmissionFactorCalculationRate,
    quantity,
  ].map(fixed);
  if (typeof factor !== 'bigint' || typeof count !== 'bigint') return null;
  if (said.NetEmissionQuantity === undefined)
    return said.EmissionFactorCalculationRate === undefined ? written(factor) : null;
  if (typeof net !== 'bigint') return null;
  if (fourth(net) === fourth(times(factor, count))) return written(factor);
  return typeof rate === 'bigint' && fourth(net) === fourth(times(times(factor, rate), count))
    ? written(times(factor, rate))
    : null;
}

const noNumbers = ['0,20', 'ti', '1e3', '1 000', '12kg', '.', '1.2.3', 'NaN'];

function mutants(count: number): Mutant[] {
  const roll = dice(4_009);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!;
  const number = (max: number, decimals: number): string => {
    const digits = String(roll(max * 10 ** decimals) + 1).padStart(decimals + 1, '0');
    return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  };
  return Array.from({ length: count }, () => {
    const quantity = pick([number(50, 1), number(5, 3), String(roll(200) + 1), `-${roll(20) + 1}`, '0']);
    const factor = number(30, 3);
    const rate = number(30, 2);
    const product = written(times(fixed(factor)!, fixed(quantity)!));
    const said: { -readonly [K in keyof Mutant['said']]: string } = {
      EmissionFactor: factor,
      NetEmissionQuantity: product,
      EmissionFactorSource: pick(['Database', 'Internal']),
      EmissionFactorCalculationRate: rate,
      EmissionFactorCalculationUnit: pick([...unitsKnown]),
    };
    const changes: (() => void)[] = [
      () => {
        said.EmissionFactor = pick(noNumbers);
      },
      () => {
        delete said.EmissionFactor;
      },
      () => {
        said.NetEmissionQuantity = pick([
          ...noNumbers,
          number(500, 2),
          written(fixed(product)! + 10n ** 8n),
          written(fixed(product)! + 10n ** 7n),
        ]);
      },
      () => {
        said.NetEmissionQuantity = written(times(times(fixed(factor)!, fixed(rate)!), fixed(quantity)!));
      },
      () => {
        said.NetEmissionQuantity = written(
          times(times(times(fixed(factor)!, fixed(rate)!), fixed(rate)!), fixed(quantity)!),
        );
      },
      () => {
        delete said.NetEmissionQuantity;
      },
      () => {
        said.EmissionFactorSource = pick(['database', 'Excel', 'EPD', 'INTERNAL', 'Database, Internal']);
      },
      () => {
        delete said.EmissionFactorSource;
      },
      () => {
        said.EmissionFactorCalculationUnit = pick(['KILO', 'stk', 'kgm', 'XQX', 'KG', '99Z']);
      },
      () => {
        delete said.EmissionFactorCalculationUnit;
      },
      () => {
        said.EmissionFactorCalculationRate = pick(noNumbers);
      },
      () => {
        delete said.EmissionFactorCalculationRate;
      },
    ];
    for (let left = roll(4); left > 0; left -= 1) pick(changes)();
    return { quantity, said };
  });
}

const asLine = ({ quantity, said }: Mutant): SampleLine => ({
  quantity,
  net: '0',
  price: '0',
  unit: 'C62',
  itemXml: Object.entries(said)
    .map(
      ([name, value]) =>
        `<cac:AdditionalItemProperty><cbc:Name>${name}</cbc:Name><cbc:Value>${value}</cbc:Value></cac:AdditionalItemProperty>`,
    )
    .join(''),
});

async function judged(
  lines: readonly Mutant[],
  type: 'Invoice' | 'CreditNote',
): Promise<{ rules: string[]; codes: string[]; co2e: LineCo2e | null }[]> {
  const reading = await readUblInvoice(
    chunked(sampleUbl({ type, lines: lines.map(asLine), lineExtensionAmount: '0' }), 4096),
  );
  if (!reading.ok) throw new Error(reading.code);
  return reading.document.lines.map(({ co2e }, at) => {
    const own = reading.findings.filter(({ place }) => place?.path === `/${type}/${type}Line[${at + 1}]`);
    return {
      rules: [...new Set(own.flatMap(({ params }) => params['rule'] ?? []))].map(String).sort(),
      codes: own.map(({ code }) => code),
      co2e,
    };
  });
}

describe('a thousand CO2e lines', () => {
  const all = mutants(1000);

  it('break every rule, alone and combined, and many break none', () => {
    const rules = all.map(expectedRules);
    for (const rule of ['GP004', 'GP005', 'GP006', 'GP007', 'GP008', 'GP009'])
      expect([rule, rules.filter((each) => each.length === 1 && each[0] === rule).length > 10]).toEqual([rule, true]);
    expect(rules.filter((each) => each.length === 0).length).toBeGreaterThan(150);
    expect(rules.filter((each) => each.length > 1).length).toBeGreaterThan(100);
  });

  it.each(['Invoice', 'CreditNote'] as const)(
    'are validated on an %s as the rules state, each of them',
    async (type) => {
      const wrong: unknown[] = [];
      for (let at = 0; at < all.length; at += 100) {
        const some = all.slice(at, at + 100);
        for (const [index, { rules }] of (await judged(some, type)).entries())
          if (rules.join() !== expectedRules(some[index]!).sort().join())
            wrong.push({ ...some[index], rules, expected: expectedRules(some[index]!) });
      }
      expect(wrong).toEqual([]);
    },
  );

  it('give a factor only when it is unambiguous, and never one with the rate applied twice', async () => {
    const wrong: unknown[] = [];
    let sources = 0;
    for (let at = 0; at < all.length; at += 100) {
      const some = all.slice(at, at + 100);
      for (const [index, { co2e }] of (await judged(some, 'Invoice')).entries()) {
        const expected = expectedPerUnit(some[index]!);
        const same =
          co2e === null || co2e.perUnit === null || expected === null
            ? (co2e?.perUnit ?? null) === expected
            : fixed(co2e.perUnit) === fixed(expected);
        if (!same) wrong.push({ ...some[index], co2e, expected });
        if (co2e?.reading === 'source') sources += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(sources).toBeGreaterThan(30);
  });

  it('handles DFØ’s two examples: the invoice follows the definition; the catalogue contradicts it, is reported, and has its rate applied once', async () => {
    const fits = {
      quantity: '7',
      said: {
        EmissionFactor: '0.20',
        NetEmissionQuantity: '1.4',
        EmissionFactorSource: 'Internal',
        EmissionFactorCalculationRate: '0.25',
        EmissionFactorCalculationUnit: 'KGM',
      },
    };
    const contradicts = {
      quantity: '1',
      said: {
        EmissionFactor: '0.39',
        NetEmissionQuantity: '7.92597',
        EmissionFactorSource: 'Internal',
        EmissionFactorCalculationRate: '20.323',
        EmissionFactorCalculationUnit: 'KGM',
      },
    };
    const [first, second] = await judged([fits, contradicts], 'Invoice');
    expect(first).toMatchObject({ rules: [], co2e: { reading: 'perUnit', perUnit: '0.20' } });
    expect(second).toMatchObject({
      rules: ['GP005'],
      codes: ['co2e-net-differs', 'co2e-source-factor'],
      co2e: { reading: 'source', perUnit: '7.92597' },
    });
  });
});

const folder = thirdPartyData('6-codelists');
const list = folder && path.join(folder, 'anskaffelser+ehf-postaward-g3/src/_common/codelist/UNECERec20-11e.xml');
(list && fs.existsSync(list) ? it : it.skip)('units are all of Recommendation 20, and no others', () => {
  const codes = [
    ...fs
      .readFileSync(list!, 'utf8')
      .replace(/<!--[\s\S]*?-->/g, '')
      .matchAll(/<Id>([^<]+)<\/Id>/g),
  ].map(([, code]) => code);
  expect([...recommendation20].sort()).toEqual([...new Set(codes)].sort());
  expect([...unitsKnown].filter((code) => !recommendation20.has(code))).toEqual([]);
});
