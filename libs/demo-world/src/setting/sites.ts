import { organisationNumberFrom } from '../values/check-digits.ts';
import { municipalities, type Municipality } from './municipalities.ts';

export type SiteKind = 'rådhus' | 'skole' | 'barnehage' | 'sykehjem' | 'hjemmetjeneste' | 'teknisk' | 'kulturhus';

export interface Site {
  id: string;
  municipality: Municipality;
  kind: SiteKind;
  name: string;
  /** Number of the sub-unit in the register of legal entities; invented. */
  orgNumber: string;
  /** Cost centre in the ledger. */
  costCentre: string;
  /** KOSTRA function. */
  function: string;
}

const functionOf: Record<SiteKind, string> = {
  rådhus: '120',
  skole: '202',
  barnehage: '201',
  sykehjem: '253',
  hjemmetjeneste: '256',
  teknisk: '332',
  kulturhus: '385',
};
const costCentreOf: Record<SiteKind, number> = {
  rådhus: 1100,
  skole: 2100,
  barnehage: 2400,
  sykehjem: 3100,
  hjemmetjeneste: 3400,
  teknisk: 5100,
  kulturhus: 4100,
};

/** Sites by municipality number: schools; kindergartens; nursing homes. The names are invented. */
const places: Record<string, [schools: string, kindergartens: string, homes: string]> = {
  '3401': [
    'Bjørkelia, Elvebakken, Tjuvholtet, Nordskauen',
    'Tiurtoppen, Mauren, Regnbuelia, Lysningen',
    'Furuheim, Vingersol',
  ],
  '3414': ['Storsjølia, Kvernbekken', 'Kongletun', 'Solvangtun'],
  '3415': ['Elvesvingen, Ullernlia, Disenbakken', 'Slåttenga, Småstein', 'Vestnestun'],
  '3416': ['Finnskogkollen, Vrangselva', 'Tråstadtunet', 'Eidsgløtt'],
  '3417': ['Solørsletta', 'Rotnatun, Kirkenærlia', 'Rosentun'],
  '3418': ['Flisabakken, Hofslia', 'Jarentrollet, Skogmusa', 'Sønsterudtun, Åsneshagen'],
  '3419': ['Haslesletta', 'Vålertrollet', 'Våler bo- og aktivitetssenter'],
};

const names = (list: string) => list.split(',').map((name) => name.trim());

function sitesOf(municipality: Municipality, index: number): Site[] {
  const [schools, kindergartens, homes] = (places[municipality.number] ?? ['', '', '']).map(names) as [
    string[],
    string[],
    string[],
  ];
  const list: [SiteKind, string][] = [
    ['rådhus', `${municipality.name} rådhus`],
    ...schools.map((name): [SiteKind, string] => ['skole', `${name} skole`]),
    ...kindergartens.map((name): [SiteKind, string] => ['barnehage', `${name} barnehage`]),
    ...homes.map((name): [SiteKind, string] => ['sykehjem', name.includes('senter') ? name : `${name} sykehjem`]),
    ['hjemmetjeneste', `${municipality.name} hjemmetjeneste`],
    ['teknisk', `${municipality.name} teknisk drift`],
    ['kulturhus', `${municipality.name} kulturhus`],
  ];
  return list.map(([kind, name], place) => ({
    id: `${municipality.number}-${String(place + 1).padStart(2, '0')}`,
    municipality,
    kind,
    name,
    orgNumber: organisationNumberFrom(31300000 + (index * 40 + place) * 37),
    costCentre: String(costCentreOf[kind] + list.slice(0, place).filter(([other]) => other === kind).length * 10),
    function: functionOf[kind],
  }));
}

export const sites: readonly Site[] = municipalities.flatMap(sitesOf);
