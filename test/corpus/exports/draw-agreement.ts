import type { CheckContext } from '@tallgrunn/checks';
import type { Draws } from '../drawn/draws.ts';

export interface DrawnItem {
  readonly number: string;
  readonly name: string;
  readonly gtin: string | null;
  readonly unit: string;
  /** in øre */
  readonly price: number;
  /** pieces per unit; null where the agreement has none */
  readonly pieces: number | null;
}

export interface DrawnBuyer {
  readonly name: string;
  readonly org: string;
  readonly customerNumber: string;
  readonly sites: readonly string[];
}

export interface DrawnAgreement {
  readonly items: readonly DrawnItem[];
  readonly buyers: readonly DrawnBuyer[];
  readonly start: string;
  readonly end: string;
  readonly context: CheckContext;
}

const places = [
  'Alstad',
  'Bergvik',
  'Dalsetra',
  'Eidsnes',
  'Fjellhamar',
  'Granvoll',
  'Hemsdal',
  'Inderøya',
  'Kvalnes',
  'Lysebotn',
  'Midtskog',
  'Nordlia',
  'Oppmark',
  'Rognsund',
  'Storås',
  'Tverrdal',
  'Utvær',
  'Vassfjord',
];
const kinds = ['skole', 'barnehage', 'sykehjem', 'bo- og aktivitetssenter', 'ungdomsskole', 'sentralkjøkken'];
const goods = [
  'Kyllingfilet',
  'Tørkepapir',
  'Havregryn',
  'Kopipapir',
  'Lettmelk',
  'Fiskekaker',
  'Såpe',
  'Grovbrød',
  'Kaffe',
  'Hansker nitril',
  'Arkivboks',
  'Tomater hermetisk',
  'Kulepenn',
  'Yoghurt',
  'Vaskemiddel',
  'Lakseporsjon',
  'Ringperm',
  'Pasta penne',
  'Plaster',
  'Bleier',
];
const makers = ['Nordby', 'Fjordland', 'Solvik', 'Granli', 'Tine-Vest', 'Halden', 'Orkla Pro'];

const digits = (draws: Draws, count: number): string => Array.from({ length: count }, () => draws.below(10)).join('');

function gtinOf(draws: Draws): string {
  const body = `70${digits(draws, 10)}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

function orgOf(draws: Draws): string {
  for (;;) {
    const body = `9${digits(draws, 7)}`;
    const rest =
      11 - ([...body].reduce((total, digit, at) => total + Number(digit) * [3, 2, 7, 6, 5, 4, 3, 2][at]!, 0) % 11);
    if (rest !== 10) return `${body}${rest % 11}`;
  }
}

/** Returns a generator of item numbers in the style of one supplier. */
function itemNumberGenerator(draws: Draws): () => string {
  const usedNumbers = new Set<string>();
  const make = draws.one([
    () => `0${digits(draws, 4)}`,
    () => digits(draws, 6).replace(/^0/, '4'),
    () => `${draws.one(['AB', 'KX', 'TR'])}-${digits(draws, 4)}`,
    () => `${digits(draws, 3).replace(/^0/, '3')}.${digits(draws, 3)}.9`,
    () => `P${digits(draws, 5)}`,
    () => `8${digits(draws, 7)}`,
  ]);
  return () => {
    for (;;) {
      const number = make();
      if (usedNumbers.has(number.replace(/^0+/, ''))) continue;
      usedNumbers.add(number.replace(/^0+/, ''));
      return number;
    }
  };
}

function drawItem(draws: Draws, number: string, name: string): DrawnItem {
  const unit = draws.one(['stk', 'stk', 'kartong', 'kartong', 'pk', 'kg', 'flaske', 'pose']);
  const pieces = (unit === 'kartong' || unit === 'pk') && draws.chance(60) ? draws.one([6, 8, 12, 20, 24]) : null;
  return {
    number,
    name,
    gtin: draws.chance(85) ? gtinOf(draws) : null,
    unit,
    price: draws.between(1_15, 90_00) * draws.one([1, 1, 3, 10]) + draws.below(90),
    pieces,
  };
}

function drawBuyers(draws: Draws): DrawnBuyer[] {
  const first = draws.below(places.length);
  return Array.from({ length: draws.between(2, 5) }, (_, at) => {
    const name = places[(first + at * 3) % places.length]!;
    const sites = Array.from({ length: draws.between(1, 3) }, () => `${draws.one(places)} ${draws.one(kinds)}`);
    return { name, org: orgOf(draws), customerNumber: String(10_000 + draws.below(80_000)), sites };
  });
}

/** Draws an agreement with items, prices and buyers that no demo world has. */
export function drawAgreement(draws: Draws): DrawnAgreement {
  const number = itemNumberGenerator(draws);
  const names = new Set<string>();
  while (names.size < 24)
    names.add(
      `${draws.one(goods)} ${draws.one(makers)} ${draws.one(['250 g', '1 kg', '10 l', 'A4', '500 ml', 'str. M', '2,5 kg', '80 g'])}`,
    );
  const items = [...names].map((name) => drawItem(draws, number(), name));
  const buyers = drawBuyers(draws);
  const month = draws.between(1, 12);
  const start = `2025-${String(month).padStart(2, '0')}-01`;
  const end = month === 12 ? '2026-01-01' : `2025-${String(month + 1).padStart(2, '0')}-01`;
  const packs = items.flatMap(({ unit, pieces }, item) =>
    pieces === null ? [] : [{ item, unit, factor: String(pieces) }],
  );
  const context: CheckContext = {
    agreement: { id: 'drawn', title: 'Rammeavtale trukket' },
    period: { key: start.slice(0, 7), start, end },
    items: {
      number: items.map((item) => item.number),
      name: items.map((item) => item.name),
      gtin: items.map((item) => item.gtin),
      unit: items.map((item) => item.unit),
    },
    prices: {
      item: items.map((_, at) => at),
      price: items.map(({ price }) => (price / 100).toFixed(2)),
      from: items.map(() => '2024-06-01'),
      to: items.map(() => null),
    },
    buyers: {
      key: buyers.map(({ org }) => org),
      name: buyers.map(({ name }) => name),
      orgNumber: buyers.map(({ org }) => org),
      municipalityNumber: buyers.map(() => null),
    },
    units: {
      item: packs.map(({ item }) => item),
      unit: packs.map(({ unit }) => unit),
      factor: packs.map(({ factor }) => factor),
      to: packs.map(() => 'stk'),
    },
  };
  return { items, buyers, start, end, context };
}
