import { category, type Category } from '../../catalogue/categories.ts';
import { gtinFrom } from '../../values/check-digits.ts';
import type { Rng } from '../../values/rng.ts';

/** An item of a supplier. Prices are in øre per unit, excl. VAT. */
export interface ComposedItem {
  readonly number: string;
  readonly gtin: string;
  readonly name: string;
  readonly category: Category;
  readonly unit: string;
  /** Pieces per unit. */
  readonly pieces: number;
  readonly price: number;
  /** Usual purchase quantity, in whole units. */
  readonly usual: number;
  /** True if the item is in the price form. */
  readonly listed: boolean;
}

/** The line of business of a supplier. All its categories have the same VAT rate. */
export interface Trade {
  readonly word: string;
  readonly title: string;
  readonly cpv: string;
  readonly categories: readonly string[];
  readonly nouns: readonly string[];
}

export const trades: readonly Trade[] = [
  {
    word: 'kontor',
    title: 'Kontorrekvisita og papir',
    cpv: '30190000-7',
    categories: ['copy-paper', 'paper-goods', 'office-supplies', 'school-supplies'],
    nouns: [
      'Kopipapir',
      'Ringperm',
      'Kulepenn',
      'Blokk',
      'Konvolutt',
      'Lim',
      'Saks',
      'Tavletusj',
      'Register',
      'Etiketter',
    ],
  },
  {
    word: 'mat',
    title: 'Mat- og drikkevarer',
    cpv: '15000000-8',
    categories: ['milk', 'bread', 'fish', 'vegetables', 'groceries', 'coffee'],
    nouns: [
      'Lettmelk',
      'Grovbrød',
      'Torskefilet',
      'Gulrot',
      'Havregryn',
      'Kaffe',
      'Yoghurt',
      'Kjøttkaker',
      'Rundstykker',
      'Eplejuice',
    ],
  },
  {
    word: 'medisin',
    title: 'Medisinsk forbruksmateriell',
    cpv: '33140000-3',
    categories: ['gloves', 'hygiene', 'wound', 'devices'],
    nouns: [
      'Bandasje',
      'Hansker',
      'Kompress',
      'Sprøyte',
      'Kateter',
      'Munnbind',
      'Plaster',
      'Bleie',
      'Sårvask',
      'Kladd',
    ],
  },
  {
    word: 'bygg',
    title: 'Byggevarer',
    cpv: '44110000-4',
    categories: ['timber', 'boards', 'fasteners', 'paint', 'tools'],
    nouns: [
      'Konstruksjonsvirke',
      'Gipsplate',
      'Skrue',
      'Maling',
      'Lekt',
      'Isolasjon',
      'Kledning',
      'Fugemasse',
      'List',
      'Spiker',
    ],
  },
  {
    word: 'arbeidstøy',
    title: 'Arbeidstøy og verneutstyr',
    cpv: '18110000-3',
    categories: ['clothing', 'protection'],
    nouns: [
      'Arbeidsbukse',
      'Vernesko',
      'Refleksvest',
      'Jakke',
      'Hjelm',
      'Hørselsvern',
      'Genser',
      'Kittel',
      'Regntøy',
      'Lue',
    ],
  },
  {
    word: 'data',
    title: 'Datautstyr',
    cpv: '30200000-1',
    categories: ['monitors', 'phones', 'peripherals'],
    nouns: [
      'Skjerm',
      'Tastatur',
      'Mus',
      'Dokkingstasjon',
      'Headset',
      'Telefon',
      'Kabel',
      'Nettbrett',
      'Webkamera',
      'Veske',
    ],
  },
  {
    word: 'renhold',
    title: 'Renholdsartikler',
    cpv: '39830000-9',
    categories: ['protection', 'office-supplies'],
    nouns: [
      'Tørkerull',
      'Toalettpapir',
      'Såpe',
      'Moppegarn',
      'Avfallssekk',
      'Oppvaskmiddel',
      'Klut',
      'Gulvvask',
      'Håndsprit',
      'Svamp',
    ],
  },
  {
    word: 'møbel',
    title: 'Møbler',
    cpv: '39100000-3',
    categories: ['seating', 'tables', 'storage'],
    nouns: [
      'Kontorstol',
      'Skrivebord',
      'Bokhylle',
      'Møtebord',
      'Arkivskap',
      'Sofa',
      'Skjermvegg',
      'Garderobeskap',
      'Krakk',
      'Lampe',
    ],
  },
];

const kinds = ['eco', 'pro', 'standard', 'ekstra', 'basis', 'XL', 'lett', 'grå', 'blå', 'hvit', '2-lags', 'stor'];
const sizes = ['10 cm', '50 mm', '1 l', '5 kg', '100', '250 g', 'A4', '2 m', '38-42', '12 pk'];

/** Draws the items of a supplier, each with its own name and price. */
export function drawItems(trade: Trade, count: number, numbered: (index: number) => string, draw: Rng): ComposedItem[] {
  const names = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    let name = '';
    do
      name = [draw.pick(trade.nouns), draw.pick(kinds), draw.pick(sizes), names.size > 300 ? draw.int(1, 99) : '']
        .join(' ')
        .trim();
    while (names.has(name));
    names.add(name);
    return {
      number: numbered(index),
      gtin: gtinFrom(`7099${String(draw.int(10_000_000, 99_999_999))}`),
      name,
      category: category(draw.pick(trade.categories)),
      unit: 'stk',
      pieces: 1,
      price: Math.round(Math.exp(draw.between(Math.log(1500), Math.log(250_000)))),
      usual: draw.pick([1, 2, 3, 5, 6, 10, 12, 20, 24, 50]),
      listed: true,
    };
  });
}
