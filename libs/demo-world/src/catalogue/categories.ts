import { moreCategories } from './more-categories.ts';
import { textTable } from '../values/text-table.ts';

export interface Category {
  key: string;
  name: string;
  cpv: string;
  /** Correct KOSTRA account code (art). */
  art: string;
  vatPercent: number;
  /** Agreed price increase from 1 January 2026, per cent. */
  rise: number;
}

const columns = ['key', 'name', 'cpv', 'art', 'vat', 'rise'] as const;

const table = `
beef             | Storfe                   | 15111000 | 115 | 15 | 8
pork             | Svin                     | 15113000 | 115 | 15 | 6
poultry          | Fjørfe                   | 15112000 | 115 | 15 | 5
fish             | Fisk                     | 15220000 | 115 | 15 | 7
milk             | Melk                     | 15511000 | 115 | 15 | 5
cheese           | Ost                      | 15540000 | 115 | 15 | 6
dairy            | Yoghurt, fløte og smør   | 15550000 | 115 | 15 | 6
eggs             | Egg                      | 03142500 | 115 | 15 | 4
bread            | Brød og bakervarer       | 15810000 | 115 | 15 | 6
grains           | Korn, ris og pasta       | 15600000 | 115 | 15 | 4
pulses           | Belgvekster og plantemat | 15331000 | 115 | 15 | 3
ready-meals      | Ferdigmat                | 15894000 | 115 | 15 | 6
coffee           | Kaffe og te              | 15860000 | 115 | 15 | 10
drinks           | Drikke                   | 15980000 | 115 | 15 | 6
sweets           | Dessert og kaker         | 15820000 | 115 | 15 | 6
groceries        | Andre tørrvarer          | 15800000 | 115 | 15 | 5
potatoes         | Poteter                  | 03212100 | 115 | 15 | 6
vegetables       | Grønnsaker               | 03221000 | 115 | 15 | 6
fruit            | Frukt og bær             | 03222000 | 115 | 15 | 6
copy-paper       | Kopipapir                | 30197630 | 100 | 25 | 2
paper-goods      | Papirvarer               | 30199000 | 100 | 25 | 3
office-supplies  | Kontorrekvisita          | 30192000 | 100 | 25 | 3
school-supplies  | Skolemateriell           | 39162100 | 105 | 25 | 3
craft            | Formingsmateriell        | 37800000 | 105 | 25 | 3
laptops          | Bærbare PC-er            | 30213100 | 200 | 25 | 0
desktops         | Stasjonære PC-er         | 30213300 | 200 | 25 | 0
tablets          | Nettbrett                | 30213200 | 200 | 25 | 0
phones           | Mobiltelefoner           | 32250000 | 200 | 25 | 0
monitors         | Skjermer                 | 30231310 | 200 | 25 | 0
peripherals      | Periferi og tilbehør     | 30237200 | 120 | 25 | 0
`;

const read = (text: string): Category[] =>
  textTable(columns, text).map((row) => ({
    key: row.key,
    name: row.name,
    cpv: row.cpv,
    art: row.art,
    vatPercent: Number(row.vat),
    rise: Number(row.rise),
  }));

export const categories: readonly Category[] = [...read(table), ...read(moreCategories)];

const byKey = new Map(categories.map((category) => [category.key, category]));

export function category(key: string): Category {
  const found = byKey.get(key);
  if (!found) throw new Error(`No category ${key}`);
  return found;
}
