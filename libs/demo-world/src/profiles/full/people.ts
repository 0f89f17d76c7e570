import { person, type Person } from '../../setting/person.ts';
import { textTable } from '../../values/text-table.ts';
import { people as light } from '../light/people.ts';

const columns = ['id', 'name', 'organisation', 'domain', 'role'] as const;

/** Invented people, in addition to those of the light profile. */
const table = `
tone      | Tone Bjørkåsmo        | tregard     | tregard.example        | supplier-administrator
kjell     | Kjell Sagmoviken      | tregard     | tregard.example        | supplier-clerk
ragnhild  | Ragnhild Nyhusdalen   | omsorg      | omsorgsmobler.example  | supplier-administrator
espen     | Espen Furulimoen      | omsorg      | omsorgsmobler.example  | supplier-clerk
grete     | Grete Glomsrudli      | glomma      | glommabygg.example     | supplier-administrator
stian     | Stian Elveosmo        | glomma      | glommabygg.example     | supplier-clerk
asbjorn   | Asbjørn Trehjørnås    | odal        | odaltrelast.example    | supplier-administrator
hege      | Hege Stokkvikmo       | odal        | odaltrelast.example    | supplier-clerk
lars      | Lars Tankbergmoen     | energihuset | energihuset.example    | supplier-administrator
nina      | Nina Pumperudli       | energihuset | energihuset.example    | supplier-clerk
morten    | Morten Refleksås      | varselklaer | varselklaer.example    | supplier-administrator
unni      | Unni Hjelmseterud     | varselklaer | varselklaer.example    | supplier-clerk
berit     | Berit Bandasjehaug    | helse       | helseforsyning.example | supplier-administrator
oyvind    | Øyvind Hanskerudmo    | helse       | helseforsyning.example | supplier-clerk
camilla   | Camilla Omsorgsåsen   | pleie       | pleiepartner.example   | supplier-administrator
trond     | Trond Plasterbakken   | pleie       | pleiepartner.example   | supplier-clerk
`;

export const people: readonly Person[] = [...light, ...textTable(columns, table).map(person)];

/** Returns the ids of a supplier's administrator and clerk. */
export function clerksOf(supplier: string): { administrator: string; clerk: string } {
  const own = people.filter(({ organisation }) => organisation === supplier);
  const idOf = (role: Person['role']) => (own.find((one) => one.role === role) as Person).id;
  return { administrator: idOf('supplier-administrator'), clerk: idOf('supplier-clerk') };
}
