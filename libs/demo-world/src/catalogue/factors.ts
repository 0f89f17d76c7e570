import { moreFactors } from './more-categories.ts';
import { textTable } from '../values/text-table.ts';

export interface Factor {
  id: string;
  name: string;
  /** kg CO2e per kilogram or per piece. */
  value: number;
  per: 'kg' | 'piece';
  source: string;
  year: number;
  licence: string;
}

const sources: Record<string, [source: string, year: number, licence: string]> = {
  PN: ['Poore & Nemecek 2018, via Our World in Data', 2018, 'CC BY 4.0'],
  ADEME: ['ADEME/Agribalyse, via Impact CO2', 2024, 'Licence Ouverte 2.0'],
  'DEFRA-FUEL': ['UK Government GHG conversion factors 2025, fuels with well-to-tank, per litre', 2025, 'OGL v3.0'],
  ASSUMED: ['Assumed for the demo', 2025, 'EUPL-1.2'],
  DEFRA: ['UK Government GHG conversion factors 2025, material use', 2025, 'OGL v3.0'],
};

const columns = ['id', 'name', 'value', 'per', 'source'] as const;

/**
 * Physical factors that the true emissions are calculated with. The values are taken from the named sources: whole
 * chain or cradle to gate.
 */
const table = `
beef       | Storfe, melkefe            | 33.3    | kg    | PN
pork       | Svin                       | 12.31   | kg    | PN
poultry    | Kylling                    | 9.87    | kg    | PN
lamb       | Lam/sau                    | 39.72   | kg    | PN
fish       | Oppdrettsfisk              | 13.63   | kg    | PN
eggs       | Egg                        | 4.67    | kg    | PN
cheese     | Ost                        | 23.88   | kg    | PN
milk       | Melk                       | 3.15    | kg    | PN
yoghurt    | Yoghurt                    | 1.89    | kg    | ADEME
butter     | Smør                       | 7.91    | kg    | ADEME
rice       | Ris                        | 4.45    | kg    | PN
oats       | Havregryn                  | 2.48    | kg    | PN
flour      | Hvete og rug               | 1.57    | kg    | PN
pasta      | Pasta                      | 1.98    | kg    | ADEME
bread      | Formbrød                   | 1.56    | kg    | ADEME
pulses     | Andre belgvekster          | 1.79    | kg    | PN
lentils    | Linser                     | 0.58    | kg    | ADEME
tofu       | Tofu                       | 3.16    | kg    | PN
soymilk    | Soyamelk                   | 0.98    | kg    | PN
coffee     | Kaffe                      | 28.53   | kg    | PN
chocolate  | Mørk sjokolade             | 46.65   | kg    | PN
foodmean   | Mat og drikke, snitt       | 3.7014  | kg    | DEFRA
potatoes   | Poteter                    | 0.46    | kg    | PN
roots      | Rotgrønnsaker              | 0.43    | kg    | PN
onions     | Løk og purre               | 0.5     | kg    | PN
tomatoes   | Tomat                      | 2.09    | kg    | PN
brassicas  | Kål og brokkoli            | 0.51    | kg    | PN
vegetables | Andre grønnsaker           | 0.53    | kg    | PN
apples     | Epler                      | 0.43    | kg    | PN
bananas    | Bananer                    | 0.86    | kg    | PN
peas       | Erter                      | 0.98    | kg    | PN
paper      | Papir, jomfruelig          | 1.34508 | kg    | DEFRA
recycled   | Papir, resirkulert         | 1.05008 | kg    | DEFRA
board      | Papp og kartong            | 1.19973 | kg    | DEFRA
plastics   | Plast, snitt               | 3.1725  | kg    | DEFRA
wood       | Tre                        | 0.2695  | kg    | DEFRA
textile    | Klær og tekstil            | 22.31   | kg    | DEFRA
smallelec  | Små elektriske artikler    | 5.64795 | kg    | DEFRA
laptop     | Bærbar PC                  | 182.6   | piece | ADEME
desktop    | Stasjonær PC, uten skjerm  | 204.4   | piece | ADEME
monitor    | Skjerm                     | 65.9    | piece | ADEME
tablet     | Nettbrett                  | 59.7    | piece | ADEME
phone      | Smarttelefon               | 85.1    | piece | ADEME
memory     | Minnepenn                  | 2.9     | piece | ADEME
charger    | PC-lader                   | 3.6     | piece | ADEME
`;

const read = (text: string): Factor[] =>
  textTable(columns, text).map((row) => {
    const [source, year, licence] = sources[row.source] as [string, number, string];
    return {
      id: row.id,
      name: row.name,
      value: Number(row.value),
      per: row.per as Factor['per'],
      source,
      year,
      licence,
    };
  });

/** Factors for all profiles. `allFactors` adds those for items that only the full profile has. */
export const factors: readonly Factor[] = read(table);
export const allFactors: readonly Factor[] = [...factors, ...read(moreFactors)];

const byId = new Map(allFactors.map((factor) => [factor.id, factor]));

export function factor(id: string): Factor {
  const found = byId.get(id);
  if (!found) throw new Error(`No factor ${id}`);
  return found;
}
